import { pathAt } from '../../../manifest/locate';
import { compose } from '../../../yaml/compose';
import { holdsValues } from '../values-files';
import { namedAt, templateNameAt } from './place-in';
import { importsOf, subchartsOf } from './sources';
import { type ChartTexts, placeOfFile, type Spot, sameWay, surveyOf } from './survey';
import { chartFieldAt, writtenAt } from './values';
import { ITEM, type Way } from './ways';

/** Where something is given or used. */
export interface Found extends Spot {
	readonly isDefinition: boolean;
}

/** Where what stands at an offset is given: a value in the values files, what counts most first, a field of Chart.yaml, a named template where it is defined. */
export function definitionsOf(chart: ChartTexts, file: string, offset: number): readonly Spot[] {
	const template = templateNameAt(chart, file, offset);
	if (template) return surveyOf(chart).definitions.get(template.name) ?? [];
	const named = namedAt(chart, file, offset);
	if (!named) return [];
	const { use, way } = named;
	return way[0] === 'Chart' ? chartFieldAt(chart, use.place, way) : writtenAt(chart, use.place, way);
}

/** Where what stands at an offset is given and used, in all of the chart: a value, also from its key in a values file, or a named template. */
export function referencesOf(chart: ChartTexts, file: string, offset: number): readonly Found[] {
	const template = templateNameAt(chart, file, offset);
	const { definitions, calls } = surveyOf(chart);
	if (template)
		return found(
			definitions.get(template.name) ?? [],
			calls.filter(({ name }) => name === template.name),
		);
	const value = valueAt(chart, file, offset);
	return value ? found(writtenAt(chart, value.place, value.way), usesOf(chart, value)) : [];
}

function found(given: readonly Spot[], used: readonly Spot[]): readonly Found[] {
	const one =
		(isDefinition: boolean) =>
		({ file, range: { start, end } }: Spot): Found => ({ file, range: { start, end }, isDefinition });
	return [...given.map(one(true)), ...used.map(one(false))];
}

/** A value by the folder of the chart whose it is, and the way to it. */
export interface Value {
	readonly place: string;
	readonly way: Way;
}

/** The value that stands at an offset: at its key in a values file, or by its name in a template. */
export function valueAt(chart: ChartTexts, file: string, offset: number): Value | undefined {
	const named = namedAt(chart, file, offset);
	if (named) return { place: named.use.place, way: named.way };
	const text = valuesText(chart, file);
	const { root } = compose(text ?? '');
	const at = root && pathAt(root, offset);
	if (!at?.onKey) return undefined;
	return { place: placeOfFile(file), way: ['Values', ...at.segments.map((step) => (typeof step === 'number' ? ITEM : step))] };
}

/** The text of a file of values. */
const valuesText = ({ files, given = [] }: ChartTexts, file: string): string | undefined =>
	given.find((one) => one.file === file)?.text ?? (holdsValues(file) ? files.get(file) : undefined);

/** Where templates name a value; names of what lies deeper lead through it as well. */
export function usesOf(chart: ChartTexts, value: Value): readonly Spot[] {
	const wanted = homeOf(chart, value);
	return surveyOf(chart).uses.flatMap((use): readonly Spot[] => {
		const own = allHomesOf(chart, use).find((one) => isWithin(one, wanted));
		const name = own && use.names[use.names.length - 1 - (own.way.length - wanted.way.length)];
		return name ? [{ file: use.file, range: name }] : [];
	});
}

/** The value itself, and those of dependencies that a chart imports it from. */
function allHomesOf(chart: ChartTexts, value: Value): readonly Value[] {
	const home = homeOf(chart, value);
	const steps = home.way.slice(1);
	const imported = importsOf(chart, home.place).flatMap(({ from, child, parent }) =>
		sameWay(steps.slice(0, parent.length), parent) ? allHomesOf(chart, { place: from, way: ['Values', ...child, ...steps.slice(parent.length)] }) : [],
	);
	return [home, ...imported];
}

/** Whether the way to a value leads through another, or ends there. */
export const isWithin = (one: Value, of: Value): boolean => one.place === of.place && sameWay(one.way.slice(0, of.way.length), of.way);

/** One value, one way: what a chart has under the name of a subchart is the subchart's, and globals are the root's. */
export function homeOf(chart: ChartTexts, { place, way }: Value): Value {
	const [values, first, ...rest] = way;
	if (values !== 'Values' || typeof first !== 'string') return { place, way };
	if (first === 'global') return { place: '', way };
	const below = rest.length > 0 ? subchartsOf(chart, place).get(first) : undefined;
	return below === undefined ? { place, way } : homeOf(chart, { place: below, way: [values, ...rest] });
}
