import type { Origin } from '../../built/origin';
import { tellTransformer } from './build-metadata';
import { specOf, withSpecs } from './configure';
import { emitted } from './emit';
import type { FieldSpec } from './field-spec';
import type { Config } from './field-specs';
import { type Fault, type Fields, fault, get, isFault, itemsAt, mapAt, textAt, type Value } from './object';
import { applyJson6902, applyPatch, applyStrategic } from './patch';
import { isPartial, type Place } from './place';
import { type Step, transformerOf } from './plugins';
import { loadReplacements } from './replace';
import type { Resource } from './resource';
import { addTexts, affix, moveTo, setImage, setReplicas } from './transform';
import { homeOf, traceOf } from './written';

/** A transformer, and who asks for it: a field of the kustomization, under the name that kustomize has for it, or an object of `transformers`. */
interface Transformer<By extends string | Resource = string | Resource> {
	readonly by: By;
	readonly step: Step;
}

/** KustTarget.runTransformers: all that a kustomization changes in its resources, in the order of kustomize; `plugins` are those of `transformers`. */
export function transform(resources: Resource[], config: Config, kustomization: Fields, place: Place, plugins: readonly Resource[]): Fault | undefined {
	const external = transformersOf(plugins, place);
	if (isFault(external)) return external;
	for (const { by, step } of [...builtinTransformers(kustomization, config, place), ...external]) {
		const wrong = step(resources);
		if (wrong) return wrong;
		// multiTransformer drops what a patch has deleted.
		for (let index = resources.length - 1; index >= 0; index--) if (Object.keys(resources[index]?.fields ?? {}).length === 0) resources.splice(index, 1);
		tellTransformer(resources, place, kustomization, by);
	}
	return undefined;
}

/** KustTarget.runValidators: transformers that may change nothing; the label that may say that they were there is more than those that are built in can write. */
export function validate(resources: Resource[], place: Place, plugins: readonly Resource[]): Fault | undefined {
	const validators = transformersOf(plugins, place);
	if (isFault(validators)) return validators;
	for (const { step, by } of validators) {
		const before = resources.map(({ fields }) => emitted(fields));
		const wrong = step(resources);
		if (wrong) return wrong;
		const isSame = resources.length === before.length && resources.every(({ fields }, index) => emitted(fields) === before[index]);
		if (!isSame) return fault("validator shouldn't modify the resource map", homeOf(by.fields));
	}
	return undefined;
}

function transformersOf(plugins: readonly Resource[], place: Place): readonly Transformer<Resource>[] | Fault {
	const all: Transformer<Resource>[] = [];
	for (const by of plugins) {
		const step = transformerOf(by, place);
		if (isFault(step)) return step;
		if (step) all.push({ by, step });
	}
	return all;
}

/** configureBuiltinTransformers */
function builtinTransformers(kustomization: Fields, config: Config, place: Place): readonly Transformer[] {
	const each = (by: string, field: string, step: (resources: Resource[], entry: Value) => Fault | undefined): readonly Transformer[] =>
		itemsAt(kustomization, field).map((entry) => ({ by, step: (resources) => step(resources, entry) }));
	const set = (by: string, field: string, step: (resources: Resource[], text: string, at: Origin | undefined) => Fault | undefined): readonly Transformer[] => {
		const text = textAt(kustomization, field);
		return text === '' ? [] : [{ by, step: (resources) => step(resources, text, traceOf(kustomization, field)?.value) }];
	};
	const pairs = (by: string, field: 'commonLabels' | 'commonAnnotations', isAsked: boolean): readonly Transformer[] =>
		isAsked ? [{ by, step: (resources) => addTexts(resources, mapAt(kustomization, field), config[field]) }] : [];
	const has = (...fields: readonly string[]): boolean => fields.some((field) => Object.keys(get(kustomization, field) ?? {}).length > 0);
	const strategic = itemsAt(kustomization, 'patchesStrategicMerge');
	return [
		...(strategic.length > 0 ? [{ by: 'PatchStrategicMergeTransformer', step: (resources: Resource[]) => applyStrategic(resources, strategic, place) }] : []),
		...each('PatchTransformer', 'patches', (resources, entry) => applyPatch(resources, entry, place)),
		...set('NamespaceTransformer', 'namespace', (resources, namespace, by) => moveTo(resources, { namespace, specs: config.namespace, by })),
		...set('PrefixTransformer', 'namePrefix', (resources, text, by) => affix(resources, text, 'prefix', config.namePrefix, by)),
		...set('SuffixTransformer', 'nameSuffix', (resources, text, by) => affix(resources, text, 'suffix', config.nameSuffix, by)),
		...each('LabelTransformer', 'labels', (resources, entry) => addTexts(resources, mapAt(entry, 'pairs'), labelSpecs(entry, config))),
		...pairs('LabelTransformer', 'commonLabels', has('labels', 'commonLabels')),
		...pairs('AnnotationsTransformer', 'commonAnnotations', has('commonAnnotations')),
		...each('PatchJson6902Transformer', 'patchesJson6902', (resources, entry) => applyJson6902(resources, entry, 'patch', place)),
		...each('ReplicaCountTransformer', 'replicas', (resources, entry) => setReplicas(resources, entry, config.replicas, !isPartial(place.target))),
		...['images', 'imageTags'].flatMap((field) => each('ImageTagTransformer', field, (resources, entry) => setImage(resources, entry, config.images, place))),
		...(has('replacements') ? [{ by: 'ReplacementTransformer', step: (resources: Resource[]) => loadReplacements(resources, kustomization, place) }] : []),
	];
}

function labelSpecs(entry: Value, config: Config): readonly FieldSpec[] {
	const own = withSpecs(itemsAt(entry, 'fields').map(specOf), config.labels);
	if (get(entry, 'includeSelectors') === true) return withSpecs(own, config.commonLabels);
	const withTemplates = get(entry, 'includeTemplates') === true ? withSpecs(own, config.templateLabels) : own;
	return withSpecs(withTemplates, [{ group: '', version: '', kind: '', path: 'metadata/labels', create: true }]);
}
