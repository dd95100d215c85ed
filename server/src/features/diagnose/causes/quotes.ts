import { quoted } from '../../../yaml/write';
import { particle } from '../../particle';
import { type Cause, type Finder, type Line, linesNear, type Pieces, piecesOf, rangeIn } from './broken';

/** A value that YAML reads otherwise, unless it stands in quotes: `*`, `@`, `%`, a backtick, a colon and a space. */
export const needsQuotes: Finder = (broken) => linesNear(broken).flatMap(ofLine);

/** The same of an item that YAML takes for a key with a value, where text is wanted: `- echo done: yes`. */
export const colonInText = (lines: readonly Line[]): readonly Cause[] =>
	lines.flatMap((line) => {
		const { head = '', valueAt = 0, value = '' } = piecesOf(line) ?? {};
		// What looks like a key is part of the text.
		const text = line.text.slice(head.length, valueAt + value.length);
		return head.includes('-') ? whole(line, { head, key: '', value: text, valueAt: head.length }) : [];
	});

function ofLine(line: Line): readonly Cause[] {
	const pieces = piecesOf(line);
	if (!pieces || pieces.value === '') return [];
	return [...asImage(line, pieces), ...withoutEnd(line, pieces), ...whole(line, pieces), ...withoutMark(line), ...betweenBrackets(line, pieces)];
}

const QUOTE = { en: 'Put it in quotes', ko: '따옴표로 감싸기' };

/** Marks that begin something else than text, and text that does not go on after its own quotes, or holds a colon. */
const ODD = /^[*&!%@`|>?,\]}]|: |:$|^(["']).*\1.+$|^(["']).*\2.*\2$|^[[{].*[\]}].*[^\s\]},]$/;

function whole(line: Line, { value, valueAt, key }: Pieces): readonly Cause[] {
	if (!ODD.test(value)) return [];
	const range = rangeIn(line, valueAt, valueAt + value.length);
	return written(value).map((text) => ({
		code: 'yaml/needs-quotes',
		range,
		title: QUOTE,
		edits: [{ range, text }],
		...(key === 'schedule' ? { why: SCHEDULE } : {}),
	}));
}

const SCHEDULE = {
	en: 'A schedule that begins with `*` or `@` means something else to YAML. Put it in quotes.',
	ko: '`*`나 `@`로 시작하는 스케줄은 YAML이 다른 뜻으로 읽는다. 따옴표로 감싼다.',
};

/** In quotes: those that are there around all of it, else those that need no backslash. */
function written(value: string): readonly string[] {
	const [, quote, inner, behind] = /^(["'])(.*?)\1(.*)$/.exec(value) ?? [];
	// `"nginx":1.27` was meant as one text, `'it's'` as a text with an apostrophe.
	if (quote && behind) return [...(value.endsWith(quote) && value.length > 1 ? [inQuotes(value.slice(1, -1))] : []), inQuotes(`${inner}${behind}`)];
	return [inQuotes(value)];
}

/** In single quotes where double ones would need backslashes. */
export const inQuotes = (text: string): string => (/["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : quoted(text));

/** `"web";` and `"web",`, as other languages end a line. */
function withoutEnd(line: Line, { value, valueAt }: Pieces): readonly Cause[] {
	const [, end = ''] = /^(?:"[^"]*"|'[^']*')(\s*[;,]\s*)$/.exec(value) ?? [];
	return end === '' ? [] : [removing(line, valueAt + value.length - end.length, end)];
}

/** A mark that was not meant: no quotes make a name of `@web`. */
export function withoutMark(line: Line): readonly Cause[] {
	const { value = '', valueAt = 0 } = piecesOf(line) ?? {};
	const [mark = ''] = /^(?:[*&!%@`]|- +|[[{](?=[^[\]{}]*$))(?=[\w./])/.exec(value) ?? [];
	return mark === '' ? [] : [removing(line, valueAt, mark)];
}

function removing(line: Line, from: number, text: string): Cause {
	const range = rangeIn(line, from, from + text.length);
	const mark = text.trim();
	return {
		code: 'yaml/needs-quotes',
		range,
		title: { en: `Remove ${mark}`, ko: `${mark} 지우기` },
		edits: [{ range, text: '' }],
		why: { en: `YAML does not read \`${mark}\` as text here.`, ko: `YAML은 이 자리의 \`${mark}\`${particle(mark, '을/를')} 글자로 읽지 않는다.` },
	};
}

/** `image: nginx: 1.27`: no quotes help, the space is too much. */
function asImage(line: Line, { key, value, valueAt }: Pieces): readonly Cause[] {
	const [, name = '', tag = ''] = /^([\w./-]+) *: +([\w.-]+)$/.exec(value) ?? [];
	if (key !== 'image' || name === '') return [];
	const range = rangeIn(line, valueAt, valueAt + value.length);
	return [
		{
			code: 'yaml/needs-quotes',
			range,
			title: { en: `Change to ${name}:${tag}`, ko: `${name}:${tag} 형태로 붙여 쓰기` },
			edits: [{ range, text: `${name}:${tag}` }],
			why: {
				en: 'A colon with a space behind it begins a value of its own. In an image the tag follows the colon at once.',
				ko: '콜론 뒤에 공백이 있으면 YAML은 새 값이 시작된다고 읽는다. 이미지의 태그는 콜론에 붙여 쓴다.',
			},
		},
	];
}

/** `[*.log, @daily]` */
function betweenBrackets(line: Line, { value, valueAt }: Pieces): readonly Cause[] {
	if (!/[[{]/.test(value)) return [];
	const items = [...value.matchAll(/(?<=[[{,:]\s*)[*&!%@`][^,\]}]*?(?=\s*[,\]}])/g)];
	const edits = items.map(({ 0: item, index }) => ({ range: rangeIn(line, valueAt + index, valueAt + index + item.length), text: inQuotes(item) }));
	const [first] = edits;
	return first ? [{ code: 'yaml/needs-quotes', range: first.range, title: QUOTE, edits }] : [];
}
