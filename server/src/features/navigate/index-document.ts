import { type Around, isPart } from '../../manifest/around';
import { type Manifest, type Section, type TextWithin, textsWithin } from '../../manifest/read';
import { inItsCase } from '../../overlays/in-its-case';
import { isKustomizationHead, speaksOfParts, type Target } from '../../overlays/kustomization';
import type { Segment } from '../../schema/field-path';
import { contentOf } from '../../yaml/edit';
import { entryOf, type Node, nodeAt, type Range, shifted, textOf } from '../../yaml/node';
import type { Document } from '../../yaml/parse';
import { objectsOf } from '../objects';
import { ownText, telling } from './detail';
import { own, PARTS, patternOf, SELECTORS, type Thing, thingOf } from './naming';
import { type DocumentIndex, type IndexedObject, keyOf, type Occurrence } from './occurrence';
import { type Reading, readName, withinQuotes } from './read-names';
import { labelsOf, selectorOf } from './selector';
import { saidByPatch, saidByReplacements, targetName } from './spoken-of';
import { type Field, walk } from './walk';

/** The names in a document. `isWithin`: it is a text in another one. */
export function indexDocument(section: Section, isWithin = false): DocumentIndex {
	const { document, manifests, around } = section;
	const isKustomization = around.isKustomization === true;
	const targets = around.targets ?? [];
	const read: Read = {
		text: document.text,
		isPatch: isPart(document, around),
		isPatched: speaksOfParts(around.changes),
		isKustomization,
		images: around.changes?.images ?? [],
		...(targets.length === 1 && around.isPatch ? { target: targets[0] } : {}),
	};
	const objects = objectsOf(document.root).flatMap((node) => {
		const manifest = manifests.find((one) => one.node === node);
		return indexed(isKustomization ? (inItsCase(node, 'Kustomization') ?? node) : node, manifest, read) ?? [];
	});
	const pods = manifests.flatMap((manifest) => (manifest.embedded ? (indexed(manifest.node, manifest, read) ?? []) : []));
	const within = around.isPatch ? [] : textsWithin(section, !isWithin).flatMap((text) => ofText(text, section.start));
	const all = [...objects, ...pods, ...spokenOf(document, around), ...within];
	return { objects: all, byName: byName(all) };
}

/** What a text in a document that starts at an offset of the file has, with offsets of that document. */
function ofText({ section, quote, whole }: TextWithin, start: number): readonly IndexedObject[] {
	const by = section.start - start;
	const moved = (range: Range): Range => whole ?? shifted(range, by);
	return indexDocument(section, true).objects.map((object) => {
		const withRange = <T extends { readonly range: Range }>(one: T): T => ({ ...one, range: moved(one.range) });
		const selectors = new Map(object.selectors.map((one) => [one, { ...one, keys: one.keys.map(moved), labels: one.labels.map(withRange) }]));
		const copy: IndexedObject = {
			...withRange(object),
			head: moved(object.head),
			...(object.kindRange ? { kindRange: moved(object.kindRange) } : {}),
			labels: object.labels.map(withRange),
			selectors: [...selectors.values()],
		};
		return withOccurrences(copy, (one) => {
			const selector = one.selector && selectors.get(one.selector);
			const quotedIn = quote ? [...(one.quotedIn ?? []), quote] : one.quotedIn;
			return {
				...withRange(one),
				whole: moved(one.whole),
				...(selector ? { selector } : {}),
				...(quotedIn ? { quotedIn } : {}),
				...(whole ? { isFixed: true } : {}),
			};
		});
	});
}

/** Objects that stand elsewhere, as far as paths lead into them. */
function spokenOf({ root, text }: Document, { targets = [], isKustomization }: Around): readonly IndexedObject[] {
	if (root?.kind === 'list') return targets.flatMap((target) => saidByPatch(root, target, text) ?? []);
	return saidByReplacements(isKustomization ? inItsCase(root, 'Kustomization') : root, text);
}

/** The text of a document, and what kustomizations make of it. */
interface Read extends Pick<Reading, 'text' | 'isPatch' | 'images'> {
	readonly isPatched: boolean;
	readonly isKustomization: boolean;
	/** What it is merged into, whatever it calls itself. */
	readonly target?: Target | undefined;
}

/** What others may mean: the names within pods are left out, but for ports, and where patches speak of them. It keeps nothing of the text. */
export function sharedIndex({ objects }: DocumentIndex): DocumentIndex {
	const shared = objects.map((object) => {
		const isWhole = object.isPatch || object.isPatched;
		return withOccurrences(object, (one) => (isWhole || one.selector || !PARTS.has(one.thing) || one.thing.startsWith('port') ? one : []));
	});
	return { objects: shared, byName: byName(shared) };
}

/** An object with other occurrences, made of its own. */
function withOccurrences(object: IndexedObject, made: (one: Occurrence) => Occurrence | readonly Occurrence[]): IndexedObject {
	const copy = { ...object, occurrences: [] as readonly Occurrence[] };
	copy.occurrences = object.occurrences.flatMap(made).map((one) => ({ ...one, object: copy }));
	return copy;
}

