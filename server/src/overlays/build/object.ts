import type { Origin } from '../../built/origin';
import { setOwn } from '../../schema/nil';
import { kept } from '../../schema/remember';
import { copyTraces } from './written';

/** JSON that the build changes in place; every resource owns what it holds. */
export type Value = string | number | bigint | boolean | null | Value[] | Fields;
export interface Fields {
	[key: string]: Value;
}

/** Keys of maps with nothing behind their colon: null, but a merge takes them away where it leaves a null that is written (MakePersistentNullNode). */
export const BLANK = new WeakMap<Fields, Set<string>>();

/** Patches with the same key twice, and what is wrong with that: a merge has the first, what is taken as it is cannot be decoded. */
export const TWINS = new WeakMap<Fields, Fault>();

/** Keys of maps that stand as they are and are no texts to go.yaml.in/yaml/v3: `1`, `true`, `~`, a date. No JSON is made of such a map. */
export const ODD_KEYS = new WeakMap<Fields, Set<string>>();

export const oddKey = (fields: Fields, key: string): void => void kept(ODD_KEYS, fields, (): Set<string> => new Set()).add(key);

/** What went wrong, in the words of kustomize. A build ends at the first. A class, for any map may have a key `error`. */
export class Fault {
	constructor(
		readonly error: string,
		/** Where it was typed. */
		readonly at: Origin | undefined,
	) {}
}

export const fault = (error: string, at?: Origin): Fault => new Fault(error, at);

/** What went wrong inside of something; it stays where it is, if that is known. */
export const within = (words: string, wrong: Fault, at?: Origin): Fault => fault(`${words}: ${wrong.error}`, wrong.at ?? at);

export const isFault = (result: unknown): result is Fault => result instanceof Fault;

export const isFields = (value: Value | undefined | Fault): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !isFault(value);

/** A field of a map, never what every JavaScript object has. */
export const get = (value: Value | undefined, key: string): Value | undefined => (isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined);

export const put = (fields: Fields, key: string, value: Value): void => setOwn(fields, key, value);

/** The value below some keys. */
export const at = (value: Value | undefined, ...keys: readonly string[]): Value | undefined =>
	keys.reduce<Value | undefined>((now, key) => get(now, key), value);

/** The text of a scalar below a key; '' where there is none. */
export const textAt = (value: Value | undefined, key: string, ...more: readonly string[]): string =>
	scalarText(more.length === 0 ? get(value, key) : at(get(value, key), ...more)) ?? '';

/** A scalar as it is written; undefined for lists, maps and null. */
export const scalarText = (value: Value | undefined): string | undefined =>
	value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

/** A deep copy, which knows the same origins. */
export function copy<T extends Value>(value: T): T {
	if (Array.isArray(value)) {
		const items = value.map(copy);
		copyTraces(value, items);
		return items as Value as T;
	}
	if (!isFields(value)) return value;
	const made: Fields = {};
	for (const [key, child] of Object.entries(value)) put(made, key, copy(child));
	copyTraces(value, made);
	const twin = TWINS.get(value);
	if (twin) TWINS.set(made, twin);
	const odd = ODD_KEYS.get(value);
	if (odd) ODD_KEYS.set(made, new Set(odd));
	return made as Value as T;
}

/** The fields below a key, which are made where there are none. */
export function fieldsAt(fields: Fields, key: string): Fields {
	const found = get(fields, key);
	if (isFields(found)) return found;
	const made: Fields = {};
	put(fields, key, made);
	return made;
}

/** The map below a key; an empty one where there is none. */
export const mapAt = (value: Value | undefined, key: string): Fields => {
	const found = get(value, key);
	return isFields(found) ? found : {};
};

/** yaml.Kind of a value; null is a scalar. */
export const nodeKind = (value: Value): string => (Array.isArray(value) ? 'SequenceNode' : isFields(value) ? 'MappingNode' : 'ScalarNode');

/** RNode.IsNilOrEmpty: nothing, null, or a list or map with nothing in it. */
export const isEmpty = (value: Value | undefined): boolean =>
	value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** InvalidNodeKindError, without what the node holds */
export const wrongKind = (expected: string, found: Value): Fault => fault(`wrong node kind: expected ${expected} but got ${nodeKind(found)}`);

/** The scalars of a list below a key, as text. */
export const textsAt = (fields: Value | undefined, key: string): readonly string[] => {
	const found = get(fields, key);
	return Array.isArray(found) ? found.flatMap((item) => scalarText(item) ?? []) : [];
};

/** The items of a list below a key. */
export const itemsAt = (fields: Value | undefined, key: string): readonly Value[] => {
	const found = get(fields, key);
	return Array.isArray(found) ? found : [];
};
