import type { Line } from './lines';

/** A column of the document and what stands in it. */
interface Frame {
	readonly column: number;
	readonly kind: 'map' | 'list';
	/** Of a map: its keys so far; the last is the one in hand. */
	readonly keys: string[];
	/** Of a list: the index of the item in hand. */
	index: number;
	/** The key or item in hand has its value on its own line already. */
	filled: boolean;
}

/** The place that a line's indentation makes for it. */
export interface Climbed {
	readonly path: readonly (string | number)[];
	readonly above: readonly string[];
	readonly below: readonly string[];
	readonly column: number;
	/** The column is not the one that was asked for, at which nothing can stand. */
	readonly moved: boolean;
}

/** Reads down to a row, keeping one frame for each column that is open there. `dashes` are those before the place; a blank line may be moved to a column that fits. */
export function climb(lines: readonly Line[], row: number, asked: number, dashes: readonly number[], isBlank: boolean): Climbed | undefined {
	const frames = framesAbove(lines, row);
	if (!frames) return undefined;
	for (const dash of dashes) enterItem(frames, dash);
	const next = lineBelow(lines, row);
	const column = isBlank ? fitting(frames, asked, columnBelow(lines, row), next?.dashes[0]) : asked;
	close(frames, column, (frame) => frame.kind === 'list' && frames.at(-2)?.column === column && frames.at(-2)?.kind === 'map');
	const last = frames.at(-1);
	// The items of a list may stand in the column of its key: between the two, and between them, there is room for an item alone.
	const isAboveItem = isBlank && last?.kind === 'map' && !last.filled && next?.dashes[0] === column;
	const opens = last?.kind === 'map' && (last.column < column || isAboveItem);
	const path = frames.flatMap((frame, i): (string | number)[] => {
		const inHand = i < frames.length - 1 || opens;
		if (frame.kind === 'list') return i === frames.length - 1 && dashes.length === 0 && frame.column === column ? [] : [frame.index];
		return inHand ? [frame.keys.at(-1) ?? ''] : [];
	});
	const isHere = last?.kind === 'map' && last.column === column && !isAboveItem;
	return { path, above: isHere ? last.keys : [], below: isAboveItem ? [] : keysBelow(lines, row, column), column, moved: column !== asked };
}

/** What is open above a row; undefined where the document is no map and no list, or has ended. */
function framesAbove(lines: readonly Line[], row: number): Frame[] | undefined {
	const frames: Frame[] = [];
	for (const line of lines.slice(0, row)) {
		if (line.empty) continue;
		if (line.text.startsWith('...')) return undefined;
		for (const dash of line.dashes) enterItem(frames, dash);
		const filled = line.value !== '' && !/^[&!][^ ]*$/.test(line.value);
		if (line.key !== undefined) enterKey(frames, line.column, line.key, filled);
		const last = frames.at(-1);
		if (line.dashes.length > 0 && line.key === undefined && last) last.filled = filled;
		if (!last && !line.value.startsWith('%')) return undefined;
	}
	return frames;
}

/** The column, nearest to the one asked for, at which a new line can stand; `item` is that of the dash in the line below. */
function fitting(frames: readonly Frame[], asked: number, below: number, item: number | undefined): number {
	// A line that stands deeper below belongs to what stands above.
	const column = Math.max(asked, below);
	const outer = frames.findLastIndex((frame) => frame.column <= column);
	const last = frames[outer];
	if (last?.column === column) return column;
	const inner = frames[outer + 1];
	if (inner) return inner.column;
	// A list that begins below in the column of its key has no room for anything deeper.
	if (last && (last.filled || (last.kind === 'map' && last.column === item))) return last.column;
	return below > (last?.column ?? -1) ? below : column;
}

/** The column of the next line that is not empty; -1 where there is none. */
export function columnBelow(lines: readonly Line[], row: number): number {
	const next = lineBelow(lines, row);
	return next ? (next.dashes[0] ?? next.column) : -1;
}

const lineBelow = (lines: readonly Line[], row: number): Line | undefined => lines.slice(row + 1).find((line) => !line.empty);

/** Leaves the frames that end left of a column, and those at it that `also` says. */
function close(frames: Frame[], column: number, also: (frame: Frame) => boolean): void {
	for (let last = frames.at(-1); last && (last.column > column || (last.column === column && also(last))); last = frames.at(-1)) frames.pop();
}

function enterItem(frames: Frame[], column: number): void {
	close(frames, column, () => false);
	const last = frames.at(-1);
	if (last?.kind === 'list' && last.column === column) {
		last.index++;
		last.filled = false;
	} else frames.push({ column, kind: 'list', keys: [], index: 0, filled: false });
}

function enterKey(frames: Frame[], column: number, key: string, filled: boolean): void {
	close(frames, column, (frame) => frame.kind === 'list');
	const last = frames.at(-1);
	if (last?.kind === 'map' && last.column === column) {
		last.keys.push(key);
		last.filled = filled;
	} else {
		frames.push({ column, kind: 'map', keys: [key], index: 0, filled });
	}
}

/** Keys of the same map further down. */
function keysBelow(lines: readonly Line[], row: number, column: number): readonly string[] {
	const keys: string[] = [];
	for (const line of lines.slice(row + 1)) {
		if (line.empty) continue;
		if (line.dashes.length === 0 && line.column === column && line.key !== undefined) keys.push(line.key);
		else if ((line.dashes[0] ?? line.column) < column) break;
	}
	return keys;
}
