import type { Origin } from '../../built/origin';
import { mergePatch } from './merge';
import { copy, type Fault, type Fields, fault, get, isFault, isFields, itemsAt, put, scalarText, textAt, type Value, within } from './object';
import { isPartial, isRemote, loadText, note, type Place } from './place';
import { applyOperations, meantAs, readResources, readValues } from './read';
import { idOf, idText, originalId, type Resource, remember, setName, setNamespace, theOne, whereNamed } from './resource';
import { select } from './select';
import { homeOf, type Source, textWithin, traceOf, wholeFile } from './written';

/** PatchTransformer, for an entry of `patches`: objects to merge, or operations in JSON, on what a target selects. */
export function applyPatch(resources: Resource[], entry: Value, place: Place): Fault | undefined {
	const [path, inline, at] = [textAt(entry, 'path'), textAt(entry, 'patch').trim(), isFields(entry) ? homeOf(entry) : undefined];
	if ((path === '') === (inline === '')) return fault(path === '' ? 'must specify one of patch and path' : "patch and path can't be set at the same time", at);
	if (place.target.isLenient && isRemote(path)) return note(place.target, 'left-out', path, valueAt(entry, 'path'));
	const text = path === '' ? sourceWithin(entry, 'patch', inline) : loadText(place, path);
	if (isFault(text)) return within(`failed to get the patch file from path(${path})`, text, valueAt(entry, 'path'));
	const parsed = path === '' ? undefined : place.target.parsed;
	const values = readValues(text, parsed);
	const source = path === '' ? `[patch: ${JSON.stringify(inline)}]` : `[path: "${path}"]`;
	const target = get(entry, 'target');
	if (!isFault(values) && Array.isArray(values[0])) return operate(resources, values[0], target, source, place, at);
	const patches = readResources(text, parsed);
	if (isFault(patches)) return within(`unable to parse SM or JSON patch from ${source}`, patches, at);
	const options = get(entry, 'options');
	const allows = { name: get(options, 'allowNameChange') === true, kind: get(options, 'allowKindChange') === true };
	if (!isFields(target)) return mergeAll(resources, patches, allows, place);
	const [patch, ...others] = patches;
	if (others.length > 0 || !patch)
		return fault(`Multiple Strategic-Merge Patches in one \`patches\` entry is not allowed to set \`patches.target\` field: ${source}`, at);
	const selected = select(resources, target);
	if (isFault(selected)) return within('unable to find patch target', selected, valueAt(entry, 'target'));
	if (selected.length === 0) note(place.target, 'patch', '', valueAt(entry, 'target'));
	if (selected.length === 0) note(place.target, 'unmerged', '', whereNamed(patch));
	for (const resource of selected) {
		const own = copy(patch.fields);
		put(own, 'apiVersion', get(resource.fields, 'apiVersion') ?? '');
		const wrong = merge(resource, own, allows);
		if (wrong) return wrong;
	}
	return undefined;
}

/** PatchStrategicMergeTransformer, for an entry of `patchesStrategicMerge`: a file or the text itself. */
export function applyStrategic(resources: Resource[], kustomization: Fields, index: number, place: Place): Fault | undefined {
	const list = itemsAt(kustomization, 'patchesStrategicMerge') as Value[];
	const entry = scalarText(list[index]) ?? '';
	const loaded = loadText(place, entry);
	const patches = isFault(loaded) ? readResources(sourceWithin(list, index, entry)) : readResources(loaded, place.target.parsed);
	const words = `failed to load patch ${JSON.stringify(entry.slice(0, 200))}`;
	const at = traceOf(list, index)?.value;
	if (isFault(patches)) return within(words, isFault(loaded) ? loaded : patches, at);
	if (patches.length === 0) return fault(`patch appears to be empty; files=[${entry}], Patch=`, at);
	return mergeAll(resources, patches, { name: false, kind: false }, place);
}

/** A text that is written in the kustomization itself. */
const sourceWithin = (holder: Value, key: string | number, text: string): Source =>
	(typeof holder === 'object' && holder !== null ? textWithin(holder, key, text) : undefined) ?? wholeFile('', text);

const valueAt = (holder: Value, key: string): Origin | undefined => (isFields(holder) ? traceOf(holder, key)?.value : undefined);

interface Allows {
	readonly name: boolean;
	readonly kind: boolean;
}

function mergeAll(resources: readonly Resource[], patches: readonly Resource[], allows: Allows, { target: build }: Place): Fault | undefined {
	for (const patch of patches) {
		const target = theOne(resources, originalId(patch));
		const isNamed = textAt(patch.fields, 'apiVersion') !== '';
		if (isFault(target) && isNamed && isPartial(build)) {
			note(build, 'unmerged', '', whereNamed(patch));
			continue;
		}
		const at = isNamed ? whereNamed(patch) : meantAs('apiVersion', patch.fields);
		if (isFault(target)) return within(`no resource matches strategic merge patch "${idText(originalId(patch))}"`, target, at);
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
	const at = homeOf(patch);
	const merged = mergePatch(resource.fields, patch);
	if (isFault(merged)) return fault(merged.error, merged.at ?? at);
	resource.fields = merged ?? {};
	if (Object.keys(resource.fields).length === 0) return undefined;
	put(resource.fields, 'kind', allows.kind ? patchKind : kind);
	if (!allows.name) setName(resource, name);
	setNamespace(resource, namespace);
	return undefined;
}

/** PatchJson6902Transformer, for an entry of `patchesJson6902`. */
export function applyJson6902(resources: Resource[], entry: Value, place: Place): Fault | undefined {
	const [path, inline, at] = [textAt(entry, 'path'), textAt(entry, 'patch'), isFields(entry) ? homeOf(entry) : undefined];
	const text = path === '' ? sourceWithin(entry, 'patch', inline) : loadText(place, path);
	if (isFault(text)) return fault(text.error, valueAt(entry, 'path'));
	const values = readValues(text, path === '' ? undefined : place.target.parsed);
	if (isFault(values)) return values;
	const [operations = null] = values;
	return Array.isArray(operations)
		? operate(resources, operations, get(entry, 'target'), path, place, at)
		: fault(`a JSON patch is a list of operations: ${path || inline}`, at);
}

function operate(
	resources: readonly Resource[],
	operations: Value[],
	target: Value | undefined,
	source: string,
	place: Place,
	at: Origin | undefined,
): Fault | undefined {
	if (!isFields(target)) return fault(`must specify a target for JSON patch ${source}`, at);
	const selected = select(resources, target);
	if (isFault(selected)) return fault(selected.error, homeOf(target));
	if (selected.length === 0) note(place.target, 'patch', '', homeOf(target));
	for (const resource of selected) {
		remember(resource);
		const patched = applyOperations(resource.fields, operations);
		if (isFault(patched)) return patched;
		resource.fields = patched;
	}
	return undefined;
}
