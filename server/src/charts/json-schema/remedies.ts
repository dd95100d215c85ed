import type { Json } from '../../schema/json';
import { nearest } from '../../schema/nearest';
import { type Dict, Int, isDict, isList, type Value } from '../../templates/value';
import { type Failure, failureText } from './failure';
import { bounded, numberOf, same, typesOf } from './keywords';
import { below, rulesOf, type Schema } from './schema';
import { validate } from './validate';

/** A value, or a key, that a schema does not allow. */
export interface Refused {
	/** The names and indexes that lead to it. */
	readonly at: readonly string[];
	/** The key is at fault, whatever stands there. */
	readonly isKey: boolean;
	/** In Helm's words. */
	readonly words: string;
	/** What the schema would allow; what likely was meant first. Looked for when it is asked for: a schema may list thousands of values, and name as many keys. */
	readonly remedies: () => readonly Remedy[];
}

/** A change after which a schema may have nothing against a value. `at` leads to what is changed. */
export type Remedy = { readonly at: readonly string[]; readonly isCertain: boolean } & (
	| { readonly kind: 'put'; readonly value: Json; readonly isDefault: boolean }
	/** The value as it is written, as a text. */
	| { readonly kind: 'quote' }
	| { readonly kind: 'rename'; readonly name: string }
	| { readonly kind: 'remove' }
);

/** What failures are about, each place once as it is told. */
export const refusedIn = (failures: readonly Failure[]): readonly Refused[] => failures.flatMap(apart).flatMap(refusedBy);

/** Faults that have nothing to do with one another; of several keys each by itself, as Helm would say it of that alone. */
function apart(failure: Failure): readonly Failure[] {
	const { kind, said, names = [], causes } = failure;
	if (kind === 'group' || kind === 'reference' || kind === 'all') return causes.flatMap(apart);
	return said ? names.map((name) => ({ ...failure, names: [name], words: said([name]) })) : [failure];
}

function refusedBy(failure: Failure): readonly Refused[] {
	const words = failureText([failure]);
	const { kind, at, names = [] } = failure;
	if (kind === 'surplus' || kind === 'name')
		return names.map((name) => ({
			at: [...at, name],
			isKey: true,
			words,
			remedies: () => (kind === 'surplus' ? surplus(failure, name) : otherName(failure, name)),
		}));
	// Of several ways to be right, the one that goes furthest is likely meant.
	const ways = innermost(failure);
	const deepest = ways.reduce((best, one) => (one.at.length > best.at.length ? one : best), failure);
	// What is missing is missed where it stands under another name.
	const misspelt = kind === 'missing' ? names.map((name) => misspeltFor(failure, name)).find((one) => one !== undefined) : undefined;
	return [{ at: misspelt === undefined ? deepest.at : [...at, misspelt], isKey: kind === 'missing', words, remedies: () => sorted(ways.flatMap(remediesOf)) }];
}

const innermost = (failure: Failure): readonly Failure[] =>
	failure.causes.length === 0 || failure.kind === 'name' ? [failure] : failure.causes.flatMap(innermost);

const sorted = (remedies: readonly Remedy[]): readonly Remedy[] => remedies.toSorted((a, b) => Number(b.isCertain) - Number(a.isCertain));

function remediesOf(failure: Failure): readonly Remedy[] {
	const { at, kind, names = [], schema } = failure;
	if (kind === 'surplus') return names.flatMap((name) => surplus(failure, name));
	if (kind === 'missing') return names.flatMap((name) => missing(failure, name));
	// Of a key that may not be there; what may be is not known here.
	if (schema.json === false) return [{ kind: 'remove', at, isCertain: false }];
	return valuesFor(failure);
}

const keysOf = (value: Value | undefined): readonly string[] => (isDict(value) ? [...value.keys()] : []);
const propertiesOf = (schema: Schema): readonly string[] => keysOf(rulesOf(schema).get('properties'));

/** A key too many is a misspelt one, or goes. */
function surplus({ at, schema, value }: Failure, name: string): readonly Remedy[] {
	const isTaken = (one: string): boolean => isDict(value) && value.has(one);
	const meant = nearest(
		name,
		propertiesOf(schema).filter((one) => !isTaken(one)),
	);
	const gone: Remedy = { kind: 'remove', at: [...at, name], isCertain: false };
	return meant === undefined ? [gone] : [{ kind: 'rename', at: [...at, name], name: meant, isCertain: true }, gone];
}

/** A name that does not look as it has to. */
const otherName = ({ at, causes }: Failure, name: string): readonly Remedy[] =>
	causes
		.flatMap(innermost)
		.flatMap(valuesFor)
		.flatMap((one) =>
			one.kind === 'put' && typeof one.value === 'string' ? [{ kind: 'rename', at: [...at, name], name: one.value, isCertain: one.isCertain }] : [],
		);

/** Among more keys that a schema does not know nobody looks for one that is misspelt. */
const MOST_STRANGE = 100;

/** The key of a map that is likely meant to be the one that is missing. */
function misspeltFor({ schema, value }: Failure, name: string): string | undefined {
	const known = new Set(propertiesOf(schema));
	const strange = keysOf(value).filter((key) => !known.has(key));
	const near = strange.length > MOST_STRANGE ? undefined : nearest(name, strange);
	const own = below(schema, 'properties', name);
	return near !== undefined && (!own || (isDict(value) && isAllowed(own, value.get(near) ?? null))) ? near : undefined;
}

