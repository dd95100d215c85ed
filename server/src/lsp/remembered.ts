import { kept } from '../schema/remember';

/** What is kept under a key, or made anew; of those that were asked for last so many stay. */
export function remembered<T>(all: Map<string, T>, key: string, most: number, make: () => T): T {
	const known = all.get(key) ?? make();
	all.delete(key);
	all.set(key, known);
	for (const oldest of [...all.keys()].slice(0, Math.max(0, all.size - most))) all.delete(oldest);
	return known;
}

/** What is made of things, each once under its key as long as the thing is the same object. */
export class MadeOnce<Of extends object, T> {
	private readonly all = new WeakMap<Of, Map<string, { readonly made: T }>>();

	of(thing: Of, key: string, make: () => T): T {
		const known = kept(this.all, thing, (): Map<string, { readonly made: T }> => new Map());
		return kept(known, key, () => ({ made: make() })).made;
	}
}
