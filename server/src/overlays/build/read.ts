import { jsonPatch } from '../../schema/json-patch';
import type { Node } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import { isMergeKey, resolve } from '../../yaml/scalar';
import { BLANK, copy, type Fault, type Fields, fault, get, isFault, isFields, put, textAt, type Value } from './object';
import { type Resource, resourceOf } from './resource';

/** What aliases may unfold to. */
const MOST_VALUES = 500_000;

/** The values of a YAML text, one for each document, as go.yaml.in/yaml/v3 reads them: `yes` and `on` are text. */
export function readValues(text: string): readonly Value[] | Fault {
	const values: Value[] = [];
	const budget = { left: MOST_VALUES };
	for (const part of split(text)) {
		const { root, faults } = parse(part.text);
		const [first] = faults;
		if (first) return fault(`MalformedYAMLError: ${first.message}`);
		const value = readNode(root, budget);
		if (isFault(value)) return value;
		if (budget.left < 0) return fault('yaml: document contains excessive aliasing');
		values.push(value);
	}
	return values;
}

function readNode(node: Node | undefined, budget: { left: number }): Value | Fault {
	if (!node || --budget.left < 0) return null;
	if (node.kind === 'scalar') {
		const scalar = resolve(node);
		if (scalar.kind === 'string') return scalar.text;
		if (scalar.kind === 'boolean') return /^(?:true|false)$/i.test(node.text) ? scalar.value : node.text;
		if (scalar.kind === 'number') return /^-?\d{16,19}$/.test(scalar.digits) ? BigInt(scalar.digits) : Number(scalar.digits);
		return scalar.kind === 'null' ? null : fault(`yaml: ${scalar.message}`);
	}
	if (node.kind === 'list') {
		const items = node.items.map((item) => readNode(item.value, budget));
		return items.find(isFault) ?? (items as Value[]);
	}
	const fields: Fields = {};
	const merged: Fields[] = [];
	const blank = new Set<string>();
	for (const { key, value } of node.entries) {
		const child = readNode(value, budget);
		if (isFault(child)) return child;
		if (isMergeKey(key)) merged.push(...(Array.isArray(child) ? child : [child]).filter(isFields));
		else if (Object.hasOwn(fields, key.text)) return fault(`yaml: mapping key "${key.text}" already defined`);
		else put(fields, key.text, child);
		if (child === null && (value === undefined || (value.kind === 'scalar' && value.text === ''))) blank.add(key.text);
	}
	for (const source of merged) for (const [key, child] of Object.entries(source)) if (!Object.hasOwn(fields, key)) put(fields, key, child);
	if (blank.size > 0) BLANK.set(fields, blank);
	return fields;
}

/** resource.Factory.SliceFromBytes: the objects of a file, lists unfolded; each needs a kind and a name. */
export function readResources(text: string): readonly Resource[] | Fault {
	const values = readValues(text);
	if (isFault(values)) return values;
	const queue = [...values];
	const resources: Resource[] = [];
	for (let value = queue.shift(); value !== undefined; value = queue.shift()) {
		if (value === null || (isFields(value) && Object.keys(value).length === 0)) continue;
		if (!isFields(value)) return fault('wrong node kind: expected MappingNode');
		const wrong = lacks(value);
		if (wrong) return wrong;
		const items = get(value, 'items');
		if (!textAt(value, 'kind').endsWith('List') || items === undefined) resources.push(resourceOf(value));
		else if (Array.isArray(items)) queue.push(...items);
		else if (items !== null) return fault(`expected array in ${textAt(value, 'kind')}/items`);
	}
	return resources;
}

/** RNode.GetValidatedMetadata */
function lacks(fields: Fields): Fault | undefined {
	const kind = textAt(fields, 'kind');
	if (kind === '') return fault('missing Resource metadata');
	if (kind.endsWith('List')) return undefined;
	const metadata = get(fields, 'metadata');
	return textAt(metadata, 'name') === '' ? fault(`missing metadata.name in object {{${textAt(fields, 'apiVersion')} ${kind}} {{ } map[] map[]}}`) : undefined;
}

/** A patch in JSON (RFC 6902) applied to an object. */
export function applyOperations(fields: Fields, operations: readonly Value[]): Fields | Fault {
	const result = jsonPatch(fields, operations);
	if ('fault' in result) return fault(result.fault);
	// What a patch leaves alone is shared with what it was made of.
	const object = copy(result.object as Value);
	return isFields(object) ? object : fault('a patch may not turn an object into something else');
}
