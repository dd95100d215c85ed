/** How a life differs from the one it is compared with, in a line. */
import type { PanelWords } from '../text/words-en';
import type { Model, PodModel } from './model';

/** Seconds. Less than this nobody notices. */
const NOTICEABLE = 0.4;
/** The weightiest differences; more would be read as a list. */
const MOST = 2;

/** Nothing, if there is nothing to be seen. */
export function changesBetween(before: Model, now: Model, words: PanelWords['changes']): string[] {
	const [was, is] = [factsOf(before), factsOf(now)];
	return [
		...endChanges(was, is, words),
		...readyChange(was, is, words),
		...(was.restarts === is.restarts ? [] : [words.restarts(is.restarts, was.restarts)]),
		...exitChange(was, is, words),
		...lostChange(was, is, words),
	].slice(0, MOST);
}

function endChanges(was: Facts, is: Facts, words: PanelWords['changes']): string[] {
	if (was.gone === undefined && is.gone !== undefined) return [words.goneNow];
	if (was.gone !== undefined && is.gone === undefined) return [words.goneNever];
	if (was.gone !== undefined && is.gone !== undefined) {
		const later = is.gone - was.gone;
		if (Math.abs(later) > NOTICEABLE) return [later > 0 ? words.goneLater(later) : words.goneSooner(-later)];
	}
	if (is.readyPods && was.readyPods && is.readyPods.now !== was.readyPods.now)
		return [words.readyPods(is.readyPods.now, is.readyPods.all, was.readyPods.now)];
	return was.phase && is.phase && was.phase !== is.phase ? [words.phase(was.phase, is.phase)] : [];
}

function readyChange(was: Facts, is: Facts, words: PanelWords['changes']): string[] {
	if (was.ready === undefined && is.ready === undefined) return [];
	if (was.ready === undefined) return [words.readyNow];
	if (is.ready === undefined) return [words.readyNever];
	const later = is.ready - was.ready;
	if (Math.abs(later) <= NOTICEABLE) return [];
	return [later > 0 ? words.readyLater(later) : words.readySooner(-later)];
}

/** Where nothing ended before, an end that is as it should be is no news of its own. */
function exitChange(was: Facts, is: Facts, words: PanelWords['changes']): string[] {
	const news = is.exit !== '' && is.exit !== was.exit && (was.exit !== '' || is.exit !== '0');
	return news ? [words.exitCode(was.exit, is.exit)] : [];
}

/** Where the end, or never being ready, says it already, it is the last to be told. */
function lostChange(was: Facts, is: Facts, words: PanelWords['changes']): string[] {
	if (is.ready === undefined || was.ready === undefined || Math.abs(is.lost - was.lost) <= NOTICEABLE) return [];
	if (is.lost <= NOTICEABLE) return [words.alwaysReady];
	return [was.lost > NOTICEABLE ? words.notReadyFor(is.lost, was.lost) : words.notReady(is.lost)];
}

interface Facts {
	readonly ready: number | undefined;
	readonly restarts: number;
	/** Seconds for which pods that had been ready were not, while they were there. */
	readonly lost: number;
	readonly gone: number | undefined;
	/** The last of a container that is not to end before the others begin. */
	readonly exit: string;
	readonly phase: string;
	/** Of a workload, at the end. */
	readonly readyPods?: { readonly now: number; readonly all: number };
}

function factsOf(model: Model): Facts {
	const ready = model.pods.flatMap((pod) => firstReady(pod) ?? []);
	const gone = model.pods.map((pod) => pod.goneAt);
	const lanes = model.pods.flatMap((pod) => pod.lanes);
	const exits = lanes.flatMap(({ kind, exits: own }) => (kind === 'init' ? [] : own)).sort((a, b) => a.t - b.t);
	const { owner } = model;
	return {
		ready: ready.length ? Math.min(...ready) : undefined,
		restarts: lanes.reduce((sum, lane) => sum + lane.restarts, 0),
		lost: model.pods.reduce((sum, pod) => sum + lostBy(pod), 0),
		gone: gone.length && gone.every((t) => t !== undefined) ? Math.max(...gone) : undefined,
		exit: String(exits.at(-1)?.code ?? ''),
		phase: model.pods.at(-1)?.phases.at(-1)?.word ?? '',
		...(owner && { readyPods: { now: owner.ready.at(-1)?.count ?? 0, all: owner.most } }),
	};
}

function firstReady(pod: PodModel): number | undefined {
	return pod.conditions.get('Ready')?.find((span) => span.status === 'True')?.from;
}

function lostBy(pod: PodModel): number {
	const ready = pod.conditions.get('Ready') ?? [];
	const since = firstReady(pod) ?? Number.POSITIVE_INFINITY;
	const until = pod.deletedAt ?? pod.to;
	return ready
		.filter((span) => span.status !== 'True' && span.from >= since && span.from < until)
		.reduce((sum, span) => sum + Math.min(span.to, until) - span.from, 0);
}
