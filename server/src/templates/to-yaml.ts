import { type GoYaml, goYaml, type Place, type Shape, scalarText } from '../yaml/go-yaml';
import { wellFormed } from './bytes';
import { floatText } from './float-text';
import { base64 } from './functions/base';
import { jsonNumber } from './functions/json';
import { bytesOf, isBool, isBytes, isDict, isFloat, isInt, isList, isNil, isStruct, isText, type Value } from './value';

/** How one of the two libraries writes, and a float64 in it. */
interface Style extends Pick<GoYaml<Value>, 'version' | 'indentsLists'> {
	readonly number: (value: number) => string;
}

/** Through JSON, which writes whole numbers as such. */
const STRICT: Style = { version: 2, indentsLists: false, number: (value) => yamlNumber(jsonNumber(value), value) };
const PRETTY: Style = { version: 3, indentsLists: true, number: (value) => (Number.isFinite(value) ? floatText(value) : infinity(value)) };

/** sigs.k8s.io/yaml Marshal, without the line end: what toYaml prints; nothing where JSON has no such number, or YAML no such character. */
export const toYaml = (value: Value): string => (hasJson(value) ? written(value, STRICT) : '');

/** What JSON writes as it is and go-yaml does not read. */
const UNREAD = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** go-yaml's own Encoder with an indentation of two, which does not go through JSON. */
export const toPrettyYaml = (value: Value): string => written(value, PRETTY);

const infinity = (value: number): string => (Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf');

function hasJson(value: Value): boolean {
	if (isList(value)) return value.every(hasJson);
	if (isDict(value)) return [...value].every((entry) => entry.every(hasJson));
	if (isText(value)) return !UNREAD.test(value);
	return !isFloat(value) || Number.isFinite(value);
}

/** What is written without point or exponent is read as an integer, if a uint64 or int64 holds it; all else as a float64 again. */
function yamlNumber(json: string, value: number): string {
	if (!/^-?\d+$/.test(json) || value >= 2 ** 64 || value < -(2 ** 63)) return floatText(value);
	return json === '-0' ? '0' : json;
}

function written(whole: Value, style: Style): string {
	const { indentsLists, number } = style;

	function shapeOf(value: Value): Shape<Value> {
		if (isDict(value) && value.size > 0) return { kind: 'map', keys: [...value.keys()], of: (key) => value.get(key) ?? null };
		if (isList(value) && value.length > 0 && !isBytes(value)) return { kind: 'list', items: value };
		if (isStruct(value) && !isText(value.json)) return shapeOf(value.json ?? new Map(value.fields));
		return { kind: 'scalar', text: (place) => scalar(value, place) };
	}

	function scalar(value: Value, place: Place): string {
		if (isNil(value)) return isList(value) && indentsLists ? '[]' : 'null';
		if (isText(value)) return scalarText(wellFormed(value), place);
		if (isInt(value)) return String(value.value);
		if (isFloat(value)) return number(value);
		if (isBool(value)) return String(value);
		if (isBytes(value)) return scalarText(base64(bytesOf(value)), place);
		if (isList(value)) return '[]';
		return isStruct(value) && isText(value.json) ? scalarText(value.json, place) : '{}';
	}

	return goYaml(whole, { ...style, shapeOf });
}
