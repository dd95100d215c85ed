import { specOf } from './configure';
import { addHashes, generate } from './generate';
import { generateServiceAccount } from './iam-policy';
import { type Fault, type Fields, fault, get, isFault, itemsAt, mapAt, put, textAt, within } from './object';
import { applyJson6902, applyPatch, applyStrategicPatches } from './patch';
import { isPartial, note, type Place } from './place';
import { loadReplacements } from './replace';
import { idOf, idText, type Resource } from './resource';
import { addTexts, affix, isSubjectMode, moveTo, setImage, setReplicas } from './transform';
import { addValue } from './value-add';
import { copyTraces, homeOf, traceOf } from './written';

/** What a transformer does to all objects. */
export type Step = (resources: Resource[]) => Fault | undefined;

/** Loader.LoadTransformer: what an object in a file of `transformers` or `validators` does. Undefined for a program, which is named, not run. */
export function transformerOf(plugin: Resource, place: Place): Step | Fault | undefined {
	const make = makerOf(plugin, place, TRANSFORMERS, 'transformer');
	if (make === undefined || isFault(make)) return make;
	const step = make(plugin.fields, place);
	return (resources) => {
		const wrong = step(resources);
		return wrong && failing(plugin, wrong);
	};
}

/** Loader.LoadGenerator and its Generate: what an object in a file of `generators` makes. Undefined for a program, which is named, not run. */
export function generatedBy(plugin: Resource, place: Place): Resource | Fault | undefined {
	const make = makerOf(plugin, place, GENERATORS, 'generator');
	if (make === undefined || isFault(make)) return make;
	const made = make(plugin.fields, place);
	return isFault(made) ? failing(plugin, made) : made;
}

/** Loader.makeBuiltinPlugin: what a table has for the kind of a plug-in. */
function makerOf<Make>(plugin: Resource, place: Place, table: Readonly<Record<string, Make>>, role: 'transformer' | 'generator'): Make | Fault | undefined {
	const kind = builtinKind(plugin, place);
	if (kind === undefined || isFault(kind)) return kind;
	if (Object.hasOwn(table, kind)) return table[kind];
	const isOther = Object.hasOwn(TRANSFORMERS, kind) || Object.hasOwn(GENERATORS, kind);
	return fault(isOther ? `plugin ${idText(idOf(plugin))} not a ${role}` : `unable to load builtin ${kind}.builtin.[noGrp]`, homeOf(plugin.fields));
}

/** Loader.loadAndConfigurePlugin, with the default restriction to what is built in. */
function builtinKind(plugin: Resource, { target }: Place): string | Fault | undefined {
	const { group, version, kind } = idOf(plugin);
	const at = homeOf(plugin.fields);
	const isBuiltin = group === '' && version === 'builtin';
	if (isBuiltin && kind !== 'HelmChartInflationGenerator') return kind;
	if (target.isLenient) return note(target, 'left-out', kind, at);
	return fault(isBuiltin ? 'Helm charts are not rendered' : `external plugins disabled; unable to load external plugin '${kind}'`, at);
}

const failing = (plugin: Resource, wrong: Fault): Fault => within(`plugin ${idText(idOf(plugin))}`, wrong, homeOf(plugin.fields));

/** plugins/builtinhelpers TransformerFactories. SortOrderTransformer is none of them: order is a matter of the outermost kustomization. */
const TRANSFORMERS: Readonly<Record<string, (fields: Fields, place: Place) => Step>> = {
	AnnotationsTransformer: (fields) => (resources) => addTexts(resources, mapAt(fields, 'annotations'), specsIn(fields)),
	HashTransformer: () => addHashes,
	ImageTagTransformer: (fields, place) => (resources) => setImage(resources, get(fields, 'imageTag') ?? null, specsIn(fields), place),
	LabelTransformer: (fields) => (resources) => addTexts(resources, mapAt(fields, 'labels'), specsIn(fields)),
	NamespaceTransformer: (fields) => (resources) => inNamespace(resources, fields),
	PatchJson6902Transformer: (fields, place) => (resources) => applyJson6902(resources, fields, 'jsonOp', place),
	PatchStrategicMergeTransformer: (fields, place) => (resources) => applyStrategicPatches(resources, fields, place),
	PatchTransformer: (fields, place) => (resources) => applyPatch(resources, fields, place),
	PrefixSuffixTransformer: (fields) => (resources) => affixed(resources, fields, ['prefix', 'suffix']),
	PrefixTransformer: (fields) => (resources) => affixed(resources, fields, ['prefix']),
	SuffixTransformer: (fields) => (resources) => affixed(resources, fields, ['suffix']),
	ReplacementTransformer: (fields, place) => (resources) => loadReplacements(resources, fields, place),
	ReplicaCountTransformer: (fields, place) => (resources) => setReplicas(resources, get(fields, 'replica') ?? null, specsIn(fields), !isPartial(place.target)),
	ValueAddTransformer: (fields, place) => (resources) => addValue(resources, fields, place),
};

/** plugins/builtinhelpers GeneratorFactories */
const GENERATORS: Readonly<Record<string, (fields: Fields, place: Place) => Resource | Fault>> = {
	ConfigMapGenerator: (fields, place) => generate('ConfigMap', namedByMetadata(fields), undefined, place),
	SecretGenerator: (fields, place) => generate('Secret', namedByMetadata(fields), undefined, place),
	IAMPolicyGenerator: (fields) => generateServiceAccount(fields),
};

const specsIn = (fields: Fields) => itemsAt(fields, 'fieldSpecs').map(specOf);

/** ConfigMapGeneratorPlugin.Config: what is generated is called as the generator, where that says nothing else. */
function namedByMetadata(fields: Fields): Fields {
	const entry: Fields = { ...fields };
	copyTraces(fields, entry);
	for (const key of ['name', 'namespace']) {
		const given = textAt(fields, 'metadata', key);
		if (textAt(fields, key) === '' && given !== '') put(entry, key, given);
	}
	return entry;
}

function affixed(resources: Resource[], fields: Fields, where: readonly ('prefix' | 'suffix')[]): Fault | undefined {
	if (!Array.isArray(get(fields, 'fieldSpecs'))) return fault('fieldSpecs is not expected to be nil');
	for (const one of where) {
		const text = textAt(fields, one);
		const wrong = text === '' ? undefined : affix(resources, text, one, specsIn(fields), traceOf(fields, one)?.value);
		if (wrong) return wrong;
	}
	return undefined;
}

/** NamespaceTransformerPlugin */
function inNamespace(resources: Resource[], fields: Fields): Fault | undefined {
	const mode = textAt(fields, 'setRoleBindingSubjects') || 'defaultOnly';
	const namespace = textAt(fields, 'metadata', 'namespace');
	if (!isSubjectMode(mode)) return fault(`invalid value "${mode}" for setRoleBindingSubjects: must be one of "defaultOnly", "none" or "allServiceAccounts"`);
	if (namespace === '') return undefined;
	const by = traceOf(mapAt(fields, 'metadata'), 'namespace')?.value;
	return moveTo(resources, { namespace, specs: specsIn(fields), by, isUnsetOnly: get(fields, 'unsetOnly') === true, subjects: mode });
}
