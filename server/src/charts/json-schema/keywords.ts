import { type Dict, Fault, Int, isDict, isList, type Value } from '../../templates/value';
import { count, display, isHolder, number, quote } from './failure';
import { formatFault } from './format';
import type { Document, Draft } from './schema';

const TYPES = ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'];

function typeOf(value: Value): string {
	if (value === null) return 'null';
	if (isList(value)) return 'array';
	if (isDict(value)) return 'object';
	return value instanceof Int ? 'number' : typeof value;
}

export const numberOf = (value: Value | undefined): number | undefined =>
	value instanceof Int ? Number(value.value) : typeof value === 'number' ? value : undefined;

/** equals. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
	const number = numberOf(a);
	if (number !== undefined) return number === numberOf(b);
	if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
	if (isDict(a)) return isDict(b) && a.size === b.size && [...a].every(([key, item]) => b.has(key) && same(item, b.get(key)));
	return a === b;
}

export const texts = (value: Value | undefined): readonly string[] => (isList(value) ? value.filter((one) => typeof one === 'string') : []);

/** What ends the check of a value before all else: its type, `const`, `enum`, `format`. In words; undefined where all is well. */
export function firstFault(schema: Dict, draft: Draft, value: Value): string | undefined {
	return typeFault(schema.get('type'), value) ?? constantFault(schema, draft, value) ?? formatWords(schema.get('format'), draft, value);
}

/** The types that a schema takes, as its keyword `type` says; none where it takes all. */
export const typesOf = (wanted: Value | undefined): readonly string[] => TYPES.filter((type) => type === wanted || (isList(wanted) && wanted.includes(type)));

function typeFault(wanted: Value | undefined, value: Value): string | undefined {
	const types = typesOf(wanted);
	const type = typeOf(value);
	const fits = types.includes(type) || (types.includes('integer') && type === 'number' && Number.isInteger(numberOf(value)));
	return types.length === 0 || fits ? undefined : `got ${type}, want ${types.join(' or ')}`;
}

function constantFault(schema: Dict, draft: Draft, value: Value): string | undefined {
	const wanted = schema.get('const');
	if (wanted !== undefined && draft >= 6 && !same(value, wanted)) return isHolder(wanted) ? "'const' failed" : `value must be ${display(wanted)}`;
	const listed = schema.get('enum');
	if (!isList(listed) || listed.some((one) => same(value, one))) return undefined;
	if (listed.some(isHolder)) return "'enum' failed";
	return `value must be ${listed.length === 1 ? '' : 'one of '}${listed.map(display).join(', ')}`;
}

/** From 2019 on a format is but a note. */
function formatWords(name: Value | undefined, draft: Draft, value: Value): string | undefined {
	if (draft >= 2019 || typeof name !== 'string' || typeof value !== 'string') return undefined;
	const fault = formatFault(name, value);
	return fault === undefined ? undefined : `${quote(value)} is not valid ${name}: ${fault}`;
}

/** A keyword that must be a whole number. */
export function whole(schema: Dict, keyword: string): number | undefined {
	const value = numberOf(schema.get(keyword));
	return value !== undefined && Number.isInteger(value) ? value : undefined;
}

/** Whether a regular expression matches; those that do not compile were told of before. */
export function isMatch(document: Document, pattern: string, text: string): boolean {
	const compiled = document.expression(pattern);
	return compiled instanceof Fault || compiled.matches(text);
}

/** What is wrong with a number, with how long or large a value is, and with what a text looks like. */
export function limitFaults(schema: Dict, value: Value, document: Document): readonly string[] {
	const number = numberOf(value);
	if (number !== undefined) return numberFaults(schema, number);
	if (isDict(value)) return countFaults(schema, 'Properties', value.size);
	if (isList(value)) return countFaults(schema, 'Items', value.length);
	if (typeof value !== 'string') return [];
	const pattern = schema.get('pattern');
	const isOther = typeof pattern === 'string' && !isMatch(document, pattern, value);
	return [...countFaults(schema, 'Length', [...value].length), ...(isOther ? [`${quote(value)} does not match pattern ${quote(pattern)}`] : [])];
}

type Limit = readonly [keyword: string, wanted: number | undefined, isMissed: (wanted: number) => boolean];

const missed = (got: number, shown: (value: number) => string, limits: readonly Limit[]): readonly string[] =>
	limits.flatMap(([keyword, wanted, isMissed]) => (wanted !== undefined && isMissed(wanted) ? `${keyword}: got ${shown(got)}, want ${shown(wanted)}` : []));

/** `minLength` and `maxLength`, and the like. */
function countFaults(schema: Dict, what: 'Length' | 'Items' | 'Properties', got: number): readonly string[] {
	const limit = (keyword: string, isMissed: Limit[2]): Limit => [keyword, whole(schema, keyword), isMissed];
	return missed(got, count, [limit(`min${what}`, (least) => got < least), limit(`max${what}`, (most) => got > most)]);
}

function numberFaults(schema: Dict, value: number): readonly string[] {
	const { minimum, maximum, least, most, step } = limitsOf(schema);
	return missed(value, number, [
		['minimum', minimum, (one) => value < one],
		['maximum', maximum, (one) => value > one],
		['exclusiveMinimum', least, (one) => value <= one],
		['exclusiveMaximum', most, (one) => value >= one],
		['multipleOf', step, (one) => !isMultiple(value, one)],
	]);
}

/** Which numbers a schema takes: `least` and `most` themselves it does not. */
function limitsOf(schema: Dict): Readonly<Record<'minimum' | 'maximum' | 'least' | 'most' | 'step', number | undefined>> {
	const limit = (keyword: string): number | undefined => numberOf(schema.get(keyword));
	const [minimum, maximum, step] = [limit('minimum'), limit('maximum'), limit('multipleOf')];
	// In draft 4 the exclusive ones say of the others that they are so.
	const [isOpenBelow, isOpenAbove] = [schema.get('exclusiveMinimum') === true, schema.get('exclusiveMaximum') === true];
	return {
		minimum: isOpenBelow ? undefined : minimum,
		maximum: isOpenAbove ? undefined : maximum,
		least: isOpenBelow ? minimum : limit('exclusiveMinimum'),
		most: isOpenAbove ? maximum : limit('exclusiveMaximum'),
		step,
	};
}

/** The numbers nearest to one that lies outside of what a schema takes. */
export function bounded(schema: Dict, value: Value): readonly number[] {
	const number = numberOf(value);
	if (number === undefined) return [];
	const { minimum, maximum, least, most, step = 1 } = limitsOf(schema);
	const ends = [minimum, least === undefined ? undefined : least + step, maximum, most === undefined ? undefined : most - step];
	// 3 * 0.1 is 0.30000000000000004, which nobody writes.
	const written = (one: number): number => (Number.isInteger(one) ? one : Number(one.toPrecision(15)));
	return [...ends.flatMap((end) => end ?? []), Math.round(number / step) * step].map(written).sort((a, b) => Math.abs(a - number) - Math.abs(b - number));
}

/** Of decimal numbers, whose doubles seldom divide. */
function isMultiple(value: number, step: number): boolean {
	const scale = Math.max(...[value, step].map((one) => /e-(\d+)$/.exec(String(one))?.[1] ?? String(one).split('.')[1]?.length ?? 0).map(Number));
	return scale < 15 ? Math.round(value * 10 ** scale) % Math.round(step * 10 ** scale) === 0 : Number.isInteger(value / step);
}
