import type { Origin } from '../../built/origin';
import { itemKey, splitPath } from './field-spec';
import { loadValues } from './load';
import { copy, type Fault, type Fields, fault, get, isFault, isFields, itemsAt, put, scalarText, textAt, type Value } from './object';
import { isPartial, type Place } from './place';
import { readValues } from './read';
import { type Id, idsOf, idText, isSelected, namespaceOf, type Resource } from './resource';
import { pattern, select } from './select';
import { homeOf, mark, traceOf, wholeFile } from './written';

/** ReplacementTransformer, with what it is given in files: each holds one replacement, or a list. */
export function loadReplacements(resources: readonly Resource[], of: Fields, place: Place): Fault | undefined {
	const all: Value[] = [];
	for (const entry of itemsAt(of, 'replacements')) {
		const path = textAt(entry, 'path');
		const at = isFields(entry) ? homeOf(entry) : undefined;
		if (path !== '' && (get(entry, 'source') !== undefined || get(entry, 'targets') !== undefined))
			return fault('cannot specify both path and inline replacement', at);
		const values = path === '' ? [[entry]] : loadValues(place, path);
		if (isFault(values)) return fault(values.error, values.at ?? at);
		all.push(...values.flat());
	}
	return replaceAll(resources, all, !isPartial(place.target));
}

/** A value of one object is written into fields of others. What does not work is wrong, where it is sure that all is there. */
function replaceAll(resources: readonly Resource[], entries: readonly Value[], isSure: boolean): Fault | undefined {
	for (const entry of entries) {
		const wrong = replaceBy(resources, entry);
		if (wrong && isSure) return fault(wrong.error, wrong.at ?? (isFields(entry) ? homeOf(entry) : undefined));
	}
	return undefined;
}

function replaceBy(resources: readonly Resource[], entry: Value): Fault | undefined {
	const targets = get(entry, 'targets');
	if ((get(entry, 'source') === undefined && get(entry, 'sourceValue') === undefined) || !Array.isArray(targets))
		return fault('replacements must specify a source and at least one target');
	const value = sourceOf(resources, entry);
	if (isFault(value)) return value;
	for (const target of targets) {
		const wrong = replaceIn(resources, value, target);
		if (wrong) return fault(wrong.error, isFields(target) ? homeOf(target) : undefined);
	}
	return undefined;
}

/** getReplacement */
function sourceOf(resources: readonly Resource[], entry: Value): Value | Fault {
	const given = get(entry, 'sourceValue');
	if (given !== undefined) return given;
	const source = get(entry, 'source');
	const wanted: Id = {
		group: textAt(source, 'group'),
		version: textAt(source, 'version'),
		kind: textAt(source, 'kind'),
		name: textAt(source, 'name'),
		namespace: textAt(source, 'namespace'),
	};
	const isWanted = (id: Id): boolean =>
		(wanted.name === '' || wanted.name === id.name) && (wanted.namespace === '' || wanted.namespace === namespaceOf(id)) && isSelected(id, wanted);
	const [found, ...others] = resources.filter((resource) => idsOf(resource).some(isWanted));
	if (!found || others.length > 0) return fault(`${found ? 'multiple matches for selector' : 'nothing selected by'} ${idText(wanted)}`);
	const path = textAt(source, 'fieldPath') || 'metadata.name';
	const [place, ...more] = placesOf(found.fields, keysOf(path), undefined);
	if (isFault(place)) return place;
	const value = place && more.length === 0 ? (place.holder as Fields)[place.key as string] : undefined;
	if (value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0))
		return fault(`fieldPath \`${path}\` is missing for replacement source ${idText(wanted)}`);
	return part(value, get(source, 'options'));
}

function part(value: Value, options: Value | undefined): Value | Fault {
	const delimiter = textAt(options, 'delimiter');
	if (delimiter === '') return value;
	const text = scalarText(value);
	if (text === undefined) return fault('delimiter option can only be used with scalar nodes');
	const index = Number(get(options, 'index') ?? 0);
	return text.split(delimiter)[index] ?? fault(`options.index ${index} is out of bounds for value ${text}`);
}

/** applyReplacement */
function replaceIn(resources: readonly Resource[], value: Value, target: Value): Fault | undefined {
	const wanted = get(target, 'select');
	if (!isFields(wanted)) return fault('target must specify resources to select');
	const selected = select(resources, wanted);
	if (isFault(selected)) return selected;
	const rejected = new Set<Resource>();
	const rejects = get(target, 'reject');
	for (const one of Array.isArray(rejects) ? rejects : []) {
		const found = select(resources, one);
		if (isFault(found)) return found;
		for (const resource of found) rejected.add(resource);
	}
	const paths = get(target, 'fieldPaths');
	for (const resource of selected.filter((one) => !rejected.has(one))) {
		for (const [index, path] of (Array.isArray(paths) && paths.length > 0 ? paths : ['metadata.name']).entries()) {
			const by = Array.isArray(paths) ? traceOf(paths, index)?.value : homeOf(wanted);
			const wrong = write(resource, value, scalarText(path) ?? '', get(target, 'options'), by);
			if (wrong) return wrong;
		}
	}
	return undefined;
}

