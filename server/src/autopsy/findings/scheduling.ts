/** A pod that no node has taken. */
import { newest } from '../facts';
import { type Advice, type AdviceCode, type Case, type Cause, type CauseCode, conditionField, type Finding, field, said, specField } from '../finding';
import { partsMeantBy } from '../meanings';
import { meaningOf, remedyOf } from '../remedies';

/** Undefined for a pod that has its node. */
export function unplaced({ facts }: Case): Finding | undefined {
	const { pod, events } = facts;
	if (pod.spec?.nodeName) return undefined;
	const condition = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
	if (condition?.reason === 'SchedulingGated') {
		const gates = (pod.spec?.schedulingGates ?? []).map(({ name }) => name).join(', ');
		const path = 'spec.schedulingGates';
		return {
			headline: { code: 'gated', args: { gates } },
			causes: [{ code: 'gates', args: { gates }, evidence: [{ field: path }, { field: conditionField(facts, 'PodScheduled', 'reason') }] }],
			advice: [{ code: 'gates', args: { gates }, line: { field: path } }],
			coming: 'mend',
			healthy: false,
		};
	}
	if (condition?.status !== 'False') {
		if (pod.status?.phase !== 'Pending') return undefined;
		const scheduler = pod.spec?.schedulerName ?? 'default-scheduler';
		return {
			headline: { code: 'unplaced', args: { scheduler } },
			causes: [{ code: 'unplaced', args: { scheduler }, evidence: field('spec.schedulerName') }],
			advice: [{ code: 'scheduler', args: { scheduler }, line: { command: 'kubectl get pods -n kube-system' } }],
			coming: 'unknown',
			healthy: false,
		};
	}
	const failed = newest(events.filter(({ reason }) => reason === 'FailedScheduling'));
	const args = { message: condition.message ?? failed?.message ?? '' };
	const short = /insufficient (?!pods\b)([\w./-]*\w)/i.exec(args.message)?.[1];
	const amounts = (pod.spec?.containers ?? []).map(({ name, resources }) => ({
		name,
		amount: new Map(Object.entries(resources?.requests ?? {})).get(short ?? ''),
	}));
	const asker = amounts.find(({ amount }) => amount !== undefined);
	const wants = wantsOf(facts, args.message, short, asker?.name);
	const asked = String(asker?.amount ?? '');
	const asks: readonly Cause<CauseCode>[] =
		asker === undefined ? [] : [{ code: 'asks', args: { container: asker.name, resource: short ?? '', amount: asked }, evidence: field(wants) }];
	const evidence = [{ field: conditionField(facts, 'PodScheduled', 'message') }, ...said(failed)];
	const meant = partsMeantBy('node', args.message);
	const means = meant.flatMap((one) => meaningOf(one, evidence));
	const remedies = meant.flatMap((one) => remedyOf(one, { facts }, {}));
	const change: Advice<AdviceCode> = { code: 'requests', args: { resource: short ?? '' }, line: { field: wants, ...(asked ? { value: `< ${asked}` } : {}) } };
	const nodes: Advice<AdviceCode> = {
		code: 'nodes',
		args,
		line: { command: short === undefined ? 'kubectl get nodes --show-labels' : 'kubectl describe nodes' },
	};
	const scaling = newest(events.filter(({ reason }) => reason === 'NotTriggerScaleUp' || reason === 'TriggeredScaleUp'));
	const scales: readonly Cause<CauseCode>[] = scaling
		? [
				{
					code: scaling.reason === 'TriggeredScaleUp' ? 'scaling' : 'no-scale',
					args: { message: scaling.message.replace(/^pod didn't trigger scale-up:? ?/, '') },
					evidence: said(scaling),
				},
			]
		: [];
	const isOwn = remedies.length === 0 || short !== undefined || meant.some(({ meaning }) => OF_POD.has(meaning));
	return {
		headline: { code: 'unschedulable', args },
		causes: [...asks, { code: 'no-node', args, evidence }, ...means, ...scales],
		advice: [...(isOwn ? [change] : []), ...remedies, ...(remedies.length === 0 || short !== undefined ? [nodes] : [])].slice(0, 3),
		coming: 'mend',
		healthy: false,
	};
}

/** What the pod itself asks for, and might not. */
const OF_POD = new Set(['node/selector', 'node/anti-affinity', 'node/ports', 'node/spread', 'node/taint']);

/** The field that keeps it from the nodes, by the scheduler's words (the plugins' ErrReason). */
function wantsOf(facts: Case['facts'], message: string, short: string | undefined, asker: string | undefined): string {
	const { spec } = facts.pod;
	if (short !== undefined) return specField(facts, asker ?? spec?.containers[0]?.name ?? '', `resources.requests.${short}`);
	if (/affinity\/selector|node selector|MatchNodeSelector/.test(message))
		return spec?.nodeSelector && Object.keys(spec.nodeSelector).length > 0 ? 'spec.nodeSelector' : 'spec.affinity.nodeAffinity';
	if (/taint/i.test(message)) return 'spec.tolerations';
	if (/free ports|HostPorts/.test(message)) return specField(facts, spec?.containers[0]?.name ?? '', 'ports');
	if (/PersistentVolumeClaim|volume/i.test(message)) return 'spec.volumes';
	if (/topology spread/.test(message)) return 'spec.topologySpreadConstraints';
	return /affinity/.test(message) ? 'spec.affinity' : 'spec';
}
