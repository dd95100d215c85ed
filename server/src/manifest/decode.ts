import { FieldPath } from '../schema/field-path';
import { goQuote } from '../schema/go-quote';
import { goField, goType } from '../schema/go-types';
import type { Exact } from '../schema/int64';
import { NIL, setOwn } from '../schema/nil';
import { parseQuantity, quantityFault } from '../schema/quantity';
import { type Field, fieldOf, type Minor, requiredOf, type Type } from '../schema/schema';
import { parseTime, timeFault } from '../schema/time';
import { conversionFaults } from '../yaml/convert';
import { toJson } from '../yaml/json';
import type { Entry, MapNode, Node, Range, ScalarNode } from '../yaml/node';
import { isMergeKey, isNull, jsonKind, resolve, resolveKey } from '../yaml/scalar';
import { type IntegerKind, integer, numberFault } from './integers';

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
	/** Plain JSON, only of fields the version knows; required fields hold Go's zero value where nothing is written, or nothing that can be read. */
	readonly value: Readonly<Record<string, unknown>>;
	readonly faults: readonly DecodeFault[];
	/** The sentence in which the server stops reading, where it does. */
	readonly refusal?: string;
	/** Whole numbers that a double does not hold, by the double that stands for them in the value. */
	readonly exact: Exact;
	/** Where something is written that nobody knows the value of: it did not decode, or the caller says so. Nothing in the value stands for it. */
	readonly unknown: readonly Unknown[];
}

/** A place whose value is not known, and what type it is to be of. The path of the whole object is undefined. */
export interface Unknown {
	readonly path: FieldPath | undefined;
	readonly type: Type;
	/** What it may be, where the field has a list of that. */
	readonly values?: readonly string[];
}

/** Reads a manifest as type `struct` (`Pod`, `Deployment`) of a Kubernetes version. `isUnknown` tells scalars whose value is not known yet. Never throws. */
export function decode(node: Node, struct: string, version: Minor, isUnknown?: (scalar: ScalarNode) => boolean): Decoded {
	const decoder = new Decoder(version, isUnknown);
	const value = decoder.object(node, struct);
	const conversion = conversionFaults(node).map(({ part, message, range }): DecodeFault => ({ severity: 'decode', code: `decode/${part}`, message, range }));
	const number = numberFault(node, struct);
	const faults = [...conversion, ...decoder.faults, ...(number ? [{ ...number, severity: 'decode', code: 'decode/type' } as const] : [])];
	const refusal = conversion[0] ?? decoder.aborted ?? faults.find(({ severity }) => severity === 'decode');
	return { value, faults, exact: decoder.exact, unknown: decoder.unknown, ...(refusal ? { refusal: refusal.message } : {}) };
}

/** go.yaml.in/yaml/v2 gives up on documents that aliases blow up; this many values are more than any manifest holds. */
const MOST_VALUES = 200_000;
/** Of a key written over and over, so many places are told. */
const MOST_TWINS = 20;
/** sigs.k8s.io/json keeps this many strict faults. */
const MOST_STRICT = 100;

/** Where a value stands: its struct and field, as encoding/json names them in a fault. */
interface Spot {
	readonly struct: string;
	readonly field: string;
	/** The way to the field as Go goes it: without indexes, and through embedded structs. */
	readonly goPath: string;
}

/** sigs.k8s.io/json UnmarshalStrict over what YAMLToJSON writes, whose keys are sorted. It stops where a type reads itself, and is else told of the first fault. */
class Decoder {
	readonly faults: DecodeFault[] = [];
	readonly unknown: Unknown[] = [];
	readonly exact = new Map<number, bigint>();
	/** The fault at which the server's reading ends at once. */
	aborted: DecodeFault | undefined;
	private values = 0;
	private strictFaults = 0;

	constructor(
		private readonly version: Minor,
		private readonly isUnknown: (scalar: ScalarNode) => boolean = () => false,
	) {}

	object(node: Node, struct: string): Readonly<Record<string, unknown>> {
		if (node.kind === 'map') return this.struct(node, struct, undefined, '');
		const message = `json: cannot unmarshal ${jsonKind(node)} into Go value of type v1.${struct}`;
		this.fault('decode', 'decode/type', message, node.range);
		this.unknown.push({ path: undefined, type: { kind: 'struct', name: struct } });
		return {};
	}

