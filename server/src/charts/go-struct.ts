import { isMap, jsonKind } from '../schema/json';
import { goExponent } from '../templates/float-text';
import { undecoded } from '../templates/functions/helm';
import { type Dict, Fault, fromPlain, isTrue, Struct, sliceOf, TypedMap, type Value } from '../templates/value';
import { yamlToJson } from '../yaml/to-json';

/** What encoding/json may put into a Go value. */
export type GoType = 'string' | 'bool' | 'any' | { readonly list: GoType } | { readonly map: GoType } | StructType<Fields>;

/** The types of fields by the names that they have in JSON. */
type Fields = Readonly<Record<string, GoType>>;

export interface StructType<F extends Fields> {
	/** `chart.Metadata`. */
	readonly go: string;
	readonly fields: F;
	/** Those that are written even where they are empty. */
	readonly kept: readonly string[];
}

/** What is read of a struct: fields that are not there, or null, are left out. */
export type Read<T> = T extends 'string'
	? string
	: T extends 'bool'
		? boolean
		: T extends { readonly list: infer Item }
			? readonly (Read<Item> | null)[]
			: T extends { readonly map: infer Item }
				? Readonly<Record<string, Read<Item>>>
				: T extends StructType<infer F>
					? { -readonly [K in keyof F]?: Read<F[K]> }
					: Value;

export const struct = <const F extends Fields>(go: string, fields: F, kept: readonly (string & keyof F)[] = []): StructType<F> => ({ go, fields, kept });

/** yaml.Unmarshal of sigs.k8s.io/yaml into a struct; a fault in its words. */
export function readStruct<F extends Fields>(text: string, type: StructType<F>): Read<StructType<F>> | Fault {
	const yaml = yamlToJson(text);
	if ('message' in yaml) return new Fault(yaml.message);
	const { read, wrong } = decoded(yaml.json, type);
	if (wrong !== undefined) return undecoded(new Fault(`json: cannot unmarshal ${wrong}`));
	// The decoder goes by the type that Read is made of.
	return (read ?? {}) as Read<StructType<F>>;
}

/** encoding/json's decoder: it goes on behind what does not fit, and tells of the first. */
function decoded(whole: unknown, root: GoType): { readonly read: unknown; readonly wrong: string | undefined } {
	let wrong: string | undefined;

	/** @param owner the struct that holds the value, without its package; @param path the names that lead to it, in JSON */
	function decode(json: unknown, type: GoType, owner: string, path: string): unknown {
		if (json === null || json === undefined) return undefined;
		if (type === 'any') return fromPlain(json);
		if (type === 'string' && typeof json !== 'object') return coerced(json);
		if (type === 'bool' && typeof json === 'boolean') return json;
		if (typeof type === 'object' && 'list' in type && Array.isArray(json)) return json.map((item) => decode(item, type.list, owner, path) ?? null);
		if (typeof type === 'object' && !('list' in type) && isMap(json))
			return 'map' in type ? Object.fromEntries(sorted(json).map(([key, child]) => [key, decode(child, type.map, owner, path)])) : fieldsOf(json, type, path);
		// UnmarshalTypeError.
		wrong ??= `${jsonKind(json)} into Go ${path ? `struct field ${owner}.${path}` : 'value'} of type ${goName(type)}`;
		return undefined;
	}

	function fieldsOf(json: object, type: StructType<Fields>, path: string): unknown {
		const names = Object.keys(type.fields);
		const read: Record<string, unknown> = {};
		for (const [key, child] of sorted(json)) {
			const name = names.includes(key) ? key : names.find((one) => one.toLowerCase() === key.toLowerCase());
			const field = name === undefined ? undefined : type.fields[name];
			if (name === undefined || !field) continue;
			const value = decode(child, field, type.go.replace(/^.*\./, ''), path ? `${path}.${name}` : name);
			if (value !== undefined || child === null) read[name] = value;
		}
		return read;
	}

	const read = decode(whole, root, '', '');
	return { read, wrong };
}

const sorted = (json: object): readonly (readonly [string, unknown])[] => Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));

function goName(type: GoType): string {
	if (type === 'any') return 'interface {}';
	if (typeof type === 'string') return type;
	if ('list' in type) return `[]${typeof type.list === 'object' && 'go' in type.list ? '*' : ''}${goName(type.list)}`;
	return 'map' in type ? `map[string]${goName(type.map)}` : type.go;
}

/** convertToJSONableObject: a number or a boolean where a string is wanted. */
function coerced(json: unknown): string {
	if (typeof json !== 'number') return String(json);
	return Number.isInteger(json) && Math.abs(json) < 2 ** 64 ? String(BigInt(json)) : float32Text(json);
}

/** strconv.FormatFloat(value, 'g', -1, 32). */
function float32Text(value: number): string {
	const shortest = Array.from({ length: 9 }, (_, i) => value.toExponential(i)).find((text) => Math.fround(Number(text)) === Math.fround(value));
	const [mantissa = '', exponent = ''] = (shortest ?? value.toExponential()).split('e');
	const power = Number(exponent);
	if (power >= -4 && power < 6) return String(Number(`${mantissa}e${exponent}`));
	return goExponent(`${mantissa}e${exponent}`);
}

/** What Go calls a field. */
const goField = (name: string): string =>
	name === 'url' ? 'URL' : name.replace(/^api(?=[A-Z])/, 'API').replace(/(?:^|-)[a-z]/g, (start) => start.slice(-1).toUpperCase());

/** A struct as templates see it. */
export function structOf<F extends Fields>(type: StructType<F>, read: Read<StructType<F>>, isPointer = false): Struct {
	const fields = new Map<string, Value>();
	const json: Dict = new Map();
	for (const [name, fieldType] of Object.entries<GoType>(type.fields)) {
		const value = shown(fieldType, (read as Readonly<Record<string, unknown>>)[name]);
		fields.set(goField(name), value);
		if (type.kept.includes(name) || isTrue(value)) json.set(name, value);
	}
	return new Struct(`${isPointer ? '*' : ''}${type.go}`, fields, new Map(), undefined, json);
}

function shown(type: GoType, read: unknown): Value {
	if (type === 'string') return typeof read === 'string' ? read : '';
	if (type === 'bool') return read === true;
	if (type === 'any') return (read ?? null) as Value;
	if ('list' in type)
		return sliceOf(goName({ list: type.list }).slice(2), Array.isArray(read) ? read.map((item) => shown(type.list, item)) : [], read === undefined);
	const entries: object = isMap(read) ? read : {};
	if ('map' in type)
		return new TypedMap(
			goName(type.map),
			Object.entries(entries).map(([key, child]) => [key, shown(type.map, child)]),
		);
	return structOf(type, entries, true);
}
