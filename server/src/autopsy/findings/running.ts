/** Containers that run: ready, not yet, not any more; and those before them that are still at work. */
import { failsNow, pendingKill } from '../ends';
import { failuresOf, newest, outputOf, probeOf, type SeenContainer } from '../facts';
import {
	type Advice,
	type AdviceCode,
	type Case,
	type Cause,
	type CauseCode,
	conditionField,
	endField,
	type Finding,
	field,
	inferredOf,
	kubectl,
	lastWords,
	ofContainer,
	said,
	specField,
	statusField,
} from '../finding';
import { isLost } from './crash';

/** Told to stop, and still runs, ready or not: with another definition, or as a probe failed, it is started anew then. */
export function stopping({ facts, foretold }: Case, container: SeenContainer): Finding | undefined {
	const kill = pendingKill(container);
	if (kill?.by !== 'changed' && kill?.by !== 'liveness' && kill?.by !== 'startup') return undefined;
	const { name, events } = container;
	const args = { container: name, since: Math.max(1, facts.now - kill.at), probe: kill.by };
	const isMeant = kill.by === 'changed';
	return {
		headline: { code: isMeant ? 'stopping/changed' : 'stopping/probe', args },
		causes: [{ code: 'stopping', args, evidence: said(newest(events.filter(({ reason }) => reason === 'Killing'))) }],
		advice: isMeant ? [] : [{ code: 'logs', args, line: { command: kubectl(facts, 'logs', ...ofContainer(facts, name)) } }],
		coming: foretold.next.starts.has(name) ? 'start' : 'unknown',
		container: name,
		healthy: isMeant,
	};
}

/** Runs, and its probes do not let it count as ready. */
export function notReady(one: Case, container: SeenContainer): Finding | undefined {
	const { facts, foretold } = one;
	const { name, runningSince, status, group } = container;
	if (runningSince === undefined || status?.ready === true || group === 'init') return undefined;
	const startup = probeOf(container, 'startup') !== undefined && status?.started !== true;
	const liveness = failsNow(container, 'liveness', facts.now);
	const kind = startup ? 'startup' : liveness && probeOf(container, 'readiness') === undefined ? 'liveness' : 'readiness';
	const probe = probeOf(container, kind);
	if (probe === undefined) return undefined;
	const failures = failuresOf(container, kind);
	const inThisRun = failures !== undefined && failures.last >= runningSince;
	const output = outputOf(inThisRun ? failures : undefined);
	const { periodSeconds: period = 10, failureThreshold: threshold = 3, initialDelaySeconds: delay = 0 } = probe;
	const args = {
		container: name,
		probe: kind,
		up: facts.now - runningSince,
		period,
		threshold,
		delay,
		budget: delay + period * threshold,
		output,
		count: failures?.count ?? 0,
	};
	const path = specField(facts, name, `${kind}Probe`);
	const ask: Advice<AdviceCode> = { code: 'probe/ask', args, line: { field: path } };
	const logs: Advice<AdviceCode> = { code: 'logs', args, line: { command: kubectl(facts, 'logs', ...ofContainer(facts, name)) } };
	const now: Cause<CauseCode> = { code: 'blocks', args, evidence: field(conditionField(facts, 'Ready', 'message')) };
	if (startup || !inThisRun) {
		const fails: readonly Cause<CauseCode>[] = inThisRun
			? [{ code: 'probe/fails', args, evidence: said(failures) }]
			: [{ code: facts.hasEvents ? 'probe/not-yet' : 'probe/unseen', args, evidence: field(`${path}${delay > 0 ? '.initialDelaySeconds' : ''}`) }];
		const budget: readonly Cause<CauseCode>[] = startup
			? [{ code: 'probe/budget', args, evidence: [{ field: `${path}.failureThreshold` }, { field: `${path}.periodSeconds` }] }]
			: [];
		const coming = foretold.next.ends.has(name) && !foretold.next.ready ? 'kill' : foretold.next.ready === undefined ? 'unknown' : 'ready-if';
		return {
			headline: { code: 'starting', args },
			causes: [...budget, ...fails, now],
			advice: inThisRun ? [ask, logs] : [],
			coming,
			container: name,
			healthy: false,
		};
	}
	return {
		headline: { code: 'not-ready', args },
		causes: [{ code: 'probe/fails', args, evidence: said(failures) }, now],
		advice: [ask, logs],
		// A program that is slow to begin may still succeed.
		coming: foretold.next.ready !== undefined ? 'ready' : kind === 'readiness' ? 'succeed' : 'mend',
		container: name,
		healthy: false,
	};
}

/** An init container at work keeps the others waiting. */
export function atWork({ facts }: Case, container: SeenContainer): Finding | undefined {
	const { name, group, runningSince } = container;
	if (group !== 'init' || runningSince === undefined) return undefined;
	const args = { container: name, up: facts.now - runningSince };
	return {
		headline: { code: 'working', args },
		causes: [
			{ code: 'working', args, evidence: [{ field: statusField(facts, name, 'state.running.startedAt') }] },
			{ code: 'blocks', args, evidence: field(conditionField(facts, 'Initialized', 'message')) },
		],
		advice: [{ code: 'logs', args, line: { command: kubectl(facts, 'logs', '-c', name, '-f') } }],
		coming: 'unknown',
		container: name,
		healthy: false,
	};
}

