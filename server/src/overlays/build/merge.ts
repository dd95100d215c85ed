import { behind } from '../../built/origin';
import { plainScalar, resolve } from '../../yaml/scalar';
import { appended, calledSo, fillKeys, firsts, namesFor, namesOf, spoken, withElement } from './associative';
import { mergeKeys, type Struct, structBelow, structOf } from './merge-keys';
import {
	BLANK,
	type Fault,
	type Fields,
	fault,
	get,
	isEmpty,
	isFault,
	isFields,
	nodeKind,
	ODD_KEYS,
	oddKey,
	put,
	scalarText,
	TWINS,
	textAt,
	type Value,
	wrongKind,
} from './object';
import type { Schemas } from './schemas';
import { copyTraces, restyle, setTrace, type Trace, traceOf, writtenText } from './written';

const DIRECTIVE = '$patch';

/**
 * A strategic merge as kustomize makes it (kyaml/yaml/merge2 and walk): what the patch lists stands before what was there,
 * null takes away, `$patch: delete|replace|merge` is obeyed. Undefined where nothing is left. `patch` becomes part of the result.
 */
export function mergePatch(fields: Fields, patch: Fields, schemas: Schemas): Fields | undefined | Fault {
	dropBlank(fields);
	return mergeMap(fields, patch, undefined, schemas);
}

/** A merge walks through all that was there, patched or not, but for lists that are not merged. */
function dropBlank(fields: Fields): void {
	for (const key of BLANK.get(fields) ?? []) if (get(fields, key) === null) delete fields[key];
	for (const value of Object.values(fields)) if (isFields(value)) dropBlank(value);
}

/** Walker.Walk: undefined takes the field away. */
function merge(
	former: Value | undefined,
	patch: Value | undefined,
	struct: Struct | undefined,
	keys: readonly string[] | undefined,
	schemas: Schemas,
): Value | undefined | Fault {
	if (patch === undefined) return former;
	if (patch === null) return undefined;
	const known = former ?? undefined;
	if (known !== undefined && nodeKind(known) !== nodeKind(patch)) return wrongKind(nodeKind(known), patch);
	if (isFields(patch)) return mergeMap(known as Fields | undefined, patch, struct, schemas);
	return Array.isArray(patch) && keys ? mergeList(known as Value[] | undefined, patch, struct, keys, schemas) : asItIs(patch);
}

/** What is not walked through has to be without twins. */
const asItIs = (patch: Value): Value | Fault => twinIn(patch) ?? patch;

function twinIn(value: Value): Fault | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const own = isFields(value) ? TWINS.get(value) : undefined;
	for (const child of own ? [] : Object.values(value)) {
		const twin = twinIn(child);
		if (twin) return twin;
	}
	return own;
}

/** Merger.VisitMap and walkMap */
function mergeMap(former: Fields | undefined, patch: Fields, given: Struct | undefined, schemas: Schemas): Fields | undefined | Fault {
	const struct = given ?? structOfEither(former, patch, schemas);
	const directive = get(patch, DIRECTIVE);
	delete patch[DIRECTIVE];
	if (directive === 'delete') return undefined;
	if (directive !== undefined && directive !== 'replace' && directive !== 'merge') return fault(`unknown patch strategy '${String(directive)}'`);
	if (directive === 'replace' && former) return asItIs(patch) as Fields | Fault;
	const twin = former ? undefined : TWINS.get(patch);
	if (twin) return twin;
	const merged: Fields = former ?? {};
	if (!former) copyTraces(patch, merged);
	for (const [key, value] of Object.entries(patch)) {
		const result = merge(get(merged, key), value, struct && structBelow(struct, key), struct === undefined ? undefined : mergeKeys(struct, key), schemas);
		if (isFault(result)) return result;
		if (result === undefined) delete merged[key];
		else {
			const stands = inQuotes(patch, merged, key, result);
			if (!isFields(result) || get(merged, key) === undefined) wonBy(patch, merged, key, former !== undefined);
			if (ODD_KEYS.get(patch)?.has(key) && !Object.hasOwn(merged, key)) oddKey(merged, key);
			put(merged, key, stands);
		}
	}
	if (former && struct) for (const key of Object.keys(former)) if (!Object.hasOwn(patch, key)) walkOn(former, key, struct);
	return merged;
}

/** What no patch speaks of is walked through as well: in lists that would be merged, of elements that are called the same the last one counts. */
function walkOn(fields: Fields, key: string, struct: Struct): void {
	const [value, below, keys] = [fields[key], structBelow(struct, key), mergeKeys(struct, key)];
	if (isFields(value) && below) for (const inner of Object.keys(value)) walkOn(value, inner, below);
	if (!Array.isArray(value) || !keys) return;
	for (const item of firsts(value, keys)) walkItem(item, below);
	const [only, other] = keys;
	const left = only === undefined ? [...new Set(value)] : other === undefined ? withRest([], value, only) : value;
	if (left.length < value.length) fields[key] = left;
}

function walkItem(item: Value | undefined, struct: Struct | undefined): void {
	if (!isFields(item)) return;
	dropBlank(item);
	if (struct) for (const key of Object.keys(item)) walkOn(item, key, struct);
}

/** Walker.GetSchema: where nothing is known from above, by what the object that is there says it is, else the patch. */
function structOfEither(former: Fields | undefined, patch: Fields, schemas: Schemas): Struct | undefined {
	for (const fields of [former, patch]) {
		const [apiVersion, kind] = [textAt(fields, 'apiVersion'), textAt(fields, 'kind')];
		const struct = apiVersion === '' || kind === '' ? undefined : structOf(apiVersion, kind, schemas);
		if (struct) return struct;
	}
	return undefined;
}

