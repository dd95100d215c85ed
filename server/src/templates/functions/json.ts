import { jsonKind } from '../../schema/json';
import { quoteCharacter, scanJson, skipSpace } from '../../yaml/json-stream';
import { wellFormed } from '../bytes';
import { floatText, plainFloat } from '../float-text';
import { fn, type GoFunction } from '../signature';
import {
	andThen,
	bytesOf,
	Fault,
	fromPlain,
	isBool,
	isBytes,
	isDict,
	isFault,
	isFloat,
	isInt,
	isList,
	isNil,
	isStruct,
	isText,
	mapped,
	orElse,
	sortedKeys,
	type Value,
} from '../value';
import { base64 } from './base';

/** json.Marshal: the text; a fault where JSON has no such number. */
export function toJson(whole: Value, escapesHtml = true): string | Fault {
	function written(value: Value): string | Fault {
		if (isNil(value)) return 'null';
		if (isText(value)) return jsonText(value, escapesHtml);
		if (isInt(value)) return String(value.value);
		if (isBool(value)) return String(value);
		if (isFloat(value)) return Number.isFinite(value) ? jsonNumber(value) : new Fault(`json: unsupported value: ${floatText(value)}`);
		// A struct's fields stand in its order, a map's keys are sorted.
		if (isStruct(value)) return value.json === undefined || isDict(value.json) ? object([...(value.json ?? value.fields)]) : written(value.json);
		if (isBytes(value)) return `"${base64(bytesOf(value))}"`;
		if (isList(value)) return andThen(mapped(value, written), (items) => `[${items.join(',')}]`);
		return object(sortedKeys(value).map((key) => [key, value.get(key) ?? null]));
	}

	function object(entries: readonly (readonly [string, Value])[]): string | Fault {
		const parts = mapped(entries, ([key, child]) => andThen(written(child), (item) => `${jsonText(key, escapesHtml)}:${item}`));
		return andThen(parts, (all) => `{${all.join(',')}}`);
	}

	return written(whole);
}

/** floatEncoder: as JavaScript writes numbers, but for the exponent of small ones. */
export function jsonNumber(value: number): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-6 || size >= 1e21)) return value.toExponential();
	return Object.is(value, -0) ? '-0' : plainFloat(value);
}

const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A character as it stands in quotes that it cannot stand in by itself, in JSON and in TOML. */
export const escapedCharacter = (c: string): string => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** appendString of encoding/json. */
function jsonText(text: string, escapesHtml: boolean): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	const escaped = wellFormed(text).replace(escapesHtml ? /["\\\0-\x1f\u2028\u2029<>&]/g : /["\\\0-\x1f\u2028\u2029]/g, escapedCharacter);
	return `"${/[\ud800-\udfff]/u.test(text) ? escaped.replaceAll('\ufffd', '\\ufffd') : escaped}"`;
}

/** json.MarshalIndent by two blanks. */
function pretty(value: Value): string | Fault {
	const json = toJson(value);
	if (isFault(json)) return json;
	let indent = '';
	return json.replace(/"(?:[^"\\]|\\.)*"|[[{][\]}]|[[\]{},:]/g, (token) => {
		if (token.length > 1) return token;
		if (token === ':') return ': ';
		if (token === ',') return `,\n${indent}`;
		if (token === '[' || token === '{') {
			indent += '  ';
			return `${token}\n${indent}`;
		}
		indent = indent.slice(2);
		return `\n${indent}${token}`;
	});
}

/** json.Unmarshal into an `interface {}`. */
export function fromJson(text: string): Value | Fault {
	// A text that ends too early is told what a blank at its end would do: scanner.eof.
	const scanned = scanJson(`${text} `, skipSpace(text, 0));
	if ('message' in scanned) return new Fault(scanned.message === 'unexpected EOF' ? 'unexpected end of JSON input' : scanned.message);
	const rest = skipSpace(text, scanned.end);
	if (rest < text.length) return new Fault(`invalid character ${quoteCharacter(text, rest)} after top-level value`);
	const huge = /(?<![\w".+-])-?\d+(?:\.\d+)?[eE]\+?\d{3,}/.exec(text)?.[0];
	if (huge !== undefined && !Number.isFinite(Number(huge))) return new Fault(`json: cannot unmarshal number ${huge} into Go value of type float64`);
	return fromPlain(JSON.parse(text, (_, value: unknown) => (isText(value) ? wellFormed(value) : value)));
}

/** Into what has the type of `kind`; the error is told as encoding/json does. */
export function jsonOf(text: string, kind: 'map' | 'list'): Value | Fault {
	const value = fromJson(text);
	if (isFault(value) && value.message.includes('of type float64') && /^[\s]*[-\d]/.test(text)) return wrongKind(0, kind);
	const isFit = value === null || isFault(value) || (kind === 'map' ? isDict(value) : isList(value));
	return isFit ? value : wrongKind(value, kind);
}

/** What encoding/json says of a value that is no map, or no list. */
export const wrongKind = (value: unknown, kind: 'map' | 'list'): Fault =>
	new Fault(`json: cannot unmarshal ${jsonKind(value)} into Go value of type ${kind === 'map' ? 'map[string]interface {}' : '[]interface {}'}`);

/** Sprig's toJson and its kin. */
export const JSONS: Readonly<Record<string, GoFunction>> = {
	toJson: fn('a', (value: Value) => orElse(toJson(value), '')),
	mustToJson: fn('a', (value: Value) => toJson(value)),
	toPrettyJson: fn('a', (value: Value) => orElse(pretty(value), '')),
	mustToPrettyJson: fn('a', pretty),
	toRawJson: fn('a', (value: Value) => toJson(value, false)),
	mustToRawJson: fn('a', (value: Value) => toJson(value, false)),
	mustFromJson: fn('s', fromJson),
};
