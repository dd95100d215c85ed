import { decode } from '../bytes';
import { goText } from '../format';
import { parseFloat64, parseInteger } from '../literal';
import { bytesOf, Int, isBool, isBytes, isFloat, isInt, isList, isText, type Slice, sliceOf, type Value } from '../value';

const LEAST = -(2n ** 63n);

/** What Go on amd64 makes of a float64 that no int64 holds. */
const truncated = (value: number): bigint => (Number.isFinite(value) && value >= -(2 ** 63) && value < 2 ** 63 ? BigInt(Math.trunc(value)) : LEAST);

/** cast.ToInt64: what is no number is 0. */
export function toInt64(value: Value): bigint {
	if (isInt(value)) return BigInt.asIntN(64, value.value);
	if (isFloat(value)) return truncated(value);
	if (isBool(value)) return value ? 1n : 0n;
	const parsed = isText(value) ? parseInteger(value.replace(/\.0+$/, '')) : undefined;
	return parsed !== undefined && parsed >= LEAST && parsed < -LEAST ? parsed : 0n;
}

/** cast.ToFloat64. */
export function toFloat64(value: Value): number {
	if (isInt(value)) return Number(value.value);
	if (isFloat(value)) return value;
	if (isBool(value)) return value ? 1 : 0;
	return isText(value) ? (parseFloat64(value) ?? 0) : 0;
}

export const int64 = (value: bigint): Int => new Int(BigInt.asIntN(64, value), 'int64');

/** strval: what a value is as a text. */
export const textOf = (value: Value): string => (isBytes(value) ? decode(bytesOf(value)) : goText(value));

/** strslice: a list's items as texts, without nil; what is no list is a list of one. */
export function textsOf(value: Value): Slice {
	if (value === null) return sliceOf('string', []);
	return sliceOf('string', isList(value) ? value.filter((one) => one !== null).map(textOf) : [textOf(value)]);
}
