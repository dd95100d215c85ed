import type { FieldPath } from '../schema/field-path';
import { readImage } from '../schema/image-reference';
import type { Repair } from '../schema/problem';
import { trimRight } from '../schema/trim';
import { type Advice, NONE, repairedBy } from './advice';
import type { Subject } from './subject';

/** An image that no runtime can ask for: `InvalidImageName`; or one that it asks a host for that is no registry. */
export function imageReference({ containers, spec, path }: Subject): readonly Advice[] {
	const found: Advice[] = [];
	for (const { container, path: at } of containers) if (container.image) found.push(...ofImage(container.image, at.child('image')));
	spec.volumes?.forEach(({ image }, index) => {
		if (image?.reference) found.push(...ofImage(image.reference, path.child('volumes').index(index).child('image', 'reference')));
	});
	return found;
}

function ofImage(image: string, path: FieldPath): readonly Advice[] {
	const read = readImage(image);
	if ('fault' in read && PLACEHOLDER.test(image)) return NONE;
	if ('fault' in read)
		return [{ path, code: 'advice/image-reference', severity: 'warning', args: { image, fault: read.fault }, ...repairedBy(repairOf(image, path)) }];
	const host = read.name.slice(0, read.name.indexOf('/'));
	if (!isNoRegistry(host, image)) return NONE;
	const repair = host === PAGES ? repairOf(image, path) : undefined;
	return [{ path, code: 'advice/image-host', severity: 'information', args: { host, rest: read.name.slice(host.length + 1) }, ...repairedBy(repair) }];
}

/** Marks of what somebody fills in before anything runs; a blank is what OpenShift's image triggers ask for. */
const PLACEHOLDER = /^ +$|[<>{}$%#]|^ko:|__[A-Z]|@[A-Z_]+@|(?:^|\/)[A-Z]+_[A-Z_]+(?=[/:@-]|$)/;

/** Docker Hub's pages for people. */
const PAGES = 'hub.docker.com';

/** `MyOrg/app`: a name that would be the first part of a path, were it not for its capitals. */
const isNoRegistry = (host: string, image: string): boolean => host === PAGES || (/[A-Z]/.test(host) && !/[.:]/.test(host) && image.startsWith(`${host}/`));

function repairOf(image: string, path: FieldPath): Repair | undefined {
	const to = meant(image);
	return to === image || 'fault' in readImage(to) ? undefined : { do: 'replace', path, from: image, to };
}

/** Less what comes with copying: a scheme, quotes, spaces around the marks, the address of the page, capitals. */
function meant(image: string): string {
	const named = image
		.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
		.replace(/["'`\u2018-\u201f\u00ab\u00bb]/g, '')
		.split(/([:/@])/)
		.map((part) => part.trim())
		.join('');
	const bare = trimRight(named, /\//).replace(/^hub\.docker\.com\/(?:r|_)\//, '');
	const [first = ''] = /^[^/]*\//.exec(bare) ?? [];
	const host = /[.:]/.test(first) ? first : '';
	const [, repository = '', rest = ''] = /^([^:@]*)(.*)$/s.exec(bare.slice(host.length)) ?? [];
	return host + repository.toLowerCase() + rest;
}
