import { type Broken, type Cause, type Finder, isBlank, type Line, linesNear, rangeIn } from './broken';

/** Lines that stand in a column where nothing above them stands: moved to one where something does. */
export const indentation: Finder = (broken) => [...slippedLeft(broken), ...linesNear(broken, 2).flatMap((line) => moves(broken, line))];

/** The line farther left that the one where the parser gives up should lie in, or beside, with what belongs to it: that may be long. */
function slippedLeft({ lines, row }: Broken): readonly Cause[] {
	const indent = lines[row]?.indent ?? 0;
	const at = lines.findLastIndex((one, i) => i < row && !isBlank(one) && one.indent < indent);
	const line = lines[at];
	return line ? nearestColumns(lines, at).flatMap((column) => withOwn(lines, at, column).map((block) => moved(line, block, column - line.indent))) : [];
}

function moves(broken: Broken, line: Line): readonly Cause[] {
	const { lines } = broken;
	const row = lines.indexOf(line);
	if (/^\s*#/.test(line.text) || line.text.includes('\t')) return [];
	const deeper = span(lines, row, ({ indent }) => indent > line.indent);
	// The line alone may have slipped, or with what belongs to it, or a whole part.
	const level = span(lines, row, ({ indent }) => indent >= line.indent);
	const blocks = [[line], deeper, level].filter((block, i, all) => i === 0 || block.length > (all[i - 1]?.length ?? 0));
	return nearestColumns(lines, row).flatMap((column) => [...blocks, ...withOwn(lines, row, column)].map((block) => moved(line, block, column - line.indent)));
}

const nearestColumns = (lines: readonly Line[], row: number): readonly number[] => {
	const indent = lines[row]?.indent ?? 0;
	return columnsAround(lines, row)
		.filter((column) => column !== indent)
		.sort((a, b) => Math.abs(a - indent) - Math.abs(b - indent))
		.slice(0, 4);
};

/** A key that slipped out to the left ends where its new neighbours begin; the dashes of its list may stand in their column. */
function withOwn(lines: readonly Line[], row: number, column: number): readonly (readonly Line[])[] {
	const line = lines[row];
	if (!line || column <= line.indent || ITEM.test(line.text) || /^\s*#/.test(line.text) || line.text.includes('\t')) return [];
	const own = span(lines, row, ({ indent, text }) => indent > column || (indent === column && ITEM.test(text)));
	return own.length > 1 ? [own] : [];
}

const ITEM = /^\s*-(?:\s|$)/;

/** The line and those that follow it as long as they fit. */
function span(lines: readonly Line[], row: number, fits: (line: Line) => boolean): readonly Line[] {
	const found = lines.slice(row, row + 1);
	for (const line of lines.slice(row + 1)) {
		if (!isBlank(line) && !fits(line)) break;
		found.push(line);
	}
	return found.filter((line) => !isBlank(line));
}

/** Columns in which keys and dashes stand in the lines around. */
function columnsAround(lines: readonly Line[], row: number): readonly number[] {
	const columns = new Set<number>();
	for (const line of [...lines.slice(Math.max(0, row - 40), row), ...lines.slice(row + 1, row + 2)]) {
		if (isBlank(line)) continue;
		columns.add(line.indent);
		const dashes = /^ *((?:- +)+)/.exec(line.text)?.[1];
		if (dashes) columns.add(line.indent + dashes.length);
		if (/:\s*(?:#.*)?$/.test(line.text)) columns.add(line.indent + (dashes?.length ?? 0) + 2);
	}
	return [...columns];
}

function moved(line: Line, block: readonly Line[], by: number): Cause {
	const edits = block.map(({ start, indent }) =>
		by > 0 ? { range: { start, end: start }, text: ' '.repeat(by) } : { range: { start, end: start + Math.min(-by, indent) }, text: '' },
	);
	const columns = Math.abs(by);
	const many = block.length > 1 ? { en: ` ${block.length} lines`, ko: ` ${block.length}줄` } : { en: '', ko: '' };
	const to = line.indent + by;
	return {
		code: ITEM.test(line.text) ? 'yaml/list-depth' : 'yaml/indentation',
		range: rangeIn(line, line.indent, line.text.trimEnd().length),
		title: {
			en: `${by > 0 ? 'Indent' : 'Outdent'}${many.en} by ${columns} to column ${to + 1}`,
			ko: `${many.ko ? `${many.ko.trim()}을 ` : ''}${columns}칸 ${by > 0 ? '들여쓰기' : '내어쓰기'}(${to + 1}번째 칸)`,
		},
		edits,
		isCertain: true,
	};
}
