/** A container that ends again and again: by itself, for want of memory, or because a probe or a hook has it killed. */
import type { End } from '../ends';
import { failuresOf, newest, outputOf, probeOf, type SeenContainer } from '../facts';
import {
	type Advice,
	type AdviceCode,
	type Case,
	type Cause,
	type CauseCode,
	type Evidence,
	endField,
	type Finding,
	field,
	inferredOf,
	kubectl,
	lastWords,
	said,
	specField,
	statusField,
} from '../finding';
import { meantBy } from '../meanings';
import { meaningOf, remedyOf } from '../remedies';

/** Undefined for a container that never ended, or whose end was its purpose. */
export function crash(one: Case, container: SeenContainer): Finding | undefined {
	const { name, restarts } = container;
	const inferred = inferredOf(one, name);
	const end = inferred?.pattern;
	if (end === undefined && container.waiting === 'CrashLoopBackOff') return untold(one, container);
	// Who has ended so often and is not ready has not shown that it is over.
	const isOver = inferred?.recovered && (container.status?.ready !== false || restarts < OFTEN);
	if (end === undefined || isOver || end.kill?.by === 'changed' || end.kill?.by === 'restartAll' || end.kill?.by === 'stopped') return undefined;
	if (isLost(end) && container.runningSince !== undefined) return undefined;
	if (!isRunAgain(one, container, end) || (restarts === 0 && container.runningSince !== undefined)) return undefined;
	const told = toldOf(one, container, end);
	const coming = container.runningSince === undefined ? (one.foretold.next.starts.has(name) ? 'start' : 'steady') : inferred?.repeats ? 'end' : 'once';
	return { ...told, container: name, healthy: false, coming, causes: [...told.causes, ...restartCauses(one, container)] };
}

const OFTEN = 3;
/** Seconds within which a program that cannot run at all is over. */
const AT_ONCE = 1;

/** It waits for its next start, and the dump does not say how it ended; but it may say that a probe failed. */
function untold(one: Case, container: SeenContainer): Finding {
	const { facts } = one;
	const hook = newest(container.events.filter(({ reason }) => reason === 'FailedPostStartHook'));
	if (hook) {
		const told = hookFailed(one, container, { index: 0, from: undefined, to: undefined, exitCode: 0, reason: '', message: '', lasted: undefined });
		return { ...told, container: container.name, healthy: false, coming: 'unknown', causes: [...told.causes, ...restartCauses(one, container)] };
	}
	const kind = (['liveness', 'startup'] as const).find((each) => failuresOf(container, each) !== undefined);
	const failures = kind && failuresOf(container, kind);
	if (kind && failures) {
		const args = { container: container.name, probe: kind, count: container.restarts, output: outputOf(failures) };
		return {
			headline: { code: 'killed/untold', args },
			container: container.name,
			healthy: false,
			coming: 'unknown',
			causes: [{ code: 'probe/fails', args, evidence: said(failures) }, ...restartCauses(one, container)],
			advice: [{ code: 'probe/ask', args, line: { field: specField(facts, container.name, `${kind}Probe`) } }, lastWords(facts, container)],
		};
	}
	return {
		headline: { code: 'exits/untold', args: { container: container.name, count: container.restarts } },
		container: container.name,
		healthy: false,
		coming: 'unknown',
		causes: restartCauses(one, container),
		advice: [lastWords(facts, container), { code: 'describe', args: {}, line: { command: kubectl(facts, 'describe pod') } }],
	};
}

/** Whether the container is started anew after this end: ContainerShouldRestart (api/v1/pod); a rule that says so has said so before. */
function isRunAgain({ facts }: Case, { spec, group, restarts, waiting }: SeenContainer, { exitCode, index, kill }: End): boolean {
	const { phase } = facts.shown;
	if (phase === 'Succeeded' || phase === 'Failed') return false;
	if (index < restarts || waiting !== undefined) return true;
	const policy = spec.restartPolicy ?? facts.pod.spec?.restartPolicy ?? 'Always';
	if (policy === 'Always' && (group !== 'init' || spec.restartPolicy !== undefined)) return true;
	return policy !== 'Never' && (exitCode !== 0 || (kill !== undefined && group !== 'init'));
}

