import type { Bilingual } from '../protocol';

/** Sections of kubernetes.io that stand in Korean; elsewhere the Korean reader gets the English page. */
const KOREAN = [
	'concepts/workloads/pods/',
	'concepts/workloads/controllers/',
	'concepts/containers/',
	'concepts/configuration/',
	'concepts/storage/',
	'concepts/scheduling-eviction/',
	'concepts/overview/working-with-objects/',
	'tasks/configure-pod-container/',
	'tasks/inject-data-application/',
];

/** The address of a docs page in each language; `page` as FieldWords.link has it. */
export function docsLink(page: string): Bilingual {
	const en = `https://kubernetes.io/docs/${page}`;
	return { en, ko: KOREAN.some((section) => page.startsWith(section)) ? `https://kubernetes.io/ko/docs/${page}` : en };
}
