import type { FieldWords } from '../docs/words';
import type { File } from '../manifest/read';
import type { Language } from '../protocol';
import type { Segment } from '../schema/field-path';
import { KINDS, kindOf } from '../schema/kinds';
import { type Field, type Minor, structOf, type Type } from '../schema/schema';
import type { Node, Range } from '../yaml/node';
import { type Spot, spotAt } from '../yaml/outline';
import { split } from '../yaml/parse';
import { factsLine } from './facts';
import { wordsOf } from './hover';
import { isKnown, placeOf } from './place';
import { references } from './references';
import { shapeOf } from './shapes';

/** Something to write at the cursor. */
export interface Completion {
	readonly label: string;
	readonly kind: 'field' | 'value' | 'reference' | 'snippet';
	/** A snippet with tab stops ($1, ${2:x}) in place of `range`, offsets of the file. */
	readonly insert: string;
	readonly range: Range;
	/** Smaller comes first; ties by label. */
	readonly rank: number;
	readonly detail?: string;
	readonly words?: FieldWords;
	readonly preselect?: boolean;
	/** Ask for completion again at once: a value follows. */
	readonly again?: boolean;
}

export interface CompletionSettings {
	readonly language: Language;
	readonly version: Minor;
}

/** What may be written at an offset of a file, however broken the file is. */
export function complete(text: string, file: File, offset: number, settings: CompletionSettings): readonly Completion[] {
	if (file.silent) return [];
	const part = split(text).findLast((one) => one.start <= offset) ?? { start: 0, text };
	const spot = spotAt(part.text, offset - part.start);
	if (!spot) return [];
	const root = file.sections.find((section) => section.start === part.start)?.document.root;
	const context: Context = { spot, root, settings, range: { start: part.start + spot.from, end: offset }, text: part.text };
	const object = objectAt(part.text, spot, root);
	if (spot.writes.what === 'value') return valuesAt(context, object, spot.writes.key);
	return object.struct ? keysAt(context, object.struct, object.path) : headKeys(context);
}

interface Context {
	readonly spot: Spot;
	readonly root: Node | undefined;
	readonly settings: CompletionSettings;
	readonly range: Range;
	readonly text: string;
}

/** The object that holds the spot: its type, and the path below it (a `kind: List` holds several). */
function objectAt(text: string, spot: Spot, root: Node | undefined): { readonly struct?: string; readonly path: readonly Segment[] } {
	const head = (key: string): string | undefined => new RegExp(`^${key}:[ \\t]*["']?([\\w./]+)`, 'm').exec(text)?.[1];
	const [items, index, ...rest] = spot.path;
	if (head('kind') === 'List' && items === 'items' && typeof index === 'number') {
		const listed = root?.kind === 'map' ? root.entries.find((entry) => entry.key.text === 'items')?.value : undefined;
		const item = listed?.kind === 'list' ? listed.items[index]?.value : undefined;
		const textOf = (key: string): string | undefined => {
			const value = item?.kind === 'map' ? item.entries.find((entry) => entry.key.text === key)?.value : undefined;
			return value?.kind === 'scalar' ? value.text : undefined;
		};
		const kind = kindOf(textOf('apiVersion'), textOf('kind'));
		return { path: rest, ...(kind ? { struct: kind.kind } : {}) };
	}
	// While a manifest is being begun, one of the two names will do.
	const kind = kindOf(head('apiVersion'), head('kind')) ?? (head('apiVersion') ? undefined : KINDS.find((one) => one.kind === head('kind')));
	return { path: spot.path, ...(kind ? { struct: kind.kind } : {}) };
}

/** The first words of a manifest. */
function headKeys({ spot, range }: Context): readonly Completion[] {
	if (spot.path.length > 0) return [];
	return ['apiVersion', 'kind', 'metadata', 'spec']
		.filter((key) => !spot.siblings.has(key))
		.map((key, rank) => ({ label: key, kind: 'field', insert: key === 'metadata' || key === 'spec' ? `${key}:\n  $0` : `${key}: $0`, range, rank, again: true }));
}

/** The fields of the struct that are not there yet; for a list, its first item. */
function keysAt({ spot, settings, range }: Context, root: string, path: readonly Segment[]): readonly Completion[] {
	if (spot.writes.what !== 'key') return [];
	const { dash, colonFollows } = spot.writes;
	const type: Type | undefined = path.length === 0 ? { kind: 'struct', name: root } : placeOf(root, path)?.type;
	const isNewItem = type?.kind === 'list' && !dash;
	const of = isNewItem ? type.of : type;
	if (of?.kind !== 'struct') return [];
	const fields = [...(structOf(of.name)?.values() ?? [])].filter((field) => isKnown(field, settings.version) && !spot.siblings.has(field.name));
	return fields.map((field) => {
		const shape = colonFollows ? field.name : `${isNewItem ? '- ' : ''}${shapeOf(field, spot.column + (isNewItem ? 2 : 0))}`;
		const words = wordsOf(of.name, field.name);
		const isStatus = field.name === 'status' && path.length === 0;
		return {
			label: field.name,
			kind: 'field',
			insert: shape,
			range,
			rank: (field.required ? 0 : isStatus ? 3 : 1) * 1000,
			detail: factsLine(field)[settings.language === 'en' ? 'en' : 'ko'],
			again: wantsValue(field),
			...(words ? { words } : {}),
		};
	});
}

const wantsValue = (field: Field): boolean => field.values !== undefined || field.type.kind === 'boolean' || field.type.kind === 'string';

/** Values of a field: its enum, true and false, names that stand elsewhere in the document. */
function valuesAt({ root, range, settings, spot }: Context, object: { readonly struct?: string; readonly path: readonly Segment[] }, key: string): readonly Completion[] {
	const item = (label: string, rank: number, detail?: string): Completion => ({ label, kind: 'value', insert: label, range, rank, ...(detail ? { detail } : {}) });
	if (object.path.length === 0 && key === 'kind') return KINDS.map(({ kind, apiVersion }, rank) => item(kind, rank, apiVersion));
	if (object.path.length === 0 && key === 'apiVersion') return [...new Set(KINDS.map(({ apiVersion }) => apiVersion))].map((value, rank) => item(value, rank));
	const place = object.struct ? placeOf(object.struct, [...object.path, key]) : undefined;
	if (!place || !object.struct) return [];
	const values = place.isMapKey ? [] : (place.field.values ?? []).filter(({ since }) => since <= settings.version).map(({ value }, rank) => item(value, rank));
	if (values.length > 0) return values;
	if (place.type.kind === 'boolean') return [item('true', 0), item('false', 1)];
	const prefix = spot.path.slice(0, spot.path.length - object.path.length);
	return references(root, prefix, place).map((name, rank) => ({ ...item(name, rank), kind: 'reference' }));
}
