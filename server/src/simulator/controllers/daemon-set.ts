/** One pod on every node that fits: pkg/controller/daemon */
import type { IntOrString, PodTemplateSpec, Toleration } from '../../schema/generated/types';
import { selects } from '../behaviors/match-node';
import type { Cluster } from '../kubelet';
import { type Node, tolerates } from '../nodes';
import { MINUTE, SECOND } from '../pace';
import { isTerminal, type PodObject } from '../state';
import { counted, isAvailable } from './replica-set';
import { isReady, scaled, templateHash, Workload, type WorkloadObject } from './workload';

interface Spec {
	readonly minReadySeconds?: number;
	readonly template?: PodTemplateSpec;
	readonly updateStrategy?: { readonly type?: string; readonly rollingUpdate?: { readonly maxUnavailable?: IntOrString; readonly maxSurge?: IntOrString } };
}

const BACK_OFF_FIRST = SECOND;
const BACK_OFF_MOST = 15 * MINUTE;

/** util.AddOrUpdateDaemonPodTolerations. */
const TOLERATIONS: readonly Toleration[] = [
	...['not-ready', 'unreachable'].map((name) => ({ key: `node.kubernetes.io/${name}`, operator: 'Exists', effect: 'NoExecute' })),
	...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((name) => ({
		key: `node.kubernetes.io/${name}`,
		operator: 'Exists',
		effect: 'NoSchedule',
	})),
];

export function startDaemonSet(cluster: Cluster, object: WorkloadObject, namespace: string): void {
	const workload = new Workload(cluster, 'DaemonSet', object, namespace, 'daemonset-controller');
	const revisions = new Map<number, string>();
	const failures = new Map<string, Failures>();
	workload.sync = () => {
		// Whether its history is still there nobody knows: nothing is done, and nothing is said.
		if (workload.deleting) return;
		const spec = (workload.object.spec ?? {}) as Spec;
		const template = spec.template ?? {};
		const revision = templateHash(template);
		for (const node of cluster.nodes) {
			const pods = workload.pods().filter((pod) => nodeOf(pod) === node.name);
			for (const pod of pods.filter(({ status, deletion }) => isTerminal(status.phase) && deletion === undefined)) {
				const wait = pod.status.phase === 'Failed' ? backOff(failures, node.name, workload.now) : 0;
				if (wait > 0) {
					workload.syncIn(wait);
					continue;
				}
				workload.say('Warning', 'FailedDaemonPod', `Found failed daemon pod ${workload.namespace}/${pod.name} on node ${node.name}, will try to kill it`);
				remove(workload, pod);
			}
			const may = mayRun(template, node);
			if (!may.goOn) for (const pod of pods.filter(({ deletion }) => deletion === undefined)) remove(workload, pod);
			if (may.start && !workload.crowded() && (pods.length === 0 || surges(workload, spec, pods, revisions, revision))) {
				const name = `${workload.name}-${workload.suffix()}`;
				const affinity = {
					nodeAffinity: {
						requiredDuringSchedulingIgnoredDuringExecution: {
							nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node.name] }] }],
						},
					},
				};
				const uid = workload.createPod(template, name, {
					labels: { 'controller-revision-hash': revision },
					spec: { affinity, tolerations: [...(template.spec?.tolerations ?? []), ...TOLERATIONS] },
				});
				revisions.set(uid, revision);
				workload.say('Normal', 'SuccessfulCreate', `Created pod: ${name}`);
			}
		}
		if (spec.updateStrategy?.type !== 'OnDelete') roll(workload, spec, revisions, revision);
		report(workload, spec, revisions, revision);
	};
	workload.setStatus({ currentNumberScheduled: 0, desiredNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 });
	workload.syncIn(0);
}

/** By node: when a failed pod was let go last, and how long the next one stays. */
interface Failures {
	readonly at: number;
	readonly wait: number;
}

/** failedPodsBackoff, where the controller would fight a kubelet that rejects its pods: 0 to go on, or how long the failed pod stays. */
function backOff(failures: Map<string, Failures>, node: string, now: number): number {
	const last = failures.get(node);
	const forgotten = last === undefined || now - last.at > 2 * BACK_OFF_MOST;
	if (!forgotten && now - last.at < last.wait) return last.wait;
	failures.set(node, { at: now, wait: forgotten ? BACK_OFF_FIRST : Math.min(BACK_OFF_MOST, 2 * last.wait) });
	return 0;
}