function write(resource: Resource, value: Value, path: string, options: Value | undefined, by: Origin | undefined): Fault | undefined {
	const create = get(options, 'create') === true;
	const places = placesOf(resource.fields, keysOf(path), create ? value : undefined);
	const [first] = places;
	if (isFault(first)) return first;
	if (!first) return fault(`unable to find ${create ? 'or create ' : ''}field "${path}" in replacement target`);
	for (const place of places) {
		if (isFault(place)) return place;
		const former = (place.holder as Fields)[place.key as string] ?? null;
		const made = joined(former, value, options);
		if (isFault(made)) return made;
		mark(place.holder, place.key, by);
		if (Array.isArray(place.holder)) place.holder[Number(place.key)] = made;
		else put(place.holder, String(place.key), made);
	}
	return undefined;
}

/** setFieldValue: a scalar keeps its type, what it says is replaced, or the part between delimiters that an index names. */
function joined(former: Value, value: Value, options: Value | undefined): Value | Fault {
	const delimiter = textAt(options, 'delimiter');
	let text = scalarText(value);
	if (delimiter !== '') {
		const parts = scalarText(former)?.split(delimiter);
		if (!parts || text === undefined) return fault('delimiter option can only be used with scalar nodes');
		const index = Number(get(options, 'index') ?? 0);
		if (index < 0) parts.unshift(text);
		else if (index >= parts.length) parts.push(text);
		else parts[index] = text;
		text = parts.join(delimiter);
	}
	if (text === undefined || former === null || typeof former === 'object') return text !== undefined && delimiter !== '' ? text : copy(value);
	if (typeof former === 'string') return text;
	const values = readValues(wholeFile('', text));
	return isFault(values) ? text : (values[0] ?? text);
}

interface Spot {
	readonly holder: Fields | Value[];
	readonly key: string | number;
}

/** utils.SmarterPathSplitter: dots in brackets separate nothing. */
function keysOf(path: string): readonly string[] {
	const keys: string[] = [];
	for (const one of splitPath(path, '.')) {
		const last = keys.at(-1);
		if (last?.startsWith('[') && !last.endsWith(']')) keys[keys.length - 1] = `${last}.${one}`;
		else keys.push(one);
	}
	return keys.map((key) => (key.startsWith('[') && key.endsWith(']') && !key.includes('=') ? key.slice(1, -1) : key));
}

/** yaml.PathMatcher: all places that a path leads to; with `made`, what is missing on the way is made. */
function placesOf(value: Value, keys: readonly string[], made: Value | undefined): readonly (Spot | Fault)[] {
	const [key = '', ...rest] = keys;
	const on = (holder: Fields | Value[], own: string | number): readonly (Spot | Fault)[] =>
		rest.length === 0 ? [{ holder, key: own }] : placesOf((holder as Fields)[own as string] ?? null, rest, made);
	if (Array.isArray(value)) {
		if (key === '*') return value.flatMap((_, index) => on(value, index));
		if (/^\d+$/.test(key)) {
			if (Number(key) === value.length && made !== undefined) value.push(fresh(rest[0], made));
			return Number(key) < value.length ? on(value, Number(key)) : [fault(`index ${key} specified but only ${value.length} elements found`)];
		}
		return elements(value, key, on, made);
	}
	if (!isFields(value)) return value === null ? [] : [fault('a field that holds structured text is not supported')];
	if (key === '*') return Object.keys(value).flatMap((own) => on(value, own));
	if (get(value, key) === undefined || get(value, key) === null) {
		if (made === undefined) return [];
		put(value, key, fresh(rest[0], made));
	}
	return on(value, key);
}

type On = (holder: Fields | Value[], key: string | number) => readonly (Spot | Fault)[];

/** `[name=app]` */
function elements(list: Value[], key: string, on: On, made: Value | undefined): readonly (Spot | Fault)[] {
	const meant = itemKey(key);
	if (isFault(meant)) return [meant];
	const { field, wanted } = meant;
	const matches = pattern(wanted);
	if (isFault(matches)) return [matches];
	const found = list.flatMap((item, index) => (matches.test(scalarText(field === '' ? item : get(item, field)) ?? '\0') ? [index] : []));
	if (found.length === 0 && made !== undefined) found.push(list.push(field === '' ? wanted : { [field]: wanted }) - 1);
	return found.flatMap((index) => on(list, index));
}

const fresh = (next: string | undefined, made: Value): Value =>
	next === undefined ? (typeof made === 'object' ? copy(made) : '') : /^(?:\d+|\[.*)$/.test(next) ? [] : {};
