import { behind, type Origin } from './origin';

/** A stretch of a text that came about at one place. */
export interface Strand {
	/** In UTF-16 units. */
	readonly length: number;
	/** Where it was typed, what decides first; none where nobody typed it. */
	readonly origins: readonly Origin[];
	/** Its characters stand one by one at the first origin. */
	readonly isExact: boolean;
}

/** Strands that cover a text from its start to its end. */
export type Rope = readonly Strand[];

/** A text with its rope. */
export interface Roped {
	readonly text: string;
	readonly rope: Rope;
}

/** So many origins are kept of what is made of more. */
const MOST_ORIGINS = 8;

/** A text as it stands in a file, from an offset on. */
export const asTyped = (file: string, start: number, length: number): Rope => [
	{ length, origins: [{ file, range: { start, end: start + length } }], isExact: true },
];

/** A text that nobody typed. */
export const untyped = (length: number): Rope => (length === 0 ? [] : [{ length, origins: [], isExact: false }]);

export const lengthOf = (rope: Rope): number => rope.reduce((sum, { length }) => sum + length, 0);

/** The rope of a part of the text; offsets count from its start. */
export const slice = (rope: Rope, from: number, to: number): Rope => cutter(rope)(from, to);

/** Cuts parts out of a rope, of which each begins where the one before began, or behind. */
function cutter(rope: Rope): (from: number, to: number) => Rope {
	let [first, at] = [0, 0];
	return (from, to) => {
		for (let strand = rope[first]; strand && at + strand.length <= from; strand = rope[++first]) at += strand.length;
		const found: Strand[] = [];
		let [next, start] = [first, at];
		for (let strand = rope[next]; strand && start < to; strand = rope[++next]) {
			const end = Math.min(to - start, strand.length);
			const begin = Math.max(from - start, 0);
			if (begin < end) found.push(narrowed(strand, begin, end));
			start += strand.length;
		}
		return found;
	};
}

function narrowed(strand: Strand, from: number, to: number): Strand {
	const [first, ...others] = strand.origins;
	if (from === 0 && to === strand.length) return strand;
	if (!strand.isExact || !first) return { ...strand, length: to - from };
	const { start } = first.range;
	return { length: to - from, origins: [{ ...first, range: { start: start + from, end: start + to } }, ...others], isExact: true };
}

/** One strand for what was made of several texts: its origins are those of all that went in. */
export const fused = (ropes: readonly Rope[], length: number): Rope =>
	length === 0 ? [] : [{ length, origins: distinct(ropes.flatMap((rope) => rope.flatMap(({ origins }) => origins))), isExact: false }];

/** Origins without those that stand there twice. */
export function distinct(origins: readonly Origin[]): readonly Origin[] {
	const found = new Map<string, Origin>();
	for (const origin of origins) {
		const key = `${origin.file}\n${origin.range.start}\n${origin.range.end}`;
		if (!found.has(key)) found.set(key, origin);
		if (found.size === MOST_ORIGINS) break;
	}
	return [...found.values()];
}

/** What printed the text, or led to it, behind all its origins; what nobody typed was typed there. */
export const ledThrough = (rope: Rope, place: Origin): Rope =>
	rope.map((strand) =>
		strand.origins.length === 0 ? { ...strand, origins: [place] } : { ...strand, origins: strand.origins.map((origin) => behind(origin, place)) },
	);

/** A text whose parts are known by where they begin, in order; what lies between nobody typed. */
export function laidOut(length: number, parts: readonly { readonly start: number; readonly rope: Rope }[]): Rope {
	const rope: Strand[] = [];
	let at = 0;
	for (const part of parts) {
		if (part.start < at) continue;
		rope.push(...untyped(part.start - at), ...part.rope);
		at = part.start + lengthOf(part.rope);
	}
	return [...rope, ...untyped(length - at)];
}

/**
 * The rope of a text in which others stand one after another, their lines whole but for blanks around them (indentation, quotes, separators come in between);
 * undefined where one is not found.
 */
export function woven(text: string, sources: readonly Roped[]): Rope | undefined {
	const parts: { readonly start: number; readonly rope: Rope }[] = [];
	let cursor = 0;
	for (const source of sources) {
		const cut = cutter(source.rope);
		let at = 0;
		for (const line of source.text.split('\n')) {
			const content = line.trim();
			if (content !== '') {
				const start = text.indexOf(content, cursor);
				if (start < 0) return undefined;
				const from = at + line.indexOf(content);
				parts.push({ start, rope: cut(from, from + content.length) });
				cursor = start + content.length;
			}
			at += line.length + 1;
		}
	}
	return laidOut(text.length, parts);
}
