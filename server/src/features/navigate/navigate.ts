import { isInside, type Range, shifted } from '../../yaml/node';
import type { IndexedObject } from './occurrence';
import type { Label, Selector } from './selector';
import {
	definitionsOf,
	mayBeSelected,
	objectsIn,
	type PlacedObject,
	type Selecting,
	type Site,
	sitesAt,
	usesOf,
	type Workspace,
	type WorkspaceFile,
} from './workspace';

/** A place in a file. */
export interface Location {
	readonly file: WorkspaceFile;
	/** In offsets of the file. */
	readonly range: Range;
}

export interface Reference extends Location {
	/** It is where the name is given. */
	readonly isDefinition: boolean;
}

/** Where what stands at an offset is given: a name, or the labels that a selector asks for. */
export function definition(workspace: Workspace, file: WorkspaceFile, offset: number): readonly Location[] {
	const sites = sitesAt(file, offset);
	if (sites.length > 0) return inOrder(file, meant(workspace, sites).map(locationOf));
	const label = labelAt(file, offset);
	if (label?.selector) return inOrder(file, labelled(workspace, label, label.selector).map(placeOfLabel));
	return label?.label ? [placeOfLabel({ ...label, label: label.label })] : [];
}

/** Everywhere that which stands at an offset is given or used; of a pod's name, or its kind, all that reaches the pod as well. */
export function references(workspace: Workspace, file: WorkspaceFile, offset: number): readonly Reference[] {
	const sites = sitesAt(file, offset);
	const given = meant(workspace, sites);
	const used = given.flatMap((one) => usesOf(workspace, one));
	const names = [
		...given.map((one) => ({ ...locationOf(one), isDefinition: true })),
		...[...used, ...(given.length > 0 ? [] : unfound(workspace, sites))].map((one) => ({ ...locationOf(one), isDefinition: false })),
	];
	const label = sites.length > 0 ? undefined : labelAt(file, offset);
	const object = headAt(file, offset);
	return inOrder(file, [...names, ...(label ? ofLabel(workspace, label) : []), ...(object ? reaching(workspace, object) : [])]);
}

/** The same in the file alone. */
export const highlights = (workspace: Workspace, file: WorkspaceFile, offset: number): readonly Range[] =>
	references(workspace, file, offset).flatMap((one) => (one.file === file ? [one.range] : []));

/** What some names at one place mean: what they use, and only else what they give. */
function meant(workspace: Workspace, sites: readonly Site[]): readonly Site[] {
	const uses = sites.flatMap((site) => definitionsOf(workspace, site).filter(({ occurrence }) => occurrence !== site.occurrence));
	return uses.length > 0 ? uses : sites.filter(({ occurrence }) => occurrence.gives);
}

/** Where a name that is given nowhere is used. */
function unfound(workspace: Workspace, sites: readonly Site[]): readonly Site[] {
	return sites.flatMap((site) => {
		const { thing, name, owner } = site.occurrence;
		return workspace
			.called(thing, name)
			.filter((one) => one.occurrence.owner === owner && (one.object === site.object || definitionsOf(workspace, one).length === 0));
	});
}

/** As they stand, those of the file that is looked at first. */
function inOrder<T extends Location>(here: WorkspaceFile, all: readonly T[]): readonly T[] {
	const rank = ({ file }: T): string => (file === here ? '' : file.uri);
	return once(all).toSorted((a, b) => (rank(a) === rank(b) ? a.range.start - b.range.start : rank(a) < rank(b) ? -1 : 1));
}

const locationOf = ({ file, start, occurrence }: Site): Location => ({ file, range: shifted(occurrence.range, start) });

function once<T extends Location>(all: readonly T[]): readonly T[] {
	const known = new Set<string>();
	return all.filter(({ file, range }) => {
		const key = `${range.start} ${range.end} ${file.uri}`;
		return !known.has(key) && known.add(key);
	});
}

/** A label of what makes pods, or a selector: all of it, or one of its labels. */
interface LabelPlace extends PlacedObject {
	readonly label?: Label;
	readonly selector?: Selector;
}