/** Ended badly, and is not started again, while others of the pod go on. */
export function stayedDown(one: Case, container: SeenContainer): Finding | undefined {
	const end = inferredOf(one, container.name)?.pattern;
	if (end === undefined || end.exitCode === 0 || container.runningSince !== undefined || container.group === 'sidecar') return undefined;
	const told = toldOf(one, container, end);
	const policy: Cause<CauseCode> = { code: 'policy/never', args: {}, evidence: field('spec.restartPolicy') };
	return {
		...told,
		container: container.name,
		healthy: false,
		coming: one.foretold.next.finished === undefined ? 'steady' : 'finish',
		causes: [...told.causes, policy],
	};
}

/** What ran when the node or its runtime went down: nobody knows how it ended (cri StatusUnknown, containerd's unknownExitCode). */
export const isLost = ({ reason, exitCode }: Pick<End, 'reason' | 'exitCode'>): boolean => reason === 'Unknown' && exitCode === 255;

type Told = Pick<Finding, 'headline' | 'causes' | 'advice'>;

/** What is to be said of an end, whether the container is started again or not. */
export function toldOf(one: Case, container: SeenContainer, end: End): Told {
	if (end.reason === 'OOMKilled') return outOfMemory(one, container, end);
	if (end.reason === 'StartError' || end.reason === 'ContainerCannotRun') return notStarted(one, container, end);
	if (end.kill?.by === 'liveness' || end.kill?.by === 'startup') return killed(one, container, end, end.kill.by);
	if (end.kill?.by === 'postStart') return hookFailed(one, container, end);
	return exited(one, container, end);
}

/** How often it ended: each restart follows an end, and the run that is over is one more. */
export const endings = ({ restarts, runningSince, ended }: SeenContainer): number => (runningSince === undefined && ended.length > 0 ? restarts + 1 : restarts);

function outOfMemory({ facts }: Case, container: SeenContainer, { lasted = 0 }: End): Told {
	const { name, spec } = container;
	const limit = spec.resources?.limits?.['memory'] ?? spec.resources?.requests?.['memory'];
	const hasLimit = spec.resources?.limits?.['memory'] !== undefined;
	const args = { container: name, count: endings(container), limit: String(limit ?? ''), after: lasted };
	const memory = specField(facts, name, 'resources.limits.memory');
	const killed: Cause<CauseCode> = {
		code: 'oom',
		args,
		evidence: [endField(facts, container, 'reason'), { field: statusField(facts, name, 'restartCount') }],
	};
	// What was pasted without the container's resources does not say whether it has a limit.
	const isTold = spec.resources !== undefined || facts.pod.metadata?.name !== undefined;
	const own: readonly Cause<CauseCode>[] = hasLimit
		? [{ code: 'limit', args, evidence: field(memory) }]
		: isTold
			? [{ code: 'no-limit', args, evidence: field(specField(facts, name, 'resources')) }]
			: [];
	return {
		headline: { code: hasLimit ? 'oom' : isTold ? 'oom/no-limit' : 'oom/untold', args },
		causes: [...own, killed],
		advice: [
			hasLimit
				? { code: 'memory', args, line: { field: memory, value: `> ${args.limit}` } }
				: { code: 'memory/node', args, line: { field: specField(facts, name, 'resources.requests.memory') } },
			lastWords(facts, container),
			{ code: 'top', args, line: { command: kubectl(facts, 'top pod', '--containers') } },
		],
	};
}

