import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { File } from '../../../server/src/manifest/read';
import type { Segment } from '../../../server/src/schema/field-path';
import { type Field, structOf, type Type } from '../../../server/src/schema/schema';
import type { Entry, Node } from '../../../server/src/yaml/node';

const TRUTH = '../shared/truth/real.jsonl';
export const hasTruth = existsSync(TRUTH);

/** Manifests that people wrote: the examples, and the recorded ones where they lie beside the repository. */
export function realManifests(): readonly { readonly id: string; readonly text: string }[] {
	const examples = readdirSync('examples').map((name) => ({ id: name, text: readFileSync(`examples/${name}`, 'utf8') }));
	if (!hasTruth) return examples;
	const rows = readFileSync(TRUTH, 'utf8').split('\n').filter(Boolean);
	return [...examples, ...rows.map((row) => JSON.parse(row) as { id: string; yaml: string }).map(({ id, yaml }) => ({ id, text: yaml }))];
}

/** A field of a struct as it stands in a file. */
export interface Found {
	readonly struct: string;
	readonly field: Field;
	readonly path: readonly Segment[];
	readonly entry: Entry;
	readonly start: number;
	readonly flow: boolean;
	/** All keys of its map, its own among them. */
	readonly siblings: readonly string[];
}

export function* fieldsIn(file: File): Generator<Found> {
	for (const { manifests } of file.sections)
		for (const { node, kind, start } of manifests) yield* fieldsOf(node, { kind: 'struct', name: kind.kind }, [], start);
}

function* fieldsOf(node: Node | undefined, type: Type, path: readonly Segment[], start: number): Generator<Found> {
	if (node?.kind === 'list' && type.kind === 'list')
		for (const [i, item] of node.items.entries()) if (!item.alias) yield* fieldsOf(item.value, type.of, [...path, i], start);
	if (node?.kind !== 'map' || type.kind !== 'struct') return;
	const siblings = node.entries.map(({ key }) => key.text);
	for (const entry of node.entries) {
		const field = structOf(type.name)?.get(entry.key.text);
		if (!field) continue;
		yield { struct: type.name, field, path: [...path, field.name], entry, start, flow: node.flow, siblings };
		if (!entry.alias) yield* fieldsOf(entry.value, field.type, [...path, field.name], start);
	}
}

/** The file without a field, its subtree and all, and the offset where it stood. */
export function without(text: string, { entry, start, flow }: Found): { readonly text: string; readonly offset: number } {
	const from = start + entry.key.range.start;
	const to = start + (entry.alias ?? entry.value?.range ?? entry.key.range).end;
	if (flow) {
		const comma = /^\s*,\s*/.exec(text.slice(to))?.[0].length ?? 0;
		return { text: text.slice(0, from) + text.slice(to + comma), offset: from };
	}
	const lineEnd = text.charAt(to - 1) === '\n' ? to - 1 : text.indexOf('\n', to);
	return { text: text.slice(0, from) + (lineEnd < 0 ? '' : text.slice(lineEnd)), offset: from };
}

/** The file without a scalar, and the offset where it stood. */
export function withoutValue(text: string, range: { readonly start: number; readonly end: number }): { readonly text: string; readonly offset: number } {
	return { text: text.slice(0, range.start) + text.slice(range.end), offset: range.start };
}
