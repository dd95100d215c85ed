import { byteLength, encode } from './bytes';
import { goText, printf, sprint } from './format';
import { fn, type GoFunction, NO_TYPE, typeOfOperand } from './signature';
import {
	andThen,
	Complex,
	compareText,
	Fault,
	Int,
	int,
	isBool,
	isDict,
	isFault,
	isFloat,
	isInt,
	isList,
	isNilList,
	isStruct,
	isText,
	isTrue,
	kindOf,
	typeOf,
	type Value,
	zeroOf,
} from './value';

type Operand = Value | undefined;

/** basicKind: what may be compared. */
function basic(value: Operand): 'bool' | 'int' | 'uint' | 'float' | 'string' | undefined {
	if (isInt(value)) return value.kind.startsWith('u') ? 'uint' : 'int';
	if (isFloat(value)) return 'float';
	return isBool(value) ? 'bool' : isText(value) ? 'string' : undefined;
}

const incompatible = (a: Operand, b: Operand): Fault => new Fault(`incompatible types for comparison: ${typeOfOperand(a)} and ${typeOfOperand(b)}`);
const isInteger = (kind: string | undefined): boolean => kind === 'int' || kind === 'uint';

function equal(a: Value, b: Value): boolean | Fault {
	const [left, right] = [basic(a), basic(b)];
	if (left !== right && !(isInteger(left) && isInteger(right))) return a !== null && b !== null ? incompatible(a, b) : false;
	if (left !== undefined) return isInt(a) && isInt(b) ? a.value === b.value : a === b;
	if (a === null || b === null) return isNothing(a) && isNothing(b);
	if (a instanceof Complex && b instanceof Complex) return a.text === b.text;
	if (kindOf(a) !== kindOf(b)) return new Fault(`non-comparable types ${printf('%s', [a])}: ${typeOf(a)}, ${typeOf(b)}: ${goText(b)}`);
	if (isNothing(a) || isNothing(b)) return isNothing(a) === isNothing(b);
	if (!isStruct(b)) return new Fault(`non-comparable type ${printf('%s', [b])}: ${typeOf(b)}`);
	return a === b;
}

const isNothing = (value: Value): boolean => value === null || isNilList(value);

function less(a: Operand, b: Operand): boolean | Fault {
	const [left, right] = [basic(a), basic(b)];
	if (left === undefined || right === undefined) return new Fault('invalid type for comparison');
	if (left !== right && !(isInteger(left) && isInteger(right))) return incompatible(a, b);
	if (isInt(a) && isInt(b)) return a.value < b.value;
	if (isFloat(a) && isFloat(b)) return a < b;
	if (!isText(a) || !isText(b)) return new Fault('invalid type for comparison');
	return compareText(a, b) < 0;
}

const not = (value: boolean | Fault): boolean | Fault => andThen(value, (is) => !is);

function lessOrEqual(a: Value, b: Value): boolean | Fault {
	const isLess = less(a, b);
	return isLess === false ? equal(a, b) : isLess;
}

const compared = (run: (a: Value, b: Value) => boolean | Fault): GoFunction => ({ takes: 'vv', run: ([a, b]) => run(a ?? null, b ?? null) });

/** indexArg. */
function indexOf(index: Operand, most: number): number | Fault {
	if (index === null || index === undefined) return new Fault('cannot index slice/array with nil');
	if (!isInt(index)) return new Fault(`cannot index slice/array with type ${typeOf(index)}`);
	return index.value < 0n || index.value > BigInt(most) ? new Fault(`index out of range: ${index.value}`) : Number(index.value);
}

/** index. */
function index([of, ...keys]: readonly Operand[]): Value | Fault {
	let item: Operand = of;
	if (item === null || item === undefined) return new Fault('index of untyped nil');
	for (const key of keys) {
		if (item === undefined || item === null) return new Fault('index of nil pointer');
		if (isList(item) || isText(item)) {
			const length: number = isList(item) ? item.length : byteLength(item);
			const at = indexOf(key, length);
			if (isFault(at)) return at;
			if (at === length) return new Fault(isList(item) ? 'reflect: slice index out of range' : 'reflect: string index out of range');
			item = isList(item) ? (item[at] ?? undefined) : new Int(BigInt(encode(item)[at] ?? 0), 'uint8');
		} else if (isDict(item)) {
			if (key === null || key === undefined) return new Fault('value is nil; should be of type string');
			if (!isText(key)) return new Fault(`value has type ${typeOf(key)}; should be string`);
			item = item.has(key) ? (item.get(key) ?? undefined) : zeroOf(item);
		} else return new Fault(`can't index item of type ${typeOf(item)}`);
	}
	// A nil of an interface stays one: who takes it may tell.
	return item as Value;
}

/** length. */
export function lengthOf(item: Operand): Value | Fault {
	if (item === undefined) return new Fault('len of nil pointer');
	if (item === null) return NO_TYPE;
	if (isText(item)) return int(byteLength(item));
	if (isList(item)) return int(item.length);
	return isDict(item) ? int(item.size) : new Fault(`len of type ${typeOf(item)}`);
}

const HTML: Readonly<Record<string, string>> = { '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\ufffd' };
const JS: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '"': '\\"', '<': '\\u003C', '>': '\\u003E', '&': '\\u0026', '=': '\\u003D' };

/** evalArgs. */
const evalArgs = (args: readonly Value[]): string => sprint(args.map((arg) => arg ?? '<no value>'));

/** JSEscape. */
const jsEscaped = (text: string): string =>
	text.replace(/[\\'"<>&=]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (c) => JS[c] ?? `\\u${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);

export const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** url.QueryEscape. */
export function queryEscaped(text: string): string {
	const escaped = (run: string): string => Array.from(encode(run), percent).join('');
	// Of a chart's files every byte has a blank beside it: cut at blanks they are written in half the time that replacing takes.
	return text
		.replace(/[^\w.~ -]+/g, escaped)
		.split(' ')
		.join('+');
}

/** The functions of text/template itself (funcs.go), without `and` and `or`, which do not evaluate all they are given. */
export const BUILTIN: Readonly<Record<string, GoFunction>> = {
	eq: {
		takes: 'vv*',
		run: ([a, ...others]) => {
			if (others.length === 0) return new Fault('missing argument for comparison');
			for (const one of others) {
				const same = equal(a ?? null, one ?? null);
				if (same) return same;
			}
			return false;
		},
	},
	ne: compared((a, b) => not(equal(a, b))),
	lt: compared(less),
	le: compared(lessOrEqual),
	gt: compared((a, b) => not(lessOrEqual(a, b))),
	ge: compared((a, b) => not(less(a, b))),
	not: { takes: 'v', run: ([a]) => !isTrue(a ?? null) },
	len: { takes: 'v', run: ([a]) => lengthOf(a) },
	index: { takes: 'vv*', run: index },
	print: { takes: 'a*', run: sprint },
	println: { takes: 'a*', run: (args) => `${args.map(goText).join(' ')}\n` },
	printf: { takes: 'sa*', run: ([format, ...args]) => printf(String(format), args) },
	html: fn('a*', (...args: readonly Value[]) => evalArgs(args).replace(/["'&<>\0]/g, (c) => HTML[c] ?? c)),
	js: fn('a*', (...args: readonly Value[]) => jsEscaped(evalArgs(args))),
	urlquery: fn('a*', (...args: readonly Value[]) => queryEscaped(evalArgs(args))),
	call: { takes: 'vv*', run: ([of]) => (of === null || of === undefined ? new Fault('call of nil') : new Fault(`non-function of type ${typeOf(of)}`)) },
};
