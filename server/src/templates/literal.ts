import { goQuote } from '../schema/go-quote';
import { matchAt } from '../yaml/match-at';
import { decode, encode } from './bytes';
import { floatText } from './float-text';
import type { NumberNode } from './node';
import { Fault } from './value';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '\\': '\\' };
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([ntrabfv\\'"]))|[^\\]/suy;

/** strconv.Unquote of a text in double or back quotes; nothing where its syntax is wrong. */
export function unquote(text: string): string | undefined {
	const inner = text.slice(1, -1);
	if (text.startsWith('`')) return inner.replaceAll('\r', '');
	return unescaped(inner, '"');
}

function unescaped(inner: string, quote: string): string | undefined {
	if (!inner.includes('\\')) return inner;
	const bytes: number[] = [];
	for (let at = 0; at < inner.length; ) {
		const match = matchAt(ESCAPE, inner, at);
		if (!match) return undefined;
		const [whole, x, u, U, octal, one] = match;
		at += whole.length;
		const byte = x !== undefined ? Number.parseInt(x, 16) : octal !== undefined ? Number.parseInt(octal, 8) : undefined;
		const wide = u ?? U;
		const code = Number.parseInt(wide ?? '0', 16);
		const isQuote = one === '"' || one === "'";
		if ((byte ?? 0) > 255 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (isQuote && one !== quote)) return undefined;
		if (byte !== undefined) bytes.push(byte);
		else bytes.push(...encode(one !== undefined ? (ESCAPES[one] ?? one) : wide !== undefined ? String.fromCodePoint(code) : whole));
	}
	return decode(Uint8Array.from(bytes));
}

/** parse.newNumber: what a number, or a character in single quotes, may stand for. */
export function parseNumber(text: string, isChar: boolean): Pick<NumberNode, 'int' | 'float' | 'complex'> | Fault {
	if (isChar) return charNumber(text);
	if (text.endsWith('i')) return complexNumber(text);
	const int = parseInteger(text);
	if (int !== undefined && int >= -(2n ** 63n) && int < 2n ** 64n) return int < 2n ** 63n ? { int, float: Number(int) } : { float: Number(int) };
	const float = parseFloat64(text);
	if (float === undefined) return new Fault(`illegal number syntax: ${goQuote(text)}`);
	if (!/[.eEpP]/.test(text)) return new Fault(`integer overflow: ${goQuote(text)}`);
	return realNumber(float);
}

/** A float64, and the int64 that it is, if it is one. */
const realNumber = (float: number): Pick<NumberNode, 'int' | 'float'> =>
	Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? { float, int: BigInt(float) } : { float };

/** What is imaginary stays so, but who asks for an integer or a float gets one where nothing is (simplifyComplex). */
function complexNumber(text: string): Pick<NumberNode, 'int' | 'float' | 'complex'> | Fault {
	const [, first = '', second = ''] = /^(.+?)??([-+]?(?:[^-+]|[eEpP][-+])+)i$/.exec(text) ?? [];
	const [real, imaginary] = [first === '' ? 0 : parseFloat64(first), parseFloat64(second)];
	if (real === undefined || imaginary === undefined)
		return new Fault(/.[-+]/.test(text) ? 'syntax error scanning complex number' : `illegal number syntax: ${goQuote(text)}`);
	const shown = `(${floatText(real)}${imaginary < 0 || Object.is(imaginary, -0) ? '' : '+'}${floatText(imaginary)}i)`;
	const complex = { isZero: real === 0 && imaginary === 0, shown };
	return imaginary === 0 ? { complex, ...realNumber(real) } : { complex };
}

function charNumber(text: string): { readonly int: bigint; readonly float: number } | Fault {
	const inner = text.slice(1, -1);
	if (inner === '') return new Fault('invalid syntax');
	const found = /^\\(?:x([\da-fA-F]{2})|([0-7]{3}))$/.exec(inner);
	const code = found ? Number.parseInt(found[1] ?? found[2] ?? '', found[1] ? 16 : 8) : undefined;
	const c = code === undefined ? unescaped(inner, "'") : code > 255 ? undefined : '.';
	if (c === undefined) return new Fault('invalid syntax');
	if ([...c].length !== 1) return new Fault(`malformed character constant: ${text}`);
	const value = code ?? c.codePointAt(0) ?? 0;
	return { int: BigInt(value), float: value };
}

/** strconv.ParseInt with base 0, of any size: `0x1f`, `0o17`, `017`, `0b11`, `1_000`. */
export function parseInteger(text: string): bigint | undefined {
	const [, sign = '', digits = ''] = /^([-+]?)(0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?[0-7])+|0|[1-9](?:_?\d)*)$/.exec(text) ?? [];
	if (digits === '') return undefined;
	const bare = digits.replaceAll('_', '').replace(/^0(?=[0-7])/, '0o');
	return sign === '-' ? -BigInt(bare) : BigInt(bare);
}

/** strconv.ParseFloat; nothing where the syntax is wrong or the number too large. */
export function parseFloat64(text: string): number | undefined {
	if (/^[-+]?inf(inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
	if (/^nan$/i.test(text)) return Number.NaN;
	const hex = /^([-+]?)0[xX]([\da-fA-F_]*)\.?([\da-fA-F_]*)[pP]([-+]?\d+)$/.exec(text);
	if (hex) return hexFloat(hex);
	if (!/^[-+]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?$/.test(text)) return undefined;
	const value = Number(text.replaceAll('_', ''));
	return Number.isFinite(value) ? value : undefined;
}

function hexFloat([, sign, whole = '', fraction = '', power = '0']: RegExpExecArray): number | undefined {
	const digits = (whole + fraction).replaceAll('_', '');
	if (digits === '') return undefined;
	const value = Number(BigInt(`0x${digits}`)) * 2 ** (Number(power) - 4 * fraction.replaceAll('_', '').length);
	return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined;
}
