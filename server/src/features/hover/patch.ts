import { partWords } from '../../docs/patch';
import { pathAt } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { Language } from '../../protocol/text';
import type { Range } from '../../yaml/node';
import { valueWordsOf, wordsOf } from '../words-of';
import { markdownOf } from './page';

/** What a directive of a patch does, or one of its values; undefined where none stands at the offset of the document. */
export function hoverDirective({ part, node }: Manifest, offset: number, language: Language): { readonly markdown: string; readonly range: Range } | undefined {
	const at = part === 'patch' ? pathAt(node, offset) : undefined;
	const key = at?.segments.findLast((segment) => String(segment).startsWith('$'));
	if (at?.node.kind !== 'scalar' || typeof key !== 'string') return undefined;
	const words = wordsOf('', key);
	if (!words) return undefined;
	const value = at.onKey ? undefined : valueWordsOf('', key, at.node.text, false);
	const title = value ? `\`${at.node.text}\` — **${key}**` : `**${key}**`;
	const { example } = words;
	const story = { title: { en: title, ko: title }, words: [value ?? words], lines: [], ...(example && !value ? { example } : {}) };
	return { markdown: markdownOf(story, language), range: at.node.range };
}

/** What a whole manifest is, where it is a part of one. */
export const partLine = ({ part }: Manifest): typeof partWords | undefined => (part === 'patch' ? partWords : undefined);
