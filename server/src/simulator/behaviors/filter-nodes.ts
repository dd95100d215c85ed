/** Whether a pod may run on a node: the filter plugins of the scheduler, in their order. pkg/scheduler/framework/plugins */
import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { amountOf, type Node, type Reason, type ReasonCode, requestsOf, tolerates } from '../nodes';
import { isTerminal, type PodObject } from '../state';
import { neighbourFault } from './spread-pods';

/** Why a node will not do, and whether evicting others could help. */
export interface No {
	readonly reasons: readonly Reason[];
	readonly preemptable: boolean;
}

/** The first filter plugin that says no; pods in `without` are taken for gone. */
export function filter(cluster: Cluster, pod: PodObject, node: Node, without: ReadonlySet<number>): No | undefined {
	const { spec } = pod;
	const tolerations = spec.tolerations ?? [];
	const never = (code: ReasonCode, text: string): No => ({ reasons: [{ code, text }], preemptable: false });
	if (node.unschedulable && !tolerates(tolerations, { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }))
		return never('NodeUnschedulable', 'node(s) were unschedulable');
	const taint = node.taints.find(({ effect, ...rest }) => (effect === 'NoSchedule' || effect === 'NoExecute') && !tolerates(tolerations, { effect, ...rest }));
	if (taint !== undefined) return never('TaintToleration', 'node(s) had untolerated taint(s)');
	// Whatever the pod wishes for; what the scenario does to the node holds all the same.
	if (cluster.hospitable) return undefined;
	if (!selects(spec, node)) return never('NodeAffinity', "node(s) didn't match Pod's node affinity/selector");
	const others = [...cluster.api.pods.values()].filter(
		(other) => other.uid !== pod.uid && other.spec.nodeName === node.name && !without.has(other.uid) && !isTerminal(other.status.phase),
	);
	const ports = hostPorts(spec);
	if (ports.length > 0 && others.some((other) => hostPorts(other.spec).some((port) => ports.includes(port))))
		return { reasons: [{ code: 'NodePorts', text: "node(s) didn't have free ports for the requested pod ports" }], preemptable: true };
	const asks = requestsOf(spec);
	const used = others.map((other) => requestsOf(other.spec));
	const reasons: Reason[] = [
		...(others.length + 1 > node.pods ? [{ code: 'NodeResourcesFit/pods', text: 'Too many pods' } as const] : []),
		...(asks.cpu > 0 && asks.cpu > node.cpu - total(used.map(({ cpu }) => cpu)) ? [{ code: 'NodeResourcesFit/cpu', text: 'Insufficient cpu' } as const] : []),
		...(asks.memory > 0 && asks.memory > node.memory - total(used.map(({ memory }) => memory))
			? [{ code: 'NodeResourcesFit/memory', text: 'Insufficient memory' } as const]
			: []),
	];
	if (reasons.length > 0) return { reasons, preemptable: asks.cpu <= node.cpu && asks.memory <= node.memory };
	const placed = [...cluster.api.pods.values()].flatMap((other) => {
		const place = cluster.nodes.find(({ name }) => name === other.spec.nodeName);
		return place === undefined || other.uid === pod.uid || without.has(other.uid) || isTerminal(other.status.phase) ? [] : [{ pod: other, node: place }];
	});
	const fault = neighbourFault(pod, node, cluster.nodes, placed);
	if (fault !== undefined) return { reasons: [fault], preemptable: fault.code === 'InterPodAffinity/anti-affinity' };
	return undefined;
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function hostPorts(spec: PodSpec): string[] {
	return [...(spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always'), ...spec.containers].flatMap(({ ports }) =>
		(ports ?? []).flatMap(({ hostPort, containerPort, protocol }) => {
			const port = hostPort ?? (spec.hostNetwork === true ? containerPort : 0);
			return port > 0 ? [`${protocol ?? 'TCP'}/${port}`] : [];
		}),
	);
}

export function selects(spec: PodSpec, node: Node): boolean {
	const wanted = Object.entries(spec.nodeSelector ?? {});
	if (wanted.some(([key, value]) => node.labels[key] !== value)) return false;
	const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return terms === undefined || terms.some((term) => termMatches(term, node));
}

function termMatches(term: NodeSelectorTerm, node: Node): boolean {
	const expressions = term.matchExpressions ?? [];
	const fields = term.matchFields ?? [];
	if (expressions.length + fields.length === 0) return false;
	const names = { 'metadata.name': node.name };
	return expressions.every((one) => requirementHolds(one, node.labels)) && fields.every((one) => requirementHolds(one, names));
}

function requirementHolds({ key, operator, values = [] }: NodeSelectorRequirement, labels: Readonly<Record<string, string>>): boolean {
	const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
	switch (operator) {
		case 'In':
			return value !== undefined && values.includes(value);
		case 'NotIn':
			return value === undefined || !values.includes(value);
		case 'Exists':
			return value !== undefined;
		case 'DoesNotExist':
			return value === undefined;
		case 'Gt':
			return value !== undefined && amountOf(value, 1) > amountOf(values[0], 1);
		case 'Lt':
			return value !== undefined && amountOf(value, 1) < amountOf(values[0], 1);
		default:
			return false;
	}
}
