import { type Cause, type Finder, isBlank, type Line, rangeIn } from './broken';

export const PUT_DASH = { en: 'Put a dash before it', ko: '앞에 대시 넣기' };

const WHY = {
	en: 'This key begins the first item of the list below the key above, and has no dash.',
	ko: '위 키 아래 목록의 첫 항목이 시작하는 줄인데 대시가 없다.',
};

/** A list whose first item has no dash, and the others have theirs. */
export const missingDash: Finder = ({ lines, row }) => {
	const dashes = lines.slice(Math.max(0, row - 1), row + 2).filter(({ text }) => /^ *- /.test(text));
	return dashes.flatMap((dash) => firstItem(lines, dash));
};

/** The line that begins what stands above an item of a list, in the column of its keys. */
function firstItem(lines: readonly Line[], dash: Line): readonly Cause[] {
	const column = /^ *- +/.exec(dash.text)?.[0].length ?? 0;
	const above = lines.slice(0, lines.indexOf(dash)).filter((line) => !isBlank(line) && !/^\s*#/.test(line.text));
	const owner = above.findLastIndex(({ indent }) => indent < column);
	const [key, first] = [above[owner], above[owner + 1]];
	const isList = key !== undefined && /:\s*(?:#.*)?$/.test(key.text) && key.indent <= dash.indent;
	if (!isList || first?.indent !== column || !/^ *[\w"'./-]+:(?:\s|$)/.test(first.text)) return [];
	const range = rangeIn(first, dash.indent, dash.indent + 1);
	return [
		{
			code: 'yaml/list-depth',
			range: rangeIn(first, column, first.text.trimEnd().length),
			title: PUT_DASH,
			edits: [{ range, text: '-' }],
			why: WHY,
		},
	];
}
