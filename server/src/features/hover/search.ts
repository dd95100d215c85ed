import { fieldAliases } from '../../docs/aliases';
import { wordsUnder } from '../../docs/fields';
import type { FieldWords, Words } from '../../docs/words';
import type { SearchAnswer } from '../../protocol/requests';
import type { Language } from '../../protocol/text';
import { KINDS } from '../../schema/kinds';
import { type Field, type Minor, structOf, structWithin } from '../../schema/schema';
import { isKnown } from '../place';
import { wordsOf } from '../words-of';
import { defaultOf } from './default-values';
import { factsLine, gateLine, valuesLine, writerOf } from './facts';
import { allTerms, type Term } from './glossary';
import { markdownOf, type Story } from './page';

/** Something that can be found. */
interface Entry {
	readonly path: string;
	/** Lower case, without spaces: the name, its aliases, the path, the first sentences, all words. */
	readonly keys: readonly [name: string, aliases: string, path: string, first: string, all: string];
	/** What takes it down among its equals. */
	readonly less: number;
	readonly isKnown: (version: Minor) => boolean;
	readonly answer: (language: Language, version: Minor) => SearchAnswer;
}

/** The score of what is found at all. */
const LEAST = 0.1;

/** What is pasted by mistake is no question. */
const LONGEST = 200;

let entries: readonly Entry[] | undefined;

const squashed = (text: string): string => text.toLowerCase().replace(/[\s\-_.`]+/g, '');
const firstLine = (text: string | undefined): string => text?.split('\n')[0] ?? '';

function keysOf(name: string, aliases: string, path: string, words: Words | undefined): Entry['keys'] {
	const first = `${firstLine(words?.en)} ${firstLine(words?.ko)}`;
	return [squashed(name), squashed(aliases), squashed(path), squashed(first), squashed(`${words?.en ?? ''} ${words?.ko ?? ''}`)];
}

/** Every field once, at its shortest path from a Pod, or from the kind that has it; a field that means something else elsewhere, there too. */
function fieldEntries(): readonly Entry[] {
	const found: Entry[] = [];
	const seen = new Set<string>();
	for (const { kind } of KINDS) {
		const queue: { readonly struct: string; readonly path: string; readonly under: string }[] = [{ struct: kind, path: '', under: '' }];
		for (const { struct, path, under } of queue) {
			const id = `${struct} ${Object.hasOwn(wordsUnder, under) ? under : ''}`;
			if (seen.has(id)) continue;
			seen.add(id);
			for (const field of structOf(struct)?.values() ?? []) {
				const at = path ? `${path}.${field.name}` : field.name;
				found.push(ofField(kind, at, struct, field, under));
				const inner = structWithin(field.type);
				if (inner) queue.push({ struct: inner, path: at, under: field.name });
			}
		}
	}
	return found;
}

function ofField(kind: string, path: string, struct: string, field: Field, under: string): Entry {
	const words = wordsOf(struct, field.name, under);
	const at = `${kind.toLowerCase()}.${path}`;
	return {
		path,
		keys: keysOf(field.name, fieldAliases[`${struct}.${field.name}`] ?? '', path, words),
		less: (path.includes('status') ? 10 : 0) + (under === 'initContainers' ? 5 : 0),
		isKnown: (version) => isKnown(field, version),
		answer: (language, version) => answer(field.name, at, storyOf(at, struct, field, words, defaultOf(struct, field.name, kind), version), language),
	};
}

function storyOf(path: string, struct: string, field: Field, words: FieldWords | undefined, usual: string | undefined, version: Minor): Story {
	const writer = writerOf(path.split('.').slice(1));
	const facts = factsLine(field, writer, usual);
	return {
		title: { en: `\`${path}\` — ${facts.en}`, ko: `\`${path}\` — ${facts.ko}` },
		words: words ? [words] : [],
		lines: [valuesLine(struct, field, version, writer), gateLine(field, version)].filter((line) => line !== undefined),
		...(words?.link ? { link: words.link } : {}),
		...(words?.more ? { more: words.more } : {}),
		...(words?.example ? { example: words.example } : {}),
	};
}

/** A field is what is asked for more often, so a term stands behind it. */
const ofTerm = ({ name, path, title, words, aliases, example, link }: Term): Entry => ({
	path,
	keys: keysOf(name, aliases, path, words),
	less: 3,
	isKnown: () => true,
	answer: (language) => answer(name, path, { title, words: [words], lines: [], ...(example ? { example } : {}), ...(link ? { link } : {}) }, language),
});

function answer(name: string, path: string, story: Story, language: Language): SearchAnswer {
	const [words] = story.words;
	const first = (language === 'both' ? [words?.ko, words?.en] : [words?.[language]]).map(firstLine).join(' · ');
	return { name, path, first: first.replaceAll('`', ''), markdown: `# ${name}\n\n${markdownOf(story, language)}\n` };
}

/** What a question in either language is about, the likeliest first: fields, and what is no field (glossary.ts). */
export function search(asked: string, language: Language, version: Minor, most = 40): readonly SearchAnswer[] {
	entries ??= [...fieldEntries(), ...allTerms().map(ofTerm)];
	const query = asked.slice(0, LONGEST);
	const whole = squashed(query);
	const parts = query
		.split(/[\s.]+/)
		.map(squashed)
		.filter(Boolean);
	if (parts.length === 0) return [];
	return entries
		.filter((one) => one.isKnown(version))
		.map((one) => ({ one, score: scoreOf(one, whole, parts) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.one.path.length - b.one.path.length || (a.one.path < b.one.path ? -1 : 1))
		.slice(0, most)
		.map(({ one }) => one.answer(language, version));
}

/** The whole question in the name or an alias counts most, its parts in the words least; every part must be somewhere. */
function scoreOf({ keys: [name, aliases, path, first, all], less }: Entry, whole: string, parts: readonly string[]): number {
	const singular = whole.replace(/s$/, '');
	if (name === whole || name === `${singular}s` || name === singular) return 100 - less;
	if (path.endsWith(whole) && whole.length > name.length) return 95 - less;
	if (aliases.includes(whole)) return 90 - less;
	if (name.startsWith(whole)) return 80 - less;
	const weights = parts.map((part) =>
		name.includes(part) ? 12 : aliases.includes(part) ? 10 : path.includes(part) ? 6 : first.includes(part) ? 4 : all.includes(part) ? 1 : 0,
	);
	if (weights.some((weight) => weight === 0)) return 0;
	const phrase = first.includes(whole) ? 20 : all.includes(whole) ? 8 : 0;
	return Math.max(weights.reduce<number>((sum, weight) => sum + weight, 0) / parts.length + phrase - less, LEAST);
}
