import { goText, goType, isMap, type Json, sameType } from './json';
import { fieldOf, type Minor, structOf, structWithin } from './schema';

export const DIRECTIVE = '$patch';
export const RETAIN_KEYS = '$retainKeys';
export const DELETE_FROM = '$deleteFromPrimitiveList/';
export const SET_ORDER = '$setElementOrder/';

/** The field that a directive beside it is about: `containers` of `$setElementOrder/containers`. */
export function listOf(directive: string): string | undefined {
	const prefix = [DELETE_FROM, SET_ORDER].find((one) => directive.startsWith(one));
	return prefix && directive.slice(prefix.length);
}

/** The first thing that went wrong. What comes after it means nothing. */
export class PatchFault {
	sentence: string | undefined;

	report(sentence: string): void {
		this.sentence ??= sentence;
	}
}

/** How a field is merged: LookupPatchMeta. */
export interface PatchMeta {
	/** The struct that its value, or the items of its value, are of; '' for a map. */
	readonly struct: string;
	readonly merge: boolean;
	/** '' where the items are scalars. */
	readonly mergeKey: string;
	readonly retainKeys: boolean;
}

const opaque = (struct: string): PatchMeta => ({ struct, merge: false, mergeKey: '', retainKeys: false });

/**
 * LookupPatchMetadataForStruct and ...ForSlice. Of a kind that the schema does not have only the metadata is known:
 * its maps are merged and its lists replaced, as everybody does with custom resources.
 */
export function patchMeta(struct: string, key: string, version: Minor, fault: PatchFault): PatchMeta {
	const field = fieldOf(struct, key, version);
	if (field) {
		const within = field.type.kind === 'map' ? '' : (structWithin(field.type) ?? '');
		return { struct: within, merge: field.mergeKey !== undefined, mergeKey: field.mergeKey ?? '', retainKeys: field.retainKeys };
	}
	if (struct !== '' && !structOf(struct)) return opaque(key === 'metadata' ? 'ObjectMeta' : struct);
	fault.report(
		struct === ''
			? 'merging an object in json but data type is not struct, instead is: map'
			: `unable to find api field in struct ${struct} for the json field "${key}"`,
	);
	return opaque('');
}

/** The value an item is known by; the item itself where there is no merge key. */
export function identity(item: Json | undefined, mergeKey: string): Json | undefined {
	return mergeKey === '' ? item : isMap(item) ? item[mergeKey] : undefined;
}

export function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Where the items stand in a list, by what they are known by; of several alike the first. */
export function placesIn(list: readonly Json[], mergeKey: string): ReadonlyMap<Json | undefined, number> {
	const places = new Map<Json | undefined, number>();
	for (const [at, item] of list.entries()) {
		const known = identity(item, mergeKey);
		if (!places.has(known)) places.set(known, at);
	}
	return places;
}

/** sliceElementType: that all items are of one type, and none is a list. */
export function haveOneType(fault: PatchFault, ...lists: readonly (readonly Json[])[]): boolean {
	const [first, ...others] = lists.flat();
	if (first === undefined) fault.report('no elements in any of the given slices');
	else if (Array.isArray(first)) fault.report('lists of lists are not supported');
	else if (first === null || others.some((item) => !sameType(first, item))) fault.report(`list element types are not identical: ${goText(lists)}`);
	else return true;
	return false;
}

/** validateMergeKeyInLists, and that the items are maps at all. */
export function haveMergeKeys(mergeKey: string, fault: PatchFault, ...lists: readonly (readonly Json[])[]): boolean {
	const without = lists.flat().find((item) => !isMap(item) || !Object.hasOwn(item, mergeKey));
	if (without === undefined) return true;
	fault.report(isMap(without) ? `map: ${goText(without)} does not contain declared merge key: ${mergeKey}` : expected('map[string]interface {}', without));
	return false;
}

/** mergepatch.ErrBadArgType */
export const expected = (type: string, value: Json): string => `expected a ${type}, but received a ${goType(value)}`;
