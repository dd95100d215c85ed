import type { Origin } from '../../built/origin';
import { jsonPatch } from '../../schema/json-patch';
import { nearest } from '../../schema/nearest';
import { scanJson, skipSpace } from '../../yaml/json-stream';
import { type Node, type Range, type ScalarNode, shifted } from '../../yaml/node';
import { type Document, type Part, parse, split } from '../../yaml/parse';
import { isMergeKey, isTimestamp, plainScalar, resolve, resolveKey, type Scalar } from '../../yaml/scalar';
import { inItsCase } from '../in-its-case';
import { BLANK, copy, type Fault, type Fields, fault, get, isEmpty, isFault, isFields, mapAt, oddKey, put, TWINS, textAt, type Value, within } from './object';
import { refolded } from './refold';
import { type Resource, resourceOf } from './resource';
import type { OwnSchema } from './schemas';
import { traceOperation } from './trace-operation';
import { homeOf, readFrom, type Source, traceOf } from './written';

/** What aliases may unfold to. */
const MOST_VALUES = 500_000;

/** How a text is read: as an object, as a patch of one, or as any other YAML, all by go.yaml.in/yaml/v3, to which `yes` and `on` are text; or as JSON by sigs.k8s.io/yaml, to which they are not. */
type Reading = 'object' | 'patch' | 'plain' | 'json';

/** The values of a YAML text, one for each document; decoded into a struct of kustomize, where one is named. */
export function readValues(source: Source, parsed?: Parsed, as: Reading = 'json', struct?: string): readonly Value[] | Fault {
	const unread = unreadIn(source);
	if (unread) return within('MalformedYAMLError', unread);
	const values: Value[] = [];
	const reader: Reader = { source, as, start: 0, text: '', left: MOST_VALUES };
	for (const { start, document } of partsOf(source, parsed)) {
		const [first] = document.faults;
		reader.start = start;
		reader.text = document.text;
		if (first) return fault(`MalformedYAMLError: ${first.message}`, placeIn(reader, first.range));
		const root = struct === undefined ? document.root : inItsCase(document.root, struct);
		const value = readNode(root, reader, as === 'object' || as === 'patch' ? 'object' : 'plain');
		if (isFault(value)) return value;
		if (reader.left < 0) return fault('yaml: document contains excessive aliasing', placeIn(reader, { start: 0, end: 0 }));
		values.push(value);
	}
	return values;
}

/** Why no YAML is read from a source at all. */
export function unreadIn({ file, unread }: Source): Fault | undefined {
	return unread && fault(`yaml: ${unread.message}`, { file, range: { start: unread.at, end: unread.at } });
}

/** Files as they were parsed last, by their paths: of many that are built from only those that changed are parsed anew. */
export type Parsed = Map<string, ParsedFile>;
interface ParsedFile {
	readonly text: string;
	/** Either is made when somebody asks for it. */
	parts?: readonly ParsedPart[];
	schema?: OwnSchema;
}
interface ParsedPart extends Pick<Part, 'start'> {
	readonly document: Document;
}

/** What is known of a file as it is now. */
export function parsedFile({ file, text }: Source, parsed: Parsed | undefined): ParsedFile {
	const known = parsed?.get(file);
	if (known?.text === text) return known;
	const fresh: ParsedFile = { text };
	parsed?.set(file, fresh);
	return fresh;
}

function partsOf(source: Source, parsed: Parsed | undefined): readonly ParsedPart[] {
	const file = parsedFile(source, parsed);
	file.parts ??= split(source.text).map((part) => ({ start: part.start, document: parse(part.text) }));
	return file.parts;
}

/** In the midst of a document. */
interface Reader {
	readonly source: Source;
	readonly as: Reading;
	start: number;
	text: string;
	/** So many values may still come of it. */
	left: number;
}

const placeIn = ({ source, start }: Reader, range: Range): Origin => ({
	file: source.file,
	range: source.inFile(shifted(range, start)),
});

/** What is in objects is written again before it is shown, but for annotations, which are set anew; nothing else is. */
type Within = 'plain' | 'object' | 'metadata' | 'inside';

function below(within: Within, key: string): Within {
	if (within === 'plain' || (within === 'metadata' && key === 'annotations')) return 'plain';
	return within === 'object' && key === 'metadata' ? 'metadata' : 'inside';
}

