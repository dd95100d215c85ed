import type { Origin } from '../../built/origin';
import { type Roped, slice, untyped } from '../../built/rope';
import type { Chart } from '../../charts/chart';
import type { RenderAnswer } from '../../charts/render-loaded';
import type { Bilingual, Language } from '../../protocol/text';
import type { Fault } from '../../templates/value';
import type { Range } from '../../yaml/node';
import { pathIn, placesOf } from './place';

/** What a chart renders, in the order in which it is shown, by Helm's names. */
export interface RenderedTexts {
	readonly files: ReadonlyMap<string, string>;
	/** Empty where nobody asked for origins. */
	readonly ropes: ReadonlyMap<string, Roped['rope']>;
}

/** Templates as `helm template` prints them, by their names: notes are for people, and what is empty is nothing. */
export function shownRendering({ files, ropes }: RenderedTexts, isWanted: (name: string) => boolean = () => true): Roped {
	const names = [...files.keys()].filter(isWanted).sort((a, b) => (a < b ? -1 : 1));
	const parts = names.flatMap((name): Roped[] => {
		const text = files.get(name) ?? '';
		if (text.trim() === '' || name.endsWith('NOTES.txt')) return [];
		const start = /^---\s*\n/.exec(text)?.[0].length ?? 0;
		const end = Math.max(start, text.trimEnd().length);
		const head = `---\n# Source: ${name}\n`;
		return [
			{
				text: `${head}${text.slice(start, end)}\n`,
				rope: [...untyped(head.length), ...slice(ropes.get(name) ?? untyped(text.length), start, end), ...untyped(1)],
			},
		];
	});
	return { text: parts.map(({ text }) => text).join(''), rope: parts.flatMap(({ rope }) => rope) };
}

/** Where that was typed which stands at an offset, or right before it, as a cursor behind a word means the word: what decides first, then what printed it. */
export function typedBehind(shown: Roped, offset: number): readonly Origin[] {
	const isBehind = /^\S(?:\s|$)/.test(shown.text.slice(Math.max(0, offset - 1), offset + 1));
	const start = isBehind && offset > 0 ? offset - 1 : offset;
	return placesOf(shown, { start, end: start + 1 }).slice(0, 2);
}

/** The part of a template that a part of what it renders to comes from, whether it stands there or is printed there; `template` is named as origins name it. */
export function partBehind(shown: Roped, range: Range, template: string): Range | undefined {
	return placesOf(shown, range).find(({ file }) => file === template)?.range;
}

/** A chart in a folder, and what came of it. */
export interface Rendering {
	readonly place: string;
	readonly chart: Chart | Fault;
	readonly answer: RenderAnswer;
}

/** Of a template that prints something itself that is shown; of all else the chart. */
export const isShownAlone = (file: string): boolean => /\/templates\/(?:.+\/)?[^_/][^/]*\.(?:yaml|yml|json)$/.test(file);

/** A chart's name; where it cannot be read that of its folder. */
export const nameOf = ({ chart, place }: Pick<Rendering, 'chart' | 'place'>): string =>
	('metadata' in chart ? chart.metadata.name : undefined) ?? place.slice(place.lastIndexOf('/') + 1);

/** A chart that renders. */
export type Rendered = Exclude<RenderAnswer, { readonly error: string }>;

/** What a template of the chart in a folder prints, by its file: nothing, maybe. */
export function renderedTemplate(place: string, rendered: Rendered, template: string): Roped {
	const own = [...rendered.sources].flatMap(([one, file]) => (pathIn(place, file) === template ? one : []));
	return shownRendering(rendered, (one) => own.includes(one));
}

/** The text of a template, by its file, or of all of a chart, and a name for it, the same whatever comes of it; where there is no text, why, in comments. */
export function showRendering({ place, answer }: Rendering, template: string | undefined, language: Language): Roped & { readonly name: string } {
	const path = (template ?? place).slice(place.lastIndexOf('/') + 1);
	const name = `${template === undefined ? path : path.replace(/\.\w+$/, '')}.rendered`;
	if ('error' in answer) return { name, ...asComment(answer.error) };
	const shown = template === undefined ? shownRendering(answer) : renderedTemplate(place, answer, template);
	return { name, ...(shown.text === '' ? asComment(NOTHING[language === 'en' ? 'en' : 'ko']) : shown) };
}

const asComment = (text: string): Roped => ({ text: `# ${text.trimEnd().replaceAll('\n', '\n# ')}\n`, rope: [] });

const NOTHING: Bilingual = { en: 'With these values this renders to nothing.', ko: '이 값으로 렌더링하면 아무것도 나오지 않는다.' };
