import { goQuote } from '../schema/go-quote';
import { goText, printf } from '../templates/format';
import { type Dict, Fault, isDict, isList, type Value } from '../templates/value';

/** A chart among its dependencies, as coalescing sees it. */
export interface Node {
	readonly name: string;
	readonly values: Dict;
	readonly dependencies: readonly Node[];
}

/** Takes what Helm would write to its log. */
export type Warn = (sentence: string) => void;

/**
 * chartutil.CoalesceValues: the values given, over the chart's, over those of its dependencies; globals go down. Nothing that is given is changed.
 * With `keepsNulls` it is MergeValues: a null that would take a value away stays.
 */
export function coalesceValues(root: Node, given: Dict, warn: Warn, keepsNulls = false): Dict | Fault {
	/** coalesce and coalesceDeps: changes `into`. */
	function coalesce(chart: Node, into: Dict, prefix: string): Fault | undefined {
		const path = below(prefix, chart.name);
		coalesceOwn(chart, into, path);
		for (const child of chart.dependencies) {
			const own = into.has(child.name) ? into.get(child.name) : new Map<string, Value>();
			if (!isDict(own)) return new Fault(`type mismatch on ${child.name}: ${printf('%t', [own ?? null])}`);
			into.set(child.name, own);
			coalesceGlobals(own, into, path);
			const fault = coalesce(child, own, path);
			if (fault) return fault;
		}
		return undefined;
	}

	/** coalesceValues: what the chart's own values.yaml gives. */
	function coalesceOwn(chart: Node, into: Dict, path: string): void {
		for (const [key, value] of copyOf(chart.values)) {
			const own = into.get(key);
			if (own === undefined) into.set(key, value);
			else if (own === null && !keepsNulls) into.delete(key);
			else if (isDict(own)) {
				const isOfChild = chart.dependencies.some(({ name }) => name === key);
				if (isDict(value)) mergeTables(own, value, below(path, key), warn, keepsNulls || isOfChild);
				else if (value !== null) warn(`warning: skipped value for ${path}.${key}: Not a table.`);
			}
		}
	}

	/** coalesceGlobals: those of the parent win. */
	function coalesceGlobals(child: Dict, parent: Dict, path: string): void {
		const globals = child.get('global') ?? new Map<string, Value>();
		const from = parent.get('global') ?? new Map<string, Value>();
		const skip = (where: string): void => warn(`warning: skipping globals because ${where} global is not a table.`);
		if (!isDict(globals)) return skip('destination');
		if (!isDict(from)) return skip('source');
		for (const [key, value] of from) {
			const own = globals.get(key);
			if (isDict(value)) {
				// Only the outermost map is copied, as in Helm: what lies deeper is shared with the parent from here on.
				const shared = new Map(value);
				if (isDict(own)) mergeTables(shared, own, below(path, key), warn, true);
				if (own === undefined || isDict(own)) globals.set(key, shared);
				else warn(`Conflict: cannot merge map onto non-map for ${goQuote(key)}. Skipping.`);
			} else if (isDict(own)) warn(`key ${key} is table. Skipping`);
			else globals.set(key, value);
		}
		child.set('global', globals);
	}

	const into = copyOf(given);
	return coalesce(root, into, '') ?? into;
}

const below = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

/** coalesceTablesFullKey: what `from` has and `into` has not; a null in `into` takes a default away. Changes both. */
export function mergeTables(into: Dict, from: Dict, path: string, warn: Warn, keepsNulls: boolean): Dict {
	const defaults = new Set([...from].filter(([, value]) => value !== null).map(([key]) => key));
	for (const [key, value] of into) if (value === null) from.set(key, null);
	for (const [key, value] of from) {
		const own = into.get(key);
		if (own === undefined) into.set(key, value);
		else if (own === null && !keepsNulls && defaults.has(key)) into.delete(key);
		else if (isDict(value)) {
			if (isDict(own)) mergeTables(own, value, below(path, key), warn, keepsNulls);
			else warn(`warning: cannot overwrite table with non table for ${below(path, key)} (${goText(value)})`);
		} else if (isDict(own) && value !== null) warn(`warning: destination for ${below(path, key)} is a table. Ignoring non-table value (${goText(value)})`);
	}
	return into;
}

/** copystructure.Copy of a map. */
export const copyOf = (dict: Dict): Dict => new Map([...dict].map(([key, value]) => [key, copied(value)]));
const copied = (value: Value): Value => (isDict(value) ? copyOf(value) : isList(value) ? value.map(copied) : value);

/** Values.Table: the map at a path of names and dots. */
export function tableAt(values: Dict, path: string): Dict | Fault {
	let table = values;
	for (const name of path.split('.')) {
		const next = table.get(name);
		if (!isDict(next)) return new Fault(`${goQuote(name)} is not a table`);
		table = next;
	}
	return table;
}

/** Values.PathValue: what stands at a path and is no map; undefined where nothing does. */
export function valueAt(values: Dict, path: string): Value | undefined {
	const dot = path.lastIndexOf('.');
	const table = dot < 0 ? values : tableAt(values, path.slice(0, dot));
	const value = table instanceof Fault ? undefined : table.get(path.slice(dot + 1));
	return isDict(value) ? undefined : value;
}

/** cli/values mergeMaps: a file of values over those before it. */
export function mergeMaps(a: Dict, b: Dict): Dict {
	const merged = new Map(a);
	for (const [key, value] of b) {
		const own = merged.get(key);
		merged.set(key, isDict(own) && isDict(value) ? mergeMaps(own, value) : value);
	}
	return merged;
}
