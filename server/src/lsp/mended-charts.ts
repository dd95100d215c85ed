import type { RenderAnswer } from '../charts/render-loaded';
import { type BuiltText, keyOf, type Source, type Told } from '../features/built/finding';
import { mendedBuilt } from '../features/built/mend-built';
import { homeOf, judgeRendered, REFUSED_VALUE } from '../features/charts/judge-chart';
import { earlierValue, type MendedValues, mendedValue } from '../features/charts/mend-values';
import { nameIn } from '../features/charts/place';
import { holdsValues } from '../features/charts/values-files';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { TriedFix } from '../features/diagnose/trial';
import type { Bilingual } from '../protocol/text';
import type { RenderedChart } from './rendering';
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
	const own = `${place}/values.yaml`;
	const values: MendedValues = {
		chart: place,
		source: { file, text: texts.get(file) ?? '' },
		former,
		// A subchart's values are others.
		standard: file === own || file.startsWith(`${place}/charts/`) ? undefined : texts.get(own),
		again: (text) => again(new Map(texts).set(file, text)),
		judged,
	};
	if (fault.code === REFUSED_VALUE) return mendedValue(fault, answer, values);
	const key = keyOf({ file, diagnostic: fault });
	const printers = told.find((one) => keyOf(one) === key)?.related.map((one) => one.file) ?? [];
	const sources = [...new Set([file, ...printers])].flatMap((one): readonly Source[] => {
		const text = texts.get(one);
		return text === undefined ? [] : [{ file: one, text }];
	});
	const now = judged(answer);
	const rebuilt = (changed: Source) => [judged(again(new Map(texts).set(changed.file, changed.text)))];
	const fixes = now ? mendedBuilt(fault, file, sources, { version, texts: [now], rebuilt }) : [];
	if (now && fixes.length === 0 && holdsValues(nameIn(place, file))) return earlierValue(fault, now, values);
	return fixes.map((fix) => (fix.elsewhere === undefined ? fix : { ...fix, title: titleIn(nameIn(place, fix.elsewhere), fix.title) }));
}

/** What mends a fault that was typed in a file that nobody has open, as it is told in another one. */
export function mendedElsewhere(made: RenderedChart, file: string, typed: Told, settings: Settings): readonly TriedFix[] {
	return mendedChart(made, typed.file, typed.diagnostic, settings, undefined).map(({ elsewhere, ...fix }): TriedFix => {
		if (elsewhere === file) return fix;
		return elsewhere === undefined ? { ...fix, elsewhere: typed.file, title: titleIn(nameIn(made.place, typed.file), fix.title) } : { ...fix, elsewhere };
	});
}

const titleIn = (name: string, { en, ko }: Bilingual): Bilingual => ({ en: `${en} in ${name}`, ko: `${name}: ${ko}` });
