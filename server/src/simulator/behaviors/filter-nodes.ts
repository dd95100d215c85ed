/** Which nodes a pod may go to, and why not to the others: the scheduler's filter plugins in their order. pkg/scheduler/framework/plugins */
import type { PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { allocatable, type Node, type Reason, requestsOf, tolerates } from '../nodes';
import { isTerminal, type PodObject } from '../state';
import { isRepelled, type No, type NodeInfo, selects } from './match-node';
import { neighbourFault, survey } from './spread-pods';

/** The nodes as one scheduling cycle sees them. */
export function snapshot(cluster: Cluster): readonly NodeInfo[] {
	const pods = new Map<string, PodObject[]>(cluster.nodes.map(({ name }) => [name, []]));
	for (const pod of cluster.api.pods.values()) if (pod.spec.nodeName && !isTerminal(pod.status.phase)) pods.get(pod.spec.nodeName)?.push(pod);
	return cluster.nodes.map((node) => ({ node, pods: pods.get(node.name) ?? [] }));
}

/** The same nodes without some of their pods: what preemption asks about. */
export function without(infos: readonly NodeInfo[], uids: ReadonlySet<number>): readonly NodeInfo[] {
	return infos.map((info) => (info.pods.some(({ uid }) => uids.has(uid)) ? { ...info, pods: info.pods.filter(({ uid }) => !uids.has(uid)) } : info));
}

/** Asks each node of a snapshot: the first filter plugin that says no. */
export function filterFor(pod: PodObject, infos: readonly NodeInfo[]): (info: NodeInfo) => No | undefined {
	const { spec } = pod;
	const found = survey(pod, infos);
	const never = (code: Reason['code'], text: string): No => ({ reasons: [{ code, text }], preemptable: false });
	return ({ node, pods }) => {
		if (node.unschedulable && !tolerates(spec.tolerations ?? [], { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }))
			return never('NodeUnschedulable', 'node(s) were unschedulable');
		if (isRepelled(spec, node)) return never('TaintToleration', 'node(s) had untolerated taint(s)');
		if (!selects(spec, node)) return never('NodeAffinity', NO_MATCH);
		const others = pods.filter(({ uid }) => uid !== pod.uid);
		if (lacksPorts(pod, others)) return { reasons: [{ code: 'NodePorts', text: NO_PORTS }], preemptable: true };
		return lackOf(pod, node, others) ?? neighbourFault(pod, node, found);
	};
}

export const NO_PORTS = "node(s) didn't have free ports for the requested pod ports";
export const NO_MATCH = "node(s) didn't match Pod's node affinity/selector";

/** NodePorts. */
export function lacksPorts({ spec }: PodObject, others: readonly PodObject[]): boolean {
	const ports = hostPorts(spec);
	return ports.length > 0 && others.some((other) => hostPorts(other.spec).some((taken) => ports.some((port) => conflicts(port, taken))));
}

/** NodeResourcesFit. */
function lackOf(pod: PodObject, node: Node, others: readonly PodObject[]): No | undefined {
	const short = shortages(pod, node, others);
	if (short.length === 0) return undefined;
	return {
		reasons: short.map((resource) => ({ code: `NodeResourcesFit/${resource}`, text: resource === 'pods' ? 'Too many pods' : `Insufficient ${resource}` })),
		preemptable: short.every((resource) => resource === 'pods' || (requestsOf(pod.spec).get(resource) ?? 0) <= allocatable(node, resource)),
	};
}

/** fitsRequest: of what the others leave too little; `pods` where there are too many already. */
export function shortages({ spec }: PodObject, node: Node, others: readonly PodObject[]): readonly string[] {
	const short = [...requestsOf(spec)].filter(([resource, asks]) => asks > 0 && asks > allocatable(node, resource) - usedOf(others, resource));
	return [...(others.length + 1 > node.allocatable.pods ? ['pods'] : []), ...short.map(([resource]) => resource)];
}

/** What pods request together of a resource. */
export function usedOf(pods: readonly PodObject[], resource: string): number {
	return pods.reduce((sum, { spec }) => sum + (requestsOf(spec).get(resource) ?? 0), 0);
}

interface HostPort {
	readonly protocol: string;
	readonly port: number;
	readonly ip: string;
}

const PORTS = new WeakMap<PodSpec, readonly HostPort[]>();

/** GetHostPorts; with hostNetwork every containerPort is one (the defaulting of the API server). */
function hostPorts(spec: PodSpec): readonly HostPort[] {
	const known = PORTS.get(spec);
	if (known !== undefined) return known;
	const containers = [...(spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always'), ...spec.containers];
	const ports = containers.flatMap(({ ports = [] }) =>
		ports.flatMap(({ hostPort, containerPort, protocol = 'TCP', hostIP }) => {
			const port = hostPort ?? (spec.hostNetwork === true ? containerPort : 0);
			return port > 0 ? [{ protocol, port, ip: hostIP || ANY_ADDRESS }] : [];
		}),
	);
	PORTS.set(spec, ports);
	return ports;
}

const ANY_ADDRESS = '0.0.0.0';

/** HostPortInfo.CheckConflict: of two addresses of a host each has its own ports. */
function conflicts(a: HostPort, b: HostPort): boolean {
	return a.port === b.port && a.protocol === b.protocol && (a.ip === b.ip || a.ip === ANY_ADDRESS || b.ip === ANY_ADDRESS);
}
