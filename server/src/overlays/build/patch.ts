import { mergePatch } from './merge';
import { copy, type Fault, fault, get, isFault, isFields, put, textAt, type Value } from './object';
import { applyOperations, readResources, readValues } from './read';
import { idOf, idText, originalId, type Resource, remember, setName, setNamespace, theOne } from './resource';
import { select } from './select';

/** A text of the kustomization or of a file that it names. */
export type LoadText = (path: string) => string | Fault;

/** PatchTransformer, for an entry of `patches`: objects to merge, or operations in JSON, on what a target selects. */
export function applyPatch(resources: Resource[], entry: Value, load: LoadText): Fault | undefined {
	const [path, inline] = [textAt(entry, 'path'), textAt(entry, 'patch').trim()];
	if ((path === '') === (inline === '')) return fault(path === '' ? 'must specify one of patch and path' : "patch and path can't be set at the same time");
	const text = path === '' ? inline : load(path);
	if (isFault(text)) return fault(`failed to get the patch file from path(${path}): ${text.error}`);
	const values = readValues(text);
	const source = path === '' ? `[patch: ${JSON.stringify(inline)}]` : `[path: "${path}"]`;
	const target = get(entry, 'target');
	if (!isFault(values) && Array.isArray(values[0])) return operate(resources, values[0], target, source);
	const patches = readResources(text);
	if (isFault(patches)) return fault(`unable to parse SM or JSON patch from ${source}: ${patches.error}`);
	const options = get(entry, 'options');
	const allows = { name: get(options, 'allowNameChange') === true, kind: get(options, 'allowKindChange') === true };
	if (!isFields(target)) return mergeAll(resources, patches, allows);
	const [patch, ...others] = patches;
	if (others.length > 0 || !patch)
		return fault(`Multiple Strategic-Merge Patches in one \`patches\` entry is not allowed to set \`patches.target\` field: ${source}`);
	const selected = select(resources, target);
	if (isFault(selected)) return fault(`unable to find patch target: ${selected.error}`);
	for (const resource of selected) {
		const own = copy(patch.fields);
		put(own, 'apiVersion', get(resource.fields, 'apiVersion') ?? '');
		const wrong = merge(resource, own, allows);
		if (wrong) return wrong;
	}
	return undefined;
}

/** PatchStrategicMergeTransformer, for an entry of `patchesStrategicMerge`: a file or the text itself. */
export function applyStrategic(resources: Resource[], entry: string, load: LoadText): Fault | undefined {
	const loaded = load(entry);
	const patches = readResources(isFault(loaded) ? entry : loaded);
	if (isFault(patches)) return fault(`failed to load patch ${JSON.stringify(entry.slice(0, 200))}: ${isFault(loaded) ? loaded.error : patches.error}`);
	return mergeAll(resources, patches, { name: false, kind: false });
}

interface Allows {
	readonly name: boolean;
	readonly kind: boolean;
}

function mergeAll(resources: readonly Resource[], patches: readonly Resource[], allows: Allows): Fault | undefined {
	for (const patch of patches) {
		const target = theOne(resources, originalId(patch));
		if (isFault(target)) return fault(`no resource matches strategic merge patch "${idText(originalId(patch))}": ${target.error}`);
		const wrong = merge(target, copy(patch.fields), allows);
		if (wrong) return wrong;
	}
	return undefined;
}

/** Resource.ApplySmPatch */
function merge(resource: Resource, patch: Resource['fields'], allows: Allows): Fault | undefined {
	const { kind, name, namespace } = idOf(resource);
	if (allows.name || allows.kind) remember(resource);
	const patchKind = get(patch, 'kind') ?? '';
	// What is merged by which key is a matter of the object's kind.
	put(patch, 'kind', kind);
	const merged = mergePatch(resource.fields, patch);
	if (isFault(merged)) return merged;
	resource.fields = merged ?? {};
	if (Object.keys(resource.fields).length === 0) return undefined;
	put(resource.fields, 'kind', allows.kind ? patchKind : kind);
	if (!allows.name) setName(resource, name);
	setNamespace(resource, namespace);
	return undefined;
}

/** PatchJson6902Transformer, for an entry of `patchesJson6902`. */
export function applyJson6902(resources: Resource[], entry: Value, load: LoadText): Fault | undefined {
	const [path, inline] = [textAt(entry, 'path'), textAt(entry, 'patch')];
	const text = path === '' ? inline : load(path);
	if (isFault(text)) return text;
	const values = readValues(text);
	if (isFault(values)) return values;
	const [operations = null] = values;
	return Array.isArray(operations)
		? operate(resources, operations, get(entry, 'target'), path)
		: fault(`a JSON patch is a list of operations: ${path || inline}`);
}

function operate(resources: readonly Resource[], operations: Value[], target: Value | undefined, source: string): Fault | undefined {
	if (!isFields(target)) return fault(`must specify a target for JSON patch ${source}`);
	const selected = select(resources, target);
	if (isFault(selected)) return selected;
	for (const resource of selected) {
		remember(resource);
		const patched = applyOperations(resource.fields, operations);
		if (isFault(patched)) return patched;
		resource.fields = patched;
	}
	return undefined;
}
