import { goText, isList, isMap, type Json, type JsonMap, sameType, withoutNulls } from './json';
import { agree, asLeftBehind, interleaved } from './merge-order';
import { setOwn } from './nil';
import {
	DELETE_FROM,
	DIRECTIVE,
	expected,
	haveMergeKeys,
	haveOneType,
	identity,
	type PatchFault,
	type PatchMeta,
	patchMeta,
	placesIn,
	RETAIN_KEYS,
	SET_ORDER,
} from './patch-meta';
import { same } from './same';
import type { Minor } from './schema';

type Growing = { [key: string]: Json };
type List = readonly Json[];

/** strategicpatch.mergeMap and all below it. Nothing given is changed. */
export class Merger {
	constructor(
		private readonly version: Minor,
		private readonly fault: PatchFault,
		/** MergeOptions: the target is an object, so directives are obeyed and nulls taken away. Otherwise it is a patch, which keeps both. */
		private readonly intoObject: boolean,
	) {}

	/** mergeMap */
	map(original: JsonMap, patch: JsonMap, struct: string): JsonMap {
		if (Object.hasOwn(patch, DIRECTIVE)) return this.directed(patch);
		const merged = this.retained(original, patch);
		const done = new Set([RETAIN_KEYS]);
		for (const key of Object.keys(patch)) if (key.startsWith(SET_ORDER)) this.order(merged, patch, key, struct, done);
		for (const [key, value] of Object.entries(patch)) if (!done.has(key)) this.field(merged, key, value, struct);
		return merged;
	}

	/** handleDirectiveInMergeMap */
	private directed(patch: JsonMap): JsonMap {
		const { [DIRECTIVE]: directive, ...rest } = patch;
		if (directive === 'replace') return rest;
		if (directive !== 'delete') this.fault.report(unknownDirective(patch));
		return {};
	}

	/** applyRetainKeysDirective; a copy that may be changed. */
	private retained(original: JsonMap, patch: JsonMap): Growing {
		const merged = { ...original };
		if (!Object.hasOwn(patch, RETAIN_KEYS)) return merged;
		const kept = patch[RETAIN_KEYS] ?? null;
		if (!this.intoObject) {
			merged[RETAIN_KEYS] ??= kept;
			return merged;
		}
		const setByPatch = Object.keys(patch).filter(
			(key) => patch[key] !== null && key !== RETAIN_KEYS && !key.startsWith(DELETE_FROM) && !key.startsWith(SET_ORDER),
		);
		if (!isList(kept) || setByPatch.some((key) => !kept.includes(key))) this.fault.report('invalid patch format of retainKeys');
		else for (const key of Object.keys(merged)) if (!kept.includes(key)) delete merged[key];
		return merged;
	}

	/** mergePatchIntoOriginal, for one $setElementOrder: the list is merged, then what the patch knows stands in its order, the rest in the live one. */
	private order(merged: Growing, patch: JsonMap, orderKey: string, struct: string, done: Set<string>): void {
		done.add(orderKey);
		const order = patch[orderKey] ?? null;
		if (!this.intoObject) {
			if (Object.hasOwn(merged, orderKey) && !same(merged[orderKey], order)) this.fault.report('invalid patch format of setElementOrder list');
			merged[orderKey] = order;
		}
		const key = orderKey.slice(SET_ORDER.length);
		const [former, value] = [own(merged, key), own(patch, key)];
		const odd = [order, former, value].find((list) => list !== undefined && !isList(list));
		if (odd !== undefined) return this.fault.report(expected('[]interface {}', odd));
		const items = this.ordered(order as List, former as List | undefined, value as List | undefined, patchMeta(struct, key, this.version, this.fault));
		if (items === undefined) return;
		setOwn(merged, key, items);
		done.add(key);
	}

	private ordered(order: List, former: List | undefined, value: List | undefined, meta: PatchMeta): List | undefined {
		const { fault } = this;
		const { mergeKey } = meta;
		const plain = (value ?? []).filter((item) => !isMap(item) || !Object.hasOwn(item, DIRECTIVE));
		if (mergeKey !== '' && plain.length > 0 && order.length > 0 && !haveMergeKeys(mergeKey, fault, plain, order)) return undefined;
		if (!agree(plain, order, mergeKey)) {
			fault.report(`The order in patch list:\n${goText(value)}\n doesn't match $setElementOrder list:\n${goText(order)}\n`);
		}
		const merged = value === undefined ? former : former === undefined ? (withoutDirectives(value) as List) : this.list(former, value, meta, false);
		if (merged === undefined || !haveOneType(fault, former ?? [], value ?? [])) return undefined;
		if (mergeKey !== '' && !haveMergeKeys(mergeKey, fault, merged, order)) return undefined;
		const live = former === undefined ? [] : value === undefined ? former : asLeftBehind(former, value, mergeKey);
		return interleaved(merged, order, live, mergeKey);
	}

