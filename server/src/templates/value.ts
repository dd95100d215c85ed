import { encode } from './bytes';
import type { Template } from './node';

/** A Go integer; what values files hold are float64, here `number`. */
export class Int {
	constructor(
		readonly value: bigint,
		readonly kind: 'int' | 'int64' | 'uint8' | 'uint64' = 'int',
	) {}
}

/** An error of an action, in Go's words. */
export class Fault {
	constructor(
		readonly message: string,
		/** Where in which templates, the innermost first. */
		readonly places: readonly FaultPlace[] = [],
	) {}
}

/** An offset into a template's text. */
export interface FaultPlace {
	readonly template: Template;
	readonly at: number;
}

/** What becomes of some things, or the first fault among it, behind which nothing is done. */
export function mapped<T, R>(all: Iterable<T>, run: (one: T) => R | Fault): readonly R[] | Fault {
	const found: R[] = [];
	for (const one of all) {
		const made = run(one);
		if (isFault(made)) return made;
		found.push(made);
	}
	return found;
}

/** What is made of what was made, if that is no fault. */
export const andThen = <T, R>(made: T | Fault, run: (made: T) => R | Fault): R | Fault => (isFault(made) ? made : run(made));

/** What was made, or what stands in for it where that is a fault that nobody hears. */
export const orElse = <T>(made: T | Fault, other: T): T => (isFault(made) ? other : made);

/** What was made; a fault in the words of who asked for it. */
export const orSay = <T>(made: T | Fault, say: (message: string) => string): T | Fault => (isFault(made) ? new Fault(say(made.message)) : made);

/** Runs what may need more stack, or longer texts, than there are: a value that holds itself, a template without end. */
export function guarded<T>(where: string, run: () => T): T | Fault {
	try {
		return run();
	} catch (error) {
		if (error instanceof RangeError) return new Fault(`${where}: it nests too deeply, or is too large`);
		return new Fault(`${where}: ${String(error)}`);
	}
}

/** A slice whose items are no `interface {}`, or that is nil; other lists are plain arrays. */
export class Slice extends Array<Value> {
	elem = 'interface {}';
	isNil = false;
	/** Its type where that has a name, and the methods of that. */
	type: string | undefined;
	methods: ReadonlyMap<string, Method> = new Map();

	static override get [Symbol.species](): ArrayConstructor {
		return Array;
	}
}

export function sliceOf(elem: string, items: readonly Value[], isNil = false, type?: string, methods?: ReadonlyMap<string, Method>): Slice {
	const made = new Slice(items.length);
	for (let i = 0; i < items.length; i++) made[i] = items[i] ?? null;
	made.elem = elem;
	made.isNil = isNil;
	made.type = type;
	if (methods) made.methods = methods;
	return made;
}

/** Bytes as a `[]uint8`: a file has thousands of them. */
export function listOf(bytes: Uint8Array): Slice {
	const made = new Slice(bytes.length);
	for (let i = 0; i < bytes.length; i++) made[i] = BYTES[bytes[i] ?? 0] ?? null;
	made.elem = 'uint8';
	return made;
}

/** The bytes of a `[]uint8`. */
export function bytesOf(list: readonly Value[]): Uint8Array {
	const bytes = new Uint8Array(list.length);
	for (let i = 0; i < list.length; i++) {
		const one = list[i];
		bytes[i] = isInt(one) ? Number(one.value) : 0;
	}
	return bytes;
}

/** `[]string`. */
export const texts = (items: readonly string[]): Slice => sliceOf('string', items);

/** A nil `[]interface {}`: JSON's null. */
export const nilList = (): Slice => sliceOf('interface {}', [], true);

/** A map that is no `map[string]interface {}`: what its values are, and its type where that has a name and methods. */
export class TypedMap extends Map<string, Value> {
	constructor(
		readonly elem: string,
		entries: Iterable<readonly [string, Value]>,
		readonly type = `map[string]${elem}`,
		readonly methods: ReadonlyMap<string, Method> = new Map(),
		readonly isNil = false,
	) {
		super(entries);
	}
}

