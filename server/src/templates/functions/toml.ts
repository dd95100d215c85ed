import { floatText } from '../float-text';
import { NO_TYPE } from '../signature';
import {
	andThen,
	bytesOf,
	type Dict,
	Fault,
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
	sortedKeys,
	type Value,
} from '../value';
import { GoTime } from './go-time';
import { escapedCharacter } from './json';

export { fromToml } from './toml-read';

/** What toToml prints: BurntSushi's toml.Encoder. An error is a text like any other. */
export function toToml(value: Value): string | Fault {
	if (value === null) return NO_TYPE;
	const out: string[] = [];
	let fault: Fault | undefined;

	/** What was made; of what could not be the fault is kept, and nothing that is written behind it counts. */
	function made<T>(result: T | Fault, otherwise: T): T {
		if (!isFault(result)) return result;
		fault ??= result;
		return otherwise;
	}

	/** Encoder.encode: the lines of a key, or of the whole document. */
	function encode(key: readonly string[], one: Value): void {
		if (isNil(one)) return;
		if (isDict(one)) table(key, one);
		else if (isList(one) && made(isTableArray(one), false)) arrayOfTables(key, one);
		else {
			const text = made(element(one), '');
			out.push(key.length === 0 ? text : `${indent(key)}${keyText(key.at(-1) ?? '')} = ${text}\n`);
		}
	}

	function table(key: readonly string[], dict: Dict): void {
		if (key.length === 1) newLine();
		if (key.length > 0) out.push(`${indent(key)}[${dotted(key)}]\n`);
		entries(key, dict);
	}

	function arrayOfTables(key: readonly string[], list: readonly Value[]): void {
		if (key.length === 0) made(new Fault('toml: top-level values must be Go maps or structs'), undefined);
		for (const item of list) {
			if (!isDict(item)) continue;
			newLine();
			out.push(`${indent(key)}[[${dotted(key)}]]\n`);
			entries(key, item);
		}
	}

	/** eMap: what is no table stands first. */
	function entries(key: readonly string[], dict: Dict): void {
		for (const name of made(ordered(dict), [])) encode([...key, name], dict.get(name) ?? null);
	}

	function newLine(): void {
		if (out.length > 0) out.push('\n');
	}

	encode([], value);
	return fault?.message ?? out.join('');
}

const indent = (key: readonly string[]): string => '  '.repeat(Math.max(0, key.length - 1));
const dotted = (key: readonly string[]): string => key.map(keyText).join('.');

function ordered(dict: Dict): readonly string[] | Fault {
	const [direct, sub]: [string[], string[]] = [[], []];
	for (const name of sortedKeys(dict)) {
		const value = dict.get(name) ?? null;
		const tables = isList(value) ? isTableArray(value) : isDict(value);
		if (isFault(tables)) return tables;
		(tables ? sub : direct).push(name);
	}
	return [...direct, ...sub];
}

function isTableArray(list: readonly Value[]): boolean | Fault {
	if (list.some((item) => item === null)) return new Fault('toml: cannot encode array with nil element');
	return list.length > 0 && list.every(isDict);
}

/** eElement: a value on one line. */
function element(value: Value): string | Fault {
	if (value instanceof GoTime) return String(value.json);
	if (isText(value)) return quoted(value);
	if (isFloat(value)) return Number.isFinite(value) ? pointed(floatText(value)) : Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
	if (isBool(value)) return String(value);
	if (isInt(value)) return String(value.value);
	if (isList(value)) {
		if (isBytes(value)) return `[${bytesOf(value).join(', ')}]`;
		return andThen(mapped(value, element), (items) => `[${items.join(', ')}]`);
	}
	if (isDict(value)) return inline(value);
	return isStruct(value) ? quoted(value.text ?? '') : new Fault('unexpected type: <nil>');
}

function inline(dict: Dict): string | Fault {
	const parts = andThen(ordered(dict), (names) =>
		mapped(
			names.filter((name) => !isNil(dict.get(name) ?? null)),
			(name) => andThen(element(dict.get(name) ?? null), (text) => `${keyText(name)} = ${text}`),
		),
	);
	return andThen(parts, (all) => `{${all.join(', ')}}`);
}

const pointed = (text: string): string => (/[e.]/.test(text) ? text : `${text}.0`);

const quoted = (text: string): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	`"${text.replace(/["\\\0-\x1f\x7f]/g, escapedCharacter)}"`;

const keyText = (key: string): string => (/^[\w-]+$/.test(key) ? key : quoted(key));
