import { goText } from '../format';
import { fn, type GoFunction } from '../signature';
import { andThen, Fault, type Int, int, type Value } from '../value';
import { int64, toFloat64, toInt64 } from './cast';
import { range } from './lists';

/** shopspring/decimal: `value` times ten to the power of `exponent`. */
interface Decimal {
	readonly value: bigint;
	readonly exponent: number;
}

/** decimal.NewFromFloat: the shortest digits that tell the number. */
function decimalOf(number: number): Decimal | Fault {
	if (!Number.isFinite(number)) return new Fault(`Cannot create a Decimal from ${goText(number)}`);
	const [mantissa = '0', power = '0'] = number.toExponential().split('e');
	const [whole = '0', fraction = ''] = mantissa.split('.');
	return { value: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

type Operation = (a: Decimal, b: Decimal) => Decimal | Fault;

const at = ({ value, exponent }: Decimal, least: number): bigint => value * 10n ** BigInt(exponent - least);

function sum(a: Decimal, b: Decimal, sign: bigint): Decimal {
	const exponent = Math.min(a.exponent, b.exponent);
	return { value: at(a, exponent) + sign * at(b, exponent), exponent };
}

const product: Operation = (a, b) => ({ value: a.value * b.value, exponent: a.exponent + b.exponent });

/** decimal.DivisionPrecision. */
const DIGITS = 16;

/** Decimal.DivRound: half away from zero. */
const quotient: Operation = (a, b) => {
	if (b.value === 0n) return new Fault('decimal division by 0');
	const shift = a.exponent - b.exponent + DIGITS;
	const dividend = shift > 0 ? a.value * 10n ** BigInt(shift) : a.value;
	const divisor = shift < 0 ? b.value * 10n ** BigInt(-shift) : b.value;
	const [whole, rest] = [dividend / divisor, dividend % divisor];
	const isUp = 2n * (rest < 0n ? -rest : rest) >= (divisor < 0n ? -divisor : divisor);
	return { value: whole + (isUp ? (dividend < 0n === divisor < 0n ? 1n : -1n) : 0n), exponent: -DIGITS };
};

/** execDecimalOp. */
function decimals(first: number, others: readonly Value[], operation: Operation): number | Fault {
	let result = decimalOf(first);
	for (const other of others) result = andThen(result, (a) => andThen(decimalOf(toFloat64(other)), (b) => operation(a, b)));
	return andThen(result, ({ value, exponent }) => Number(`${value}e${exponent}`));
}

const plus: Operation = (a, b) => sum(a, b, 1n);
const minus: Operation = (a, b) => sum(a, b, -1n);

/** An operation on a decimal, and on each that is given behind it. */
const decimal = (operation: Operation): GoFunction => fn('aa*', (first: Value, ...others: readonly Value[]) => decimals(toFloat64(first), others, operation));

/** An operation on int64, which wraps around. */
const whole = (takes: string, run: (numbers: readonly bigint[]) => bigint): GoFunction => fn(takes, (...all: readonly Value[]) => int64(run(all.map(toInt64))));

const divided = (run: (a: bigint, b: bigint) => bigint): GoFunction =>
	fn('aa', (a: Value, b: Value) => (toInt64(b) === 0n ? new Fault('runtime error: integer divide by zero') : int64(run(toInt64(a), toInt64(b)))));

const largest = whole('aa*', (all) => all.reduce((a, b) => (b > a ? b : a)));

/** round of numeric.go: `roundOn` is the fraction from which it goes up. */
function round(value: Value, places: number, roundOn = 0.5): number {
	const power = 10 ** places;
	const digit = power * toFloat64(value);
	const rounded = digit - Math.trunc(digit) >= roundOn ? Math.ceil(digit) : Math.floor(digit);
	return rounded / power;
}

/** seq, as the command of that name. */
function seq(...params: readonly number[]): string | Fault {
	const [from = 0, b = 0, c = 0] = params.length === 1 ? [1, ...params] : params;
	const [to, step] = params.length === 3 ? [c, b] : [b, b < from ? -1 : 1];
	if (params.length === 0 || params.length > 3 || (to < from && step > 0)) return '';
	return andThen(range(from, to + (to < from ? -1 : 1), step), (list) => list.map(goText).join(' '));
}

/** strconv.ParseInt with base 8. */
function toDecimal(value: Value): Int {
	const text = goText(value);
	if (!/^[-+]?[0-7]+$/.test(text)) return int64(0n);
	const number = BigInt(`0o${text.replace(/^[-+]/, '')}`) * (text.startsWith('-') ? -1n : 1n);
	return number >= -(2n ** 63n) && number < 2n ** 63n ? int64(number) : int64(0n);
}

/** Sprig's numeric.go. */
export const MATH: Readonly<Record<string, GoFunction>> = {
	int: fn('a', (value: Value) => int(toInt64(value))),
	int64: fn('a', (value: Value) => int64(toInt64(value))),
	float64: fn('a', toFloat64),
	toDecimal: fn('a', toDecimal),
	add: whole('a*', (all) => all.reduce((a, b) => a + b, 0n)),
	add1: whole('a', ([a = 0n]) => a + 1n),
	sub: whole('aa', ([a = 0n, b = 0n]) => a - b),
	mul: whole('aa*', (all) => all.reduce((a, b) => BigInt.asIntN(64, a * b))),
	div: divided((a, b) => a / b),
	mod: divided((a, b) => a % b),
	max: largest,
	biggest: largest,
	min: whole('aa*', (all) => all.reduce((a, b) => (b < a ? b : a))),
	add1f: fn('a', (value: Value) => decimals(toFloat64(value), [int(1)], plus)),
	addf: fn('a*', (...all: readonly Value[]) => decimals(0, all, plus)),
	subf: decimal(minus),
	mulf: decimal(product),
	divf: decimal(quotient),
	maxf: fn('aa*', (...all: readonly Value[]) => Math.max(...all.map(toFloat64))),
	minf: fn('aa*', (...all: readonly Value[]) => Math.min(...all.map(toFloat64))),
	floor: fn('a', (value: Value) => Math.floor(toFloat64(value))),
	ceil: fn('a', (value: Value) => Math.ceil(toFloat64(value))),
	round: fn('aif*', round),
	seq: fn('i*', seq),
};
