import { fieldOf, type Minor, structWithin } from '../schema/schema';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = { [key: string]: Json };

export const DIRECTIVE = '$patch';
export const RETAIN_KEYS = '$retainKeys';
export const DELETE_FROM = '$deleteFromPrimitiveList/';
export const SET_ORDER = '$setElementOrder/';

/** The first thing that went wrong. What comes after it means nothing. */
export class PatchFault {
	sentence: string | undefined;

	report(sentence: string): void {
		this.sentence ??= sentence;
	}
}

/** How a field is merged: LookupPatchMeta. */
export interface PatchMeta {
	/** The struct that its value, or the items of its value, are of. */
	readonly struct: string;
	readonly merge: boolean;
	/** '' where the items are scalars. */
	readonly mergeKey: string;
	readonly retainKeys: boolean;
}

const OPAQUE: PatchMeta = { struct: '', merge: false, mergeKey: '', retainKeys: false };

/** LookupPatchMetadataForStruct and ...ForSlice */
export function patchMeta(struct: string, key: string, version: Minor, fault: PatchFault): PatchMeta {
	const field = fieldOf(struct, key, version);
	if (!field) {
		fault.report(
			struct === ''
				? 'merging an object in json but data type is not struct, instead is: map'
				: `unable to find api field in struct ${struct} for the json field "${key}"`,
		);
		return OPAQUE;
	}
	const within = field.type.kind === 'map' ? '' : (structWithin(field.type) ?? '');
	return { struct: within, merge: field.mergeKey !== undefined, mergeKey: field.mergeKey ?? '', retainKeys: field.retainKeys };
}

export function isMap(value: Json | undefined): value is JsonMap {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is Json[] {
	return Array.isArray(value);
}

/** Of one Go type: reflect.TypeOf(a) == reflect.TypeOf(b). */
export function sameType(a: Json, b: Json): boolean {
	return typeof a === typeof b && isList(a) === isList(b) && (a === null) === (b === null);
}

/** The value an item is known by; the item itself where there is no merge key. */
export function identity(item: Json | undefined, mergeKey: string): Json | undefined {
	return mergeKey === '' ? item : isMap(item) ? item[mergeKey] : undefined;
}

/** `%v` of it, by which lists are sorted. */
export function sortText(value: Json | undefined): string {
	return value === null || value === undefined ? '<nil>' : String(value);
}

export function byText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** normalizeSliceOrder: the items as `order` has them, those to be deleted last. */
export function inOrder(items: readonly Json[], order: readonly Json[], mergeKey: string): Json[] {
	const place = (item: Json): number => order.findIndex((other) => identity(other, mergeKey) === identity(item, mergeKey));
	const isDeletion = (item: Json): boolean => mergeKey !== '' && isMap(item) && item[DIRECTIVE] === 'delete';
	const kept = items.filter((item) => !isDeletion(item));
	return [...kept.toSorted((a, b) => place(a) - place(b)), ...items.filter(isDeletion)];
}

/** sliceElementType: that all items are of one type. */
export function haveOneType(fault: PatchFault, ...lists: readonly (readonly Json[])[]): boolean {
	const [first, ...others] = lists.flat();
	if (first !== undefined && first !== null && others.every((item) => sameType(first, item) && isMap(first) === isMap(item))) return true;
	fault.report(`list element types are not identical: ${JSON.stringify(lists)}`);
	return false;
}

/** validateMergeKeyInLists, and that the items are maps at all. */
export function haveMergeKeys(mergeKey: string, fault: PatchFault, ...lists: readonly (readonly Json[])[]): boolean {
	const without = lists.flat().find((item) => !isMap(item) || !Object.hasOwn(item, mergeKey));
	if (without === undefined) return true;
	fault.report(
		isMap(without)
			? `map: ${JSON.stringify(without)} does not contain declared merge key: ${mergeKey}`
			: `expected a map, but received ${JSON.stringify(without)}`,
	);
	return false;
}
