/** From what a dump shows to a scenario that explains it: what images, containers, probes and the node did, so that the pod came to be as it is. */
import type { Container, Pod, PodSpec, Volume } from '../schema/generated/types';
import { configsOf } from '../schema/pod-config';
import { podRequests } from '../schema/pod-requests';
import { compareAmounts, parseQuantity } from '../schema/quantity';
import type { Action, ContainerScript, NodePool, NodeScript, Scenario } from '../simulator/scenario';
import type { Decoded } from '../simulator/simulate';
import type { LeftOut } from './align';
import type { Facts, Group, SeenContainer } from './facts';
import { type InferredContainer, inferContainer } from './infer-container';
import { inferImages } from './infer-image';

export interface Inference {
	readonly scenario: Scenario;
	/** The pod as it was when it was created, without what only the server and the kubelet write. */
	readonly pod: Pod;
	/** What exists besides it. */
	readonly beside: readonly Decoded[];
	readonly containers: ReadonlyMap<string, InferredContainer>;
	readonly leftOut: LeftOut;
}

/** A scenario in which the pod would be as it is. `until` and what is due at a fixed time are the business of whoever lives it (live.ts). */
export function infer(facts: Facts): Inference {
	const containers = new Map(facts.containers.map((container) => [container.name, inferContainer(container, facts)]));
	const missing = missingOf(facts);
	const scripts = [...containers].flatMap(([name, { script }]): (readonly [string, ContainerScript])[] =>
		Object.keys(script).length > 0 ? [[name, script]] : [],
	);
	const actions = actionsOf(facts);
	const scenario: Scenario = {
		world: {
			images: inferImages(facts),
			...(scripts.length > 0 ? { containers: Object.fromEntries(scripts) } : {}),
			...nodeOf(facts),
			...nodesOf(facts),
		},
		...(actions.length > 0 ? { actions } : {}),
	};
	const left = (counts: (group: Group) => boolean): number =>
		facts.containers.reduce((sum, { name, group }) => sum + (counts(group) ? (containers.get(name)?.leftOut ?? 0) : 0), 0);
	const leftOut: LeftOut = {
		of: new Map([...containers].map(([name, one]) => [name, one.leftOut])),
		before: left((group) => group !== 'app'),
		after: left((group) => group !== 'init'),
	};
	return { scenario, pod: asCreated(facts, missing), beside: besideOf(facts.pod.spec, missing), containers, leftOut };
}

/** What an ordinary node of the simulator has (make-nodes.ts). */
const ORDINARY: readonly (readonly [resource: string, amount: string])[] = [
	['cpu', '4'],
	['memory', '16Gi'],
];

/** None where none would take the pod; one that is big enough where an ordinary one is not. */
function nodesOf(facts: Facts): { readonly nodes?: readonly NodePool[] } {
	if (isUnschedulable(facts)) return { nodes: [] };
	const requests = podRequests(facts.pod.spec ?? { containers: [] });
	const isBig = ORDINARY.some(([resource, amount]) => {
		const [asked, has] = [requests.get(resource), parseQuantity(amount)];
		return asked !== undefined && has !== undefined && compareAmounts(asked, has) > 0;
	});
	return isBig ? { nodes: [{ cpu: 1_000_000, memory: '1Ei', pods: 1000 }] } : {};
}

function isUnschedulable({ pod }: Facts): boolean {
	return pod.status?.conditions?.some(({ type, status, reason }) => type === 'PodScheduled' && status === 'False' && reason !== 'SchedulingGated') ?? false;
}

function actionsOf({ deletion }: Facts): readonly Action[] {
	return deletion === undefined ? [] : [{ at: Math.max(0, deletion.at), do: 'delete', gracePeriodSeconds: deletion.graceSeconds }];
}

/** The Lease is renewed every 10 s, the node is given 50 s and looked at every 5: it fell silent 44 to 55 s before it was found to be, in the simulator so long. node_lifecycle_controller.go */
const UNTIL_NOT_READY = 54;

function nodeOf({ events, since, pod, now }: Facts): { readonly node?: NodeScript } {
	const lost = events.find(({ reason }) => reason === 'NodeNotReady');
	const isBack = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
	if (lost !== undefined && !isBack && pod.status?.phase === 'Running')
		return { node: { silentFrom: Math.max(0, Math.min(lost.last, since.get('Ready') ?? lost.last) - UNTIL_NOT_READY) } };
	const sandbox = pod.status?.conditions?.find(({ type }) => type === 'PodReadyToStartContainers');
	const failing = events.some(({ reason }) => reason === 'FailedCreatePodSandBox');
	return failing && sandbox?.status !== 'True' ? { node: { sandboxTakes: 2 * now + 600 } } : {};
}

/** What the pod waits for and does not get. */
interface Missing {
	/** `ConfigMap/settings`, `Secret/key` */
	readonly objects: ReadonlySet<string>;
	/** `Secret/key#password` */
	readonly keys: ReadonlySet<string>;
	/** Volumes that do not come for a reason that the simulator does not know. */
	readonly volumes: ReadonlySet<string>;
	/** Containers that lack something that the simulator does not know. */
	readonly containers: ReadonlySet<string>;
}

