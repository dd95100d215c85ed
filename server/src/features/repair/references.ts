import type { Segment } from '../../schema/field-path';
import { nearest } from '../../schema/nearest';
import { mounted, namesAt, undeclared } from './samples';
import type { Candidate, Site } from './site';
import { podSpecOf } from './site';
import { addingTitle, renamingTitle, settingTitle } from './titles';
import { speaksFor } from './votes';
import { itemsAt, put, replace, textAt } from './write';

/** What a reference is to, by the code of the fault: the list of the pod that it names something in, and what would be added there. */
const TARGETS: Readonly<Record<string, { readonly list: string; readonly what: string; readonly make: (name: string) => object }>> = {
	'mount/volume-unknown': { list: 'volumes', what: 'volume', make: (name) => ({ name, emptyDir: {} }) },
	'env/file-volume-unknown': { list: 'volumes', what: 'volume', make: (name) => ({ name, emptyDir: {} }) },
	'device/volume-unknown': { list: 'volumes', what: 'volume', make: (name) => ({ name, persistentVolumeClaim: { claimName: name } }) },
	'resource/claim-unknown': { list: 'resourceClaims', what: 'resourceClaim', make: (name) => ({ name, resourceClaimName: name }) },
};

const ANY = 100;

/** A name of what there is, or what it names. */
export function references(site: Site): readonly Candidate[] {
	const { manifest, code } = site;
	if (code === 'volume/name') return asMounted(site);
	const target = TARGETS[code];
	if (!target) return [];
	const at = nameAt(site);
	const name = textAt(manifest, at);
	if (name === undefined) return [];
	const known = namesAt(site, target.list);
	const near = nearest(name, known);
	const likest = near ?? nearest(name, known, ANY) ?? known[0];
	const list = [...podSpecOf(manifest), target.list];
	const add = put(manifest, [...list, itemsAt(manifest, list).length], target.make(name));
	const change = likest === undefined ? undefined : replace(manifest, at, likest);
	const adding = add ? [{ title: addingTitle(target.what, name), edits: [add] }] : [];
	const changing = change ? [{ title: settingTitle('name', likest), edits: [change], isCertain: near !== undefined && known.length === 1 }] : [];
	return near === undefined ? [...adding, ...changing] : [...renamed(site, list, near, name), ...changing, ...adding];
}

/** A volume that cannot be called so and that nobody mounts, and a mount of one that is not there. */
function asMounted(site: Site): readonly Candidate[] {
	const name = undeclared(site);
	const isMounted = mounted(site).includes(textAt(site.manifest, site.path) ?? '');
	const edit = name === undefined || isMounted ? undefined : replace(site.manifest, site.path, name);
	return edit ? [{ title: settingTitle('name', name), edits: [edit], isCertain: true, isAll: true, overrules: true }] : [];
}

/** What is there under a name that only it has, where the rest of the document speaks for the one that is looked for. */
function renamed({ manifest }: Site, list: readonly Segment[], from: string, to: string): readonly Candidate[] {
	const item = itemsAt(manifest, list).find((one) => textAt(manifest, [...one, 'name']) === from);
	const edit = item && speaksFor(manifest.document.text, to, from) ? replace(manifest, [...item, 'name'], to) : undefined;
	return edit ? [{ title: renamingTitle(from, to), edits: [edit], isCertain: true, isAll: true, overrules: true }] : [];
}

/** A reference may be told of as a whole. */
const nameAt = ({ path, value }: Site): readonly Segment[] => (value?.kind === 'map' ? [...path, 'name'] : path);
