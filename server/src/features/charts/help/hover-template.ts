import { functionWords, keywordWords } from '../../../docs/functions/functions';
import { objectWords } from '../../../docs/functions/objects';
import type { Bilingual, Language } from '../../../protocol/text';
import { lineStart } from '../../../yaml/lines';
import type { Range } from '../../../yaml/node';
import type { Hover } from '../../hover/hover';
import { code, fenced, sentence } from '../../markdown';
import { particle } from '../../particle';
import { own } from '../../words-of';
import { isTemplate } from '../place';
import type { RenderedTexts } from '../show-rendered';
import { actionAt, lineOf, type Named, namedAt, placeText, templateNameAt, wordAt } from './place-in';
import { type Printed, printedBy } from './printed';
import { type ChartTexts, placeOfFile, type Spot, surveyOf, textIn } from './survey';
import { functionParts, type Part, paragraphsOf, told } from './told';
import { chartFieldAt, commentOf, isEmpty, valueIn, type Written, writtenAt } from './values';
import { AT_TOP, type Placed } from './walk';
import { ITEM, isValue, type Way, wayOfPipeline, wayText } from './ways';

/** What a chart renders now, or why it does not. */
export type Rendering = RenderedTexts | { readonly error: string };

/**
 * What there is to say of what stands at an offset of a template's action: of a value where it was given, of a named template where it is defined, of a function its words; and what
 * the action renders to. Nothing outside of actions. `rendering` is what the chart renders, where that is known.
 */
