import { type Broken, type Cause, type Finder, isBlank, type Line, rangeIn } from './broken';

const HEADER = /(?:^|[:-]\s+)[|>][-+0-9]*\s*(?:#.*)?$/;

/** The text of `|` or `>` that does not stand deeper than what it belongs to. */
export const blockText: Finder = (broken) => {
	const header = broken.lines.slice(0, broken.row + 1).findLast(({ text }) => HEADER.test(text));
	return header ? ofBlock(broken, header) : [];
};

function ofBlock({ lines, row }: Broken, header: Line): readonly Cause[] {
	const from = lines.indexOf(header) + 1;
	const first = lines.slice(from).find((line) => !isBlank(line));
	// Inside a list the text stands deeper than the dash, else than the key.
	const column = header.indent + (/^\s*(?:-\s+)*-\s+[|>]/.test(header.text) ? 1 : /^\s*-\s/.test(header.text) ? 3 : 1);
	if (!first) return [];
	const end = lines.findIndex(
		(line, i) => i > from && !isBlank(line) && line.indent < column && /^\s*(?:- |[A-Za-z][\w./-]*:(?:\s|$))/.test(line.text) && i > row - 1,
	);
	const last = end < 0 ? lines.length : end;
	return [last, row + 1].flatMap((until) => {
		const block = lines.slice(from, until).filter((line) => !isBlank(line) && line.indent < column);
		const by = column + 1 - Math.min(...block.map(({ indent }) => indent));
		if (block.length === 0) return [];
		return {
			code: 'yaml/block-text',
			range: rangeIn(first, first.indent, first.text.trimEnd().length),
			title: { en: `Indent the text by ${by}`, ko: `글을 ${by}칸 들여쓰기` },
			edits: lines
				.slice(from, until)
				.filter((line) => !isBlank(line))
				.map(({ start }) => ({ range: { start, end: start }, text: ' '.repeat(by) })),
		};
	});
}
