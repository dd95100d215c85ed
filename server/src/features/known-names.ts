import type { File } from '../manifest/read';
import { entryOf, type Node, textOf } from '../yaml/node';

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

/** The names in some files. */
export function namesIn(files: Iterable<File>): WorkspaceNames {
	const configMaps = new Map<string, readonly string[]>();
	const secrets = new Map<string, readonly string[]>();
	const lists: Record<string, Set<string>> = {};
	for (const file of files) {
		for (const { document } of file.sections) {
			for (const object of objectsOf(document.root)) {
				const kind = textOf(object, 'kind') ?? '';
				const name = textOf(entryOf(object, 'metadata')?.value, 'name');
				if (!name) continue;
				if (kind === 'ConfigMap') configMaps.set(name, keysOf(object, 'data', 'binaryData'));
				else if (kind === 'Secret') secrets.set(name, keysOf(object, 'data', 'stringData'));
				else lists[kind] = (lists[kind] ?? new Set<string>()).add(name);
			}
		}
	}
	const all = (kind: string): readonly string[] => [...(lists[kind] ?? [])];
	return {
		configMaps,
		secrets,
		claims: all('PersistentVolumeClaim'),
		serviceAccounts: all('ServiceAccount'),
		services: all('Service'),
		storageClasses: all('StorageClass'),
		priorityClasses: all('PriorityClass'),
		runtimeClasses: all('RuntimeClass'),
	};
}

function objectsOf(root: Node | undefined): readonly Node[] {
	const items = entryOf(root, 'items')?.value;
	if (items?.kind === 'list' && textOf(root, 'kind')?.endsWith('List')) return items.items.flatMap((item) => (item.value ? [item.value] : []));
	return root ? [root] : [];
}

function keysOf(object: Node, ...fields: readonly string[]): readonly string[] {
	return fields.flatMap((field) => {
		const data = entryOf(object, field)?.value;
		return data?.kind === 'map' ? data.entries.map((entry) => entry.key.text) : [];
	});
}
