import { specOf, withSpecs } from './configure';
import type { FieldSpec } from './field-spec';
import type { Config } from './field-specs';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, textAt, textsAt, type Value } from './object';
import { applyJson6902, applyPatch, applyStrategic, type LoadText } from './patch';
import { loadText, type Place } from './place';
import { readResources, readValues } from './read';
import { replaceAll } from './replace';
import type { Resource } from './resource';
import { addTexts, affix, moveTo, setImage, setReplicas } from './transform';

type Step = (resources: Resource[], load: LoadText) => Fault | undefined;

/** KustTarget.runTransformers: all that a kustomization changes in its resources, in the order of kustomize. */
export function transform(resources: Resource[], config: Config, kustomization: Fields, place: Place): Fault | undefined {
	const load: LoadText = (path) => loadText(place, path);
	const external = externalSteps(textsAt(kustomization, 'transformers'), load);
	if (isFault(external)) return external;
	for (const step of [...steps(kustomization, config), ...external]) {
		const wrong = step(resources, load);
		if (wrong) return wrong;
		// multiTransformer drops what a patch has deleted.
		for (let index = resources.length - 1; index >= 0; index--) if (Object.keys(resources[index]?.fields ?? {}).length === 0) resources.splice(index, 1);
	}
	return undefined;
}

/** configureBuiltinTransformers */
function steps(kustomization: Fields, config: Config): readonly Step[] {
	const [namespace, prefix, suffix] = [textAt(kustomization, 'namespace'), textAt(kustomization, 'namePrefix'), textAt(kustomization, 'nameSuffix')];
	return [
		...textsAt(kustomization, 'patchesStrategicMerge').map(
			(entry): Step =>
				(resources, load) =>
					applyStrategic(resources, entry, load),
		),
		...itemsAt(kustomization, 'patches').map(
			(entry): Step =>
				(resources, load) =>
					applyPatch(resources, entry, load),
		),
		...(namespace ? [(resources: Resource[]) => moveTo(resources, namespace, config.namespace)] : []),
		...(prefix ? [(resources: Resource[]) => affix(resources, prefix, 'prefix', config.namePrefix)] : []),
		...(suffix ? [(resources: Resource[]) => affix(resources, suffix, 'suffix', config.nameSuffix)] : []),
		...itemsAt(kustomization, 'labels').map(
			(entry): Step =>
				(resources) =>
					addTexts(resources, mapAt(entry, 'pairs'), labelSpecs(entry, config)),
		),
		(resources) => addTexts(resources, mapAt(kustomization, 'commonLabels'), config.commonLabels),
		(resources) => addTexts(resources, mapAt(kustomization, 'commonAnnotations'), config.commonAnnotations),
		...itemsAt(kustomization, 'patchesJson6902').map(
			(entry): Step =>
				(resources, load) =>
					applyJson6902(resources, entry, load),
		),
		...itemsAt(kustomization, 'replicas').map(
			(entry): Step =>
				(resources) =>
					setReplicas(resources, entry, config.replicas),
		),
		...[...itemsAt(kustomization, 'images'), ...itemsAt(kustomization, 'imageTags')].map(
			(entry): Step =>
				(resources) =>
					setImage(resources, entry, config.images),
		),
		(resources, load) => replace(resources, itemsAt(kustomization, 'replacements'), load),
	];
}

/** configureExternalTransformers: built-in transformers whose configuration is a file, or the text itself. Others are programs, which are named, not run. */
function externalSteps(entries: readonly string[], load: LoadText): readonly Step[] | Fault {
	const all: Step[] = [];
	for (const entry of entries) {
		const inline = entry.includes('\n') ? entry : load(entry);
		const configurations = isFault(inline) ? inline : readResources(inline);
		if (isFault(configurations)) return fault(`transformers: '${entry}': ${configurations.error}`);
		for (const { fields } of configurations) {
			const made = textAt(fields, 'apiVersion') === 'builtin' ? builtinSteps(fields) : undefined;
			if (!made) return fault(`transformers: ${textAt(fields, 'apiVersion')} ${textAt(fields, 'kind')} in '${entry}' is a plug-in, which is not run`);
			all.push(...made);
		}
	}
	return all;
}

/** plugins/builtinhelpers TransformerFactories, as far as they are known here. */
function builtinSteps(fields: Fields): readonly Step[] | undefined {
	const specs = itemsAt(fields, 'fieldSpecs').map(specOf);
	const [prefix, suffix] = [textAt(fields, 'prefix'), textAt(fields, 'suffix')];
	const isPrefix = /^Prefix(?:Suffix)?Transformer$/.test(textAt(fields, 'kind'));
	const isSuffix = /^(?:PrefixSuffix|Suffix)Transformer$/.test(textAt(fields, 'kind'));
	if (isPrefix || isSuffix) {
		return [
			...(isPrefix && prefix ? [(resources: Resource[]) => affix(resources, prefix, 'prefix', specs)] : []),
			...(isSuffix && suffix ? [(resources: Resource[]) => affix(resources, suffix, 'suffix', specs)] : []),
		];
	}
	switch (textAt(fields, 'kind')) {
		case 'PatchTransformer':
			return [(resources, load) => applyPatch(resources, fields, load)];
		case 'LabelTransformer':
			return [(resources) => addTexts(resources, mapAt(fields, 'labels'), specs)];
		case 'AnnotationsTransformer':
			return [(resources) => addTexts(resources, mapAt(fields, 'annotations'), specs)];
		case 'ReplacementTransformer':
			return [(resources, load) => replace(resources, itemsAt(fields, 'replacements'), load)];
		default:
			return undefined;
	}
}

const mapAt = (value: Value, key: string): Fields => {
	const found = get(value, key);
	return isFields(found) ? found : {};
};

function labelSpecs(entry: Value, config: Config): readonly FieldSpec[] {
	const own = withSpecs(itemsAt(entry, 'fields').map(specOf), config.labels);
	if (get(entry, 'includeSelectors') === true) return withSpecs(own, config.commonLabels);
	const withTemplates = get(entry, 'includeTemplates') === true ? withSpecs(own, config.templateLabels) : own;
	return withSpecs(withTemplates, [{ group: '', version: '', kind: '', path: 'metadata/labels', create: true }]);
}

/** ReplacementTransformer.Config: entries as they are, or files that hold one or a list. */
function replace(resources: readonly Resource[], entries: readonly Value[], load: LoadText): Fault | undefined {
	const all: Value[] = [];
	for (const entry of entries) {
		const path = textAt(entry, 'path');
		if (path !== '' && (get(entry, 'source') !== undefined || get(entry, 'targets') !== undefined))
			return fault('cannot specify both path and inline replacement');
		const text = path === '' ? undefined : load(path);
		if (text === undefined) all.push(entry);
		else {
			const values = isFault(text) ? text : readValues(text);
			if (isFault(values)) return values;
			all.push(...values.flat());
		}
	}
	return replaceAll(resources, all);
}
