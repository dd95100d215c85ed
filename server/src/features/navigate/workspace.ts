import type { File } from '../../manifest/read';
import type { Place } from '../../protocol/text';
import { isInside, type Range } from '../../yaml/node';
import { indexDocument } from './index-document';
import { PARTS, type Thing } from './naming';
import { type DocumentIndex, type IndexedObject, keyOf, type Occurrence } from './occurrence';
import { isSelected, type Selector } from './selector';

/** A file as far as its names go. */
export interface WorkspaceFile {
	readonly uri: string;
	/** Of an open file. */
	readonly version?: number;
	readonly parts: readonly { readonly start: number; readonly index: DocumentIndex }[];
	readonly positionAt: (offset: number) => Place;
}

/** An object, and the file it stands in. */
export interface PlacedObject {
	readonly file: WorkspaceFile;
	/** Where its document starts in the file. */
	readonly start: number;
	readonly object: IndexedObject;
}

/** A name, and the file it stands in. */
export interface Site extends PlacedObject {
	readonly occurrence: Occurrence;
}

/** A selector, and the object it stands in. */
export interface Selecting {
	readonly placed: PlacedObject;
	readonly selector: Selector;
}

/** Where a name is given: everywhere, and by file. */
interface Given {
	readonly all: readonly Site[];
	readonly byFile: ReadonlyMap<WorkspaceFile, readonly Site[]>;
}

/** All files whose names are known. What was once looked for in them is kept. */
export class Workspace {
	private readonly named = new Map<string, readonly Site[]>();
	private readonly given = new Map<string, Given>();
	private readonly selected = new Map<Selector, readonly PlacedObject[]>();
	private placed: readonly PlacedObject[] | undefined;
	private labelled: readonly PlacedObject[] | undefined;
	private selecting: readonly Selecting[] | undefined;
	private byFolder: Map<string, PlacedObject[]> | undefined;

	constructor(readonly files: readonly WorkspaceFile[]) {}

	fileAt(uri: string): WorkspaceFile | undefined {
		return this.files.find((file) => file.uri === uri);
	}

	documents(): readonly DocumentIndex[] {
		return this.files.flatMap(({ parts }) => parts.map(({ index }) => index));
	}

	objects(): readonly PlacedObject[] {
		this.placed ??= this.files.flatMap(objectsIn).filter(({ object }) => !object.isSpokenOf);
		return this.placed;
	}

	/** All that selects. */
	selectors(): readonly Selecting[] {
		this.selecting ??= this.objects().flatMap((placed) => placed.object.selectors.map((selector) => ({ placed, selector })));
		return this.selecting;
	}

	/** Wherever a name is given or used. */
	called(thing: Thing, name: string): readonly Site[] {
		const key = keyOf(thing, name);
		const sites = this.named.get(key) ?? this.look(key);
		this.named.set(key, sites);
		return sites;
	}

	/** Wherever a name is given. */
	givenTo(thing: Thing, name: string): Given {
		const key = keyOf(thing, name);
		const given = this.given.get(key) ?? byFile(this.called(thing, name).filter(({ occurrence }) => occurrence.gives));
		this.given.set(key, given);
		return given;
	}

	/** What an object selects. */
	selects(from: PlacedObject, selector: Selector): readonly PlacedObject[] {
		const chosen = this.selected.get(selector) ?? this.choose(from, selector);
		this.selected.set(selector, chosen);
		return chosen;
	}

	private look(key: string): readonly Site[] {
		const sites: Site[] = [];
		for (const file of this.files) {
			for (const { start, index } of file.parts) {
				for (const occurrence of index.byName.get(key) ?? []) sites.push({ file, start, object: occurrence.object, occurrence });
			}
		}
		return sites;
	}

	private choose(from: PlacedObject, selector: Selector): readonly PlacedObject[] {
		const fits = ({ object }: PlacedObject): boolean => mayBeSelected(from.object, selector, object);
		const own = (selector.isOwn ? [from] : objectsIn(from.file)).filter(fits);
		if (selector.isOwn) return own;
		if (own.length === 0) return nearest(from.file, from.object.namespace, this.withLabels().filter(fits), ({ object }) => object.namespace);
		// Another file beside it may have more of them, or another make of the same.
		const isMore = (one: PlacedObject): boolean => one.file !== from.file && fits(one) && !own.some(({ object }) => isSameObject(object, one.object));
		const found = [...own, ...(this.labelledBeside(from.file) ?? []).filter(isMore)];
		const same = found.filter(({ object }) => object.namespace === from.object.namespace);
		return same.length > 0 ? same : found;
	}

	/** What may be selected. */
	private withLabels(): readonly PlacedObject[] {
		this.labelled ??= this.objects().filter(({ object }) => object.makesPods || object.kind === 'Service');
		return this.labelled;
	}

