import type { FieldWords, Words } from '../../docs/words';
import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Bilingual, Language } from '../../protocol/text';
import { hasField } from '../../schema/embedding';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import { isInside, type Node, type Range, shifted } from '../../yaml/node';
import { placeholderIn } from '../../yaml/placeholders';
import type { Judgement } from '../diagnose/judge';
import { wayInPart } from '../embedded';
import type { Pointed } from '../navigate/points-to';
import { particle } from '../particle';
import { manifestAt, type Place, pathText, placeAt } from '../place';
import { kindWordsOf, valueWordsOf, wordsOf } from '../words-of';
import { defaultOf } from './default-values';
import { defaultLine, factsLine, filledLine, gateLine, typeText, valuesLine, writerOf } from './facts';
import { topicsLine } from './glossary';
import { headStory } from './head';
import { meaning } from './meaning';
import { mutability } from './mutability';
import { markdownOf, type Story } from './page';
import { hoverDirective, partLine } from './patch';

export interface Hover {
	readonly markdown: string;
	/** In offsets of the file. */
	readonly range: Range;
}

/** What the cursor is on. */
type Hovered = Place & { readonly onKey: boolean; readonly node: Node };

interface HoverOptions {
	readonly language: Language;
	readonly version: Minor;
	/** The editor has a command that looks for topics. */
	readonly searches?: boolean;
}

/** With that from which topics lead on. */
interface PlacedStory extends Story {
	readonly from?: string;
}

/** What there is to say of the key or value at an offset; undefined where Peapod knows nothing. `pointed`: what a reference there leads to, or what holds the live pod. */
export function hover(
	file: File,
	offset: number,
	{ language, version, searches = true }: HoverOptions,
	judged: (manifest: Manifest) => Judgement,
	pointed?: Pointed,
): Hover | undefined {
	const masked = file.masked?.();
	if (masked?.actions.some((action) => isInside(action, offset))) return undefined;
	const at = manifestAt(masked?.file ?? file, offset);
	if (!at) return ofHead(file, offset, language) ?? ofReference(pointed, language);
	const { manifest } = at;
	const inFile = (range: Range): Range => shifted(range, manifest.start);
	const directive = hoverDirective(manifest, at.offset, language);
	if (directive) return { markdown: directive.markdown, range: inFile(directive.range) };
	const place = placeAt(manifest, at.offset);
	if (!place) return ofHead(file, offset, language) ?? ofReference(pointed, language);
	const { embedded } = manifest;
	if (embedded && !hasField(embedded.part, wayInPart(embedded.part, embedded.frame, place.segments) ?? '')) return undefined;
	const value = place.onKey && !place.isMapKey ? undefined : valueWords(place, textIn(place));
	const story = value ? ofValue(place, value, manifest, version, judged) : ofField(place, manifest, version, judged);
	const topics = known(story.from === undefined ? undefined : topicsLine(story.from, searches));
	return { markdown: markdownOf({ ...story, lines: [...(pointed?.lines ?? []), ...story.lines, ...topics] }, language), range: inFile(place.range) };
}

/** A reference in an object of which nothing else is known. */
function ofReference(pointed: Pointed | undefined, language: Language): Hover | undefined {
	if (!pointed) return undefined;
	return { markdown: markdownOf({ title: { en: '', ko: '' }, words: [], lines: pointed.lines }, language), range: pointed.range };
}

function ofHead(file: File, offset: number, language: Language): Hover | undefined {
	const found = headStory(file, offset);
	return found && { markdown: markdownOf(found.story, language), range: found.range };
}

function valueWords(place: Hovered, text: string): Words | undefined {
	const { struct, field, segments } = place;
	if (field.name === 'kind' && segments.length === 1) return kindWordsOf(text);
	const key = place.isMapKey ? String(segments.at(-1)) : text;
	return valueWordsOf(struct, field.name, key, place.isMapKey);
}

function ofField(place: Hovered, manifest: Manifest, version: Minor, judged: (manifest: Manifest) => Judgement): PlacedStory {
	const { struct, field, segments } = place;
	const words = wordsOf(struct, field.name, underOf(place));
	const kind = manifest.kind.kind;
	const isPart = place.isMapKey || typeof segments.at(-1) === 'number';
	const facts = isPart ? typeText(place.type) : factsLine(field, writerOf(segments), defaultOf(struct, field.name, kind));
	const title = shortPath(manifest, segments);
	const link = words?.link;
	return {
		title: { en: `**${title}** — ${facts.en}`, ko: `**${title}** — ${facts.ko}` },
		words: words ? [words] : [],
		lines: [
			...amounts(place, manifest, judged),
			...known(
				filledInLine(place, manifest),
				valuesLine(struct, field, version, writerOf(segments)),
				defaultHere(manifest, segments, judged),
				gateLine(field, version),
				manifest.embedded ? undefined : mutability(kind, segments, version),
			),
		],
		...(isPart ? {} : { from: `${struct}.${field.name}` }),
		...(link ? { link } : {}),
		...(words?.more ? { more: words.more } : {}),
		...(words?.example ? { example: words.example } : {}),
	};
}

