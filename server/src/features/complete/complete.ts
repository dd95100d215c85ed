import { graftAt } from '../../manifest/graft';
import { madeAt } from '../../manifest/held';
import { type File, read } from '../../manifest/read';
import { embeddingOf, type OwnKinds } from '../../schema/embedded';
import type { Segment } from '../../schema/field-path';
import { isOurVersion, KINDS, kindOf } from '../../schema/kinds';
import { lineStart } from '../../yaml/lines';
import type { Node, Range } from '../../yaml/node';
import { nodeAt, textOf } from '../../yaml/node';
import { spotAt } from '../../yaml/outline';
import { wholeRoot } from '../../yaml/parse';
import type { Spot } from '../../yaml/spot';
import { indexDocument } from '../navigate/index-document';
import { namesIn } from '../navigate/known-names';
import { placeOf } from '../place';
import type { Completion, CompletionSettings, Context } from './context';
import { directives, patchValues } from './directives';
import { reindented } from './insert';
import { headKeys, keysAt, newItem } from './keys';
import { scaffolds } from './scaffolds';
import { tried } from './tried';
import { valuesAt } from './values';

/** What may be written at an offset of a file, however broken the file is. */
export function complete(text: string, file: File, offset: number, settings: CompletionSettings): readonly Completion[] {
	const masked = file.masked?.();
	const isTyped = ({ end }: Range): boolean => end === offset && !text.endsWith('}}', end);
	// One alone on its line is left out; with something behind it, it is a value.
	const isAlone = ({ start, end }: Range): boolean => end === offset && text.slice(lineStart(text, start), start).trim() === '';
	if (masked?.actions.some((action) => (action.start < offset && offset < action.end) || isTyped(action) || isAlone(action))) return [];
	if (file.silent && !masked) return [];
	const context = contextAt(masked?.text ?? text, masked?.file ?? file, offset, settings);
	// What a template is to become its kind has to say.
	if (!context || (masked && (!context.kind || isCut(masked.actions, context.range)))) return [];
	return triedIn(file, completeIn(context));
}

/** Whether an action goes on behind the end of a range. */
const isCut = (actions: readonly Range[], { end: at }: Range): boolean => actions.some(({ start, end }) => start < at && at < end);

function triedIn(file: File, items: readonly Completion[]): readonly Completion[] {
	const known = new Map(file.sections.map(({ document }) => [document.text, document]));
	const sections = (one: File): File['sections'] => (one.masked?.().file ?? one).sections;
	return tried(file.text, items, (text) => sections(read(text, known, file.around)), sections(file));
}

interface Asked extends Context {
	/** Where the document starts in the file. */
	readonly start: number;
	/** The dash of the item that the cursor is in is gone. */
	readonly isLost: boolean;
}

function contextAt(text: string, file: File, offset: number, settings: CompletionSettings): Asked | undefined {
	const part = patchAt(file, offset) ?? documentAt(text, offset);
	const section = file.sections.find((one) => one.start === part?.start);
	const own = part && spotAt(part.text, offset - part.start, section && wholeRoot(section.document));
	if (!part || !own) return undefined;
	const { start } = part;
	const isLost = hasLostDash(own);
	const spot: Spot = isLost ? { ...own, above: [] } : own;
	const root = section?.document.root;
	const isPart = section?.manifests.some(({ part }) => part === 'patch') === true;
	const range = { start: start + spot.from, end: start + spot.to };
	const known = settings.known ?? (() => namesIn(file.sections.map((one) => indexDocument(one))));
	return { spot, root, settings, range, text: part.text, start, isLost, isPart, known, ...objectAt(part.text, spot, root, file.around.kinds) };
}

function completeIn(context: Asked): readonly Completion[] {
	const { isLost, text, spot, start } = context;
	const items = found(context);
	return isLost ? items.map((item) => dashed(item, text, spot, start)) : reindented(spot, items);
}

function found(context: Context): readonly Completion[] {
	const { spot, kind, path, isPart } = context;
	if (spot.writes.what === 'value' && spot.writes.key === '$patch' && isPart) return patchValues(context);
	if (spot.writes.what === 'value') return valuesAt(context, [...path, spot.writes.key]);
	if (!kind) return [...headKeys(context), ...scaffolds(context)];
	const type = path.length === 0 ? ({ kind: 'struct', name: kind } as const) : placeOf(kind, path)?.type;
	if (!type) return [];
	if (type.kind === 'list' && !spot.writes.dash) return spot.flow ? [] : newItem(context, type.of);
	if (type.kind === 'struct' || type.kind === 'map')
		return [...keysAt(context, type), ...(isPart ? directives(context, type.kind === 'struct' ? type.name : undefined) : scaffolds(context))];
	return valuesAt(context, path);
}

