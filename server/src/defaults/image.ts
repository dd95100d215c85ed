const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
	`^((?:${DOMAIN}/)?${PATH_PART}(?:/${PATH_PART})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const LONGEST_NAME = 255;

/**
 * The tag of an image as parsers.ParseImageName reads it: `latest` where neither tag nor digest is written,
 * '' for a digest alone, and '' too for what is no image reference at all.
 */
export function imageTag(image: string): string {
	if (/^[a-f0-9]{64}$/.test(image)) return '';
	const match = REFERENCE.exec(normalized(image));
	if (!match) return '';
	const [, name = '', tag = '', digest = ''] = match;
	if (name.length - (name.indexOf('/') + 1) > LONGEST_NAME) return '';
	if (digest && !DIGEST.test(digest)) return '';
	return tag || (digest ? '' : 'latest');
}

/** reference.splitDockerDomain: what names no registry is on Docker Hub. */
function normalized(image: string): string {
	const slash = image.indexOf('/');
	if (slash < 0) return `docker.io/library/${image}`;
	const first = image.slice(0, slash);
	const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
	return isDomain ? image : `docker.io/${image}`;
}
