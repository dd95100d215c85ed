import type { Place } from '../protocol/text';

/** Where the lines of a text begin, in UTF-16 units; they end as the protocol has it, with `\n`, `\r\n` or `\r`. */
export function lineStarts(text: string): readonly number[] {
	return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
}

/** The place of an offset in a text whose lines begin there. */
export function placeIn(starts: Uint32Array, offset: number): Place {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low, character: offset - (starts[low] ?? 0) };
}
