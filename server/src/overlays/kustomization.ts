import { entryOf, itemsOf, type Node, type ScalarNode, textOf } from '../yaml/node';
import { parse, split } from '../yaml/parse';
import { resolve } from '../yaml/scalar';
import { inItsCase } from './in-its-case';

/** sigs.k8s.io/kustomize/api/konfig: what the file is called. */
export const KUSTOMIZATION_NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export const isKustomization = (path: string): boolean => KUSTOMIZATION_NAMES.includes(path.slice(path.lastIndexOf('/') + 1));

/** What a kustomization.yaml says of other files and of what it builds; paths are resolved, and may name what is not there. */
export interface Kustomization {
	readonly folder: string;
	/** Its own path. */
	readonly file: string;
	/** It changes what others build, and builds nothing alone. */
	readonly isComponent: boolean;
	/** Files and folders that it builds on, components apart. */
	readonly resources: readonly string[];
	readonly components: readonly string[];
	/** Files that it lists as patches, those among them that comments keep for later. */
	readonly patches: readonly string[];
	/** Files and folders that say how it builds: plug-ins, tables, schemas. */
	readonly plugins: readonly string[];
	readonly changes: Changes;
}

/** What a kustomization writes into its resources, whatever they say themselves. */
export interface Changes {
	readonly labels: readonly Labels[];
	readonly setsNamespace: boolean;
	readonly setsNames: boolean;
	/** Images that get another name, tag or digest, by the name that they have. */
	readonly images: readonly string[];
	/** Objects whose replicas it sets, by name. */
	readonly replicas: readonly string[];
	/** Names that it fills in where `$(NAME)` stands. */
	readonly vars: readonly string[];
	/** What it merges into its resources. */
	readonly patches: readonly PatchOf[];
	/** It puts values of fields in place of others. */
	readonly replaces: boolean;
}

/** Whether somebody may speak of parts of what is built by their names. */
export const speaksOfParts = (changes: Changes | undefined): boolean => changes !== undefined && (changes.replaces || changes.patches.length > 0);

/** A patch as a kustomization lists it: the path of its file, or its text. */
export interface PatchOf {
	readonly path?: string;
	readonly text?: string;
	/** The objects that it is for, whatever it says itself. */
	readonly target?: Target;
}

/** What is not said may be anything (types/selector.go). */
export interface Target {
	readonly kind?: string;
	readonly name?: string;
}

export interface Labels {
	readonly pairs: Readonly<Record<string, string>>;
	readonly inSelectors: boolean;
	/** Also in pod templates; selectors never go without them. */
	readonly inTemplates: boolean;
}

const PLUGINS = ['generators', 'transformers', 'validators', 'configurations', 'crds'];

/** Reads the kustomization at a path (types/kustomization.go). What is not as it should be counts as not there. */
export function readKustomization(path: string, text: string): Kustomization {
	const root = inItsCase(parse(text).root, 'Kustomization');
	const folder = folderOf(path);
	const files = (texts: readonly string[]): readonly string[] => texts.filter(isPath).map((one) => resolved(folder, one));
	const patches = patchesOf(root, folder);
	return {
		folder,
		file: path,
		isComponent: textOf(root, 'kind') === 'Component',
		resources: files([...textsOf(root, 'resources'), ...textsOf(root, 'bases')]),
		components: files(textsOf(root, 'components')),
		patches: [...patches.flatMap(({ path }) => path ?? []), ...files(commentedPatches(text))],
		plugins: files([...PLUGINS.flatMap((field) => textsOf(root, field)), textOf(entryOf(root, 'openapi')?.value, 'path') ?? '']),
		changes: {
			labels: labelsOf(root),
			setsNamespace: textOf(root, 'namespace') !== undefined,
			setsNames: ['namePrefix', 'nameSuffix'].some((field) => textOf(root, field)),
			images: itemsOf(root, 'images').flatMap((image) => textOf(image, 'name') ?? []),
			replicas: itemsOf(root, 'replicas').flatMap((replica) => textOf(replica, 'name') ?? []),
			vars: itemsOf(root, 'vars').flatMap((one) => textOf(one, 'name') ?? []),
			patches,
			replaces: itemsOf(root, 'replacements').length > 0,
		},
	};
}

