/** The API server takes a pod in, with what its admission plugins add. */
import type { ObjectMeta, PodSpec, Toleration } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { tolerates } from '../nodes';

export const NO_SPEC: PodSpec = { containers: [] };

/** Returns the uid, of which `announce` hears before anybody sees the pod. */
export function createPod(cluster: Cluster, meta: ObjectMeta, spec: PodSpec, announce: (uid: number) => void = () => {}): number {
	const uid = cluster.api.newUid();
	announce(uid);
	const tolerations = withDefaultTolerations(spec.tolerations ?? []);
	cluster.api.createPod(meta, { ...NO_SPEC, ...spec, tolerations, ...priorityOf(cluster, spec) }, { uid });
	const index = cluster.storyIndex(uid);
	const cause = cluster.story.tell(index, {
		code: 'pod/created',
		args: { name: meta.name ?? '' },
		tone: 'prep',
		weight: 2,
		field: 'metadata.name',
		because: [cluster.causes.get(`owner/${uid}`)],
	});
	cluster.causes.set(`created/${uid}`, cause);
	const gates = (spec.schedulingGates ?? []).map(({ name }) => name).join(', ');
	if (gates !== '')
		cluster.story.tell(index, { code: 'pod/gated', args: { gates }, tone: 'warn', weight: 8, field: `${cluster.specField}.schedulingGates`, because: [cause] });
	else if (spec.nodeName)
		cluster.story.tell(index, {
			code: 'pod/placed',
			args: { node: spec.nodeName },
			tone: 'prep',
			weight: 4,
			field: `${cluster.specField}.nodeName`,
			because: [cause],
		});
	else if ((spec.schedulerName ?? 'default-scheduler') !== 'default-scheduler')
		cluster.story.tell(index, {
			code: 'pod/no-scheduler',
			args: { scheduler: spec.schedulerName ?? '' },
			tone: 'bad',
			weight: 8,
			field: `${cluster.specField}.schedulerName`,
			because: [cause],
		});
	return uid;
}

/** The admission plugin DefaultTolerationSeconds: five minutes on a node that is lost. */
function withDefaultTolerations(tolerations: readonly Toleration[]): readonly Toleration[] {
	const missing = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].filter((key) => !tolerates(tolerations, { key, effect: 'NoExecute' }));
	return [...tolerations, ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }))];
}

/** The admission plugin Priority: what the class says, or the one that is the default of all. */
function priorityOf(cluster: Cluster, { priorityClassName: name, preemptionPolicy }: PodSpec): Partial<PodSpec> {
	if (name === 'system-cluster-critical') return { priority: 2_000_000_000 };
	if (name === 'system-node-critical') return { priority: 2_000_001_000 };
	const classes = [...cluster.api.objects].flatMap(([key, object]) => (key.startsWith('PriorityClass/') ? [object as Partial<PriorityClass>] : []));
	const found = classes.find((known) => (name ? known.metadata?.name === name : known.globalDefault === true));
	if (typeof found?.value !== 'number') return {};
	const policy = preemptionPolicy ?? found.preemptionPolicy;
	return { priority: found.value, ...(policy === undefined ? {} : { preemptionPolicy: policy }) };
}

interface PriorityClass {
	readonly metadata: ObjectMeta;
	readonly value: unknown;
	readonly globalDefault: unknown;
	readonly preemptionPolicy: string;
}
