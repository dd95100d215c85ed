/** Quantities as k8s.io/apimachinery/pkg/api/resource reads, keeps and writes them. */
import { MAX_INT64 } from './go-number';
import { remembered } from './remember';
import { trim } from './trim';

export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

export interface Amount {
	/** In units of 10^-9, the finest the server keeps. */
	readonly nano: bigint;
	readonly format: QuantityFormat;
	/** The text itself where the server keeps it: it takes a small number in plain units for canonical already (`1.500`, `+1`). */
	readonly written?: string;
	/** The power of ten that the server's int64 counts, where one holds it; the rest are big decimals. */
	readonly scale?: number;
}

const NANO = 10n ** 9n;
/** Any exponent beyond this only costs time: what the server does with 1e100000 nobody has waited for. */
const MAX_EXPONENT = 4096;

const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const DECIMAL_SUFFIXES = new Map(Object.entries(DECIMAL).map(([suffix, exponent]) => [exponent, suffix]));
const BINARY_SUFFIXES = ['', ...Object.keys(BINARY)];

/** strings.TrimSpace over the JSON text: tabs and line ends are escaped there, so they stay and are refused. */
const SPACE = /[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const NUMBER = /^([+-]?)([0-9]*)(?:\.([0-9]*))?((?:[eEinumkKMGTP]+[-+]?|[-+])[0-9]*|)$/;

/** ParseQuantity, after the spaces around it went as in Quantity.UnmarshalJSON. */
export const parseQuantity: (text: string) => Amount | undefined = remembered(readQuantity);

function readQuantity(text: string): Amount | undefined {
	const trimmed = trim(text, SPACE);
	const match = trimmed === '' ? null : NUMBER.exec(trimmed);
	if (!match) return undefined;
	const [, sign = '', digits = '', fraction = '', suffix = ''] = match;
	const unit = readSuffix(suffix);
	if (!unit) return undefined;
	const number = digits.replace(/^0+/, '') || '0';
	const unscaled = BigInt(number + fraction) * (sign === '-' ? -1n : 1n);
	if (isFast(number, fraction, unit)) {
		const written = trimmed === '0' || isKept(number + fraction, unit, fraction.length) ? { written: trimmed } : {};
		const scale = (unit.format === 'BinarySI' ? 0 : unit.exponent) - fraction.length;
		return { nano: scaled(unscaled, unit, fraction.length), format: unit.format, scale, ...written };
	}
	if (digits === '' && fraction === '') return undefined;
	return slow(scaled(unscaled, unit, fraction.length), unit.format);
}

/** The sentence in which ParseQuantity refuses a text. */
export function quantityFault(text: string): string {
	const [, , , , suffix] = NUMBER.exec(trim(text, SPACE)) ?? [];
	if (suffix === undefined || trim(text, SPACE) === '') return "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
	return readSuffix(suffix) ? 'unable to parse numeric part of quantity' : "unable to parse quantity's suffix";
}

interface Unit {
	readonly format: QuantityFormat;
	/** Of 2 for BinarySI, else of 10. */
	readonly exponent: number;
}

function readSuffix(suffix: string): Unit | undefined {
	const decimal = Object.hasOwn(DECIMAL, suffix) ? DECIMAL[suffix] : undefined;
	if (decimal !== undefined) return { format: 'DecimalSI', exponent: decimal };
	const binary = Object.hasOwn(BINARY, suffix) ? BINARY[suffix] : undefined;
	if (binary !== undefined) return { format: 'BinarySI', exponent: binary };
	if (!/^[eE][+-]?[0-9]+$/.test(suffix)) return undefined;
	const exponent = Number(suffix.slice(1));
	return Math.abs(exponent) > MAX_EXPONENT ? undefined : { format: 'DecimalExponent', exponent };
}

/** Whether ParseQuantity keeps it in an int64: there it is exact, and never capped. */
function isFast(number: string, fraction: string, { format, exponent }: Unit): boolean {
	if (format !== 'BinarySI') return number.length + fraction.length <= 18 && exponent - fraction.length >= -9;
	return fraction === '' && 15 - number.length - Math.trunc((exponent * 3) / 10) - 1 >= 0;
}

/** `%#v` of a Quantity as the server holds it once it is rounded up to thousandths; undefined for one of those that lie behind a pointer. */
export function goQuantity(text: string): string | undefined {
	const [, sign = '', digits = '', fraction = '', suffix = ''] = NUMBER.exec(text) ?? [];
	const unit = readSuffix(suffix);
	const number = digits.replace(/^0+/, '') || '0';
	if (!unit || !isFast(number, fraction, unit)) return undefined;
	const { format, exponent } = unit;
	const unscaled = BigInt(sign + number + fraction);
	const power = exponent - fraction.length;
	const isFine = format !== 'BinarySI' && power < -3;
	const binary = format === 'BinarySI' ? 2n ** BigInt(exponent) : 1n;
	const value = isFine ? divideUp(unscaled, 10n ** BigInt(-3 - power)) : unscaled * binary;
	const scale = isFine ? -3 : format === 'BinarySI' ? 0 : power;
	const kept = !isFine && isKept(number + fraction, unit, fraction.length) ? text : '';
	return `resource.Quantity{i:resource.int64Amount{value:${value}, scale:${scale}}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"${kept}", Format:"${format}"}`;
}

function isKept(shifted: string, { format, exponent }: Unit, decimals: number): boolean {
	if (format === 'BinarySI') return exponent % 10 === 0 && BigInt(shifted) % 8n !== 0n;
	return (exponent - decimals) % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
}

/** The value in nanos, rounded away from zero. */
function scaled(unscaled: bigint, { format, exponent }: Unit, decimals: number): bigint {
	const binary = format === 'BinarySI' ? 2n ** BigInt(exponent) : 1n;
	const power = (format === 'BinarySI' ? 0 : exponent) - decimals + 9;
	const value = unscaled * binary;
	return power >= 0 ? value * 10n ** BigInt(power) : divideUp(value, 10n ** BigInt(-power));
}

function slow(nano: bigint, format: QuantityFormat): Amount {
	if (format !== 'BinarySI') return { nano, format };
	const size = nano < 0n ? -nano : nano;
	if (size > MAX_INT64 * NANO) return { nano: nano < 0n ? -MAX_INT64 * NANO : MAX_INT64 * NANO, format };
	return { nano, format: size > 0n && size < NANO ? 'DecimalSI' : format };
}

/** Divides, rounding away from zero. */
function divideUp(value: bigint, by: bigint): bigint {
	const quotient = value / by;
	if (value % by === 0n) return quotient;
	return value < 0n ? quotient - 1n : quotient + 1n;
}

/** Quantity.Cmp: negative, zero or positive. */
export function compareAmounts(a: Amount, b: Amount): number {
	return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0;
}

/** Quantity.Value, which overflows. */
export function value(amount: Amount): bigint {
	return scaledInt64(amount, 0);
}

/** Quantity.MilliValue, which overflows. */
export function milliValue(amount: Amount): bigint {
	return scaledInt64(amount, -3);
}

/** int64Amount.AsScaledInt64 and scaledValue: what no int64 holds loses its upper half, or is nothing at all where the int64 was multiplied by 10 step by step. */
function scaledInt64({ nano, scale }: Amount, to: 0 | -3): bigint {
	const exact = divideUp(nano, to === 0 ? NANO : NANO / 1000n);
	if (exact <= MAX_INT64 && exact >= -MAX_INT64 - 1n) return exact;
	return scale === undefined || [1, 2, 3, 6, 9].includes(scale - to) ? BigInt.asIntN(64, exact) : 0n;
}

/** Quantity.Add. */
export function addAmounts(a: Amount, b: Amount): Amount {
	return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format };
}

