/** Whether two plain values say the same. A key without a value is no key; the order of keys says nothing. */
export function same(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
	for (const key of Object.keys(one)) if (one[key] !== undefined && !(Object.hasOwn(other, key) && same(one[key], other[key]))) return false;
	return Object.keys(other).every((key) => other[key] === undefined || (Object.hasOwn(one, key) && one[key] !== undefined));
}
