import { goQuote } from '../schema/go-quote';
import { decode, encode } from './bytes';
import { binaryFloat, exponentFloat, fixedFloat, floatText, generalFloat, hexFloat } from './float-text';
import {
	bytesOf,
	type Int,
	isBool,
	isBytes,
	isDict,
	isFloat,
	isInt,
	isList,
	isNilList,
	isStruct,
	isText,
	type Struct,
	sortedKeys,
	typeOf,
	type Value,
} from './value';

/** The flags, width and precision of one verb. */
interface Flags {
	readonly set: string;
	readonly width?: number | undefined;
	readonly precision?: number | undefined;
}

const PLAIN: Flags = { set: '' };
/** What no text needs to be wider than. */
const WIDEST = 100_000;

/** `%v`; a map's keys sorted. */
export const goText = (value: Value): string => (isText(value) ? value : shown('v', value, PLAIN, 0));

/** fmt.Sprint: blanks only between what are no texts. */
export const sprint = (args: readonly Value[]): string =>
	args.map((arg, i) => (i > 0 && !isText(arg) && !isText(args[i - 1]) ? ' ' : '') + goText(arg)).join('');

/** fmt.Sprintf. */
export function printf(format: string, args: readonly Value[]): string {
	const out: string[] = [];
	let next = 0;
	let isReordered = false;
	for (let at = 0; at < format.length; ) {
		const mark = format.indexOf('%', at);
		if (mark < 0) {
			out.push(format.slice(at));
			break;
		}
		out.push(format.slice(at, mark));
		const [whole = '', set = '', first, wideness, second, precision, third, verb] =
			/^%([-+# 0]*)(\[[^\]]*\])?(\*|\d+)?(?:\.(\[[^\]]*\])?(\*|\d*))?(\[[^\]]*\])?(.)?/su.exec(format.slice(mark)) ?? [];
		at = mark + whole.length;
		if (verb === undefined) {
			out.push('%!(NOVERB)');
			break;
		}
		let bad = '';
		const pick = (index: string | undefined): void => {
			if (index === undefined) return;
			isReordered = true;
			const number = Number(/^\[(\d+)\]$/.exec(index)?.[1]);
			if (number >= 1 && number <= args.length) next = number - 1;
			else bad = `%!${verb}(BADINDEX)`;
		};
		const star = (text: string | undefined, wrong: string): number | undefined => {
			if (text !== '*') return text === undefined ? undefined : Number(text);
			const arg = args[next++];
			const number = isInt(arg) ? Number(arg.value) : Number.NaN;
			if (Math.abs(number) <= 1e6) return number;
			out.push(wrong);
			return undefined;
		};
		pick(first);
		const wide = star(wideness, '%!(BADWIDTH)');
		pick(second);
		const precise = star(precision, '%!(BADPREC)');
		pick(third);
		const isPlain = set === '' && wide === undefined && precise === undefined;
		const [left, width] = wide !== undefined && wide < 0 ? ['-', -wide] : ['', wide];
		const flags: Flags = isPlain ? PLAIN : { set: set + left, width, precision: precise !== undefined && precise < 0 ? undefined : precise };
		if (verb === '%') out.push('%');
		else if (bad) out.push(bad);
		else if (next >= args.length) out.push(`%!${verb}(MISSING)`);
		else out.push(shown(verb, args[next++] ?? null, flags, 0));
	}
	if (!isReordered && next < args.length)
		out.push(
			`%!(EXTRA ${args
				.slice(next)
				.map((arg) => (arg === null ? '<nil>' : `${typeOf(arg)}=${goText(arg)}`))
				.join(', ')})`,
		);
	return out.join('');
}

/** pp.printArg and pp.printValue. */
function shown(verb: string, value: Value, flags: Flags, depth: number): string {
	if (value === null) {
		if (depth > 0) return verb === 'v' && flags.set.includes('#') ? 'interface {}(nil)' : '<nil>';
		return verb === 'T' || verb === 'v' ? pad('<nil>', flags) : `%!${verb}(<nil>)`;
	}
	if (verb === 'T') return pad(typeOf(value), flags);
	if (isText(value)) return textShown(verb, value, flags) ?? wrong(verb, value, flags);
	if (isBool(value)) return verb === 't' || verb === 'v' ? pad(String(value), flags) : wrong(verb, value, flags);
	// `%+v` names the fields of structs, and nothing else.
	const bare = verb === 'v' && flags.set.includes('+') ? { ...flags, set: flags.set.replaceAll('+', '') } : flags;
	if (isInt(value)) return integer(verb, value, bare) ?? wrong(verb, value, flags);
	if (isFloat(value)) return float(verb, value, bare) ?? wrong(verb, value, flags);
	if (isStruct(value) && value.text !== undefined && !flags.set.includes('#')) return textShown(verb, value.text, flags) ?? wrong(verb, value, flags);
	return nested(verb, value, flags, depth);
}

/** Lists, maps and structs: each of their values is shown with the same verb, with `%#v` as Go's syntax has it. */
function nested(verb: string, value: Exclude<Value, null | boolean | string | number | Int>, flags: Flags, depth: number): string {
	const isSyntax = verb === 'v' && flags.set.includes('#');
	if (isSyntax && isNilList(value)) return `${typeOf(value)}(nil)`;
	if (!isSyntax && isBytes(value)) {
		if (verb !== 'v' && verb !== 'd') return textShown(verb, decode(bytesOf(value)), flags) ?? '';
		if (flags === PLAIN) return `[${bytesOf(value).join(' ')}]`;
	}
	const inner = (item: Value | undefined): string => shown(verb, item ?? null, flags, depth + 1);
	const isNamed = isSyntax || flags.set.includes('+');
	const parts = isList(value)
		? value.map(inner)
		: isDict(value)
			? sortedKeys(value).map((key) => `${isSyntax ? goQuote(key) : inner(key)}:${inner(value.get(key))}`)
			: fieldsOf(value).map(([name, field]) => (isNamed ? `${name}:` : '') + inner(field));
	if (isSyntax) return `${typeOf(value).replace(/^\*/, '&')}{${parts.join(', ')}}`;
	const text = parts.join(' ');
	if (isList(value)) return `[${text}]`;
	return isDict(value) ? `map[${text}]` : `${value.type.startsWith('*') && depth === 0 ? '&' : ''}{${text}}`;
}

/** A type without a name says which fields there are: what else templates reach is that of a struct among them. */
function fieldsOf({ type, fields }: Struct): readonly (readonly [string, Value])[] {
	const own = /^struct \{ (.*) \}$/
		.exec(type)?.[1]
		?.split('; ')
		.map((field) => field.replace(/^\w+\.| .*$/g, ''));
	return [...fields].filter(([name]) => !own || own.includes(name));
}

/** pp.badVerb: the flags count for the value that it shows. */
const wrong = (verb: string, value: Value, flags: Flags): string => `%!${verb}(${typeOf(value)}=${shown('v', value, flags, 0)})`;

function pad(text: string, { set, width = 0 }: Flags): string {
	const missing = Math.min(WIDEST, width) - [...text].length;
	if (missing <= 0) return text;
	if (set.includes('-')) return text + ' '.repeat(missing);
	return (set.includes('0') ? '0' : ' ').repeat(missing) + text;
}

/** What has its zeros already. */
const padBlank = (text: string, { set, width }: Flags): string => pad(text, { set: set.replaceAll('0', ''), width });

function textShown(verb: string, value: string, flags: Flags): string | undefined {
	const { precision, set } = flags;
	const text = precision === undefined ? value : [...value].slice(0, precision).join('');
	switch (verb) {
		case 'v':
			return pad(set.includes('#') ? goQuote(text) : text, flags);
		case 's':
			return pad(text, flags);
		case 'q':
			return pad(quoted(text, set), flags);
		case 'x':
		case 'X': {
			const bytes = [...encode(value)].slice(0, precision).map((byte) => byte.toString(16).padStart(2, '0'));
			const prefix = set.includes('#') && bytes.length > 0 ? '0x' : '';
			const hex = prefix + bytes.join(set.includes(' ') ? ` ${prefix}` : '');
			return pad(verb === 'X' ? hex.toUpperCase() : hex, flags);
		}
		default:
			return undefined;
	}
}

/** `%q`: with `#` in back quotes where that can be, with `+` in ASCII. */
function quoted(text: string, set: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	if (set.includes('#') && !/[`\0-\x08\x0a-\x1f\x7f\ufeff\ud800-\udfff]/u.test(text)) return `\`${text}\``;
	const plain = goQuote(text);
	if (!set.includes('+')) return plain;
	return plain.replace(/[^\0-\x7f]/gu, (c) => {
		const code = (c.codePointAt(0) ?? 0).toString(16);
		return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
	});
}

const BASES: Readonly<Record<string, number>> = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const PREFIXES: Readonly<Record<string, string>> = { b: '0b', o: '0', O: '0o', x: '0x', X: '0X' };

/** fmt.fmtInteger. */
function integer(verb: string, { value }: Int, flags: Flags): string | undefined {
	const { set, precision, width = 0 } = flags;
	if (verb === 'e' || verb === 'f' || verb === 'g') return undefined;
	const inRange = value >= 0n && value <= 0x10ffffn;
	const c = String.fromCodePoint(inRange && !(value >= 0xd800n && value <= 0xdfffn) ? Number(value) : 0xfffd);
	if (verb === 'c') return pad(c, flags);
	if (verb === 'q') return pad(c === "'" ? "'\\''" : `'${goQuote(c).slice(1, -1).replace('\\"', '"')}'`, flags);
	if (verb === 'U') return pad(`U+${value.toString(16).toUpperCase().padStart(4, '0')}${set.includes('#') ? ` '${c}'` : ''}`, flags);
	const base = BASES[verb];
	if (base === undefined) return undefined;
	let digits = (value < 0n ? -value : value).toString(base);
	if (verb === 'X') digits = digits.toUpperCase();
	if (precision === 0 && value === 0n) return padBlank('', flags);
	const sign = value < 0n ? '-' : set.includes('+') ? '+' : set.includes(' ') ? ' ' : '';
	const isZeroed = precision === undefined && set.includes('0') && !set.includes('-');
	digits = digits.padStart(isZeroed ? Math.min(WIDEST, width) - sign.length : Math.min(WIDEST, precision ?? 0), '0');
	const isMarked = verb === 'O' || (set.includes('#') && !(verb === 'o' && digits.startsWith('0')));
	return padBlank(sign + (isMarked ? (PREFIXES[verb] ?? '') : '') + digits, flags);
}

/** fmt.fmtFloat. */
function float(verb: string, value: number, flags: Flags): string | undefined {
	const { set, precision, width } = flags;
	if (!'vgGeEfFxXb'.includes(verb)) return undefined;
	const size = Math.abs(value);
	const lower = verb.toLowerCase();
	let text: string;
	if (!Number.isFinite(value)) text = Number.isNaN(value) ? 'NaN' : 'Inf';
	else if (lower === 'b') text = binaryFloat(size);
	else if (lower === 'x') text = hexFloat(size);
	else if (lower === 'f') text = fixedFloat(size, precision ?? 6);
	else if (lower === 'e') text = exponentFloat(size, precision ?? 6);
	else text = precision === undefined ? floatText(size) : generalFloat(size, precision, set.includes('#'));
	if (verb !== lower && verb !== 'F') text = text.toUpperCase();
	const isNegative = value < 0 || Object.is(value, -0);
	const sign = isNegative ? '-' : set.includes('+') ? '+' : set.includes(' ') ? ' ' : size === Infinity ? '+' : '';
	if (!set.includes('0') || set.includes('-') || !Number.isFinite(value)) return padBlank(sign + text, flags);
	return sign + text.padStart(Math.min(WIDEST, width ?? 0) - sign.length, '0');
}
