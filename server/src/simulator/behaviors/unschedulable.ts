/** A pod that no node will do for: what the scheduler says, whom it sends away for it, and the field that keeps the pod waiting. schedule_one.go handleSchedulingFailure, framework/types.go FitError */
import type { PodSpec } from '../../schema/generated/types';
import type { Cluster } from '../kubelet';
import { allocatable, amountOf, amountText, type Node, type Reason, type ReasonCode, requestsOf } from '../nodes';
import { condition, type PodObject, withCondition } from '../state';
import type { No, NodeInfo } from './match-node';
import { preempt } from './preempt';

/** VolumeBinding looks before any node is looked at. */
export function missingClaim(cluster: Cluster, pod: PodObject): string | undefined {
	if (cluster.hospitable) return undefined;
	const names = (pod.spec.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) => claim?.claimName ?? []);
	const missing = names.find((name) => !cluster.api.objects.has(`PersistentVolumeClaim/${name}`));
	return missing === undefined ? undefined : `persistentvolumeclaim "${missing}" not found`;
}

/** `claim`: a plugin found this missing before any node was looked at. */
export function refuse(cluster: Cluster, pod: PodObject, infos: readonly NodeInfo[], refused: ReadonlyMap<Node, No>, claim: string | undefined): void {
	const reasons: readonly Reason[] = claim === undefined ? counted(refused) : [{ code: 'VolumeBinding', text: claim }];
	const why = `0/${infos.length} nodes are available: ${reasons.map(({ text }) => text).join(', ')}.`;
	const message = `${why}${wayOut(cluster, pod, infos, refused, reasons)}`;
	cluster.recorder.events(pod.uid).say({ from: 'default-scheduler', type: 'Warning', reason: 'FailedScheduling', message });
	const before = condition(pod.status, 'PodScheduled')?.reason === 'Unschedulable' ? cluster.refusedFor.get(pod.uid) : undefined;
	const codes = [...new Set(reasons.map(({ code }) => code))];
	cluster.refusedFor.set(pod.uid, codes);
	cluster.api.writeStatus(pod.uid, (status) => ({
		...status,
		conditions: withCondition(status.conditions, { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }),
	}));
	// What was said already is not told again.
	if (before === undefined || before.join() !== codes.join()) tell(cluster, pod, codes, why);
}

/** What the message says of preemption; it may begin here. */
function wayOut(cluster: Cluster, pod: PodObject, infos: readonly NodeInfo[], refused: ReadonlyMap<Node, No>, reasons: readonly Reason[]): string {
	// A plugin that refuses before any node is looked at leaves those that look for a way out without what they need: fwk.ErrNotFound.
	if (reasons[0]?.code === 'VolumeBinding') return ' not found';
	const candidates = infos.filter(({ node }) => refused.get(node)?.preemptable === true);
	const not = ' no new claims to deallocate, preemption: not eligible due to ';
	switch (preempt(cluster, pod, candidates, infos)) {
		case 'chosen':
			return '';
		case 'waiting':
			return `${not}a terminating pod on the nominated node.`;
		case 'never':
			return `${not}preemptionPolicy=Never.`;
		case undefined: {
			const unhelped = infos.length - candidates.length;
			const outcomes = [
				...(unhelped > 0 ? [`${unhelped} Preemption is not helpful for scheduling`] : []),
				...(candidates.length > 0 ? [`${candidates.length} No preemption victims found for incoming pod`] : []),
			];
			return ` no new claims to deallocate, preemption: 0/${infos.length} nodes are available: ${outcomes.sort().join(', ')}.`;
		}
	}
}

/** Each reason once, with the number of nodes that give it (`2 Insufficient cpu`), in the order of these texts. */
function counted(refused: ReadonlyMap<Node, No>): readonly Reason[] {
	const counts = new Map<string, { readonly code: ReasonCode; count: number }>();
	for (const { code, text } of [...refused.values()].flatMap(({ reasons }) => reasons)) {
		const known = counts.get(text);
		if (known === undefined) counts.set(text, { code, count: 1 });
		else known.count++;
	}
	return [...counts].map(([text, { code, count }]) => ({ code, text: `${count} ${text}` })).sort((a, b) => (a.text < b.text ? -1 : 1));
}

function tell(cluster: Cluster, pod: PodObject, codes: readonly ReasonCode[], message: string): void {
	const { code, field } = decisive(codes, pod.spec);
	const index = cluster.storyIndex(pod.uid);
	const told = cluster.story.tell(index, {
		code: 'pod/unschedulable',
		args: { message, ...whyOf(cluster, pod, code) },
		tone: 'bad',
		weight: 8,
		field: field === undefined ? undefined : `${cluster.specField}.${field}`,
		because: [
			cluster.causes.get(`created/${pod.uid}`),
			...(codes.includes('TaintToleration') ? cluster.nodes.map(({ name }) => cluster.causes.get(`tainted/${name}`)) : []),
		],
	});
	cluster.causes.set(`unschedulable/${pod.uid}`, told);
	cluster.story.lane(index, 'scheduler', 'waiting', { reason: 'Unschedulable' });
}

/** What there is to say of a reason besides the scheduler's own words. A pod that is too big for every node waits for ever. */
function whyOf(
	cluster: Cluster,
	{ spec }: PodObject,
	code: ReasonCode,
): { readonly why: string; readonly resource: string; readonly asks: string; readonly most: string } {
	const resource = code.startsWith(FIT) ? code.slice(FIT.length) : '';
	if (resource === '' || resource === 'pods') return { why: code, resource: '', asks: '', most: '' };
	const asks = requestsOf(spec).get(resource) ?? 0;
	const most = Math.max(...cluster.nodes.map((node) => allocatable(node, resource)));
	return { why: asks > most ? 'too big' : 'no room', resource, asks: amountText(resource, asks), most: amountText(resource, most) };
}

const FIT = 'NodeResourcesFit/';

/** Of several reasons the one to act on, and the field within the pod's spec that it comes from. */
function decisive(codes: readonly ReasonCode[], spec: PodSpec): { readonly code: ReasonCode; readonly field: string | undefined } {
	const ports = spec.containers.findIndex(({ ports = [] }) => ports.length > 0);
	const resource = codes.find((code) => code.startsWith(FIT) && code !== 'NodeResourcesFit/pods');
	const fields: Partial<Record<ReasonCode, string>> = {
		VolumeBinding: 'volumes',
		NodeAffinity: spec.nodeSelector === undefined ? 'affinity.nodeAffinity' : 'nodeSelector',
		...(resource === undefined ? {} : { [resource]: requestField(spec, resource.slice(FIT.length)) }),
		'InterPodAffinity/anti-affinity': 'affinity.podAntiAffinity',
		'InterPodAffinity/affinity': 'affinity.podAffinity',
		NodePorts: `containers[${Math.max(0, ports)}].ports`,
		PodTopologySpread: 'topologySpreadConstraints',
		TaintToleration: 'tolerations',
	};
	const known = (Object.keys(fields) as ReasonCode[]).find((code) => codes.includes(code));
	const code = known ?? codes[0] ?? 'NodeUnschedulable';
	return { code, field: fields[code] };
}

function requestField(spec: PodSpec, resource: string): string {
	if (spec.resources?.requests?.[resource] !== undefined) return `resources.requests.${resource}`;
	const asks = spec.containers.map(({ resources }) => amountOf(resources?.requests?.[resource], 1));
	return `containers[${Math.max(0, asks.indexOf(Math.max(...asks)))}].resources.requests.${resource}`;
}