	/** The same in the folder of a file. */
	private labelledBeside(file: WorkspaceFile): readonly PlacedObject[] | undefined {
		if (!this.byFolder) {
			this.byFolder = new Map();
			for (const one of this.withLabels()) {
				const folder = folderOf(one.file);
				const there = this.byFolder.get(folder);
				if (there) there.push(one);
				else this.byFolder.set(folder, [one]);
			}
		}
		return this.byFolder.get(folderOf(file));
	}
}

/** What bears no name is for all of its kind. */
const isPatchOf = (patch: IndexedObject, other: IndexedObject): boolean => patch.kind === other.kind && (patch.name === '' || patch.name === other.name);

const isSameObject = (one: IndexedObject, other: IndexedObject): boolean => one.kind === other.kind && one.name === other.name;

/** The URI of the folder a file lies in. */
export const folderOf = ({ uri }: WorkspaceFile): string => uri.slice(0, uri.lastIndexOf('/') + 1);

function byFile(all: readonly Site[]): Given {
	const files = new Map<WorkspaceFile, Site[]>();
	for (const site of all) {
		const there = files.get(site.file);
		if (there) there.push(site);
		else files.set(site.file, [site]);
	}
	return { all, byFile: files };
}

export const objectsIn = (file: WorkspaceFile): readonly PlacedObject[] =>
	file.parts.flatMap(({ start, index }) => index.objects.map((object) => ({ file, start, object })));

/** A file for whose names nobody else is asked. */
type Alone = readonly [workspace: Workspace, file: WorkspaceFile];

export function alone({ sections }: File): Alone {
	const parts = sections.map((section) => ({ start: section.start, index: indexDocument(section) }));
	const file = { uri: '', parts, positionAt: () => ({ line: 0, character: 0 }) };
	return [new Workspace([file]), file];
}

/** Whether an object is one of those that another may select. */
export function mayBeSelected(from: IndexedObject, selector: Selector, object: IndexedObject): boolean {
	if (selector.selects === 'pods' ? !object.makesPods : object.kind !== selector.selects) return false;
	return (selector.anyNamespace || isBeside(from.namespace, object.namespace)) && isSelected(selector, object.labels);
}

/** Whoever says nothing of a namespace goes where the other goes. */
export const isBeside = (one: string | undefined, other: string | undefined): boolean => one === undefined || other === undefined || one === other;

/**
 * Of several that may be meant those that are: the ones that say the same of their namespace, and of these the nearest, from the same file outward through its folders.
 * Many a workspace has the same names once for each of its applications.
 */
function nearest<T extends { readonly file: WorkspaceFile }>(
	from: WorkspaceFile,
	namespace: string | undefined,
	all: readonly T[],
	namespaceOf: (one: T) => string | undefined,
): readonly T[] {
	if (all.length < 2) return all;
	const ranked = all.map((one) => ({ one, isSame: namespaceOf(one) === namespace, near: nearness(from.uri, one.file.uri) }));
	const same = ranked.some(({ isSame }) => isSame);
	const near = ranked.reduce((most, { isSame, near }) => (isSame === same && near > most ? near : most), -1);
	return ranked.flatMap(({ one, isSame, near: its }) => (isSame === same && its === near ? [one] : []));
}

/** How many folders two files have in common. */
function nearness(one: string, other: string): number {
	if (one === other) return Number.POSITIVE_INFINITY;
	let folders = 0;
	for (let at = 0; at < one.length && one[at] === other[at]; at++) if (one[at] === '/') folders++;
	return folders;
}

/** Where what a name means is given; several where it is not known which is meant. */
export function definitionsOf(workspace: Workspace, site: Site): readonly Site[] {
	const { occurrence, object, file } = site;
	const { thing, name, owner, selector, gives, namespace } = occurrence;
	const patched = object.isPatch && isPartOf(object, occurrence) ? inPatched(workspace, site) : [];
	if (patched.length > 0) return patched;
	if (gives) return [site];
	const given = workspace.givenTo(thing, name);
	const here = given.byFile.get(file) ?? [];
	if (selector) {
		const targets = new Set(workspace.selects(site, selector).map((one) => one.object));
		return given.all.filter((one) => targets.has(one.object));
	}
	if (PARTS.has(thing)) {
		const own = here.filter((one) => one.object === object && one.occurrence.owner === owner);
		return own.length === 0 && thing === 'variable' ? broughtBy(workspace, site) : own;
	}
	const same = here.filter((one) => one.occurrence.owner === owner && one.occurrence.namespace === namespace);
	if (same.length > 0) return merged(workspace, same);
	const fitting = given.all.filter((one) => one.occurrence.owner === owner && isBeside(namespace, one.occurrence.namespace));
	return merged(
		workspace,
		nearest(file, namespace, fitting, (one) => one.occurrence.namespace),
	);
}

