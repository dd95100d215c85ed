import type { FunctionWords } from '../../../docs/functions/function-words';
import type { Words } from '../../../docs/words';
import type { Bilingual, Language } from '../../../protocol/text';
import { code, fenced } from '../../markdown';
import { paragraphs } from '../../words-of';

/** A part of what is told: in both languages, or the same in each. */
export type Part = Bilingual | string;

/** Parts one below the other; languages one below the other. */
export function told(parts: readonly Part[], language: Language): string {
	const languages: readonly ('en' | 'ko')[] = language === 'both' ? ['ko', 'en'] : [language];
	return languages.map((one) => parts.map((part) => (typeof part === 'string' ? part : part[one])).join('\n\n')).join('\n\n---\n\n');
}

/** The signature of a function, what it does, and an example with what that prints. */
export function functionParts(name: string, words: FunctionWords): readonly Part[] {
	const { takes, example, gives } = words;
	const written = example.startsWith('{{') ? example : `{{ ${example} }}`;
	const isLong = gives?.includes('\n');
	const result = gives === undefined || gives === '' ? '' : isLong ? `\n\n${fenced(gives.replace(/^\n/, ''))}` : ` → ${code(gives)}`;
	return [`**${code([name, takes].filter(Boolean).join(' '))}**`, paragraphsOf(words), code(written) + result];
}

export const paragraphsOf = ({ en, ko }: Words): Bilingual => ({ en: paragraphs(en), ko: paragraphs(ko) });