/** A nil `map[string]interface {}`: JSON's null. */
export const nilDict = (): TypedMap => new TypedMap('interface {}', [], 'map[string]interface {}', new Map(), true);

/**
 * A `map[string]interface {}` seen under a name that has methods, such as chartutil.Values: what is done to one is done to the other,
 * and who takes a plain map gets that.
 */
export class NamedDict extends TypedMap {
	constructor(
		readonly inner: Dict,
		type: string,
		methods: ReadonlyMap<string, Method>,
	) {
		super('interface {}', [], type, methods);
	}

	override get size(): number {
		// A map's constructor asks, too.
		return this.inner?.size ?? 0;
	}

	override get(key: string): Value | undefined {
		return this.inner.get(key);
	}

	override set(key: string, value: Value): this {
		this.inner.set(key, value);
		return this;
	}

	override has(key: string): boolean {
		return this.inner.has(key);
	}

	override delete(key: string): boolean {
		return this.inner.delete(key);
	}

	override keys(): MapIterator<string> {
		return this.inner.keys();
	}

	override values(): MapIterator<Value> {
		return this.inner.values();
	}

	override entries(): MapIterator<[string, Value]> {
		return this.inner.entries();
	}

	override [Symbol.iterator](): MapIterator<[string, Value]> {
		return this.inner.entries();
	}

	override forEach(run: (value: Value, key: string, map: Map<string, Value>) => void): void {
		this.inner.forEach(run);
	}
}

/** A method's arguments are checked as a function's are: see `GoFunction`. */
export interface Method {
	readonly takes: string;
	readonly run: (args: readonly Value[]) => Value | Fault;
}

/** A Go struct, or a pointer to one where its type begins with `*`. */
export class Struct {
	constructor(
		readonly type: string,
		readonly fields: ReadonlyMap<string, Value>,
		readonly methods: ReadonlyMap<string, Method> = new Map(),
		/** What String() answers, where it has one. */
		readonly text?: string,
		/** What MarshalJSON answers, where it has one. */
		readonly json?: Value,
		/** What String() of a pointer to it answers: templates print that where they reach it, and who is given it knows of none. */
		readonly reached?: string,
	) {}
}

/** A complex128, as it prints. */
export class Complex extends Struct {
	constructor(
		readonly isZero: boolean,
		text: string,
	) {
		super('complex128', new Map(), new Map(), text);
	}
}

export type Dict = Map<string, Value>;
export type Value = null | boolean | number | Int | string | readonly Value[] | Dict | Struct;

/** A map of what an object says. */
export const mapOf = <T>(entries: Readonly<Record<string, T>>): Map<string, T> => new Map(Object.entries(entries));

// What a value is.
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isFloat = (value: unknown): value is number => typeof value === 'number';
export const isBool = (value: unknown): value is boolean => typeof value === 'boolean';
export const isInt = (value: unknown): value is Int => value instanceof Int;
export const isDict = (value: Value | undefined): value is Dict => value instanceof Map;
export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
/** `[]uint8`. */
export const isBytes = (value: Value): value is Slice => isList(value) && typeOf(value) === '[]uint8';
export const isNilList = (value: Value): boolean => value instanceof Slice && value.isNil;
/** Whether it is no value, or a list or map that was never made: none of them holds anything. */
export const isNil = (value: Value): value is null => value === null || isNilList(value) || (value instanceof TypedMap && value.isNil);
export const isStruct = (value: unknown): value is Struct => value instanceof Struct;
export const isFault = (made: unknown): made is Fault => made instanceof Fault;

export const int = (value: number | bigint): Int => new Int(BigInt(value));

/** Each byte there is. */
const BYTES: readonly Int[] = Array.from({ length: 256 }, (_, byte) => int(byte));

