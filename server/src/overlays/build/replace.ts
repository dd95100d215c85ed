import type { Origin } from '../../built/origin';
import { isTimestamp, plainScalar, resolve, tagOf } from '../../yaml/scalar';
import { itemKey, splitPath } from './field-spec';
import { loadValues } from './load';
import { copy, type Fault, type Fields, fault, get, isEmpty, isFault, isFields, itemsAt, put, scalarText, textAt, type Value } from './object';
import { isPartial, type Place } from './place';
import { scalarValue } from './read';
import { type Id, idsOf, idText, isSelected, namespaceOf, type Resource } from './resource';
import { pattern, select } from './select';
import { homeOf, mark, restyle, traceOf, writtenText } from './written';

/** ReplacementTransformer, with what it is given in files: each holds one replacement, or a list. */
export function loadReplacements(resources: readonly Resource[], of: Fields, place: Place): Fault | undefined {
	const all: Value[] = [];
	for (const entry of itemsAt(of, 'replacements')) {
		const path = textAt(entry, 'path');
		const at = isFields(entry) ? homeOf(entry) : undefined;
		if (path !== '' && (get(entry, 'source') !== undefined || get(entry, 'targets') !== undefined))
			return fault('cannot specify both path and inline replacement', at);
		const values = path === '' ? [[entry]] : loadValues(place, path, 'Replacement');
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
	if ((get(entry, 'source') === undefined && get(entry, 'sourceValue') === undefined) || !Array.isArray(targets) || targets.length === 0)
		return fault('replacements must specify a source and at least one target');
	const source = sourceOf(resources, entry);
	if (isFault(source)) return source;
	for (const target of targets) {
		const wrong = replaceIn(resources, source, target);
		if (wrong) return fault(wrong.error, isFields(target) ? homeOf(target) : undefined);
	}
	return undefined;
}

/** What is written into fields, and as which text into those that hold a scalar: a number as it is written, nothing of a list or map. */
interface Given {
	readonly value: Value;
	readonly text: string;
}

/** getReplacement */
function sourceOf(resources: readonly Resource[], entry: Value): Given | Fault {
	const given = scalarText(get(entry, 'sourceValue'));
	if (given !== undefined) return { value: untagged(given), text: given };
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
	const value = place && more.length === 0 ? valueAt(place) : null;
	if (!place || isEmpty(value)) return fault(`fieldPath \`${path}\` is missing for replacement source ${idText(wanted)}`);
	return refined({ value, text: textIn(place) ?? '' }, get(source, 'options'));
}

/** getRefinedValue */
function refined(given: Given, options: Value | undefined): Given | Fault {
	const delimiter = textAt(options, 'delimiter');
	if (delimiter === '') return given;
	if (typeof given.value === 'object') return fault('delimiter option can only be used with scalar nodes');
	const index = Number(get(options, 'index') ?? 0);
	const part = given.text.split(delimiter)[index];
	if (part === undefined) return fault(`options.index ${index} is out of bounds for value ${given.text}`);
	return { value: typeof given.value === 'string' ? part : untagged(part), text: part };
}

/** A scalar that a path leads to as it is written, where it still is what was read; '' for null. Undefined for lists and maps. */
function textIn(place: Spot): string | undefined {
	const value = valueAt(place);
	if (typeof value === 'string') return value;
	const text = value === null ? '' : scalarText(value);
	return text && !Array.isArray(place.holder) ? (writtenText(place.holder, String(place.key)) ?? text) : text;
}

/** applyReplacement */
function replaceIn(resources: readonly Resource[], given: Given, target: Value): Fault | undefined {
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
			const wrong = write(resource, given, scalarText(path) ?? '', get(target, 'options'), by);
			if (wrong) return wrong;
		}
	}
	return undefined;
}

function write(resource: Resource, given: Given, path: string, options: Value | undefined, by: Origin | undefined): Fault | undefined {
	const create = get(options, 'create') === true;
	const places = placesOf(resource.fields, keysOf(path), create ? given.value : undefined);
	const [first] = places;
	if (isFault(first)) return first;
	if (!first) return fault(`unable to find ${create ? 'or create ' : ''}field "${path}" in replacement target`);
	for (const place of places) {
		if (isFault(place)) return place;
		const wasTime = traceOf(place.holder, place.key)?.as === 'time';
		const made = joined(place, given, options);
		if (isFault(made)) return made;
		const isTime = typeof made === 'string' && isTimestamp(made);
		if (wasTime && !isTime) return undecodable(String(made), '!!timestamp');
		mark(place.holder, place.key, by);
		if (isTime && (wasTime || place.isMade)) restyle(place.holder, place.key, 'time');
		if (Array.isArray(place.holder)) place.holder[Number(place.key)] = made;
		else put(place.holder, String(place.key), made);
	}
	return undefined;
}

