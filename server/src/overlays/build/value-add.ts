import type { Origin } from '../../built/origin';
import { type ItemKey, isListIndex, itemKey, splitPath } from './field-spec';
import { loadValues } from './load';
import { type Fault, type Fields, fault, get, isFault, isFields, itemsAt, put, scalarText, textAt, type Value, wrongKind } from './object';
import type { Place } from './place';
import { readValues } from './read';
import type { Resource } from './resource';
import { select } from './select';
import { moveOne } from './transform';
import { homeOf, mark, traceOf, wholeFile } from './written';

/** ValueAddTransformer: one value, by default the name of the kustomization's folder, in fields of all that its targets select. */
export function addValue(resources: readonly Resource[], fields: Fields, place: Place): Fault | undefined {
	const value = textAt(fields, 'value').trim() || place.folder.slice(place.folder.lastIndexOf('/') + 1);
	const targets = targetsOf(fields, place);
	if (isFault(targets)) return targets;
	if (targets.length === 0) return fault('must specify at least one target');
	const by = traceOf(fields, 'value')?.value ?? homeOf(fields);
	for (const target of targets) {
		const path = textAt(target, 'fieldPath');
		const position = Number(get(target, 'filePathPosition') ?? 0);
		if (path === '') return fault('fieldPath cannot be empty');
		if (position < 0) return fault(`value of FilePathPosition (${position}) cannot be negative`);
		const keys = splitPath(path, '/').filter((key) => key !== '');
		const selector = get(target, 'selector');
		const selected = isFields(selector) ? select(resources, selector) : resources;
		if (isFault(selected)) return selected;
		for (const resource of selected) {
			const wrong =
				path === 'metadata/namespace'
					? moveOne(resource, { namespace: value, specs: [], by, isUnsetOnly: false, subjects: 'defaultOnly' })
					: write(resource.fields, keys, (former) => placed(former, value, position), by);
			if (wrong) return wrong;
		}
	}
	return undefined;
}

function targetsOf(fields: Fields, place: Place): readonly Value[] | Fault {
	const own = itemsAt(fields, 'targets');
	const path = textAt(fields, 'targetFilePath');
	if (path === '') return own;
	const values = loadValues(place, path);
	return isFault(values) ? values : [...own, ...itemsAt(values[0], 'targets')];
}

/** filesys.InsertPathPart: `position` counts parts of a path from one, however it begins; with zero the value stands there alone. */
function placed(former: Value, value: string, position: number): Value {
	const path = scalarText(former) ?? '';
	if (position === 0) return plain(value, former);
	const isAbsolute = path.startsWith('/');
	const parts = path.split('/').slice(isAbsolute ? 1 : 0);
	const known = parts.length === 1 && parts[0] === '' ? [] : parts;
	return plain(`${isAbsolute ? '/' : ''}${known.toSpliced(position - 1, 0, value).join('/')}`, former);
}

/** A scalar without a tag is what YAML takes it for; where what stood there was quoted, so is this. */
function plain(text: string, former: Value): Value {
	const means = (one: string): Value => {
		const values = readValues(wholeFile('', one), undefined, 'plain');
		return isFault(values) || values.length !== 1 || typeof values[0] === 'object' ? one : (values[0] ?? one);
	};
	return typeof former === 'string' && former !== '' && typeof means(former) !== 'string' ? text : means(text);
}

/** valueadd.Filter: yaml.LookupCreate, then a setter. Nothing is below null, and nothing at an index that a list has not. */
function write(holder: Value, keys: readonly string[], edit: (former: Value) => Value, by: Origin | undefined): Fault | undefined {
	const [part = '', ...rest] = keys;
	if (holder === null) return undefined;
	const key = keyOf(holder, part, rest[0], by);
	if (key === undefined || isFault(key)) return key;
	const parent = holder as Fields;
	const value = parent[key as string] ?? null;
	if (rest.length > 0) return write(value, rest, edit, by);
	if (value !== null && typeof value === 'object') return wrongKind('ScalarNode', value);
	mark(parent, key, by);
	parent[key as string] = edit(value);
	return undefined;
}

/** PathGetter.getFilter: the key that a part of a path means in what it is asked of; what may be missing is made. */
function keyOf(holder: Value, part: string, next: string | undefined, by: Origin | undefined): string | number | Fault | undefined {
	if (part === '*') return fault('wildcard is not supported in PathGetter');
	const element = isListIndex(part) ? itemKey(part) : undefined;
	if (isFault(element)) return element;
	if (element || part === '-' || /^\d+$/.test(part)) {
		if (!Array.isArray(holder)) return wrongKind('SequenceNode', holder);
		if (element) return itemOf(holder, element, by);
		const index = part === '-' ? holder.length - 1 : Number(part);
		return index >= 0 && index < holder.length ? index : undefined;
	}
	if (!isFields(holder)) return wrongKind('MappingNode', holder);
	if (get(holder, part) === undefined) {
		put(holder, part, next === undefined ? '' : isListIndex(next) || /^\d+$/.test(next) ? [] : {});
		mark(holder, part, by);
	}
	return part;
}

function itemOf(list: Value[], { field, wanted }: ItemKey, by: Origin | undefined): number {
	const found = list.findIndex((item) => scalarText(field === '' ? item : get(item, field)) === wanted);
	if (found >= 0) return found;
	const made: Value = field === '' ? wanted : { [field]: wanted };
	if (isFields(made)) mark(made, field, by);
	const index = list.push(made) - 1;
	mark(list, index, by);
	return index;
}
