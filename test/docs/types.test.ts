import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsUnder } from '../../server/src/docs/fields';
import { kindWords } from '../../server/src/docs/types';

const hangul = /[가-힣]/;

describe('words of types', () => {
	it('says what each is in one sentence of each language', () => {
		const wrong = Object.entries(kindWords).filter(([, { en, ko }]) => hangul.test(en) || !hangul.test(ko) || /\n/.test(en + ko) || !/\.$/.test(en));
		assert.deepEqual(wrong, []);
	});
});

describe('words under one field', () => {
	const words = Object.entries(wordsUnder).flatMap(([parent, fields]) => Object.entries(fields).map(([field, word]) => [`${parent}.${field}`, word] as const));

	it('are in both languages, short, with every code span closed', () => {
		const wrong = words.filter(([, { en, ko }]) => {
			const isBilingual = !hangul.test(en) && hangul.test(ko);
			return !isBilingual || [en, ko].some((text) => text.split('\n').length > 6 || text.split('`').length % 2 === 0);
		});
		assert.deepEqual(wrong, []);
	});

	it('tells a startup probe’s threshold from that of others', () => {
		assert.match(wordsUnder.startupProbe?.failureThreshold?.en ?? '', /time the app has to start/i);
	});
});
