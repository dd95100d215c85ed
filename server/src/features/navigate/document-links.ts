import type { File, Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import { readImage } from '../../schema/image-reference';
import { contentOf } from '../../yaml/edit';
import { type Node, type Range, type ScalarNode, shifted } from '../../yaml/node';
import { docsLink } from '../links';
import { manifestsOf } from '../manifests';
import { placeOf } from '../place';
import { wordsOf } from '../words-of';

/** A text that leads out of the file; offsets of the file. */
export interface DocumentLink {
	readonly range: Range;
	readonly target: Bilingual;
	readonly tooltip: Bilingual;
}

/** The images of a file lead to their registries' pages, its kinds to the docs. */
export function documentLinks(file: File): readonly DocumentLink[] {
	return manifestsOf(file).flatMap((manifest) => {
		const links: DocumentLink[] = [];
		const link = (node: ScalarNode, target: Bilingual, tooltip: Bilingual): void => {
			links.push({ range: shifted(contentOf(manifest.document.text, node.range), manifest.start), target, tooltip });
		};
		visit(manifest.node, [], (node, path) => {
			if (path.length === 1 && path[0] === 'kind') return kindLink(manifest, node, link);
			if (path.at(-1) !== 'image' || placeOf(manifest.kind.kind, path)?.field.name !== 'image') return;
			const page = imagePage(node.text);
			if (page !== undefined) link(node, { en: page, ko: page }, IMAGE);
		});
		return links;
	});
}

const IMAGE: Bilingual = { en: 'Show the image’s page', ko: '이미지 페이지 열기' };
const DOCS: Bilingual = { en: 'Show the docs', ko: '문서 열기' };

function kindLink({ kind }: Manifest, node: ScalarNode, link: (node: ScalarNode, target: Bilingual, tooltip: Bilingual) => void): void {
	const page = wordsOf(kind.kind, 'spec')?.link;
	if (page !== undefined) link(node, docsLink(page), DOCS);
}

function visit(node: Node | undefined, path: readonly (string | number)[], see: (node: ScalarNode, path: readonly (string | number)[]) => void): void {
	if (node?.kind === 'scalar') return see(node, path);
	if (node?.kind === 'list') for (const [index, item] of node.items.entries()) if (!item.alias) visit(item.value, [...path, index], see);
	if (node?.kind === 'map') for (const { key, value, alias } of node.entries) if (!alias) visit(value, [...path, key.text], see);
}

/** The page of an image at its registry, where registries have pages for people. */
export function imagePage(image: string): string | undefined {
	const read = readImage(image);
	if ('fault' in read) return undefined;
	const slash = read.name.indexOf('/');
	const [registry, name] = [read.name.slice(0, slash), read.name.slice(slash + 1)];
	const [owner = '', ...rest] = name.split('/');
	switch (registry) {
		case 'docker.io':
			if (rest.length !== 1) return undefined;
			return owner === 'library' ? `https://hub.docker.com/_/${rest[0]}` : `https://hub.docker.com/r/${name}`;
		case 'ghcr.io':
			return rest.length === 0 ? undefined : `https://github.com/${owner}/${rest[0]}/pkgs/container/${encodeURIComponent(rest.join('/'))}`;
		case 'quay.io':
			return rest.length === 1 ? `https://quay.io/repository/${name}` : undefined;
		case 'public.ecr.aws':
			return rest.length === 0 ? undefined : `https://gallery.ecr.aws/${name}`;
		case 'mcr.microsoft.com':
			return `https://mcr.microsoft.com/en-us/artifact/mar/${name}`;
		case 'gcr.io':
		case 'us.gcr.io':
		case 'eu.gcr.io':
		case 'asia.gcr.io':
			return `https://${registry}/${name}`;
		default:
			return undefined;
	}
}
