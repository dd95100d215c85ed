import type { Origin } from '../../built/origin';
import { type Edit, editFields, type FieldSpec } from './field-spec';
import {
	type Fault,
	type Fields,
	fault,
	fieldsAt,
	get,
	isFault,
	isFields,
	itemsAt,
	oddKey,
	put,
	scalarText,
	textAt,
	type Value,
	within,
	wrongKind,
} from './object';
import { note, type Place } from './place';
import { isOddKey } from './read';
import { type Gvk, idOf, idsOf, idText, isSelected, NOWHERE, namespaceOf, originalId, type Resource, remember, sameId, setNamespace } from './resource';
import { pattern } from './select';
import { homeOf, mark, setTrace, traceOf } from './written';

/** PrefixTransformer and SuffixTransformer */
export function affix(
	resources: readonly Resource[],
	text: string,
	where: 'prefix' | 'suffix',
	specs: readonly FieldSpec[],
	by: Origin | undefined,
): Fault | undefined {
	for (const resource of resources) {
		const id = originalId(resource);
		if (SKIPPED.some((kind) => isSelected(id, kind))) continue;
		for (const spec of specs.filter((one) => isSelected(id, one))) {
			if (spec.path === 'metadata/name') {
				(where === 'prefix' ? resource.prefixes : resource.suffixes).push(text);
				remember(resource);
			}
			const affixed = (former: string): Value => (where === 'prefix' ? text + former : former + text);
			const wrong = editFields(resource, idOf(resource), [spec], scalarEdit(affixed), undefined, by);
			if (wrong) return wrong;
		}
	}
	return undefined;
}

/** prefixFieldSpecsToSkip */
const SKIPPED: readonly Gvk[] = [
	{ group: '', version: '', kind: 'CustomResourceDefinition' },
	{ group: 'apiregistration.k8s.io', version: '', kind: 'APIService' },
	{ group: '', version: '', kind: 'Namespace' },
];

/** What stands at the end of a path is a scalar, or it is wrong. */
const scalarEdit =
	(edit: (former: string, value: Value) => Value): Edit =>
	(value) =>
		value === null || typeof value !== 'object' ? edit(scalarText(value) ?? '', value) : wrongKind('ScalarNode', value);

/** namespace.RoleBindingSubjectMode: which subjects of bindings are moved, too. */
const SUBJECT_MODES = ['defaultOnly', 'allServiceAccounts', 'none'] as const;
export type SubjectMode = (typeof SUBJECT_MODES)[number];
export const isSubjectMode = (text: string): text is SubjectMode => (SUBJECT_MODES as readonly string[]).includes(text);

/** Into which namespace, in which fields besides that of the object itself, and by which line. */
export interface Move {
	readonly namespace: string;
	readonly specs: readonly FieldSpec[];
	readonly by: Origin | undefined;
	/** What has a namespace keeps it. */
	readonly isUnsetOnly?: boolean;
	readonly subjects?: SubjectMode;
}

/** NamespaceTransformer */
export function moveTo(resources: readonly Resource[], move: Move): Fault | undefined {
	const ids = resources.map(idOf);
	for (const [index, resource] of resources.entries()) {
		remember(resource);
		const wrong = moveOne(resource, move);
		if (wrong) return wrong;
		const now = idOf(resource);
		ids[index] = now;
		if (ids.some((other, at) => at !== index && sameId(other, now))) return fault(`namespace transformation produces ID conflict: ${idText(now)}`, move.by);
	}
	return undefined;
}

/** api/filters/namespace */
export function moveOne(resource: Resource, { namespace, specs, by, isUnsetOnly = false, subjects = 'defaultOnly' }: Move): Fault | undefined {
	const id = idOf(resource);
	const isBinding = BINDING.test(id.kind);
	if (namespaceOf(id) !== NOWHERE && !(isUnsetOnly && id.namespace !== '')) {
		setNamespace(resource, namespace);
		mark(fieldsAt(resource.fields, 'metadata'), 'namespace', by);
	}
	if (isBinding)
		for (const subject of itemsAt(resource.fields, 'subjects')) {
			const isMoved = subjects === 'defaultOnly' ? get(subject, 'name') === 'default' : subjects !== 'none' && get(subject, 'kind') === 'ServiceAccount';
			if (!isFields(subject) || !isMoved || (isUnsetOnly && textAt(subject, 'namespace') !== '')) continue;
			put(subject, 'namespace', namespace);
			mark(subject, 'namespace', by);
		}
	const own = specs.filter(
		({ path, kind }) =>
			path !== 'metadata/namespace' &&
			(path !== 'metadata/name' || textAt(resource.fields, 'apiVersion') === 'v1') &&
			!(isBinding && path === 'subjects/namespace' && BINDING.test(kind)),
	);
	const edit = scalarEdit((former) => (isUnsetOnly && former !== '' ? former : namespace));
	const wrong = editFields(resource, id, own, edit, () => '', by);
	const words = wrong?.error.includes('wrong node kind') ? 'namespace field specs must target scalar nodes' : 'namespace transformation failed';
	return wrong && within(words, wrong);
}

const BINDING = /^(?:Cluster)?RoleBinding$/;

