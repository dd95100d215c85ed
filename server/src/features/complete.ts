import type { File } from '../manifest/read';
import type { Language } from '../protocol';
import type { Segment } from '../schema/field-path';
import { KINDS, kindOf } from '../schema/kinds';
import type { Minor } from '../schema/schema';
import type { Node, Range } from '../yaml/node';
import { entryOf, textOf } from '../yaml/node';
import { type Spot, spotAt } from '../yaml/outline';
import { headKeys, keysAt, newItem } from './complete-keys';
import { valuesAt } from './complete-values';
import { namesIn, type WorkspaceNames } from './known-names';
import { placeOf } from './place';
import { scaffolds } from './scaffolds';
import type { WordsKey } from './words-of';

/** Something to write at the cursor. */
export interface Completion {
	readonly label: string;
	readonly kind: 'field' | 'value' | 'reference' | 'snippet';
	/** A snippet with tab stops ($1, ${2:x}) in place of `range`, offsets of the file. */
	readonly insert: string;
	readonly range: Range;
	/** Smaller comes first; ties by label. */
	readonly rank: number;
	/** What the typed text is compared with, where that is not the label. */
	readonly filter?: string;
	readonly detail?: string;
	/** Kubernetes has something better today. */
	readonly isRetired?: boolean;
	/** What is shown beside it once somebody looks: see completionWords. */
	readonly words?: WordsKey;
	/** Ask for completion again at once: a value follows. */
	readonly again?: boolean;
	/** It goes on from what is typed, a number and its unit: with more of it there is something else to offer. */
	readonly continues?: boolean;
}

export interface CompletionSettings {
	readonly language: Language;
	readonly version: Minor;
	/** Names seen in any file, asked for only where one may stand. */
	readonly known?: () => WorkspaceNames;
}

/** Where a completion is asked for, and what is known of it. */
export interface Context {
	readonly spot: Spot;
	readonly root: Node | undefined;
	readonly settings: CompletionSettings;
	/** What an insertion takes the place of, in offsets of the file. */
	readonly range: Range;
	/** The document's text, and where it starts in the file. */
	readonly text: string;
	/** The type of the object the spot lies in, as far as it can be told. */
	readonly kind?: string;
	/** From the object's root. */
	readonly path: readonly Segment[];
	readonly known: () => WorkspaceNames;
}

/** What may be written at an offset of a file, however broken the file is. */
export function complete(text: string, file: File, offset: number, settings: CompletionSettings): readonly Completion[] {
	if (file.silent) return [];
	const part = documentAt(text, offset);
	const read = part && spotAt(part.text, offset - part.start);
	if (!part || !read) return [];
	const lost = hasLostDash(read);
	const spot: Spot = lost ? { ...read, above: [] } : read;
	const root = file.sections.find((section) => section.start === part.start)?.document.root;
	const range = { start: part.start + spot.from, end: part.start + spot.to };
	const known = settings.known ?? (() => namesIn(file));
	const context: Context = { spot, root, settings, range, text: part.text, known, ...objectAt(part.text, spot, root) };
	const items = found(context);
	return lost ? items.map((item) => dashed(item, part.text, spot, part.start)) : reindented(context, part.start, items);
}

function found(context: Context): readonly Completion[] {
	const { spot, kind, path } = context;
	if (spot.writes.what === 'value') return valuesAt(context, [...path, spot.writes.key]);
	if (!kind) return [...headKeys(context), ...scaffolds(context)];
	const type = path.length === 0 ? ({ kind: 'struct', name: kind } as const) : placeOf(kind, path)?.type;
	if (!type) return [];
	if (type.kind === 'list' && !spot.writes.dash) return spot.flow ? [] : newItem(context, type.of);
	if (type.kind === 'struct' || type.kind === 'map') return [...keysAt(context, type), ...scaffolds(context)];
	return valuesAt(context, path);
}

/** The document between two `---` lines that an offset lies in; an empty one counts. */
function documentAt(text: string, offset: number): { readonly start: number; readonly text: string } | undefined {
	const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
	if (text.startsWith('---', lineStart)) return undefined;
	const before = text.lastIndexOf('\n---', lineStart - 1);
	const from = before >= 0 ? before + 1 : text.startsWith('---') ? 0 : -1;
	const lineEnd = from < 0 ? -1 : text.indexOf('\n', from);
	const start = lineEnd + 1;
	const end = text.indexOf('\n---', Math.max(offset, 0));
	return { start, text: text.slice(start, end < 0 ? text.length : end + 1) };
}

/** The object that holds the spot: its kind, and the path below it (a `kind: List` holds several). */
function objectAt(text: string, spot: Spot, root: Node | undefined): { readonly kind?: string; readonly path: readonly Segment[] } {
	const head = (key: string): string | undefined => textOf(root, key) ?? new RegExp(`^\\{?[ \\t]*["']?${key}["']?:[ \\t]*["']?([\\w./]+)`, 'm').exec(text)?.[1];
	const [items, index, ...rest] = spot.path;
	if (head('kind') === 'List' && items === 'items' && typeof index === 'number') {
		const listed = entryOf(root, 'items')?.value;
		const item = listed?.kind === 'list' ? listed.items[index]?.value : undefined;
		return { path: rest, ...kindNamed(textOf(item, 'apiVersion'), textOf(item, 'kind')) };
	}
	return { path: spot.path, ...kindNamed(head('apiVersion'), head('kind')) };
}

/** While a manifest is being begun, the kind alone will do; so will an apiVersion that has only one. */
function kindNamed(apiVersion: string | undefined, kind: string | undefined): { readonly kind?: string } {
	const named =
		kindOf(apiVersion, kind) ??
		(apiVersion && KINDS.some((one) => one.apiVersion === apiVersion) ? undefined : KINDS.find((one) => one.kind === kind && !apiVersion));
	return named ? { kind: named.kind } : {};
}

/** Keys below the cursor that stand above it too: they belong to an item of their own, whose first line is gone. */
function hasLostDash({ path, above, below, writes, flow, reindent }: Spot): boolean {
	return typeof path.at(-1) === 'number' && writes.what === 'key' && !writes.dash && !flow && !reindent && below.some((key) => above.includes(key));
}

/** With the dash that is missing, two columns to the left. */
function dashed(item: Completion, text: string, spot: Spot, start: number): Completion {
	const lineStart = text.lastIndexOf('\n', spot.from - 1) + 1;
	const isBlank = text.slice(lineStart, spot.from).trim() === '' && spot.column >= 2;
	return isBlank ? { ...item, insert: `${' '.repeat(spot.column - 2)}- ${item.insert}`, range: { start: start + lineStart, end: item.range.end } } : item;
}

/** Where the line is indented by tabs, or too deep, its indentation is written anew. */
function reindented({ spot }: Context, start: number, items: readonly Completion[]): readonly Completion[] {
	const { reindent } = spot;
	if (!reindent) return items;
	const spaces = ' '.repeat(reindent.column);
	return spot.writes.what === 'key' && !spot.writes.dash
		? items.map((item) => ({ ...item, insert: spaces + item.insert, range: { start: start + reindent.start, end: item.range.end } }))
		: items;
}
