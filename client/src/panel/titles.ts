import type { Language } from '../../../server/src/protocol/text';

/** What the page begins to speak. Where there is room for one language, `both` is Korean, as in code lenses and hints. */
export function pageLanguage(set: string | undefined, vscodeLanguage: string): 'en' | 'ko' {
	if (isLanguage(set)) return set === 'en' ? 'en' : 'ko';
	return vscodeLanguage.startsWith('ko') ? 'ko' : 'en';
}

const isLanguage = (set: string | undefined): set is Language => set === 'en' || set === 'ko' || set === 'both';

/** The tab speaks the language of the page it heads, which need not be VS Code's. */
export const titleOf = (language: 'en' | 'ko', file: string): string => (language === 'ko' ? `${file}의 일생` : `Life of ${file}`);
