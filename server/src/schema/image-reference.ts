/** Image references as github.com/distribution/reference reads them, which the API server, the kubelet and the runtimes all use. */
import { remembered } from './remember';

const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
	`^((?:${DOMAIN}/)?${PATH_PART}(?:/${PATH_PART})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);
const LONGEST_NAME = 255;

export interface ImageReference {
	/** With the registry, `docker.io` where none is written. */
	readonly name: string;
	/** '' where none is written. */
	readonly tag: string;
	readonly digest: string;
}

/** reference.ParseNormalizedNamed: the parts of an image reference, or in its words what is wrong with it. */
export const readImage: (image: string) => ImageReference | { readonly fault: string } = remembered(read);

function read(image: string): ImageReference | { readonly fault: string } {
	if (/^[a-f0-9]{64}$/.test(image)) return { fault: `invalid repository name (${image}), cannot specify 64-byte hexadecimal strings` };
	const { domain, rest } = splitDomain(image);
	const [remote = ''] = rest.split(':', 1);
	if (remote.toLowerCase() !== remote) return { fault: `invalid reference format: repository name (${remote}) must be lowercase` };

	const match = REFERENCE.exec(`${domain}/${rest}`);
	if (!match) return { fault: 'invalid reference format' };
	const [, name = '', tag = '', digest = ''] = match;
	if (name.length - (name.indexOf('/') + 1) > LONGEST_NAME) return { fault: `repository name must not be more than ${LONGEST_NAME} characters` };
	const fault = digest ? digestFault(digest) : undefined;
	return fault === undefined ? { name, tag, digest } : { fault };
}

/** The tag as parsers.ParseImageName has it: `latest` where neither tag nor digest is written, '' for a digest alone, and '' too for what is no image reference at all. */
export function imageTag(image: string): string {
	const parts = readImage(image);
	if ('fault' in parts) return '';
	return parts.tag || (parts.digest ? '' : 'latest');
}

const DOCKER_HUB = 'docker.io';

/** reference.splitDockerDomain: what names no registry is on Docker Hub. */
function splitDomain(image: string): { readonly domain: string; readonly rest: string } {
	const slash = image.indexOf('/');
	const first = image.slice(0, Math.max(0, slash));
	const isDomain = slash >= 0 && (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first);
	const domain = !isDomain || first === 'index.docker.io' ? DOCKER_HUB : first;
	const rest = isDomain ? image.slice(slash + 1) : image;
	return { domain, rest: domain === DOCKER_HUB && !rest.includes('/') ? `library/${rest}` : rest };
}

/** Hexadecimal digits by algorithm. */
const DIGESTS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** digest.Parse of github.com/opencontainers/go-digest */
function digestFault(digest: string): string | undefined {
	const [algorithm = '', encoded = ''] = digest.split(':');
	const length = Object.hasOwn(DIGESTS, algorithm) ? DIGESTS[algorithm] : undefined;
	if (length === undefined) return /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*$/.test(algorithm) ? 'unsupported digest algorithm' : 'invalid checksum digest format';
	if (encoded.length !== length) return 'invalid checksum digest length';
	return /^[a-f0-9]+$/.test(encoded) ? undefined : 'invalid checksum digest format';
}
