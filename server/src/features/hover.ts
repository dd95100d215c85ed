import type { FieldWords, Words } from '../docs/words';
import { locate } from '../manifest/locate';
import type { File, Manifest } from '../manifest/read';
import type { Bilingual, Language } from '../protocol';
import type { Segment } from '../schema/field-path';
import type { Minor } from '../schema/schema';
import type { Range } from '../yaml/node';
import { defaultLine, factsLine, gateLine, valuesLine } from './facts';
import type { Judgement } from './judge';
import { docsLink } from './links';
import { manifestAt, type Place, pathText, placeAt } from './place';
import { wordsOf } from './words-of';

export interface Hover {
	readonly markdown: string;
	/** In offsets of the file. */
	readonly range: Range;
}

/** What there is to say of the key or value at an offset; undefined where Peapod knows nothing. */
export function hover(
	file: File,
	offset: number,
	{ language, version }: { readonly language: Language; readonly version: Minor },
	judged: (manifest: Manifest) => Judgement,
): Hover | undefined {
	const at = manifestAt(file, offset);
	const place = at && placeAt(at.manifest, at.offset);
	if (!at || !place) return undefined;
	const parts = sections(place, version, () => defaultOf(at.manifest, place.segments, judged));
	const range = { start: place.range.start + at.manifest.start, end: place.range.end + at.manifest.start };
	return { markdown: markdownOf(place, parts, language), range };
}

interface Sections {
	readonly words?: FieldWords;
	readonly facts: readonly Bilingual[];
}

function sections(place: Place, version: Minor, defaultValue: () => Bilingual | undefined): Sections {
	const words = wordsOf(place.struct, place.field.name);
	const facts = [valuesLine(place.field, version), defaultValue(), gateLine(place.field, version)].filter((line) => line !== undefined);
	return { facts: [factsLine(place.field), ...facts], ...(words ? { words } : {}) };
}

function defaultOf(manifest: Manifest, segments: readonly Segment[], judged: (manifest: Manifest) => Judgement): Bilingual | undefined {
	const isWritten = locate(manifest.node, segments).exact && locate(manifest.node, segments).value !== undefined;
	let value: unknown = judged(manifest).object;
	for (const segment of segments) value = (value as Readonly<Record<Segment, unknown>> | undefined)?.[segment];
	return defaultLine(value, isWritten);
}

function markdownOf(place: Place, { words, facts }: Sections, language: Language): string {
	const [line = { en: '', ko: '' }, ...more] = facts;
	const title = `**${shortPath(place.segments)}**`;
	const languages: readonly ('en' | 'ko')[] = language === 'both' ? ['ko', 'en'] : [language];
	const blocks = languages.map((one) => {
		const head = `${title} — ${line[one]}`;
		return [head, words ? paragraphs(words, one) : '', ...more.map((fact) => fact[one]), link(words, one)].filter(Boolean).join('\n\n');
	});
	const example = words?.example ? `\`\`\`yaml\n${words.example}\n\`\`\`` : '';
	return [blocks.join('\n\n---\n\n'), example].filter(Boolean).join('\n\n');
}

/** Without the way to the pod, which every field would repeat. */
const shortPath = (segments: readonly Segment[]): string => pathText(segments).replace(/^(?:spec\.)?(?:jobTemplate\.spec\.)?template\./, '');

const paragraphs = (words: Words, language: 'en' | 'ko'): string =>
	words[language]
		.split('\n')
		.map((line) => line.trim())
		.join('\n\n');

function link(words: FieldWords | undefined, language: 'en' | 'ko'): string {
	if (!words?.link) return '';
	return `[${language === 'ko' ? '문서' : 'Docs'}](${docsLink(words.link)[language]})`;
}
