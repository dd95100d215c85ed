import { folderOf, type Kustomization } from './kustomization';

/** The folders that are built by themselves: no other kustomization builds on them, and they are no components. */
export function rootsOf(kustomizations: readonly Kustomization[]): readonly string[] {
	const used = new Set(kustomizations.flatMap(({ resources, components, plugins }) => [...resources, ...components, ...plugins]));
	return kustomizations.filter(({ folder, isComponent }) => !isComponent && !used.has(folder)).map(({ folder }) => folder);
}

/** The folders with a kustomization that one builds on directly. */
export function basesOf(folder: string, kustomizations: readonly Kustomization[]): readonly string[] {
	const own = kustomizations.filter((one) => one.folder === folder).flatMap(({ resources }) => resources);
	return kustomizations.filter((one) => !one.isComponent && own.includes(one.folder)).map((one) => one.folder);
}

/** The roots that a file or folder is part of, by what kustomizations name; `path` may be the kustomization itself. */
export function rootsReaching(path: string, kustomizations: readonly Kustomization[]): readonly string[] {
	const roots = new Set(rootsOf(kustomizations));
	const reached = new Set<string>();
	const queue = [path, folderOf(path)];
	for (const place of queue) {
		for (const one of kustomizations) {
			if (reached.has(one.folder)) continue;
			if (one.folder !== place && ![...one.resources, ...one.components, ...one.patches, ...one.plugins].includes(place)) continue;
			reached.add(one.folder);
			queue.push(one.folder);
		}
	}
	return [...reached].filter((folder) => roots.has(folder));
}
