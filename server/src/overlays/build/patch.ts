import type { Origin } from '../../built/origin';
import { mergePatch } from './merge';
import { copy, type Fault, type Fields, fault, fieldsAt, get, isFault, isFields, itemsAt, mapAt, put, scalarText, textAt, type Value, within } from './object';
import { isPartial, isRemote, loadText, note, type Place } from './place';
import { applyOperations, meantAs, notJson, type Parsed, readResources, readValues } from './read';
import { idOf, idText, isRemembered, originalId, type Resource, remember, setName, setNamespace, theOne, whereNamed } from './resource';
import { type Schemas, scopeOwn } from './schemas';
import { select } from './select';
import { rewrite, settle } from './settle';
import { homeOf, mark, sourceWithin, traceOf, writtenText } from './written';

/** PatchTransformer, for an entry of `patches`: objects to merge, or operations in JSON, on what a target selects. */
export function applyPatch(resources: Resource[], entry: Value, place: Place): Fault | undefined {
	const [path, inline, at] = [textAt(entry, 'path'), textAt(entry, 'patch').trim(), isFields(entry) ? homeOf(entry) : undefined];
	if ((path === '') === (inline === '')) return fault(path === '' ? 'must specify one of patch and path' : "patch and path can't be set at the same time", at);
	if (place.target.isLenient && isRemote(path)) return note(place.target, 'left-out', path, valueAt(entry, 'path'));
	const text = path === '' ? sourceWithin(entry, 'patch', inline) : loadText(place, path);
	if (isFault(text)) return within(`failed to get the patch file from path(${path})`, text, valueAt(entry, 'path'));
	// It is read twice, as a patch of either kind, but parsed once.
	const parsed: Parsed = (path === '' ? undefined : place.target.parsed) ?? new Map();
	const values = notJson(text) ?? readValues(text, parsed);
	const source = path === '' ? `[patch: ${JSON.stringify(inline)}]` : `[path: "${path}"]`;
	const target = get(entry, 'target');
	const operations = isFault(values) ? undefined : firstOf(values);
	if (Array.isArray(operations)) {
		const selected = targetsOf(resources, target, source, place, at);
		if (isFault(selected)) return selected;
		for (const resource of selected) remember(resource);
		return operate(selected, operations);
	}
	const patches = isFault(values) ? values : readResources(text, parsed, 'patch');
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
		const wrong = merge(resource, own, allows, place.target.schemas);
		if (wrong) return wrong;
	}
	return undefined;
}

/** PatchStrategicMergeTransformer, for a list of files and texts, and a text with more. */
export function applyStrategic(resources: Resource[], list: readonly Value[], place: Place, more: readonly Resource[] = []): Fault | undefined {
	const all: Resource[] = [];
	for (const [index, item] of list.entries()) {
		const entry = scalarText(item) ?? '';
		const loaded = loadText(place, entry);
		const patches = isFault(loaded)
			? readResources(sourceWithin(list as Value[], index, entry), undefined, 'patch')
			: readResources(loaded, place.target.parsed, 'patch');
		const words = `failed to load patch ${JSON.stringify(entry.slice(0, 200))}`;
		const at = traceOf(list, index)?.value;
		if (isFault(patches)) return within(words, isFault(loaded) ? loaded : patches, at);
		all.push(...patches);
	}
	all.push(...more);
	if (all.length > 0) return mergeAll(resources, all, ALLOWS_NOTHING, place);
	return fault(`patch appears to be empty; files=[${list.map((item) => scalarText(item) ?? '').join(' ')}], Patch=`, traceOf(list, 0)?.value);
}

/** PatchStrategicMergeTransformer as a file has it. */
export function applyStrategicPatches(resources: Resource[], fields: Fields, place: Place): Fault | undefined {
	const [paths, text] = [itemsAt(fields, 'paths'), textAt(fields, 'patches')];
	if (paths.length === 0 && text === '') return fault('empty file path and empty patch content');
	const patches = readResources(sourceWithin(fields, 'patches', text), undefined, 'patch');
	if (isFault(patches)) return patches;
	return applyStrategic(resources, paths, place, patches);
}

const valueAt = (holder: Value, key: string): Origin | undefined => (isFields(holder) ? traceOf(holder, key)?.value : undefined);

interface Allows {
	readonly name: boolean;
	readonly kind: boolean;
}

const ALLOWS_NOTHING: Allows = { name: false, kind: false };

