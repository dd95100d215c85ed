import type { Origin } from '../../built/origin';
import { specOf, withSpecs } from './configure';
import type { FieldSpec } from './field-spec';
import type { Config } from './field-specs';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, textAt, textsAt, type Value, within } from './object';
import { applyJson6902, applyPatch, applyStrategic } from './patch';
import { isPartial, loadText, note, type Place } from './place';
import { readResources, readValues } from './read';
import { replaceAll } from './replace';
import type { Resource } from './resource';
import { addTexts, affix, moveTo, setImage, setReplicas } from './transform';
import { homeOf, traceOf, wholeFile } from './written';

type Step = (resources: Resource[]) => Fault | undefined;

/** KustTarget.runTransformers: all that a kustomization changes in its resources, in the order of kustomize. */
export function transform(resources: Resource[], config: Config, kustomization: Fields, place: Place): Fault | undefined {
	const external = externalSteps(kustomization, place);
	if (isFault(external)) return external;
	for (const step of [...steps(kustomization, config, place), ...external]) {
		const wrong = step(resources);
		if (wrong) return wrong;
		// multiTransformer drops what a patch has deleted.
		for (let index = resources.length - 1; index >= 0; index--) if (Object.keys(resources[index]?.fields ?? {}).length === 0) resources.splice(index, 1);
	}
	return undefined;
}

/** configureBuiltinTransformers */
function steps(kustomization: Fields, config: Config, place: Place): readonly Step[] {
	const each = (field: string, step: (resources: Resource[], entry: Value, index: number) => Fault | undefined): readonly Step[] =>
		itemsAt(kustomization, field).map(
			(entry, index): Step =>
				(resources) =>
					step(resources, entry, index),
		);
	const set = (field: string, step: (resources: Resource[], text: string, by: Origin | undefined) => Fault | undefined): readonly Step[] => {
		const text = textAt(kustomization, field);
		return text === '' ? [] : [(resources) => step(resources, text, traceOf(kustomization, field)?.value)];
	};
	return [
		...each('patchesStrategicMerge', (resources, _, index) => applyStrategic(resources, kustomization, index, place)),
		...each('patches', (resources, entry) => applyPatch(resources, entry, place)),
		...set('namespace', (resources, text, by) => moveTo(resources, text, config.namespace, by)),
		...set('namePrefix', (resources, text, by) => affix(resources, text, 'prefix', config.namePrefix, by)),
		...set('nameSuffix', (resources, text, by) => affix(resources, text, 'suffix', config.nameSuffix, by)),
		...each('labels', (resources, entry) => addTexts(resources, mapAt(entry, 'pairs'), labelSpecs(entry, config))),
		(resources) => addTexts(resources, mapAt(kustomization, 'commonLabels'), config.commonLabels),
		(resources) => addTexts(resources, mapAt(kustomization, 'commonAnnotations'), config.commonAnnotations),
		...each('patchesJson6902', (resources, entry) => applyJson6902(resources, entry, place)),
		...each('replicas', (resources, entry) => setReplicas(resources, entry, config.replicas, !isPartial(place.target))),
		...['images', 'imageTags'].flatMap((field) => each(field, (resources, entry) => setImage(resources, entry, config.images, place))),
		(resources) => replace(resources, kustomization, place),
	];
}

/** configureExternalTransformers: built-in transformers whose configuration is a file, or the text itself. Others are programs, which are named, not run. */
function externalSteps(kustomization: Fields, place: Place): readonly Step[] | Fault {
	const all: Step[] = [];
	for (const [index, entry] of textsAt(kustomization, 'transformers').entries()) {
		const at = traceOf(itemsAt(kustomization, 'transformers') as Value[], index)?.value;
		const source = entry.includes('\n') ? wholeFile('', entry) : loadText(place, entry);
		const configurations = isFault(source) ? source : readResources(source);
		if (isFault(configurations)) return within(`transformers: '${entry}'`, configurations, at);
		for (const { fields } of configurations) {
			const made = textAt(fields, 'apiVersion') === 'builtin' ? builtinSteps(fields, place) : undefined;
			if (made) all.push(...made);
			else if (place.target.isLenient) note(place.target, 'left-out', textAt(fields, 'kind'), at);
			else return fault(`transformers: ${textAt(fields, 'apiVersion')} ${textAt(fields, 'kind')} in '${entry}' is a plug-in, which is not run`, at);
		}
	}
	return all;
}

/** plugins/builtinhelpers TransformerFactories, as far as they are known here. */
function builtinSteps(fields: Fields, place: Place): readonly Step[] | undefined {
	const specs = itemsAt(fields, 'fieldSpecs').map(specOf);
	const at = homeOf(fields);
	const [prefix, suffix] = [textAt(fields, 'prefix'), textAt(fields, 'suffix')];
	const isPrefix = /^Prefix(?:Suffix)?Transformer$/.test(textAt(fields, 'kind'));
	const isSuffix = /^(?:PrefixSuffix|Suffix)Transformer$/.test(textAt(fields, 'kind'));
	if (isPrefix || isSuffix) {
		return [
			...(isPrefix && prefix ? [(resources: Resource[]) => affix(resources, prefix, 'prefix', specs, at)] : []),
			...(isSuffix && suffix ? [(resources: Resource[]) => affix(resources, suffix, 'suffix', specs, at)] : []),
		];
	}
	switch (textAt(fields, 'kind')) {
		case 'PatchTransformer':
			return [(resources) => applyPatch(resources, fields, place)];
		case 'LabelTransformer':
			return [(resources) => addTexts(resources, mapAt(fields, 'labels'), specs)];
		case 'AnnotationsTransformer':
			return [(resources) => addTexts(resources, mapAt(fields, 'annotations'), specs)];
		case 'ReplacementTransformer':
			return [(resources) => replace(resources, fields, place)];
		case 'NamespaceTransformer':
			return [(resources) => moveTo(resources, textAt(fields, 'metadata', 'namespace'), specs, traceOf(mapAt(fields, 'metadata'), 'namespace')?.value)];
		case 'ImageTagTransformer':
			return [(resources) => setImage(resources, get(fields, 'imageTag') ?? null, specs, place)];
		case 'ReplicaCountTransformer':
			return [(resources) => setReplicas(resources, get(fields, 'replica') ?? null, specs, !isPartial(place.target))];
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
function replace(resources: readonly Resource[], of: Fields, place: Place): Fault | undefined {
	const all: Value[] = [];
	for (const entry of itemsAt(of, 'replacements')) {
		const path = textAt(entry, 'path');
		const at = isFields(entry) ? homeOf(entry) : undefined;
		if (path !== '' && (get(entry, 'source') !== undefined || get(entry, 'targets') !== undefined))
			return fault('cannot specify both path and inline replacement', at);
		const text = path === '' ? undefined : loadText(place, path);
		if (text === undefined) all.push(entry);
		else {
			const values = isFault(text) ? text : readValues(text, place.target.parsed);
			if (isFault(values)) return fault(values.error, values.at ?? at);
			all.push(...values.flat());
		}
	}
	return replaceAll(resources, all, !isPartial(place.target));
}
