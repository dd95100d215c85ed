/** A pod that has ended for good. */
import { type Advice, type AdviceCode, type Case, type Cause, type CauseCode, endField, type Finding, inferredOf, kubectl, specField } from '../finding';
import { meantBy } from '../meanings';
import { meaningOf, remedyOf } from '../remedies';
import { toldOf } from './crash';

/** Undefined for a pod that may still change. */
export function ended({ facts, foretold }: Case): Finding | undefined {
	const { pod, containers } = facts;
	const { phase, reason = '', message = '' } = pod.status ?? {};
	if (phase !== 'Succeeded' && phase !== 'Failed') return undefined;
	const policy = pod.spec?.restartPolicy ?? 'Always';
	const again: Advice<AdviceCode> = { code: 'recreate', args: { policy }, line: { command: kubectl(facts, 'delete pod') } };
	const phases: Cause<CauseCode> = { code: 'phase', args: { phase, policy }, evidence: [{ field: 'status.phase' }, { field: 'spec.restartPolicy' }] };
	if (phase === 'Succeeded') {
		const done = containers.filter(({ ended: runs }) => runs[0] !== undefined);
		const causes = done.slice(0, 3).map(
			(one): Cause<CauseCode> => ({
				code: 'ended',
				args: { container: one.name, code: one.ended[0]?.exitCode ?? 0 },
				evidence: [endField(facts, one, 'exitCode')],
			}),
		);
		return { headline: { code: 'succeeded', args: {} }, causes: [...causes, phases], advice: [], coming: 'never', healthy: true };
	}
	if (reason === 'Evicted') {
		const evicted: Cause<CauseCode> = { code: 'evicted', args: { message }, evidence: [{ field: 'status.reason' }, { field: 'status.message' }] };
		const requests: Advice<AdviceCode> = {
			code: 'requests',
			args: {},
			line: { field: specField(facts, pod.spec?.containers[0]?.name ?? '', 'resources.requests') },
		};
		const meant = meantBy('evicted', message);
		const [first] = pod.spec?.containers ?? [];
		const remedies = meant ? remedyOf(meant, { facts, container: first?.name ?? '' }, {}) : [requests];
		return {
			headline: { code: 'evicted', args: { message } },
			causes: [evicted, ...meaningOf(meant, evicted.evidence), phases],
			advice: [...remedies, again],
			coming: 'never',
			healthy: false,
		};
	}
	if (reason === 'DeadlineExceeded') {
		const deadline = pod.spec?.activeDeadlineSeconds ?? 0;
		const struck: Cause<CauseCode> = { code: 'deadline', args: { deadline }, evidence: [{ field: 'spec.activeDeadlineSeconds' }, { field: 'status.reason' }] };
		return {
			headline: { code: 'deadline', args: { deadline } },
			causes: [struck, phases],
			advice: [{ code: 'deadline', args: { deadline }, line: { field: 'spec.activeDeadlineSeconds', value: `> ${deadline}` } }, again],
			coming: 'never',
			healthy: false,
		};
	}
	const bad = containers.find(({ ended: runs, group }) => group !== 'sidecar' && (runs[0]?.exitCode ?? 0) !== 0);
	const run = bad?.ended[0];
	if (bad === undefined || run === undefined)
		return {
			headline: { code: 'failed/other', args: { reason } },
			causes: [
				...(reason ? [{ code: 'means', args: { meaning: reason }, evidence: [{ field: 'status.reason' }] } as const] : []),
				...(message ? [{ code: 'config/other', args: { message }, evidence: [{ field: 'status.message' }] } as const] : []),
				phases,
			],
			advice: [again],
			coming: 'never',
			healthy: false,
		};
	const args = { container: bad.name, code: run.exitCode, reason: run.reason };
	const inferred = inferredOf({ facts, foretold }, bad.name)?.pattern;
	const told = inferred && toldOf({ facts, foretold }, bad, inferred);
	return {
		headline: { code: 'failed', args },
		causes: [...(told?.causes ?? [{ code: 'ended', args, evidence: [endField(facts, bad, 'exitCode')] }]), phases],
		advice: [...(told?.advice ?? []).slice(0, 2), again],
		coming: 'never',
		container: bad.name,
		healthy: false,
	};
}
