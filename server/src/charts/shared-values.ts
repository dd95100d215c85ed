import { type Dict, isDict, isList, NamedDict, Struct, TypedMap, type Value } from '../templates/value';

/** A map that a template changed though others see it, too: what was in it, and what is now. */
export interface Change {
	readonly dict: Dict;
	readonly before: Entries;
	readonly after: Entries;
}

type Entries = readonly (readonly [string, Value])[];

/** What the templates of a chart have in common: what one changes of it the next sees. */
export interface SharedValues {
	/** Hears of a map before it is changed. */
	readonly changing: (dict: Dict) => void;
	/** What was changed since it was asked last. What was put there is common to all from now on. */
	readonly changes: () => readonly Change[];
}

export function sharedValues(values: Value): SharedValues {
	const shared = new WeakSet<object>();
	const changed = new Map<Dict, Entries>();

	function share(value: Value): void {
		if (value instanceof NamedDict) share(value.inner);
		// Of `.Files` each would be made when it is asked for, and they cannot be changed.
		if (value instanceof TypedMap || typeof value !== 'object' || value === null || shared.has(value)) return;
		shared.add(value);
		if (value instanceof Struct) share([...value.fields.values()]);
		else if (isDict(value) || isList(value)) for (const one of value.values()) share(one);
	}

	share(values);
	return {
		changing: (dict) => {
			if (shared.has(dict) && !changed.has(dict)) changed.set(dict, [...dict]);
		},
		changes: () => {
			const changes = [...changed].map(([dict, before]): Change => ({ dict, before, after: [...dict] }));
			changed.clear();
			for (const { dict } of changes) share([...dict.values()]);
			return changes;
		},
	};
}

/** Leaves in maps what was in them before they were changed, or after. */
export function restore(changes: readonly Change[], when: 'before' | 'after'): void {
	for (const { dict, [when]: entries } of changes) {
		dict.clear();
		for (const [key, value] of entries) dict.set(key, value);
	}
}