/**
 * A kustomization with the patches that its plug-ins in files name; their paths count from its folder, not from that of the plug-in (configureExternalTransformers).
 * `textOf` has the text of a file at a path, where it is known.
 */
export function withPluginFiles(one: Kustomization, textOf: (path: string) => string | undefined): Kustomization {
	const inFolder = (path: string): readonly string[] | undefined => {
		const file = KUSTOMIZATION_NAMES.map((name) => `${path}/${name}`).find((name) => textOf(name) !== undefined);
		return file === undefined ? undefined : readKustomization(file, textOf(file) ?? '').resources;
	};
	const files = one.plugins.flatMap((path) => inFolder(path) ?? [path]);
	const patches = files.flatMap((path) => {
		const text = textOf(path);
		return text?.includes('builtin') ? split(text).flatMap((part) => patchesOfPlugin(parse(part.text).root, one.folder)) : [];
	});
	if (patches.length === 0) return one;
	return {
		...one,
		patches: [...one.patches, ...patches.flatMap(({ path }) => path ?? [])],
		changes: { ...one.changes, patches: [...one.changes.patches, ...patches] },
	};
}

function patchesOf(root: Node | undefined, folder: string): readonly PatchOf[] {
	const ofText = (text: string): PatchOf => patchOf(text, folder);
	// A list of files is how patches were written at first (types/fix.go).
	const bare = ['patches', 'patchesStrategicMerge'].flatMap((field) => itemsOf(root, field).flatMap((item) => (item.kind === 'scalar' ? item.text : [])));
	const listed = ['patches', 'patchesJson6902']
		.flatMap((field) => itemsOf(root, field))
		.flatMap((patch): PatchOf | readonly PatchOf[] => {
			const [path, text] = [textOf(patch, 'path'), textOf(patch, 'patch')];
			const target = targetIn(patch);
			if (path !== undefined && isPath(path)) return { path: resolved(folder, path), ...target };
			return text === undefined ? [] : { text, ...target };
		});
	const plugins = inlinePlugins(root).flatMap(({ node }) => split(node.text).map(({ text }) => parse(text).root));
	return [...bare.map(ofText), ...listed, ...plugins.flatMap((plugin) => patchesOfPlugin(plugin, folder))];
}

const patchOf = (text: string, folder: string): PatchOf => (isPath(text) ? { path: resolved(folder, text) } : { text });

/** What a plug-in patches with: PatchTransformer, PatchStrategicMergeTransformer, PatchJson6902Transformer. */
function patchesOfPlugin(root: Node | undefined, folder: string): readonly PatchOf[] {
	if (!root || !isPlugin(root) || !textOf(root, 'kind')?.startsWith('Patch')) return [];
	const own = ['path', 'patch', 'patches', 'jsonOp'].flatMap((field) => textOf(root, field) ?? []);
	return [...own, ...textsOf(root, 'paths')].map((text) => ({ ...patchOf(text, folder), ...targetIn(root) }));
}

/** What a kustomization says a patch is for. */
function targetIn(patch: Node): Pick<PatchOf, 'target'> {
	const to = entryOf(patch, 'target')?.value;
	return to ? { target: targetOf(to) } : {};
}

/** The objects that a selector of a kustomization means. */
export function targetOf(node: Node | undefined): Target {
	const [kind, name] = [textOf(node, 'kind'), textOf(node, 'name')];
	return { ...(kind ? { kind } : {}), ...(name ? { name } : {}) };
}

