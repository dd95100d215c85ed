import { type Dict, Fault, fromPlain, isDict, type Value } from '../templates/value';
import { scanJson, skipSpace } from '../yaml/json-stream';
import { schemaFault } from './json-schema/check';
import { failureText } from './json-schema/failure';
import { metaSchema } from './json-schema/meta';
import { type Refused, refusedIn } from './json-schema/remedies';
import { Document, ROOT, type Schema } from './json-schema/schema';
import { validate } from './json-schema/validate';

/** A chart with the schema of its values, and its dependencies. */
export interface Checked {
	readonly name: string;
	readonly chart: { readonly schema: string | undefined };
	readonly dependencies: readonly Checked[];
}

/** chartutil.ValidateAgainstSchema: what the schemas of a chart and of its dependencies have against its values, in Helm's words; empty where nothing. */
export function schemaFaults({ name, chart, dependencies }: Checked, values: Dict): string {
	const own = chart.schema === undefined ? '' : singleSchemaFault(values, compiledOnce(chart));
	const below = dependencies.map((one) => {
		const given = values.get(one.name) ?? null;
		if (given === null) return '';
		return isDict(given) ? schemaFaults(one, given) : `${one.name}:\ninvalid type for values: expected object (map), got ${goType(given)}\n`;
	});
	return [own && `${name}:\n${own}`, ...below].join('');
}

/** What the schema of a chart refuses. */
export interface RefusedBy extends Refused {
	readonly chart: string;
}

/** What those schemas refuse, in the order in which Helm says so. */
export function refusedValues({ name, chart, dependencies }: Checked, values: Dict): readonly RefusedBy[] {
	const root = chart.schema === undefined ? undefined : compiledOnce(chart);
	const own = root === undefined || root instanceof Fault ? [] : refusedIn(validate(root, values));
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

const goType = (value: Value): string =>
	typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : Array.isArray(value) ? '[]interface {}' : 'float64';

/** ValidateAgainstSingleSchema. */
function singleSchemaFault(values: Dict, root: Schema | Fault): string {
	if (root instanceof Fault) return root.message;
	const failures = validate(root, values);
	return failures.length === 0 ? '' : `${failureText(failures)}\n`;
}

/** What was read of a chart's schema. */
const COMPILED = new WeakMap<object, Schema | Fault>();

function compiledOnce(chart: { readonly schema: string | undefined }): Schema | Fault {
	const compiled = COMPILED.get(chart) ?? compile(chart.schema ?? '');
	COMPILED.set(chart, compiled);
	return compiled;
}

function compile(text: string): Schema | Fault {
	const json = readJson(text);
	if (json instanceof Fault) return json;
	const document = Document.of(json);
	if (document instanceof Fault) return document;
	const root = document.at('');
	return root ? (metaFault(root) ?? schemaFault(document) ?? root) : new Fault('EOF');
}

/** roots.validate: what keeps a schema from being one. */
function metaFault({ json, draft }: Schema): Fault | undefined {
	const meta = Document.of(metaSchema(draft));
	const root = meta instanceof Fault ? undefined : meta.at('');
	const failures = root ? validate(root, json) : [];
	if (failures.length === 0) return undefined;
	return new Fault(`"${ROOT}#" is not valid against metaschema: jsonschema validation failed with '${META[draft]}#'\n${failureText(failures)}`);
}

const META: Readonly<Record<number, string>> = {
	4: 'http://json-schema.org/draft-04/schema',
	6: 'http://json-schema.org/draft-06/schema',
	7: 'http://json-schema.org/draft-07/schema',
	2019: 'https://json-schema.org/draft/2019-09/schema',
	2020: 'https://json-schema.org/draft/2020-12/schema',
};

function readJson(text: string): Value | Fault {
	if (text.trim() === '') return new Fault('EOF');
	const scanned = scanJson(text, 0);
	if ('message' in scanned) return new Fault(scanned.message);
	if (skipSpace(text, scanned.end) < text.length) return new Fault('invalid character after top-level value');
	return fromPlain(JSON.parse(text));
}
