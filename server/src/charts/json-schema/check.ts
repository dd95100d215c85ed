import { andThen, Fault, fromPlain, isDict, type Value } from '../../templates/value';
import { scanJson, skipSpace } from '../../yaml/json-stream';
import { failureText } from './failure';
import { metaSchema } from './meta';
import { type Refused, refusedIn } from './remedies';
import { draftUrl, ROOT, type Schema, schemaOf, subschemas, Unfetched } from './schema';
import { validate } from './validate';

/** A schema, or what keeps it from being one; and what it refers to that would have to be fetched. */
export interface Compiled {
	readonly root: Schema | Fault;
	readonly unfetched: Unfetched | undefined;
}

/** ValidateAgainstSingleSchema: what a schema has against values, or what keeps it from being one; empty where nothing. What is not fetched does, too, or allows everything. */
export function valuesFault(values: Value, { root, unfetched }: Compiled, isLenient: boolean): string {
	if (unfetched && !isLenient) return unfetched.message;
	if (root instanceof Fault) return root.message;
	const failures = validate(root, values);
	return failures.length === 0 ? '' : `${failureText(failures)}\n`;
}

/** What it refuses of them. */
export const refusedBy = ({ root }: Compiled, values: Value): readonly Refused[] => (root instanceof Fault ? [] : refusedIn(validate(root, values)));

/** Compiler.Compile: a schema, from its text; a fault where it is none. */
export function compile(text: string): Compiled {
	const root = andThen(andThen(readJson(text), schemaOf), (schema) => metaFault(schema) ?? schema);
	const fault = root instanceof Fault ? root : schemaFault(root);
	return fault instanceof Unfetched ? { root, unfetched: fault } : { root: fault ?? root, unfetched: undefined };
}

function readJson(text: string): Value | Fault {
	if (text.trim() === '') return new Fault('EOF');
	const scanned = scanJson(text, 0);
	if ('message' in scanned) return new Fault(scanned.message);
	if (skipSpace(text, scanned.end) < text.length) return new Fault('invalid character after top-level value');
	return fromPlain(JSON.parse(text));
}

/** roots.validate: what keeps a schema from being one. */
function metaFault({ json, resource: { draft } }: Schema): Fault | undefined {
	const meta = schemaOf(metaSchema(draft));
	const failures = meta instanceof Fault ? [] : validate(meta, json);
	if (failures.length === 0) return undefined;
	return new Fault(`"${ROOT}#" is not valid against metaschema: jsonschema validation failed with '${draftUrl(draft)}#'\n${failureText(failures)}`);
}

/** What keeps a schema that is one from being compiled: a reference that leads nowhere, before one to what is not fetched. What is only defined is looked at where something refers to it. */
function schemaFault(root: Schema): Fault | undefined {
	const { document } = root;
	const seen = new Set<Schema>();
	const queue: (Schema | undefined)[] = [root];
	let unfetched: Unfetched | undefined;
	for (let place = queue.shift(); place; place = queue.shift()) {
		if (seen.has(place) || !isDict(place.json)) continue;
		seen.add(place);
		for (const keyword of ['$ref', '$recursiveRef', '$dynamicRef']) {
			const reference = place.json.get(keyword);
			const target = typeof reference === 'string' ? document.resolve(reference, place) : undefined;
			if (target instanceof Unfetched) unfetched ??= target;
			else if (target instanceof Fault) return target;
			else if (target) queue.push(target);
		}
		for (const [way] of subschemas(place.json)) if (!/^(definitions|\$defs)\//.test(way)) queue.push(document.at(`${place.pointer}/${way}`));
	}
	return unfetched;
}
