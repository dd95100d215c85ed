/** The scheduler: a node for every pod that has none. pkg/scheduler/schedule_one.go and the filter plugins in their order */
import type { NodeSelectorRequirement, NodeSelectorTerm, PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { amountOf, type Node, requestsOf, tolerates } from '../nodes';
import { MINUTE, SCHEDULING, SECOND } from '../pace';
import { condition, isTerminal, type PodObject, withCondition } from '../state';
import { preempt } from './preempt';
import { neighbourFault } from './spread-pods';

/** flushUnschedulablePodsLeftover: without any news a pod is tried again after five minutes, at the next look (every 30 s). */
const PATIENCE = 5 * MINUTE + 15 * SECOND;

/** Why a node will not do, and whether evicting others could help. */
interface No {
	readonly reasons: readonly string[];
	readonly preemptable: boolean;
}

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
	if (missing !== undefined) return refuse(cluster, pod, new Map(cluster.nodes.map((node) => [node, { reasons: [], preemptable: false }])), `${missing}.`);
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

function refuse(cluster: Cluster, pod: PodObject, refused: ReadonlyMap<Node, No>, before?: string): void {
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
	const reasons = before ?? `${counted([...refused.values()].flatMap(({ reasons }) => reasons))}.`;
	// A plugin that refuses before any node is looked at leaves those that look for a way out without what they need: fwk.ErrNotFound.
	const message = `${all}${reasons}${before !== undefined ? ' not found' : preemption === undefined ? tail : helped[preemption]}`;
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
	const field = fieldOf(message, pod.spec);
	const told = cluster.story.tell(cluster.storyIndex(pod.uid), {
		code: 'pod/unschedulable',
		args: { message },
		tone: 'bad',
		weight: 8,
		field: field === undefined ? undefined : `${cluster.specField}.${field}`,
		because: [
			cluster.causes.get(`created/${pod.uid}`),
			...(message.includes('untolerated taint') ? cluster.nodes.map(({ name }) => cluster.causes.get(`tainted/${name}`)) : []),
		],
	});
	cluster.causes.set(`unschedulable/${pod.uid}`, told);
	cluster.story.lane(cluster.storyIndex(pod.uid), 'scheduler', 'waiting', { reason: 'Unschedulable' });
}

/** The field, within the pod's spec, that keeps the pod from its node. */
function fieldOf(message: string, spec: PodSpec): string | undefined {
	if (message.includes('node affinity/selector')) return spec.nodeSelector === undefined ? 'affinity.nodeAffinity' : 'nodeSelector';
	const short = /Insufficient (cpu|memory)/.exec(message)?.[1];
	if (short !== undefined) return `containers[${greediest(spec, short)}].resources.requests.${short}`;
	if (message.includes('untolerated taint')) return 'tolerations';
	if (message.includes('persistentvolumeclaim')) return 'volumes';
	if (message.includes('affinity rules')) return 'affinity';
	if (message.includes('topology spread')) return 'topologySpreadConstraints';
	return message.includes('free ports') ? 'containers[0].ports' : undefined;
}

function greediest(spec: PodSpec, resource: string): number {
	const asks = spec.containers.map(({ resources }) => amountOf(resources?.requests?.[resource], 1));
	return Math.max(0, asks.indexOf(Math.max(...asks)));
}

function counted(reasons: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts]
		.map(([reason, count]) => `${count} ${reason}`)
		.sort()
		.join(', ');
}

function say(cluster: Cluster, pod: PodObject, type: 'Normal' | 'Warning', reason: string, message: string): void {
	cluster.recorder.events(pod.uid).say({ from: 'default-scheduler', type, reason, message });
}

/** The first filter plugin that says no; pods in `without` are taken for gone. */
export function filter(cluster: Cluster, pod: PodObject, node: Node, without: ReadonlySet<number>): No | undefined {
	const { spec } = pod;
	const tolerations = spec.tolerations ?? [];
	const never = (reason: string): No => ({ reasons: [reason], preemptable: false });
	if (node.unschedulable && !tolerates(tolerations, { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }))
		return never('node(s) were unschedulable');
	const taint = node.taints.find(({ effect, ...rest }) => (effect === 'NoSchedule' || effect === 'NoExecute') && !tolerates(tolerations, { effect, ...rest }));
	if (taint !== undefined) return never('node(s) had untolerated taint(s)');
	// Whatever the pod wishes for; what the scenario does to the node holds all the same.
	if (cluster.hospitable) return undefined;
	if (!selects(spec, node)) return never("node(s) didn't match Pod's node affinity/selector");
	const others = [...cluster.api.pods.values()].filter(
		(other) => other.uid !== pod.uid && other.spec.nodeName === node.name && !without.has(other.uid) && !isTerminal(other.status.phase),
	);
	const ports = hostPorts(spec);
	if (ports.length > 0 && others.some((other) => hostPorts(other.spec).some((port) => ports.includes(port))))
		return { reasons: ["node(s) didn't have free ports for the requested pod ports"], preemptable: true };
	const asks = requestsOf(spec);
	const used = others.map((other) => requestsOf(other.spec));
	const reasons = [
		...(others.length + 1 > node.pods ? ['Too many pods'] : []),
		...(asks.cpu > 0 && asks.cpu > node.cpu - total(used.map(({ cpu }) => cpu)) ? ['Insufficient cpu'] : []),
		...(asks.memory > 0 && asks.memory > node.memory - total(used.map(({ memory }) => memory)) ? ['Insufficient memory'] : []),
	];
	if (reasons.length > 0) return { reasons, preemptable: asks.cpu <= node.cpu && asks.memory <= node.memory };
	const placed = [...cluster.api.pods.values()].flatMap((other) => {
		const place = cluster.nodes.find(({ name }) => name === other.spec.nodeName);
		return place === undefined || other.uid === pod.uid || without.has(other.uid) || isTerminal(other.status.phase) ? [] : [{ pod: other, node: place }];
	});
	const fault = neighbourFault(pod, node, cluster.nodes, placed);
	if (fault !== undefined) return { reasons: [fault], preemptable: fault.includes('anti-affinity') };
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
