import type { Origin } from '../../built/origin';
import { jsonKind } from '../../schema/json';
import type { FieldSpec } from './field-spec';
import type { Config, NameReference } from './field-specs';
import { misfits } from './fits';
import { loadValues } from './load';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, put, textAt, type Value, within } from './object';
import type { Place } from './place';

/** A path, and where it is named. */
export interface Named {
	readonly path: string;
	readonly at: Origin | undefined;
}

const LISTS = [
	'namePrefix',
	'nameSuffix',
	'namespace',
	'labels',
	'templateLabels',
	'commonLabels',
	'commonAnnotations',
	'varReference',
	'images',
	'replicas',
] as const;

/** builtinconfig.MakeTransformerConfig: the tables with what the files of `configurations` add. */
export function withConfiguration(config: Config, paths: readonly Named[], place: Place): Config | Fault {
	let now = config;
	for (const { path, at } of paths) {
		const values = loadValues(place, path, 'TransformerConfig');
		if (isFault(values)) return within(`loading configuration '${path}'`, values, at);
		// Unmarshal reads one document.
		const [value = null] = values;
		const wrong = misfit(value);
		if (wrong) return fault(wrong.error, wrong.at ?? at);
		now = merged(now, value);
	}
	return now;
}

function misfit(value: Value): Fault | undefined {
	if (value === null) return undefined;
	if (isFields(value)) {
		pathsAsTexts(value);
		return misfits(value, 'TransformerConfig')[0];
	}
	return fault(`error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${jsonKind(value)} into Go value of type builtinconfig.TransformerConfig`);
}

/** convertToJSONableObject of sigs.k8s.io/yaml makes texts of numbers and booleans where a field wants one; what a struct embeds, it does not look into. */
function pathsAsTexts(value: Fields): void {
	const ofReferences = itemsAt(value, 'nameReference').flatMap((one) => itemsAt(one, 'fieldSpecs'));
	for (const spec of [...LISTS.flatMap((list) => itemsAt(value, list)), ...ofReferences]) {
		const path = get(spec, 'path');
		if (isFields(spec) && (typeof path === 'number' || typeof path === 'boolean')) put(spec, 'path', String(path));
	}
}

function merged(config: Config, value: Value): Config {
	const lists = LISTS.map((key) => [key, withSpecs(config[key], itemsAt(value, key).map(specOf))] as const);
	const references = itemsAt(value, 'nameReference').map(
		(one): NameReference => ({
			group: textAt(one, 'group'),
			version: textAt(one, 'version'),
			kind: textAt(one, 'kind'),
			fieldSpecs: itemsAt(one, 'fieldSpecs').map(specOf),
		}),
	);
	return { ...config, ...Object.fromEntries(lists), nameReference: references.reduce(withReference, config.nameReference) };
}

export const specOf = (value: Value): FieldSpec => ({
	group: textAt(value, 'group'),
	version: textAt(value, 'version'),
	kind: textAt(value, 'kind'),
	path: textAt(value, 'path'),
	create: get(value, 'create') === true,
});

/** FsSlice.MergeAll: what is there already counts once. */
export const withSpecs = (specs: readonly FieldSpec[], more: readonly FieldSpec[]): readonly FieldSpec[] => [
	...specs,
	...more.filter((one) => !specs.some((other) => sameGvk(one, other) && one.path === other.path)),
];

const sameGvk = (a: Omit<NameReference, 'fieldSpecs'>, b: Omit<NameReference, 'fieldSpecs'>): boolean =>
	a.group === b.group && a.version === b.version && a.kind === b.kind;

/** NbrSlice.mergeOne: what names a kind counts once. */
export function withReference(references: readonly NameReference[], more: NameReference): readonly NameReference[] {
	const index = references.findIndex((one) => sameGvk(one, more));
	const found = references[index];
	return found ? references.with(index, { ...found, fieldSpecs: withSpecs(found.fieldSpecs, more.fieldSpecs) }) : [...references, more];
}