/** The patch within a kustomization that an offset lies in. */
function patchAt({ sections }: File, offset: number): { readonly start: number; readonly text: string } | undefined {
	const within = sections.findLast(({ start, document: { text } }) => start <= offset && offset <= start + text.length);
	const isInner = sections.some((one) => within && one !== within && one.start <= within.start && within.start < one.start + one.document.text.length);
	return within && isInner ? { start: within.start, text: within.document.text } : undefined;
}

/** The document between two `---` lines that an offset lies in; an empty one counts. */
function documentAt(text: string, offset: number): { readonly start: number; readonly text: string } | undefined {
	const line = lineStart(text, offset);
	if (text.startsWith('---', line)) return undefined;
	const before = line === 0 ? -1 : text.lastIndexOf('\n---', line - 1);
	const from = before >= 0 ? before + 1 : text.startsWith('---') ? 0 : -1;
	const lineEnd = from < 0 ? -1 : text.indexOf('\n', from);
	const start = lineEnd + 1;
	const end = text.indexOf('\n---', Math.max(offset, 0));
	return { start, text: text.slice(start, end < 0 ? text.length : end + 1) };
}

/** The object that holds the spot: its kind, and the path below it (a `kind: List` holds several, and so do some of others). */
function objectAt(text: string, spot: Spot, root: Node | undefined, kinds: OwnKinds | undefined): Pick<Context, 'kind' | 'path' | 'object' | 'embedded'> {
	const head = (key: string): string | undefined => textOf(root, key) ?? new RegExp(`^\\{?[ \\t]*["']?${key}["']?:[ \\t]*["']?([\\w./]+)`, 'm').exec(text)?.[1];
	const [items, index, ...rest] = spot.path;
	const isListed = head('kind') === 'List' && items === 'items' && typeof index === 'number';
	const { object, path } = isListed ? madeAt(nodeAt(root, ['items', index]), rest) : madeAt(root, spot.path);
	const said = (key: string): string | undefined => (object === root && !isListed ? head(key) : textOf(object, key));
	return within(object, path, kinds, said('apiVersion'), said('kind'));
}

/** The object itself, or the pod that holds the path in one of another kind. */
function within(
	object: Node | undefined,
	path: readonly Segment[],
	kinds: OwnKinds | undefined,
	apiVersion = '',
	kind = '',
): Pick<Context, 'kind' | 'path' | 'object' | 'embedded'> {
	const embedding = embeddingOf(apiVersion, kind, kinds);
	const graft = embedding && graftAt(object, path, embedding);
	return graft ? { object: graft.node, path: graft.path, kind: graft.kind.kind, embedded: graft } : { object, path, ...kindNamed(apiVersion, kind) };
}

/** While a manifest is being begun, or its apiVersion is filled in later or a wrong one of ours, the kind alone will do. */
function kindNamed(written: string | undefined, kind: string | undefined): { readonly kind?: string } {
	const apiVersion = written && /^[\w./-]*$/.test(written) ? written : undefined;
	const named = kindOf(apiVersion, kind) ?? (!apiVersion || isOurVersion(apiVersion) ? KINDS.find((one) => one.kind === kind) : undefined);
	return named ? { kind: named.kind } : {};
}

/** Keys below the cursor that stand above it too: they belong to an item of their own, whose first line is gone. */
function hasLostDash({ path, above, below, writes, flow, reindent }: Spot): boolean {
	return typeof path.at(-1) === 'number' && writes.what === 'key' && !writes.dash && !flow && !reindent && below.some((key) => above.includes(key));
}

/** With the dash that is missing, two columns to the left. */
function dashed(item: Completion, text: string, spot: Spot, start: number): Completion {
	const line = lineStart(text, spot.from);
	const isBlank = text.slice(line, spot.from).trim() === '' && spot.column >= 2;
	return isBlank ? { ...item, insert: `${' '.repeat(spot.column - 2)}- ${item.insert}`, range: { start: start + line, end: item.range.end } } : item;
}
