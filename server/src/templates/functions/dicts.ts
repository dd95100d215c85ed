import { fn, type GoFunction, NO_TYPE, type Runner, withPrefix } from '../signature';
import {
	type Dict,
	deepEqual,
	Fault,
	isDict,
	isInt,
	isList,
	isNil,
	isText,
	isTrue,
	NamedDict,
	nilDict,
	Slice,
	sliceOf,
	sortedKeys,
	TypedMap,
	texts,
	typeOf,
	type Value,
} from '../value';
import { textOf } from './cast';

type Given = Dict | null;

/**
 * What a merge has done. A map that is merged into another once more, with nothing changed anywhere since the last time, which changed nothing itself, has nothing to do:
 * maps that hold others twice would take twice as long for each level.
 */
interface Work {
	readonly changing: Runner['changing'];
	changes: number;
	/** How many changes there had been when a map was found to have nothing more to give to another. */
	readonly settled: Map<Dict, Map<Dict, number>>;
}

/** Puts something into a map; who watches it hears only of what makes it another. */
function put(dict: Dict, key: string, value: Value, changing: Runner['changing']): void {
	const old = dict.get(key);
	if (old !== value && !(isInt(old) && deepEqual(old, value))) changing(dict);
	dict.set(key, value);
}

/** mergo.Merge: what is empty is filled; with `overwrites`, what the other has wins. Maps are merged in place, and what is taken over is shared. */
function merge(into: Dict, from: Dict, overwrites: boolean, work: Work): Dict {
	const settled = work.settled.get(into) ?? new Map<Dict, number>();
	if (settled.get(from) === work.changes) return into;
	const before = work.changes;
	const take = (key: string, value: Value): void => {
		if (!into.has(key) || into.get(key) !== value) work.changes++;
		put(into, key, value, work.changing);
	};
	// What comes into it meanwhile, where it is in what it is merged into, is not gone through (reflect.Value.MapKeys).
	for (const key of [...from.keys()]) {
		const [value, old] = [from.get(key) ?? null, into.get(key) ?? null];
		if (value === null) {
			if (overwrites) take(key, null);
			continue;
		}
		if (isDict(value) && isDict(old)) merge(old, value, overwrites, work);
		else if (overwrites || !isTrue(old)) take(key, value);
		if (isDict(value) && isDict(old) && !isTrue(old)) take(key, value);
	}
	// Not before: a ring that is merged into a ring has no end, and Helm breaks off.
	if (work.changes === before) work.settled.set(into, settled.set(from, before));
	return into;
}

/** A nil map stays one until there is something to put into it. */
const mergeAll = (overwrites: boolean): GoFunction => ({
	takes: 'mm*',
	run: (args, { changing }) => {
		const [into = null, ...all] = args as readonly Given[];
		const given = all.filter((one) => one !== null);
		const start = isNil(into) ? (given.length > 0 ? new Map() : nilDict()) : into;
		return given.reduce((made: Dict, one) => merge(made, one, overwrites, { changing, changes: 0, settled: new Map() }), start);
	},
});

/** A function that changes a map at a key. */
const changer = (takes: string, run: (dict: Given, key: string, value: Value, changing: Runner['changing']) => Value | Fault): GoFunction => ({
	takes,
	run: ([dict, key, value = null], { changing }) => run(dict as Given, String(key), value, changing),
});

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
	const wrong = keys.find((key) => !isText(key));
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
		merge: mergeAll(false),
		mergeOverwrite: mergeAll(true),
		deepCopy: fn('a', (value: Value) => (value === null ? NO_TYPE : deepCopy(value))),
	}),
	dict: fn('a*', (...all: readonly Value[]) => {
		const made: Dict = new Map();
		for (let i = 0; i < all.length; i += 2) made.set(textOf(all[i] ?? null), i + 1 < all.length ? (all[i + 1] ?? null) : '');
		return made;
	}),
	get: fn('ms', (dict: Given, key: string) => (dict?.has(key) ? (dict.get(key) ?? null) : '')),
	set: changer('msa', (dict, key, value, changing) => {
		if (isNil(dict)) return new Fault('assignment to entry in nil map');
		put(dict, key, value, changing);
		return dict;
	}),
	unset: changer('ms', (dict, key, _value, changing) => {
		if (dict?.has(key)) changing(dict);
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
