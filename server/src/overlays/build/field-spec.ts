import type { Origin } from '../../built/origin';
import { type Fault, type Fields, fault, get, isFault, put, type Value, within } from './object';
import { type Gvk, idOf, idText, isSelected, type Resource } from './resource';
import { mark } from './written';

/** types.FieldSpec: which fields of which kinds a transformer works on. */
export interface FieldSpec extends Gvk {
	/** Keys between slashes; a key with `[]` is a list, but what is no map is walked through anyway. */
	readonly path: string;
	readonly create: boolean;
}

/** What is done with what stands at the end of a path; what it returns stands there then. */
export type Edit = (value: Value, holder: Fields | Value[], key: string | number) => Value | Fault;

/** utils.PathSplitter: `\/` is a slash inside a key. */
export function splitPath(path: string, delimiter: string): readonly string[] {
	const parts = path.split(delimiter);
	if (parts.length > 1 && parts[0] === '') parts.shift();
	const keys: string[] = [];
	for (const part of parts) {
		const last = keys.at(-1);
		if (last?.endsWith('\\')) keys[keys.length - 1] = last.slice(0, -1) + delimiter + part;
		else keys.push(part);
	}
	return keys;
}

/** Which item of a list is meant: that whose field says so, or without a field the item that says so itself. */
export interface ItemKey {
	readonly field: string;
	readonly wanted: string;
}

/** yaml.IsListIndex */
export const isListIndex = (part: string): boolean => part.startsWith('[') && part.endsWith(']');

/** yaml.SplitIndexNameValue: `[name=app]`, or `[=app]`. */
export function itemKey(part: string): ItemKey | Fault {
	const [, field, wanted = ''] = /^\[([^=]*)=(.*)\]$/s.exec(part) ?? [];
	return field === undefined ? fault('list path element must contain fieldName=fieldValue for element to match') : { field, wanted };
}

/**
 * api/filters/fieldspec: edits the fields of a resource that a table names. `made` is what a field that is not there begins as; without it nothing is made.
 * The fault is that of the first place that is not as the path says. `by` is the line that makes the edit.
 */
export function editFields(resource: Resource, gvk: Gvk, specs: readonly FieldSpec[], edit: Edit, made?: () => Value, by?: Origin): Fault | undefined {
	for (const spec of specs) {
		if (!isSelected(gvk, spec)) continue;
		const wrong = walk(resource.fields, splitPath(spec.path, '/'), spec.create ? made : undefined, edit, by);
		if (wrong) return within(`considering field '${spec.path}' of object ${idText(idOf(resource))}`, wrong, by);
	}
	return undefined;
}

function walk(value: Value, keys: readonly string[], made: (() => Value) | undefined, edit: Edit, by: Origin | undefined): Fault | undefined {
	if (value === null) return undefined;
	if (Array.isArray(value)) {
		for (const [index, item] of value.entries()) {
			const wrong = keys.length === 0 ? settle(value, index, item, edit, by) : walk(item, keys, made, edit, by);
			if (wrong) return within(`visit traversal on path: [${keys.join(' ')}]`, wrong, by);
		}
		return undefined;
	}
	if (typeof value !== 'object') return fault('expected sequence or mapping node');
	const [first = '', ...rest] = keys;
	const key = first.endsWith('[]') ? first.slice(0, -2) : first;
	const create = key === first ? made : undefined;
	if (key === '') return fault('cannot set or create an empty field name');
	const odd = notAKey(key);
	if (odd) return within(`fieldName: ${key}`, odd);
	const former = get(value, key);
	if (former === undefined || former === null) {
		if (!create) return former === null && rest.length === 0 ? settle(value, key, null, edit, by) : undefined;
		put(value, key, rest.length > 0 ? {} : create());
		mark(value, key, by);
	}
	const now = get(value, key) ?? null;
	return rest.length === 0 ? settle(value, key, now, edit, by) : walk(now, rest, made, edit, by);
}

/** PathGetter.getFilter: what looks like an index, or a way to choose an item, is no key of a map. */
function notAKey(part: string): Fault | undefined {
	if (part === '*') return fault('wildcard is not supported in PathGetter');
	if (/^-\d+$/.test(part) && Number(part) < 0) return fault(`array index ${Number(part)} cannot be negative`);
	const item = isListIndex(part) ? itemKey(part) : undefined;
	if (isFault(item)) return item;
	return item || part === '-' || /^[+-]?\d+$/.test(part) ? fault('wrong node kind: expected SequenceNode but got MappingNode') : undefined;
}

function settle(holder: Fields | Value[], key: string | number, value: Value, edit: Edit, by: Origin | undefined): Fault | undefined {
	const edited = edit(value, holder, key);
	if (isFault(edited)) return edited;
	if (edited !== value) mark(holder, key, by);
	if (Array.isArray(holder)) holder[Number(key)] = edited;
	else put(holder, String(key), edited);
	return undefined;
}