/** What a patch writes has its origin there, and behind it that of what it was written over. */
function wonBy(patch: Fields, merged: Fields, key: string, isSet: boolean): void {
	const [own, former] = [traceOf(patch, key), get(merged, key) === undefined ? undefined : traceOf(merged, key)];
	if (!own) return;
	setTrace(merged, key, { ...own, key: behind(own.key, former?.key), value: behind(own.value, former?.value) });
	// A map that was not there is taken as it is.
	if (isSet) restyle(merged, key, styleOf(own, former, get(patch, key)));
}

/** FieldSetter keeps the style of what was there, and gives quotes to a new text that YAML 1.1 takes for none. */
function styleOf(own: Trace, former: Trace | undefined, value: Value | undefined): Trace['as'] {
	if (former) return former.as === 'quoted' ? 'quoted' : own.as === 'time' ? 'time' : undefined;
	return typeof value === 'string' && own.as !== 'time' && resolve(plainScalar(value)).kind !== 'string' ? 'quoted' : own.as;
}

/** FieldSetter keeps the style of what it sets: a number stands in the quotes of the text that was there. */
function inQuotes(patch: Fields, merged: Fields, key: string, result: Value): Value {
	const former = get(merged, key);
	if (typeof former !== 'string' || (typeof result === 'object' && result !== null)) return result;
	// Of a text that is none of a time there is nothing to be kept.
	if (typeof result === 'string' && traceOf(patch, key)?.as !== 'time') return result;
	return traceOf(merged, key)?.as === 'quoted' ? (writtenText(patch, key) ?? String(result)) : result;
}

/** walkAssociativeSequence */
function mergeList(
	former: Value[] | undefined,
	patch: Value[],
	struct: Struct | undefined,
	keys: readonly string[],
	schemas: Schemas,
): Value[] | undefined | Fault {
	const marker = patch.findIndex((item) => isFields(item) && Object.keys(item).length === 1 && Object.hasOwn(item, DIRECTIVE));
	const directive = marker < 0 ? undefined : get(patch[marker], DIRECTIVE);
	const own = patch.filter((_, index) => index !== marker);
	if (directive === 'delete') return undefined;
	if (directive === 'replace') return asItIs(own) as Value[] | Fault;
	let rest = [...(former ?? [])];
	const [key, ...others] = keys;
	if (key === undefined) return [...new Set([...own, ...rest])];
	if (others.length > 0) return mergeByKeys(former, own, struct, keys, schemas);
	const merged: Value[] = [];
	for (const item of firsts(own, keys)) {
		const index = rest.findIndex((other) => sameElement(other, item, key));
		const [found] = index < 0 ? [undefined] : rest.splice(index, 1);
		if (isFields(found)) dropBlank(found);
		const result = merge(found, item, struct, undefined, schemas);
		if (isFault(result)) return result;
		if (result === undefined || isEmpty(result)) rest = rest.filter((other) => !sameElement(other, item, key));
		else {
			fillKeys(result, keys, [found]);
			merged.push(result);
		}
	}
	for (const item of firsts(rest, keys, [...own, ...merged])) walkItem(item, struct);
	return withRest(merged, rest, key);
}

/** setAssociativeSequenceElements, where several keys say which element is meant: ports, by number and protocol. Where no list was, what the patch has is what was there. */
function mergeByKeys(
	former: readonly Value[] | undefined,
	own: readonly Value[],
	struct: Struct | undefined,
	keys: readonly string[],
	schemas: Schemas,
): Value[] | Fault {
	const both = [...own, ...(former ?? [])];
	const all = namesOf(both, keys);
	const valid = spoken(all, keys);
	let there: readonly Value[] = former ?? own;
	let items: readonly Value[] = [];
	for (const whole of all) {
		const names = namesFor(whole, keys, valid);
		const isMeant = calledSo(names, valid);
		const [found, item] = [there.find(isMeant), own.find(isMeant)];
		if (isFields(found)) dropBlank(found);
		if (item === undefined) walkItem(found, struct);
		const result = merge(former && found, item, struct, undefined, schemas);
		if (isFault(result)) return result;
		if (result === undefined || isEmpty(result)) {
			there = withElement(there, valid, names, undefined);
			continue;
		}
		fillKeys(result, valid, both.filter(isMeant));
		if (!former) there = there.map((one) => (one === found ? result : one));
		items = withElement(items, valid, names, result);
	}
	return appended(items, there, valid);
}

/** appendListNode: what is left comes behind; of elements that are called the same the last one counts, where the first stands. */
function withRest(merged: readonly Value[], rest: readonly Value[], key: string): Value[] {
	const all = [...merged];
	const nameOf = (item: Value): string | undefined => scalarText(get(item, key));
	const places = new Map(all.map((item, index) => [nameOf(item), index] as const).reverse());
	for (const item of rest) {
		const name = nameOf(item);
		const index = name === undefined ? undefined : places.get(name);
		if (index === undefined) places.set(name, all.push(item) - 1);
		else all[index] = item;
	}
	return all;
}

/** Both are called so. */
function sameElement(a: Value, b: Value, key: string): boolean {
	const name = scalarText(get(a, key));
	return name !== undefined && name !== '' && name === scalarText(get(b, key));
}
