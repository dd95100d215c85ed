import { setOwn } from './nil';

/** Whether two plain values say the same. A key without a value is no key; the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
	for (const key of Object.keys(one)) if (one[key] !== undefined && !(Object.hasOwn(other, key) && same(one[key], other[key]))) return false;
	return Object.keys(other).every((key) => other[key] === undefined || (Object.hasOwn(one, key) && one[key] !== undefined));
}

/** `after` with every part that says the same as in `before` taken from there, so that it is told to be the same without a look into it. */
export function sharing(before: unknown, after: unknown): unknown {
	if (same(before, after)) return before;
	if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return after;
	if (Array.isArray(after)) return Array.isArray(before) ? after.map((item, i) => sharing(before[i], item)) : after;
	if (Array.isArray(before)) return after;
	const former = before as Readonly<Record<string, unknown>>;
	const shared: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(after)) setOwn(shared, key, sharing(Object.hasOwn(former, key) ? former[key] : undefined, value));
	return shared;
}

/** A copy with other values; an undefined one is not there. */
export function changed<T extends object>(object: T, values: { readonly [K in keyof T]?: T[K] | undefined }): T {
	const copy: Record<string, unknown> = { ...object, ...values };
	for (const key of Object.keys(values)) if (copy[key] === undefined) delete copy[key];
	return copy as T;
}