/** What an exit code says, where it says something: shells and signals have their own. */
const CODES: Readonly<Record<number, CauseCode>> = {
	126: 'exit/not-executable',
	127: 'exit/not-found',
	134: 'exit/crashed',
	137: 'exit/killed',
	139: 'exit/crashed',
	143: 'exit/terminated',
};

/** What an exit code says, of a container that ended so often. */
function codeOf(end: End, count: number): CauseCode {
	const { exitCode, lasted = 0 } = end;
	if (exitCode === 0) return 'exit/done';
	if (isLost(end)) return 'exit/lost';
	if (exitCode === 255 && lasted <= AT_ONCE) return 'exit/format';
	const other = exitCode > 128 && exitCode < 160 ? 'exit/crashed' : count > 1 ? 'exit' : 'exit/once';
	return CODES[exitCode] ?? other;
}

function exited({ facts }: Case, container: SeenContainer, end: End): Told {
	const { name, spec, group } = container;
	const policy = spec.restartPolicy ?? facts.pod.spec?.restartPolicy ?? 'Always';
	const count = endings(container);
	const before = container.ended.find(({ index }) => index === end.index - 1);
	const differs = before !== undefined && before.exitCode !== end.exitCode ? 1 : 0;
	const args = { container: name, count, code: end.exitCode, after: end.lasted ?? 0, policy, signal: end.exitCode - 128, differs };
	const code = codeOf(end, count);
	// With terminationMessagePolicy it may be the end of its log.
	const says: readonly Cause<CauseCode>[] = end.message
		? [{ code: 'exit/says', args: { message: end.message }, evidence: [endField(facts, container, 'message')] }]
		: [];
	const command = specField(facts, name, 'command');
	const look = lastWords(facts, container);
	const change: Advice<AdviceCode> = { code: 'command', args, line: { field: command } };
	const owned = facts.pod.metadata?.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
	const job: readonly Advice<AdviceCode>[] =
		end.exitCode === 0 && group === 'app' && !owned
			? [
					{
						code: 'job',
						args,
						line: { field: spec.restartPolicy === undefined ? 'spec.restartPolicy' : specField(facts, name, 'restartPolicy'), value: 'OnFailure' },
					},
				]
			: [];
	return {
		headline: { code: end.exitCode === 0 ? 'finishes' : 'exits', args },
		causes: [{ code, args, evidence: [endField(facts, container, 'exitCode'), { field: statusField(facts, name, 'restartCount') }] }, ...says],
		advice: end.exitCode === 126 || end.exitCode === 127 ? [change, look] : [...job, look, change].slice(0, 3),
	};
}

function notStarted({ facts }: Case, container: SeenContainer, end: End): Told {
	const { name, events } = container;
	const failed = newest(events.filter(({ reason }) => reason === 'Failed'));
	const args = {
		container: name,
		count: endings(container),
		message: end.message || container.waitingMessage || (failed?.message.replace(/^Error: /, '') ?? ''),
	};
	const meant = meantBy('start', args.message);
	const told: Told = {
		headline: { code: 'start-error', args },
		causes: [{ code: 'start/refused', args, evidence: [endField(facts, container, 'message'), ...said(failed)] }],
		advice: [
			{ code: 'command', args, line: { field: specField(facts, name, 'command') } },
			{ code: 'describe', args, line: { command: kubectl(facts, 'describe pod') } },
		],
	};
	if (!meant) return told;
	const means = meaningOf(meant, told.causes[0]?.evidence ?? [], args);
	const rest = told.advice.filter(({ code }) => code !== 'command');
	return { ...told, causes: [...told.causes, ...means], advice: [...remedyOf(meant, { facts, container: name }, args), ...rest] };
}

