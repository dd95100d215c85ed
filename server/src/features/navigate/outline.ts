import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { type Node, type Range, textOf } from '../../yaml/node';
import { manifestsOf } from '../manifests';

/** A line of the editor's outline; ranges in offsets of the file. */
export interface Symbol {
	readonly name: string;
	readonly detail: string;
	readonly kind: 'manifest' | 'container' | 'volume' | 'claim';
	readonly range: Range;
	readonly selection: Range;
	readonly children: readonly Symbol[];
}

/** The manifests of a file with their containers and volumes: what one looks for by name. */
export function outline(file: File): readonly Symbol[] {
	return manifestsOf(file).map((manifest) => {
		const spec = [...manifest.kind.template, 'spec'];
		const children = [
			...items(manifest, [...spec, 'initContainers'], 'container', 'image'),
			...items(manifest, [...spec, 'containers'], 'container', 'image'),
			...items(manifest, [...spec, 'ephemeralContainers'], 'container', 'image'),
			...items(manifest, [...spec, 'volumes'], 'volume', undefined),
			...claims(manifest),
		];
		const name = locate(manifest.node, ['metadata', 'name']);
		const selection = name.exact && name.value ? name.value.range : name.key;
		return symbol(manifest, manifest.name || manifest.kind.kind, manifest.kind.kind, 'manifest', manifest.node, selection, children);
	});
}

function items(manifest: Manifest, path: readonly Segment[], kind: Symbol['kind'], detail: string | undefined): readonly Symbol[] {
	const { value, exact } = locate(manifest.node, path);
	if (!exact || value?.kind !== 'list') return [];
	return value.items.flatMap(({ value: item }) => {
		const name = textOf(item, 'name');
		if (!item || !name) return [];
		const source = item.kind === 'map' ? (item.entries.find(({ key }) => key.text !== 'name')?.key.text ?? '') : '';
		return [symbol(manifest, name, detail ? (textOf(item, detail) ?? '') : source, kind, item, locate(item, ['name']).key, [])];
	});
}

function claims(manifest: Manifest): readonly Symbol[] {
	const { value, exact } = locate(manifest.node, ['spec', 'volumeClaimTemplates']);
	if (!exact || value?.kind !== 'list') return [];
	return value.items.flatMap(({ value: item }) => {
		if (!item) return [];
		const name = locate(item, ['metadata', 'name']);
		return name.exact && name.value?.kind === 'scalar' && name.value.text ? [symbol(manifest, name.value.text, '', 'claim', item, name.value.range, [])] : [];
	});
}

function symbol(manifest: Manifest, name: string, detail: string, kind: Symbol['kind'], node: Node, named: Range, children: readonly Symbol[]): Symbol {
	// A name that came by an alias stands elsewhere; an editor wants it inside.
	const isInside = node.range.start <= named.start && named.end <= node.range.end;
	const selection = isInside ? named : { start: node.range.start, end: node.range.start };
	const shifted = ({ start, end }: Range): Range => ({ start: start + manifest.start, end: end + manifest.start });
	// In a broken text a value may reach beyond what holds it.
	const { start, end } = shifted(node.range);
	const range = { start, end: children.reduce((furthest, child) => Math.max(furthest, child.range.end), end) };
	return { name, detail, kind, range, selection: shifted(selection), children };
}
