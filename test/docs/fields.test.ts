import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { fieldWords } from '../../server/src/docs/fields';
import type { FieldWords } from '../../server/src/docs/words';

const fields: readonly (readonly [string, string, FieldWords])[] = Object.entries(fieldWords).flatMap(([type, words]) =>
	Object.entries(words as Readonly<Record<string, FieldWords>>).map(([field, word]) => [type, field, word] as const),
);

/** Every field that `wrong` finds fault with, all at once. */
function none(wrong: (field: string, words: FieldWords) => string | undefined): void {
	const faults = fields.flatMap(([type, field, words]) => {
		const fault = wrong(field, words);
		return fault === undefined ? [] : [`${type}.${field}: ${fault}`];
	});
	assert.deepEqual(faults, []);
}

describe('words of fields', () => {
	it('says each in its own language', () => {
		none((_, { en, ko }) => (/[가-힣]/.test(ko) && !/[가-힣]/.test(en) ? undefined : `${en} | ${ko}`));
	});

	it('keeps a hover short', () => {
		none((_, { en, ko }) => {
			if (Math.max(en.split('\n').length, ko.split('\n').length) > 6) return 'too many lines';
			return en.length > 1000 || ko.length > 520 ? `${en.length} and ${ko.length} characters; move some to "more"` : undefined;
		});
	});

	it('has no stray spaces or empty lines', () => {
		none((_, { en, ko }) => (/^\s|\s$|\n\n/.test(en + ko) ? JSON.stringify([en, ko]) : undefined));
	});

	it('closes every code span', () => {
		none((_, { en, ko }) => ([en, ko].every((text) => text.split('`').length % 2 === 1) ? undefined : 'odd number of backticks'));
	});

	it('writes Korean without double passives', () => {
		none((_, { ko }) => /되어지|되어진|보여지|보여진|쓰여지|쓰여진|불리우/.exec(ko)?.[0]);
	});

	it('gives examples that are YAML and begin with the field', () => {
		none((field, { example }) => {
			if (example === undefined) return undefined;
			const document = parseDocument(example);
			if (document.errors.length > 0) return document.errors[0]?.message;
			const keys = Object.keys((document.toJS() ?? {}) as object);
			return keys[0] === field ? undefined : `begins with ${keys[0] ?? 'nothing'}`;
		});
	});
});
