import { goQuote } from '../schema/go-quote';
import type { GoFunction } from './execute';
import { type Dict, Fault, goText, Int, isDict, isList, isTrue, kindOf, sortedKeys, typeOf, type Value } from './value';

type Run = (...args: readonly never[]) => Value | Fault;
const fn = (takes: string, run: Run): GoFunction => ({ takes, run: (args) => (run as unknown as (...given: readonly Value[]) => Value | Fault)(...args) });
const text = (value: Value): string => (value === null ? '<nil>' : goText(value));

/** cast.ToInt64: what is no number is 0. */
export function toInt(value: Value): bigint {
	if (value instanceof Int) return value.value;
	if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
	if (typeof value === 'boolean') return value ? 1n : 0n;
	return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? BigInt(value.replace(/^\+/, '')) : 0n;
}
const int64 = (value: bigint): Int => new Int(BigInt.asIntN(64, value), 'int64');
const size = (value: Int): number => Number(value.value);

/** Counts and cuts bytes, as Go does. */
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
const cut = (value: string, from: number, to?: number): string => new TextDecoder().decode(bytes(value).slice(from, to));
const trunc = (count: Int, value: string): string => {
	const [n, length] = [size(count), bytes(value).length];
	if (n < 0) return length + n > 0 ? cut(value, length + n) : value;
	return length > n ? cut(value, 0, n) : value;
};
const indent = (count: Int, value: string): string => {
	const pad = ' '.repeat(Math.max(0, Math.min(1000, size(count))));
	return pad + value.replaceAll('\n', `\n${pad}`);
};
const strings = (value: Value): readonly string[] => (isList(value) ? value.filter((one) => one !== null).map(text) : value === null ? [] : [text(value)]);
const lists = (run: (list: readonly Value[]) => Value): GoFunction =>
	fn('a', (list: Value) => (isList(list) ? run(list) : list === null ? null : new Fault(`Cannot find it on type ${kindOf(list)}`)));
const same = (a: Value, b: Value): boolean => typeOf(a) === typeOf(b) && goText(a) === goText(b);
const trimSet = (set: string, value: string): string => {
	const letters = [...value];
	while (letters.length > 0 && set.includes(letters[0] ?? '')) letters.shift();
	while (letters.length > 0 && set.includes(letters.at(-1) ?? '')) letters.pop();
	return letters.join('');
};

/** mergo.Merge: what is empty is filled; with `overwrites`, what is not empty wins. */
function merge(into: Dict, from: Dict, overwrites: boolean): Dict {
	for (const [key, value] of from) {
		const old = into.get(key) ?? null;
		if (isDict(old) && isDict(value)) merge(old, value, overwrites);
		else if (!into.has(key) || (overwrites ? isTrue(value) : !isTrue(old))) into.set(key, value);
	}
	return into;
}
const deepCopy = (value: Value): Value =>
	isDict(value) ? new Map([...value].map(([key, one]) => [key, deepCopy(one)])) : isList(value) ? value.map(deepCopy) : value;
const base64 = (value: string): string => btoa(String.fromCharCode(...bytes(value)));

