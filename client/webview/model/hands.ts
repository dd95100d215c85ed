/**
 * Three ways of knowing, in the life of a live pod: what is measured stands in the dump at both ends, what is reckoned has an end that
 * was deduced, what is foretold comes after the newest time in it. Lives of manifests know no difference.
 */
import type { LiveTimes } from '../../../server/src/protocol/life';

export type Hand = 'reckoned' | 'foretold';

interface Lasting {
	readonly from: number;
	readonly to: number;
}

/** Something that lasts, and how it is known; without a hand it is measured. */
export type Known<T> = T & {
	readonly hand?: Hand;
	/** It was cut by now: when the whole of it began, and when it ends. */
	readonly whole?: Lasting;
};

/** The API cuts times to whole seconds. */
const SAME_SECOND = 1.05;

/** Whether a time stands in the dump. */
export const isWritten = ({ marks }: LiveTimes, t: number): boolean =>
	marks.some(({ t: first, lastT = first }) => Math.abs(first - t) < SAME_SECOND || Math.abs(lastT - t) < SAME_SECOND);

/** An instant and how it is known. */
export function handAt(live: LiveTimes | undefined, t: number): Hand | undefined {
	if (!live) return undefined;
	return t > live.known ? 'foretold' : isWritten(live, t) ? undefined : 'reckoned';
}

/** What lasts over now becomes two; `reckons`: whether what is past may be reckoned, or counts as known in any case. */
export function inHands<T extends Lasting>(
	items: readonly T[],
	live: LiveTimes | undefined,
	reckons: boolean,
): readonly Known<T>[] {
	if (!live) return items;
	const { known: now } = live;
	const past = (from: number, to: number): { readonly hand?: Hand } =>
		!reckons || (isWritten(live, from) && (to >= now || isWritten(live, to))) ? {} : { hand: 'reckoned' };
	return items.flatMap((item): Known<T>[] => {
		const { from, to } = item;
		if (from >= now) return [{ ...item, hand: 'foretold' }];
		if (to <= now) return [{ ...item, ...past(from, to) }];
		const whole = { from, to };
		return [
			{ ...item, to: now, whole, ...past(from, now) },
			{ ...item, from: now, whole, hand: 'foretold' },
		];
	});
}
