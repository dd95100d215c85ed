import type { GoFunction } from './execute';
import { printf } from './printf';
import { Fault, goText, Int, isDict, isList, isTrue, Struct, type Value } from './value';

/** A comparison of text/template's funcs.go: what basicKind it has. */
const basic = (value: Value): string => (value instanceof Int ? 'int' : value === null ? 'nil' : typeof value);

function equal(a: Value, b: Value): boolean | Fault {
	if (a === null || b === null) return a === b;
	if (typeof a === 'object' && !(a instanceof Int)) return new Fault('non-comparable type');
	if (basic(a) !== basic(b)) return new Fault('incompatible types for comparison');
	return a instanceof Int && b instanceof Int ? a.value === b.value : a === b;
}

function less(a: Value, b: Value): boolean | Fault {
	if (basic(a) !== basic(b)) return new Fault('incompatible types for comparison');
	if (a instanceof Int && b instanceof Int) return a.value < b.value;
	if (typeof a === 'number' && typeof b === 'number') return a < b;
	return typeof a === 'string' && typeof b === 'string' ? a < b : new Fault('invalid type for comparison');
}

const compared = (run: (a: Value, b: Value) => boolean | Fault): GoFunction => ({ takes: 'aa', run: ([a = null, b = null]) => run(a, b) });
const not = (value: boolean | Fault): boolean | Fault => (value instanceof Fault ? value : !value);
const lessOrEqual = (a: Value, b: Value): boolean | Fault => not(less(b, a));

/** fmt.Sprint: blanks only between what are no texts. */
const sprint = (args: readonly Value[]): string =>
	args.map((arg, i) => (i > 0 && typeof arg !== 'string' && typeof args[i - 1] !== 'string' ? ' ' : '') + goText(arg)).join('');

function index([of = null, ...keys]: readonly Value[]): Value | Fault {
	let value = of;
	for (const key of keys) {
		if (isList(value)) {
			if (!(key instanceof Int) && typeof key !== 'number') return new Fault(`cannot index slice/array with type ${key === null ? 'nil' : typeof key}`);
			const at = Number(key instanceof Int ? key.value : key);
			if (at < 0 || at >= value.length) return new Fault(`index out of range: ${at}`);
			value = value[at] ?? null;
		} else if (isDict(value) || value instanceof Struct) {
			if (typeof key !== 'string') return new Fault(`value has type ${basic(key)}; should be string`);
			value = (value instanceof Struct ? value.fields : value).get(key) ?? null;
		} else return new Fault(value === null ? 'index of untyped nil' : `can't index item of type ${basic(value)}`);
	}
	return value;
}

function lengthOf(value: Value): Value | Fault {
	if (typeof value === 'string') return new Int(BigInt(new TextEncoder().encode(value).length));
	if (isList(value)) return new Int(BigInt(value.length));
	return isDict(value) ? new Int(BigInt(value.size)) : new Fault(value === null ? 'len of nil pointer' : `len of type ${basic(value)}`);
}

/** The functions of text/template itself (funcs.go), without `and` and `or`, which do not evaluate all they are given. */
export const BUILTIN: Readonly<Record<string, GoFunction>> = {
	eq: {
		takes: 'aaa*',
		run: ([a = null, ...others]) => {
			for (const one of others) {
				const same = equal(a, one);
				if (same) return same;
			}
			return false;
		},
	},
	ne: compared((a, b) => not(equal(a, b))),
	lt: compared(less),
	le: compared(lessOrEqual),
	gt: compared((a, b) => less(b, a)),
	ge: compared((a, b) => lessOrEqual(b, a)),
	not: { takes: 'a', run: ([a = null]) => !isTrue(a) },
	len: { takes: 'a', run: ([a = null]) => lengthOf(a) },
	index: { takes: 'aa*', run: index },
	print: { takes: 'a*', run: sprint },
	println: { takes: 'a*', run: (args) => `${args.map(goText).join(' ')}\n` },
	printf: { takes: 'sa*', run: ([format, ...args]) => printf(String(format), args) },
};
