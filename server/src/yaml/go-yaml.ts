import { isTimestamp, resolve } from './scalar';

/** What a value is to be written as. */
export type Shape<Value> =
	| { readonly kind: 'map'; readonly keys: readonly string[]; readonly of: (key: string) => Value }
	| { readonly kind: 'list'; readonly items: readonly Value[] }
	| { readonly kind: 'scalar'; readonly text: (place: Place) => string };

/** How go-yaml writes: which of its versions, whether a list below a key has an indentation of its own, and what there is to write. */
export interface GoYaml<Value> {
	readonly version: Place['version'];
	readonly indentsLists: boolean;
	/** Empty maps and lists are scalars. */
	readonly shapeOf: (value: Value) => Shape<Value>;
}

/** A value as go-yaml's emitter writes it, keys sorted, without the line end. */
export const goYaml = <Value>(value: Value, how: GoYaml<Value>): string => block(how.shapeOf(value), 0, 0, how).replace(/^\n/, '').replace(/\n$/, '');

/** What stands behind a key or dash of an indentation, from a column on; it ends with a line end. */
function block<Value>(shape: Shape<Value>, indent: number, column: number, how: GoYaml<Value>): string {
	if (shape.kind === 'map') return `\n${entries(shape, indent, how)}`;
	if (shape.kind === 'list') return `\n${shape.items.map((item) => beside('-', how.shapeOf(item), indent, how)).join('')}`;
	return `${shape.text({ indent: Math.max(2, indent), column, isKey: false, version: how.version })}\n`;
}

/** A block as it follows a mark that takes two columns: its first line beside the mark. */
function beside<Value>(mark: string, shape: Shape<Value>, indent: number, how: GoYaml<Value>): string {
	const text = block(shape, indent + 2, indent + 2, how);
	return `${' '.repeat(indent)}${mark} ${text.startsWith('\n') ? text.slice(1).trimStart() : text}`;
}

function entries<Value>({ keys, of }: Extract<Shape<Value>, { kind: 'map' }>, indent: number, how: GoYaml<Value>): string {
	return [...keys]
		.sort(compareKeys)
		.map((key) => {
			const shape = how.shapeOf(of(key));
			if (isLong(key)) return `${' '.repeat(indent)}? ${longKey(key, indent + 2, how.version)}\n${beside(':', shape, indent, how)}`;
			const isFlat = !how.indentsLists && shape.kind === 'list';
			const name = scalarText(key, { indent, column: indent, isKey: true, version: how.version });
			const text = block(shape, isFlat ? indent : indent + 2, indent + [...name].length + 2, how);
			return `${' '.repeat(indent)}${name}:${text.startsWith('\n') ? '' : ' '}${text}`;
		})
		.join('');
}

const LONGEST_KEY = 128;

/** yaml_emitter_check_simple_key. A lone surrogate stands for a stray byte; no UTF-16 unit takes more than three. */
const isLong = (key: string): boolean =>
	key.includes('\n') || (key.length * 3 > LONGEST_KEY && new TextEncoder().encode(key.replace(STRAY, '?')).length > LONGEST_KEY);

const STRAY = /\p{Cs}/gu;

const longKey = (key: string, column: number, version: Place['version']): string =>
	scalarText(key.replace(STRAY, '\ufffd'), { indent: column, column, isKey: false, version });

/** keyList.Less: numbers inside keys count as such, and letters stand behind all else. */
function compareKeys(a: string, b: string): number {
	const [left, right] = [[...a], [...b]];
	for (let i = 0; i < left.length && i < right.length; i++) {
		const [x, y] = [left[i] ?? '', right[i] ?? ''];
		if (x === y) continue;
		const [isX, isY] = [/\p{L}/u.test(x), /\p{L}/u.test(y)];
		if (isX && isY) return x < y ? -1 : 1;
		if (isX || isY) return isY ? -1 : 1;
		const [m, n] = [digitsAt(left, i), digitsAt(right, i)];
		if (m !== n && Number(m || '0') !== Number(n || '0')) return Number(m || '0') - Number(n || '0');
		if (m.length !== n.length) return m.length - n.length;
		return x < y ? -1 : 1;
	}
	return left.length - right.length;
}

const digitsAt = (letters: readonly string[], from: number): string => /^\d*/.exec(letters.slice(from, from + 20).join(''))?.[0] ?? '';

