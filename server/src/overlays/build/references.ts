import { editFields } from './field-spec';
import type { NameReference } from './field-specs';
import { at, type Fault, type Fields, fault, get, isFault, isFields, put, scalarText, textAt, type Value, within } from './object';
import { type Gvk, type Id, idOf, idText, isSelected, NOWHERE, namespaceOf, originalId, type Resource } from './resource';

/** nameReferenceTransformer: what names an object by a name that it had names it by the one it has. */
export function fixReferences(resources: readonly Resource[], references: readonly NameReference[]): Fault | undefined {
	const first = resources.map(originalId);
	// Names change, what namespace an object is in does not.
	const spaces = new Map(resources.map((one) => [one, namespaceOf(idOf(one))]));
	for (const [index, referrer] of resources.entries()) {
		const candidates = reachable(resources, referrer, spaces);
		for (const reference of references) {
			for (const spec of reference.fieldSpecs) {
				const id = first[index];
				if (!id || !isSelected(id, spec)) continue;
				const search: Search = { referrer, target: reference, path: spec.path, candidates };
				const wrong = editFields(referrer, idOf(referrer), [{ ...spec, group: '', version: '', kind: '', create: false }], (value) => renamed(search, value));
				if (wrong) return within(`updating name reference in '${spec.path}' field of '${idText(idOf(referrer))}'`, wrong);
			}
		}
	}
	return undefined;
}

interface Search {
	readonly referrer: Resource;
	readonly target: Gvk;
	readonly path: string;
	readonly candidates: readonly Resource[];
}

/** resWrangler.SubsetThatCouldBeReferencedByResource */
function reachable(resources: readonly Resource[], referrer: Resource, spaces: ReadonlyMap<Resource, string>): readonly Resource[] {
	const own = spaces.get(referrer);
	if (own === NOWHERE) return resources;
	const subjects = textAt(referrer.fields, 'kind') === 'RoleBinding' ? get(referrer.fields, 'subjects') : undefined;
	const bound = new Set(Array.isArray(subjects) ? subjects.filter((one) => get(one, 'kind') === 'ServiceAccount').map((one) => textAt(one, 'namespace')) : []);
	bound.delete('');
	return resources.filter((one) => {
		const namespace = spaces.get(one);
		return namespace === NOWHERE || namespace === own || bound.has(textAt(one.fields, 'metadata', 'namespace'));
	});
}

/** nameref.Filter.set */
function renamed(search: Search, value: Value): Value | Fault {
	if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) {
			const changed = renamed(search, item);
			if (isFault(changed)) return changed;
			value[index] = changed;
		}
		return value;
	}
	if (value === null) return value;
	if (isFields(value)) return renamedMap(search, value);
	const found = referral(search, scalarText(value) ?? '', search.candidates, (one) => nameOf(one));
	return found === undefined ? value : isFault(found) ? found : nameOf(found);
}

const nameOf = (resource: Resource): string => textAt(resource.fields, 'metadata', 'name');
const spaceOf = (resource: Resource): string => textAt(resource.fields, 'metadata', 'namespace');

/** nameref.Filter.setMapping */
function renamedMap(search: Search, fields: Fields): Value | Fault {
	const name = scalarText(get(fields, 'name'));
	if (name === undefined) return fault("path config error; no 'name' field in node");
	const namespace = scalarText(get(fields, 'namespace'));
	const found = referral(
		search,
		name,
		namespace === undefined ? search.candidates : inNamespace(search.candidates, namespace),
		(one) => `${nameOf(one)}\n${spaceOf(one)}`,
	);
	if (found === undefined || isFault(found)) return found ?? fields;
	put(fields, 'name', nameOf(found));
	if (spaceOf(found) !== '') put(fields, 'namespace', spaceOf(found));
	return fields;
}

/** filterMapCandidatesByNamespace: those that were in a namespace at first, else those that are now. */
function inNamespace(candidates: readonly Resource[], namespace: string): readonly Resource[] {
	const original = candidates.filter((one) => namespaceOf(originalId(one)) === namespace);
	return original.length > 0 ? original : candidates.filter((one) => namespaceOf(idOf(one)) === namespace);
}

/** nameref.Filter.selectReferral */
function referral(search: Search, name: string, all: readonly Resource[], identity: (one: Resource) => string): Resource | Fault | undefined {
	const { referrer, target } = search;
	const had = (matches: (id: Id) => boolean) => (one: Resource) => one.previous.some(matches);
	let candidates = all
		.filter(had((id) => id.name === name))
		.filter(had((id) => isSelected(id, target)))
		.filter(roleFilter(search))
		.filter(besides(referrer));
	if (candidates.length === 1) return candidates[0];
	candidates = candidates.filter((one) => affixesEqual(one, referrer, true));
	if (candidates.length > 1) candidates = candidates.filter((one) => affixesEqual(one, referrer, false));
	if (candidates.length <= 1 || new Set(candidates.map(identity)).size === 1) return candidates[0];
	return fault(`found multiple possible referrals: ${candidates.map((one) => idText(idOf(one))).join(', ')}`);
}

function roleFilter({ referrer, path }: Search): (one: Resource) => boolean {
	const role = get(referrer.fields, 'roleRef');
	const [group, kind] = [scalarText(at(role, 'apiGroup')), scalarText(at(role, 'kind'))];
	if (!path.endsWith('roleRef/name') || group === undefined || kind === undefined) return () => true;
	return (one) => one.previous.some((id) => isSelected(id, { group, version: '', kind }));
}

/** sameCurrentNamespaceAsReferrer */
function besides(referrer: Resource): (one: Resource) => boolean {
	const own = namespaceOf(idOf(referrer));
	if (own === NOWHERE) return () => true;
	return (one) => {
		const namespace = namespaceOf(idOf(one));
		return namespace === NOWHERE || namespace === own || textAt(one.fields, 'kind') === 'ServiceAccount';
	};
}

/** Resource.PrefixesSuffixesEquals */
function affixesEqual(one: Resource, other: Resource, allowEmpty: boolean): boolean {
	const agree = (a: readonly string[], b: readonly string[]): boolean => (allowEmpty && (a.length === 0 || b.length === 0)) || sameEnding(a, b);
	return agree(one.prefixes, other.prefixes) && agree(one.suffixes, other.suffixes);
}

/** utils.SameEndingSubSlice */
function sameEnding(a: readonly string[], b: readonly string[]): boolean {
	const [long, short] = a.length >= b.length ? [a, b] : [b, a];
	return (short.length > 0 || long.length === 0) && short.every((text, index) => text === long[long.length - short.length + index]);
}
