import type { FieldType } from '../../overlays/fields';
import type { Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { spotAt } from '../../yaml/outline';
import { parse, wholeRoot } from '../../yaml/parse';
import type { Spot } from '../../yaml/spot';
import { flowText } from '../../yaml/write';
import { reindented, valueItem, written } from '../complete/insert';
import { type Style, styleOf } from '../complete/shapes';
import { documentsIn, tried } from '../complete/tried';
import type { ScenarioCompletion } from '../scenario/complete-scenario';
import { valueMarkdown } from '../scenario/hover-scenario';
import { fieldAt, fieldsIn, type Root, structAt, takes, wordsOf } from './build-file';

/** What may be written at an offset of a kustomization or a Chart.yaml, however broken it is. `paths` are files and folders that it may name, from its own folder. */
export function completeBuildFile(text: string, offset: number, root: Root, language: Language, paths: readonly string[]): readonly ScenarioCompletion[] {
	const spot = spotAt(text, offset, wholeRoot(parse(text)));
	if (!spot) return [];
	const place = { spot, text, range: { start: spot.from, end: spot.to } };
	const { writes, path } = spot;
	const items = writes.what === 'value' ? valuesAt([...path, writes.key], root, paths) : [];
	const listed = writes.what === 'value' || (wantsDash(spot) && hasKeys(spot)) ? [] : valuesAt(path, root, paths);
	const values = [...items, ...listed].map((value, rank): ScenarioCompletion => {
		const dash = wantsDash(spot) ? '- ' : '';
		const item = valueItem(place, flowText(value));
		return { ...item, insert: writes.what === 'value' ? item.insert : `${spot.bare ? ' ' : ''}${dash}${item.insert.trimStart()}`, kind: 'value', rank };
	});
	return tried(text, reindented(spot, [...values, ...(writes.what === 'key' ? keysAt(place, root, language, styleOf(text)) : [])]), documentsIn);
}

/** Where an item of a list may begin. */
const wantsDash = ({ writes, flow, path }: Spot): boolean => writes.what === 'key' && !writes.dash && !flow && typeof path.at(-1) === 'string';

/** Keys that stand where a dash should are no list, nor is the one that is being changed. */
const hasKeys = ({ above, below, writes }: Spot): boolean => above.length + below.length > 0 || (writes.what === 'key' && writes.colonFollows);

/** What a field takes that is one of a few. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
	'Chart.apiVersion': ['v2', 'v1'],
	'Chart.type': ['application', 'library'],
	'Kustomization.apiVersion': ['kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1'],
	'Kustomization.kind': ['Kustomization', 'Component'],
	'Kustomization.buildMetadata': ['originAnnotations', 'transformerAnnotations', 'managedByLabel'],
	'SortOptions.order': ['fifo', 'legacy'],
	'ConfigMapArgs.behavior': ['create', 'merge', 'replace'],
	'SecretArgs.behavior': ['create', 'merge', 'replace'],
};

function valuesAt(path: readonly Segment[], root: Root, paths: readonly string[]): readonly string[] {
	const field = fieldAt(path, root);
	if (!field) return [];
	const { struct, name, type } = field;
	if (type.kind === 'boolean') return ['true', 'false'];
	if (type.kind === 'path') return paths.filter((one) => !isFolder(one));
	if (type.kind === 'paths') return paths.filter((one) => type.of === 'either' || isFolder(one) === (type.of === 'folders'));
	return VALUES[`${struct}.${name}`] ?? [];
}

const isFolder = (path: string): boolean => !/\.[a-z]+$/.test(path);

function keysAt(
	place: { readonly spot: Spot; readonly text: string; readonly range: ScenarioCompletion['range'] },
	root: Root,
	language: Language,
	style: Style,
): readonly ScenarioCompletion[] {
	const { spot, text } = place;
	const { path, writes } = spot;
	// Beside the items of a list no key may stand: what is one says nothing yet.
	if (writes.what !== 'key' || (path.length === 0 && parse(text).root?.kind === 'list')) return [];
	const struct = structAt(path, root);
	const there = new Set([...spot.above, ...spot.below]);
	// An item of a list begins with its dash.
	const own = fieldAt(path, root);
	const dash = own?.type.kind === 'structs' && wantsDash(spot) ? '- ' : '';
	if (dash !== '' && hasKeys(spot)) return [];
	if (struct === undefined) return [];
	return Object.entries(fieldsIn(struct)).flatMap(([name, type], rank): ScenarioCompletion | readonly ScenarioCompletion[] => {
		if (there.has(name)) return [];
		const words = wordsOf(struct, name);
		return {
			label: name,
			kind: 'field',
			...written(place, dash, name, spot.flow ? restInLine(type) : rest(type, spot.column + dash.length, style)),
			rank,
			detail: takes(type),
			...(words ? { help: valueMarkdown(words, language) } : {}),
		};
	});
}

/** The same between brackets, which a line of its own would break. */
function restInLine({ kind }: FieldType): string {
	if (kind === 'texts' || kind === 'paths' || kind === 'structs') return ': [$1]';
	return kind === 'struct' ? ': {$1}' : ': ';
}

/** What follows a key: its value's first place. */
function rest(type: FieldType, column: number, { map, dash }: Style): string {
	switch (type.kind) {
		case 'texts':
		case 'paths':
		case 'structs':
			return `:\n${' '.repeat(column + dash)}- `;
		case 'struct':
			return `:\n${' '.repeat(column + map)}`;
		default:
			return ': ';
	}
}
