import { setOwn } from '../schema/nil';
import { same } from '../schema/same';
import type { Minor } from '../schema/schema';
import {
	DELETE_FROM,
	DIRECTIVE,
	haveMergeKeys,
	haveOneType,
	identity,
	inOrder,
	isList,
	isMap,
	type Json,
	type JsonMap,
	type PatchFault,
	type PatchMeta,
	patchMeta,
	RETAIN_KEYS,
	SET_ORDER,
	sameType,
} from './patch';

/** The second half of strategicpatch: applies a patch to an object, or to another patch. Both are consumed. */
export class Merger {
	constructor(
		private readonly version: Minor,
		private readonly fault: PatchFault,
		/** MergeOptions: the target is an object, so directives are obeyed and nulls taken away. Otherwise it is a patch, which keeps both. */
		private readonly intoObject: boolean,
	) {}

	/** mergeMap */
	map(original: JsonMap, patch: JsonMap, struct: string): JsonMap {
		const directive = patch[DIRECTIVE];
		if (directive === 'delete') return {};
		if (directive === 'replace') return without(patch, DIRECTIVE);
		this.retainKeys(original, patch);
		for (const key of Object.keys(patch)) if (key.startsWith(SET_ORDER)) this.ordered(original, patch, key, struct);
		for (const [key, value] of Object.entries(patch)) this.field(original, key, value, struct);
		return original;
	}

	private field(original: JsonMap, patchKey: string, value: Json, struct: string): void {
		const isDeletion = patchKey.startsWith(DELETE_FROM);
		if (isDeletion && !this.intoObject) {
			original[patchKey] = value;
			return;
		}
		const key = isDeletion ? patchKey.slice(DELETE_FROM.length) : patchKey;
		if (value === null) {
			delete original[key];
			if (this.intoObject) return;
		}
		const former = Object.hasOwn(original, key) ? original[key] : undefined;
		if (former === undefined || !sameType(former, value)) {
			if (!isDeletion) this.set(original, key, this.intoObject ? withoutNulls(value) : value);
		} else if (isMap(former) && isMap(value)) {
			setOwn(original, key, this.map(former, value, patchMeta(struct, key, this.version, this.fault).struct));
		} else if (isList(former) && isList(value)) {
			original[key] = this.list(former, value, patchMeta(struct, key, this.version, this.fault), isDeletion);
		} else this.set(original, key, value);
	}

	private set(original: JsonMap, key: string, value: Json): void {
		const kept = withoutDirectives(value);
		if (kept === undefined) delete original[key];
		else setOwn(original, key, kept);
	}

	/** applyRetainKeysDirective */
	private retainKeys(original: JsonMap, patch: JsonMap): void {
		const retained = patch[RETAIN_KEYS];
		if (!isList(retained)) return;
		delete patch[RETAIN_KEYS];
		if (!this.intoObject) {
			original[RETAIN_KEYS] ??= retained;
			return;
		}
		for (const key of Object.keys(original)) if (!retained.includes(key)) delete original[key];
	}

	/** mergePatchIntoOriginal, for one $setElementOrder: the list is merged, then what the patch knows stands in its order, the rest in the live one. */
	private ordered(original: JsonMap, patch: JsonMap, orderKey: string, struct: string): void {
		const order = patch[orderKey];
		delete patch[orderKey];
		if (!isList(order)) return;
		if (!this.intoObject) {
			if (Object.hasOwn(original, orderKey) && !same(original[orderKey], order)) this.fault.report(`invalid patch format of ${SET_ORDER}list`);
			original[orderKey] = order;
		}
		const key = orderKey.slice(SET_ORDER.length);
		const former = original[key];
		const value = patch[key];
		const meta = patchMeta(struct, key, this.version, this.fault);
		if (isList(value) && !agree(value, order, meta.mergeKey)) this.fault.report(`The order in patch list doesn't match ${SET_ORDER.slice(0, -1)} list`);
		let merged: Json | undefined;
		if (isList(former) && isList(value)) merged = this.list(former, value, meta, false);
		else if (isList(value)) merged = withoutDirectives(value);
		else if (isList(former)) merged = former;
		if (!isList(merged)) return;
		const { mergeKey } = meta;
		if (mergeKey !== '' && !haveMergeKeys(mergeKey, this.fault, merged)) return;
		const live = isList(former) ? (isList(value) ? asLeftBehind(former, value, mergeKey) : former) : [];
		original[key] = interleaved(merged, order, live, mergeKey);
		delete patch[key];
	}

