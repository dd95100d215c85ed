import { entryWords } from '../../docs/scenario';
import type { FieldWords, Words } from '../../docs/words';
import { pathAt } from '../../manifest/locate';
import type { Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import { type Minor, NEWEST } from '../../schema/schema';
import { parse } from '../../yaml/parse';
import { hoverExpect } from '../expect/hover-expect';
import type { Hover } from '../hover/hover';
import { type Beside, podNames } from './scenario-names';
import { kindText, pathOf, shapeAt, valuesAt, wordsAt } from './scenario-place';

/** What there is to say of the key or value at an offset of a scenario. */
export function hoverScenario(text: string, offset: number, language: Language, beside?: Beside, version: Minor = NEWEST): Hover | undefined {
	const { root } = parse(text);
	const at = root && pathAt(root, offset);
	if (!at) return undefined;
	const { segments, node, onKey } = at;
	const value = !onKey && node.kind === 'scalar' ? node.text : undefined;
	const own = markdownOf(segments, value, language, beside);
	const expected = segments[0] === 'expect' ? hoverExpect(text, segments, value, beside, version).map((words) => valueMarkdown(words, language)) : [];
	const title = own === undefined && expected.length > 0 ? [`**${pathOf(segments)}**`] : [];
	const markdown = [...title, ...(own === undefined ? [] : [own]), ...expected].join('\n\n---\n\n') || undefined;
	return markdown === undefined ? undefined : { markdown, range: node.kind === 'scalar' ? node.range : { start: offset, end: offset } };
}

function markdownOf(path: readonly Segment[], value: string | undefined, language: Language, beside: Beside | undefined): string | undefined {
	const values = valuesAt(path);
	const words = value !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
	const title = `**${pathOf(path)}**`;
	if (words) return `${title}: \`${value}\`\n\n${valueMarkdown(words, language)}`;
	const entry = entryOf(path, beside);
	if (entry) return `${title}${entry.image ? ` — \`${entry.image}\`` : ''}\n\n${entryMarkdown(entry.list, language)}`;
	const help = keyMarkdown(path, language);
	return help === undefined ? undefined : `${title} — ${help}`;
}

/** `world.containers.app`, `world.images.nginx`: a name of the manifest's. */
function entryOf(path: readonly Segment[], beside: Beside | undefined): { readonly list: string; readonly image?: string } | undefined {
	const [world, list, name, more] = path;
	if (world !== 'world' || typeof list !== 'string' || !Object.hasOwn(entryWords, list) || typeof name !== 'string' || more !== undefined) return undefined;
	const image = list === 'containers' && beside ? podNames(beside).containers.get(name) : undefined;
	return { list, ...(image ? { image } : {}) };
}

/** Kind and default, words and example of the key at the end of a path. */
export function keyMarkdown(path: readonly Segment[], language: Language): string | undefined {
	const words = wordsAt(path);
	const shape = shapeAt(path);
	if (!words || !shape) return undefined;
	const blocks = languages(language).map((one) => {
		// What an expectation's keys take their words tell.
		const kind = shape.kind === 'anything' && path[0] === 'expect' ? [] : [kindText(shape)[one]];
		const head = [...kind, ...(words.default === undefined ? [] : [`${one === 'ko' ? '기본값' : 'default'} \`${words.default}\``])].join(', ');
		return [...(head ? [head] : []), paragraphs(words[one])].join('\n\n');
	});
	return [blocks.join('\n\n---\n\n'), example(words)].filter(Boolean).join('\n\n');
}

export const valueMarkdown = (words: Words, language: Language): string =>
	languages(language)
		.map((one) => paragraphs(words[one]))
		.join('\n\n---\n\n');

export const entryMarkdown = (list: string, language: Language): string => valueMarkdown(entryWords[list] ?? { en: '', ko: '' }, language);

const languages = (language: Language): readonly ('en' | 'ko')[] => (language === 'both' ? ['ko', 'en'] : [language]);
const paragraphs = (text: string): string => text.split('\n').join('\n\n');
const example = ({ example: yaml }: FieldWords): string => (yaml === undefined ? '' : `\`\`\`yaml\n${yaml}\n\`\`\``);
