import { type Cause, type Finder, isBlank, type Line, linesNear, rangeIn } from './broken';

/** A colon without its space, a dash without one, a key without a colon. */
export const colonOrDash: Finder = (broken) => {
	const near = linesNear(broken);
	// Who forgets it once forgets it on every line.
	const glued = broken.lines.filter((line) => GLUED.test(line.text));
	return [
		...near.flatMap(gluedColon),
		...(glued.length > 1 ? [allGlued(glued)] : []),
		...near.flatMap((line) => gluedDash(line, broken.lines)),
		...near.flatMap((line) => gluedItem(line, broken.lines)),
		...near.flatMap(noColon),
	];
};

/** `name:web`, but no address and no time. */
const GLUED = /^(\s*(?:-\s+)*["']?[A-Za-z][\w./-]*["']?:)(?!\/\/)(?=[^\s:])/;

const SPACE = { en: 'Put a space behind the colon', ko: '콜론 뒤에 공백 넣기' };

function gluedColon(line: Line): readonly Cause[] {
	const head = GLUED.exec(line.text)?.[0].length;
	if (head === undefined) return [];
	const range = rangeIn(line, line.text.search(/[^\s-]/), line.text.length);
	return [{ code: 'yaml/space-after-colon', range, title: SPACE, edits: [spaceAt(line, head)] }];
}

function allGlued(lines: readonly Line[]): Cause {
	const [first] = lines;
	const range = first ? rangeIn(first, first.indent, first.text.length) : { start: 0, end: 0 };
	return {
		code: 'yaml/space-after-colon',
		range,
		title: { en: `Put a space behind the colon, on ${lines.length} lines`, ko: `${lines.length}개 줄에서 콜론 뒤에 공백 넣기` },
		edits: lines.map((line) => spaceAt(line, GLUED.exec(line.text)?.[0].length ?? 0)),
	};
}

const spaceAt = (line: Line, column: number) => ({ range: rangeIn(line, column, column), text: ' ' });

/** `-name: a` */
export function gluedDash(line: Line, lines: readonly Line[]): readonly Cause[] {
	const head = /^\s*-(?=[A-Za-z"'][\w./"'-]*:(?:\s|$))/.exec(line.text)?.[0].length;
	if (head === undefined) return [];
	// What belongs to the item stands in the column of its first key, and moves with it.
	const below = lines.slice(lines.indexOf(line) + 1);
	const end = below.findIndex((one) => !isBlank(one) && one.indent < head);
	const belongs = below.slice(0, end < 0 ? below.length : end).filter((one) => !isBlank(one));
	const alone = dashAt(line, head);
	return [alone, ...(belongs.length > 0 ? [{ ...alone, edits: [spaceAt(line, head), ...belongs.map((one) => spaceAt(one, 0))] }] : [])];
}

/** `-sh` among items that have their space. */
function gluedItem(line: Line, lines: readonly Line[]): readonly Cause[] {
	const head = /^\s*-(?=[^\s-])/.exec(line.text)?.[0].length;
	const beside = lines.filter(({ start }) => start !== line.start).some(({ text, indent }) => indent === line.indent && /^\s*- /.test(text));
	if (head === undefined || !beside) return [];
	return [dashAt(line, head)];
}

const dashAt = (line: Line, column: number): Cause => ({
	code: 'yaml/space-after-dash',
	range: rangeIn(line, column - 1, line.text.trimEnd().length),
	title: { en: 'Put a space behind the dash', ko: '대시 뒤에 공백 넣기' },
	edits: [spaceAt(line, column)],
});

/** `metadata` above what belongs to it, `replicas 3`, `replicas = 3`, `replicas; 3`, `cpu "250m"`. */
function noColon(line: Line): readonly Cause[] {
	const [, head = '', key = '', gap = '', value = ''] = /^(\s*(?:-\s+)*)([A-Za-z][\w./-]*)(\s*[=;：]\s*|\s*)(.*)$/.exec(line.text) ?? [];
	if (key === '' || /^[:(]/.test(value) || (gap === '' && value !== '')) return [];
	const at = head.length + key.length;
	const range = rangeIn(line, head.length, line.text.trimEnd().length);
	const edit = { range: rangeIn(line, at, at + (value === '' ? 0 : gap.length)), text: value === '' || value.startsWith('#') ? ':' : ': ' };
	// A word alone may be a key that is still being typed.
	return [
		{
			code: 'yaml/missing-colon',
			range,
			...(value === '' ? { isCertain: true } : {}),
			title: { en: 'Put a colon behind the key', ko: '키 뒤에 콜론 넣기' },
			edits: [edit],
		},
	];
}
