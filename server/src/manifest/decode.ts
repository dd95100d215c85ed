import { goQuote } from '../schema/go-quote';
import { NIL, setOwn } from '../schema/nil';
import { parseQuantity } from '../schema/quantity';
import { type Field, fieldOf, type Minor, requiredOf, type Type } from '../schema/schema';
import { parseTime } from '../schema/time';
import { type Entry, entryOf, type MapNode, type Node, type Range, type ScalarNode } from '../yaml/node';
import { isMergeKey, resolve, resolveKey } from '../yaml/scalar';

/**
 * What kubectl and the server's decoder would say of a manifest's shape, before any validation.
 * `strict` faults refuse the object but leave it readable; `decode` faults end the server's reading (it stops at the first, we go on);
 * `repeated` ones nobody refuses, but something written is lost.
 */
export interface DecodeFault {
	readonly severity: 'decode' | 'strict' | 'repeated';
	readonly code:
		| 'decode/unknown-field'
		| 'decode/repeated-key'
		| 'decode/type'
		| 'decode/quantity'
		| 'decode/time'
		| 'decode/key'
		| 'decode/scalar'
		| 'decode/aliases';
	/** The server's own sentence, where it has one. */
	readonly message: string;
	readonly range: Range;
	/** The struct that was being read, and the key in it: for suggestions. */
	readonly struct?: string;
	readonly key?: string;
	/** The other places of a repeated key. */
	readonly others?: readonly Range[];
}

export interface Decoded {
	/** Plain JSON, only of fields the version knows; required fields hold Go's zero value where nothing is written. */
	readonly value: Readonly<Record<string, unknown>>;
	readonly faults: readonly DecodeFault[];
}

/** Reads a manifest as type `struct` (`Pod`, `Deployment`) of a Kubernetes version. Never throws. */
export function decode(node: Node, struct: string, version: Minor): Decoded {
	const decoder = new Decoder(version);
	const value = node.kind === 'map' ? decoder.struct(node, struct, '') : undefined;
	if (value === undefined) decoder.refuse(node, struct, struct);
	const fault = numberFault(node, struct);
	return { value: value ?? {}, faults: fault ? [...decoder.faults, fault] : decoder.faults };
}

/** Annotations in which older versions of these kinds keep a number. */
const NUMBERS: Readonly<Record<string, string>> = {
	DaemonSet: 'deprecated.daemonset.template.generation',
	Deployment: 'deprecated.deployment.rollback.to',
};

/** Convert_v1_DaemonSet_To_apps_DaemonSet and ..._Deployment, of which only the second takes an empty text. */
function numberFault(node: Node, struct: string): DecodeFault | undefined {
	const name = NUMBERS[struct];
	const annotation = name === undefined ? undefined : entryOf(entryOf(entryOf(node, 'metadata')?.value, 'annotations')?.value, name)?.value;
	if (annotation?.kind !== 'scalar' || integer(annotation.text.replace(/^\+(?=\d)/, ''), 'int64') !== undefined) return undefined;
	if (struct === 'Deployment' && annotation.text === '') return undefined;
	const message = `strconv.ParseInt: parsing ${goQuote(annotation.text)}: invalid syntax`;
	return { severity: 'decode', code: 'decode/type', message, range: annotation.range };
}

/** go.yaml.in/yaml/v2 gives up on documents that aliases blow up; this many values are more than any manifest holds. */
const MOST_VALUES = 200_000;
/** Of a key written over and over, so many places are told. */
const MOST_TWINS = 20;
/** sigs.k8s.io/json keeps this many strict faults. */
const MOST_STRICT = 100;

class Decoder {
	readonly faults: DecodeFault[] = [];
	private values = 0;
	private strictFaults = 0;

	constructor(private readonly version: Minor) {}

