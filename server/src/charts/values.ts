import { type Dict, isDict, type Value } from '../templates/value';
import type { Chart } from './chart';

/** chartutil's coalesceTablesFullKey: what `from` has and `into` has not; a null in `into` takes away. */
function coalesceTables(into: Dict, from: Dict, merges: boolean): void {
	for (const [key, value] of from) {
		const own = into.get(key);
		if (own === undefined) into.set(key, value);
		else if (own === null && !merges && value !== null) into.delete(key);
		else if (isDict(own) && isDict(value)) coalesceTables(own, value, merges);
	}
}

/** chartutil's CoalesceValues: the values given, over the chart's, over those of its subcharts; globals go down. Changes `into`. */
export function coalesce(chart: Chart, into: Dict): Dict {
	for (const [key, value] of copyOf(chart.values)) {
		const own = into.get(key);
		if (own === undefined && !into.has(key)) into.set(key, value);
		else if (own === null) into.delete(key);
		else if (isDict(own) && isDict(value))
			coalesceTables(
				own,
				value,
				chart.charts.some(({ name }) => name === key),
			);
	}
	for (const child of chart.charts) {
		const given = into.get(child.name);
		const values: Dict = isDict(given) ? given : new Map();
		into.set(child.name, values);
		passGlobals(into, values);
		coalesce(child, values);
	}
	return into;
}

/** coalesceGlobals: the parent's win. */
function passGlobals(parent: Dict, child: Dict): void {
	const [from, own] = [parent.get('global') ?? new Map<string, Value>(), child.get('global') ?? new Map<string, Value>()];
	if (!isDict(from) || !isDict(own)) return;
	const globals = copyOf(from);
	coalesceTables(globals, own, true);
	child.set('global', globals);
}

export const copyOf = (dict: Dict): Dict => new Map([...dict].map(([key, value]) => [key, isDict(value) ? copyOf(value) : value]));
