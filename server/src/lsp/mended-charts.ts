import type { RenderAnswer } from '../charts/render-loaded';
import { type BuiltText, keyOf, type Source } from '../features/built/finding';
import type { JudgedBefore } from '../features/built/judged-before';
import { mendedBuilt } from '../features/built/mend-built';
import { homeOf, judgeRendered } from '../features/charts/judge-chart';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { TriedFix } from '../features/diagnose/trial';
import type { Ingredients, Rendering } from './rendering';
import { aroundOf, type Settings } from './settings';

/** A chart as it is now, and what it might be. */
export interface Mendable extends Ingredients, Rendering {
	readonly before: JudgedBefore;
	/** What it would render from other texts. */
	readonly again: (texts: Ingredients['texts']) => RenderAnswer;
}

/** What mends faults of what charts render: an editor asks at every move of the cursor, and each fix is rendered with. */
export class MendedCharts {
	/** As long as a chart is as it is. */
	private readonly known = new WeakMap<Mendable, Map<string, readonly TriedFix[]>>();

	/** What mends a fault in the file of the chart that it is told of. */
	fixes(chart: Mendable, file: string, fault: Diagnostic, settings: Settings): readonly TriedFix[] {
		const text = chart.texts.get(file);
		if (text === undefined) return [];
		const known = this.known.get(chart) ?? new Map<string, readonly TriedFix[]>();
		this.known.set(chart, known);
		const key = keyOf({ file, diagnostic: fault });
		const fixes = known.get(key) ?? tried(chart, { file, text }, fault, settings);
		known.set(key, fixes);
		return fixes.map((fix) => ({ ...fix, diagnostic: fault }));
	}
}

function tried({ place, texts, answer, before, again }: Mendable, source: Source, fault: Diagnostic, settings: Settings): readonly TriedFix[] {
	const { version } = settings;
	const judging = { version, around: aroundOf(settings), before, home: homeOf(place), chart: place };
	const judged = (one: RenderAnswer): BuiltText | undefined => ('error' in one ? undefined : judgeRendered(one, judging));
	const now = judged(answer);
	return now ? mendedBuilt(fault, source, { version, texts: [now], rebuilt: (text) => [judged(again(new Map(texts).set(source.file, text)))] }) : [];
}
