import { type Origin, wayOf } from '../../built/origin';
import { distinct, type Rope, type Roped, slice } from '../../built/rope';
import type { Range } from '../../yaml/node';

/** The files that say what a chart depends on. */
export const DEPENDING: readonly string[] = ['Chart.yaml', 'requirements.yaml'];

/** A part of a text that came from one place. */
interface Piece {
	readonly text: string;
	readonly origin: Origin;
}

/**
 * Where a part of a rendered text was typed, what decides first, then what has to do with it: of a literal and values the literal, of several places in one file all from the first
 * to the last. Nothing where nobody knows.
 */
export function placesOf({ text, rope }: Roped, range: Range): readonly Origin[] {
	const end = Math.max(range.end, range.start + 1);
	const found = piecesOf(text.slice(range.start, end), slice(rope, range.start, end));
	// Quotes, blanks and what joins two values do not decide.
	const named = found.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
	const pieces = named.length > 0 ? named : found;
	const [first] = pieces;
	if (!first) return [];
	const decides = deciding(pieces, first);
	return distinct([decides, ...pieces.flatMap(({ origin }) => wayOf(origin))]);
}

/** The full path of a file of a chart, as origins name it; undefined for what lies in a packed chart, which no editor shows. */
export function pathIn(chart: string, file: string): string | undefined {
	if (file.includes('.tgz/')) return undefined;
	return IS_FULL.test(file) ? file : `${chart}/${file}`;
}

/** The same the other way round: from the chart's folder where a file lies in it, else as it is. */
export const nameIn = (chart: string, file: string): string => (file.startsWith(`${chart}/`) ? file.slice(chart.length + 1) : file);

/** The places that origins name, by the full paths of their files; those that no editor shows are left out. */
export const openable = (chart: string, origins: readonly Origin[]): readonly Origin[] =>
	origins.flatMap(({ file, range }) => {
		const path = pathIn(chart, file);
		return path === undefined ? [] : [{ file: path, range }];
	});

/** A path from the root of all files, or a URI; others are paths from the chart's folder. */
export const IS_FULL = /^(?:\/|[\w+.-]+:)/;

/** Of one place that; of what one action printed all from the first to the last of its values; of more what stands around them in the template. */
function deciding(pieces: readonly Piece[], { origin }: Piece): Origin {
	const literal = pieces.find((piece) => isTemplate(piece.origin.file))?.origin;
	const { file, range } = origin;
	if (!literal && pieces.every((piece) => isSamePlace(piece.origin, origin))) return { file, range };
	const printers = pieces.flatMap((piece) => piece.origin.via?.slice(0, 1) ?? []);
	const [printer] = printers;
	const isOneAction = printer !== undefined && printers.every((one) => isSamePlace(one, printer)) && pieces.every((piece) => piece.origin.file === file);
	const home = literal ?? (isOneAction ? origin : (printer ?? origin));
	const own = pieces.flatMap((piece) => wayOf(piece.origin).find((one) => one.file === home.file)?.range ?? []);
	return { file: home.file, range: around(own) };
}

/** Whether two are one place, whatever led there. */
export const isSamePlace = (a: Origin, b: Origin): boolean => a.file === b.file && a.range.start === b.range.start && a.range.end === b.range.end;

/** Whether a file, from the chart's folder, is a template of the chart or of a subchart. */
export const isTemplate = (file: string): boolean => /^(?:charts\/[^/]+\/)*templates\//.test(file);

function piecesOf(text: string, rope: Rope): readonly Piece[] {
	let at = 0;
	return rope.flatMap(({ length, origins: [origin] }) => {
		const own = text.slice(at, at + length);
		at += length;
		return origin ? [{ text: own, origin }] : [];
	});
}

const around = (ranges: readonly Range[]): Range => ({ start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) });
