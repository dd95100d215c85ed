/** The scheduler: a node for every pod that has none. pkg/scheduler/schedule_one.go */
import type { Cluster } from '../kubelet';
import type { Node } from '../nodes';
import { MINUTE, SCHEDULING, SECOND } from '../pace';
import { isTerminal, type PodObject } from '../state';
import { filterFor, snapshot } from './filter-nodes';
import type { No, NodeInfo } from './match-node';
import { mayHelp, type News } from './queue-hints';
import { bestOf } from './score-nodes';
import { missingClaim, refuse } from './unschedulable';

/** flushUnschedulablePodsLeftover: without any news a pod is tried again after five minutes, at the next look (every 30 s). */
const PATIENCE = 5 * MINUTE + 15 * SECOND;

/** So many pods are looked at in the time of a step. */
const PODS_A_STEP = 20;

export function watchUnscheduled(cluster: Cluster): void {
	cluster.api.watch((event, pod, before) => {
		if (event === 'deleted') {
			cluster.refusedFor.delete(pod.uid);
			return retry(cluster, { what: 'pod gone', pod });
		}
		if (waits(pod) && (event === 'added' || (before !== undefined && !waits(before)))) cluster.clock.after(SCHEDULING, () => schedule(cluster, pod.uid));
		if (before !== undefined && isTerminal(pod.status.phase) && !isTerminal(before.status.phase)) retry(cluster, { what: 'pod gone', pod });
		if (pod.spec.nodeName && !before?.spec.nodeName) retry(cluster, { what: 'pod placed', pod });
	});
	cluster.api.watchObjects((key) => {
		if (key.startsWith('PersistentVolumeClaim/')) retry(cluster, { what: 'claim created', name: key.slice(key.indexOf('/') + 1) });
	});
}

/** The scheduler sees a node that has other labels or taints than before. */
export function nodeChanged(cluster: Cluster, before: Node, after: Node): void {
	retry(cluster, { what: 'node changed', before, after });
}

/** MoveAllToActiveOrBackoffQueue: whom the news may help is tried again, the more important first. */
function retry(cluster: Cluster, news: News): void {
	const helped = [...cluster.refusedFor].flatMap(([uid, reasons]) => {
		const pod = cluster.api.pods.get(uid);
		return pod !== undefined && waits(pod) && mayHelp(pod, reasons, news) ? [pod] : [];
	});
	const byPriority = helped.toSorted((a, b) => (b.spec.priority ?? 0) - (a.spec.priority ?? 0));
	for (const { uid } of byPriority) cluster.clock.after(SCHEDULING, () => schedule(cluster, uid));
}

function waits(pod: PodObject): boolean {
	const mine = (pod.spec.schedulerName ?? 'default-scheduler') === 'default-scheduler';
	return mine && !pod.spec.nodeName && pod.deletion === undefined && !pod.static && (pod.spec.schedulingGates ?? []).length === 0;
}

/** schedulingCycle. */
function schedule(cluster: Cluster, uid: number): void {
	const pod = cluster.api.pods.get(uid);
	if (pod === undefined || !waits(pod)) return;
	cluster.clock.work(Math.ceil(cluster.api.pods.size / PODS_A_STEP));
	const infos = snapshot(cluster);
	const claim = missingClaim(cluster, pod);
	const filter = filterFor(pod, infos);
	const fits: NodeInfo[] = [];
	const refused = new Map<Node, No>();
	for (const info of claim === undefined ? infos : []) {
		const no = filter(info);
		if (no === undefined) fits.push(info);
		else refused.set(info.node, no);
	}
	const best = bestOf(pod, fits, infos);
	if (best !== undefined) return bind(cluster, pod, best.node.name);
	refuse(cluster, pod, infos, refused, claim);
	tryAgainLater(cluster, uid);
}

function tryAgainLater(cluster: Cluster, uid: number): void {
	const tried = cluster.clock.now;
	cluster.triedAt.set(uid, tried);
	cluster.clock.after(PATIENCE, () => {
		if (cluster.triedAt.get(uid) === tried) schedule(cluster, uid);
	});
}

function bind(cluster: Cluster, pod: PodObject, node: string): void {
	cluster.refusedFor.delete(pod.uid);
	cluster.api.bind(pod.uid, node);
	const message = `Successfully assigned ${pod.namespace}/${pod.name} to ${node}`;
	cluster.recorder.events(pod.uid).say({ from: 'default-scheduler', type: 'Normal', reason: 'Scheduled', message });
	const because = [cluster.causes.get(`created/${pod.uid}`), cluster.causes.get(`unschedulable/${pod.uid}`)];
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'pod/scheduled', args: { node }, tone: 'prep', weight: 3, because });
	cluster.causes.set(`scheduled/${pod.uid}`, cause);
	cluster.story.lane(cluster.storyIndex(pod.uid), 'scheduler', undefined);
}