/** Where a scalar is written: at which column it begins, and how far its further lines are indented. A key has one line. */
export interface Place {
	readonly indent: number;
	readonly column: number;
	readonly isKey: boolean;
	/** Which go-yaml writes: the second breaks long lines and escapes every tab. */
	readonly version: 2 | 3;
}

/** The column behind which a line is broken. */
const widthOf = ({ isKey, version }: Place): number => (isKey || version === 3 ? Infinity : 80);

/** What is_printable of go-yaml leaves out is escaped. */
const SPECIAL = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** encoder.stringv and yaml_emitter_select_scalar_style: a text as go-yaml writes it. */
export function scalarText(text: string, place: Place): string {
	const isSpecial = SPECIAL.test(text) || / \n/.test(text);
	const hasTab = text.includes('\t');
	if (text.includes('\n'))
		return place.isKey || isSpecial || (hasTab && place.version === 2) || text.endsWith(' ') ? doubleQuoted(text, place) : literal(text, place);
	if (!isString(text) || isSpecial || hasTab) return doubleQuoted(text, place);
	return isPlain(text) ? folded(text, place, 'plain') : `'${folded(text, place, 'single')}'`;
}

/** Whether it would be read as what it is if nothing stood around it. */
function isString(text: string): boolean {
	const isSexagesimal = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text);
	return resolve({ kind: 'scalar', text, style: 'plain', range: { start: 0, end: 0 } }).kind === 'string' && !isSexagesimal && !isTimestamp(text);
}

/** yaml_emitter_analyze_scalar. */
const isPlain = (text: string): boolean => !/^[#,[\]{}&*!|>'"%@`]|^---|^\.\.\.|^[?:-](?: |$)|.:(?: |$)| #|^ | $/.test(text);

/** yaml_emitter_write_literal_scalar. */
function literal(text: string, { indent }: Place): string {
	const hint = /^[ \n]/.test(text) ? '2' : '';
	const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
	const pad = ' '.repeat(indent);
	const lines = text.replace(/\n$/, '').split('\n');
	return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}

/** yaml_emitter_write_plain_scalar and …_single_quoted_scalar: a blank behind the last column becomes a break. */
function folded(text: string, place: Place, style: 'plain' | 'single'): string {
	const { indent, column } = place;
	const width = widthOf(place);
	if (column + text.length <= width || !text.includes(' ')) return style === 'single' ? text.replaceAll("'", "''") : text;
	const letters = [...text];
	let out = '';
	let at = column + (style === 'single' ? 1 : 0);
	let afterSpace = false;
	for (const [i, letter] of letters.entries()) {
		const isInside = style === 'plain' || (i > 0 && i < letters.length - 1);
		if (letter === ' ' && !afterSpace && at > width && isInside && letters[i + 1] !== ' ') {
			out += `\n${' '.repeat(indent)}`;
			at = indent;
		} else {
			const shown = letter === "'" && style === 'single' ? "''" : letter;
			out += shown;
			at += shown.length;
		}
		afterSpace = letter === ' ';
	}
	return out;
}

const SHORT: Readonly<Record<string, string>> = {
	'\0': '\\0',
	'\x07': '\\a',
	'\b': '\\b',
	'\t': '\\t',
	'\n': '\\n',
	'\v': '\\v',
	'\f': '\\f',
	'\r': '\\r',
	'\x1b': '\\e',
	'"': '\\"',
	'\\': '\\\\',
	'\x85': '\\N',
	'\u2028': '\\L',
	'\u2029': '\\P',
};

/** yaml_emitter_write_double_quoted_scalar. */
function doubleQuoted(text: string, place: Place): string {
	const { indent, column } = place;
	const width = widthOf(place);
	const letters = [...text];
	let out = '';
	let at = column + 1;
	let afterSpace = false;
	for (const [i, letter] of letters.entries()) {
		if (letter === ' ' && !afterSpace && at > width && i > 0 && i < letters.length - 1) {
			const mark = letters[i + 1] === ' ' ? '\\' : '';
			out += `\n${' '.repeat(indent)}${mark}`;
			at = indent + mark.length;
		} else {
			const shown = escaped(letter);
			out += shown;
			at += [...shown].length;
		}
		afterSpace = letter === ' ';
	}
	return `"${out}"`;
}

function escaped(letter: string): string {
	const short = SHORT[letter];
	if (short !== undefined) return short;
	if (!SPECIAL.test(letter)) return letter;
	const code = letter.codePointAt(0) ?? 0;
	const [mark, digits] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : ['U', 8];
	return `\\${mark}${code.toString(16).toUpperCase().padStart(digits, '0')}`;
}
