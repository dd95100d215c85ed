import { goQuote } from '../schema/go-quote';
import { fn } from '../templates/signature';
import { toYaml } from '../templates/to-yaml';
import { andThen, type Dict, Fault, type Method, mapOf, NamedDict } from '../templates/value';
import { tableAt, valueAt } from './values';

/** A map as templates see it at their top and as `.Values`: chartutil.Values, with its methods. */
export const namedValues = (values: Dict): NamedDict => new NamedDict(values, 'chartutil.Values', methodsOf(values));

function methodsOf(values: Dict): ReadonlyMap<string, Method> {
	return mapOf({
		YAML: fn('', () => `${toYaml(values)}\n`),
		AsMap: fn('', () => values),
		Table: fn('s', (path: string) => andThen(tableAt(values, path), namedValues)),
		PathValue: fn('s', (path: string) => {
			if (path === '') return new Fault('YAML path cannot be empty');
			return valueAt(values, path) ?? new Fault(`${goQuote(path.split('.').at(-1) ?? '')} is not a value`);
		}),
	});
}
