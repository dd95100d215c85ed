/** What a field of a kustomization takes. `paths` and `path` are texts that name files or folders. */
export type FieldType =
	| { readonly kind: 'boolean' | 'texts' | 'any' | 'path' }
	/** `go` is what Go calls a type that has a name of its own. */
	| { readonly kind: 'text' | 'integer'; readonly go?: string }
	/** A list of files or folders that are there: `folders` of kustomizations alone, of manifests or either. */
	| { readonly kind: 'paths'; readonly of: 'files' | 'folders' | 'either' }
	/** `go`: as above, of a list of structs. */
	| { readonly kind: 'struct' | 'structs'; readonly struct: string; readonly go?: string };

export const TEXT: FieldType = { kind: 'text' };
export const TEXTS: FieldType = { kind: 'texts' };
export const BOOLEAN: FieldType = { kind: 'boolean' };
const PATH: FieldType = { kind: 'path' };
export const ANY: FieldType = { kind: 'any' };
/** map[string]string */
export const PAIRS: FieldType = { kind: 'struct', struct: 'Pairs' };
const one = (struct: string): FieldType => ({ kind: 'struct', struct });
/** A list of structs. */
export const many = (struct: string): FieldType => ({ kind: 'structs', struct });
/** Go lists some by pointer. */
const pointers = (struct: string): FieldType => ({ kind: 'structs', struct, go: `[]*types.${struct}` });
const paths = (of: 'files' | 'folders' | 'either'): FieldType => ({ kind: 'paths', of });

const ID = { group: TEXT, version: TEXT, kind: TEXT, name: TEXT, namespace: TEXT };
const SELECTOR = { ...ID, labelSelector: TEXT, annotationSelector: TEXT };
const OPTIONS = { labels: PAIRS, annotations: PAIRS, disableNameSuffixHash: BOOLEAN, immutable: BOOLEAN };
const GENERATOR = {
	name: TEXT,
	namespace: TEXT,
	behavior: TEXT,
	literals: TEXTS,
	files: TEXTS,
	envs: paths('files'),
	env: PATH,
	options: one('GeneratorOptions'),
};
const REPLACEMENT = { source: one('SourceSelector'), sourceValue: TEXT, targets: pointers('TargetSelector') };
const FIELD_SPECS: FieldType = { kind: 'structs', struct: 'FieldSpec', go: 'types.FsSlice' };
const PATCH = { path: PATH, patch: TEXT, target: one('Selector'), options: one('PatchArgs') };

/** Structs by their names, and what is in each. */
export type Structs = Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

/** The structs of sigs.k8s.io/kustomize/api/types, by their names; the order of a kustomization's fields is that in which people write them. */
export const KUSTOMIZE_STRUCTS: Structs = {
	Kustomization: {
		apiVersion: TEXT,
		kind: TEXT,
		metadata: one('ObjectMeta'),
		namespace: TEXT,
		resources: paths('either'),
		components: paths('folders'),
		patches: many('Patch'),
		images: many('Image'),
		replicas: many('Replica'),
		configMapGenerator: many('ConfigMapArgs'),
		secretGenerator: many('SecretArgs'),
		generatorOptions: one('GeneratorOptions'),
		labels: many('Label'),
		commonAnnotations: PAIRS,
		namePrefix: TEXT,
		nameSuffix: TEXT,
		replacements: many('Replacement'),
		configurations: paths('files'),
		transformers: TEXTS,
		generators: TEXTS,
		validators: TEXTS,
		crds: paths('files'),
		openapi: one('OpenAPI'),
		sortOptions: one('SortOptions'),
		buildMetadata: TEXTS,
		helmCharts: many('HelmChart'),
		helmGlobals: one('HelmGlobals'),
		commonLabels: PAIRS,
		patchesStrategicMerge: TEXTS,
		patchesJson6902: many('Patch'),
		vars: many('Var'),
		bases: paths('folders'),
		imageTags: many('Image'),
		helmChartInflationGenerator: many('Any'),
	},
	ObjectMeta: { name: TEXT, namespace: TEXT, labels: PAIRS, annotations: PAIRS },
	Patch: PATCH,
	PatchArgs: { allowNameChange: BOOLEAN, allowKindChange: BOOLEAN },
	Selector: SELECTOR,
	Image: { name: TEXT, newName: TEXT, newTag: TEXT, digest: TEXT, tagSuffix: TEXT },
	Replica: { name: TEXT, count: { kind: 'integer' } },
	ConfigMapArgs: GENERATOR,
	SecretArgs: { ...GENERATOR, type: TEXT },
	GeneratorOptions: OPTIONS,
	Label: { pairs: PAIRS, includeSelectors: BOOLEAN, includeTemplates: BOOLEAN, fields: many('FieldSpec') },
	FieldSpec: { group: TEXT, version: TEXT, kind: TEXT, path: TEXT, create: BOOLEAN },
	Replacement: { ...REPLACEMENT, path: PATH },
	SourceSelector: { ...ID, fieldPath: TEXT, options: one('FieldOptions') },
	TargetSelector: { select: one('Selector'), reject: pointers('Selector'), fieldPaths: TEXTS, options: one('FieldOptions') },
	FieldOptions: { delimiter: TEXT, index: { kind: 'integer', go: 'int' }, encoding: TEXT, create: BOOLEAN },
	Var: { name: TEXT, objref: one('ObjRef'), fieldref: one('FieldRef') },
	ObjRef: { apiVersion: TEXT, ...ID },
	FieldRef: { fieldPath: TEXT },
	SortOptions: { order: { kind: 'text', go: 'types.SortOrder' }, legacySortOptions: one('LegacySortOptions') },
	LegacySortOptions: { orderFirst: TEXTS, orderLast: TEXTS },
	OpenAPI: { path: PATH },
	HelmGlobals: { chartHome: TEXT, configHome: TEXT },
	HelmChart: {
		name: TEXT,
		version: TEXT,
		repo: TEXT,
		releaseName: TEXT,
		namespace: TEXT,
		valuesFile: PATH,
		additionalValuesFiles: paths('files'),
		valuesInline: ANY,
		valuesMerge: TEXT,
		includeCRDs: BOOLEAN,
		skipHooks: BOOLEAN,
		skipTests: BOOLEAN,
		apiVersions: TEXTS,
		kubeVersion: TEXT,
		nameTemplate: TEXT,
		debug: BOOLEAN,
		devel: BOOLEAN,
	},
};