/** labels.Filter and annotations.Filter: pairs in maps that are made where there are none. */
export function addTexts(resources: readonly Resource[], texts: Fields, specs: readonly FieldSpec[]): Fault | undefined {
	const pairs = Object.entries(texts).map(([key, value]) => [key, scalarText(value) ?? ''] as const);
	if (pairs.length === 0) return undefined;
	for (const resource of resources) {
		const wrong = editFields(
			resource,
			idOf(resource),
			specs,
			(value) => {
				const holder = value ?? {};
				if (!isFields(holder)) return wrongKind('MappingNode', holder);
				for (const [key, text] of pairs) {
					if (!Object.hasOwn(holder, key) && isOddKey(key)) oddKey(holder, key);
					put(holder, key, text);
					setTrace(holder, key, traceOf(texts, key));
				}
				return holder;
			},
			() => ({}),
			homeOf(texts),
		);
		if (wrong) return wrong;
	}
	return undefined;
}

/** ReplicaCountTransformer. That nothing is found is wrong, where it is sure that all is there. */
export function setReplicas(resources: readonly Resource[], entry: Value, specs: readonly FieldSpec[], isSure: boolean): Fault | undefined {
	const trace = isFields(entry) ? traceOf(entry, 'count') : undefined;
	const name = textAt(entry, 'name');
	const count = get(entry, 'count') ?? 0;
	let found = false;
	for (const spec of specs) {
		for (const resource of resources.filter((one) => idsOf(one).some((id) => id.name === name && isSelected(id, spec)))) {
			found = true;
			const wrong = editFields(
				resource,
				idOf(resource),
				[spec],
				scalarEdit(() => count),
				() => 0,
				trace?.value,
			);
			if (wrong) return wrong;
		}
	}
	const kinds = specs.map(({ kind }) => kind).join(' ');
	const at = isFields(entry) ? traceOf(entry, 'name')?.value : undefined;
	return found || !isSure ? undefined : fault(`resource with name ${name} does not match a config with the following GVK [${kinds}]`, at);
}

/** ImageTagTransformer: the fields of its table, and whatever lists of containers an object holds. */
export function setImage(resources: readonly Resource[], entry: Value, specs: readonly FieldSpec[], place: Place): Fault | undefined {
	const by = isFields(entry) ? ['newTag', 'newName', 'digest', 'tagSuffix', 'name'].flatMap((key) => traceOf(entry, key)?.value ?? []) : [];
	let isUsed = false;
	const matches = pattern(`^${textAt(entry, 'name')}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`);
	if (isFault(matches)) return fault(matches.error, by.at(-1));
	const renamed = (value: Value): Value => {
		const text = scalarText(value);
		if (text === undefined || !matches.test(text)) return value;
		isUsed = true;
		return newImage(text, entry);
	};
	const edit = scalarEdit((_, value) => renamed(value));
	for (const resource of resources) {
		if (textAt(resource.fields, 'kind') === 'CustomResourceDefinition') continue;
		inContainers(resource.fields, renamed, by[0]);
		const wrong = editFields(resource, idOf(resource), specs, edit, undefined, by[0]);
		if (wrong) return wrong;
	}
	if (!isUsed) note(place.target, 'image', textAt(entry, 'name'), by.at(-1));
	return undefined;
}

/** imagetag.LegacyFilter */
function inContainers(value: Value, edit: (value: Value) => Value, by: Origin | undefined): void {
	if (Array.isArray(value)) for (const item of value) inContainers(item, edit, by);
	if (!isFields(value)) return;
	for (const [key, child] of Object.entries(value)) {
		if ((key === 'containers' || key === 'initContainers') && Array.isArray(child)) {
			for (const item of child) if (isFields(item) && get(item, 'image') !== undefined) retag(item, edit, by);
		} else inContainers(child, edit, by);
	}
}

function retag(container: Fields, edit: (value: Value) => Value, by: Origin | undefined): void {
	const former = get(container, 'image') ?? null;
	const image = edit(former);
	if (image !== former) mark(container, 'image', by);
	put(container, 'image', image);
}

/** imageTagUpdater.SetImageValue */
function newImage(text: string, entry: Value): string {
	const [newName, newTag, newDigest, suffix] = ['newName', 'newTag', 'digest', 'tagSuffix'].map((key) => textAt(entry, key));
	let { name, tag, digest } = splitImage(text);
	if (newName) name = newName;
	if (newTag) [tag, digest] = [newTag, newDigest ?? ''];
	else if (newDigest) [tag, digest] = ['', newDigest];
	else if (suffix) [tag, digest] = [tag + suffix, ''];
	return `${name}${tag && `:${tag}`}${digest && `@${digest}`}`;
}

/** image.Split */
function splitImage(text: string): { readonly name: string; readonly tag: string; readonly digest: string } {
	const from = Math.max(0, text.indexOf('/'));
	const [mark, colon] = [text.indexOf('@', from), text.indexOf(':', from)];
	const end = mark < 0 ? text.length : mark;
	const digest = mark < 0 ? '' : text.slice(mark + 1);
	return colon < 0 || colon > end ? { name: text.slice(0, end), tag: '', digest } : { name: text.slice(0, colon), tag: text.slice(colon + 1, end), digest };
}
