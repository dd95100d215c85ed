import type { Token } from '../../../templates/lex';
import { isInside, type Range } from '../../../yaml/node';
import { type ChartTexts, type Spot, surveyOf, textIn, type Use } from './survey';
import type { Placed } from './walk';
import type { Way } from './ways';

/** What a template names at an offset: the way up to the name that stands there. */
export interface Named {
	readonly use: Use;
	readonly way: Way;
	readonly range: Range;
}

/** The action of a file at an offset; where two meet, the second. */
export function actionAt(chart: ChartTexts, file: string, offset: number): Placed | undefined {
	return surveyOf(chart)
		.templates.get(file)
		?.findLast(({ action }) => isInside(action, offset));
}

/** What was given to the template and stands at an offset; of `.a.b.c` the names up to that at the offset count. */
export function namedAt(chart: ChartTexts, file: string, offset: number): Named | undefined {
	const here = surveyOf(chart).uses.filter((use) => use.file === file && isInside(use.range, offset));
	for (const use of here) {
		const index = use.names.findIndex((name) => name.start - 1 <= offset && offset <= name.end);
		const name = use.names[index];
		const way = use.way.slice(0, use.way.length - (use.names.length - 1 - index));
		if (name) return { use, way, range: { start: Math.min(offset, name.start), end: name.end } };
		const [first] = use.names;
		// The dot, or a variable, before its names.
		if (!first || offset < first.start - 1) return { use, way, range: { start: use.range.start, end: first ? first.start - 1 : use.range.end } };
	}
	return undefined;
}

/** A named template whose name stands at an offset, defined or asked for. */
export function templateNameAt(chart: ChartTexts, file: string, offset: number): { readonly name: string; readonly range: Range } | undefined {
	const { definitions, calls } = surveyOf(chart);
	const call = calls.find((one) => one.file === file && isInside(one.range, offset));
	if (call) return call;
	for (const [name, spots] of definitions) {
		const spot = spots.find((one) => one.file === file && isInside(one.range, offset));
		if (spot) return { name, range: spot.range };
	}
	return undefined;
}

/** The function or keyword at an offset of an action. */
export const wordAt = ({ action }: Placed, offset: number): Token | undefined =>
	action.tokens.find(({ at, text, kind }) => at <= offset && offset <= at + text.length && /^[a-z]/i.test(text) && kind !== 'error' && kind !== 'bool');

/** The line of a place, from 1. */
export const lineOf = (chart: ChartTexts, { file, range }: Spot): number => textIn(chart, file).slice(0, range.start).split('\n').length;

/** A place as it is told, from the chart's folder. */
export const placeText = (chart: ChartTexts, spot: Spot): string => `${spot.file}:${lineOf(chart, spot)}`;
