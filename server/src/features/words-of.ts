import { fieldWords, wordsUnder } from '../docs/fields';
import { directiveWords, patchWords } from '../docs/patch';
import { kindWords } from '../docs/types';
import { keyWords } from '../docs/values/keys';
import { reasonWords } from '../docs/values/reasons';
import { limitWords, requestWords, resourceWords } from '../docs/values/resources';
import { valueWords } from '../docs/values/values';
import type { FieldWords, Words } from '../docs/words';
import type { Language } from '../protocol/text';

/** What words are wanted: those of a field, of a value or map key, or of a kind. Plain, so that it may travel to an editor and back. */
export type WordsKey =
	| { readonly struct: string; readonly field: string; readonly under: string }
	| { readonly struct: string; readonly field: string; readonly value: string; readonly isKey: boolean }
	| { readonly kind: string };

export const kindWordsOf = (kind: string): Words | undefined => own(kindWords as Readonly<Record<string, Words>>, kind);

/** The words for a field of a struct; `under`, the field above, may have words of its own for it. */
export function wordsOf(struct: string, field: string, under = ''): FieldWords | undefined {
	const words: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = fieldWords;
	return wordsOfDirective(field) ?? own(own(wordsUnder, under), field) ?? own(own(words, struct), field);
}

/** A directive of a patch, which ends with the name of a list or stands alone. */
const wordsOfDirective = (key: string): FieldWords | undefined => (/^\$/.test(key) ? own(directiveWords, key.replace(/\/.*/, '/')) : undefined);

/** The words for a value, or for a key of a map. */
export function valueWordsOf(struct: string, field: string, value: string, isKey: boolean): Words | undefined {
	if (field === '$patch') return own(patchWords, value);
	if (isKey) return wordsOfResource(field, value) ?? wordsOfKey(value);
	return (
		own(own(valueWords, `${struct}.${field}`), value) ??
		(KEY_FIELDS.has(field) ? own(keyWords, value) : undefined) ??
		(field === 'reason' ? reasonWordsOf(value) : undefined)
	);
}

/** The words for a reason, whatever shows it; `OutOf` is followed by the name of any resource. */
export const reasonWordsOf = (reason: string): Words | undefined => own(reasonWords, reason) ?? (/^OutOf./.test(reason) ? reasonWords['OutOf*'] : undefined);

/** What asking for a resource means is one thing, what its limit means another. */
function wordsOfResource(field: string, name: string): Words | undefined {
	const here = field === 'requests' ? requestWords : field === 'limits' ? limitWords : {};
	return own(here, name) ?? own(resourceWords, name) ?? (name.startsWith('hugepages-') ? resourceWords['hugepages-*'] : undefined);
}

/** Some annotations end with the name of a container; the domain before it says what they are. */
const wordsOfKey = (key: string): Words | undefined => own(keyWords, key) ?? own(keyWords, key.slice(0, Math.max(0, key.lastIndexOf('/'))));

/** Fields whose values are keys of labels, annotations or taints. */
const KEY_FIELDS = new Set(['key', 'topologyKey', 'matchLabelKeys', 'mismatchLabelKeys']);

/** A row of a table by its key, and nothing that all objects have. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
	return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The words beside a completion, as Markdown. */
export function completionWords(key: WordsKey, language: Language): string | undefined {
	const words =
		'kind' in key
			? kindWordsOf(key.kind)
			: 'value' in key
				? valueWordsOf(key.struct, key.field, key.value, key.isKey)
				: wordsOf(key.struct, key.field, key.under);
	if (!words) return undefined;
	const text = (language === 'both' ? [words.ko, words.en] : [words[language]]).map(paragraphs).join('\n\n---\n\n');
	const example = 'example' in words && typeof words.example === 'string' ? `\n\n\`\`\`yaml\n${words.example}\n\`\`\`` : '';
	return text + example;
}

/** Each line of a text as a paragraph of Markdown. */
export const paragraphs = (text: string): string =>
	text
		.split('\n')
		.map((line) => line.trim())
		.join('\n\n');

/** Our words where nothing is rendered: without backticks, in quotes what would else run into the sentence. */
export const plainText = (text: string): string =>
	text
		.replace(/\(`([^`]*)`\)/g, '($1)')
		.replace(/`([^`]*)`/g, (_, code: string) => (/^[^A-Za-z0-9가-힣]+$|\s/.test(code) ? `"${code}"` : code))
		.replaceAll('\u00a0', ' ');