/** Nothing has started yet, and nothing is wrong. */
export function creating({ facts, foretold }: Case, container: SeenContainer): Finding | undefined {
	const { name, waiting, spec, events } = container;
	if (waiting !== 'ContainerCreating' && waiting !== 'PodInitializing' && facts.pod.status?.phase !== 'Pending') return undefined;
	if (container.runningSince !== undefined || container.ended.length > 0) return undefined;
	const pulling = newest(events.filter(({ reason }) => reason === 'Pulling'));
	const pulled = newest(events.filter(({ reason }) => reason === 'Pulled'));
	const isPulling = pulling !== undefined && pulling.last > (pulled?.last ?? Number.NEGATIVE_INFINITY);
	const args = { container: name, image: spec.image ?? '', since: facts.now - (pulling?.last ?? 0) };
	const hooked = spec.lifecycle?.postStart !== undefined && events.some(({ reason }) => reason === 'Started');
	const why: Cause<CauseCode> = hooked
		? {
				code: 'hooking',
				args,
				evidence: [{ field: specField(facts, name, 'lifecycle.postStart') }, ...said(newest(events.filter(({ reason }) => reason === 'Started')))],
			}
		: isPulling
			? { code: 'pulling', args, evidence: said(pulling) }
			: { code: 'creating', args, evidence: field(statusField(facts, name, 'state.waiting.reason')) };
	return {
		headline: { code: hooked ? 'creating/hook' : 'creating', args },
		causes: [why],
		advice: [{ code: 'describe', args, line: { command: kubectl(facts, 'describe pod') } }],
		// How long a pull or a hook takes that is under way is a guess, and no promise.
		coming: foretold.next.ready === undefined || isPulling || hooked ? 'unknown' : 'ready',
		container: name,
		healthy: false,
	};
}

/** Some containers are done and stay so, and others run. */
export function partlyDone({ facts, foretold }: Case): Finding | undefined {
	const { containers } = facts;
	const done = containers.filter(({ ended: runs, group, runningSince }) => group === 'app' && runningSince === undefined && runs[0]?.exitCode === 0);
	const running = containers.filter(({ group, runningSince, status }) => group === 'app' && runningSince !== undefined && status?.ready === true);
	const [first] = done;
	if (first === undefined || running.length === 0) return undefined;
	const args = { container: first.name, code: 0, others: running.map(({ name }) => name).join(', ') };
	const ended: Cause<CauseCode> = { code: 'ended', args, evidence: [endField(facts, first, 'exitCode')] };
	const policy: Cause<CauseCode> = {
		code: 'done/stays',
		args,
		evidence: field(first.spec.restartPolicy === undefined ? 'spec.restartPolicy' : specField(facts, first.name, 'restartPolicy')),
	};
	return {
		headline: { code: 'partly', args },
		causes: [ended, policy],
		advice: [],
		coming: foretold.next.finished === undefined ? 'steady' : 'finish',
		healthy: true,
	};
}

/** All is well: never restarted, or again. */
export function healthy({ facts, foretold }: Case): Finding | undefined {
	const { pod, containers, now, since } = facts;
	const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
	if (pod.status?.phase !== 'Running' || ready?.status !== 'True') return undefined;
	// A description does not say when: since the last container started, then.
	const known = now - (since.get('Ready') ?? Math.max(...containers.map(({ runningSince = 0 }) => runningSince)));
	// Where nothing is newer than that start nobody knows when it was printed.
	const readyFor = known > 0 ? known : '';
	const restarted = containers.find(({ restarts, group }) => restarts > 0 && group !== 'init');
	const at = conditionField(facts, 'Ready', 'lastTransitionTime');
	const isReady: Cause<CauseCode> = { code: 'now', args: { since: readyFor }, evidence: field(at) };
	const coming = foretold.next.finished === undefined ? 'steady' : 'finish';
	const deadline = pod.spec?.activeDeadlineSeconds;
	const ahead: readonly Cause<CauseCode>[] =
		deadline === undefined ? [] : [{ code: 'deadline/ahead', args: { deadline }, evidence: field('spec.activeDeadlineSeconds') }];
	if (restarted === undefined)
		return { headline: { code: 'healthy', args: { since: readyFor } }, causes: [isReady, ...ahead], advice: [], coming, healthy: true };
	const { name, restarts } = restarted;
	const end = inferredOf({ facts, foretold }, name)?.pattern;
	const args = { container: name, count: restarts, since: readyFor, code: end?.exitCode ?? 0, reason: end?.reason ?? '' };
	const was: readonly Cause<CauseCode>[] =
		end === undefined
			? []
			: [
					{
						code: end.kill?.by === 'changed' ? 'was/changed' : isLost(end) ? 'was/lost' : 'was',
						args,
						evidence: [endField(facts, restarted, 'exitCode'), { field: statusField(facts, name, 'restartCount') }],
					},
				];
	return {
		headline: { code: 'recovered', args },
		causes: [...was, isReady, ...ahead],
		advice: [lastWords(facts, restarted)],
		coming,
		container: name,
		healthy: true,
	};
}
