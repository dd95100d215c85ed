import type { File } from '../../manifest/read';
import { entryOf, type Node, textOf } from '../../yaml/node';

/** Names of other objects that a pod may refer to, as far as anybody has seen them. */
export interface WorkspaceNames {
	/** Name -> its keys. */
	readonly configMaps: ReadonlyMap<string, readonly string[]>;
	readonly secrets: ReadonlyMap<string, readonly string[]>;
	readonly claims: readonly string[];
	readonly serviceAccounts: readonly string[];
	readonly services: readonly string[];
	readonly storageClasses: readonly string[];
	readonly priorityClasses: readonly string[];
	readonly runtimeClasses: readonly string[];
}

/** The names in a file. */
export function namesIn(file: File): WorkspaceNames {
	const objects = file.sections.flatMap(({ document }) => objectsOf(document.root)).flatMap(named);
	const names = (kind: string): readonly string[] => objects.flatMap((one) => (one.kind === kind ? one.name : []));
	const keys = (kind: string, ...fields: readonly string[]): ReadonlyMap<string, readonly string[]> =>
		new Map(objects.flatMap(({ kind: its, name, object }) => (its === kind ? [[name, keysOf(object, ...fields)]] : [])));
	return {
		configMaps: keys('ConfigMap', 'data', 'binaryData'),
		secrets: keys('Secret', 'data', 'stringData'),
		claims: names('PersistentVolumeClaim'),
		serviceAccounts: names('ServiceAccount'),
		services: names('Service'),
		storageClasses: names('StorageClass'),
		priorityClasses: names('PriorityClass'),
		runtimeClasses: names('RuntimeClass'),
	};
}

/** The names in several files, each once; what has the same name in two of them has the keys of both. */
export function together(files: readonly WorkspaceNames[]): WorkspaceNames {
	const names = (of: (one: WorkspaceNames) => readonly string[]): readonly string[] => [...new Set(files.flatMap(of))];
	const keys = (of: (one: WorkspaceNames) => ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> => {
		const all = new Map<string, readonly string[]>();
		for (const one of files) for (const [name, those] of of(one)) all.set(name, [...new Set([...(all.get(name) ?? []), ...those])]);
		return all;
	};
	return {
		configMaps: keys((one) => one.configMaps),
		secrets: keys((one) => one.secrets),
		claims: names((one) => one.claims),
		serviceAccounts: names((one) => one.serviceAccounts),
		services: names((one) => one.services),
		storageClasses: names((one) => one.storageClasses),
		priorityClasses: names((one) => one.priorityClasses),
		runtimeClasses: names((one) => one.runtimeClasses),
	};
}

function named(object: Node): readonly { readonly kind: string | undefined; readonly name: string; readonly object: Node }[] {
	const name = textOf(entryOf(object, 'metadata')?.value, 'name');
	return name ? [{ kind: textOf(object, 'kind'), name, object }] : [];
}

/** The objects of a document: itself, or what it lists. */
export function objectsOf(root: Node | undefined): readonly Node[] {
	const items = entryOf(root, 'items')?.value;
	if (items?.kind === 'list' && textOf(root, 'kind')?.endsWith('List')) return items.items.flatMap((item) => (item.value ? [item.value] : []));
	return root ? [root] : [];
}

/** The keys under some fields of an object. */
export function keysOf(object: Node, ...fields: readonly string[]): readonly string[] {
	return fields.flatMap((field) => {
		const data = entryOf(object, field)?.value;
		return data?.kind === 'map' ? data.entries.map((entry) => entry.key.text) : [];
	});
}
