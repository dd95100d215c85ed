import { kept } from '../schema/remember';
import { type Dict, isDict, typeOf } from '../templates/value';
import { type Compiled, compile, refusedBy, valuesFault } from './json-schema/check';
import type { Refused } from './json-schema/remedies';

/** A chart with the schema of its values, and its dependencies. */
export interface Checked {
	readonly name: string;
	readonly chart: { readonly place: string; readonly schema: string | undefined };
	readonly dependencies: readonly Checked[];
}

/** chartutil.ValidateAgainstSchema: what the schemas of a chart and of its dependencies have against its values, in Helm's words; empty where nothing. Where one is lenient, what would have to be fetched allows everything. */
export function schemaFaults({ name, chart, dependencies }: Checked, values: Dict, isLenient: boolean): string {
	const own = chart.schema === undefined ? '' : valuesFault(values, compiledOnce(chart), isLenient);
	const below = dependencies.map((one) => {
		const given = values.get(one.name) ?? null;
		if (given === null) return '';
		return isDict(given) ? schemaFaults(one, given, isLenient) : `${one.name}:\ninvalid type for values: expected object (map), got ${typeOf(given)}\n`;
	});
	return [own && `${name}:\n${own}`, ...below].join('');
}

/** What a schema refers to that would have to be fetched: values are not checked against it. */
export interface UnfetchedSchema {
	/** The schema's file, from the folder of the outermost chart. */
	readonly file: string;
	readonly url: string;
}

/** The first of them in each schema of a chart and of its dependencies. */
export function unfetchedSchemas({ chart, dependencies }: Checked): readonly UnfetchedSchema[] {
	const { unfetched } = chart.schema === undefined ? {} : compiledOnce(chart);
	const own = unfetched ? [{ file: `${chart.place}values.schema.json`, url: unfetched.url }] : [];
	return [...own, ...dependencies.flatMap(unfetchedSchemas)];
}

/** What the schema of a chart refuses. */
export interface RefusedBy extends Refused {
	readonly chart: string;
}

/** What those schemas refuse, in the order in which Helm says so. */
export function refusedValues({ name, chart, dependencies }: Checked, values: Dict): readonly RefusedBy[] {
	const own = chart.schema === undefined ? [] : refusedBy(compiledOnce(chart), values);
	const below = dependencies.flatMap((one) => {
		const given = values.get(one.name);
		return isDict(given) ? refusedValues(one, given).map((refused) => within(one.name, refused)) : [];
	});
	return [...own.map((one) => ({ ...one, chart: name })), ...below];
}

/** What a dependency refuses, as it stands in the values of the chart above it. */
const within = (name: string, { at, remedies, ...refused }: RefusedBy): RefusedBy => ({
	...refused,
	at: [name, ...at],
	remedies: () => remedies().map((one) => ({ ...one, at: [name, ...one.at] })),
});

/** What was read of a chart's schema. */
const COMPILED = new WeakMap<object, Compiled>();

const compiledOnce = (chart: Checked['chart']): Compiled => kept(COMPILED, chart, () => compile(chart.schema ?? ''));
