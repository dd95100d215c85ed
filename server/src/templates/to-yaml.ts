import { byteLength, wellFormed } from './bytes';
import { floatText } from './float-text';
import { base64 } from './functions/base';
import { bytesOf } from './functions/cast';
import { jsonNumber } from './functions/json';
import { Int, isDict, isList, isNilList, Struct, TypedMap, typeOf, type Value } from './value';
import { type Place, scalarText } from './yaml-scalar';

/** How one of the two libraries writes: whether a list below a key has an indentation of its own, and a float64. */
interface Style {
	readonly indentsLists: boolean;
	readonly number: (value: number) => string;
	readonly version: 2 | 3;
}

/** Through JSON, which writes whole numbers as such. */
const STRICT: Style = { version: 2, indentsLists: false, number: (value) => yamlNumber(jsonNumber(value), value) };
const PRETTY: Style = { version: 3, indentsLists: true, number: (value) => (Number.isFinite(value) ? floatText(value) : infinity(value)) };

/** sigs.k8s.io/yaml Marshal, without the line end: what toYaml prints; nothing where JSON has no such number. */
export const toYaml = (value: Value): string => (hasJson(value) ? written(value, STRICT) : '');

/** go-yaml's own Encoder with an indentation of two, which does not go through JSON. */
export const toPrettyYaml = (value: Value): string => written(value, PRETTY);

const written = (value: Value, style: Style): string => block(value, 0, 0, style).replace(/^\n/, '').replace(/\n$/, '');

const infinity = (value: number): string => (Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf');

function hasJson(value: Value): boolean {
	if (isList(value)) return value.every(hasJson);
	if (isDict(value)) return [...value.values()].every(hasJson);
	return typeof value !== 'number' || Number.isFinite(value);
}

/** What is written without point or exponent is read as an integer, if a uint64 or int64 holds it; all else as a float64 again. */
function yamlNumber(json: string, value: number): string {
	if (!/^-?\d+$/.test(json) || value >= 2 ** 64 || value < -(2 ** 63)) return floatText(value);
	return json === '-0' ? '0' : json;
}

/** What stands behind a key or dash of an indentation, from a column on; it ends with a line end. */
function block(value: Value, indent: number, column: number, style: Style): string {
	if (isDict(value) && value.size > 0) return `\n${entries(value, indent, style)}`;
	if (isList(value) && value.length > 0 && typeOf(value) !== '[]uint8') return `\n${items(value, indent, style)}`;
	if (value instanceof Struct && typeof value.json !== 'string') return block(value.json ?? new Map(value.fields), indent, column, style);
	return `${scalar(value, { indent: Math.max(2, indent), column, isKey: false, version: style.version }, style)}\n`;
}

/** A block as it follows a mark that takes two columns: its first line beside the mark. */
const beside = (mark: string, value: Value, indent: number, style: Style): string => {
	const text = block(value, indent + 2, indent + 2, style);
	return `${' '.repeat(indent)}${mark} ${text.startsWith('\n') ? text.slice(1).trimStart() : text}`;
};

const entries = (dict: ReadonlyMap<string, Value>, indent: number, style: Style): string =>
	[...dict.keys()]
		.sort(compareKeys)
		.map((key) => {
			const value = dict.get(key) ?? null;
			// yaml_emitter_check_simple_key.
			if (key.includes('\n') || byteLength(key) > 128) return beside('?', key, indent, style) + beside(':', value, indent, style);
			const isFlat = isList(value) && value.length > 0 && !style.indentsLists;
			const name = scalarText(key, { indent, column: indent, isKey: true, version: style.version });
			const text = block(value, isFlat ? indent : indent + 2, indent + [...name].length + 2, style);
			return `${' '.repeat(indent)}${name}:${text.startsWith('\n') ? '' : ' '}${text}`;
		})
		.join('');

const items = (list: readonly Value[], indent: number, style: Style): string => list.map((item) => beside('-', item, indent, style)).join('');

function scalar(value: Value, place: Place, style: Style): string {
	if (value === null) return 'null';
	if (typeof value === 'string') return scalarText(wellFormed(value), place);
	if (isDict(value)) return value instanceof TypedMap && value.isNil ? 'null' : '{}';
	if (isList(value))
		return isNilList(value) ? (style.indentsLists ? '[]' : 'null') : typeOf(value) === '[]uint8' ? scalarText(base64(bytesOf(value)), place) : '[]';
	if (value instanceof Int) return String(value.value);
	if (typeof value === 'number') return style.number(value);
	if (typeof value === 'boolean') return String(value);
	return typeof value.json === 'string' ? scalarText(value.json, place) : '{}';
}

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
