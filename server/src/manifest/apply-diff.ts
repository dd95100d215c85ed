import { goText, isList, isMap, type Json, type JsonMap, sameType } from '../schema/json';
import { inOrder } from '../schema/merge-order';
import { setOwn } from '../schema/nil';
import {
	byText,
	DELETE_FROM,
	DIRECTIVE,
	haveMergeKeys,
	haveOneType,
	identity,
	type PatchFault,
	type PatchMeta,
	patchMeta,
	RETAIN_KEYS,
	SET_ORDER,
} from '../schema/patch-meta';
import { same } from '../schema/same';
import { fieldOf, type Minor } from '../schema/schema';

type Growing = { [key: string]: Json };

export interface DiffOptions {
	readonly ignoreDeletions: boolean;
	readonly ignoreChangesAndAdditions: boolean;
	/** Of the map at hand only the keys that are still there are to stay. */
	readonly retainKeys: boolean;
}

/** The first half of strategicpatch: what turns one object into another, as a patch. */
export class Differ {
	constructor(
		private readonly version: Minor,
		private readonly fault: PatchFault,
	) {}

	/** diffMaps */
	maps(original: JsonMap, modified: JsonMap, struct: string, options: DiffOptions): JsonMap {
		const patch: Growing = {};
		for (const [key, value] of Object.entries(modified)) {
			const former = Object.hasOwn(original, key) ? original[key] : undefined;
			if (former === undefined || !sameType(former, value)) {
				if (!options.ignoreChangesAndAdditions) setOwn(patch, key, value);
			} else if (isMap(former) && isMap(value)) this.mapField(key, former, value, patch, struct, options);
			else if (isList(former) && isList(value)) this.listField(key, former, value, patch, struct, options);
			else if (!options.ignoreChangesAndAdditions && former !== value) setOwn(patch, key, value);
		}
		const gone = Object.keys(original).filter((key) => !Object.hasOwn(modified, key));
		if (!options.ignoreDeletions) for (const key of gone) setOwn(patch, key, null);
		if (options.retainKeys) retain(original, modified, gone, patch);
		return patch;
	}

	/** handleMapDiff */
	private mapField(key: string, original: JsonMap, modified: JsonMap, patch: Growing, struct: string, options: DiffOptions): void {
		if (this.isUnknown(struct, key) && same(original, modified)) return;
		const meta = patchMeta(struct, key, this.version, this.fault);
		const changes = this.maps(original, modified, meta.struct, { ...options, retainKeys: meta.retainKeys });
		if (Object.keys(changes).length > 0) setOwn(patch, key, changes);
	}

	/** handleSliceDiff */
	private listField(key: string, original: readonly Json[], modified: readonly Json[], patch: Growing, struct: string, options: DiffOptions): void {
		if (this.isUnknown(struct, key) && same(original, modified)) return;
		const meta = patchMeta(struct, key, this.version, this.fault);
		if (!meta.merge) {
			if (!options.ignoreChangesAndAdditions && !same(original, modified)) setOwn(patch, key, modified);
			return;
		}
		const { add, remove, order } = this.lists(original, modified, meta, options);
		if (add.length > 0) patch[key] = add;
		if (remove.length > 0) patch[DELETE_FROM + key] = remove;
		if (order.length > 0) patch[SET_ORDER + key] = order;
	}

	/** How to merge it nobody knows, which does not matter as long as it is the same. */
	private isUnknown(struct: string, key: string): boolean {
		return fieldOf(struct, key, this.version) === undefined;
	}

	/** diffLists */
	private lists(original: readonly Json[], modified: readonly Json[], meta: PatchMeta, options: DiffOptions): ListDiff {
		if (original.length === 0) return { add: options.ignoreChangesAndAdditions ? [] : modified, remove: [], order: [] };
		if (!haveOneType(this.fault, original, modified)) return { add: [], remove: [], order: [] };
		return meta.mergeKey === '' ? scalarLists(original, modified, options) : this.mapLists(original, modified, meta, options);
	}