function mergeAll(resources: readonly Resource[], patches: readonly Resource[], allows: Allows, { target: build }: Place): Fault | undefined {
	scopeOwn(patches, build.schemas);
	for (const patch of patches) {
		const target = theOne(resources, originalId(patch));
		const isNamed = textAt(patch.fields, 'apiVersion') !== '';
		if (isFault(target) && isNamed && isPartial(build)) {
			note(build, 'unmerged', '', whereNamed(patch));
			continue;
		}
		const at = isNamed ? whereNamed(patch) : meantAs('apiVersion', patch.fields);
		if (isFault(target)) return within(`no resource matches strategic merge patch "${idText(originalId(patch))}"`, target, at);
		const wrong = merge(target, copy(patch.fields), allows, build.schemas);
		if (wrong) return wrong;
	}
	return undefined;
}

/** Resource.ApplySmPatch */
function merge(resource: Resource, patch: Resource['fields'], allows: Allows, schemas: Schemas): Fault | undefined {
	const { kind, name, namespace } = idOf(resource);
	if (allows.name || allows.kind) remember(resource);
	const patchKind = get(patch, 'kind') ?? '';
	// What is merged by which key is a matter of the object's kind.
	put(patch, 'kind', kind);
	const at = homeOf(patch);
	asWritten(mapAt(get(patch, 'metadata'), 'annotations'));
	const merged = mergePatch(resource.fields, patch, schemas);
	if (isFault(merged)) return fault(merged.error, merged.at ?? at);
	resource.fields = merged ?? {};
	if (Object.keys(resource.fields).length === 0) return undefined;
	put(resource.fields, 'kind', allows.kind ? patchKind : kind);
	if (!allows.name) setName(resource, name);
	setNamespace(resource, namespace);
	return undefined;
}

/** Annotations are texts in the end, of what was written: `1.0` too. */
function asWritten(annotations: Fields): void {
	for (const [key, value] of Object.entries(annotations)) if (typeof value === 'number') put(annotations, key, writtenText(annotations, key) ?? String(value));
}

/** PatchJson6902Transformer, for an entry of `patchesJson6902`; `key` holds a patch that is written out. */
export function applyJson6902(resources: Resource[], entry: Value, key: 'patch' | 'jsonOp', place: Place): Fault | undefined {
	const [path, inline, at] = [textAt(entry, 'path'), textAt(entry, key), isFields(entry) ? homeOf(entry) : undefined];
	if (textAt(entry, 'target', 'name') === '') return fault('must specify the target name', at);
	if ((path === '') === (inline === '')) return fault(path === '' ? 'empty file path and empty jsonOp' : 'must specify a file path or jsonOp, not both', at);
	const text = path === '' ? sourceWithin(entry, key, inline) : loadText(place, path);
	if (isFault(text)) return fault(text.error, valueAt(entry, 'path'));
	const values = notJson(text) ?? readValues(text, path === '' ? undefined : place.target.parsed);
	if (isFault(values)) return values;
	const operations = firstOf(values);
	if (!Array.isArray(operations) || operations.length === 0)
		return fault(operations === null || Array.isArray(operations) ? `patch appears to be empty; file=${path}` : 'a JSON patch is a list of operations', at);
	const selected = targetsOf(resources, get(entry, 'target'), path, place, at);
	return isFault(selected) ? selected : operate(selected, operations);
}

/** sigs.k8s.io/yaml reads one document; comments before its `---` are none. */
const firstOf = (values: readonly Value[]): Value => values.find((value) => value !== null) ?? null;

function targetsOf(
	resources: readonly Resource[],
	target: Value | undefined,
	source: string,
	place: Place,
	at: Origin | undefined,
): readonly Resource[] | Fault {
	if (!isFields(target)) return fault(`must specify a target for JSON patch ${source}`, at);
	const selected = select(resources, target);
	if (isFault(selected)) return fault(selected.error, homeOf(target));
	if (selected.length === 0) note(place.target, 'patch', '', homeOf(target));
	return selected;
}

function operate(selected: readonly Resource[], operations: Value[]): Fault | undefined {
	for (const resource of selected) {
		// What kustomize remembers of an object stands in its annotations, which are there then.
		const metadata = fieldsAt(resource.fields, 'metadata');
		if (isRemembered(resource) && get(metadata, 'annotations') === undefined) {
			put(metadata, 'annotations', {});
			mark(metadata, 'annotations', homeOf(operations));
		}
		const patched = settle(resource.fields) ?? applyOperations(resource.fields, operations);
		if (isFault(patched)) return patched;
		rewrite(patched);
		resource.fields = patched;
	}
	return undefined;
}