function missingOf(facts: Facts): Missing {
	const { containers, pod, events } = facts;
	const texts = containers.flatMap(({ waiting, waitingMessage }) => (waiting === 'CreateContainerConfigError' ? [waitingMessage] : []));
	const hasStarted = containers.some(({ runningSince, ended }) => runningSince !== undefined || ended.length > 0);
	const mounts = hasStarted ? [] : events.filter(({ reason }) => reason === 'FailedMount' || reason === 'FailedAttachVolume');
	const found = [...texts, ...mounts.map(({ message }) => message)].flatMap((text) => refersTo(text) ?? []);
	const stuck = mounts.flatMap(({ message }) => (refersTo(message) === undefined ? volumesIn(message) : []));
	const known = new Set((pod.spec?.volumes ?? []).flatMap(({ name, hostPath }) => (hostPath === undefined ? [name] : [])));
	const odd = containers.filter(({ waiting, waitingMessage }) => waiting === 'CreateContainerConfigError' && refersTo(waitingMessage) === undefined);
	return {
		objects: new Set(found.flatMap(({ object, key }) => (key === undefined ? [object] : []))),
		keys: new Set(found.flatMap(({ object, key }) => (key === undefined ? [] : [`${object}#${key}`]))),
		volumes: new Set(stuck.filter((name) => known.has(name))),
		containers: new Set(odd.map(({ name }) => name)),
	};
}

/** `configmap "settings" not found`, `couldn't find key password in Secret default/db`: kubelet_pods.go makeEnvironmentVariables, configmap.go, secret.go. */
export function refersTo(text: string): { readonly object: string; readonly key?: string } | undefined {
	const [, kind, name] = /\b(configmaps?|secrets?) "([^"]+)" not found/i.exec(text) ?? [];
	if (kind !== undefined && name !== undefined) return { object: `${kindNamed(kind)}/${name}` };
	const [, key, of, place] = /couldn't find key (\S+) in (ConfigMap|Secret) (?:\S+\/)?(\S+)/i.exec(text) ?? [];
	if (key !== undefined && of !== undefined && place !== undefined) return { object: `${kindNamed(of)}/${place}`, key };
	return undefined;
}

const kindNamed = (word: string): 'ConfigMap' | 'Secret' => (/^s/i.test(word) ? 'Secret' : 'ConfigMap');

/** `MountVolume.SetUp failed for volume "data" : …`, `unmounted volumes=[data logs]` */
function volumesIn(message: string): readonly string[] {
	const [, name] = /for volume "([^"]+)"/.exec(message) ?? [];
	const [, list = ''] = /unmounted volumes=\[([^\]]*)\]/.exec(message) ?? [];
	return name === undefined ? list.split(/[\s,]+/).filter(Boolean) : [name];
}

/** A ConfigMap that nobody creates: whatever waits for it waits for ever. */
const NOWHERE = 'peapod-not-there';

function asCreated({ pod, containers }: Facts, missing: Missing): Pod {
	const { metadata: { name = 'pod', namespace = 'default', labels, finalizers } = {}, spec = { containers: [] } } = pod;
	const { nodeName: _node, ephemeralContainers: _added, priority: _priority, ...rest } = spec;
	const gated = pod.status?.conditions?.some(({ reason }) => reason === 'SchedulingGated') ?? false;
	const volumes = spec.volumes?.map((volume): Volume => (missing.volumes.has(volume.name) ? { name: volume.name, configMap: { name: NOWHERE } } : volume));
	const lacking = (list: readonly Container[]): readonly Container[] =>
		list.map((one) => (missing.containers.has(one.name) ? { ...one, envFrom: [...(one.envFrom ?? []), { configMapRef: { name: NOWHERE } }] } : one));
	return {
		metadata: { name, namespace, ...(labels && { labels }), ...(finalizers && { finalizers }) },
		spec: {
			// A description does not have it (defaults.go SetDefaults_PodSpec).
			terminationGracePeriodSeconds: 30,
			...rest,
			...(gated ? {} : { schedulingGates: [] }),
			...(volumes ? { volumes } : {}),
			...(spec.initContainers ? { initContainers: lacking(spec.initContainers) } : {}),
			containers: lacking(spec.containers).map(withPolicy(containers)),
		},
	};
}

/** An image that could not be pulled though it may be there was asked for at every start. */
const withPolicy =
	(seen: readonly SeenContainer[]) =>
	(container: Container): Container =>
		container.imagePullPolicy === undefined && seen.some(({ name, waiting }) => name === container.name && waiting === 'ErrImageNeverPull')
			? { ...container, imagePullPolicy: 'Never' }
			: container;

/** What the pod refers to exists, but for what it says it misses. */
function besideOf(spec: PodSpec | undefined, missing: Missing): readonly Decoded[] {
	if (spec === undefined) return [];
	const there = configsOf(spec).filter(({ kind, name }) => !missing.objects.has(`${kind}/${name}`));
	const configs = there.map(({ kind, name, keys }) => {
		const known = [...keys].filter((key) => !missing.keys.has(`${kind}/${name}#${key}`));
		return { kind, object: { metadata: { name }, data: Object.fromEntries(known.map((key) => [key, ''])) } };
	});
	const claims = (spec.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => (claim ? [claim.claimName] : []));
	return [...configs, ...claims.map((name) => ({ kind: 'PersistentVolumeClaim', object: { metadata: { name } } }))];
}
