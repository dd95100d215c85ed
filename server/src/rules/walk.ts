import type { FieldPath } from '../schema/field-path';
import type { PodSpec } from '../schema/generated/types';
import { goQuote } from '../schema/go-quote';
import { type Exact, NO_EXACT, withExact } from '../schema/int64';
import { onlyNear } from '../schema/nearest';
import type { Problem, ProblemType, Repair } from '../schema/problem';
import { gateOn, type Minor } from '../schema/schema';

export { goQuote };

/** In characters. A list of thousands can be quoted whole for each of its items; no server could send that either. */
const MOST_SAID = 20_000_000;

/**
 * What a validation walk carries: the version that judges, and the problems found so far.
 * Its methods are those of k8s.io/apimachinery/pkg/util/validation/field (Required, Invalid, …) and write the same sentences.
 */
export class Walk {
	readonly problems: Problem[] = [];
	private said = 0;

	constructor(
		readonly version: Minor,
		private readonly exact: Exact = NO_EXACT,
		/** The spec of the pod, or of the pods, that the live object has: of an update alone. */
		readonly liveSpec?: PodSpec,
	) {}

	/** Whether a feature gate is on by default in this version. */
	gate(name: string): boolean {
		return gateOn(name, this.version);
	}

	required(path: FieldPath, detail: string, code: string, repair?: Repair): void {
		this.add('FieldValueRequired', path, detail ? `Required value: ${detail}` : 'Required value', code, repair);
	}

	invalid(path: FieldPath, value: unknown, detail: string, code: string, repair?: Repair): void {
		// Before the value is quoted.
		if (this.said > MOST_SAID) return;
		this.add(
			'FieldValueInvalid',
			path,
			['Invalid value', ...(value === OMITTED ? [] : [shown(value, this.version)]), ...(detail ? [detail] : [])].join(': '),
			code,
			repair,
		);
	}

	/** `supported` in the order the server lists them (it sorts sets). */
	notSupported(path: FieldPath, value: unknown, supported: readonly string[], code: string, repair?: Repair): void {
		const list = supported.map((one) => goQuote(one)).join(', ');
		this.add(
			'FieldValueNotSupported',
			path,
			`Unsupported value: ${shown(typeof value === 'string' ? new Typed(value) : value, this.version)}${supported.length > 0 ? `: supported values: ${list}` : ''}`,
			code,
			repair,
			supported,
		);
	}

	/** NotSupported unless the value is one of the choices. What differs from one in nothing but case, or spaces around it, can be repaired. */
	oneOf(path: FieldPath, value: string, choices: readonly string[], code: string): void {
		if (!choices.includes(value)) this.notSupported(path, value, choices, code, toChoice(path, value, choices));
	}

	/** Required where nothing is written; else one of the choices. */
	requiredOneOf(path: FieldPath, value: string | undefined, choices: readonly string[], code: string): void {
		if (value) this.oneOf(path, value, choices, code);
		else this.required(path, '', code);
	}

	duplicate(path: FieldPath, value: unknown, code: string, repair?: Repair): void {
		this.add('FieldValueDuplicate', path, `Duplicate value: ${shown(value, this.version)}`, code, repair);
	}

	forbidden(path: FieldPath, detail: string, code: string, repair?: Repair): void {
		this.add('FieldValueForbidden', path, detail ? `Forbidden: ${detail}` : 'Forbidden', code, repair);
	}

	notFound(path: FieldPath, value: unknown, code: string, explanation?: string, repair?: Repair): void {
		this.add('FieldValueNotFound', path, `Not found: ${shown(value, this.version)}${explanation ? `: ${explanation}` : ''}`, code, repair);
	}

	/** field.TooLong: the value itself is never shown. */
	tooLong(path: FieldPath, max: number, code: string): void {
		this.add('FieldValueTooLong', path, `Too long: may not be more than ${max} bytes`, code);
	}

	tooMany(path: FieldPath, actual: number, max: number, code: string): void {
		this.add('FieldValueTooMany', path, `Too many: ${actual}: must have at most ${max} ${max === 1 ? 'item' : 'items'}`, code);
	}

	typeInvalid(path: FieldPath, value: unknown, detail: string, code: string): void {
		this.add('FieldValueTypeInvalid', path, `Invalid value: ${shown(value, this.version)}: ${detail}`, code);
	}

	private add(type: ProblemType, path: FieldPath, rounded: string, code: string, repair?: Repair, choices?: readonly string[]): void {
		if (this.said > MOST_SAID) return;
		const detail = withExact(rounded, this.exact);
		this.said += detail.length;
		this.problems.push({ type, path, detail, code, ...(repair ? { repair } : {}), ...(choices ? { choices } : {}) });
	}
}

/** The choice that was meant, where nothing but case differs, or spaces around it, or a prefix that was left out. */
export function toChoice(path: FieldPath, value: string, choices: Iterable<string>, prefix = ''): Repair | undefined {
	const meant = (prefix + value.trim()).toLowerCase();
	for (const to of choices) if (to !== value && to.toLowerCase() === meant) return { do: 'replace', path, from: value, to };
	return undefined;
}

/** The name that was meant, where only one of those there are is like it. */
export function toName(path: FieldPath, value: string, names: ReadonlySet<string> | readonly string[]): Repair | undefined {
	const to = onlyNear(value, names);
	return to === undefined ? undefined : { do: 'replace', path, from: value, to };
}

/** A string that has a type of its own in Go (as enums do) or lies behind a pointer: the server prints it as JSON, where it differs from `%q`. */
export class Typed {
	constructor(readonly text: string) {}
}

/** A value whose text is known already. */
export class Printed {
	constructor(readonly text: string) {}
}

/** A simple string for `notSupported`, which takes its value for an enum's. */
export function plain(text: string): Printed {
	return new Printed(goQuote(text));
}

/** field.OmitValueType: nothing is shown of the value. */
export const OMITTED = Symbol('omitted');

/** A value as field.Error.ErrorBody prints it: strings quoted as Go does, null for nil, structs as JSON (before 1.34 as Go source). */
function shown(value: unknown, version: Minor): string {
	if (value instanceof Printed) return value.text;
	if (value instanceof Typed) return version < 34 ? goQuote(value.text) : goJson(value.text);
	if (value === undefined || value === null) return version < 34 ? '"null"' : 'null';
	if (typeof value === 'string') return goQuote(value);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return version < 34 ? goSource(value) : goJson(value);
}

const JSON_ESCAPES: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** json.Marshal, which escapes what HTML would trip over. */
function goJson(value: unknown): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => JSON_ESCAPES[c] ?? c);
}

/** `%#v`, for lists of strings; internal-form.ts prints what has a type. */
function goSource(value: unknown): string {
	return Array.isArray(value) ? `[]string{${value.map((item) => goQuote(String(item))).join(', ')}}` : goJson(value);
}
