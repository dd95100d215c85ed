/** A pod that no node has taken. */
import { newest } from '../facts';
import { type Case, type Cause, type CauseCode, conditionField, type Finding, field, said, specField } from '../finding';

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
	const short = /insufficient ([\w./-]*\w)/i.exec(args.message)?.[1];
	const asker = pod.spec?.containers.find(({ resources }) => short !== undefined && resources?.requests?.[short] !== undefined);
	const wants = wantsOf(facts, args.message, short, asker?.name);
	const asked = short === undefined ? '' : String(asker?.resources?.requests?.[short] ?? '');
	const asks: readonly Cause<CauseCode>[] =
		asker === undefined ? [] : [{ code: 'asks', args: { container: asker.name, resource: short ?? '', amount: asked }, evidence: field(wants) }];
	return {
		headline: { code: 'unschedulable', args },
		causes: [...asks, { code: 'no-node', args, evidence: [{ field: conditionField(facts, 'PodScheduled', 'message') }, ...said(failed)] }],
		advice: [
			{ code: 'requests', args: { resource: short ?? '' }, line: { field: wants, ...(asked ? { value: `< ${asked}` } : {}) } },
			{ code: 'nodes', args, line: { command: short === undefined ? 'kubectl get nodes --show-labels' : 'kubectl describe nodes' } },
		],
		coming: 'mend',
		healthy: false,
	};
}

/** The field that keeps it from the nodes, by the scheduler's words (the plugins' ErrReason). */
function wantsOf(facts: Case['facts'], message: string, short: string | undefined, asker: string | undefined): string {
	const { spec } = facts.pod;
	if (short !== undefined) return specField(facts, asker ?? spec?.containers[0]?.name ?? '', `resources.requests.${short}`);
	if (/affinity\/selector/.test(message))
		return spec?.nodeSelector && Object.keys(spec.nodeSelector).length > 0 ? 'spec.nodeSelector' : 'spec.affinity.nodeAffinity';
	if (/untolerated taint/.test(message)) return 'spec.tolerations';
	if (/free ports/.test(message)) return specField(facts, spec?.containers[0]?.name ?? '', 'ports');
	if (/PersistentVolumeClaim|volume/i.test(message)) return 'spec.volumes';
	if (/topology spread/.test(message)) return 'spec.topologySpreadConstraints';
	return /affinity/.test(message) ? 'spec.affinity' : 'spec';
}
