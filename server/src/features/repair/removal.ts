import type { Segment } from '../../schema/field-path';
import { scalarsOf } from '../../yaml/comments';
import type { Node } from '../../yaml/node';
import type { Candidate, Site } from './site';
import { removalTitle } from './titles';
import { isEmpty, remove, valueAt } from './write';

/** A fault may lie in something that is needed by nobody: this far up. */
const MOST_UP = 3;

/** Takes away what is at fault, or what holds nothing else. Only what may be absent is offered in the end. */
export function removals(site: Site): readonly Candidate[] {
	return [...placesToClear(site)].flatMap((path) => {
		const edit = remove(site.manifest, path);
		return edit
			? {
					title: removalTitle(path.at(-1)),
					edits: [edit],
					isCertain: site.type !== 'FieldValueRequired' && isEmpty(valueAt(site.manifest, path)),
					isFallback: true,
				}
			: [];
	});
}

/** The place itself, and those around it that hold hardly more than it. */
function placesToClear({ manifest, path }: Site): readonly (readonly Segment[])[] {
	const places: (readonly Segment[])[] = [];
	for (let length = path.length; length > Math.max(0, path.length - MOST_UP); length--) {
		const place = path.slice(0, length);
		if (length === path.length || isOwner(place) || holdsLittle(valueAt(manifest, place))) places.push(place);
	}
	return places;
}

/** Controllers write it, into objects that they make: what was copied from a cluster is owned by nobody here. */
const isOwner = (place: readonly Segment[]): boolean => place.at(-2) === 'ownerReferences';

/** Where so little is written, little is lost. */
const holdsLittle = (node: Node | undefined): boolean => scalarsOf(node).length <= 2;
