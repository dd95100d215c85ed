/** Whether a record is as a claim says. */
import type { Claim, Value } from './expectation';
import { type Records, VOCABULARY, type Vocabulary } from './vocabulary';

/** Whether what is claimed of a subject of this kind is so in a record. */
export function fits<K extends keyof Records>(kind: K, record: Records[K], claim: Claim): boolean {
	const vocabulary: Vocabulary<Records[K]> = VOCABULARY[kind];
	switch (claim.kind) {
		case 'word': {
			const fact = Object.hasOwn(vocabulary.facts, claim.word) ? vocabulary.facts[claim.word] : undefined;
			return fact ? fact(record) : vocabulary.printed(record).includes(claim.word);
		}
		case 'not':
			return !fits(kind, record, claim.claim);
		case 'any':
			return claim.of.some((one) => fits(kind, record, one));
		case 'map':
			return claim.fields.every(([name, value]) => fitsField(vocabulary, record, name, value)) && !(claim.not && fits(kind, record, claim.not));
		case 'count':
			return fitsValue(record, claim.value);
	}
}

function fitsField<R>(vocabulary: Vocabulary<R>, record: R, name: string, value: Value): boolean {
	const fact = !Object.hasOwn(vocabulary.fields, name) && Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
	return fitsValue(fact ? fact(record) : vocabulary.value(record, name), value);
}

/** Whether a value is as it should be. Of a list it is enough that one item is; what is absent fits only `not`. */
export function fitsValue(actual: unknown, value: Value): boolean {
	if (value.kind === 'not') return !fitsValue(actual, value.value);
	if (value.kind === 'any') return value.of.some((one) => fitsValue(actual, one));
	if (value.kind === 'claim') return fits('container', (actual ?? undefined) as Records['container'], value.claim);
	if (actual === undefined || actual === null) return false;
	if (Array.isArray(actual)) return actual.some((item) => fitsValue(item, value));
	switch (value.kind) {
		case 'literal':
			return textOf(actual) === value.text;
		case 'contains':
			return typeof actual !== 'object' && String(actual).includes(value.text);
		case 'number':
			return typeof actual === 'number' && compares(actual, value.is, value.than);
		case 'between':
			return typeof actual === 'number' && actual >= value.least && actual <= value.most;
		case 'entries':
			return value.entries.every(([key, inner]) => fitsValue(entry(actual, key), inner));
	}
}

/** A condition that only has a status is that status. */
function textOf(actual: unknown): string {
	return typeof actual === 'object' && actual !== null ? String((actual as Readonly<Record<string, unknown>>)['status'] ?? '') : String(actual);
}

function entry(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function compares(actual: number, is: (Value & { readonly kind: 'number' })['is'], than: number): boolean {
	switch (is) {
		case 'at least':
			return actual >= than;
		case 'at most':
			return actual <= than;
		case 'more than':
			return actual > than;
		case 'less than':
			return actual < than;
	}
}