/** The label or selector at an offset. */
export function labelAt(file: WorkspaceFile, offset: number): LabelPlace | undefined {
	for (const placed of objectsIn(file)) {
		const { object, start } = placed;
		const isHere = ({ range }: { readonly range: Range }): boolean => isInside(range, offset - start);
		if (!isHere(object)) continue;
		const own = object.labels.find(isHere);
		if (own) return { ...placed, label: own };
		for (const selector of object.selectors) {
			const label = selector.labels.find(isHere);
			if (label) return { ...placed, label, selector };
			if (selector.keys.some((range) => isHere({ range }))) return { ...placed, selector };
		}
	}
	return undefined;
}

type Labelled = PlacedObject & { readonly label?: Label };
const placeOfLabel = ({ file, start, object, label }: Labelled): Location => ({ file, range: shifted(label?.range ?? object.head, start) });

/** What a selector selects: its label there, or the object where all of the selector is meant. */
const labelled = (workspace: Workspace, from: LabelPlace, selector: Selector): readonly Labelled[] =>
	workspace.selects(from, selector).map((placed) => withLabel(placed, placed.object.labels, from.label));

function withLabel(placed: PlacedObject, labels: readonly Label[], asked: Label | undefined): Labelled {
	const label = asked && labels.find(({ key, value }) => key === asked.key && value === asked.value);
	return label ? { ...placed, label } : { file: placed.file, start: placed.start, object: placed.object };
}

/** Where a label stands on what has it, and where it is asked for. */
function ofLabel(workspace: Workspace, place: LabelPlace): readonly Reference[] {
	const holders = place.selector ? labelled(workspace, place, place.selector) : [place];
	const askers = holders.flatMap((holder) =>
		selectorsOf(workspace, holder)
			.filter(({ selector }) => !place.label || selector.labels.some(({ key }) => key === place.label?.key))
			.map(({ placed, selector }) => withLabel(placed, selector.labels, place.label)),
	);
	return [...holders.map((one) => ({ ...placeOfLabel(one), isDefinition: true })), ...askers.map((one) => ({ ...placeOfLabel(one), isDefinition: false }))];
}

/** By what an object is selected. */
function selectorsOf(workspace: Workspace, target: PlacedObject): readonly Selecting[] {
	return workspace.selectors().filter(({ placed, selector }) => {
		if (selector.isOwn ? placed.object !== target.object : !mayBeSelected(placed.object, selector, target.object)) return false;
		return workspace.selects(placed, selector).some(({ object }) => object === target.object);
	});
}

/** The object whose name, or kind, stands at an offset. */
function headAt(file: WorkspaceFile, offset: number): PlacedObject | undefined {
	return objectsIn(file).find(({ start, object }) => [object.head, object.kindRange].some((range) => range && isInside(range, offset - start)));
}

/** What reaches the pods of an object: what selects them, and what names those Services. */
function reaching(workspace: Workspace, target: PlacedObject): readonly Reference[] {
	const named = (placed: PlacedObject): readonly Site[] => nameOf(placed).flatMap((site) => usesOf(workspace, site));
	const selecting = selectorsOf(workspace, target).flatMap(({ placed, selector }) => (selector.isOwn ? [] : placed));
	const services = selecting.filter(({ object }) => object.kind === 'Service');
	const monitors = services.flatMap((service) => selectorsOf(workspace, service).map(({ placed }) => placed));
	const places = [target, ...selecting, ...monitors].map((placed) => ({ ...headOf(placed), isDefinition: placed === target }));
	const uses = [target, ...services].flatMap(named).map((site) => ({ ...locationOf(site), isDefinition: false }));
	return [...places, ...uses];
}

const headOf = ({ file, start, object }: PlacedObject): Location => ({ file, range: shifted(object.head, start) });

/** Where an object is given its name. */
function nameOf(placed: PlacedObject): readonly Site[] {
	return placed.object.occurrences.flatMap((occurrence) => (isOwnName(placed.object, occurrence) ? { ...placed, occurrence } : []));
}

const isOwnName = ({ kind, name }: IndexedObject, { thing, gives, name: its }: Site['occurrence']): boolean => gives && thing === kind && its === name;
