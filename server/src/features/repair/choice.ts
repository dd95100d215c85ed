import { nearest } from '../../schema/nearest';
import { resolve } from '../../yaml/scalar';
import type { Candidate, Site } from './site';
import { settingTitle } from './titles';
import { replace, valueAt } from './write';

/** In letters that may differ: all of them. */
const ANY = 100;
const MOST = 4;

/** One of the values that a field takes, the most like what is written first. */
export function choices(site: Site): readonly Candidate[] {
	const { manifest, path, type } = site;
	const all = valuesOf(site);
	// Of a strategy its type is at fault.
	const at = site.value?.kind === 'map' ? [...path, 'type'] : path;
	const value = at === path ? site.value : valueAt(manifest, at);
	if (all.length === 0 || (value && value.kind !== 'scalar') || type === 'FieldValueRequired') return [];
	const written = value && resolve(value).kind === 'string' ? value.text : '';
	const near = nearest(written, all);
	return byLikeness(written, all)
		.slice(0, MOST)
		.flatMap((one) => {
			const edit = replace(manifest, at, one);
			return edit ? { title: settingTitle(at.at(-1), one), edits: [edit], isCertain: one === near, isFallback: one !== near } : [];
		});
}

/** What may stand at a place, as the server lists it, or the schema where it takes nothing else. */
export function valuesOf({ choices: told, place, version }: Pick<Site, 'choices' | 'place' | 'version'>): readonly string[] {
	if (told) return told;
	return place?.type.kind === 'string' ? (place.field.values ?? []).flatMap(({ value, since }) => (since <= version && value !== '' ? value : [])) : [];
}

function byLikeness(word: string, all: readonly string[]): readonly string[] {
	const left = new Set(all);
	const sorted: string[] = [];
	for (let next = nearest(word, left, ANY); next !== undefined; next = nearest(word, left, ANY)) {
		sorted.push(next);
		left.delete(next);
	}
	return [...sorted, ...left];
}