	private mapLists(original: readonly Json[], modified: readonly Json[], meta: PatchMeta, options: DiffOptions): ListDiff {
		const { mergeKey } = meta;
		if (!haveMergeKeys(mergeKey, this.fault, original, modified)) return { add: [], remove: [], order: [] };
		const { changes, deletions } = this.listsOfMaps(original, modified, meta, options);
		const add = [...inOrder(changes, modified, mergeKey), ...deletions];
		const sameOrder = original.length === modified.length && modified.every((item, i) => identity(item, mergeKey) === identity(original[i], mergeKey));
		const ordered = (!options.ignoreChangesAndAdditions && (add.length > 0 || !sameOrder)) || (!options.ignoreDeletions && add.length > 0);
		return { add, remove: [], order: ordered ? modified.map((item) => ({ [mergeKey]: identity(item, mergeKey) ?? null })) : [] };
	}

	/**
	 * diffListsOfMaps: both sorted by the merge key, then side by side. Go's Less is true of equal keys, so sort.Sort turns those around:
	 * of a key that is there twice the first writing is merged last, and wins.
	 */
	private listsOfMaps(
		original: readonly Json[],
		modified: readonly Json[],
		{ mergeKey, struct, retainKeys }: PatchMeta,
		options: DiffOptions,
	): { changes: Json[]; deletions: Json[] } {
		const changes: Json[] = [];
		const deletions: Json[] = [];
		const sorted = (list: readonly Json[]): [string, JsonMap][] =>
			list
				.filter(isMap)
				.map((item): [string, JsonMap] => [goText(item[mergeKey]), item])
				.reverse()
				.toSorted(([a], [b]) => byText(a, b));
		const before = sorted(original);
		const after = sorted(modified);
		for (let i = 0, j = 0; i < before.length || j < after.length; ) {
			const [formerKey, former] = before[i] ?? [];
			const [key, item] = after[j] ?? [];
			if (former && item && formerKey === key) {
				const change = this.maps(former, item, struct, { ...options, retainKeys });
				if (Object.keys(change).length > 0) changes.push({ ...change, [mergeKey]: item[mergeKey] ?? null });
				i++;
				j++;
			} else if (item && (!former || byText(formerKey ?? '', key ?? '') > 0)) {
				if (!options.ignoreChangesAndAdditions) changes.push(item);
				j++;
			} else {
				if (!options.ignoreDeletions && former) deletions.push({ [mergeKey]: former[mergeKey] ?? null, [DIRECTIVE]: 'delete' });
				i++;
			}
		}
		return { changes, deletions };
	}
}

interface ListDiff {
	readonly add: readonly Json[];
	readonly remove: readonly Json[];
	/** The order in which the list is wanted. */
	readonly order: readonly Json[];
}

/** diffListsOfScalars */
function scalarLists(original: readonly Json[], modified: readonly Json[], options: DiffOptions): ListDiff {
	const minus = (list: readonly Json[], other: readonly Json[]): Json[] => {
		const left = other.map(goText);
		return list.filter((item) => {
			const at = left.indexOf(goText(item));
			if (at >= 0) left.splice(at, 1);
			return at < 0;
		});
	};
	const add = options.ignoreChangesAndAdditions ? [] : inOrder(minus(modified, original), modified, '');
	const remove = options.ignoreDeletions ? [] : [...new Set(minus(original, modified))].toSorted((a, b) => byText(goText(a), goText(b)));
	// Go has sorted the original by now, in place.
	const sorted = original.toSorted((a, b) => byText(goText(a), goText(b)));
	const ordered = remove.length > 0 || (!options.ignoreChangesAndAdditions && !same(sorted, modified));
	return { add, remove, order: ordered ? modified : [] };
}

/** The $retainKeys directive, where it changes anything. */
function retain(original: JsonMap, modified: JsonMap, gone: readonly string[], patch: Growing): void {
	const kept = Object.keys(modified).filter((key) => modified[key] !== null);
	const clears = gone.some((key) => original[key] !== null);
	if (kept.length > 0 && (Object.keys(patch).length > 0 || clears)) patch[RETAIN_KEYS] = kept.toSorted(byText);
}
