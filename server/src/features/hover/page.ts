import type { Words } from '../../docs/words';
import type { Bilingual, Language } from '../../protocol/text';
import { docsLink } from '../links';
import { paragraphs } from '../words-of';

/** What is told, in the order it is told. */
export interface Story {
	readonly title: Bilingual;
	readonly words: readonly Words[];
	readonly lines: readonly Bilingual[];
	readonly link?: string;
	/** Behind a rule. */
	readonly more?: Words;
	readonly example?: string;
}

/** A story in Markdown: languages one below the other, what can wait behind them. */
export function markdownOf({ title, words, lines, link, more, example }: Story, language: Language): string {
	const languages: readonly ('en' | 'ko')[] = language === 'both' ? ['ko', 'en'] : [language];
	const blocks = languages.map((one) => {
		const docs = link ? `[${one === 'ko' ? '문서' : 'Docs'}](${docsLink(link)[one]})` : '';
		const facts = [...lines.map((line) => line[one]), docs].filter(Boolean).join('  \n');
		return [title[one], ...words.map((text) => paragraphs(text[one])), facts].filter(Boolean).join('\n\n');
	});
	const behind = more ? languages.map((one) => paragraphs(more[one])) : [];
	const shown = example ? [`\`\`\`yaml\n${example}\n\`\`\``] : [];
	return [...blocks, ...(behind.length + shown.length > 0 ? [[...shown, ...behind].join('\n\n')] : [])].join('\n\n---\n\n');
}
