import { goQuote } from '../../schema/go-quote';
import { escapedName } from '../../schema/json-pointer';
import { goText } from '../../templates/format';
import { isDict, isList, type Value } from '../../templates/value';
import type { Schema } from './schema';

/** Why a value is not what a schema wants: jsonschema.ValidationError. */
export interface Failure {
	/** The names and indexes that lead to the value. */
	readonly at: readonly string[];
	readonly words: string;
	/**
	 * A group has no words of its own where its causes can stand for it; a reference is passed over where it has one cause; `all` has all of its causes at fault, where others have
	 * one of them too many. Of the rest the names in a map are at fault: too many, missing, or no names that it takes.
	 */
	readonly kind?: 'group' | 'reference' | 'all' | 'surplus' | 'missing' | 'name';
	readonly names?: readonly string[];
	/** The words for some of those names. */
	readonly said?: (names: readonly string[]) => string;
	readonly causes: readonly Failure[];
	/** The schema that says so, and of what. */
	readonly schema: Schema;
	readonly value: Value;
}

/** ValidationError.Error without its first line: a line each, causes below what they cause. */
export const failureText = (failures: readonly Failure[]): string => failures.flatMap((one) => linesOf(one, 0)).join('\n');

function linesOf({ at, words, kind, causes }: Failure, depth: number): readonly string[] {
	const isPassed = kind === 'reference' && causes.length === 1;
	const own = isPassed ? [] : [`${'  '.repeat(depth)}- at ${quote(at.map((name) => `/${escapedName(name)}`).join(''))}: ${words}`];
	return [...own, ...causes.flatMap((one) => linesOf(one, isPassed ? depth : depth + 1))];
}

/** kind.quote: single quotes. */
export const quote = (text: string): string => `'${goQuote(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

export const quotes = (texts: readonly string[]): string => texts.map(quote).join(', ');

/** kind.display. */
export function display(value: Value): string {
	if (typeof value === 'string') return quote(value);
	return isHolder(value) ? 'value' : goText(value);
}

/** Whether a value holds others. */
export const isHolder = (value: Value): boolean => isList(value) || isDict(value);

/** A count as golang.org/x/text prints it in English. */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as golang.org/x/text prints a float64 in English. */
export function number(value: number): string {
	const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
	const power = Number(exponent);
	if (value !== 0 && (power < -4 || power >= 6)) {
		const digits = `${power < 0 ? '-' : ''}${String(Math.abs(power)).padStart(2, '0')}`;
		return `${mantissa}×10${digits.replace(/./g, (c) => (c === '-' ? '⁻' : RAISED.charAt(Number(c))))}`;
	}
	const [whole = '', ...fraction] = String(Math.abs(value)).split('.');
	return `${value < 0 ? '-' : ''}${[count(Number(whole)), ...fraction].join('.')}`;
}