function killed({ facts }: Case, container: SeenContainer, end: End, kind: 'liveness' | 'startup'): Told {
	const { name, events } = container;
	const probe = probeOf(container, kind);
	const failures = failuresOf(container, kind);
	const output = outputOf(failures);
	const threshold = probe?.failureThreshold ?? 3;
	const args = {
		container: name,
		probe: kind,
		count: endings(container),
		after: end.lasted ?? 0,
		threshold,
		period: probe?.periodSeconds ?? 10,
		delay: probe?.initialDelaySeconds ?? 0,
		timeout: probe?.timeoutSeconds ?? 1,
		...(output ? { output } : {}),
	};
	const at = (rest: string): string => specField(facts, name, `${kind}Probe.${rest}`);
	const causes: Cause<CauseCode>[] = [{ code: 'probe/budget', args, evidence: [{ field: at('failureThreshold') }, { field: at('periodSeconds') }] }];
	if (failures) causes.push({ code: 'probe/fails', args, evidence: said(failures) });
	causes.push({
		code: 'probe/killed',
		args,
		evidence: [...said(newest(events.filter(({ reason }) => reason === 'Killing'))), endField(facts, container, 'exitCode')],
	});
	// A probe whose first answers may kill is impatient with what starts slowly.
	const soon = (end.lasted ?? 0) <= args.delay + (threshold + 1) * args.period;
	const slow: Advice<AdviceCode> =
		kind === 'startup'
			? { code: 'probe/patience', args, line: { field: at('failureThreshold'), value: `> ${threshold}` } }
			: { code: 'probe/slow', args, line: { field: specField(facts, name, 'startupProbe') } };
	const ask: Advice<AdviceCode> = { code: 'probe/ask', args, line: { field: specField(facts, name, `${kind}Probe`) } };
	const advice = soon ? [slow, ask] : [ask];
	return { headline: { code: 'killed', args }, causes, advice: [...advice, lastWords(facts, container)] };
}

function hookFailed({ facts }: Case, container: SeenContainer, end: End): Told {
	const { name, events } = container;
	const args = { container: name, count: endings(container), after: end.kill?.after ?? 0, message: container.waitingMessage };
	return {
		headline: { code: 'hook', args },
		causes: [
			{
				code: 'hook/fails',
				args,
				evidence: [{ field: specField(facts, name, 'lifecycle.postStart') }, ...said(newest(events.filter(({ reason }) => reason === 'FailedPostStartHook')))],
			},
		],
		advice: [{ code: 'hook', args, line: { field: specField(facts, name, 'lifecycle.postStart') } }, lastWords(facts, container)],
	};
}

/** That it is started again, and how long it has to wait for that. */
function restartCauses({ facts }: Case, container: SeenContainer): readonly Cause<CauseCode>[] {
	const { name, spec, restarts, waitingMessage, events, group } = container;
	const policy = spec.restartPolicy ?? facts.pod.spec?.restartPolicy ?? 'Always';
	const backOff = newest(events.filter(({ reason, message }) => reason === 'BackOff' && message.startsWith('Back-off restarting')));
	if (container.runningSince !== undefined || restarts === 0) {
		const code = policy === 'Never' ? 'policy/never' : 'policy';
		return [
			{
				code,
				args: { container: name, policy: group === 'init' && policy === 'Always' ? 'OnFailure' : policy, count: restarts },
				evidence: field(spec.restartPolicy === undefined ? 'spec.restartPolicy' : specField(facts, name, 'restartPolicy')),
			},
		];
	}
	const [, wait] = /^back-off (\S+) restarting/.exec(waitingMessage) ?? [];
	const seconds = wait === undefined ? Math.min(300, 10 * 2 ** (restarts - 1)) : secondsOf(wait);
	const waiting: Evidence = { field: statusField(facts, name, wait === undefined ? 'restartCount' : 'state.waiting.message') };
	return [{ code: 'wait', args: { container: name, wait: seconds }, evidence: [waiting, ...said(backOff)] }];
}

/** `1m20s`, as the kubelet prints a back-off. */
function secondsOf(text: string): number {
	const [, minutes = '0', seconds = '0'] = /^(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
	return 60 * Number(minutes) + Number(seconds);
}
