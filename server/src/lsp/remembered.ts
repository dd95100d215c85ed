/** What is kept under a key, or made anew; of those that were asked for last so many stay. */
export function remembered<T>(all: Map<string, T>, key: string, most: number, make: () => T): T {
	const known = all.get(key) ?? make();
	all.delete(key);
	all.set(key, known);
	for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - most))) all.delete(oldest);
	return known;
}