/** setFieldValue: a scalar keeps its type, what it says is replaced, or the part between delimiters that an index names. */
function joined(place: Spot, given: Given, options: Value | undefined): Value | Fault {
	const delimiter = textAt(options, 'delimiter');
	const former = textIn(place);
	if (former === undefined) return delimiter === '' ? copy(given.value) : fault('delimiter option can only be used with scalar nodes');
	const text = delimiter === '' ? given.text : withPart(former.split(delimiter), given.text, Number(get(options, 'index') ?? 0)).join(delimiter);
	return place.isMade ? untagged(text) : retyped(valueAt(place), former, text);
}

function withPart(parts: readonly string[], part: string, index: number): readonly string[] {
	if (index < 0) return [part, ...parts];
	return index >= parts.length ? [...parts, part] : parts.with(index, part);
}

/** A scalar of no type of its own is what its text says; what that cannot say is told of what is built. */
function untagged(text: string): Value {
	const value = text === '' ? text : scalarValue(plainScalar(text));
	return isFault(value) ? text : value;
}

/** A text in place of a scalar, whose tag it has to go by (yaml.resolve). */
function retyped(former: Value, written: string, text: string): Value | Fault {
	if (typeof former === 'string') return text;
	// The null that nothing says is printed as a text without anything in it.
	if (former === null && text === '') return '';
	const value = scalarValue(plainScalar(text, tagOf(resolve(plainScalar(written)), written)));
	return isFault(value) ? fault(`map[string]interface {}(nil): ${value.error}`) : value;
}

const undecodable = (text: string, tag: string): Fault =>
	fault(`map[string]interface {}(nil): yaml: cannot decode ${tagOf(resolve(plainScalar(text)), text)} \`${text}\` as a ${tag}`);

interface Spot {
	readonly holder: Fields | Value[];
	readonly key: string | number;
	/** It was not there before. */
	readonly isMade: boolean;
}

const valueAt = ({ holder, key }: Spot): Value => (holder as Fields)[key as string] ?? null;

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
	const on: On = (holder, own, isMade = false) =>
		rest.length === 0 ? [{ holder, key: own, isMade }] : placesOf((holder as Fields)[own as string] ?? null, rest, made);
	if (Array.isArray(value)) {
		if (key === '*') return value.flatMap((_, index) => on(value, index));
		if (/^\d+$/.test(key)) {
			const isMade = Number(key) === value.length && made !== undefined;
			if (isMade) value.push(fresh(rest[0], made));
			return Number(key) < value.length ? on(value, Number(key), isMade) : [fault(`index ${key} specified but only ${value.length} elements found`)];
		}
		return elements(value, key, on, made);
	}
	// It is read as a structured text that is empty, and what is made in that is lost (handleStructuredDataInScalar).
	if (value === null) return made === undefined ? [] : placesOf(/^(?:\d+$|\[)/.test(key) ? [] : {}, keys, made);
	if (!isFields(value)) return [fault('a field that holds structured text is not supported')];
	if (key === '*') return Object.keys(value).flatMap((own) => on(value, own));
	if (get(value, key) !== undefined) return on(value, key);
	if (made === undefined) return [];
	put(value, key, fresh(rest[0], made));
	return on(value, key, true);
}

type On = (holder: Fields | Value[], key: string | number, isMade?: boolean) => readonly (Spot | Fault)[];

/** `[name=app]` */
function elements(list: Value[], key: string, on: On, made: Value | undefined): readonly (Spot | Fault)[] {
	const meant = itemKey(key);
	if (isFault(meant)) return [meant];
	const { field, wanted } = meant;
	const matches = pattern(wanted);
	if (isFault(matches)) return [matches];
	const found = list.flatMap((item, index) => (matches.test(scalarText(field === '' ? item : get(item, field)) ?? '\0') ? [index] : []));
	if (found.length > 0 || made === undefined) return found.flatMap((index) => on(list, index));
	return on(list, list.push(field === '' ? untagged(wanted) : { [field]: untagged(wanted) }) - 1, true);
}

const fresh = (next: string | undefined, made: Value): Value =>
	next === undefined ? (typeof made === 'object' && made !== null ? copy(made) : '') : /^(?:\d+|\[.*)$/.test(next) ? [] : {};
