import { resolve } from '../yaml/scalar';

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
	const isDate = /^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(text);
	return resolve({ kind: 'scalar', text, style: 'plain', range: { start: 0, end: 0 } }).kind === 'string' && !isSexagesimal && !isDate;
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
	if (column + text.length <= width) return style === 'single' ? text.replaceAll("'", "''") : text;
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