/** NodeShouldRunDaemonPod: whether a pod may start on the node, and whether one that is there may go on. */
function mayRun(template: PodTemplateSpec, node: Node): { readonly start: boolean; readonly goOn: boolean } {
	const spec = template.spec ?? { containers: [] };
	if ((spec.nodeName && spec.nodeName !== node.name) || !selects(spec, node)) return { start: false, goOn: false };
	const tolerations = [...(spec.tolerations ?? []), ...TOLERATIONS];
	const taints = node.taints.filter(({ effect, ...rest }) => effect !== 'PreferNoSchedule' && !tolerates(tolerations, { effect, ...rest }));
	return { start: taints.length === 0, goOn: taints.every(({ effect }) => effect !== 'NoExecute') };
}

/** rollingUpdate with maxSurge: the new pod comes beside the old one. */
function surges(workload: Workload, spec: Spec, pods: readonly PodObject[], revisions: ReadonlyMap<number, string>, revision: string): boolean {
	const old = pods.some(({ uid, deletion }) => revisions.get(uid) !== revision && deletion === undefined);
	return old && surge(workload, spec) > 0 && spec.updateStrategy?.type !== 'OnDelete' && !pods.some(({ uid }) => revisions.get(uid) === revision);
}

function surge({ cluster }: Workload, spec: Spec): number {
	return mostSurge(spec, cluster.nodes.length);
}

const mostSurge = ({ updateStrategy }: Spec, nodes: number): number => scaled(updateStrategy?.rollingUpdate?.maxSurge ?? 0, nodes, true);

/** updatedDesiredNodeCounts of pkg/controller/daemon/update.go: on how many of so many nodes its pod may be missing while old ones are replaced. */
export function unavailable(spec: Spec, nodes: number): number {
	return mostSurge(spec, nodes) > 0 ? 0 : Math.max(1, scaled(spec.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1, nodes, true));
}

/** rollingUpdate: old pods go as far as availability allows. */
function roll(workload: Workload, spec: Spec, revisions: ReadonlyMap<number, string>, revision: string): void {
	const pods = workload.pods();
	if (surge(workload, spec) > 0) {
		const fresh = pods.some((pod) => revisions.get(pod.uid) === revision && isAvailable(workload, pod, spec.minReadySeconds ?? 0));
		for (const pod of pods) if (fresh && revisions.get(pod.uid) !== revision && pod.deletion === undefined) remove(workload, pod);
		return;
	}
	const allowed = unavailable(spec, workload.cluster.nodes.length);
	let down = pods.filter((pod) => pod.deletion !== undefined || !isAvailable(workload, pod, spec.minReadySeconds ?? 0)).length;
	for (const pod of pods) {
		if (revisions.get(pod.uid) === revision || pod.deletion !== undefined) continue;
		const sick = !isAvailable(workload, pod, spec.minReadySeconds ?? 0);
		if (!sick && down >= allowed) continue;
		if (!sick) down++;
		remove(workload, pod);
	}
}

function remove(workload: Workload, pod: PodObject): void {
	workload.deletePod(pod);
	workload.say('Normal', 'SuccessfulDelete', `Deleted pod: ${pod.name}`);
}

/** GetTargetNodeName. */
function nodeOf(pod: PodObject): string | undefined {
	return pod.spec.nodeName || targetOf(pod);
}

function targetOf(pod: PodObject): string | undefined {
	return pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms[0]?.matchFields?.[0]?.values?.[0];
}

/** updateDaemonSetStatus: of each node's pods the oldest counts, as long as it is there. */
function report(workload: Workload, spec: Spec, revisions: ReadonlyMap<number, string>, revision: string): void {
	const pods = workload.pods().filter(({ deletion, status }) => deletion === undefined || !isTerminal(status.phase));
	const onNodes = workload.cluster.nodes.map((node) => ({
		isWanted: mayRun(spec.template ?? {}, node).start,
		oldest: pods.find((pod) => nodeOf(pod) === node.name),
	}));
	const wanted = onNodes.filter(({ isWanted }) => isWanted);
	const current = wanted.flatMap(({ oldest }) => oldest ?? []);
	const ready = current.filter(isReady);
	const available = ready.filter((pod) => isAvailable(workload, pod, spec.minReadySeconds ?? 0)).length;
	workload.setStatus({
		currentNumberScheduled: current.length,
		desiredNumberScheduled: wanted.length,
		...counted('numberAvailable', available),
		numberMisscheduled: onNodes.filter(({ isWanted, oldest }) => !isWanted && oldest !== undefined).length,
		numberReady: ready.length,
		...counted('numberUnavailable', wanted.length - available),
		observedGeneration: workload.generation,
		...counted('updatedNumberScheduled', current.filter(({ uid }) => revisions.get(uid) === revision).length),
	});
}