/** `#- patch.yaml` below `patches:` or `#patchesStrategicMerge:`: a patch for later. */
function commentedPatches(text: string): readonly string[] {
	const found: string[] = [];
	let isWithin = false;
	for (const line of text.split('\n')) {
		const field = /^(?:#[ \t]?)?([A-Za-z]\w*):[ \t]*(?:\[\])?\s*$/.exec(line)?.[1] ?? /^([A-Za-z]\w*):/.exec(line)?.[1];
		if (field !== undefined) isWithin = field === 'patches' || field === 'patchesStrategicMerge';
		const path = isWithin && /^[ \t]*#[# \t]*(?:-|path:|-[ \t]+path:)[ \t]+["']?([^\s"'#:]+\.ya?ml)\b/.exec(line)?.[1];
		if (path) found.push(path);
	}
	return found;
}

/** Whether an object is a kustomization, or a component, by its head; one that says nothing is one by the name of its file. */
export function isKustomizationHead(root: Node | undefined): boolean {
	return /^(?:Kustomization|Component)$/.test(textOf(root, 'kind') ?? '') && (textOf(root, 'apiVersion') ?? '').startsWith('kustomize.config.k8s.io/');
}

/** Whether an object is one of kustomize's own plug-ins, as a file of its own. */
const isPlugin = (root: Node | undefined): boolean => textOf(root, 'apiVersion') === 'builtin';

/** Whether patches may be written out in an object. */
export const holdsPatches = (root: Node | undefined): boolean => isKustomizationHead(root) || isPlugin(root);

/** YAML that a kustomization or one of its plug-ins holds as a text: a patch, or a plug-in. */
export interface InlineText extends Pick<PatchOf, 'target'> {
	readonly node: ScalarNode;
	readonly isPlugin?: true;
}

/** Patches that are written out in an object, in no order. */
export function inlinePatches(written: Node | undefined): readonly InlineText[] {
	const root = inItsCase(written, 'Kustomization');
	const own = isPlugin(root) ? [...['patch', 'patches', 'jsonOp'].flatMap((field) => entryOf(root, field)?.value ?? []), ...itemsOf(root, 'paths')] : [];
	const listed = ['patches', 'patchesJson6902'].flatMap((field) => itemsOf(root, field));
	return [
		...scalarsOf(own).map((node) => ({ node, ...(root && targetIn(root)) })),
		...listed.flatMap((patch) => scalarsOf([entryOf(patch, 'patch')?.value]).map((node) => ({ node, ...targetIn(patch) }))),
		...scalarsOf(itemsOf(root, 'patchesStrategicMerge')).map((node) => ({ node })),
	];
}

/** Plug-ins that are written out in a kustomization. */
export const inlinePlugins = (root: Node | undefined): readonly InlineText[] =>
	['transformers', 'generators', 'validators']
		.flatMap((field) => scalarsOf(itemsOf(inItsCase(root, 'Kustomization'), field)))
		.map((node) => ({ node, isPlugin: true }));

/** Those that are no paths. */
const scalarsOf = (nodes: readonly (Node | undefined)[]): readonly ScalarNode[] =>
	nodes.flatMap((node) => (node?.kind === 'scalar' && !isPath(node.text) ? node : []));

function labelsOf(root: Node | undefined): readonly Labels[] {
	const common = pairsIn(entryOf(root, 'commonLabels')?.value);
	return [
		{ pairs: common, inSelectors: true, inTemplates: true },
		...itemsOf(root, 'labels').map((one) => ({
			pairs: pairsIn(entryOf(one, 'pairs')?.value),
			inSelectors: isTrue(one, 'includeSelectors'),
			inTemplates: isTrue(one, 'includeSelectors') || isTrue(one, 'includeTemplates'),
		})),
	].filter(({ pairs }) => Object.keys(pairs).length > 0);
}

const pairsIn = (node: Node | undefined): Readonly<Record<string, string>> =>
	node?.kind === 'map' ? Object.fromEntries(node.entries.map(({ key, value }) => [key.text, value?.kind === 'scalar' ? value.text : ''])) : {};

function isTrue(node: Node, key: string): boolean {
	const value = entryOf(node, key)?.value;
	const scalar = value?.kind === 'scalar' ? resolve(value) : undefined;
	return scalar?.kind === 'boolean' && scalar.value;
}

const textsOf = (root: Node | undefined, key: string): readonly string[] =>
	itemsOf(root, key).flatMap((item) => (item.kind === 'scalar' && item.style !== 'block' ? item.text : []));

/** Neither a URL nor a patch that is written out. */
export const isPath = (text: string): boolean => text !== '' && !/[\n:?]/.test(text);

/** The folder that a path lies in. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `../base` seen from a folder. A path goes no higher than its root. */
export function resolved(folder: string, relative: string): string {
	const parts = relative.startsWith('/') ? [] : folder.split('/');
	for (const part of relative.split('/')) {
		if (part === '..') {
			if (parts.length > 1) parts.pop();
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
