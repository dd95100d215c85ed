import { sortedJson } from '../../yaml/json';
import { nameHash } from './hash';
import { at, type Fault, type Fields, fault, get, isFault, isFields, put, scalarText, textAt, type Value } from './object';
import { type Resource, resourceOf } from './resource';

/** Bytes of a file, or why there are none. */
export type Load = (path: string) => Uint8Array | Fault;

type Pair = readonly [key: string, value: Uint8Array];

const list = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value.flatMap((item) => scalarText(item) ?? []) : []);
const utf8 = new TextEncoder();

/** ConfigMapGenerator and SecretGenerator: an object of what an entry of a kustomization names. `global` is generatorOptions. */
export function generate(kind: 'ConfigMap' | 'Secret', entry: Value, global: Value | undefined, load: Load): Resource | Fault {
	const [name, namespace, behavior] = [textAt(entry, 'name'), textAt(entry, 'namespace'), textAt(entry, 'behavior')];
	if (name === '') return fault('a configmap must have a name');
	const fields: Fields = { apiVersion: 'v1', kind, metadata: namespace === '' ? { name } : { name, namespace } };
	if (kind === 'Secret') put(fields, 'type', textAt(entry, 'type') || 'Opaque');
	const wrong = fill(fields, kind, name, entry, load);
	if (wrong) return wrong;
	for (const field of ['labels', 'annotations']) {
		const texts = { ...mapAt(global, field), ...mapAt(at(entry, 'options'), field) };
		if (Object.keys(texts).length > 0) put(fields['metadata'] as Fields, field, texts);
	}
	const says = (key: string): boolean => at(entry, 'options', key) === true || get(global, key) === true;
	if (says('immutable')) put(fields, 'immutable', true);
	const resource = resourceOf(fields);
	resource.needsHash = !says('disableNameSuffixHash');
	resource.behavior = behavior === 'replace' || behavior === 'merge' || behavior === 'create' ? behavior : 'unspecified';
	return resource;
}

const mapAt = (value: Value | undefined, key: string): Fields => {
	const found = get(value, key);
	return isFields(found) ? Object.fromEntries(Object.entries(found).map(([name, text]) => [name, scalarText(text) ?? ''])) : {};
};

function fill(fields: Fields, kind: 'ConfigMap' | 'Secret', name: string, entry: Value, load: Load): Fault | undefined {
	const pairs = pairsOf(entry, load);
	if (isFault(pairs)) return pairs;
	const data: Fields = {};
	const binaryData: Fields = {};
	for (const [key, bytes] of pairs) {
		if (!/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key.startsWith('..')) return fault(`"${key}" is not a valid key name for a ConfigMap or Secret`);
		if (Object.hasOwn(data, key) || Object.hasOwn(binaryData, key)) return fault(`configmap ${name} illegally repeats the key \`${key}\``);
		const text = kind === 'ConfigMap' ? textOf(bytes) : undefined;
		if (text !== undefined) put(data, key, text);
		else put(kind === 'Secret' ? data : binaryData, key, base64(bytes));
	}
	if (kind === 'Secret' || Object.keys(data).length > 0) put(fields, 'data', data);
	if (Object.keys(binaryData).length > 0) put(fields, 'binaryData', binaryData);
	return undefined;
}

/** kv.loader.Load: files of variables, literals, files, in this order. */
function pairsOf(entry: Value, load: Load): readonly Pair[] | Fault {
	const pairs: Pair[] = [];
	for (const path of [...list(get(entry, 'envs')), ...(textAt(entry, 'env') ? [textAt(entry, 'env')] : [])]) {
		const bytes = load(path);
		if (isFault(bytes)) return bytes;
		const lines = variables(textOf(bytes));
		if (isFault(lines)) return lines;
		pairs.push(...lines);
	}
	for (const literal of list(get(entry, 'literals'))) {
		const equals = literal.indexOf('=');
		if (equals <= 0) return fault(`invalid literal source ${literal}, expected key=value`);
		pairs.push([literal.slice(0, equals), utf8.encode(unquoted(literal.slice(equals + 1)))]);
	}
	for (const source of list(get(entry, 'files'))) {
		const parts = source.split('=');
		const [key = '', path = ''] = parts.length === 1 ? [source.slice(source.lastIndexOf('/') + 1), source] : parts;
		if (parts.length > 2 || key === '' || path === '') return fault(`source "${source}" needs a key name and a file path, with one '=' between them`);
		const bytes = load(path);
		if (isFault(bytes)) return bytes;
		pairs.push([key, bytes]);
	}
	return pairs;
}

/** keyValuesFromLine */
function variables(text: string | undefined): readonly Pair[] | Fault {
	if (text === undefined) return fault('the file of variables has invalid utf8 bytes');
	const pairs: Pair[] = [];
	for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
		const own = line.trimStart();
		if (own === '' || own.startsWith('#')) continue;
		const equals = own.indexOf('=');
		const key = equals < 0 ? own : own.slice(0, equals);
		if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(key)) return fault(`"${key}" is not a valid key name`);
		pairs.push([key, utf8.encode(equals < 0 ? '' : own.slice(equals + 1))]);
	}
	return pairs;
}

const unquoted = (text: string): string => (/^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text);

/** The text that bytes are, if they are UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	return text.includes('\ufffd') && utf8.encode(text).length !== bytes.length ? undefined : text;
}

/** kyaml encodeBase64: lines of 70 where it is longer than one. */
function base64(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	const encoded = btoa(binary);
	return encoded.length < 70 ? encoded : encoded.replace(/.{1,70}/g, '$&\n');
}

/** hasher.Hash. It looks for the name under a key `metadata/name`, which nothing has: the hash is that of a nameless object. */
export function hashOf({ fields }: Resource): string {
	const kind = textAt(fields, 'kind');
	const named: Record<string, Value> = { kind, name: '', data: get(fields, 'data') ?? '' };
	if (kind === 'Secret') named['type'] = textAt(fields, 'type');
	const other = kind === 'Secret' ? 'stringData' : 'binaryData';
	if (isFields(get(fields, other))) named[other] = get(fields, other) ?? null;
	return nameHash(utf8.encode(sortedJson(named)));
}