/** What is missing may be there under another name; else something of its kind will do. */
function missing(failure: Failure, name: string): readonly Remedy[] {
	const { at, schema } = failure;
	const own = below(schema, 'properties', name);
	const misspelt = misspeltFor(failure, name);
	const put = (one: Value, isDefault: boolean): Remedy => ({ kind: 'put', at: [...at, name], value: toPlain(one), isDefault, isCertain: false });
	const rules = own && rulesOf(own);
	const standard = rules?.get('default');
	const members = rules?.get('enum');
	const sample = own ? [...SAMPLES, ...(isList(members) ? members : [])].find((one) => isAllowed(own, one)) : '';
	return [
		...(misspelt === undefined ? [] : [{ kind: 'rename', at: [...at, misspelt], name, isCertain: true } as const]),
		...(standard === undefined || !own || !isAllowed(own, standard) ? [] : [put(standard, true)]),
		...(standard !== undefined || sample === undefined ? [] : [put(sample, false)]),
	];
}

/** So many of the values that a schema lists are proposed. */
const MOST_LISTED = 20;

const isAllowed = (schema: Schema, value: Value): boolean => validate(schema, value).length === 0;

/** What could stand in the place of a value, as far as the schema that has something against it goes. */
function valuesFor({ at, schema, value }: Failure): readonly Remedy[] {
	const rules = rulesOf(schema);
	const standard = rules.get('default');
	const all: readonly Guess[] = [
		...listed(rules, value).slice(0, MOST_LISTED),
		...typesOf(rules.get('type')).flatMap((type) => converted(value, type)),
		...bounded(rules, value).map((one): Guess => [one, false]),
		...(typeof value === 'string' ? [value.trim(), value.trim().toLowerCase()].map((one): Guess => [one, true]) : []),
		...(standard === undefined ? [] : [[standard, false, true] as const]),
	];
	return all
		.filter(([one], i) => !all.slice(0, i).some(([other]) => same(other, one)) && isAllowed(schema, one))
		.map(([one, isCertain, isDefault = false]) =>
			// A number has lost how it was written: 0644 is 420.
			typeof one === 'string' && typeof value !== 'string' && one === textOf(value)
				? { kind: 'quote', at, isCertain: true }
				: { kind: 'put', at, value: toPlain(one), isCertain, isDefault },
		);
}

/** A value, whether nobody would want another, and whether it is what the schema says to be there by default. */
type Guess = readonly [value: Value, isCertain: boolean, isDefault?: boolean];

/** The values that a schema lists, the most like a value first. */
function listed(rules: Dict, value: Value): readonly Guess[] {
	const constant = rules.get('const');
	const members = rules.get('enum');
	const all = [...(constant === undefined ? [] : [constant]), ...(isList(members) ? members : [])].filter((one) => one !== null);
	const written = textOf(value);
	const meant =
		written === undefined
			? undefined
			: nearest(
					written,
					all.flatMap((one) => textOf(one) || []),
				);
	const isMeant = (one: Value): boolean => meant !== undefined && textOf(one) === meant;
	return all.map((one): Guess => [one, isMeant(one) || all.length === 1]).toSorted(([a], [b]) => Number(isMeant(b)) - Number(isMeant(a)));
}

/** A scalar as one writes it. */
const textOf = (value: Value): string | undefined =>
	typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : numberOf(value)?.toString();

/** A value as one of another type. */
function converted(value: Value, type: string): readonly Guess[] {
	const isNothing = value === null || value === '' || ((isList(value) || isDict(value)) && [...value].length === 0);
	const [only] = isList(value) && value.length === 1 && type !== 'array' ? value : [];
	if (only !== undefined) return [[only, true], ...converted(only, type)];
	switch (type) {
		case 'integer':
		case 'number':
			return numbers(value, type);
		case 'boolean': {
			const text = textOf(value)?.trim().toLowerCase();
			const meant = text && nearest(text, Object.keys(BOOLEANS));
			const both: readonly Guess[] = [false, true].map((one) => [one, false]);
			return meant === undefined || meant === '' ? both : [[BOOLEANS[meant] ?? false, true]];
		}
		case 'string': {
			const text = value === null ? '' : textOf(value);
			return text === undefined ? [] : [[text, value !== null]];
		}
		case 'array':
			return isNothing ? [[[], true]] : isList(value) ? [] : [[[value], true]];
		case 'object':
			return isNothing ? [[new Map(), true]] : [];
		default:
			return [];
	}
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
	true: true,
	yes: true,
	on: true,
	1: true,
	enabled: true,
	false: false,
	no: false,
	off: false,
	0: false,
	disabled: false,
};

function numbers(value: Value, type: 'integer' | 'number'): readonly Guess[] {
	const number = numberOf(value);
	if (number !== undefined) return type === 'integer' ? [[Math.round(number), false]] : [];
	const text = typeof value === 'string' ? value.trim() : '';
	return text === '' || !Number.isFinite(Number(text)) ? [] : [[Number(text), true]];
}

/** What stands for a value that nobody knows. */
const SAMPLES: readonly Value[] = ['', 0, 1, false, [], new Map()];

/** A value as plain JSON. */
function toPlain(value: Value): Json {
	if (value instanceof Int) return Number(value.value);
	if (isList(value)) return value.map(toPlain);
	if (isDict(value)) return Object.fromEntries([...value].map(([key, one]) => [key, toPlain(one)]));
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
