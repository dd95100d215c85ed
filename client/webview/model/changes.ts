/** What an edit or a knob did to the life, in a line. */

import type { PanelWords } from '../text/words-en';
import type { Model, PodModel } from './model';

const NOTICEABLE = 0.4;

export function changesBetween(before: Model, now: Model, words: PanelWords['changes']): string[] {
	const changes: string[] = [];
	const [was, is] = [factsOf(before), factsOf(now)];
	if (was.ready === undefined && is.ready !== undefined) changes.push(words.readyNow);
	else if (was.ready !== undefined && is.ready === undefined) changes.push(words.readyNever);
	else if (was.ready !== undefined && is.ready !== undefined && Math.abs(is.ready - was.ready) > NOTICEABLE) {
		changes.push(
			is.ready > was.ready ? words.readyLater(is.ready - was.ready) : words.readySooner(was.ready - is.ready),
		);
	}
	const restarts = is.restarts - was.restarts;
	if (restarts) changes.push(restarts > 0 ? words.restartsMore(restarts) : words.restartsFewer(-restarts));
	if (was.gone === undefined && is.gone !== undefined) changes.push(words.goneNow);
	else if (was.gone !== undefined && is.gone === undefined) changes.push(words.goneNever);
	else if (was.gone !== undefined && is.gone !== undefined && Math.abs(is.gone - was.gone) > NOTICEABLE) {
		changes.push(is.gone > was.gone ? words.goneLater(is.gone - was.gone) : words.goneSooner(was.gone - is.gone));
	}
	if (was.exit !== is.exit && was.exit && is.exit) changes.push(words.exitCode(was.exit, is.exit));
	if (was.phase !== is.phase && was.phase && is.phase) changes.push(words.phase(was.phase, is.phase));
	// Restarts and ends take readiness along; alone it is worth a word.
	const lost = is.lost - was.lost;
	if (!changes.length && lost) changes.push(lost > 0 ? words.notReadyMore(lost) : words.notReadyFewer(-lost));
	return changes.length ? changes : [words.nothing];
}

interface Facts {
	readonly ready: number | undefined;
	readonly restarts: number;
	/** How often a pod stops being ready. */
	readonly lost: number;
	readonly gone: number | undefined;
	readonly exit: string;
	readonly phase: string;
}

function factsOf(model: Model): Facts {
	const ready = model.pods.flatMap((pod) => firstReady(pod) ?? []);
	const gone = model.pods.map((pod) => pod.goneAt);
	const exits = model.pods.flatMap((pod) => pod.lanes.flatMap((lane) => lane.exits)).sort((a, b) => a.t - b.t);
	return {
		ready: ready.length ? Math.min(...ready) : undefined,
		restarts: model.pods.reduce((sum, pod) => sum + pod.lanes.reduce((own, lane) => own + lane.restarts, 0), 0),
		lost: model.pods.reduce((sum, pod) => sum + timesLost(pod), 0),
		gone: gone.length && gone.every((t) => t !== undefined) ? Math.max(...gone) : undefined,
		exit: String(exits.at(-1)?.code ?? ''),
		phase: model.pods.at(-1)?.phases.at(-1)?.word ?? '',
	};
}

function firstReady(pod: PodModel): number | undefined {
	return pod.conditions.get('Ready')?.find((span) => span.status === 'True')?.from;
}

function timesLost(pod: PodModel): number {
	const ready = pod.conditions.get('Ready') ?? [];
	return ready.filter((span, i) => span.status === 'False' && ready[i - 1]?.status === 'True').length;
}
