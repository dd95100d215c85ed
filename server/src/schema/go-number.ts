import { goQuote } from './go-quote';

export const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -MAX_INT64 - 1n;

/** strconv.Atoi, or ParseInt with base 10; what it complains of when the text is no 64-bit integer. */
export function atoi(text: string, called: 'Atoi' | 'ParseInt' = 'Atoi'): bigint | { readonly fault: string } {
	const syntax = /^[+-]?\d+$/.test(text);
	const value = syntax ? BigInt(text.replace('+', '')) : 0n;
	if (syntax && value <= MAX_INT64 && value >= MIN_INT64) return value;
	return { fault: `strconv.${called}: parsing ${goQuote(text)}: ${syntax ? 'value out of range' : 'invalid syntax'}` };
}
