import type { FieldPath } from '../schema/field-path';
import { goQuote } from '../schema/go-quote';
import { goType } from '../schema/go-types';
import type { Exact } from '../schema/int64';
import { setOwn } from '../schema/nil';
import { DIRECTIVE, listOf, RETAIN_KEYS } from '../schema/patch-meta';
import { parseQuantity, quantityFault } from '../schema/quantity';
import { fieldOf, knownTo, type Minor, structOf, type Type } from '../schema/schema';
import { parseTime, timeFault } from '../schema/time';
import { conversionFaults } from '../yaml/convert';
import { toJson } from '../yaml/json';
import type { Entry, MapNode, Node, ScalarNode } from '../yaml/node';
import { isMergeKey, isNull, jsonKind, resolve, resolveKey } from '../yaml/scalar';
import { type DecodeFault, DecodeFaults } from './decode-faults';
import { type IntegerKind, integer, numberFault } from './integers';
import { fieldAt, goPath, type Place, pathOf } from './place';
import { fillZeros, zeroOf } from './zero';

export interface Decoded {
	/** Plain JSON, only of fields the version knows; required fields hold Go's zero value where nothing is written, or nothing that can be read. */
	readonly value: Readonly<Record<string, unknown>>;
	/** As they are written. */
	readonly faults: readonly DecodeFault[];
	/** The sentence in which the server stops reading, where it does. */
	readonly refusal?: string;
	/** The strict faults as the server lists them, in the order of the keys. */
	readonly strict: readonly string[];
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
	/** What is to be filled in: where the same stands twice, the same will. */
	readonly text?: string;
}

/** Tells the scalars whose value is not known yet, by the field that they are a value or key of. */
export type IsUnknown = (scalar: ScalarNode, struct: string, field: string) => boolean;

export interface DecodeOptions {
	readonly isUnknown?: IsUnknown | undefined;
	/** Directives of a strategic merge patch are none of the fields, and are passed over. */
	readonly isPatch?: boolean;
}

/** Reads a manifest as type `struct` (`Pod`, `Deployment`) of a Kubernetes version. Never throws. */
export function decode(node: Node, struct: string, version: Minor, options: DecodeOptions = {}): Decoded {
	const decoder = new Decoder(version, options);
	const value = decoder.object(node, struct);
	const conversion = decoder.isOdd || decoder.faults.all.length > 0 ? conversionFaults(node) : [];
	const number = numberFault(node, struct);
	const faults = [
		...conversion.map(({ part, message, range }): DecodeFault => ({ severity: 'decode', code: `decode/${part}`, message, range })),
		...decoder.faults.all,
		...(number ? [{ ...number, severity: 'decode', code: 'decode/type' } as const] : []),
	];
	const refusal = conversion[0] ?? decoder.faults.refusal() ?? number;
	const { exact, unknown } = decoder;
	return { value, faults, strict: decoder.faults.strict(), exact, unknown, ...(refusal ? { refusal: refusal.message } : {}) };
}

/** go.yaml.in/yaml/v2 gives up on documents that aliases blow up; this many values are more than any manifest holds. */
const MOST_VALUES = 200_000;
/** Of a key written over and over, so many places are told. */
const MOST_TWINS = 20;
/** sigs.k8s.io/json UnmarshalStrict over what YAMLToJSON writes. */
class Decoder {
	readonly faults = new DecodeFaults();
	readonly unknown: Unknown[] = [];
	readonly exact = new Map<number, bigint>();
	/** Something was met that may not become JSON, or was not looked at. */
	isOdd = false;
	private values = 0;
	private readonly isUnknown: IsUnknown | undefined;
	private readonly isPatch: boolean;

	constructor(
		private readonly version: Minor,
		{ isUnknown, isPatch = false }: DecodeOptions,
	) {
		this.isUnknown = isUnknown;
		this.isPatch = isPatch;
	}

	object(node: Node, struct: string): Readonly<Record<string, unknown>> {
		if (node.kind === 'map') return this.struct(node, struct, undefined);
		this.faults.tell('decode/type', `json: cannot unmarshal ${jsonKind(node)} into Go value of type v1.${struct}`, node.range, undefined);
		this.unknown.push({ path: undefined, type: { kind: 'struct', name: struct } });
		return {};
	}

