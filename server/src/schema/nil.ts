/** The list of a required field where nothing is written: nil in Go, which the server prints as null and not as []. It is told by its identity. */
export const NIL: readonly never[] = Object.freeze([]);

/** A copy of plain JSON that may be changed; NIL stays what it is. */
export function copyOf<T>(value: T): T {
	if (typeof value !== 'object' || value === null || (value as unknown) === NIL) return value;
	if (Array.isArray(value)) return value.map(copyOf) as T;
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copyOf(child)])) as T;
}
