import { PARTS } from './naming';
import type { DocumentIndex } from './occurrence';

/** Names of objects that others may refer to, as far as anybody has seen them. */
export interface WorkspaceNames {
	/** By kind. */
	readonly names: ReadonlyMap<string, readonly string[]>;
	/** Those of ConfigMaps and Secrets, by kind and name: `ConfigMap settings`. What has the same name in two files has the keys of both. */
	readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** All names in some documents, each once. */
export function namesIn(documents: Iterable<DocumentIndex>): WorkspaceNames {
	const names = new Map<string, Set<string>>();
	const keys = new Map<string, Set<string>>();
	for (const { objects } of documents) {
		for (const { thing, name, owner, gives } of objects.flatMap(({ occurrences }) => occurrences)) {
			if (!gives || PARTS.has(thing)) continue;
			if (thing.endsWith(' key')) put(keys, `${thing.slice(0, -' key'.length)} ${owner}`, name);
			else if (owner === '') put(names, thing, name);
		}
	}
	return { names: listed(names), keys: listed(keys) };
}

function put(into: Map<string, Set<string>>, key: string, value: string): void {
	const there = into.get(key);
	if (there) there.add(value);
	else into.set(key, new Set([value]));
}

const listed = (all: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> =>
	new Map([...all].map(([key, values]) => [key, [...values]]));
