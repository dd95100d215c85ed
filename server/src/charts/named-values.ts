import { goQuote } from '../schema/go-quote';
import { toYaml } from '../templates/to-yaml';
import { type Dict, Fault, type Method, NamedDict, type Value } from '../templates/value';
import { tableAt, valueAt } from './values';

/** A map as templates see it at their top and as `.Values`: chartutil.Values, with its methods. */
export const namedValues = (values: Dict): NamedDict => new NamedDict(values, 'chartutil.Values', methodsOf(values));

function methodsOf(values: Dict): ReadonlyMap<string, Method> {
	const table = ([path]: readonly Value[]): Value | Fault => {
		const found = tableAt(values, String(path));
		return found instanceof Fault ? found : namedValues(found);
	};
	const pathValue = ([path]: readonly Value[]): Value | Fault => {
		if (path === '') return new Fault('YAML path cannot be empty');
		const found = valueAt(values, String(path));
		return found === undefined ? new Fault(`${goQuote(String(path).split('.').at(-1) ?? '')} is not a value`) : found;
	};
	return new Map<string, Method>([
		['YAML', { takes: '', run: () => `${toYaml(values)}\n` }],
		['AsMap', { takes: '', run: () => values }],
		['Table', { takes: 's', run: table }],
		['PathValue', { takes: 's', run: pathValue }],
	]);
}
