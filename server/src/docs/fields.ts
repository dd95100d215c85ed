import type { Types } from '../schema/generated/types';
import { managedFieldsEntry, objectMeta, ownerReference } from './object-meta';
import { pod } from './pod';
import type { Documented } from './words';

/** Words for the fields of each type, by the name the schema gives it. */
export const fieldWords: { readonly [T in keyof Types]?: Documented<Types[T]> } = {
	ManagedFieldsEntry: managedFieldsEntry,
	ObjectMeta: objectMeta,
	OwnerReference: ownerReference,
	Pod: pod,
};
