import { koreanElsewhere, koreanPages } from '../docs/korean-pages';
import type { Bilingual } from '../protocol/text';

/** The address of a docs page in each language; `page` as FieldWords.link has it. Where Korean has no such page, or not that part of it, both are English. */
export function docsLink(page: string): Bilingual {
	const en = `https://kubernetes.io/docs/${page}`;
	const korean = koreanElsewhere[page] ?? koreanPage(page);
	return { en, ko: korean === undefined ? en : `https://kubernetes.io/ko/docs/${korean}` };
}

function koreanPage(page: string): string | undefined {
	const [path = '', anchor] = page.split('#');
	const anchors = koreanPages[path];
	if (!anchors || anchor === undefined) return anchors && path;
	const there = anchors[anchor];
	return there ? `${path}#${there}` : undefined;
}
