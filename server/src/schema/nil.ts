/** The list of a required field where nothing is written: nil in Go, which the server prints as null and not as []. It is told by its identity. */
export const NIL: readonly never[] = Object.freeze([]);

/** A copy of plain JSON that may be changed; NIL stays what it is. */
export function copyOf<T>(value: T): T {
	if (typeof value !== 'object' || value === null || (value as unknown) === NIL) return value;
	if (Array.isArray(value)) return value.map(copyOf) as T;
	const copy: Record<string, unknown> = {};
	for (const [key, child] of Object.entries(value)) setOwn(copy, key, copyOf(child));
	return copy as T;
}

/** An entry like any other, even if its key is `__proto__`. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
	if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
	else object[key] = value;
}
