/** Whole numbers beyond 2^53, where a double holds only some of them, by the double that stands for them: what is written or stored is exact. */
export type Exact = ReadonlyMap<number, bigint>;

export const NO_EXACT: Exact = new Map();

/** The number itself, or the int64 that it stands for. */
export function exactly(value: number, exact: Exact): number | bigint {
	return exact.get(value) ?? value;
}

/** A text with such doubles in it, as JavaScript writes them, in which the int64s stand. */
export function withExact(text: string, exact: Exact): string {
	if (exact.size === 0) return text;
	const digits = new Map([...exact].map(([value, whole]) => [String(value), String(whole)]));
	return text.replace(/-?\b\d{16,}\b/g, (number) => digits.get(number) ?? number);
}