	struct(node: MapNode, struct: string, path: string): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		for (const [key, entry] of this.entries(node, struct)) {
			const field = fieldOf(struct, key, this.version);
			const childPath = path ? `${path}.${key}` : key;
			if (!field) {
				this.unknown(entry.key, struct, key, childPath);
				continue;
			}
			const child = this.value(entry.value, field.type, childPath, { struct, key });
			if (child !== undefined) value[key] = child;
		}
		for (const field of requiredOf(struct)) {
			if (!(field.name in value) && this.knows(field)) value[field.name] = this.zero(field.type);
		}
		return value;
	}

	private knows(field: Field): boolean {
		return field.since <= this.version && this.version <= field.until;
	}

	/** Each key once, the last writing winning (goyaml). */
	private entries(node: MapNode, struct: string): ReadonlyMap<string, Entry> {
		const entries = new Map<string, Entry>();
		const repeated = new Map<string, Entry[]>();
		let merged: Set<Entry> | undefined;
		for (const entry of node.entries) {
			if (isMergeKey(entry.key)) {
				merged ??= new Set();
				this.merge(entry, entries, merged, struct);
				continue;
			}
			const key = resolveKey(entry.key);
			if (key === undefined) {
				this.fault('decode', 'decode/key', `unsupported map key: ${entry.key.text || 'null'}`, entry.key.range);
				continue;
			}
			const former = entries.get(key);
			if (former) {
				const twins = repeated.get(key);
				if (twins) twins.push(entry);
				else if (!merged?.has(former)) repeated.set(key, [former, entry]);
				entries.delete(key);
			}
			entries.set(key, entry);
		}
		for (const [key, all] of repeated) this.repeat(key, all, struct);
		return entries;
	}

	/** goyaml's merge: of several sources the first wins, over what is written above the merge as well. */
	private merge(entry: Entry, into: Map<string, Entry>, merged: Set<Entry>, struct: string): void {
		const sources = entry.value?.kind === 'list' ? entry.value.items.map((item) => item.value).reverse() : [entry.value];
		for (const source of sources) {
			if (++this.values > MOST_VALUES) return;
			if (source?.kind !== 'map') {
				this.fault('decode', 'decode/key', 'map merge requires map or sequence of maps as the value', entry.key.range);
				return;
			}
			for (const [key, child] of this.entries(source, struct)) {
				into.set(key, child);
				merged.add(child);
			}
		}
	}

	private repeat(key: string, twins: readonly Entry[], struct: string): void {
		const all = twins.slice(0, MOST_TWINS);
		for (const entry of all) {
			const others = all.filter((other) => other !== entry).map((other) => other.key.range);
			this.faults.push({ severity: 'repeated', code: 'decode/repeated-key', message: `duplicate key "${key}"`, range: entry.key.range, struct, key, others });
		}
	}

	private unknown(node: ScalarNode, struct: string, key: string, path: string): void {
		if (++this.strictFaults > MOST_STRICT) return;
		this.faults.push({ severity: 'strict', code: 'decode/unknown-field', message: `unknown field ${goQuote(path)}`, range: node.range, struct, key });
	}

	private fault(severity: DecodeFault['severity'], code: DecodeFault['code'], message: string, range: Range): void {
		this.faults.push({ severity, code, message, range });
	}

	/** The JSON value, undefined for null or a fault. */
	private value(node: Node | undefined, type: Type, path: string, at: { readonly struct: string; readonly key: string }): unknown {
		if (++this.values > MOST_VALUES) {
			if (this.values === MOST_VALUES + 1 && node) this.fault('decode', 'decode/aliases', 'yaml: document contains excessive aliasing', node.range);
			return undefined;
		}
		if (!node) return undefined;
		// FieldsV1 takes any JSON.
		if (type.kind === 'object') return {};
		if (node.kind === 'scalar') return this.scalar(node, type, at);
		if (type.kind === 'struct' && node.kind === 'map') return this.struct(node, type.name, path);
		if (type.kind === 'list' && node.kind === 'list') {
			return node.items.map((item, index) => this.value(item.value, type.of, `${path}[${index}]`, at) ?? this.zero(type.of));
		}
		if (type.kind === 'map' && node.kind === 'map') return this.map(node, type.of, path, at);
		if (type.kind === 'quantity') this.fault('decode', 'decode/quantity', QUANTITY_SENTENCE, node.range);
		else if (type.kind === 'time') this.fault('decode', 'decode/time', `json: cannot unmarshal ${jsonKind(node)} into Go value of type string`, node.range);
		else this.refuse(node, goType(type), `${at.struct}.${at.key}`);
		return undefined;
	}

	private map(node: MapNode, of: Type, path: string, at: { readonly struct: string; readonly key: string }): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		for (const [key, entry] of this.entries(node, at.struct)) {
			setOwn(value, key, this.value(entry.value, of, `${path}.${key}`, at) ?? this.zero(of));
		}
		return value;
	}

	private scalar(node: ScalarNode, type: Type, at: { readonly struct: string; readonly key: string }): unknown {
		const scalar = resolve(node);
		if (scalar.kind === 'fault') {
			this.fault('decode', 'decode/scalar', scalar.message, node.range);
			return undefined;
		}
		if (scalar.kind === 'null') return undefined;
		const where = `${at.struct}.${at.key}`;
		switch (type.kind) {
			case 'string':
				if (scalar.kind === 'string') return scalar.text;
				break;
			case 'boolean':
				if (scalar.kind === 'boolean') return scalar.value;
				break;
			case 'int32':
			case 'int64':
				if (scalar.kind === 'number') {
					const value = integer(scalar.digits, type.kind);
					if (value === undefined)
						this.fault(
							'decode',
							'decode/type',
							`json: cannot unmarshal number ${scalar.digits} into Go struct field ${where} of type ${type.kind}`,
							node.range,
						);
					return value;
				}
				break;
			case 'intOrString': {
				if (scalar.kind === 'string') return scalar.text;
				const value = scalar.kind === 'number' ? integer(scalar.digits, 'int32') : undefined;
				if (value === undefined) this.refuse(node, 'int32', where, scalar.kind === 'number' ? `number ${scalar.digits}` : undefined);
				return value;
			}
			case 'quantity': {
				const text = scalar.kind === 'number' ? scalar.digits : scalar.kind === 'string' ? scalar.text : undefined;
				if (text !== undefined && parseQuantity(text)) return text;
				this.fault('decode', 'decode/quantity', QUANTITY_SENTENCE, node.range);
				return undefined;
			}
			case 'time': {
				const time = scalar.kind === 'string' ? parseTime(scalar.text) : undefined;
				if (time === undefined)
					this.fault('decode', 'decode/time', `parsing time ${JSON.stringify(node.text)} as "2006-01-02T15:04:05Z07:00": cannot parse`, node.range);
				return time;
			}
			default:
				break;
		}
		this.refuse(node, goType(type), where);
		return undefined;
	}

	/** encoding/json's UnmarshalTypeError. `where` is the struct and the field. */
	refuse(node: Node, type: string, where: string, kind: string = jsonKind(node)): void {
		this.fault('decode', 'decode/type', `json: cannot unmarshal ${kind} into Go struct field ${where} of type ${type}`, node.range);
	}

	/** What Go's struct holds where nothing is written; a required selector is a pointer there. */
	private zero(type: Type): unknown {
		switch (type.kind) {
			case 'string':
				return '';
			case 'boolean':
				return false;
			case 'int32':
			case 'int64':
			case 'intOrString':
				return 0;
			case 'quantity':
				return '0';
			case 'time':
				return undefined;
			case 'list':
				return NIL;
			case 'map':
			case 'object':
				return {};
			case 'struct':
				return type.name === 'LabelSelector' ? undefined : this.struct(EMPTY, type.name, '');
		}
	}
}

