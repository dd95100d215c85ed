import { atoi } from './go-number';
import { isList, isMap, type Json, type JsonMap } from './json';
import { unescapedName } from './json-pointer';
import type { Patched } from './merge';
import { setOwn } from './nil';
import { same } from './same';

/** apiserver maxJSONPatchOperations */
const MOST_OPERATIONS = 10_000;

/**
 * RFC 6902 as github.com/evanphx/json-patch applies it: add, remove, replace, move, copy and test, one after the other; or the sentence in which it
 * gives up, after which nothing is changed. What it leaves alone is shared with the result. Its leniences are kept: replacing a key that
 * is not there adds it, and indexes may count from the end.
 */
export function jsonPatch(object: Json, operations: Json): Patched<Json> {
	const odd = undecodable(operations);
	if (odd !== undefined) return { fault: `error decoding patch: json: cannot unmarshal ${odd}` };
	// null is a patch of no operations.
	if (!isList(operations)) return { object };
	if (operations.length > MOST_OPERATIONS) return { fault: `The allowed maximum operations in a JSON patch is ${MOST_OPERATIONS}, got ${operations.length}` };
	let result = object;
	for (const operation of operations.filter(isMap)) {
		const next = applied(result, operation);
		if (isFault(next)) return next;
		result = next.value;
	}
	return { object: result };
}

/** What of a patch the server cannot read, before any of it is applied. */
function undecodable(operations: Json): string | undefined {
	if (operations === null) return undefined;
	if (!isList(operations)) return `${jsonType(operations)} into Go value of type []handlers.jsonPatchOp`;
	for (const operation of operations) {
		if (!isMap(operation)) return `${jsonType(operation)} into Go value of type handlers.jsonPatchOp`;
		for (const field of ['op', 'path', 'from']) {
			const value = operation[field] ?? '';
			if (typeof value !== 'string') return `${jsonType(value)} into Go struct field jsonPatchOp.${field} of type string`;
		}
	}
	return undefined;
}

