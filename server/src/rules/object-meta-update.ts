import type { FieldPath } from '../schema/field-path';
import type { ObjectMeta } from '../schema/generated/types';
import { validateImmutableField } from './immutable';
import type { NameFunction } from './names';
import { validateObjectMeta } from './object-meta';
import { goQuote, Typed, type Walk } from './walk';

/**
 * apimachinery validation.ValidateObjectMetaUpdate, and what rest.ValidateUpdate asks of every object beside it. The server says most of it twice.
 * The name is no longer judged: it was when the object was created.
 */
export function validateObjectMetaUpdate(walk: Walk, meta: ObjectMeta, old: ObjectMeta, path: FieldPath): void {
	validateObjectMeta(walk, meta, isPathSegment, path);
	if (old.deletionTimestamp) validateNoNewFinalizers(walk, meta.finalizers ?? [], old.finalizers ?? [], path.child('finalizers'));
	if (!meta.resourceVersion) walk.invalid(path.child('resourceVersion'), '', 'must be specified for an update', 'metadata/resource-version');
	validateImmutableField(walk, 's', meta.name, old.name, path.child('name'), 'metadata/immutable');
	validateImmutableField(walk, 's', meta.namespace || 'default', old.namespace || 'default', path.child('namespace'), 'metadata/immutable');
	if (meta.uid && meta.uid !== old.uid) walk.invalid(path.child('uid'), new Typed(meta.uid), 'field is immutable', 'metadata/immutable');
	validateImmutableField(walk, '*t', meta.deletionTimestamp, old.deletionTimestamp, path.child('deletionTimestamp'), 'metadata/immutable');
	validateImmutableField(
		walk,
		'*i',
		meta.deletionGracePeriodSeconds,
		old.deletionGracePeriodSeconds,
		path.child('deletionGracePeriodSeconds'),
		'metadata/immutable',
	);
}

/** What rest.ValidateCreate asks of every object that has no other fault, where the kind did not ask it: that a name generated from it could stand in a URL. */
export function validatePathSegment(walk: Walk, { generateName }: ObjectMeta, path: FieldPath): void {
	for (const complaint of generateName ? isPathSegment(generateName, true) : []) {
		walk.invalid(path.child('generateName'), generateName, complaint, 'metadata/generate-name');
	}
}

/** content.IsPathSegmentName and IsPathSegmentPrefix */
const isPathSegment: NameFunction = (name, prefix) => {
	if (!prefix && (name === '.' || name === '..')) return [`may not be '${name}'`];
	return ['/', '%'].filter((character) => name.includes(character)).map((character) => `may not contain '${character}'`);
};

/** apimachinery validation.ValidateNoNewFinalizers */
function validateNoNewFinalizers(walk: Walk, finalizers: readonly string[], old: readonly string[], path: FieldPath): void {
	const extra = [...new Set(finalizers)].filter((finalizer) => !old.includes(finalizer)).sort();
	if (extra.length === 0) return;
	const list = `[]string{${extra.map(goQuote).join(', ')}}`;
	walk.forbidden(path, `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`, 'finalizer/deleted');
}
