import { scanJson } from '../../yaml/json-stream';
import { type Fault, type Fields, fault, get, isFault, isFields, mapAt, textAt, type Value, within } from './object';
import { loadText, type Place } from './place';
import { afterValue, parsedFile, readValues } from './read';
import { kindsOf, type OwnSchema } from './schemas';
import { type Source, traceOf } from './written';

/** The only version that kustomize carries. */
const CARRIED = 'v1.21.2';

/** openapi.SetSchema, for the field `openapi` of a kustomization: that of the outermost counts first. */
export function setSchema(kustomization: Fields, place: Place, isRoot: boolean): Fault | undefined {
	const field = get(kustomization, 'openapi');
	if (!isFields(field)) return undefined;
	const { schemas, parsed } = place.target;
	const [path, version] = [textAt(field, 'path'), textAt(field, 'version')];
	const at = traceOf(field, path === '' ? 'version' : 'path')?.value;
	const source = get(field, 'path') === undefined ? undefined : loadText(place, path);
	if (isFault(source)) return within('openapi', source, at);
	if (schemas.isSet && !isRoot) return undefined;
	if (source) {
		if (get(field, 'version') !== undefined) return fault('builtin version and custom schema provided, cannot use both', at);
		const file = parsedFile(source, parsed);
		const own = file.schema ?? ownSchema(source);
		if (isFault(own)) return within('invalid schema file', own, at);
		file.schema = own;
		schemas.own = own;
	} else if (version === '') return undefined;
	else if (version !== CARRIED) return fault('the specified OpenAPI version is not built in', at);
	schemas.isSet = true;
	return undefined;
}

function ownSchema(source: Source): OwnSchema | Fault {
	const document = source.text.startsWith('{') ? jsonOf(source.text) : readValues(source);
	if (isFault(document)) return document;
	const [swagger = null] = document;
	if (!isFields(swagger)) return fault('json: cannot unmarshal it into spec.SwaggerProps');
	const definitions = mapAt(swagger, 'definitions');
	const types = new Map(Object.values(definitions).flatMap((one) => (isFields(one) ? kindsOf(one).map((kind) => [kind, one] as const) : [])));
	return { definitions, types, clusterScoped: clusterScopedIn(mapAt(swagger, 'paths')) };
}

/** Such files have megabytes. */
function jsonOf(text: string): readonly Value[] | Fault {
	const scanned = scanJson(text, 0);
	if ('message' in scanned) return fault(scanned.message);
	const more = afterValue(text, scanned.end);
	return more === undefined ? [JSON.parse(text) as Value] : fault(more);
}

/** findNamespaceability: what no path has below a namespace. */
function clusterScopedIn(paths: Fields): ReadonlySet<string> {
	const namespaced = new Set<string>();
	const all = new Set<string>();
	for (const [path, methods] of Object.entries(paths))
		for (const kind of kindsOf(get(methods, 'get'))) (path.includes('namespaces/{namespace}') ? namespaced : all).add(kind);
	for (const kind of namespaced) all.delete(kind);
	return all;
}
