/** Sets of instants as half-open stretches of whole milliseconds, in order and apart from one another. */
import type { Claim, SubjectKind } from './expectation';
import { fits } from './fits';
import type { Track } from './tracks';
import type { Records } from './vocabulary';

export interface Stretch {
	readonly from: number;
	/** The first instant that is not in it. */
	readonly to: number;
}

/** When a claim is true of a track, to the horizon and with it. */
export function truths(track: Track, claim: Claim, horizon: number): readonly Stretch[] {
	const { kind, records } = track as Track<'pod'>;
	return whenever(records, horizon, (is) => fits(kind, is, claim));
}

function whenever<R>(records: readonly { readonly t: number; readonly is: R }[], horizon: number, isSo: (is: R) => boolean): readonly Stretch[] {
	const found: { from: number; to: number }[] = [];
	for (const [i, { t, is }] of records.entries()) {
		const to = Math.min(records[i + 1]?.t ?? Number.POSITIVE_INFINITY, horizon + 1);
		if (to <= t || !isSo(is)) continue;
		const last = found.at(-1);
		if (last && last.to === t) last.to = to;
		else found.push({ from: t, to });
	}
	return found;
}

/** What is in both. */
export function both(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
	const found: Stretch[] = [];
	for (let i = 0, j = 0; ; ) {
		const [a, b] = [one[i], other[j]];
		if (!a || !b) return found;
		const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
		if (from < to) found.push({ from, to });
		if (a.to < b.to) i++;
		else j++;
	}
}

/** What is in one and not in the other. */
export function without(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
	const gaps: Stretch[] = [];
	let from = Number.NEGATIVE_INFINITY;
	for (const stretch of other) {
		gaps.push({ from, to: stretch.from });
		from = stretch.to;
	}
	return both(one, [...gaps, { from, to: Number.POSITIVE_INFINITY }]);
}

export const holdsAt = (stretches: readonly Stretch[], t: number): boolean => stretches.some(({ from, to }) => from <= t && t < to);

/** What a track is at an instant; undefined before its first record. */
export function recordAt<K extends SubjectKind>({ records }: Track<K>, t: number): { readonly t: number; readonly is: Records[K] } | undefined {
	return records.findLast((record) => record.t <= t);
}

/** What is in any of them. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
	const found: { from: number; to: number }[] = [];
	for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
		const last = found.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else found.push({ from, to });
	}
	return found;
}
