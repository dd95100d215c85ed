/** The scheduler: a node for every pod that has none. pkg/scheduler/schedule_one.go */
import type { PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { amountOf, type Node, type Reason } from '../nodes';
import { MINUTE, SCHEDULING, SECOND } from '../pace';
import { condition, isTerminal, type PodObject, withCondition } from '../state';
import { filter, type No } from './filter-nodes';
import { preempt } from './preempt';

/** flushUnschedulablePodsLeftover: without any news a pod is tried again after five minutes, at the next look (every 30 s). */
const PATIENCE = 5 * MINUTE + 15 * SECOND;

export function watchUnscheduled(cluster: Cluster): void {
	cluster.api.watch((event, pod, before) => {
		if (event === 'deleted') return retryAll(cluster);
		if (waits(pod) && (event === 'added' || (before !== undefined && !waits(before)))) cluster.clock.after(SCHEDULING, () => schedule(cluster, pod.uid));
		if (before !== undefined && isTerminal(pod.status.phase) && !isTerminal(before.status.phase)) retryAll(cluster);
		if (pod.spec.nodeName && !before?.spec.nodeName) retryCompanions(cluster);
	});
}

/** InterPodAffinity and PodTopologySpread isSchedulableAfterPodChange: a pod that found its node may be the one that another waits for. */
function retryCompanions(cluster: Cluster): void {
	for (const pod of cluster.api.pods.values()) {
		const { affinity, topologySpreadConstraints: spread = [] } = pod.spec;
		if (!waits(pod) || (affinity?.podAffinity === undefined && spread.length === 0)) continue;
		if (cluster.nodes.some((node) => filter(cluster, pod, node, new Set()) === undefined)) cluster.clock.after(SCHEDULING, () => schedule(cluster, pod.uid));
	}
}

/** Something in the cluster changed: whoever waits is looked at again. */
export function retryAll(cluster: Cluster): void {
	for (const pod of cluster.api.pods.values()) if (waits(pod)) cluster.clock.after(SCHEDULING, () => schedule(cluster, pod.uid));
}

function waits(pod: PodObject): boolean {
	const mine = (pod.spec.schedulerName ?? 'default-scheduler') === 'default-scheduler';
	return mine && !pod.spec.nodeName && pod.deletion === undefined && !pod.static && (pod.spec.schedulingGates ?? []).length === 0;
}

function schedule(cluster: Cluster, uid: number): void {
	const pod = cluster.api.pods.get(uid);
	if (pod === undefined || !waits(pod)) return;
	const missing = missingClaim(cluster, pod);
	if (missing !== undefined) return refuse(cluster, pod, new Map(cluster.nodes.map((node) => [node, { reasons: [], preemptable: false }])), missing);
	const refused = new Map<Node, No>();
	for (const node of cluster.nodes) {
		const no = filter(cluster, pod, node, new Set());
		if (no === undefined) return bind(cluster, pod, node.name);
		refused.set(node, no);
	}
	refuse(cluster, pod, refused);
}

function bind(cluster: Cluster, pod: PodObject, node: string): void {
	cluster.api.bind(pod.uid, node);
	say(cluster, pod, 'Normal', 'Scheduled', `Successfully assigned ${pod.namespace}/${pod.name} to ${node}`);
	const because = [cluster.causes.get(`created/${pod.uid}`), cluster.causes.get(`unschedulable/${pod.uid}`)];
	const cause = cluster.story.tell(cluster.storyIndex(pod.uid), { code: 'pod/scheduled', args: { node }, tone: 'prep', weight: 3, because });
	cluster.causes.set(`scheduled/${pod.uid}`, cause);
	cluster.story.lane(cluster.storyIndex(pod.uid), 'scheduler', undefined);
}

/** VolumeBinding looks before any node is looked at. */
function missingClaim(cluster: Cluster, pod: PodObject): string | undefined {
	if (cluster.hospitable) return undefined;
	const names = (pod.spec.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => claim?.claimName ?? []);
	const missing = names.find((name) => !cluster.api.objects.has(`PersistentVolumeClaim/${name}`));
	return missing === undefined ? undefined : `persistentvolumeclaim "${missing}" not found`;
}

/** FitError. `claim`: a plugin found this missing before any node was looked at. */
function refuse(cluster: Cluster, pod: PodObject, refused: ReadonlyMap<Node, No>, claim?: string): void {
	const all = `0/${refused.size} nodes are available: `;
	const preemption = preempt(
		cluster,
		pod,
		[...refused].flatMap(([node, no]) => (no.preemptable ? [node] : [])),
	);
	const unhelped = [...refused.values()].filter(({ preemptable }) => !preemptable).length;
	const outcomes = [
		...(unhelped > 0 ? [`${unhelped} Preemption is not helpful for scheduling.`] : []),
		...(refused.size > unhelped ? [`${refused.size - unhelped} No preemption victims found for incoming pod.`] : []),
	];
	const not = ' no new claims to deallocate, preemption: not eligible due to ';
	const helped = { chosen: '', waiting: `${not}a terminating pod on the nominated node.`, never: `${not}preemptionPolicy=Never.` };
	const tail = ` no new claims to deallocate, preemption: ${all}${outcomes.map((text) => text.replace(/\.$/, '')).join(', ')}.`;
	const reasons = counted(refused);
	const why = `${all}${claim ?? reasons.map(({ text }) => text).join(', ')}.`;
	// A plugin that refuses before any node is looked at leaves those that look for a way out without what they need: fwk.ErrNotFound.
	const message = `${why}${claim !== undefined ? ' not found' : preemption === undefined ? tail : helped[preemption]}`;
	say(cluster, pod, 'Warning', 'FailedScheduling', message);
	const first = condition(pod.status, 'PodScheduled')?.reason !== 'Unschedulable';
	cluster.api.writeStatus(pod.uid, (status) => ({
		...status,
		conditions: withCondition(status.conditions, { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }),
	}));
	const tried = cluster.clock.now;
	cluster.triedAt.set(pod.uid, tried);
	cluster.clock.after(PATIENCE, () => {
		if (cluster.triedAt.get(pod.uid) === tried) schedule(cluster, pod.uid);
	});
	if (!first) return;
	const field = claim === undefined ? fieldOf(reasons, pod.spec) : 'volumes';
	const told = cluster.story.tell(cluster.storyIndex(pod.uid), {
		code: 'pod/unschedulable',
		args: { message: why },
		tone: 'bad',
		weight: 8,
		field: field === undefined ? undefined : `${cluster.specField}.${field}`,
		because: [
			cluster.causes.get(`created/${pod.uid}`),
			...(reasons.some(({ code }) => code === 'TaintToleration') ? cluster.nodes.map(({ name }) => cluster.causes.get(`tainted/${name}`)) : []),
		],
	});
	cluster.causes.set(`unschedulable/${pod.uid}`, told);
	cluster.story.lane(cluster.storyIndex(pod.uid), 'scheduler', 'waiting', { reason: 'Unschedulable' });
}

/** The field, within the pod's spec, that keeps the pod from its node. Of two resources the one that the message names first. */
function fieldOf(reasons: readonly Reason[], spec: PodSpec): string | undefined {
	const codes = reasons.map(({ code }) => code);
	if (codes.includes('NodeAffinity')) return spec.nodeSelector === undefined ? 'affinity.nodeAffinity' : 'nodeSelector';
	const short = codes.find((code) => code === 'NodeResourcesFit/cpu' || code === 'NodeResourcesFit/memory');
	if (short !== undefined) {
		const resource = short === 'NodeResourcesFit/cpu' ? 'cpu' : 'memory';
		return `containers[${greediest(spec, resource)}].resources.requests.${resource}`;
	}
	if (codes.includes('TaintToleration')) return 'tolerations';
	if (codes.includes('InterPodAffinity/affinity') || codes.includes('InterPodAffinity/anti-affinity')) return 'affinity';
	if (codes.includes('PodTopologySpread')) return 'topologySpreadConstraints';
	return codes.includes('NodePorts') ? 'containers[0].ports' : undefined;
}

function greediest(spec: PodSpec, resource: string): number {
	const asks = spec.containers.map(({ resources }) => amountOf(resources?.requests?.[resource], 1));
	return Math.max(0, asks.indexOf(Math.max(...asks)));
}

/** Each reason once, with the number of nodes that give it (`2 Insufficient cpu`), in the order of these texts. */
function counted(refused: ReadonlyMap<Node, No>): readonly Reason[] {
	const all = [...refused.values()].flatMap(({ reasons }) => reasons);
	const first = all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
	const withCount = first.map(({ code, text }) => ({ code, text: `${all.filter((other) => other.text === text).length} ${text}` }));
	return withCount.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function say(cluster: Cluster, pod: PodObject, type: 'Normal' | 'Warning', reason: string, message: string): void {
	cluster.recorder.events(pod.uid).say({ from: 'default-scheduler', type, reason, message });
}