/** A value, or a key of a map, that has words of its own; the field's first sentence behind them. */
function ofValue(place: Hovered, words: Words, manifest: Manifest, version: Minor, judged: (manifest: Manifest) => Judgement): PlacedStory {
	const { struct, field, segments } = place;
	const ofField: FieldWords | undefined = wordsOf(struct, field.name, underOf(place));
	const path = shortPath(manifest, segments);
	const value = textIn(place);
	const text = place.isMapKey ? `**${path}**` : `\`${value}\` — **${path}**`;
	const isKind = field.name === 'kind' && segments.length === 1;
	// What a kind is for stands at its spec.
	const link = isKind ? wordsOf(value, 'spec')?.link : ofField?.link;
	return {
		title: { en: text, ko: text },
		words: [words],
		lines: [
			...amounts(place, manifest, judged),
			...known(
				ofField && !place.isMapKey && !isKind ? besides(field.name, ofField, value) : undefined,
				manifest.embedded ? undefined : mutability(manifest.kind.kind, segments, version),
				isKind ? partLine(manifest) : undefined,
			),
		],
		...(isKind ? { from: value } : {}),
		...(link ? { link } : {}),
	};
}

/** The first sentence of the field, unless it speaks of this very value: then the value's own words say it again. */
function besides(name: string, words: FieldWords, value: string): Bilingual | undefined {
	const [en = '', ko = ''] = [words.en, words.ko].map((text) => text.split('\n')[0]);
	return en.includes(`\`${value}\``) ? undefined : { en: `*${name}*: ${en}`, ko: `*${name}*: ${ko}` };
}

const known = (...lines: readonly (Bilingual | undefined)[]): readonly Bilingual[] => lines.filter((line) => line !== undefined);

/** A value that nobody knows yet. */
function filledInLine({ node, onKey }: Hovered, { document }: Manifest): Bilingual | undefined {
	const placeholder = node.kind === 'scalar' && !onKey ? placeholderIn(document, node) : undefined;
	if (!placeholder || placeholder.isReference) return undefined;
	const text = document.text.slice(placeholder.start, placeholder.end);
	return {
		en: `\`${text}\` is filled in before this is applied: what hangs on the value is not judged.`,
		ko: `\`${text}\`${particle(text, '은/는')} 적용하기 전에 채워지는 자리라, 이 값에 달린 것은 판정하지 않는다.`,
	};
}

/** What the value comes to, in this document. */
function amounts(place: Hovered, manifest: Manifest, judged: (manifest: Manifest) => Judgement): readonly Bilingual[] {
	return known(meaning(place, place.onKey ? textAt(manifest, place.segments) : textIn(place), judged(manifest).object));
}

/** The key or value itself: of a repeated key, not the one that wins. */
const textIn = ({ node }: Hovered): string => (node.kind === 'scalar' ? node.text : '');

function textAt(manifest: Manifest, segments: readonly Segment[]): string | undefined {
	const { value, exact } = locate(manifest.node, segments);
	return exact && value?.kind === 'scalar' ? value.text : undefined;
}

/** The field above, which may give a field words of its own. */
function underOf({ segments, isMapKey }: Place): string {
	const names = segments.filter((segment) => typeof segment === 'string');
	return names.at(isMapKey ? -3 : -2) ?? '';
}

/** What the server fills in, at a field without a value or below one. */
function defaultHere(manifest: Manifest, segments: readonly Segment[], judged: (manifest: Manifest) => Judgement): Bilingual | undefined {
	// What every object gets at its birth, or from the cluster, is no default; what a part does not say the rest of the object may.
	if (segments.includes('metadata') || segments[0] === 'status' || manifest.part) return undefined;
	const { value: node, exact } = locate(manifest.node, segments);
	let value: unknown = judged(manifest).object;
	for (const segment of segments) value = (value as Readonly<Record<Segment, unknown>> | undefined)?.[segment];
	if (node?.kind === 'map') return filledLine(value, new Set(node.entries.map(({ key }) => key.text)));
	return defaultLine(value, exact && node !== undefined);
}

/** Without the way to the pod, which every field would repeat. */
function shortPath({ embedded }: Manifest, segments: readonly Segment[]): string {
	const below = embedded ? [...embedded.at.slice(-1), ...segments.slice(embedded.frame.length)] : segments;
	return pathText(below).replace(/^(?:spec\.)?(?:jobTemplate\.spec\.)?template\./, '');
}