const EMPTY: MapNode = { kind: 'map', range: { start: 0, end: 0 }, entries: [], flow: false };

const QUANTITY_SENTENCE = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

/** What encoding/json calls the value. */
function jsonKind(node: Node): string {
	if (node.kind !== 'scalar') return node.kind === 'map' ? 'object' : 'array';
	const scalar = resolve(node);
	return scalar.kind === 'boolean' ? 'bool' : scalar.kind === 'fault' ? 'value' : scalar.kind;
}

/** The Go type as encoding/json prints it; string types of their own (v1.PullPolicy) read as string. */
function goType(type: Type): string {
	switch (type.kind) {
		case 'boolean':
			return 'bool';
		case 'intOrString':
			return 'int32';
		case 'quantity':
			return 'resource.Quantity';
		case 'time':
			return 'v1.Time';
		case 'object':
			return 'v1.FieldsV1';
		case 'list':
			return `[]${goType(type.of)}`;
		case 'map':
			return type.of.kind === 'quantity' ? 'v1.ResourceList' : `map[string]${goType(type.of)}`;
		case 'struct':
			return `v1.${type.name}`;
		default:
			return type.kind;
	}
}

const LIMITS = { int32: 2n ** 31n, int64: 2n ** 63n } as const;

/** strconv.ParseInt of a JSON number: no fraction, no exponent, in range. Beyond 2^53 the nearest double will do: no field means anything there. */
function integer(digits: string, kind: keyof typeof LIMITS): number | undefined {
	if (!/^-?\d+$/.test(digits)) return undefined;
	const value = BigInt(digits);
	return value >= -LIMITS[kind] && value < LIMITS[kind] ? Number(value) : undefined;
}