export function hoverTemplate(chart: ChartTexts, file: string, offset: number, rendering: Rendering | undefined, language: Language): Hover | undefined {
	const placed = actionAt(chart, file, offset);
	if (!placed) return undefined;
	const about = aboutAt(chart, file, offset, placed);
	const known = new Set((about?.parts ?? []).flatMap((part) => (typeof part === 'string' ? part : part.en).match(/`[^`]+:\d+`/g) ?? []));
	const shown = shownBy(chart, file, placed, rendering, known);
	const parts = [...(about?.parts ?? []), ...(about && shown.length > 0 ? [RULE] : []), ...shown];
	if (parts.length === 0) return undefined;
	return { markdown: told(parts, language), range: about?.range ?? { start: placed.action.start, end: placed.action.end } };
}

/** While its chart is read a template knows itself alone, and what it does not know may well be there. */
const isWhole = ({ files }: ChartTexts): boolean => files.has('Chart.yaml');

const RULE = '---';

interface About {
	readonly parts: readonly Part[];
	readonly range: Range;
}

function aboutAt(chart: ChartTexts, file: string, offset: number, placed: Placed): About | undefined {
	const template = templateNameAt(chart, file, offset);
	if (template) return { parts: aboutTemplate(chart, template.name), range: template.range };
	const named = namedAt(chart, file, offset);
	if (named) return { parts: aboutValue(chart, named), range: named.range };
	const word = wordAt(placed, offset);
	const words = word && (own(keywordWords, word.text) ?? own(functionWords, word.text));
	return words && { parts: functionParts(word.text, words), range: { start: word.at, end: word.at + word.text.length } };
}

/** So many places are named. */
const MOST_PLACES = 3;

function aboutTemplate(chart: ChartTexts, name: string): readonly Part[] {
	const { definitions, calls } = surveyOf(chart);
	const spots = definitions.get(name) ?? [];
	const places = spots.slice(0, MOST_PLACES).map((spot) => code(placeText(chart, spot)));
	const times = calls.filter((one) => one.name === name).length;
	const where = isWhole(chart) ? definedAt(places, times) : places.join(', ');
	const [spot] = spots;
	const comment = spot && commentAbove(textIn(chart, spot.file), spot);
	return [`**${code(name)}**`, ...(comment ? [sentence(shortened(comment))] : []), ...(where ? [where] : [])];
}

function definedAt(places: readonly string[], times: number): Bilingual {
	if (places.length === 0) return { en: 'No template of this chart or its subcharts defines it.', ko: '이 차트와 하위 차트의 어느 템플릿도 정의하지 않는다.' };
	return {
		en: `Defined in ${places.join(', ')}; asked for in ${times === 1 ? 'one place' : `${times} places`}.`,
		ko: `${places.join(', ')}에서 정의하고 ${times}곳에서 쓴다.`,
	};
}

/** The comment that stands right above a definition. */
function commentAbove(text: string, { range }: Spot): string | undefined {
	const before = text.slice(0, text.lastIndexOf('{{', range.start)).trimEnd();
	const open = /\*\/\s*-?\}\}$/.test(before.slice(-LONGEST_END)) ? before.lastIndexOf('/*') : -1;
	return open < 0 ? undefined : before.slice(open + 2, before.lastIndexOf('*/')).trim() || undefined;
}
const LONGEST_END = 20;

function aboutValue(chart: ChartTexts, { use, way }: Named): readonly Part[] {
	const words = own(objectWords, way.join('.'));
	const head = [`**${code(wayText(way))}**`, ...(words ? [paragraphsOf(words)] : [])];
	if (!isValue(way)) return [...head, ...(way[0] === 'Chart' ? chartField(chart, use.place, way) : [])];
	const written = writtenAt(chart, use.place, way);
	const [first] = written;
	if (!first) return [...head, ...(isWhole(chart) ? [NOT_GIVEN] : [])];
	const comment = commentOf(first, way);
	const isItems = way.includes(ITEM);
	const [place = '', ...over] = written.slice(0, MOST_PLACES + 1).map((one) => code(placeText(chart, one)));
	const inItems: Bilingual = { en: `${place} and on`, ko: `${place}부터` };
	const before: Bilingual = { en: `${place}, which counts before ${over.join(', ')}`, ko: `${place}. ${over.join(', ')}보다 우선한다.` };
	const imported: Bilingual = { en: `${place}, by \`import-values\``, ko: `${place}. \`import-values\`로 가져온다.` };
	const alone = first.isImported ? imported : place;
	const from = over.length === 0 ? alone : isItems ? inItems : before;
	return [...head, ...(comment ? [sentence(shortened(comment))] : []), isItems ? itemsText(written) : valueText(first), from];
}

const NOT_GIVEN: Bilingual = { en: 'No values file of the chart gives it.', ko: '차트의 어느 값 파일에도 없다.' };

const chartField = (chart: ChartTexts, place: string, way: Way): readonly Part[] =>
	chartFieldAt(chart, place, way).map((one) => `${code(shortened(valueIn(one)))} — ${code(placeText(chart, one))}`);

/** So many lines of a value are shown. */
const MOST_LINES = 12;
const LONGEST_LINE = 200;

const shortened = (text: string): string => {
	const lines = text.split('\n');
	const shown = lines.slice(0, MOST_LINES).map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
	return (lines.length > MOST_LINES ? [...shown, '…'] : shown).join('\n');
};

/** Lines without the blanks that all of them begin with. */
function undented(text: string): string {
	const lines = text.split('\n');
	const column = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
	return lines.map((line) => line.slice(column)).join('\n');
}

/** A value as it is written: on its line, or as a block. */
function valueText(one: Written): string {
	const { text, value } = one;
	if (!value) return code('null');
	const written = valueIn(one).trimEnd();
	if (!written.includes('\n')) return code(shortened(written) || '""');
	const column = value.range.start - lineStart(text, value.range.start);
	return fenced(shortened(written.replace(new RegExp(`\\n {0,${column}}`, 'g'), '\n')));
}

const itemsText = (written: readonly Written[]): string =>
	fenced(
		written
			.slice(0, MOST_PLACES)
			.map((one) => shortened((one.value ? valueIn(one) : one.text.slice(one.range.start, one.range.end)).trimEnd()))
			.concat(written.length > MOST_PLACES ? ['…'] : [])
			.join('\n'),
	);

/** What the action of a template prints, and from where, but for places that are told already; nothing of what only steers. */
function shownBy(chart: ChartTexts, file: string, placed: Placed, rendering: Rendering | undefined, known: ReadonlySet<string>): readonly Part[] {
	const { action } = placed;
	const prints = (action.keyword === undefined || action.keyword === 'template') && action.pipeline.variables.length === 0;
	if (!rendering || !prints || action.pipeline.commands[0]?.length === 0) return [];
	if ('error' in rendering)
		return [{ en: `The chart does not render now: ${sentence(rendering.error)}`, ko: `지금은 차트가 렌더링되지 않는다: ${sentence(rendering.error)}` }];
	const printed = printedBy(rendering, { file, range: action });
	return printed.length > 0 ? printedParts(chart, printed, known) : [NOT_RENDERED, ...closedBlock(chart, file, placed)];
}

const NOT_RENDERED: Bilingual = {
	en: 'Nothing of it is in what is rendered: it is not reached, or it prints nothing.',
	ko: '렌더링 결과에 나오지 않는다. 실행되지 않았거나 출력이 비어 있다.',
};

/** So many of the texts that an action prints are shown. */
const MOST_TEXTS = 3;

function printedParts(chart: ChartTexts, printed: readonly Printed[], known: ReadonlySet<string>): readonly Part[] {
	const times = printed.reduce((sum, one) => sum + one.times, 0);
	const head: Bilingual = times > 1 ? { en: `Renders to, ${times} times:`, ko: `렌더링 결과(${times}번):` } : { en: 'Renders to:', ko: '렌더링 결과:' };
	const first = printed.slice(0, MOST_TEXTS);
	const texts = first.map(({ text }) => (text.includes('\n') ? fenced(shortened(undented(text.replace(/^\n/, '')))) : code(shortened(text))));
	const more = printed.length > MOST_TEXTS ? ['…'] : [];
	const origins = first.flatMap((one) => one.origins).filter(({ file }) => !isTemplate(file));
	const places = [...new Set(origins.map((origin) => code(placeText(chart, origin))))].filter((place) => !known.has(place)).slice(0, MOST_PLACES);
	const from: readonly Bilingual[] = places.length > 0 ? [{ en: `from ${places.join(', ')}`, ko: `값이 적힌 곳: ${places.join(', ')}` }] : [];
	return [head, ...texts, ...more, ...from];
}

/** The condition around an action that does not hold, where it is a value alone. */
function closedBlock(chart: ChartTexts, file: string, { within, define }: Placed): readonly Part[] {
	for (const [depth, { keyword, action, isOtherwise }] of within.entries()) {
		const way = wayOfPipeline(action.pipeline, within[depth - 1] ?? AT_TOP);
		if (define !== undefined || isOtherwise || !way || !isValue(way) || way.includes(ITEM)) continue;
		const [written] = writtenAt(chart, placeOfFile(file), way);
		if (written && !isEmpty(written)) continue;
		const block = code(`${keyword} ${wayText(way)}`);
		const line = lineOf(chart, { file, range: action });
		const value = written ? valueText(written) : undefined;
		return [
			{
				en: `It stands in ${block} (line ${line}), ${value ? `whose value is ${value}` : 'which no values file gives'}.`,
				ko: `${block}(${line}번째 줄) 안에 있고, 그 값은 ${value ? `${value}${particle(value, '이다/다')}` : '어느 값 파일에도 없다'}.`,
			},
		];
	}
	return [];
}