/** Plain JSON as the values of a template. */
export function fromPlain(value: unknown): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') return Number(value);
	if (Array.isArray(value)) return value.map(fromPlain);
	if (typeof value === 'object') return new Map(Object.entries(value).map(([key, child]) => [key, fromPlain(child)]));
	return isText(value) || isFloat(value) || isBool(value) ? value : null;
}

/** Of text/template's IsTrue and Sprig's empty: what counts as something. */
export function isTrue(value: Value): boolean {
	if (isInt(value)) return value.value !== 0n;
	if (isDict(value)) return value.size > 0;
	if (isList(value)) return value.length > 0;
	if (value instanceof Complex) return !value.isZero;
	return Boolean(value) || isStruct(value) || Number.isNaN(value);
}

/** reflect.Kind. */
export function kindOf(value: Value): string {
	if (value === null) return 'invalid';
	if (isInt(value)) return value.kind;
	if (isDict(value)) return 'map';
	if (isList(value)) return 'slice';
	if (value instanceof Complex) return value.type;
	if (isStruct(value)) return value.type.startsWith('*') ? 'ptr' : 'struct';
	return isFloat(value) ? 'float64' : isBool(value) ? 'bool' : 'string';
}

const elemOf = (value: Dict | readonly Value[]): string => (value instanceof Slice || value instanceof TypedMap ? value.elem : 'interface {}');

/** Whether what stands in a list or map may be anything. */
export const itemsAreOpen = (holder: Value): boolean => (isDict(holder) || isList(holder)) && elemOf(holder) === 'interface {}';

/** `%T`. */
export function typeOf(value: Value): string {
	if (value === null) return '<nil>';
	if (value instanceof TypedMap) return value.type;
	if (isDict(value)) return 'map[string]interface {}';
	if (isList(value)) return value instanceof Slice && value.type !== undefined ? value.type : `[]${elemOf(value)}`;
	return isStruct(value) ? value.type : kindOf(value);
}

/** Whether it may be given where `map[string]interface {}` is wanted; chartutil.Values may. */
export const isPlainDict = (value: Value | undefined): value is Dict => isDict(value) && elemOf(value) === 'interface {}';

/** The zero value of what a map holds: what an absent key answers. `undefined` is a nil of the type `interface {}`. */
export function zeroOf(dict: Dict): Value | undefined {
	switch (elemOf(dict)) {
		case 'string':
			return '';
		case 'bool':
			return false;
		case '[]uint8':
			return sliceOf('uint8', [], true);
		default:
			return undefined;
	}
}

/** reflect.DeepEqual. */
export function deepEqual(a: Value, b: Value): boolean {
	if (a === b) return true;
	if (a === null || b === null || typeOf(a) !== typeOf(b)) return false;
	if (isInt(a) && isInt(b)) return a.value === b.value;
	if (a instanceof Complex && b instanceof Complex) return a.text === b.text;
	if (isList(a) && isList(b)) return isNilList(a) === isNilList(b) && a.length === b.length && a.every((item, i) => deepEqual(item, b[i] ?? null));
	if (isDict(a) && isDict(b)) return a.size === b.size && [...a].every(([key, item]) => b.has(key) && deepEqual(item, b.get(key) ?? null));
	return isStruct(a) && isStruct(b) && deepEqual(new Map(a.fields), new Map(b.fields));
}

/** Go compares strings by their bytes, which is the order of code points; UTF-16 is another. */
export function compareText(a: string, b: string): number {
	if (!/[\ud800-\udfff]/.test(a + b)) return a < b ? -1 : a > b ? 1 : 0;
	const [left, right] = [encode(a), encode(b)];
	const at = left.findIndex((byte, i) => byte !== right[i]);
	return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
}

export const sortedKeys = (dict: ReadonlyMap<string, Value>): readonly string[] => [...dict.keys()].sort(compareText);
