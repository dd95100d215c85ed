/** Objects that go from one text to another, as files are renamed: each is applied over what it was, wherever that was written. */
import type { File, Manifest, Section } from '../../manifest/read';
import { kept } from '../../schema/remember';
import { type Applicable, objectsOf } from './pairs';

/** A text that is applied, what it was when it was applied before, and where it lies, `/` between the parts. */
export interface Moving {
	readonly path: string;
	readonly now: File;
	readonly former: File;
}

/**
 * What each text is applied over, where all are applied together: an object that it lacked, and that another one lost, comes with it. An object that is in the text as before
 * is compared there, however many others have it.
 */
export function followed(texts: readonly Moving[]): readonly File[] {
	const moved = movesIn(texts);
	if (moved.length === 0) return texts.map(({ former }) => former);
	return texts.map((text) => {
		const gone = new Set(moved.flatMap(({ from, what }) => (from === text ? what : [])));
		const come = moved.flatMap(({ from, to, what }) => (to === text ? only(from.former.sections, new Set(what)) : []));
		return { ...text.former, sections: [...without(text.former.sections, gone), ...come] };
	});
}

/** Whether two texts have the same documents. */
export const isSameText = (one: File, other: File): boolean =>
	one.sections.length === other.sections.length && one.sections.every(({ document }, index) => document.text === other.sections[index]?.document.text);

/** Whether anything that is applied is in a text. */
export const holdsObjects = (file: File): boolean => objectsOf(file).length > 0;

/** An object by itself, or what an object of a kind that is not judged stands in. */
type Thing = Manifest | Section;

interface Move {
	readonly from: Moving;
	readonly to: Moving;
	readonly what: readonly Thing[];
}

/** An object in a text; more than one thing where it stands there again. */
interface Standing {
	readonly text: Moving;
	readonly things: readonly Thing[];
	readonly written: string;
}

function movesIn(texts: readonly Moving[]): readonly Move[] {
	const [come, left] = [new Map<string, Standing[]>(), new Map<string, Standing[]>()];
	for (const text of texts) {
		const [now, former] = [byKey(text.now), byKey(text.former)];
		for (const [key, found] of now) if (!former.has(key)) kept(come, key, (): Standing[] => []).push(standing(text, found));
		for (const [key, found] of former) if (!now.has(key)) kept(left, key, (): Standing[] => []).push(standing(text, found));
	}
	return [...come].flatMap(([key, wanting]) => matched(wanting, left.get(key) ?? []));
}

const standing = (text: Moving, found: readonly Applicable[]): Standing => ({
	text,
	things: found.map(({ thing }) => thing),
	written: found.map(({ written }) => written).join('\n'),
});

/** What has no name of its own is another object every time. */
function byKey(file: File): ReadonlyMap<string, readonly Applicable[]> {
	const found = new Map<string, Applicable[]>();
	for (const one of objectsOf(file)) if (one.name !== '') kept(found, one.key, (): Applicable[] => []).push(one);
	return found;
}

/** Several texts may have an object of one name, as overlays for several clusters do: those that are most alike belong together. */
function matched(come: readonly Standing[], left: readonly Standing[]): readonly Move[] {
	const pairs = come.flatMap((to) => left.map((from) => ({ to, from, alike: likeness(to, from) })));
	const taken = new Set<Standing>();
	return pairs
		.toSorted((one, other) => other.alike - one.alike)
		.flatMap(({ to, from }): Move | readonly Move[] => {
			if (taken.has(to) || taken.has(from)) return [];
			taken.add(to).add(from);
			return { from: from.text, to: to.text, what: from.things };
		});
}

const SAME_WORDS = 1000;

/** How many names of the one path are in the other; the same words weigh more than any. */
function likeness(one: Standing, other: Standing): number {
	if (one.written === other.written) return SAME_WORDS;
	const names = new Set(other.text.path.split('/'));
	return one.text.path.split('/').filter((name) => names.has(name)).length;
}

const without = (sections: readonly Section[], gone: ReadonlySet<Thing>): readonly Section[] =>
	sections.flatMap((section) => (gone.has(section) ? [] : section.manifests.some((one) => gone.has(one)) ? some(section, (one) => !gone.has(one)) : section));

const only = (sections: readonly Section[], come: ReadonlySet<Thing>): readonly Section[] =>
	sections.flatMap((section) => (come.has(section) ? section : some(section, (one) => come.has(one))));

/** Nothing of a section is left where none of its manifests are. */
function some(section: Section, isWanted: (manifest: Manifest) => boolean): Section | readonly Section[] {
	const manifests = section.manifests.filter(isWanted);
	return manifests.length > 0 ? { ...section, manifests } : [];
}