	/** mergeSliceHandler and mergeSlice */
	private list(original: Json[], patch: Json[], meta: PatchMeta, isDeletion: boolean): Json[] {
		if (!meta.merge && !isDeletion) return patch;
		if (original.length === 0 && patch.length === 0) return original;
		if (!haveOneType(this.fault, original, patch)) return original;
		const { mergeKey } = meta;
		if (mergeKey === '') {
			if (this.intoObject && isDeletion) return original.filter((item) => !patch.includes(item));
			return interleaved([...new Set([...original, ...patch])], patch, original, '');
		}
		if (!haveMergeKeys(mergeKey, this.fault, patch)) return original;
		const deleted = patch.filter((item) => isMap(item) && item[DIRECTIVE] === 'delete').map((item) => identity(item, mergeKey));
		const kept = original.filter((item) => !deleted.includes(identity(item, mergeKey)));
		const additions = patch.filter((item) => isMap(item) && item[DIRECTIVE] === undefined);
		return interleaved(this.mapsInto(kept, additions, meta), additions, kept, mergeKey);
	}

	/** mergeSliceWithoutSpecialElements */
	private mapsInto(original: readonly Json[], patch: readonly Json[], { mergeKey, struct }: PatchMeta): Json[] {
		const merged = [...original];
		for (const item of patch) {
			if (!isMap(item)) continue;
			const at = merged.findIndex((other) => identity(other, mergeKey) === item[mergeKey]);
			const found = merged[at];
			if (isMap(found)) merged[at] = this.map(found, item, struct);
			else merged.push(item);
		}
		return merged;
	}
}

/** validatePatchWithSetOrderList: the items are among those that are ordered, in the same order. */
function agree(items: readonly Json[], order: readonly Json[], mergeKey: string): boolean {
	if (order.length === 0) return true;
	let next = 0;
	for (const item of items) {
		if (isMap(item) && Object.hasOwn(item, DIRECTIVE)) continue;
		const at = order.findIndex((other, i) => i >= next && identity(other, mergeKey) === identity(item, mergeKey));
		if (at < 0) return false;
		next = at + 1;
	}
	return true;
}

/**
 * What Go's merge leaves in the live list, by which it then takes bearings: deletions move the items after them down, and what is new overwrites
 * the places that they freed. An accident of slices that share their memory, but it decides where items end up.
 */
function asLeftBehind(live: readonly Json[], patch: readonly Json[], mergeKey: string): readonly Json[] {
	if (mergeKey === '') return live;
	const left = [...live];
	let length = live.length;
	const find = (item: Json): number => left.slice(0, length).findIndex((other) => identity(other, mergeKey) === identity(item, mergeKey));
	for (const item of patch.filter((one) => isMap(one) && one[DIRECTIVE] === 'delete')) {
		for (let at = find(item); at >= 0; at = find(item)) left.copyWithin(at, at + 1, length--);
	}
	for (const item of patch) {
		if (!isMap(item) || item[DIRECTIVE] !== undefined || find(item) >= 0) continue;
		if (length < live.length) left[length] = item;
		length++;
	}
	return left;
}

/** normalizeElementOrder: those in `order` as they are there, the others as they were, woven together as they stood in `live`. */
function interleaved(items: readonly Json[], order: readonly Json[], live: readonly Json[], mergeKey: string): Json[] {
	const isWanted = (item: Json): boolean => order.some((other) => identity(other, mergeKey) === identity(item, mergeKey));
	const wanted = inOrder(items.filter(isWanted), order, mergeKey);
	const others = inOrder(
		items.filter((item) => !isWanted(item)),
		live,
		mergeKey,
	);
	const place = (item: Json | undefined): number => live.findIndex((other) => identity(other, mergeKey) === identity(item, mergeKey));
	const woven: Json[] = [];
	for (let i = 0, j = 0; i < others.length || j < wanted.length; ) {
		const other = others[i];
		const next = wanted[j];
		const otherFirst = j >= wanted.length || (i < others.length && place(other) >= 0 && place(next) >= 0 && place(other) < place(next));
		if (otherFirst && other !== undefined) {
			woven.push(other);
			i++;
		} else {
			if (next !== undefined) woven.push(next);
			j++;
		}
	}
	return woven;
}

/** removeDirectives; undefined where nothing is left. */
function withoutDirectives(value: Json): Json | undefined {
	if (isList(value)) return value.map(withoutDirectives).filter((item) => item !== undefined);
	if (!isMap(value)) return value;
	if (Object.hasOwn(value, DIRECTIVE)) return undefined;
	const entries = Object.entries(value).map(([key, item]) => [key, withoutDirectives(item)] as const);
	return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as JsonMap;
}

/** discardNullValuesFromPatch */
function withoutNulls(value: Json): Json {
	if (isList(value)) return value.map(withoutNulls);
	if (!isMap(value)) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, item]) => item !== null)
			.map(([key, item]) => [key, withoutNulls(item)]),
	);
}

function without(map: JsonMap, key: string): JsonMap {
	const { [key]: _gone, ...rest } = map;
	return rest;
}
