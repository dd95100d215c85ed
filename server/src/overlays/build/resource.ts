import type { Origin } from '../../built/origin';
import { isTimestamp } from '../../yaml/scalar';
import { isClusterScoped } from './cluster-scoped';
import { type Fault, type Fields, fault, fieldsAt, get, isFields, put, textAt } from './object';
import { homeOf, restyle, traceOf } from './written';

/** resid.ResId */
export interface Id {
	readonly group: string;
	readonly version: string;
	readonly kind: string;
	readonly name: string;
	readonly namespace: string;
	/** A schema of the user's own says that its kind is in no namespace. */
	readonly isClusterScoped?: boolean;
}

/** What of an id a table or a user asks for; what is empty may be anything. */
export type Gvk = Pick<Id, 'group' | 'version' | 'kind'>;

/** resource.Resource: an object, and what kustomize remembers of how it came to its name. */
export interface Resource {
	fields: Fields;
	/** The ids it had, oldest first. */
	previous: Id[];
	prefixes: string[];
	suffixes: string[];
	/** Generated objects get a hash of what they hold behind their name. */
	needsHash: boolean;
	behavior: 'unspecified' | 'create' | 'replace' | 'merge';
	/** Vars that take their value from it. */
	vars: string[];
	/** The file that it was read from, as the outermost kustomization would name it, where origins are told. */
	file?: string;
	/** As a schema of the user's own says. */
	isClusterScoped?: boolean;
	/** Its id, as it was asked for last. */
	known?: { readonly apiVersion: string; readonly id: Id };
}

export const resourceOf = (fields: Fields): Resource => ({
	fields,
	previous: [],
	prefixes: [],
	suffixes: [],
	needsHash: false,
	behavior: 'unspecified',
	vars: [],
});

/** resid.ParseGroupVersion */
export function gvkOf(apiVersion: string, kind: string): Gvk {
	const slash = apiVersion.indexOf('/');
	return slash < 0 ? { group: '', version: apiVersion, kind } : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind };
}

export function idOf(resource: Resource): Id {
	const { fields, known } = resource;
	const metadata = get(fields, 'metadata');
	const apiVersion = textAt(fields, 'apiVersion');
	const kind = textAt(fields, 'kind');
	const name = textAt(metadata, 'name');
	const namespace = textAt(metadata, 'namespace');
	// It is asked for all the time, and hardly ever another one than before.
	if (known?.apiVersion === apiVersion && known.id.kind === kind && known.id.name === name && known.id.namespace === namespace) return known.id;
	const id = { ...gvkOf(apiVersion, kind), name, namespace, ...(resource.isClusterScoped ? { isClusterScoped: true } : {}) };
	resource.known = { apiVersion, id };
	return id;
}

/** Resource.OrgId: the id that it was read with. */
export const originalId = (resource: Resource): Id => resource.previous[0] ?? idOf(resource);

export const idsOf = (resource: Resource): readonly Id[] => [...resource.previous, idOf(resource)];

/** Resource.StorePreviousId */
export function remember(resource: Resource): void {
	resource.previous.push(idOf(resource));
}

/** Whether the build has annotations of its own on an object (resource.BuildAnnotations). */
export const isRemembered = ({ previous, prefixes, suffixes, needsHash, behavior }: Resource): boolean =>
	previous.length > 0 || prefixes.length > 0 || suffixes.length > 0 || needsHash || behavior !== 'unspecified';

/** Gvk.IsSelected */
export const isSelected = (id: Gvk, by: Gvk): boolean =>
	(by.group === '' || by.group === id.group) && (by.version === '' || by.version === id.version) && (by.kind === '' || by.kind === id.kind);

/** resid.TotallyNotANamespace: where objects are that are in no namespace. */
export const NOWHERE = '_non_namespaceable_';

/** ResId.EffectiveNamespace */
export const namespaceOf = (id: Id): string => (id.isClusterScoped || isClusterScoped(id) ? NOWHERE : id.namespace || 'default');

export const sameGvkName = (a: Id, b: Id): boolean => a.name === b.name && a.kind === b.kind && a.version === b.version && a.group === b.group;

/** ResId.Equals */
export const sameId = (a: Id, b: Id): boolean => sameGvkName(a, b) && namespaceOf(a) === namespaceOf(b);

/** ResId.String */
export const idText = ({ group, version, kind, name, namespace }: Id): string =>
	`${kind || '[noKind]'}.${version || '[noVer]'}.${group || '[noGrp]'}/${name || '[noName]'}.${namespace || '[noNs]'}`;

export function setName(resource: Resource, name: string): void {
	const metadata = fieldsAt(resource.fields, 'metadata');
	put(metadata, 'name', name);
	// RNode.SetName gives it no tag: it is what its text says, where it is in no quotes.
	if (isTimestamp(name) && traceOf(metadata, 'name')?.as !== 'quoted') restyle(metadata, 'name', 'time');
}

/** RNode.SetNamespace: an empty one is taken away. */
export function setNamespace(resource: Resource, namespace: string): void {
	const metadata = fieldsAt(resource.fields, 'metadata');
	if (namespace === '') delete metadata['namespace'];
	else put(metadata, 'namespace', namespace);
}

/** Where the name of an object is typed. */
export function whereNamed({ fields }: Resource): Origin | undefined {
	const metadata = get(fields, 'metadata');
	return (isFields(metadata) ? traceOf(metadata, 'name')?.value : undefined) ?? homeOf(fields);
}

/** resWrangler.Append */
export function append(resources: Resource[], resource: Resource): Fault | undefined {
	const id = idOf(resource);
	if (resources.some((other) => sameId(idOf(other), id)))
		return fault(`may not add resource with an already registered id: ${idText(id)}`, whereNamed(resource));
	resources.push(resource);
	return undefined;
}

/** resWrangler.GetMatchingResourcesByAnyId */
export const matching = (resources: readonly Resource[], matches: (id: Id) => boolean): readonly Resource[] =>
	resources.filter((resource) => Object.keys(resource.fields).length > 0 && idsOf(resource).some(matches));

/** resWrangler.GetById */
export function theOne(resources: readonly Resource[], id: Id): Resource | Fault {
	const found = matching(resources, (other) => sameId(other, id));
	const [only] = found;
	if (only && found.length === 1) return only;
	return fault(`${found.length > 1 ? 'multiple matches' : 'no matches'} for Id ${idText(id)}; failed to find unique target for patch ${idText(id)}`);
}

/** Labels or annotations. */
export function textsOf(resource: Resource, field: 'labels' | 'annotations'): Readonly<Record<string, string>> {
	const metadata = get(resource.fields, 'metadata');
	const found = get(metadata, field);
	return Object.fromEntries(Object.keys(typeof found === 'object' && found !== null ? found : {}).map((key) => [key, textAt(found, key)]));
}