/** Quantity.RoundUp(Milli): what is finer than a thousandth goes, away from zero. */
export function roundUpToMilli(amount: Amount): Amount {
	const nano = divideUp(amount.nano, NANO / 1000n) * (NANO / 1000n);
	if (nano === amount.nano) return amount;
	return { nano, format: amount.format, ...(amount.scale === undefined ? {} : { scale: -3 }) };
}

/** A text that reads as such a rounded amount does: in thousandths, and kept by no string. */
export function textOfRounded(amount: Amount): string {
	if (amount.scale === undefined || amount.nano < 0n) return canonical(amount);
	const milli = String(amount.nano / (NANO / 1000n)).padStart(4, '0');
	return `${milli.slice(0, -3)}.${milli.slice(-3)}0${amount.format === 'DecimalExponent' ? 'e0' : ''}`;
}

/** Quantity.String. */
export function canonical(amount: Amount): string {
	if (amount.written !== undefined) return amount.written;
	const { nano, format } = amount;
	if (nano === 0n) return '0';
	const size = nano < 0n ? -nano : nano;
	const sign = nano < 0n ? '-' : '';
	if (format === 'BinarySI' && size >= 1024n * NANO && size % NANO === 0n) return sign + binaryText(size / NANO);
	return sign + decimalText(size, format);
}

function binaryText(size: bigint): string {
	let mantissa = size;
	let times = 0;
	while (mantissa % 1024n === 0n) {
		mantissa /= 1024n;
		times++;
	}
	return `${mantissa}${BINARY_SUFFIXES[times] ?? ''}`;
}

/** The exponent is a multiple of three; one that has no suffix is lost, as it is in Go (`1000E` reads `1`). */
function decimalText(nano: bigint, format: QuantityFormat): string {
	let mantissa = nano;
	let exponent = -9;
	while (mantissa % 1000n === 0n) {
		mantissa /= 1000n;
		exponent += 3;
	}
	if (format === 'DecimalExponent') return exponent === 0 ? `${mantissa}` : `${mantissa}e${exponent}`;
	return `${mantissa}${DECIMAL_SUFFIXES.get(exponent) ?? ''}`;
}
