import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { structOf } from '../../schema/schema';
import { renameKey } from '../../yaml/edit';
import { likewise } from '../../yaml/text-edit';
import { ofUnknownField } from '../diagnose/unknown-field';
import { structAt } from '../place';
import { sampleFor } from './samples';
import type { Candidate, Site } from './site';
import { removalTitle, renamingTitle, settingTitle } from './titles';
import { isEmpty, put, remove, valueAt } from './write';

/** What must be there and is not, with a value that would do. An empty entry among others is not meant to be anything. */
export function missing(site: Site): readonly Candidate[] {
	const { manifest, path, type, value, code } = site;
	if (code === 'volume/storage-required') return storage(site);
	if (type === undefined || (type !== 'FieldValueRequired' && !isEmpty(value) && value?.kind !== 'map')) return [];
	const lacking = lackingAt(site);
	const edit = lacking && put(manifest, lacking.at, lacking.value);
	return [
		...emptyEntry(site),
		...misspelt(site),
		...(edit ? [{ title: settingTitle(lacking?.at.at(-1) ?? path.at(-1), lacking?.value), edits: [edit], isFallback: true, isProposal: true }] : []),
	];
}

/** The place itself, or what is not written yet of what stands there. */
function lackingAt(site: Site): { readonly at: readonly Segment[]; readonly value: unknown } | undefined {
	const { path, value } = site;
	const sample = sampleFor(site, path);
	if (sample === undefined) return undefined;
	if (value?.kind !== 'map' || value.entries.length === 0) return { at: path, value: sample };
	if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return undefined;
	const absent = Object.entries(sample).find(([key]) => !value.entries.some((entry) => entry.key.text === key));
	return absent && { at: [...path, absent[0]], value: absent[1] };
}

/** ValidatePersistentVolumeClaimSpec speaks of `resources[storage]`: it stands in `requests`, under a key that may be misspelt. */
function storage({ manifest, path }: Site): readonly Candidate[] {
	const requests = [...path.slice(0, path.lastIndexOf('resources') + 1), 'requests'];
	const written = valueAt(manifest, requests);
	const misspelt = written?.kind === 'map' ? written.entries.find(({ key }) => nearest(key.text, ['storage']) !== undefined) : undefined;
	if (misspelt)
		return [{ title: renamingTitle(misspelt.key.text, 'storage'), edits: [renameKey(manifest.document.text, misspelt, 'storage')], isCertain: true }];
	const edit = put(manifest, [...requests, 'storage'], '1Gi');
	return edit ? [{ title: settingTitle('storage', '1Gi'), edits: [edit], isFallback: true, isProposal: true }] : [];
}

/** What is missing stands there under a key that is no field, and that was hardly meant for another. */
function misspelt({ manifest, path, version }: Site): readonly Candidate[] {
	const [around, name] = [path.slice(0, -1), path.at(-1)];
	const map = valueAt(manifest, around);
	const struct = structAt(manifest.kind.kind, around);
	if (map?.kind !== 'map' || struct === undefined || typeof name !== 'string') return [];
	const others = map.entries.filter(({ key }) => structOf(struct)?.get(key.text) === undefined);
	return others.flatMap(({ key }) => {
		const edit = ofUnknownField(key, struct, key.text, manifest, version).fix?.edit;
		const isMeant = edit?.range.start === key.range.start && edit.text === likewise(name, key.range, manifest.document.text);
		return isMeant ? [{ title: renamingTitle(key.text, name), edits: [edit], isCertain: true }] : [];
	});
}

function emptyEntry({ manifest, path }: Site): readonly Candidate[] {
	const index = path.findLastIndex((segment) => typeof segment === 'number');
	const item = path.slice(0, index + 1);
	const list = valueAt(manifest, item.slice(0, -1));
	if (index < 0 || list?.kind !== 'list' || list.items.length < 2 || !isEmpty(valueAt(manifest, item))) return [];
	const edit = remove(manifest, item);
	return edit ? [{ title: removalTitle(undefined), edits: [edit], isCertain: true }] : [];
}