/** What patches give is that of the objects they are merged into, where these have it. */
function merged(workspace: Workspace, given: readonly Site[]): readonly Site[] {
	if (!given.some(({ object }) => object.isPatch)) return given;
	const all = given.flatMap((one) => (one.object.isPatch ? definitionsOf(workspace, one) : one));
	return [...new Map(all.map((one) => [one.occurrence, one])).values()];
}

/** Whether a name is that of a part of an object: of its pods, or a key or port of its own. */
const isPartOf = ({ name }: IndexedObject, { thing, owner, gives }: Occurrence): boolean => PARTS.has(thing) || (gives && owner === name && name !== '');

/** Where the object that a patch is merged into has the part that the patch speaks of. */
function inPatched(workspace: Workspace, site: Site): readonly Site[] {
	const { object, occurrence, file } = site;
	const ofKind = object.name === '' ? workspace.objects().filter((one) => one.object.kind === object.kind && !one.object.isPatch) : [];
	const named = [...workspace.givenTo(object.kind, object.name).all, ...ofKind].filter((one) => isBeside(object.namespace, one.object.namespace));
	const objects = new Set(nearest(file, object.namespace, named, (one) => one.object.namespace).map((one) => one.object));
	return workspace.givenTo(occurrence.thing, occurrence.name).all.filter((one) => objects.has(one.object) && one.occurrence.owner === occurrence.owner);
}

/** Keys that `envFrom` makes variables: k8s.io/kubernetes/pkg/kubelet makeEnvironmentVariables. */
function broughtBy(workspace: Workspace, site: Site): readonly Site[] {
	const { name, owner } = site.occurrence;
	return site.object.occurrences.flatMap((occurrence) => {
		const { brings, thing } = occurrence;
		if (brings?.container !== owner || !name.startsWith(brings.prefix)) return [];
		const sources = new Set(definitionsOf(workspace, { ...site, occurrence }).map(({ object }) => object));
		return workspace.givenTo(`${thing} key`, name.slice(brings.prefix.length)).all.filter(({ object }) => sources.has(object));
	});
}

/** Where a name is used; `definition` is where it is given. */
export function usesOf(workspace: Workspace, definition: Site): readonly Site[] {
	const { thing, name } = definition.occurrence;
	return workspace.called(thing, name).filter((one) => mayMean(one, definition) && definitionsOf(workspace, one).some(isSite(definition)));
}

/** What can be told without a look at all the others. */
function mayMean({ occurrence: use, object }: Site, { occurrence, object: target }: Site): boolean {
	// A patch calls parts by their names as if it gave them.
	if (use.gives && (!object.isPatch || use === occurrence)) return false;
	if (use.selector) return mayBeSelected(object, use.selector, target);
	const isOfIt = !PARTS.has(use.thing) || object === target || (object.isPatch === true && isPatchOf(object, target));
	return isOfIt && use.owner === occurrence.owner;
}

const isSite =
	({ occurrence }: Site) =>
	(other: Site): boolean =>
		other.occurrence === occurrence;

/** All places that a name cannot be changed in without one another: where it is given and used, and where else those uses lead. */
export function alike(workspace: Workspace, sites: readonly Site[]): readonly Site[] {
	const all = new Map(sites.map((site) => [site.occurrence, site]));
	const spoken = new Set<string>();
	for (const site of all.values()) {
		const { gives, selector, namespace } = site.occurrence;
		if (gives && namespace !== undefined) spoken.add(namespace);
		const given = definitionsOf(workspace, site);
		const next = given.some(isSite(site)) ? usesOf(workspace, site) : given;
		// What may mean something in several namespaces does not make it the same thing.
		const isOther = ({ occurrence: one }: Site): boolean =>
			one.gives && !selector && one.namespace !== undefined && spoken.size > 0 && !spoken.has(one.namespace);
		const isSame = ({ occurrence: one }: Site): boolean => one.thing === site.occurrence.thing;
		for (const one of next) if (!all.has(one.occurrence) && isSame(one) && !isOther(one)) all.set(one.occurrence, one);
	}
	return [...all.values()];
}

/** The quotes of a name belong to it; what goes before it in a key does not. */
const touched = ({ range, whole, prefix }: Occurrence): Range => (prefix === '' ? whole : range);

/** The names at an offset of a file. */
export function sitesAt(file: WorkspaceFile, offset: number): readonly Site[] {
	return objectsIn(file).flatMap(({ start, object }) =>
		isInside(object.range, offset - start)
			? object.occurrences.filter((one) => !one.isFixed && isInside(touched(one), offset - start)).map((occurrence) => ({ file, start, object, occurrence }))
			: [],
	);
}
