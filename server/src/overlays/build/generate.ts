import type { Origin } from '../../built/origin';
import { sortedJson } from '../../yaml/json';
import { nameHash } from './hash';
import { type Fault, type Fields, fault, get, isFault, isFields, put, scalarText, textAt, type Value } from './object';
import { bytesOf, loadFile, type Place, textOf } from './place';
import { idOf, type Resource, remember, resourceOf, setName } from './resource';
import { homeOf, setTrace, traceOf } from './written';

/** A key, what stands under it, and where that is named. */
interface Pair {
	readonly key: string;
	readonly bytes: Uint8Array;
	readonly at: Origin | undefined;
}

/** ConfigMapGenerator and SecretGenerator: an object of what an entry of a kustomization names. `global` is generatorOptions. */
export function generate(kind: 'ConfigMap' | 'Secret', entry: Value, global: Value | undefined, place: Place): Resource | Fault {
	const at = isFields(entry) ? homeOf(entry) : undefined;
	const [name, namespace, behavior] = [textAt(entry, 'name'), textAt(entry, 'namespace'), textAt(entry, 'behavior')];
	if (name === '') return fault('a configmap must have a name', at);
	const fields: Fields = { apiVersion: 'v1', kind, metadata: namespace === '' ? { name } : { name, namespace } };
	if (kind === 'Secret') put(fields, 'type', textAt(entry, 'type') || 'Opaque');
	const wrong = fill(fields, kind, name, entry, place);
	if (wrong) return fault(wrong.error, wrong.at ?? at);
	traceMade(fields, entry, at);
	for (const field of ['labels', 'annotations']) {
		const texts = { ...scalarsAt(global, field), ...scalarsAt(get(entry, 'options'), field) };
		if (Object.keys(texts).length > 0) put(fields['metadata'] as Fields, field, texts);
	}
	const says = (key: string): boolean => get(get(entry, 'options'), key) === true || get(global, key) === true;
	if (says('immutable')) put(fields, 'immutable', true);
	const resource = resourceOf(fields);
	resource.needsHash = !says('disableNameSuffixHash');
	resource.behavior = behavior === 'replace' || behavior === 'merge' || behavior === 'create' ? behavior : 'unspecified';
	return resource;
}

/** What is generated was typed where the kustomization says so. */
function traceMade(fields: Fields, entry: Value, by: Origin | undefined): void {
	if (!by || !isFields(entry)) return;
	for (const key of Object.keys(fields)) setTrace(fields, key, traceOf(entry, key) ?? { key: by, value: by });
	const metadata = get(fields, 'metadata');
	if (isFields(metadata)) for (const key of Object.keys(metadata)) setTrace(metadata, key, traceOf(entry, key));
}

const scalarsAt = (value: Value | undefined, key: string): Fields => {
	const found = get(value, key);
	return isFields(found) ? Object.fromEntries(Object.entries(found).map(([name, text]) => [name, scalarText(text) ?? ''])) : {};
};

function fill(fields: Fields, kind: 'ConfigMap' | 'Secret', name: string, entry: Value, place: Place): Fault | undefined {
	const pairs = pairsOf(entry, place);
	if (isFault(pairs)) return pairs;
	const data: Fields = {};
	const binaryData: Fields = {};
	for (const { key, bytes, at } of pairs) {
		if (Object.hasOwn(data, key) || Object.hasOwn(binaryData, key)) return fault(`configmap ${name} illegally repeats the key \`${key}\``, at);
		const text = kind === 'ConfigMap' ? textOf(bytes) : undefined;
		const holder = text === undefined && kind === 'ConfigMap' ? binaryData : data;
		put(holder, key, text ?? base64(bytes));
		setTrace(holder, key, at && { key: at, value: at });
	}
	if (kind === 'Secret' || Object.keys(data).length > 0) put(fields, 'data', data);
	if (Object.keys(binaryData).length > 0) put(fields, 'binaryData', binaryData);
	return undefined;
}