const STRINGS: Readonly<Record<string, GoFunction>> = {
	trim: fn('s', (a: string) => a.trim()),
	upper: fn('s', (a: string) => a.toUpperCase()),
	lower: fn('s', (a: string) => a.toLowerCase()),
	title: fn('s', (a: string) => a.replace(/(?<![\p{L}\p{N}_'])\p{L}/gu, (c) => c.toUpperCase())),
	trunc: fn('is', trunc),
	indent: fn('is', indent),
	nindent: fn('is', (n: Int, a: string) => `\n${indent(n, a)}`),
	replace: fn('sss', (a: string, b: string, c: string) => c.replaceAll(a, () => b)),
	trimAll: fn('ss', trimSet),
	trimSuffix: fn('ss', (a: string, b: string) => (a && b.endsWith(a) ? b.slice(0, -a.length) : b)),
	trimPrefix: fn('ss', (a: string, b: string) => (b.startsWith(a) ? b.slice(a.length) : b)),
	contains: fn('ss', (a: string, b: string) => b.includes(a)),
	hasPrefix: fn('ss', (a: string, b: string) => b.startsWith(a)),
	hasSuffix: fn('ss', (a: string, b: string) => b.endsWith(a)),
	repeat: fn('is', (n: Int, a: string) => (size(n) < 0 ? new Fault('strings: negative Repeat count') : a.repeat(Math.min(size(n), 100_000)))),
	quote: fn('a*', (...all: readonly Value[]) =>
		all
			.filter((one) => one !== null)
			.map((one) => goQuote(text(one)))
			.join(' '),
	),
	squote: fn('a*', (...all: readonly Value[]) =>
		all
			.filter((one) => one !== null)
			.map((one) => `'${text(one)}'`)
			.join(' '),
	),
	cat: fn('a*', (...all: readonly Value[]) =>
		all
			.filter((one) => one !== null)
			.map(text)
			.join(' '),
	),
	toString: fn('a', text),
	toStrings: fn('a', strings),
	join: fn('sa', (a: string, b: Value) => strings(b).join(a)),
	splitList: fn('ss', (a: string, b: string) => b.split(a)),
	split: fn('ss', (a: string, b: string) => new Map(b.split(a).map((one, i) => [`_${i}`, one]))),
	sortAlpha: fn('a', (a: Value) => [...strings(a)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))),
	b64enc: fn('s', base64),
	int: fn('a', (a: Value) => new Int(toInt(a))),
	int64: fn('a', (a: Value) => int64(toInt(a))),
	atoi: fn('s', (a: string) => new Int(toInt(a))),
	float64: fn('a', (a: Value) => (typeof a === 'number' ? a : a instanceof Int ? size(a) : Number(typeof a === 'string' ? a : 0) || 0)),
};

const MATH: Readonly<Record<string, GoFunction>> = {
	add: fn('a*', (...all: readonly Value[]) => int64(all.reduce((sum: bigint, one) => sum + toInt(one), 0n))),
	add1: fn('a', (a: Value) => int64(toInt(a) + 1n)),
	sub: fn('aa', (a: Value, b: Value) => int64(toInt(a) - toInt(b))),
	mul: fn('aa*', (...all: readonly Value[]) => int64(all.reduce((product: bigint, one) => product * toInt(one), 1n))),
	div: fn('aa', (a: Value, b: Value) => (toInt(b) === 0n ? new Fault('runtime error: integer divide by zero') : int64(toInt(a) / toInt(b)))),
	mod: fn('aa', (a: Value, b: Value) => (toInt(b) === 0n ? new Fault('runtime error: integer divide by zero') : int64(toInt(a) % toInt(b)))),
	max: fn('aa*', (...all: readonly Value[]) => int64(all.map(toInt).reduce((a, b) => (a > b ? a : b)))),
	min: fn('aa*', (...all: readonly Value[]) => int64(all.map(toInt).reduce((a, b) => (a < b ? a : b)))),
	until: fn('i', (n: Int) => Array.from({ length: Math.max(0, Math.min(100_000, size(n))) }, (_, i) => new Int(BigInt(i)))),
};

const VALUES: Readonly<Record<string, GoFunction>> = {
	default: fn('aa*', (a: Value, b: Value = null) => (isTrue(b) ? b : a)),
	empty: fn('a', (a: Value) => !isTrue(a)),
	coalesce: fn('a*', (...all: readonly Value[]) => all.find(isTrue) ?? null),
	all: fn('a*', (...all: readonly Value[]) => all.every(isTrue)),
	any: fn('a*', (...all: readonly Value[]) => all.some(isTrue)),
	ternary: fn('aab', (a: Value, b: Value, c: boolean) => (c ? a : b)),
	typeOf: fn('a', typeOf),
	typeIs: fn('sa', (a: string, b: Value) => typeOf(b) === a),
	kindOf: fn('a', kindOf),
	kindIs: fn('sa', (a: string, b: Value) => kindOf(b) === a),
	deepCopy: fn('a', deepCopy),
	list: fn('a*', (...all: readonly Value[]) => all),
	tuple: fn('a*', (...all: readonly Value[]) => all),
	first: lists((list) => list[0] ?? null),
	last: lists((list) => list.at(-1) ?? null),
	rest: lists((list) => list.slice(1)),
	initial: lists((list) => list.slice(0, -1)),
	reverse: lists((list) => list.toReversed()),
	compact: lists((list) => list.filter(isTrue)),
	uniq: lists((list) => list.filter((one, i) => list.findIndex((other) => same(one, other)) === i)),
	append: fn('aa', (list: Value, one: Value) => (isList(list) ? [...list, one] : new Fault(`Cannot push on type ${kindOf(list)}`))),
	prepend: fn('aa', (list: Value, one: Value) => (isList(list) ? [one, ...list] : new Fault(`Cannot prepend on type ${kindOf(list)}`))),
	concat: fn('a*', (...all: readonly Value[]) => (all.every(isList) ? all.flat() : new Fault('Cannot concat type that is no list'))),
	has: fn('aa', (one: Value, list: Value) =>
		isList(list) ? list.some((other) => same(one, other)) : list === null ? false : new Fault(`Cannot find has on type ${kindOf(list)}`),
	),
	without: fn('aa*', (list: Value, ...others: readonly Value[]) =>
		isList(list) ? list.filter((one) => !others.some((other) => same(one, other))) : new Fault(`Cannot find without on type ${kindOf(list)}`),
	),
};

const DICTS: Readonly<Record<string, GoFunction>> = {
	dict: fn('a*', (...all: readonly Value[]) => {
		const made: Dict = new Map();
		for (let i = 0; i < all.length; i += 2) made.set(text(all[i] ?? null), i + 1 < all.length ? (all[i + 1] ?? null) : '');
		return made;
	}),
	get: fn('ms', (a: Dict | null, b: string) => (a?.has(b) ? (a.get(b) ?? null) : '')),
	set: fn('msa', (a: Dict | null, b: string, c: Value) => a?.set(b, c) ?? new Fault('assignment to entry in nil map')),
	unset: fn('ms', (a: Dict | null, b: string) => {
		a?.delete(b);
		return a;
	}),
	hasKey: fn('ms', (a: Dict | null, b: string) => a?.has(b) ?? false),
	keys: fn('m*', (...all: readonly (Dict | null)[]) => all.flatMap((one) => (one ? sortedKeys(one) : []))),
	values: fn('m', (a: Dict | null) => (a ? sortedKeys(a).map((key) => a.get(key) ?? null) : [])),
	pick: fn('ms*', (a: Dict | null, ...names: readonly string[]) => new Map([...(a ?? [])].filter(([key]) => names.includes(key)))),
	omit: fn('ms*', (a: Dict | null, ...names: readonly string[]) => new Map([...(a ?? [])].filter(([key]) => !names.includes(key)))),
	pluck: fn('sm*', (key: string, ...all: readonly (Dict | null)[]) => all.flatMap((one) => (one?.has(key) ? [one.get(key) ?? null] : []))),
	merge: fn('mm*', (a: Dict | null, ...all: readonly (Dict | null)[]) => all.reduce((into: Dict, one) => merge(into, one ?? new Map(), false), a ?? new Map())),
	mergeOverwrite: fn('mm*', (a: Dict | null, ...all: readonly (Dict | null)[]) =>
		all.reduce((into: Dict, one) => merge(into, one ?? new Map(), true), a ?? new Map()),
	),
};

const named: Readonly<Record<string, GoFunction>> = { ...STRINGS, ...MATH, ...VALUES, ...DICTS };
const must = ['append', 'prepend', 'first', 'last', 'rest', 'initial', 'reverse', 'compact', 'uniq', 'has', 'without', 'merge', 'mergeOverwrite', 'deepCopy'];

/** Sprig's functions (github.com/Masterminds/sprig v3) that are written so far. */
export const SPRIG: Readonly<Record<string, GoFunction>> = {
	...named,
	...Object.fromEntries(must.flatMap((name) => (named[name] ? [[`must${name.charAt(0).toUpperCase()}${name.slice(1)}`, named[name]]] : []))),
};

/** All other names of Sprig and Helm: legal in a template, told by name where one is called. */
export const UNWRITTEN: ReadonlySet<string> = new Set(
	'hello ago date date_in_zone date_modify dateInZone dateModify duration durationRound htmlDate htmlDateInZone must_date_modify mustDateModify mustToDate now toDate unixEpoch abbrev abbrevboth untitle substr trimall nospace initials randAlphaNum randAlpha randAscii randNumeric swapcase shuffle snakecase camelcase kebabcase wrap wrapWith plural sha1sum sha256sum sha512sum adler32sum seq toDecimal splitn untilStep randInt add1f addf subf divf mulf biggest maxf minf ceil floor round fromJson toPrettyJson toRawJson mustFromJson mustToJson mustToPrettyJson mustToRawJson typeIsLike deepEqual getHostByName base dir clean ext isAbs osBase osClean osDir osExt osIsAbs b64dec b32enc b32dec push mustPush slice mustSlice dig chunk mustChunk bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES randBytes uuidv4 semver semverCompare regexMatch mustRegexMatch regexFindAll mustRegexFindAll regexFind mustRegexFind regexReplaceAll mustRegexReplaceAll regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta urlParse urlJoin toToml fromToml toYamlPretty fromYamlArray fromJsonArray toJson call html js urlquery'.split(
		' ',
	),
);
