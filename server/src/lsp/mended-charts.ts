import type { RenderAnswer } from '../charts/render-loaded';
import { type BuiltText, keyOf, type Source } from '../features/built/finding';
import { mendedBuilt } from '../features/built/mend-built';
import { homeOf, judgeRendered, REFUSED_VALUE } from '../features/charts/judge-chart';
import { mendedValue } from '../features/charts/mend-values';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { TriedFix } from '../features/diagnose/trial';
import type { Bilingual } from '../protocol/text';
import { nameIn, type RenderedChart } from './rendering';
import { aroundOf, type Settings } from './settings';

/** What mends a fault of what a chart renders, in the file of the chart that it is told of, or in those that it was printed from; each fix is rendered with. */
export function mendedChart(
	{ place, texts, answer, told, before, again }: RenderedChart,
	file: string,
	fault: Diagnostic,
	settings: Settings,
	former: string | undefined,
): readonly TriedFix[] {
	const { version } = settings;
	const judging = { version, around: aroundOf(settings), before, home: homeOf(place), chart: place };
	const judged = (one: RenderAnswer): BuiltText | undefined => ('error' in one ? undefined : judgeRendered(one, judging));
	if (fault.code === REFUSED_VALUE) {
		const own = `${place}/values.yaml`;
		const source = { file, text: texts.get(file) ?? '' };
		const standard = file === own ? undefined : texts.get(own);
		return mendedValue(fault, answer, { chart: place, source, former, standard, again: (text) => again(new Map(texts).set(file, text)), judged });
	}
	const key = keyOf({ file, diagnostic: fault });
	const printers = told.find((one) => keyOf(one) === key)?.related.map((one) => one.file) ?? [];
	const sources = [...new Set([file, ...printers])].flatMap((one): readonly Source[] => {
		const text = texts.get(one);
		return text === undefined ? [] : [{ file: one, text }];
	});
	const now = judged(answer);
	const rebuilt = (changed: Source) => [judged(again(new Map(texts).set(changed.file, changed.text)))];
	const fixes = now ? mendedBuilt(fault, file, sources, { version, texts: [now], rebuilt }) : [];
	return fixes.map((fix) => (fix.elsewhere === undefined ? fix : { ...fix, title: titleIn(nameIn(place, fix.elsewhere), fix.title) }));
}

const titleIn = (name: string, { en, ko }: Bilingual): Bilingual => ({ en: `${en} in ${name}`, ko: `${name}: ${ko}` });
