import { isRemote, join } from '../../overlays/build/place';
import { type FieldType, kustomizeField } from '../../overlays/fields';
import { inItsCase } from '../../overlays/in-its-case';
import { isPath } from '../../overlays/kustomization';
import type { Node, ScalarNode } from '../../yaml/node';

/** A path that a kustomization names. */
export interface NamedPath {
	readonly node: ScalarNode;
	/** As it is written, less a key before it (`key=path`). */
	readonly path: string;
	/** From the root of all files. */
	readonly full: string;
	/** The list that it stands in: no list may name a resource twice. */
	readonly field: string;
	readonly type: 'file' | 'folder' | 'either';
}

/** The paths of files and folders that a kustomization in a folder names; what is remote, or written out, is none. */
export function pathsIn(root: Node | undefined, folder: string): readonly NamedPath[] {
	const found: NamedPath[] = [];
	const add = (node: Node | undefined, field: string, type: NamedPath['type'], hasKey = false): void => {
		if (node?.kind !== 'scalar' || node.style === 'block' || node.text.includes('\n') || node.text === '') return;
		const path = hasKey ? node.text.slice(node.text.indexOf('=') + 1) : node.text;
		const full = path.startsWith('/') ? path : join(folder, path);
		if (full !== undefined && !isRemote(path)) found.push({ node, path, full, field, type });
	};
	const ofField = (value: Node | undefined, type: FieldType, field: string, struct: string): void => {
		if (type.kind === 'path') add(value, field, 'file');
		else if (type.kind === 'paths') for (const item of itemsOf(value)) add(item, field, FOUND[type.of]);
		else if (struct === 'Kustomization' && MAY_BE_WRITTEN_OUT.has(field))
			for (const item of itemsOf(value)) add(isWrittenOut(item) ? undefined : item, field, 'file');
		else if (field === 'files' && /^(?:ConfigMap|Secret)Args$/.test(struct)) for (const item of itemsOf(value)) add(item, field, 'file', true);
		else if (type.kind === 'struct') ofStruct(value, type.struct);
		else if (type.kind === 'structs') for (const item of itemsOf(value)) ofStruct(item, type.struct);
	};
	// Aliases may lead to the same map many times.
	const seen = new Set<Node>();
	const ofStruct = (node: Node | undefined, struct: string): void => {
		if (node?.kind !== 'map' || seen.has(node)) return;
		seen.add(node);
		for (const { key, value } of node.entries) {
			const type = kustomizeField(struct, key.text);
			if (type !== undefined && type !== 'open') ofField(value, type, key.text, struct);
		}
	};
	ofStruct(inItsCase(root, 'Kustomization'), 'Kustomization');
	return found;
}

const FOUND = { files: 'file', folders: 'folder', either: 'either' } as const;

/** Texts that are files unless they are YAML: SliceFromBytes and NewResMapFromBytes are asked first. */
const MAY_BE_WRITTEN_OUT: ReadonlySet<string> = new Set(['patchesStrategicMerge', 'transformers', 'generators', 'validators']);

const isWrittenOut = (node: Node | undefined): boolean => node?.kind === 'scalar' && !isPath(node.text);

const itemsOf = (node: Node | undefined): readonly (Node | undefined)[] => (node?.kind === 'list' ? node.items.map(({ value }) => value) : []);
