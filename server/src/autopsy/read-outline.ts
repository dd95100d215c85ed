/** Text that is laid out by indentation, `Key:  value` a line, as kubectl's PrefixWriter writes it. */
import { timeOf } from './dump';

export interface Block {
	readonly key: string;
	/** What stands behind the colon. */
	readonly value: string;
	readonly blocks: readonly Block[];
	/** The lines below it as they are, for what is no outline: tables, commands. */
	readonly lines: readonly string[];
}

/** Takes a text apart, to any depth. A line without a colon belongs to the lines of what stands above it. */
export function blocksOf(text: string): readonly Block[] {
	return parsed(text.split(/\r?\n/).filter((line) => line.trim() !== ''));
}

const indentOf = (line: string): number => line.search(/\S/);

/** Deeper than this nothing that kubectl prints is nested. */
const DEEPEST = 8;

function parsed(lines: readonly string[], depth = 0): readonly Block[] {
	const first = lines[0];
	if (first === undefined || depth > DEEPEST) return [];
	const indent = indentOf(first);
	const starts = lines.flatMap((line, index) => (indentOf(line) <= indent ? [index] : []));
	return starts.flatMap((start, number) => {
		const below = lines.slice(start + 1, starts[number + 1] ?? lines.length);
		// A key ends at the first colon that a blank or nothing follows; blanks in a row would cost a pattern their square.
		const [key, value] = halves((lines[start] ?? '').trim());
		return key === '' ? [] : [{ key, value, blocks: parsed(below, depth + 1), lines: below }];
	});
}

function halves(line: string): readonly [key: string, value: string] {
	for (let at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
		const next = line[at + 1];
		if (next === undefined || next === ' ' || next === '\t') return [line.slice(0, at), line.slice(at + 1).trim()];
	}
	return ['', ''];
}

export const textOf = (blocks: readonly Block[], key: string): string | undefined => blocks.find((one) => one.key === key)?.value;

/** A time as kubectl prints it (RFC 1123) or as the API does, in milliseconds of the epoch. */
export function timeIn(text: string | undefined): number | undefined {
	// Go's zero time means none; JavaScript would take its year for 2001.
	return / 0001 /.test(text ?? '') ? undefined : timeOf(text);
}
