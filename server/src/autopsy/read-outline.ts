/** Text that is laid out by indentation, `Key:  value` a line, as kubectl's PrefixWriter writes it. */

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
		const [, key, value = ''] = /^\s*([^:]+?):(?:\s+(.*?))?\s*$/.exec(lines[start] ?? '') ?? [];
		return key === undefined ? [] : [{ key, value, blocks: parsed(below, depth + 1), lines: below }];
	});
}

export const textOf = (blocks: readonly Block[], key: string): string | undefined => blocks.find((one) => one.key === key)?.value;

/** A time as kubectl prints it (RFC 1123) or as the API does, in milliseconds of the epoch. */
export function timeIn(text: string | undefined): number | undefined {
	// Go's zero time means none; JavaScript would take its year for 2001.
	const time = / 0001 /.test(text ?? '') ? Number.NaN : Date.parse(text ?? '');
	return Number.isNaN(time) ? undefined : time;
}
