import { fn, type GoFunction, NO_TYPE, withPrefix } from '../signature';
import { type Dict, Fault, isDict, isList, isTrue, NamedDict, nilDict, Slice, sliceOf, sortedKeys, TypedMap, texts, typeOf, type Value } from '../value';
import { textOf } from './cast';

type Given = Dict | null;

/**
 * What a merge has done. A map that is merged into another once more, with nothing changed anywhere since the last time, which changed nothing itself, has nothing to do:
 * maps that hold others twice would take twice as long for each level.
 */
interface Work {
	changes: number;
	/** How many changes there had been when a map was found to have nothing more to give to another. */
	readonly settled: Map<Dict, Map<Dict, number>>;
}

/** mergo.Merge: what is empty is filled; with `overwrites`, what the other has wins. Maps are merged in place, and what is taken over is shared. */
export function merge(into: Dict, from: Dict, overwrites: boolean, work: Work = { changes: 0, settled: new Map() }): Dict {
	const settled = work.settled.get(into) ?? new Map<Dict, number>();
	if (settled.get(from) === work.changes) return into;
	const before = work.changes;
	const put = (key: string, value: Value): void => {
		if (!into.has(key) || into.get(key) !== value) work.changes++;
		into.set(key, value);
	};
	// What comes into it meanwhile, where it is in what it is merged into, is not gone through (reflect.Value.MapKeys).
	for (const key of [...from.keys()]) {
		const [value, old] = [from.get(key) ?? null, into.get(key) ?? null];
		if (value === null) {
			if (overwrites) put(key, null);
			continue;
		}
		if (isDict(value) && isDict(old)) merge(old, value, overwrites, work);
		else if (overwrites || !isTrue(old)) put(key, value);
		if (isDict(value) && isDict(old) && !isTrue(old)) put(key, value);
	}
	// Not before: a ring that is merged into a ring has no end, and Helm breaks off.
	if (work.changes === before) work.settled.set(into, settled.set(from, before));
	return into;
}

const isNil = (dict: Given): dict is null => dict === null || (dict instanceof TypedMap && dict.isNil);

/** A nil map stays one until there is something to put into it. */
function mergeAll(into: Given, all: readonly Given[], overwrites: boolean): Dict {
	const given = all.filter((one) => one !== null);
	return given.reduce((made: Dict, one) => merge(made, one, overwrites), isNil(into) ? (given.length > 0 ? new Map() : nilDict()) : into);
}

/** copystructure.Copy. */
function deepCopy(value: Value): Value {
	if (isDict(value)) {
		const entries = [...value].map(([key, one]) => [key, deepCopy(one)] as const);
		if (value instanceof NamedDict) return new NamedDict(new Map(entries), value.type, value.methods);
		return value instanceof TypedMap ? new TypedMap(value.elem, entries, value.type, value.methods, value.isNil) : new Map(entries);
	}
	if (value instanceof Slice) return sliceOf(value.elem, value.map(deepCopy), value.isNil, value.type, value.methods);
	return isList(value) ? value.map(deepCopy) : value;
}

/** The words that Go panics with where a value is not of the type that it is taken for. */
export const mismatch = (value: Value, wanted: string): Fault =>
	new Fault(`interface conversion: interface {} is ${value === null ? 'nil' : typeOf(value)}, not ${wanted}`);

function dig(args: readonly Value[]): Value | Fault {
	if (args.length < 3) return new Fault('dig needs at least three arguments');
	const dict = args.at(-1) ?? null;
	const keys = args.slice(0, -2);
	if (typeOf(dict) !== MAP) return mismatch(dict, MAP);
	const wrong = keys.find((key) => typeof key !== 'string');
	if (wrong !== undefined) return mismatch(wrong, 'string');
	let value: Value = dict;
	for (const key of keys) {
		if (typeOf(value) !== MAP || !isDict(value)) return mismatch(value, MAP);
		if (!value.has(String(key))) return args.at(-2) ?? null;
		value = value.get(String(key)) ?? null;
	}
	return value;
}

const MAP = 'map[string]interface {}';

/** Sprig's dict.go. The keys and values of a map come in Go in any order; here by their names. */
export const DICTS: Readonly<Record<string, GoFunction>> = {
	...withPrefix('must', {
		merge: fn('mm*', (into: Given, ...all: readonly Given[]) => mergeAll(into, all, false)),
		mergeOverwrite: fn('mm*', (into: Given, ...all: readonly Given[]) => mergeAll(into, all, true)),
		deepCopy: fn('a', (value: Value) => (value === null ? NO_TYPE : deepCopy(value))),
	}),
	dict: fn('a*', (...all: readonly Value[]) => {
		const made: Dict = new Map();
		for (let i = 0; i < all.length; i += 2) made.set(textOf(all[i] ?? null), i + 1 < all.length ? (all[i + 1] ?? null) : '');
		return made;
	}),
	get: fn('ms', (dict: Given, key: string) => (dict?.has(key) ? (dict.get(key) ?? null) : '')),
	set: fn('msa', (dict: Given, key: string, value: Value) => (isNil(dict) ? new Fault('assignment to entry in nil map') : dict.set(key, value))),
	unset: fn('ms', (dict: Given, key: string) => {
		dict?.delete(key);
		return dict ?? new Map();
	}),
	hasKey: fn('ms', (dict: Given, key: string) => dict?.has(key) ?? false),
	pluck: fn('sm*', (key: string, ...all: readonly Given[]) => all.flatMap((one) => (one?.has(key) ? [one.get(key) ?? null] : []))),
	keys: fn('m*', (...all: readonly Given[]) => texts(all.flatMap((one) => (one ? sortedKeys(one) : [])))),
	values: fn('m', (dict: Given) => (dict ? sortedKeys(dict).map((key) => dict.get(key) ?? null) : [])),
	pick: fn('ms*', (dict: Given, ...names: readonly string[]) => new Map([...(dict ?? [])].filter(([key]) => names.includes(key)))),
	omit: fn('ms*', (dict: Given, ...names: readonly string[]) => new Map([...(dict ?? [])].filter(([key]) => !names.includes(key)))),
	dig: fn('a*', (...all: readonly Value[]) => dig(all)),
};
