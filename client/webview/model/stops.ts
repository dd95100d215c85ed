/** The moments of a life as places where the playhead stops, as rows of the story and as chains of causes. */
import type { Moment } from '../../../server/src/protocol/life';
import type { Bilingual } from '../../../server/src/protocol/text';
import { NEAR } from './at';
import type { Model } from './model';

/** Moments nearer than this are one stop; the weightiest speaks. */
const ONE_STOP = 0.3;

export interface Stop {
	/** Time of the moment that speaks. */
	readonly t: number;
	readonly speaks: Moment;
	readonly moments: readonly Moment[];
}

export function stopsOf(model: Model): Stop[] {
	const groups: Moment[][] = [];
	for (const moment of shownIn(model)) {
		const group = groups.at(-1);
		if (group?.[0] && moment.t - group[0].t < ONE_STOP) group.push(moment);
		else groups.push([moment]);
	}
	return groups.flatMap((moments) => {
		const speaks = weightiest(moments);
		return speaks ? [{ t: speaks.t, speaks, moments }] : [];
	});
}

/** Of a life in which a text is applied, those that are in the picture. */
function shownIn({ moments, apply }: Model): Moment[] {
	return inOrder(apply ? moments.filter(({ t }) => t >= apply.from) : moments);
}

function inOrder(moments: readonly Moment[]): Moment[] {
	return [...moments].sort((a, b) => a.t - b.t || a.id - b.id);
}

/** The last of the weightiest. */
export function weightiest(moments: readonly Moment[]): Moment | undefined {
	let best: Moment | undefined;
	for (const moment of moments) if (!best || moment.weight >= best.weight) best = moment;
	return best;
}

/** The stop at or before `t`; before the first one, the first. */
export function stopAt(stops: readonly Stop[], t: number): Stop | undefined {
	let found = stops[0];
	for (const stop of stops) {
		if (stop.t > t + NEAR) break;
		found = stop;
	}
	return found;
}

export function stopBeside(stops: readonly Stop[], t: number, direction: 1 | -1): Stop | undefined {
	return direction > 0 ? stops.find((stop) => stop.t > t + NEAR) : stops.findLast((stop) => stop.t < t - NEAR);
}

/** Where the panel opens: on what the headline is about; without that, on the weightiest moment, the last of equals. */
export function pointOf(model: Model): Moment | undefined {
	const { point } = model.life;
	const told = point === undefined ? undefined : model.moments[point];
	return told && told.t <= model.end
		? told
		: weightiest(inOrder(model.moments).filter((moment) => moment.t <= model.end));
}

export interface StoryRow {
	readonly t: number;
	/** The moment whose sentence the row tells: the last of a streak. */
	readonly moment: Moment;
	readonly first: number;
	readonly count: number;
}

/** One row a moment; a streak of failing probes is one row. */
export function storyRows(model: Model): StoryRow[] {
	const rows: StoryRow[] = [];
	const open = new Map<string, number>();
	for (const moment of shownIn(model)) {
		const lane = `${moment.pod ?? ''}/${moment.container ?? ''}`;
		const streak = isFailingProbe(moment) ? `${moment.code} ${moment.args.probe ?? ''}` : '';
		const key = `${lane} ${streak}`;
		const at = streak ? open.get(key) : undefined;
		const row = at === undefined ? undefined : rows[at];
		if (row && at !== undefined) {
			rows[at] = { ...row, t: moment.t, moment, count: row.count + 1 };
			continue;
		}
		// Anything else in the lane ends its streaks.
		for (const other of [...open.keys()]) if (other.startsWith(`${lane} `)) open.delete(other);
		if (streak) open.set(key, rows.length);
		rows.push({ t: moment.t, moment, first: moment.t, count: 1 });
	}
	return rows.sort((a, b) => a.t - b.t || a.moment.id - b.moment.id);
}

function isFailingProbe(moment: Moment): boolean {
	return moment.code === 'probe/failed';
}

/** The row that stands for a moment. */
export function rowOf(rows: readonly StoryRow[], moment: Moment): number {
	const own = rows.findIndex((row) => row.moment.id === moment.id);
	if (own >= 0) return own;
	const lane = (other: Moment) =>
		other.code === moment.code && other.pod === moment.pod && other.container === moment.container;
	return rows.findIndex((row) => lane(row.moment) && row.first <= moment.t && row.t >= moment.t);
}

/** Causes from the first to the moment itself, at most four; the weightiest cause of each. */
export function causesOf(model: Model, moment: Moment): Moment[] {
	const chain = [moment];
	for (let first = moment; chain.length < 4; ) {
		const cause = weightiest(
			first.because.flatMap((id) => (id < first.id && model.moments[id] ? [model.moments[id]] : [])),
		);
		if (!cause) break;
		chain.unshift(cause);
		first = cause;
	}
	return chain;
}

/** Lighter moments are steps on the way to what follows from another. */
const FOLLOWS = 6;

/** What followed from the moment: its first consequence, and if that is a small step that led on at once, where it led. */
export function consequenceOf(model: Model, moment: Moment): Moment | undefined {
	const first = firstConsequence(model, moment);
	for (let step = first; step && step.t - moment.t < ONE_STOP; step = firstConsequence(model, step))
		if (step.weight >= FOLLOWS) return step;
	return first;
}

function firstConsequence(model: Model, moment: Moment): Moment | undefined {
	return weightiestFirst(model.moments.filter((other) => other.because.includes(moment.id)));
}

function weightiestFirst(moments: readonly Moment[]): Moment | undefined {
	const [first] = moments;
	return (
		first &&
		moments
			.filter((moment) => moment.t - first.t < ONE_STOP)
			.reduce((best, moment) => (moment.weight > best.weight ? moment : best), first)
	);
}

const SILENCE: Bilingual = { en: '', ko: '' };

export function sentenceOf(model: Model, moment: Moment): Bilingual {
	return model.life.sentences[moment.id] ?? SILENCE;
}

export function labelOf(model: Model, moment: Moment): Bilingual {
	return model.life.labels[moment.id] ?? SILENCE;
}

/** After an edit: the same moment if it still exists, else undefined. */
export function sameMoment(before: Moment, model: Model): Moment | undefined {
	const alike = (other: Moment) =>
		other.code === before.code && other.pod === before.pod && other.container === before.container;
	let best: Moment | undefined;
	for (const moment of model.moments) {
		if (alike(moment) && (!best || Math.abs(moment.t - before.t) < Math.abs(best.t - before.t))) best = moment;
	}
	return best;
}
