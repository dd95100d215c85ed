import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMeant, lookAlikesIn } from '../../server/src/yaml/look-alikes';

/** Each look-alike as what it is taken for, those in values in brackets. */
const seen = (text: string): string =>
	lookAlikesIn(text)
		.map(({ means, where }) => (where === 'value' ? `[${means}]` : means || '0'))
		.join('|');

test('structure is told from values, comments are let be', () => {
	for (const [text, expected] of [
		['a: b # \u00a0 “c”', ''],
		['# \u00a0', ''],
		['\u00a0\u00a0a: b', ' | '],
		['a:\u00a0b', ' '],
		['a: b\u00a0', ' '],
		['a: b\u00a0# c', '[ ]'],
		['a: "b # \u00a0"', '[ ]'],
		['im\u200bage: a', '0'],
		['a：b', '[:]'],
		['a： b', ':'],
		['– a: b', '-'],
		['• a: b', '-'],
		['a: b • c', ''],
		['a: “b”', '["]|["]'],
		['\ta: b\t', '  '],
		['a:\tb', ''],
		['a: ３', '[3]'],
		['\ufeffa: b', ''],
		['a: |\n  \u00a0“x”\nb:\u00a0c', '[ ]|["]|["]| '],
		['- |\n  \u00a0x\n-\u00a0y', '[ ]| '],
		['\u00a0\u00a0a: |\n\u00a0\u00a0\u00a0\u00a0x', ' | | | | | '],
	] as const) {
		assert.equal(seen(text), expected, JSON.stringify(text));
	}
});

test('a text as it looks: what cannot be seen is gone', () => {
	assert.equal(asMeant('k\u200bind：\u00a0Ｐ\u043ed\0'), 'kind: Pod');
	assert.equal(asMeant('한국어: 값 é'), '한국어: 값 é');
});

test('a long text of look-alikes is read in one go', () => {
	assert.equal(lookAlikesIn(`a: ${'\u00a0'.repeat(200_000)}b`).length, 200_000);
	assert.equal(lookAlikesIn(`${'\u00a0'.repeat(100_000)}\n`.repeat(2)).length, 200_000);
});