	private field(merged: Growing, patchKey: string, value: Json, struct: string): void {
		const isDeletion = patchKey.startsWith(DELETE_FROM);
		if (isDeletion && !this.intoObject) {
			merged[patchKey] = value;
			return;
		}
		const key = isDeletion ? patchKey.slice(DELETE_FROM.length) : patchKey;
		if (value === null) {
			delete merged[key];
			if (this.intoObject) return;
		}
		const former = own(merged, key);
		if (former === undefined || !sameType(former, value)) {
			if (!isDeletion) set(merged, key, this.intoObject ? withoutNulls(value) : value);
		} else if (isMap(former) && isMap(value)) {
			setOwn(merged, key, this.map(former, value, patchMeta(struct, key, this.version, this.fault).struct));
		} else if (isList(former) && isList(value)) {
			setOwn(merged, key, this.list(former, value, patchMeta(struct, key, this.version, this.fault), isDeletion));
		} else set(merged, key, value);
	}

	/** mergeSliceHandler and mergeSlice */
	private list(original: List, patch: List, meta: PatchMeta, isDeletion: boolean): List {
		if (!meta.merge && !isDeletion) return patch;
		if (original.length === 0 && patch.length === 0) return original;
		if (!haveOneType(this.fault, original, patch)) return original;
		if (isMap(original[0] ?? patch[0])) return this.maps(original, patch as readonly JsonMap[], meta);
		if (this.intoObject && isDeletion) return original.filter((item) => !patch.includes(item));
		if (meta.mergeKey !== '' && !haveMergeKeys(meta.mergeKey, this.fault, original, patch)) return original;
		return interleaved([...new Set([...original, ...patch])], patch, original, '');
	}

	/** mergeSliceWithSpecialElements, and what is done with the others */
	private maps(original: List, patch: readonly JsonMap[], meta: PatchMeta): List {
		const { mergeKey } = meta;
		if (mergeKey === '') this.fault.report('cannot merge lists without merge key for struct');
		const special = patch.filter((item) => Object.hasOwn(item, DIRECTIVE));
		const plain = patch.filter((item) => !Object.hasOwn(item, DIRECTIVE));
		const deletions = special.filter((item) => item[DIRECTIVE] === 'delete');
		const replaces = special.some((item) => item[DIRECTIVE] === 'replace');
		const odd = special.find((item) => item[DIRECTIVE] !== 'delete' && item[DIRECTIVE] !== 'replace');
		if (odd) this.fault.report(odd[DIRECTIVE] === 'merge' ? 'merging lists cannot yet be specified in the patch' : unknownDirective(odd));
		if (!haveMergeKeys(mergeKey, this.fault, deletions, plain)) return original;
		if (replaces) return plain;
		const deleted = placesIn(deletions, mergeKey);
		const kept = original.filter((item) => !deleted.has(identity(item, mergeKey)));
		const merged = this.itemsInto(kept, plain, meta);
		return haveMergeKeys(mergeKey, this.fault, merged) ? interleaved(merged, plain, kept, mergeKey) : original;
	}

	/** mergeSliceWithoutSpecialElements */
	private itemsInto(original: List, patch: readonly JsonMap[], { mergeKey, struct }: PatchMeta): List {
		const merged = [...original];
		const places = new Map(placesIn(original, mergeKey));
		for (const item of patch) {
			const at = places.get(item[mergeKey]) ?? merged.length;
			const found = merged[at];
			merged[at] = isMap(found) ? this.map(found, item, struct) : item;
			if (found === undefined) places.set(item[mergeKey], at);
		}
		return merged;
	}
}

const own = (map: JsonMap, key: string): Json | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** mergepatch.ErrBadPatchType */
const unknownDirective = (patch: JsonMap): string => `unknown patch type: ${goText(patch[DIRECTIVE])} in map: ${goText(patch)}`;

function set(map: Growing, key: string, value: Json): void {
	const kept = withoutDirectives(value);
	if (kept === undefined) delete map[key];
	else setOwn(map, key, kept);
}

/** removeDirectives; undefined where nothing is left. */
function withoutDirectives(value: Json): Json | undefined {
	if (isList(value)) return value.map(withoutDirectives).filter((item) => item !== undefined);
	if (!isMap(value)) return value;
	if (Object.hasOwn(value, DIRECTIVE)) return undefined;
	const kept: Growing = {};
	for (const [key, item] of Object.entries(value)) set(kept, key, item);
	return kept;
}