function readNode(node: Node | undefined, reader: Reader, within: Within): Value | Fault {
	if (!node || --reader.left < 0) return null;
	if (node.kind === 'scalar') {
		const value = reader.as === 'json' ? meantBy(resolve(node)) : scalarValue(node);
		if (isFault(value)) return fault(value.error, placeIn(reader, node.range));
		return node.style === 'block' && typeof value === 'string' ? blockText(value, node.range, reader, within) : value;
	}
	if (node.kind === 'list') {
		const items = node.items.map((item) => readNode(item.value, reader, below(within, '')));
		const times = node.items.flatMap(({ value }, index) => (isTime(value, node.flow) ? [index] : []));
		readFrom(items, reader.source, node, reader.start, timesIn(reader, times));
		return items.find(isFault) ?? (items as Value[]);
	}
	const fields: Fields = {};
	const merged: Fields[] = [];
	const blank = new Set<string>();
	const times: string[] = [];
	for (const { key, value } of node.entries) {
		const child = readNode(value, reader, below(within, key.text));
		if (isFault(child)) return child;
		const name = reader.as === 'json' ? resolveKey(key) : key.text;
		if (isMergeKey(key)) merged.push(...(Array.isArray(child) ? child : [child]).filter(isFields));
		else if (name === undefined) return fault('Unsupported map key of type: <nil>', placeIn(reader, key.range));
		// Of twins JSON has the last, and a merge the first.
		else if (!Object.hasOwn(fields, name) || reader.as === 'json') put(fields, name, child);
		else if (reader.as !== 'patch') return twin(key, reader);
		else TWINS.set(fields, twin(key, reader));
		if (child === null && (value === undefined || (value.kind === 'scalar' && value.text === ''))) blank.add(key.text);
		if (!isOfObject(reader)) continue;
		if (isTime(value, node.flow)) times.push(key.text);
		if (key.style === 'plain' && !isMergeKey(key) && isOddKey(key.text, key.tag)) oddKey(fields, key.text);
	}
	for (const source of merged)
		for (const [key, child] of Object.entries(source)) {
			if (Object.hasOwn(fields, key)) continue;
			put(fields, key, child);
			if (traceOf(source, key)?.as === 'time') times.push(key);
		}
	if (blank.size > 0) BLANK.set(fields, blank);
	readFrom(fields, reader.source, node, reader.start, timesIn(reader, times));
	return fields;
}

const NO_TIMES: ReadonlySet<string> = new Set();

const timesIn = (reader: Reader, times: readonly (string | number)[]): ReadonlySet<string | number> | undefined =>
	isOfObject(reader) ? (times.length === 0 ? NO_TIMES : new Set(times)) : undefined;

const isOfObject = ({ as }: Reader): boolean => as === 'object' || as === 'patch';

/** Whether go.yaml.in/yaml/v3 makes a time.Time of a value; not in brackets where it has a colon, for there kustomize writes it in quotes (yaml_emitter_analyze_scalar) before it reads it again. */
function isTime(node: Node | undefined, isInBrackets: boolean): boolean {
	if (node?.kind !== 'scalar' || !isTimestamp(node.text)) return false;
	const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
	if (node.style !== 'plain') return tag === '!!timestamp';
	return (tag === undefined || tag === '!!timestamp') && !(isInBrackets && node.text.includes(':'));
}

/** Whether a key that stands without quotes is no text to go.yaml.in/yaml/v3. */
export function isOddKey(text: string, tag?: string): boolean {
	if (/^[A-Za-z]/.test(text) && !WORD.test(text)) return false;
	const value = scalarValue(plainScalar(text, tag));
	return typeof value !== 'string' || (tag !== '!!str' && isTimestamp(text));
}

const WORD = /^(?:true|false|null)$/i;

const twin = (key: ScalarNode, reader: Reader): Fault => fault(`yaml: mapping key "${key.text}" already defined`, placeIn(reader, key.range));

/** What a scalar is to go.yaml.in/yaml/v3, where `yes` and its like are text. */
export function scalarValue(node: ScalarNode): Value | Fault {
	if (/^(?:y(?:es)?|no?|on|off)$/i.test(node.text))
		return /^!!(?:bool|int|float|null)$/.test(node.tag ?? '') ? fault(`yaml: cannot decode !!str \`${node.text}\` as a ${node.tag}`) : node.text;
	return meantBy(resolve(node));
}

function meantBy(scalar: Scalar): Value | Fault {
	if (scalar.kind === 'string') return scalar.text;
	if (scalar.kind === 'boolean') return scalar.value;
	if (scalar.kind === 'number') return /^-?\d{16,19}$/.test(scalar.digits) ? BigInt(scalar.digits) : Number(scalar.digits);
	return scalar.kind === 'null' ? null : fault(scalar.message);
}

function blockText(written: string, { start, end }: Range, { text: document }: Reader, within: Within): string {
	const text = cutOff(written, { start, end }, document);
	return within !== 'plain' && document.startsWith('>', start) ? refolded(text) : text;
}

/**
 * The text of a block as yaml_parser_scan_block_scalar has it: what a file ends in the midst of ends without a line break.
 * kubectl's reader ends each line with one, kustomize's does not.
 */