	private struct(node: MapNode, struct: string, parent: Place | undefined): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		const { version } = this;
		const fields = structOf(struct);
		let isKnown = true;
		for (const [key, entry] of this.entries(node, struct)) {
			const field = knownTo(version, fields?.get(key));
			const place = { parent, segment: key, struct };
			if (field) {
				const child = this.value(entry.value, field.type, place);
				if (child !== undefined) value[key] = child;
			} else if (this.isUnknown?.(entry.key, struct, '')) isKnown = false;
			else if (this.isDirective(key, struct)) this.directive(key, entry.value, place);
			else if (!this.isPatch || !takesAway(entry.value)) this.unknownField(entry.key, struct, key, place);
		}
		// Behind all that it holds, which goes with it.
		if (!isKnown) this.unknown.push({ path: parent && pathOf(parent), type: { kind: 'struct', name: struct } });
		fillZeros(value, struct, version);
		return value;
	}

	/** strategicpatch: `$patch`, `$retainKeys`, and those of a list that the struct has. */
	private isDirective(key: string, struct: string): boolean {
		if (!this.isPatch) return false;
		const list = listOf(key);
		return list === undefined ? key === DIRECTIVE || key === RETAIN_KEYS : fieldOf(struct, list, this.version)?.type.kind === 'list';
	}

	/** kyaml/yaml/merge2 determineSmpDirective. */
	private directive(key: string, value: Node | undefined, place: Place): void {
		if (key !== DIRECTIVE || value?.kind !== 'scalar' || STRATEGIES.has(value.text) || this.isUnknown?.(value, '', key)) return;
		this.faults.tellStrict({ code: 'patch/strategy', message: `unknown patch strategy '${value.text}'`, range: value.range }, place);
	}

	/** Each key once, the last writing winning (goyaml). */
	private entries(node: MapNode, struct: string): ReadonlyMap<string, Entry> {
		const entries = new Map<string, Entry>();
		let repeated: Map<string, Entry[]> | undefined;
		let merged: Set<Entry> | undefined;
		for (const entry of node.entries) {
			if (isMergeKey(entry.key)) {
				merged ??= new Set();
				this.merge(entry, entries, merged, struct);
				continue;
			}
			const key = resolveKey(entry.key);
			if (key === undefined) {
				this.isOdd = true;
				continue;
			}
			const former = entries.get(key);
			if (former) {
				repeated ??= new Map();
				const twins = repeated.get(key);
				if (twins) twins.push(entry);
				else if (!merged?.has(former)) repeated.set(key, [former, entry]);
				entries.delete(key);
			}
			entries.set(key, entry);
		}
		for (const [key, all] of repeated ?? []) this.repeat(key, all, struct);
		return entries;
	}

	/** goyaml's merge: of several sources the first wins, over what is written above the merge as well. */
	private merge(entry: Entry, into: Map<string, Entry>, merged: Set<Entry>, struct: string): void {
		const sources = entry.value?.kind === 'list' ? entry.value.items.map((item) => item.value).reverse() : [entry.value];
		for (const source of sources) {
			if (++this.values > MOST_VALUES) return;
			if (source?.kind !== 'map') {
				this.isOdd = true;
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
			this.faults.tellRepeated({ code: 'decode/repeated-key', message: `duplicate key "${key}"`, range: entry.key.range, struct, key, others });
		}
	}

	private unknownField(node: ScalarNode, struct: string, key: string, place: Place): void {
		this.faults.tellStrict(
			{ code: 'decode/unknown-field', message: `unknown field ${goQuote(pathOf(place).toString())}`, range: node.range, struct, key },
			place,
		);
	}

	/** The JSON value, undefined for null or what is unknown. */
	private value(node: Node | undefined, type: Type, place: Place): unknown {
		if (++this.values > MOST_VALUES) {
			if (this.values === MOST_VALUES + 1 && node)
				this.faults.tell('decode/aliases', 'yaml: document contains excessive aliasing', node.range, undefined, true);
			return undefined;
		}
		if (!node) return undefined;
		// FieldsV1 takes any JSON.
		if (type.kind === 'object') {
			this.isOdd = true;
			return toJson(node);
		}
		if (node.kind === 'map' && type.kind === 'struct') return this.struct(node, type.name, place);
		if (node.kind === 'map' && type.kind === 'map') return this.map(node, type.of, place);
		if (node.kind === 'list' && type.kind === 'list') {
			return node.items.map((item, index) => this.value(item.value, type.of, { parent: place, segment: index }) ?? zeroOf(type.of, this.version));
		}
		if (node.kind === 'scalar' && this.isUnknown) {
			const { struct = '', segment } = fieldAt(place);
			if (this.isUnknown(node, struct, String(segment))) {
				this.unknown.push({ path: pathOf(place), type, text: node.text, ...this.valuesAt(place) });
				return undefined;
			}
		}
		const value = node.kind === 'scalar' ? this.scalar(node, type, place) : this.misfit(node, type, place);
		if (value === undefined && !isNull(node)) this.unknown.push({ path: pathOf(place), type, ...this.valuesAt(place) });
		return value;
	}

	private valuesAt(place: Place): Pick<Unknown, 'values'> {
		const { struct = '', segment } = fieldAt(place);
		const values = fieldOf(struct, String(segment), this.version)?.values;
		return values ? { values: values.map(({ value }) => value) } : {};
	}

	private map(node: MapNode, of: Type, parent: Place): Readonly<Record<string, unknown>> {
		const value: Record<string, unknown> = {};
		const { struct = '', segment } = fieldAt(parent);
		let isKnown = true;
		for (const [key, entry] of this.entries(node, struct)) {
			const place = { parent, segment: key };
			if (this.isPatch && (key === DIRECTIVE || key === RETAIN_KEYS)) this.directive(key, entry.value, place);
			else {
				isKnown &&= !this.isUnknown?.(entry.key, struct, String(segment));
				setOwn(value, key, this.value(entry.value, of, place) ?? zeroOf(of, this.version));
			}
		}
		if (!isKnown) this.unknown.push({ path: pathOf(parent), type: { kind: 'map', of } });
		return value;
	}

	private scalar(node: ScalarNode, type: Type, place: Place): unknown {
		const scalar = resolve(node);
		if (scalar.kind === 'null') return undefined;
		if (scalar.kind === 'fault') {
			this.isOdd = true;
			return undefined;
		}
		switch (type.kind) {
			case 'string':
				return scalar.kind === 'string' ? scalar.text : this.misfit(node, type, place);
			case 'boolean':
				return scalar.kind === 'boolean' ? scalar.value : this.misfit(node, type, place);
			case 'int32':
			case 'int64':
				return scalar.kind === 'number' ? this.number(node, scalar.digits, type.kind, place, false) : this.misfit(node, type, place);
			case 'intOrString':
				if (scalar.kind === 'string') return scalar.text;
				return scalar.kind === 'number' ? this.number(node, scalar.digits, 'int32', place, true) : this.misfit(node, type, place);
			case 'quantity': {
				const text = scalar.kind === 'number' ? scalar.digits : scalar.kind === 'string' ? scalar.text : undefined;
				return text !== undefined && parseQuantity(text) ? text : this.misfit(node, type, place);
			}
			case 'time':
				return (scalar.kind === 'string' && parseTime(scalar.text)) || this.misfit(node, type, place);
			default:
				return this.misfit(node, type, place);
		}
	}

	private number(node: ScalarNode, digits: string, kind: IntegerKind, place: Place, aborts: boolean): number | undefined {
		const value = integer(digits, kind);
		if (value === undefined) this.refuse(node, kind, place, aborts, `number ${digits}`);
		else if (!Number.isSafeInteger(value)) this.exact.set(value, BigInt(digits));
		return value;
	}

	/** A value that is not of the type at all. */
	private misfit(node: Node, type: Type, place: Place): undefined {
		const { struct = '', segment } = fieldAt(place);
		switch (type.kind) {
			case 'quantity':
				this.faults.tell('decode/quantity', quantityFault(node.kind === 'scalar' ? node.text : '{}'), node.range, place, true);
				break;
			case 'time':
				if (node.kind === 'scalar' && resolve(node).kind === 'string') this.faults.tell('decode/time', timeFault(node.text), node.range, place, true);
				else this.refuse(node, 'string', place, true, jsonKind(node), 'decode/time');
				break;
			case 'intOrString':
				this.refuse(node, 'int32', place, true);
				break;
			default:
				this.refuse(node, goType(type, struct, String(segment)), place, false);
		}
	}

	/** encoding/json's UnmarshalTypeError. */
	private refuse(node: Node, type: string, place: Place, aborts: boolean, kind = jsonKind(node), code: DecodeFault['code'] = 'decode/type'): void {
		const way = goPath(place, this.version);
		const message = `json: cannot unmarshal ${kind} into Go struct field ${fieldAt(place).struct}.${way} of type ${type}`;
		this.faults.tell(code, message, node.range, place, aborts);
	}
}

/** Whether an entry of a patch takes the field away, which may then be none: null and `$patch: delete` do. */
const takesAway = (value: Node | undefined): boolean => !value || isNull(value) || (value.kind === 'map' && value.entries.some(isDeletion));
const isDeletion = ({ key, value }: Entry): boolean => key.text === DIRECTIVE && value?.kind === 'scalar' && value.text === 'delete';

const STRATEGIES: ReadonlySet<string> = new Set(['merge', 'replace', 'delete']);