/** kv.loader.Load: files of variables, literals, files, in this order. */
function pairsOf(entry: Value, place: Place): readonly Pair[] | Fault {
	const pairs: Pair[] = [];
	const from = (sources: readonly Listed[], read: (source: Listed) => readonly Pair[] | Fault): Fault | undefined => {
		for (const source of sources) {
			const found = read(source);
			if (isFault(found)) return fault(found.error, found.at ?? source.at);
			pairs.push(...found);
		}
		return undefined;
	};
	const env = textAt(entry, 'env');
	const alone: readonly Listed[] = env && isFields(entry) ? [{ text: env, at: traceOf(entry, 'env')?.value }] : [];
	const wrong =
		from([...listed(entry, 'envs'), ...alone], (source) => fromVariables(source, place)) ??
		from(listed(entry, 'literals'), fromLiteral) ??
		from(listed(entry, 'files'), (source) => fromFile(source, place));
	return wrong ?? pairs;
}

interface Listed {
	readonly text: string;
	readonly at: Origin | undefined;
}

const listed = (entry: Value, field: string): readonly Listed[] => {
	const items = get(entry, field);
	if (!Array.isArray(items)) return [];
	return items.flatMap((item, index) => {
		const text = scalarText(item);
		return text === undefined ? [] : { text, at: traceOf(items, index)?.value };
	});
};

function fromVariables({ text, at }: Listed, place: Place): readonly Pair[] | Fault {
	const file = loadFile(place, text);
	return isFault(file) ? file : variables(textOf(file.content), at);
}

function fromLiteral({ text, at }: Listed): readonly Pair[] | Fault {
	const equals = text.indexOf('=');
	if (equals <= 0) return fault(`invalid literal source ${text}, expected key=value`);
	return [{ key: text.slice(0, equals), bytes: bytesOf(unquoted(text.slice(equals + 1))), at }];
}

function fromFile({ text, at }: Listed, place: Place): readonly Pair[] | Fault {
	const parts = text.split('=');
	const [key = '', path = ''] = parts.length === 1 ? [text.slice(text.lastIndexOf('/') + 1), text] : parts;
	if (parts.length > 2 || key === '' || path === '') return fault(`source "${text}" needs a key name and a file path, with one '=' between them`);
	const file = loadFile(place, path);
	return isFault(file) ? file : [{ key, bytes: bytesOf(file.content), at }];
}

/** keyValuesFromLine */
function variables(text: string | undefined, at: Origin | undefined): readonly Pair[] | Fault {
	if (text === undefined) return fault('the file of variables has invalid utf8 bytes');
	const pairs: Pair[] = [];
	for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
		const own = line.trimStart();
		if (own === '' || own.startsWith('#')) continue;
		const equals = own.indexOf('=');
		const key = equals < 0 ? own : own.slice(0, equals);
		if (key !== '') pairs.push({ key, bytes: bytesOf(equals < 0 ? '' : own.slice(equals + 1)), at });
	}
	return pairs;
}

const unquoted = (text: string): string => (/^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text);

/** kyaml encodeBase64: lines of 70 where it is longer than one. */
function base64(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	const encoded = btoa(binary);
	return encoded.length < 70 ? encoded : encoded.replace(/.{1,70}/g, '$&\n');
}

/** HashTransformer: what is generated is called by what it holds, so that what changes is another object. */
export function addHashes(resources: readonly Resource[]): undefined {
	for (const resource of resources.filter((one) => one.needsHash)) {
		const hash = hashOf(resource);
		remember(resource);
		setName(resource, `${idOf(resource).name}-${hash}`);
	}
}

/** hasher.Hash. It looks for the name under a key `metadata/name`, which nothing has: the hash is that of a nameless object. */
function hashOf({ fields }: Resource): string {
	const kind = textAt(fields, 'kind');
	const named: Record<string, Value> = { kind, name: '', data: get(fields, 'data') ?? '' };
	if (kind === 'Secret') named['type'] = textAt(fields, 'type');
	const other = kind === 'Secret' ? 'stringData' : 'binaryData';
	if (isFields(get(fields, other))) named[other] = get(fields, other) ?? null;
	return nameHash(bytesOf(sortedJson(named)));
}
