/** What a Job makes of its pods' failures and successes: pod_failure_policy.go, success_policy.go */
import type { JobSpec, PodFailurePolicyRule } from '../../schema/generated/types';
import type { PodObject } from '../state';

export interface JobCondition {
	readonly lastProbeTime: number;
	readonly lastTransitionTime: number;
	readonly message: string;
	readonly reason: string;
	readonly status: 'True' | 'False';
	readonly type: string;
}

export interface Verdict {
	readonly type: 'SuccessCriteriaMet' | 'FailureTarget';
	readonly reason: string;
	readonly message: string;
}

interface Match {
	readonly action: string;
	readonly why: string;
}

/** matchPodFailurePolicy: the first rule that fits. */
export function matchingPolicy(spec: Partial<JobSpec>, pod: PodObject): Match | undefined {
	for (const [index, rule] of (spec.podFailurePolicy?.rules ?? []).entries()) {
		const why = rule.onExitCodes === undefined ? conditionMatch(rule, pod) : exitCodeMatch(rule, pod);
		if (why !== undefined) return { action: rule.action, why: `${why} matching ${rule.action} rule at index ${index}` };
	}
	return undefined;
}

function exitCodeMatch(rule: PodFailurePolicyRule, pod: PodObject): string | undefined {
	const wanted = rule.onExitCodes;
	for (const { name, state } of [...pod.status.containers, ...pod.status.initContainers]) {
		if (wanted === undefined || state.is !== 'terminated' || state.exitCode === 0) continue;
		if (wanted.containerName !== undefined && wanted.containerName !== name) continue;
		const named = wanted.values?.includes(state.exitCode) ?? false;
		if ((wanted.operator === 'In') === named) return `Container ${name} for pod ${pod.namespace}/${pod.name} failed with exit code ${state.exitCode}`;
	}
	return undefined;
}

function conditionMatch(rule: PodFailurePolicyRule, pod: PodObject): string | undefined {
	for (const { type, status } of pod.status.conditions)
		if (rule.onPodConditions?.some((wanted) => wanted.type === type && (wanted.status ?? 'True') === status) === true)
			return `Pod ${pod.namespace}/${pod.name} has condition ${type}`;
	return undefined;
}

export function isIgnored(spec: Partial<JobSpec>, pod: PodObject): boolean {
	return matchingPolicy(spec, pod)?.action === 'Ignore';
}

/** getFailJobMessage. */
export function failJobMessage(spec: Partial<JobSpec>, pods: readonly PodObject[]): string | undefined {
	if (spec.podFailurePolicy === undefined) return undefined;
	for (const pod of pods) {
		if (pod.status.phase !== 'Failed') continue;
		const match = matchingPolicy(spec, pod);
		if (match?.action === 'FailJob') return match.why;
	}
	return undefined;
}

/** matchSuccessPolicy: the message of the first rule that is met. */
export function successPolicyMet(spec: Partial<JobSpec>, done: ReadonlySet<number>): string | undefined {
	for (const [index, rule] of (spec.successPolicy?.rules ?? []).entries()) {
		const named = rule.succeededIndexes === undefined ? undefined : parseIndexes(rule.succeededIndexes);
		const counted = named === undefined ? done.size : named.filter((one) => done.has(one)).length;
		if (named !== undefined && rule.succeededCount === undefined && counted < named.length) continue;
		if (rule.succeededCount !== undefined && counted < rule.succeededCount) continue;
		if (named === undefined && rule.succeededCount === undefined) continue;
		return `Matched rules at index ${index}`;
	}
	return undefined;
}

function parseIndexes(text: string): number[] {
	return text.split(',').flatMap((part) => {
		const [from = 0, to = from] = part.split('-').map(Number);
		return Array.from({ length: Math.max(0, Math.min(100_000, to - from + 1)) }, (_, index) => from + index);
	});
}

/** `0-2,5`: the indexes of a Job, as its status writes them. */
export function indexText(indexes: ReadonlySet<number>): string {
	const sorted = [...indexes].sort((a, b) => a - b);
	const parts: string[] = [];
	for (let at = 0; at < sorted.length; at++) {
		const from = sorted[at] ?? 0;
		let to = from;
		while (sorted[at + 1] === to + 1) {
			to++;
			at++;
		}
		parts.push(to === from ? `${from}` : to === from + 1 ? `${from},${to}` : `${from}-${to}`);
	}
	return parts.join(',');
}
