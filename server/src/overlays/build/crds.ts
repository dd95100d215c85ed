import { type Named, withReference, withSpecs } from './configure';
import type { FieldSpec } from './field-spec';
import type { Config } from './field-specs';
import { loadValues } from './load';
import { type Fault, type Fields, fault, get, isFault, isFields, mapAt, textAt, type Value, within } from './object';
import type { Place } from './place';

/** accumulator.LoadConfigFromCRDs: the tables with what files of OpenAPI definitions say of fields that names, labels and annotations stand in. */
export function withCrds(config: Config, paths: readonly Named[], place: Place): Config | Fault {
	let now = config;
	const words = `loading CRDs [${paths.map(({ path }) => path).join(' ')}]`;
	for (const { path, at } of paths) {
		const values = loadValues(place, path);
		if (isFault(values)) return within(words, values, at);
		const [types = null] = values;
		const odd = isFields(types) ? Object.values(types).find((one) => one !== null && !isFields(one)) : types;
		if (odd !== undefined || !isFields(types)) return fault(`${words}: ${UNREADABLE} '${path}'`, at);
		for (const name of Object.keys(types)) if (isObject(propertiesOf(types, name))) now = withType(now, types, name);
	}
	return now;
}

const UNREADABLE = 'unable to parse open API definition from';

/** looksLikeAk8sType */
const isObject = (properties: Fields): boolean => ['kind', 'apiVersion', 'metadata'].every((key) => get(properties, key) !== undefined);

/** encoding/json takes the name of a field in letters of any case. */
function propertiesOf(types: Fields, name: string): Fields {
	const type = mapAt(types, name);
	return mapAt(mapAt(type, Object.keys(type).find((key) => key.toLowerCase() === 'schema') ?? 'schema'), 'properties');
}

/** Nobody nests deeper; types that hold themselves have no end. */
const DEEPEST = 32;
/** Nor does a kind have more fields; types that hold themselves twice have twice as many at each depth. */
const MOST_FIELDS = 10_000;

/** loadCrdIntoConfig; the kind is the last part of the type's name. */
function withType(config: Config, types: Fields, type: string): Config {
	const kind = type.slice(type.lastIndexOf('.') + 1);
	let [now, left] = [config, MOST_FIELDS];
	// What is nearest comes first.
	const queue: { readonly name: string; readonly above: readonly string[] }[] = [{ name: type, above: [] }];
	for (const { name, above } of queue) {
		for (const [key, property] of Object.entries(propertiesOf(types, name))) {
			if (--left < 0) return now;
			const path = [...above, key];
			const spec = (...more: readonly string[]): FieldSpec => ({ group: '', version: '', kind, path: [...path, ...more].join('/'), create: false });
			const add = (field: 'commonAnnotations' | 'commonLabels' | 'namePrefix') => {
				now = { ...now, [field]: withSpecs(now[field], [spec()]) };
			};
			if (says(property, 'annotation') !== undefined) add('commonAnnotations');
			if (says(property, 'label-selector') !== undefined) add('commonLabels');
			if (says(property, 'identity') !== undefined) add('namePrefix');
			const [version, target] = [says(property, 'object-ref-api-version'), says(property, 'object-ref-kind')];
			if (version !== undefined && target !== undefined) {
				const fieldSpecs = [spec(says(property, 'object-ref-name-key') ?? 'name')];
				now = { ...now, nameReference: withReference(now.nameReference, { group: '', version, kind: target, fieldSpecs }) };
			}
			const reference = textAt(property, '$ref');
			if (reference !== '' && path.length < DEEPEST) queue.push({ name: reference, above: path });
		}
	}
	return now;
}

/** A text of a property under `x-kubernetes-…`. */
function says(property: Value, name: string): string | undefined {
	const value = get(property, `x-kubernetes-${name}`);
	return typeof value === 'string' ? value : undefined;
}
