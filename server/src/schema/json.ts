import { setOwn } from './nil';

/** Plain JSON, as manifests, objects and patches consist of it. A bigint is an int64 that no double holds. */
export type Json = string | number | bigint | boolean | null | readonly Json[] | JsonMap;
export type JsonMap = { readonly [key: string]: Json };

export function isMap(value: unknown): value is JsonMap {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
	return Array.isArray(value);
}

/** Of one Go type: reflect.TypeOf(a) == reflect.TypeOf(b). */
export function sameType(a: Json, b: Json): boolean {
	const kind = (value: Json): string => (typeof value === 'bigint' ? 'number' : typeof value);
	return kind(a) === kind(b) && isList(a) === isList(b) && (a === null) === (b === null);
}

/** What encoding/json calls a value that is not null. */
export function jsonKind(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	return typeof value === 'boolean' ? 'bool' : typeof value === 'bigint' ? 'number' : typeof value;
}

/** reflect.TypeOf, as `%s` prints it. */
export function goType(value: Json): string {
	if (value === null) return '%!s(<nil>)';
	if (isList(value)) return '[]interface {}';
	if (isMap(value)) return 'map[string]interface {}';
	if (typeof value === 'bigint') return 'int64';
	return typeof value === 'number' ? (Number.isInteger(value) ? 'int64' : 'float64') : typeof value === 'boolean' ? 'bool' : 'string';
}

/** A value as Go's `%v` prints it: `map[image:a:1 name:app]`, `[x y]`. */
export function goText(value: Json | undefined): string {
	if (value === null || value === undefined) return '<nil>';
	if (isList(value)) return `[${value.map(goText).join(' ')}]`;
	if (!isMap(value)) return String(value);
	const keys = Object.keys(value).toSorted();
	return `map[${keys.map((key) => `${key}:${goText(value[key])}`).join(' ')}]`;
}

/** A copy without the entries of maps that are null; items of lists stay. */
export function withoutNulls(value: Json): Json {
	if (isList(value)) return value.map(withoutNulls);
	if (!isMap(value)) return value;
	const kept: Record<string, Json> = {};
	for (const [key, item] of Object.entries(value)) if (item !== null) setOwn(kept, key, withoutNulls(item));
	return kept;
}
