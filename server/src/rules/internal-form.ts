import { internalTypes } from '../schema/generated/internal';
import { NIL } from '../schema/nil';
import { canonical, parseQuantity } from '../schema/quantity';
import { fieldOf, type Minor } from '../schema/schema';
import { goQuote, Printed, type Walk } from './walk';

/**
 * A value as the server prints it when a problem quotes it: its internal type as JSON, every field with its name in Go, in Go's order.
 * `type` in the notation of the table: a struct's name, `*` for a pointer, `[` for a list, `{` for a map, then s, b, i, q, x.
 */
export function printed(walk: Walk, type: string, value: unknown): Printed {
	if (walk.version < 34) {
		const source = goSource(type, value);
		if (source !== undefined) return new Printed(source);
	}
	return new Printed(new Writer(walk.version, false).write(type, value));
}

/** equality.Semantic.DeepEqual of the internal types: no list is an empty list, and quantities are what they amount to. */
export function sameInternally(type: string, one: unknown, other: unknown): boolean {
	const writer = new Writer(undefined, true);
	return writer.write(type, one) === writer.write(type, other);
}

interface InternalField {
	/** The key in JSON; '' for the metadata that lies flat in the struct around it. */
	readonly key: string;
	readonly shown: string;
	readonly omitEmpty: boolean;
	readonly type: string;
}

let structs: ReadonlyMap<string, readonly InternalField[]> | undefined;

function fieldsOf(struct: string): readonly InternalField[] {
	structs ??= readInternalTypes();
	return structs.get(struct) ?? [];
}

function readInternalTypes(): ReadonlyMap<string, readonly InternalField[]> {
	const all = new Map<string, InternalField[]>();
	let fields: InternalField[] = [];
	for (const line of internalTypes.split('\n')) {
		if (line.startsWith(' ')) fields.push(readField(line.slice(1).split(' ')));
		else if (line) {
			fields = [];
			all.set(line, fields);
		}
	}
	return all;
}

function readField([name = '', shown = '', type]: readonly string[]): InternalField {
	if (type === undefined) return { key: name.slice(3), shown: '', omitEmpty: false, type: shown };
	const key = name.replace('?', '');
	const upper = key.charAt(0).toUpperCase() + key.slice(1);
	return { key, shown: shown === '+' ? upper : shown === '-' ? key : shown, omitEmpty: name.startsWith('?'), type };
}

/** json.Marshal of a Go value that is given as the JSON of its versioned twin. */
class Writer {
	constructor(
		private readonly version: Minor | undefined,
		/** For comparison only, so that what is semantically equal is the same text. */
		private readonly semantic: boolean,
	) {}

	write(type: string, value: unknown): string {
		const of = type.slice(1);
		switch (type.charAt(0)) {
			case '*':
				return value === undefined || value === null ? 'null' : this.write(of, value);
			case '[':
				return this.list(of, value as readonly unknown[] | undefined);
			case '{':
				return this.map(of, value as Readonly<Record<string, unknown>> | undefined);
			case 's':
				return goJsonText(value ?? '');
			case 'b':
				return String(value ?? false);
			case 'i':
				return String(value ?? 0);
			case 'x':
				return goJsonText(value ?? 0);
			case 't':
			case 'o':
				return value === undefined ? 'null' : JSON.stringify(value);
			case 'q':
				return this.quantity(value as string | undefined);
			default:
				return `{${this.fields(type, (value ?? {}) as Readonly<Record<string, unknown>>)}}`;
		}
	}

	private list(of: string, items: readonly unknown[] | undefined): string {
		if (!items || items === NIL || (this.semantic && items.length === 0)) return 'null';
		return `[${items.map((item) => this.write(of, item)).join()}]`;
	}

	private map(of: string, map: Readonly<Record<string, unknown>> | undefined): string {
		if (!map || (this.semantic && Object.keys(map).length === 0)) return 'null';
		const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
		return `{${entries.map(([key, value]) => `${goJsonText(key)}:${this.write(of, value)}`).join()}}`;
	}

	private quantity(text: string | undefined): string {
		const amount = parseQuantity(text ?? '0');
		if (!amount) return JSON.stringify(text);
		return this.semantic ? String(amount.nano) : `"${canonical(amount)}"`;
	}

	private fields(struct: string, value: Readonly<Record<string, unknown>>): string {
		const parts: string[] = [];
		for (const { key, shown, omitEmpty, type } of fieldsOf(struct)) {
			if (!this.knows(struct, key)) continue;
			if (shown === '') {
				const flat = this.fields(type, (value[key] ?? {}) as Readonly<Record<string, unknown>>);
				if (flat) parts.push(flat);
			} else if (!omitEmpty || !isEmpty(type, value[key])) parts.push(`"${shown}":${this.write(type, value[key])}`);
		}
		return parts.join();
	}

	private knows(struct: string, key: string): boolean {
		return this.version === undefined || fieldOf(struct, key, 37) === undefined || fieldOf(struct, key, this.version) !== undefined;
	}
}

/** encoding/json's omitempty: of what lies behind a pointer, nothing is empty. */
function isEmpty(type: string, value: unknown): boolean {
	if (type.startsWith('*')) return value === undefined || value === null;
	if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
	return !value;
}

/** A string as json.Marshal writes it. */
function goJsonText(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `%#v`, which came before JSON; whatever holds pointers shows addresses of memory, and nobody can say those. */
function goSource(type: string, value: unknown): string | undefined {
	if (type.startsWith('*') && value === undefined) return '"null"';
	if (type === '*s') return goQuote(String(value));
	switch (type) {
		case '{s':
			return goMap(value as Readonly<Record<string, string>> | undefined);
		case 'x':
			return typeof value === 'string'
				? `intstr.IntOrString{Type:1, IntVal:0, StrVal:${goQuote(value)}}`
				: `intstr.IntOrString{Type:0, IntVal:${value ?? 0}, StrVal:""}`;
		case '[i':
			return value ? `[]int32{${(value as readonly number[]).join(', ')}}` : '[]int32(nil)';
		case 'LabelSelector':
		case '*LabelSelector': {
			const { matchLabels, matchExpressions } = value as { matchLabels?: Readonly<Record<string, string>>; matchExpressions?: readonly Requirement[] };
			const expressions = matchExpressions ? `{${matchExpressions.map(goRequirement).join(', ')}}` : '(nil)';
			return `v1.LabelSelector{MatchLabels:${goMap(matchLabels)}, MatchExpressions:[]v1.LabelSelectorRequirement${expressions}}`;
		}
		default:
			return undefined;
	}
}

interface Requirement {
	readonly key: string;
	readonly operator: string;
	readonly values?: readonly string[];
}

function goRequirement({ key, operator, values }: Requirement): string {
	const list = values ? `[]string{${values.map(goQuote).join(', ')}}` : '[]string(nil)';
	return `v1.LabelSelectorRequirement{Key:${goQuote(key)}, Operator:${goQuote(operator)}, Values:${list}}`;
}

function goMap(map: Readonly<Record<string, string>> | undefined): string {
	if (!map) return 'map[string]string(nil)';
	const entries = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
	return `map[string]string{${entries.map(([key, value]) => `${goQuote(key)}:${goQuote(value)}`).join(', ')}}`;
}