function cutOff(text: string, { start, end }: Range, document: string): string {
	const lastBreak = document.lastIndexOf('\n');
	const last = lastBreak < start ? '' : document.slice(lastBreak + 1);
	const isLast = end >= document.length - (last.trim() === '' ? last.length : 0);
	if (!isLast || last === '' || !text.endsWith('\n')) return text;
	const [header = '', ...lines] = document.slice(start).split('\n');
	const first = lines.find((line) => line.trim() !== '');
	const own = text.slice(0, -1);
	// The first line that says something tells what the block is indented by; where none does, what of the last is text.
	const rest = first === undefined ? own.slice(own.lastIndexOf('\n') + 1) : last.slice(leading(first) - leading(text.replace(/^\n+/, '')));
	return rest !== '' || header.includes('+') ? own : text;
}

const leading = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** resource.Factory.SliceFromBytes: the objects of a file, lists unfolded; each needs a kind and a name. */
export function readResources(source: Source, parsed?: Parsed, as: Reading = 'object'): readonly Resource[] | Fault {
	const values = readValues(source, parsed, as);
	if (isFault(values)) return values;
	const queue = [...values];
	const resources: Resource[] = [];
	for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
		if (isEmpty(value)) continue;
		if (!isFields(value)) return fault(NO_METADATA, { file: source.file, range: source.inFile({ start: 0, end: 0 }) });
		const wrong = lacks(value);
		if (wrong) return wrong;
		const items = get(value, 'items');
		if (!textAt(value, 'kind').endsWith('List') || items === undefined) resources.push(resourceOf(value));
		else if (Array.isArray(items)) queue.push(...items);
		else if (items !== null) return fault(`expected array in ${textAt(value, 'kind')}/items`, homeOf(value));
	}
	return resources;
}

/** RNode.GetValidatedMetadata */
function lacks(fields: Fields): Fault | undefined {
	const kind = textAt(fields, 'kind');
	const metadata = get(fields, 'metadata');
	const says = [...['apiVersion', 'kind'].map((key) => get(fields, key)), ...['name', 'namespace', 'labels', 'annotations'].map((key) => get(metadata, key))];
	if (says.every(isEmpty)) return fault(NO_METADATA, meantAs('kind', fields));
	if (kind === '') return fault(`missing kind in object ${metaText(fields)}`, meantAs('kind', fields));
	if (kind.endsWith('List')) return undefined;
	if (textAt(metadata, 'name') !== '') return undefined;
	const words = `missing metadata.name in object ${metaText(fields)}`;
	return fault(words, isFields(metadata) ? (meantAs('name', metadata) ?? traceOf(fields, 'metadata')?.key) : meantAs('metadata', fields));
}

const NO_METADATA = 'missing Resource metadata';

/** yaml.ResourceMeta as Go prints it. */
function metaText(fields: Fields): string {
	const metadata = get(fields, 'metadata');
	const [labels, annotations] = [mapAt(metadata, 'labels'), mapAt(metadata, 'annotations')].map((texts) =>
		Object.keys(texts)
			.sort()
			.map((key) => `${key}:${textAt(texts, key)}`)
			.join(' '),
	);
	const type = `${textAt(fields, 'apiVersion')} ${textAt(fields, 'kind')}`;
	return `{{${type}} {{${textAt(metadata, 'name')} ${textAt(metadata, 'namespace')}} map[${labels}] map[${annotations}]}}`;
}

/** Where a field is written that is missing: under a name much like it, else where the map begins. */
export function meantAs(field: string, fields: Fields): Origin | undefined {
	const slip = nearest(field, Object.keys(fields), 2);
	return (slip === undefined ? undefined : traceOf(fields, slip)?.key) ?? homeOf(fields);
}

/** What encoding/json says where more stands behind a value. */
export function afterValue(text: string, end: number): string | undefined {
	const next = text.charAt(skipSpace(text, end));
	return next === '' ? undefined : `invalid character '${next}' after top-level value`;
}

/** jsonpatch.DecodePatch: a patch that begins as a list of JSON has to be JSON. */
export function notJson({ file, text, inFile }: Source): Fault | undefined {
	if (!text.startsWith('[')) return undefined;
	const scanned = scanJson(`${text} `, 0);
	const wrong = 'message' in scanned ? scanned.message : afterValue(text, scanned.end);
	return wrong === undefined ? undefined : fault(`decoding ${text.slice(0, 80)}: ${wrong}`, { file, range: inFile({ start: 0, end: text.length }) });
}

/** A patch in JSON (RFC 6902) applied to an object. */
export function applyOperations(fields: Fields, operations: readonly Value[]): Fields | Fault {
	let now: Value = fields;
	for (const operation of operations) {
		const own = copy(operation);
		const result = jsonPatch(now, [own]);
		if ('fault' in result) return fault(result.fault, isFields(operation) ? homeOf(operation) : undefined);
		traceOperation(now, result.object as Value, own);
		now = result.object as Value;
	}
	// What a patch leaves alone is shared with what it was made of.
	const object = copy(now);
	return isFields(object) ? object : fault('a patch may not turn an object into something else');
}
