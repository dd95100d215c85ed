import type { ObjectMeta, Pod, PodSpec } from '../schema/generated/types';
import { ApiServer } from './api-server';
import { planActions } from './behaviors/act';
import { watchPods } from './behaviors/receive-pod';
import { relist } from './behaviors/relist';
import { watchUnscheduled } from './behaviors/schedule';
import { Clock } from './clock';
import { milliseconds } from './duration';
import { seconds } from './event-log';
import { type Cluster, Kubelet } from './kubelet';
import { MINUTE } from './pace';
import { Recorder } from './recorder';
import type { Scenario } from './scenario';
import { Script } from './script';
import { qosClass } from './status/qos-class';
import { StoryTeller } from './story';
import type { Trace } from './trace';

/** The longest life that is simulated. */
export const LONGEST = 24 * 60 * MINUTE;

export interface Decoded {
	readonly kind: string;
	/** Decoded and defaulted. */
	readonly object: unknown;
}

/** What there is besides the object itself. */
export interface Around {
	/** The other documents of the file. */
	readonly beside?: readonly Decoded[];
	/** Reads the manifests that actions of the scenario create. */
	readonly decode?: (manifest: string) => readonly Decoded[];
}

/**
 * The life of a pod or workload in a scenario. `object` is the manifest decoded and defaulted; the same input gives the same trace to the byte.
 */
export function simulate(kind: string, object: unknown, scenario: Scenario, around: Around = {}): Trace {
	const horizon = Math.min(LONGEST, milliseconds(scenario.until) || MINUTE);
	const clock = new Clock();
	const api = new ApiServer(clock);
	const recorder = new Recorder(
		clock,
		api,
		(scenario.actions ?? []).some(({ subresource }) => subresource === 'resize'),
		() => true,
	);
	const single = kind === 'Pod';
	const cluster: Cluster = {
		clock,
		api,
		recorder,
		script: new Script(scenario),
		story: new StoryTeller(clock),
		causes: new Map(),
		storyIndex: (uid) => (single ? undefined : recorder.indexOf(uid)),
		specField: 'spec',
	};
	const kubelet = new Kubelet(cluster, 'node-1');
	kubelet.relist = () => relist(kubelet);
	watchPods(kubelet);
	watchUnscheduled(cluster, [kubelet.node]);
	tellEnds(cluster);

	for (const { kind: other, object: besides } of around.beside ?? []) api.createObject(other, (besides as Pod).metadata?.name ?? '', besides);
	const pod = object as Pod;
	const name = pod.metadata?.name ?? '';
	const meta: ObjectMeta = { ...pod.metadata, namespace: scenario.name ?? pod.metadata?.namespace ?? 'default' };
	create(cluster, meta, pod.spec ?? { containers: [] });
	planActions(cluster, scenario.actions ?? []);
	clock.run(horizon);

	const [first] = recorder.traces(0);
	return {
		name,
		kind,
		until: seconds(horizon),
		qosClass: qosClass(pod.spec ?? { containers: [] }),
		timeline: first?.timeline ?? [],
		events: first?.events ?? [],
		story: cluster.story.end(),
	};
}

function create(cluster: Cluster, meta: ObjectMeta, spec: PodSpec): void {
	const uid = cluster.api.newUid();
	const cause = cluster.story.tell(cluster.storyIndex(uid), {
		code: 'pod/created',
		args: { name: meta.name ?? '' },
		tone: 'prep',
		weight: 2,
		field: 'metadata.name',
	});
	cluster.causes.set(`created/${uid}`, cause);
	cluster.api.createPod(meta, spec, { uid });
}

function tellEnds(cluster: Cluster): void {
	cluster.api.watch((event, pod) => {
		if (event !== 'deleted') return;
		const index = cluster.storyIndex(pod.uid);
		cluster.story.tell(index, {
			code: 'pod/gone',
			args: { seconds: seconds(cluster.clock.now - pod.createdAt) },
			tone: 'done',
			weight: 6,
			because: [cluster.causes.get(`deleted/${pod.uid}`)],
		});
		for (const { name } of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) cluster.story.lane(index, name, undefined);
	});
}