	private struct(node: MapNode, struct: string, path: FieldPath | undefined, goPath: string): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		for (const [key, entry] of this.sorted(node, struct)) {
			const field = fieldOf(struct, key, this.version);
			const childPath = path ? path.child(key) : FieldPath.of(key);
			if (!field) {
				this.unknownField(entry.key, struct, key, childPath);
				continue;
			}
			const way = goField(struct, key, this.version);
			const child = this.value(entry.value, field.type, childPath, { struct, field: key, goPath: goPath ? `${goPath}.${way}` : way });
			if (child !== undefined) value[key] = child;
		}
		for (const field of requiredOf(struct)) {
			if (!(field.name in value) && this.knows(field)) value[field.name] = this.zero(field.type);
		}
		return value;
	}

	/** json.Marshal sorts the keys of a map. */
	private sorted(node: MapNode, struct: string): readonly (readonly [string, Entry])[] {
		return [...this.entries(node, struct)].sort(([a], [b]) => (a < b ? -1 : 1));
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
			if (key === undefined) continue;
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
			if (source?.kind !== 'map') return;
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

	private unknownField(node: ScalarNode, struct: string, key: string, path: FieldPath): void {
		if (++this.strictFaults > MOST_STRICT) return;
		const message = `unknown field ${goQuote(path.toString())}`;
		this.faults.push({ severity: 'strict', code: 'decode/unknown-field', message, range: node.range, struct, key });
	}

	private fault(severity: DecodeFault['severity'], code: DecodeFault['code'], message: string, range: Range): DecodeFault {
		const fault = { severity, code, message, range };
		this.faults.push(fault);
		return fault;
	}

	/** The JSON value, undefined for null or what is unknown. */
	private value(node: Node | undefined, type: Type, path: FieldPath, at: Spot): unknown {
		if (++this.values > MOST_VALUES) {
			if (this.values === MOST_VALUES + 1 && node)
				this.aborted = this.fault('decode', 'decode/aliases', 'yaml: document contains excessive aliasing', node.range);
			return undefined;
		}
		if (!node) return undefined;
		// FieldsV1 takes any JSON.
		if (type.kind === 'object') return toJson(node);
		if (node.kind === 'map' && type.kind === 'struct') return this.struct(node, type.name, path, at.goPath);
		if (node.kind === 'map' && type.kind === 'map') return this.map(node, type.of, path, at);
		if (node.kind === 'list' && type.kind === 'list') {
			return node.items.map((item, index) => this.value(item.value, type.of, path.index(index), at) ?? this.zero(type.of));
		}
		const value = node.kind === 'scalar' ? this.scalar(node, type, at) : this.misfit(node, type, at);
		if (value === undefined && !isNull(node)) this.unknown.push({ path, type, ...this.valuesOf(at) });
		return value;
	}

	private valuesOf({ struct, field }: Spot): Pick<Unknown, 'values'> {
		const values = fieldOf(struct, field, this.version)?.values;
		return values ? { values: values.map(({ value }) => value) } : {};
	}

	private map(node: MapNode, of: Type, path: FieldPath, at: Spot): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		for (const [key, entry] of this.sorted(node, at.struct)) setOwn(value, key, this.value(entry.value, of, path.key(key), at) ?? this.zero(of));
		return value;
	}

	private scalar(node: ScalarNode, type: Type, at: Spot): unknown {
		if (this.isUnknown(node)) return undefined;
		const scalar = resolve(node);
		// What no JSON can be made of is told of already.
		if (scalar.kind === 'fault' || scalar.kind === 'null') return undefined;
		switch (type.kind) {
			case 'string':
				return scalar.kind === 'string' ? scalar.text : this.misfit(node, type, at);
			case 'boolean':
				return scalar.kind === 'boolean' ? scalar.value : this.misfit(node, type, at);
			case 'int32':
			case 'int64':
				return scalar.kind === 'number' ? this.number(node, scalar.digits, type.kind, at) : this.misfit(node, type, at);
			case 'intOrString':
				if (scalar.kind === 'string') return scalar.text;
				return scalar.kind === 'number' ? this.number(node, scalar.digits, 'int32', at, true) : this.misfit(node, type, at);
			case 'quantity': {
				const text = scalar.kind === 'number' ? scalar.digits : scalar.kind === 'string' ? scalar.text : undefined;
				return text !== undefined && parseQuantity(text) ? text : this.misfit(node, type, at);
			}
			case 'time':
				return (scalar.kind === 'string' && parseTime(scalar.text)) || this.misfit(node, type, at);
			default:
				return this.misfit(node, type, at);
		}
	}

	private number(node: ScalarNode, digits: string, kind: IntegerKind, at: Spot, aborts = false): number | undefined {
		const value = integer(digits, kind);
		if (value === undefined) this.refuse(node, kind, at, `number ${digits}`, aborts);
		else if (!Number.isSafeInteger(value)) this.exact.set(value, BigInt(digits));
		return value;
	}

	/** A value that is not of the type at all. */
	private misfit(node: Node, type: Type, at: Spot): undefined {
		switch (type.kind) {
			case 'quantity':
				this.abort(this.fault('decode', 'decode/quantity', quantityFault(node.kind === 'scalar' ? node.text : '{}'), node.range));
				break;
			case 'time':
				if (node.kind === 'scalar' && resolve(node).kind === 'string') this.abort(this.fault('decode', 'decode/time', timeFault(node.text), node.range));
				else this.refuse(node, 'string', at, jsonKind(node), true, 'decode/time');
				break;
			case 'intOrString':
				this.refuse(node, 'int32', at, jsonKind(node), true);
				break;
			default:
				this.refuse(node, goType(type, at.struct, at.field), at);
		}
	}

	/** encoding/json's UnmarshalTypeError. Types that read themselves (UnmarshalJSON) end the reading with it. */
	private refuse(node: Node, type: string, { struct, goPath }: Spot, kind = jsonKind(node), aborts = false, code: DecodeFault['code'] = 'decode/type'): void {
		const fault = this.fault('decode', code, `json: cannot unmarshal ${kind} into Go struct field ${struct}.${goPath} of type ${type}`, node.range);
		if (aborts) this.abort(fault);
	}

	private abort(fault: DecodeFault): void {
		this.aborted ??= fault;
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
				return type.name === 'LabelSelector' ? undefined : this.struct(EMPTY, type.name, undefined, '');
		}
	}
}

const EMPTY: MapNode = { kind: 'map', range: { start: 0, end: 0 }, entries: [], flow: false };
