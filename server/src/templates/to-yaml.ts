import { resolve } from '../yaml/scalar';
import { wellFormed } from './bytes';
import { floatText } from './float-text';
import { base64 } from './functions/base';
import { bytesOf } from './functions/cast';
import { jsonNumber } from './functions/json';
import { Int, isDict, isList, isNilList, Struct, TypedMap, typeOf, type Value } from './value';

/** How one of the two libraries writes: whether a list below a key has an indentation of its own, and a float64. */
interface Style {
	readonly indentsLists: boolean;
	readonly number: (value: number) => string;
}

/** Through JSON, which writes whole numbers as such. */
const STRICT: Style = { indentsLists: false, number: (value) => yamlNumber(jsonNumber(value), value) };
const PRETTY: Style = { indentsLists: true, number: (value) => (Number.isFinite(value) ? floatText(value) : infinity(value)) };

/** sigs.k8s.io/yaml Marshal, without the line end: what toYaml prints; nothing where JSON has no such number. */
export const toYaml = (value: Value): string => (hasJson(value) ? written(value, STRICT) : '');

/** go-yaml's own Encoder with an indentation of two, which does not go through JSON. */
export const toPrettyYaml = (value: Value): string => written(value, PRETTY);

const written = (value: Value, style: Style): string => block(value, 0, style).replace(/^\n/, '').replace(/\n$/, '');

const infinity = (value: number): string => (Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf');

function hasJson(value: Value): boolean {
	if (isList(value)) return value.every(hasJson);
	if (isDict(value)) return [...value.values()].every(hasJson);
	return typeof value !== 'number' || Number.isFinite(value);
}

/** A number that is not whole is a float64 again when JSON is read. */
const yamlNumber = (json: string, value: number): string => (/^-?\d{1,19}$/.test(json) && json !== '-0' ? json : floatText(value));

/** What stands behind a key or dash of an indentation; it ends with a line end. */
function block(value: Value, indent: number, style: Style): string {
	if (isDict(value) && value.size > 0) return `\n${entries(value, indent, style)}`;
	if (isList(value) && value.length > 0 && typeOf(value) !== '[]uint8') return `\n${items(value, indent, style)}`;
	if (value instanceof Struct && typeof value.json !== 'string' && (value.json !== undefined || value.text === undefined))
		return block(value.json ?? new Map(value.fields), indent, style);
	return `${scalar(value, indent, style)}\n`;
}

const entries = (dict: ReadonlyMap<string, Value>, indent: number, style: Style): string =>
	[...dict.keys()]
		.sort(compareKeys)
		.map((key) => {
			const value = dict.get(key) ?? null;
			const isFlat = isList(value) && value.length > 0 && !style.indentsLists;
			const text = block(value, isFlat ? indent : indent + 2, style);
			return `${' '.repeat(indent)}${textOf(key, true, 0)}:${text.startsWith('\n') ? '' : ' '}${text}`;
		})
		.join('');

const items = (list: readonly Value[], indent: number, style: Style): string =>
	list
		.map((item) => {
			const text = block(item, indent + 2, style);
			return `${' '.repeat(indent)}- ${text.startsWith('\n') ? text.slice(1).trimStart() : text}`;
		})
		.join('');

function scalar(value: Value, indent: number, style: Style): string {
	if (value === null) return 'null';
	if (typeof value === 'string') return textOf(wellFormed(value), false, indent);
	if (isDict(value)) return value instanceof TypedMap && value.isNil ? 'null' : '{}';
	if (isList(value)) return isNilList(value) ? (style.indentsLists ? '[]' : 'null') : typeOf(value) === '[]uint8' ? base64(bytesOf(value)) : '[]';
	if (value instanceof Int) return String(value.value);
	if (typeof value === 'number') return style.number(value);
	if (typeof value === 'boolean') return String(value);
	return typeof value.json === 'string' || value.json === undefined ? textOf(value.json ?? value.text ?? '', false, indent) : scalar(value.json, indent, style);
}

/** encoder.stringv and the emitter's yaml_emitter_select_scalar_style. */
function textOf(text: string, isKey: boolean, indent: number): string {
	const special = /[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text) || text.includes('\t') || / \n/.test(text);
	if (text.includes('\n')) {
		if (isKey || special || text.endsWith(' ')) return double(text);
		return literal(text, indent);
	}
	const plain = resolve({ kind: 'scalar', text, style: 'plain', range: { start: 0, end: 0 } });
	const isString =
		plain.kind === 'string' &&
		!/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text) &&
		!/^\d{4}-\d\d?-\d\d?([Tt ].*)?$/.test(text) &&
		text !== '<<' &&
		text !== '=';
	if (!isString || special) return double(text);
	const quotes = /^[#,[\]{}&*!|>'"%@`]|^---|^\.\.\.|^[?:-](?: |$)|.:(?: |$)| #|^ | $/.test(text);
	return quotes ? `'${text.replaceAll("'", "''")}'` : text;
}

function literal(text: string, indent: number): string {
	const hint = /^[ \n]/.test(text) ? '2' : '';
	const chomp = !text.endsWith('\n') ? '-' : text === '\n' || text.endsWith('\n\n') ? '+' : '';
	const pad = ' '.repeat(Math.max(2, indent));
	const lines = text.replace(/\n$/, '').split('\n');
	return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
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
	'\ufeff': '\\uFEFF',
	'\u2028': '\\L',
	'\u2029': '\\P',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const ESCAPED = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g;

/** yaml_emitter_write_double_quoted_scalar. */
const double = (text: string): string => `"${text.replace(ESCAPED, (c) => SHORT[c] ?? `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}"`;

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