/** Those of the files that `configurations` names: TransformerConfig of api/internal/plugins/builtinconfig. */
const CONFIGURATION_STRUCTS: Structs = {
	NameBackReferences: { group: TEXT, version: TEXT, kind: TEXT, fieldSpecs: FIELD_SPECS },
	TransformerConfig: {
		namePrefix: FIELD_SPECS,
		nameSuffix: FIELD_SPECS,
		namespace: FIELD_SPECS,
		commonLabels: FIELD_SPECS,
		labels: FIELD_SPECS,
		templateLabels: FIELD_SPECS,
		commonAnnotations: FIELD_SPECS,
		nameReference: { kind: 'structs', struct: 'NameBackReferences', go: 'builtinconfig.nbrSlice' },
		varReference: FIELD_SPECS,
		images: FIELD_SPECS,
		replicas: FIELD_SPECS,
	},
};

const GVK = ['group', 'version', 'kind'];
const RES_ID = { 'ResId.Gvk': GVK, ResId: ['name', 'namespace'] };
const GENERATOR_ARGS = { GeneratorArgs: ['name', 'namespace', 'behavior', 'options'], 'GeneratorArgs.KvPairSources': ['literals', 'files', 'envs', 'env'] };

/** Which fields of a struct come of one that it embeds; encoding/json tells of them by its name. */
const EMBEDDED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	Kustomization: { TypeMeta: ['apiVersion', 'kind'] },
	Selector: RES_ID,
	SourceSelector: RES_ID,
	FieldSpec: { Gvk: GVK },
	NameBackReferences: { Gvk: GVK },
	ObjRef: { Gvk: GVK },
	ConfigMapArgs: GENERATOR_ARGS,
	SecretArgs: GENERATOR_ARGS,
	Replacement: { Replacement: Object.keys(REPLACEMENT) },
};

/** A field as encoding/json tells of it, below the structs that are embedded between. */
export function goPath(struct: string, name: string): string {
	const [embedded] = Object.entries(EMBEDDED[struct] ?? {}).find(([, names]) => names.includes(name)) ?? [];
	return embedded === undefined ? name : `${embedded}.${name}`;
}

/** What Go calls a struct that is called here as the field that holds it. */
export const goStruct = (struct: string): string => ({ ObjRef: 'Target', FieldRef: 'FieldSelector', Replacement: 'ReplacementField' })[struct] ?? struct;

/** Structs that take any key. */
const OPEN: ReadonlySet<string> = new Set(['Pairs', 'Any', 'OpenAPI']);

/** How a field is called that is written in letters of any case (foldName of encoding/json); undefined where a struct has none. */
export function fieldName(struct: string, name: string): string | undefined {
	const fields = KUSTOMIZE_STRUCTS[struct] ?? CONFIGURATION_STRUCTS[struct] ?? {};
	if (Object.hasOwn(fields, name)) return name;
	const folded = fold(name);
	return Object.keys(fields).find((key) => key.toLowerCase() === folded);
}

/** A long s is an s to it, and the sign of the kelvin a k. */
const fold = (name: string): string => name.toLowerCase().replaceAll('\u017f', 's');

/** A field of a struct; encoding/json takes names in letters of any case. Undefined where there is none, `open` where any key may stand. */
export function kustomizeField(struct: string, name: string): FieldType | 'open' | undefined {
	if (OPEN.has(struct)) return 'open';
	const own = fieldName(struct, name);
	return own === undefined ? undefined : (KUSTOMIZE_STRUCTS[struct] ?? CONFIGURATION_STRUCTS[struct])?.[own];
}