const jsonType = (value: Json): string => (isMap(value) ? 'object' : isList(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value);

interface Fault {
	readonly fault: string;
}
interface Found {
	/** Undefined where a map has no such key. */
	readonly value: Json | undefined;
}
type Result = { readonly value: Json } | Fault;

const isFault = (result: Result | Found | Fault): result is Fault => 'fault' in result;
const MISSING = 'missing value';

function applied(object: Json, operation: JsonMap): Result {
	const name = text(operation, 'op') ?? 'unknown';
	const path = text(operation, 'path');
	const value = operation['value'] ?? null;
	switch (name) {
		case 'add':
			if (path === undefined) return undecoded(name, 'path', false);
			return change(object, path, (holder, key) => within(added(holder, key, value), `error in add for path: '${path}'`), missing(name, '', `"${path}"`));
		case 'remove':
			if (path === undefined) return undecoded(name, 'path', false);
			return change(object, path, (holder, key) => within(removed(holder, key), `error in remove for path: '${path}'`), missing(name, '', `"${path}"`));
		case 'replace':
			return path === undefined ? undecoded(name, 'path', true) : replaced(object, path, operation);
		case 'move':
			return moved(object, operation);
		case 'copy':
			return copied(object, operation);
		case 'test':
			return path === undefined ? undecoded(name, 'path', true) : tested(object, path, operation);
		default:
			return { fault: `Unexpected kind: ${name}` };
	}
}

const text = (operation: JsonMap, key: string): string | undefined => {
	const value = operation[key];
	return typeof value === 'string' ? value : undefined;
};

/** `add` and `remove` do not say what they miss, the others do. */
function undecoded(name: string, field: 'path' | 'from', tells: boolean): Fault {
	const cause = tells ? `operation${field === 'from' ? ',' : ''} missing ${field} field: ` : '';
	return { fault: `${name} operation failed to decode ${field}: ${cause}${MISSING}` };
}

const missing = (name: string, which: string, path: string): Fault => ({
	fault: `${name} operation does not apply: ${name === 'test' ? 'is' : 'doc is'} missing ${which}path: ${path}: ${MISSING}`,
});

const within = (result: Result, where: string): Result => (isFault(result) ? { fault: `${where}: ${result.fault}` } : result);

function replaced(object: Json, path: string, operation: JsonMap): Result {
	const value = operation['value'] ?? null;
	// The error that is wrapped there is none, and Go says so.
	if (path === '') return isMap(value) || isList(value) ? { value } : { fault: 'replace operation value must be object or array: %!w(<nil>)' };
	return change(
		object,
		path,
		(holder, key) => {
			if (isFault(got(holder, key))) return { fault: `replace operation does not apply: doc is missing key: ${path}: ${MISSING}` };
			return { value: put(holder, key, value) };
		},
		missing('replace', '', path),
	);
}

function moved(object: Json, operation: JsonMap): Result {
	const [from, path] = [text(operation, 'from'), text(operation, 'path')];
	if (from === undefined) return undecoded('move', 'from', true);
	const source = find(object, from);
	if (!source) return missing('move', 'from ', from);
	const found = got(source.holder, source.key);
	const left = isFault(found) ? found : change(object, from, removed, missing('move', 'from ', from));
	if (isFault(left)) return { fault: `error in move for path: '${source.key}': ${left.fault}` };
	if (path === undefined) return undecoded('move', 'path', true);
	const value = isFault(found) ? null : (found.value ?? null);
	return change(
		left.value,
		path,
		(holder, key) => within(added(holder, key, value), `error in move for path: '${path}'`),
		missing('move', 'destination ', path),
	);
}

function copied(object: Json, operation: JsonMap): Result {
	const [from, path] = [text(operation, 'from'), text(operation, 'path')];
	if (from === undefined) return undecoded('copy', 'from', true);
	const source = find(object, from);
	if (!source) return missing('copy', 'from ', from);
	const found = got(source.holder, source.key);
	if (isFault(found)) return { fault: `error in copy for from: '${from}': ${found.fault}` };
	if (path === undefined) return undecoded('copy', 'path', false);
	return change(
		object,
		path,
		(holder, key) => within(added(holder, key, found.value ?? null), 'error while adding value during copy'),
		missing('copy', 'destination ', path),
	);
}

function tested(object: Json, path: string, operation: JsonMap): Result {
	const failed = { fault: `testing value ${path} failed: test failed` };
	const value = operation['value'] ?? null;
	if (path === '') return same(object, value) ? { value: object } : failed;
	const place = find(object, path);
	if (!place) return missing('test', '', path);
	const found = got(place.holder, place.key);
	if (isFault(found)) return { fault: `error in test for path: '${path}': ${found.fault}` };
	return same(found.value ?? null, value) ? { value: object } : failed;
}

type Holder = JsonMap | readonly Json[];

/** findObject: what holds the last key of a path. */
function find(object: Json, path: string): { readonly holder: Holder; readonly key: string } | undefined {
	const parts = path.split('/').slice(1);
	const last = parts.pop();
	if (last === undefined) return undefined;
	let holder: Json = object;
	for (const part of parts) {
		const found: Found | Fault = isMap(holder) || isList(holder) ? got(holder, unescapedName(part)) : { value: undefined };
		if (isFault(found) || found.value === undefined) return undefined;
		holder = found.value;
	}
	return isMap(holder) || isList(holder) ? { holder, key: unescapedName(last) } : undefined;
}

/** The object with what `edit` makes of the holder of the path's last key; `otherwise` where there is no such holder. */
function change(object: Json, path: string, edit: (holder: Holder, key: string) => Result, otherwise: Fault): Result {
	const place = find(object, path);
	if (!place) return otherwise;
	const edited = edit(place.holder, place.key);
	return isFault(edited) ? edited : { value: rebuilt(object, path.split('/').slice(1, -1).map(unescapedName), edited.value) };
}

function rebuilt(object: Json, keys: readonly string[], value: Json): Json {
	const [key, ...rest] = keys;
	if (key === undefined) return value;
	const holder = object as Holder;
	const found = got(holder, key);
	return isFault(found) ? object : put(holder, key, rebuilt(found.value ?? null, rest, value));
}

/** partialDoc.get and partialArray.get */
function got(holder: Holder, key: string): Found | Fault {
	if (!isList(holder)) return { value: Object.hasOwn(holder, key) ? holder[key] : undefined };
	const at = indexOf(key, holder.length);
	if (typeof at !== 'number') return at;
	return at < holder.length ? { value: holder[at] } : outOfRange(at);
}

/** A value in the place of another one that is there, or of a map's key. */
function put(holder: Holder, key: string, value: Json): Json {
	if (isList(holder)) {
		const at = indexOf(key, holder.length);
		return typeof at === 'number' ? holder.with(at, value) : holder;
	}
	const changed = { ...holder };
	setOwn(changed, key, value);
	return changed;
}

function added(holder: Holder, key: string, value: Json): Result {
	if (!isList(holder)) return { value: put(holder, key, value) };
	if (key === '-') return { value: [...holder, value] };
	const at = indexOf(key, holder.length + 1);
	if (typeof at !== 'number') return at.fault.startsWith('strconv') ? { fault: `value was not a proper array index: '${key}': ${at.fault}` } : at;
	return at <= holder.length ? { value: holder.toSpliced(at, 0, value) } : outOfRange(at);
}

function removed(holder: Holder, key: string): Result {
	if (isList(holder)) {
		const at = indexOf(key, holder.length);
		if (typeof at !== 'number') return at;
		return at < holder.length ? { value: holder.toSpliced(at, 1) } : outOfRange(at);
	}
	if (!Object.hasOwn(holder, key)) return { fault: `Unable to remove nonexistent key: ${key}: ${MISSING}` };
	const { [key]: _gone, ...rest } = holder;
	return { value: rest };
}

/** The index that a part of a path stands for; -1 is the last of `size`. */
function indexOf(key: string, size: number): number | Fault {
	const index = atoi(key);
	if (typeof index !== 'bigint') return index;
	if (index >= 0n) return Number(index);
	return index < -BigInt(size) ? outOfRange(index) : Number(index) + size;
}

const outOfRange = (index: number | bigint): Fault => ({ fault: `Unable to access invalid index: ${index}: invalid index referenced` });
