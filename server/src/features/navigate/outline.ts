import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Segment } from '../../schema/field-path';
import { type Entry, entryOf, type Node, type Range, shifted, textOf } from '../../yaml/node';
import { kindOfObject } from '../embedded';
import { objectsOf } from '../objects';
import { thingOf } from './naming';

/** A line of the editor's outline; ranges in offsets of the file. */
export interface Symbol {
	readonly name: string;
	readonly detail: string;
	readonly kind: 'object' | 'container' | 'volume' | 'claim' | 'port' | 'key';
	readonly range: Range;
	readonly selection: Range;
	readonly children: readonly Symbol[];
}

/** The objects of a file with what one looks for by name: containers and volumes, the ports of a Service, the keys of a ConfigMap or Secret. */
export function outline(file: File): readonly Symbol[] {
	return file.sections.flatMap(({ start, document, manifests }) =>
		objectsOf(document.root).flatMap((node) => {
			const own = manifests.filter((one) => (one.embedded?.object ?? one.node) === node);
			const kind = own[0] ? kindOfObject(own[0]) : kindOf(node);
			if (kind === undefined) return [];
			const children = own[0] ? own.flatMap((manifest) => partsOf(manifest, start)) : otherParts(node, kind, start);
			const { value, key, exact } = locate(node, ['metadata', 'name']);
			const name = exact && value?.kind === 'scalar' ? value.text : '';
			const selection = exact && value ? value.range : key;
			// As kubectl has it; the container of an object often has the same name.
			const shown = { name: name === '' ? kind : `${kind}/${name}`, detail: textOf(entryOf(node, 'metadata')?.value, 'namespace') ?? '' };
			return symbol({ ...shown, kind: 'object' }, node, selection, start, children);
		}),
	);
}

/** What other documents are is for other extensions to say. */
function kindOf(node: Node): string | undefined {
	const [apiVersion, kind] = [textOf(node, 'apiVersion'), textOf(node, 'kind')];
	return apiVersion && kind ? thingOf(apiVersion, kind) : undefined;
}

function partsOf({ kind, node }: Manifest, start: number): readonly Symbol[] {
	const spec = [...kind.template, 'spec'];
	const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => items(node, [...spec, list], 'container', start));
	return [...containers, ...items(node, [...spec, 'volumes'], 'volume', start), ...claims(node, start)];
}

function otherParts(node: Node, kind: string, start: number): readonly Symbol[] {
	switch (kind) {
		case 'Service':
			return items(node, ['spec', 'ports'], 'port', start);
		case 'ConfigMap':
			return [...keys(node, 'data', start), ...keys(node, 'binaryData', start)];
		case 'Secret':
			return [...keys(node, 'data', start), ...keys(node, 'stringData', start)];
		default:
			return [];
	}
}

function items(node: Node, path: readonly Segment[], kind: 'container' | 'volume' | 'port', start: number): readonly Symbol[] {
	const { value, exact } = locate(node, path);
	if (!exact || value?.kind !== 'list') return [];
	return value.items.flatMap(({ value: item }) => {
		const name = textOf(item, 'name') || (kind === 'port' ? textOf(item, 'port') : undefined);
		if (!item || !name) return [];
		return symbol({ name, detail: detailOf(item, kind), kind }, item, locate(item, ['name']).key, start, []);
	});
}

function detailOf(item: Node, kind: 'container' | 'volume' | 'port'): string {
	if (kind === 'container') return textOf(item, 'image') ?? '';
	if (kind === 'port') return [textOf(item, 'port'), textOf(item, 'targetPort')].filter(Boolean).join(' → ');
	return item.kind === 'map' ? (item.entries.find(({ key }) => key.text !== 'name')?.key.text ?? '') : '';
}

function claims(node: Node, start: number): readonly Symbol[] {
	const { value, exact } = locate(node, ['spec', 'volumeClaimTemplates']);
	if (!exact || value?.kind !== 'list') return [];
	return value.items.flatMap(({ value: item }) => {
		if (!item) return [];
		const name = locate(item, ['metadata', 'name']);
		if (!name.exact || name.value?.kind !== 'scalar' || !name.value.text) return [];
		return symbol({ name: name.value.text, detail: '', kind: 'claim' }, item, name.value.range, start, []);
	});
}

function keys(node: Node, field: string, start: number): readonly Symbol[] {
	const data = entryOf(node, field)?.value;
	return data?.kind === 'map' ? data.entries.flatMap((entry) => (entry.key.text ? keySymbol(entry, start) : [])) : [];
}

/** What came by an alias stands elsewhere. */
function keySymbol({ key, value, alias }: Entry, start: number): Symbol {
	const end = alias?.end ?? value?.range.end ?? key.range.end;
	const range = { start: key.range.start, end: Math.max(end, key.range.end) };
	return symbol({ name: key.text, detail: '', kind: 'key' }, { range }, key.range, start, []);
}

function symbol(
	shown: Pick<Symbol, 'name' | 'detail' | 'kind'>,
	{ range: all }: Pick<Node, 'range'>,
	named: Range,
	by: number,
	children: readonly Symbol[],
): Symbol {
	// A name that came by an alias stands elsewhere; an editor wants it inside.
	const isInside = all.start <= named.start && named.end <= all.end;
	const selection = isInside ? named : { start: all.start, end: all.start };
	// In a broken text a value may reach beyond what holds it.
	const { start, end } = shifted(all, by);
	const range = { start, end: children.reduce((furthest, child) => Math.max(furthest, child.range.end), end) };
	const here = shifted(selection, by);
	// A part that came by an alias stands above: it is shown with the name of what holds it.
	const inside = children.map((child) => (child.range.start < start ? { ...child, range: here, selection: here } : child));
	return { ...shown, range, selection: here, children: inside };
}