function byName(objects: readonly IndexedObject[]): ReadonlyMap<string, readonly Occurrence[]> {
	const all = new Map<string, Occurrence[]>();
	for (const { occurrences } of objects) {
		for (const one of occurrences) {
			const key = keyOf(one.thing, one.name);
			const there = all.get(key);
			if (there) there.push(one);
			else all.set(key, [one]);
		}
	}
	return all;
}

function indexed(
	written: Node,
	manifest: Manifest | undefined,
	{ text, isPatch, isPatched, isKustomization, images, target }: Read,
): IndexedObject | undefined {
	const node = isPatch ? asMerged(written) : written;
	const said = entryOf(node, 'kind')?.value;
	const kind = manifest ? thingOf(manifest.kind.apiVersion, manifest.kind.kind) : kindOf(node, isKustomization);
	if (kind === undefined || node.kind !== 'map') return undefined;
	const meta = entryOf(node, 'metadata')?.value;
	const named = entryOf(meta, 'name')?.value;
	// What is grafted stands in an object whose names are its own business.
	const { object: owner, key } = manifest?.embedded ?? {};
	const namespace = textOf(owner ? entryOf(owner, 'metadata')?.value : meta, 'namespace');
	const kindRange = said?.kind === 'scalar' ? contentOf(text, said.range) : undefined;
	const detail = telling(kind, node);
	const object = {
		kind: ownText(kind),
		name: target ? targetName(target) : named?.kind === 'scalar' ? ownText(named.text) : '',
		...(namespace ? { namespace: ownText(namespace) } : {}),
		range: key ? { start: key.start, end: node.range.end } : node.range,
		head:
			key ??
			(named?.kind === 'scalar' && named.text !== ''
				? withinQuotes(text, named, contentOf(text, named.range))
				: (kindRange ?? node.entries[0]?.key.range ?? node.range)),
		...(kindRange ? { kindRange } : {}),
		labels: labelsOf(manifest ? podLabels(node, manifest) : entryOf(meta, 'labels')?.value),
		makesPods: manifest !== undefined,
		...(isPatch ? { isPatch } : {}),
		...(isPatched ? { isPatched } : {}),
		selectors: [],
		occurrences: [],
		...(detail ? { detail } : {}),
	};
	const reading: Reading = { object, node, manifest, text, isPatch, images };
	// Of some names it is asked what their object selects.
	walk(node, { onField: (field) => select(reading, field) });
	walk(node, { onScalar: (at) => readName(reading, at) });
	return object;
}

/** What a merge has of a patch: of what stands under a key twice the first, kyaml/yaml RNode.Field. Who applies a manifest has the last. */
function asMerged(node: Node): Node {
	if (node.kind === 'scalar') return node;
	if (node.kind === 'list') return { ...node, items: node.items.map((item) => (item.value && !item.alias ? { ...item, value: asMerged(item.value) } : item)) };
	const firsts = new Map(node.entries.toReversed().map((entry) => [entry.key.text, entry]));
	const entries = node.entries.filter((entry) => firsts.get(entry.key.text) === entry);
	return { ...node, entries: entries.map((entry) => (entry.value && !entry.alias ? { ...entry, value: asMerged(entry.value) } : entry)) };
}

/** What an object says it is; a kustomization need not say it. */
function kindOf(node: Node, isKustomization: boolean): Thing | undefined {
	if (isKustomizationHead(node)) return 'Kustomization';
	const said = textOf(node, 'kind');
	if (said) return thingOf(textOf(node, 'apiVersion'), said);
	return isKustomization || SAYS_KUSTOMIZATION.some((field) => entryOf(node, field)) ? 'Kustomization' : undefined;
}

/** Fields of a kustomization with names in them. */
const SAYS_KUSTOMIZATION = ['configMapGenerator', 'secretGenerator', 'patches', 'patchesJson6902'];

const podLabels = (node: Node, { kind }: Manifest): Node | undefined => nodeAt(node, [...kind.template, 'metadata', 'labels']);

/** Notes what a field selects, if it is a selector. */
function select({ object, manifest }: Reading, { key, value, path, beside }: Field): void {
	const table = own(SELECTORS, object.kind);
	const selects = manifest ? (selectsPods(manifest, path) ? 'pods' : undefined) : table && own(table, patternOf(path));
	if (!selects || value?.kind !== 'map') return;
	const isSet = object.kind === 'Service' || object.kind === 'ReplicationController';
	const found = selectorOf(key, value, isSet);
	if (!found) return;
	const anyNamespace = entryOf(beside, 'namespaceSelector') !== undefined;
	object.selectors.push({ ...found, selects, isOwn: manifest !== undefined && path.at(-1) === 'selector', anyNamespace });
}

/** The selector of a workload, and those by which pods look at others. */
function selectsPods({ kind }: Pick<Manifest, 'kind'>, path: readonly Segment[]): boolean {
	if (path.at(-1) === 'labelSelector') return true;
	return path.at(-1) === 'selector' && path.length === kind.template.length && kind.template.length > 0 && path[0] === 'spec';
}
