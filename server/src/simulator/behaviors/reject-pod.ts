/** A pod that no scheduler placed is looked at by the kubelet itself, which may not take it. lifecycle/predicate.go, kubelet.go rejectPod */
import type { KnownPod, Refusal } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { requestsOf, tolerates } from '../nodes';
import { isTerminal, type PodObject } from '../state';
import { filter } from './filter-nodes';
import { refusalUnderPressure } from './node-pressure';
import { setPodStatus } from './write-status';

/** The eviction manager first, then generalFilter: room, ports, the node's labels. */
export function refusalOf(kubelet: Kubelet, pod: PodObject): Refusal | undefined {
	const { cluster, node: name } = kubelet;
	const node = cluster.nodes.find((known) => known.name === name);
	if (node === undefined || pod.static || isTerminal(pod.status.phase)) return undefined;
	const unsafe = refusalUnderPressure(kubelet, pod);
	if (unsafe !== undefined) return unsafe;
	const untolerated = node.taints.some((taint) => taint.effect === 'NoExecute' && !tolerates(pod.spec.tolerations ?? [], taint));
	// Only what this kubelet has taken in takes room.
	const strangers = new Set([...cluster.api.pods.keys()].filter((uid) => kubelet.pods.get(uid)?.finished !== false));
	const reasons = filter(cluster, pod, { ...node, taints: [], unschedulable: false }, strangers)?.reasons ?? [];
	for (const { code } of reasons) {
		if (code === 'NodeResourcesFit/cpu') return outOf(kubelet, pod, 'cpu');
		if (code === 'NodeResourcesFit/memory') return outOf(kubelet, pod, 'memory');
		if (code === 'NodeAffinity' || code === 'InterPodAffinity/affinity' || code === 'InterPodAffinity/anti-affinity')
			return { reason: 'NodeAffinity', message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector" };
		if (code === 'NodePorts') return { reason: 'NodePorts', message: "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports" };
	}
	return untolerated && !cluster.hospitable
		? { reason: 'TaintToleration', message: 'Predicate TaintToleration failed: node(s) had untolerated taint(s)' }
		: undefined;
}

function outOf(kubelet: Kubelet, pod: PodObject, resource: 'cpu' | 'memory'): Refusal {
	const node = kubelet.cluster.nodes.find(({ name }) => name === kubelet.node);
	const others = [...kubelet.pods.values()].filter((known) => known.pod.uid !== pod.uid && !isTerminal(known.pod.status.phase));
	const used = others.reduce((sum, known) => sum + requestsOf(known.pod.spec)[resource], 0);
	const message = `Node didn't have enough resource: ${resource}, requested: ${requestsOf(pod.spec)[resource]}, used: ${used}, capacity: ${node?.[resource] ?? 0}`;
	return { reason: `OutOf${resource}`, message };
}

export function reject(kubelet: Kubelet, known: KnownPod, pod: PodObject, { reason, message, field, because }: Refusal): void {
	kubelet.say(pod, { type: 'Warning', reason, message });
	kubelet.tell(pod, {
		code: 'pod/rejected',
		args: { reason, message },
		tone: 'bad',
		// The eviction that came before says more.
		weight: reason === 'Evicted' ? 7 : 9,
		field: field ?? kubelet.specField('nodeName'),
		because: [because, known.causes.get('placed')],
	});
	known.terminatingAt = kubelet.clock.now;
	known.terminatedAt = kubelet.clock.now;
	known.finished = true;
	setPodStatus(kubelet, known, pod, {
		phase: 'Failed',
		reason,
		message: `Pod was rejected: ${message}`,
		conditions: pod.status.conditions,
		podIP: false,
		containers: [],
		initContainers: [],
		ephemeralContainers: [],
	});
}
