import { type Dict, isDict, isList, NamedDict, Struct, TypedMap, type Value } from '../templates/value';

/** A map that a template changed though others see it, too: what was in it, and what is now. */
export interface Change {
	readonly dict: Dict;
	readonly before: Entries;
	readonly after: Entries;
}

type Entries = readonly (readonly [string, Value])[];

/** What the templates of a chart have in common: what one changes of it the next sees. */
export class SharedValues {
	private readonly shared = new WeakSet<object>();
	private changed = new Map<Dict, Entries>();

	share(value: Value): void {
		if (value instanceof NamedDict) this.share(value.inner);
		// Of `.Files` each would be made when it is asked for, and they cannot be changed.
		if (value instanceof TypedMap || typeof value !== 'object' || value === null || this.shared.has(value)) return;
		this.shared.add(value);
		if (value instanceof Struct) this.share([...value.fields.values()]);
		else if (isDict(value) || isList(value)) for (const one of value.values()) this.share(one);
	}

	/** Hears of a map before it is changed. */
	readonly changing = (dict: Dict): void => {
		if (this.shared.has(dict) && !this.changed.has(dict)) this.changed.set(dict, [...dict]);
	};

	/** What was changed since it was asked last. What was put there is common to all from now on. */
	changes(): readonly Change[] {
		const changes = [...this.changed].map(([dict, before]): Change => ({ dict, before, after: [...dict] }));
		this.changed = new Map();
		for (const { dict } of changes) for (const value of dict.values()) this.share(value);
		return changes;
	}
}

/** Leaves in maps what was in them before they were changed, or after. */
export function restore(changes: readonly Change[], when: 'before' | 'after'): void {
	for (const { dict, [when]: entries } of changes) {
		dict.clear();
		for (const [key, value] of entries) dict.set(key, value);
	}
}
