/** A pod that no scheduler placed is looked at by the kubelet itself, which may not take it. lifecycle/predicate.go, kubelet.go rejectPod */
import type { KnownPod, Refusal } from '../known-pod';
import type { Kubelet } from '../kubelet';
import { allocatable, type Node, requestsOf, tolerates } from '../nodes';
import { isTerminal, type PodObject } from '../state';
import { lacksPorts, NO_MATCH, NO_PORTS, shortages, usedOf } from './filter-nodes';
import { selects } from './match-node';
import { refusalUnderPressure } from './node-pressure';
import { setPodStatus } from './write-status';

/** The eviction manager first, then generalFilter: room, the node's labels, ports, taints. */
export function refusalOf(kubelet: Kubelet, pod: PodObject): Refusal | undefined {
	const { cluster, node: name } = kubelet;
	const node = cluster.nodes.find((known) => known.name === name);
	if (node === undefined || pod.static || isTerminal(pod.status.phase)) return undefined;
	const unsafe = refusalUnderPressure(kubelet, pod);
	if (unsafe !== undefined) return unsafe;
	// Only what this kubelet has taken in takes room.
	const taken = [...kubelet.pods.values()].filter((known) => known.pod.uid !== pod.uid && !known.finished && !isTerminal(known.pod.status.phase));
	const others = taken.map((known) => known.pod);
	const [short] = shortages(pod, node, others);
	if (short !== undefined) return outOf(pod, node, others, short);
	if (!selects(pod.spec, node)) return failed('NodeAffinity', NO_MATCH);
	if (lacksPorts(pod, others)) return failed('NodePorts', NO_PORTS);
	const untolerated = node.taints.some((taint) => taint.effect === 'NoExecute' && !tolerates(pod.spec.tolerations ?? [], taint));
	return untolerated ? failed('TaintToleration', "node(s) had taints that the pod didn't tolerate") : undefined;
}

function failed(predicate: string, why: string): Refusal {
	return { reason: predicate, message: `Predicate ${predicate} failed: ${why}` };
}

function outOf(pod: PodObject, node: Node, others: readonly PodObject[], resource: string): Refusal {
	const [asks, used, capacity] =
		resource === 'pods'
			? [1, others.length, node.allocatable.pods]
			: [requestsOf(pod.spec).get(resource) ?? 0, usedOf(others, resource), allocatable(node, resource)];
	return { reason: `OutOf${resource}`, message: `Node didn't have enough resource: ${resource}, requested: ${asks}, used: ${used}, capacity: ${capacity}` };
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
