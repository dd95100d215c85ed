import { atoi } from '../schema/go-number';
import { goQuote } from './walk';

/** batch validation.validateIndexesFormat: how many indexes `0,2-4` names, or what is wrong with it. */
export function countIndexes(text: string, completions: number): number | { readonly fault: string } {
	if (text === '') return 0;
	let last: number | undefined;
	let total = 0;
	for (const interval of text.split(',')) {
		const parsed = parseIndexInterval(interval, completions);
		if ('fault' in parsed) return parsed;
		const { from, to } = parsed;
		if (last !== undefined && last >= from) return { fault: `non-increasing order, previous: ${last}, current: ${from}` };
		total += to - from + 1;
		last = to;
	}
	return total;
}

/** batch validation.parseIndexInterval */
function parseIndexInterval(interval: string, completions: number): { readonly from: number; readonly to: number } | { readonly fault: string } {
	const limits = interval.split('-');
	if (limits.length > 2) {
		return { fault: `the fragment ${goQuote(interval)} violates the requirement that an index interval can have at most two parts separated by '-'` };
	}
	const numbers: number[] = [];
	for (const limit of limits) {
		const number = atoi(limit);
		if (typeof number !== 'bigint') return { fault: `cannot convert string to integer for index: ${goQuote(limit)}` };
		if (number >= BigInt(completions)) return { fault: `too large index: ${goQuote(limit)}` };
		numbers.push(Number(number));
	}
	const [from = 0, to = from] = numbers;
	if (limits.length > 1 && from >= to) return { fault: `non-increasing order, previous: ${from}, current: ${to}` };
	return { from, to };
}
