import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPage } from '../../../server/src/features/apply/page';
import { shownValues } from '../../../server/src/features/apply/shown-values';
import { answerTo } from './ask';

const flags = (...names: readonly string[]): readonly string[] => names.map((name) => `--feature-${name}=enabled`);
const MANY = flags('one', 'two', 'three', 'four', 'five');

test('what is short is shown as it is', () => {
	assert.deepEqual(shownValues('a:1', 'a:2'), { before: 'a:1', after: 'a:2' });
	assert.deepEqual(shownValues(undefined, ['a']), { after: '["a"]' });
	assert.deepEqual(shownValues(1, undefined), { before: '1' });
});

test('of a long list the items that differ are shown, and how many stay', () => {
	assert.deepEqual(shownValues(MANY, [...MANY, '--v=2']), {
		before: '[…]',
		after: '[…, "--v=2"]',
		note: { en: '5 items stay', ko: '나머지 5개는 그대로' },
	});
	assert.deepEqual(shownValues([...MANY, '--v=2', '--w'], [...MANY, '--v=3']), {
		before: '[…, "--v=2", "--w"]',
		after: '[…, "--v=3"]',
		note: { en: '5 items stay', ko: '나머지 5개는 그대로' },
	});
	assert.deepEqual(shownValues([...MANY, 'x', 'x'], [...MANY, 'x']).before, '[…, "x"]', 'of several alike one is gone');
	const [first, ...rest] = MANY;
	const swapped = shownValues([...rest, 'a', 'b'], [...rest, 'b', 'a']);
	assert.deepEqual([swapped.before, swapped.after, swapped.note?.en], ['[…, "a", "b"]', '[…, "b", "a"]', '4 items stay']);
	assert.deepEqual(shownValues([...MANY], flags('other', 'all', 'of', 'them')).note?.en, '4 items in all', `not even ${first}`);
});

test('of a long text the lines that differ, or what is around the place where it does', () => {
	const lines = Array.from({ length: 40 }, (_, i) => `line ${i}`);
	const text = (...all: readonly string[]): string => all.join('\n');
	assert.deepEqual(shownValues(text(...lines), text(...lines.slice(0, 20), 'port: 80', ...lines.slice(21))), {
		before: '… line 20',
		after: '… port: 80',
		note: { en: '39 lines stay', ko: '나머지 39줄은 그대로' },
	});
	const long = 'x'.repeat(100);
	assert.deepEqual(shownValues(`${long}:1.27${long}`, `${long}:1.28${long}`), {
		before: `…xxxxxxxx:1.27${'x'.repeat(12)}…`,
		after: `…xxxxxxxx:1.28${'x'.repeat(12)}…`,
		note: { en: '180 characters stay', ko: '나머지 180자는 그대로' },
	});
});

test('what would look the same is shown as JSON has it', () => {
	assert.deepEqual(shownValues('a  b', 'a b'), { before: '"a  b"', after: '"a b"' });
	assert.deepEqual(shownValues(1, '1'), { before: '1', after: '"1"' });
	const lines = (indent: string): string => ['a:', `${indent}b: 1`, ...Array.from({ length: 40 }, (_, i) => `c${i}: 1`)].join('\n');
	assert.deepEqual(shownValues(lines('  '), lines('\t')), {
		before: '… "  b: 1"',
		after: '… "\\tb: 1"',
		note: { en: '41 lines stay', ko: '나머지 41줄은 그대로' },
	});
	const long = 'x'.repeat(100);
	assert.deepEqual(shownValues([`${long}1`], [`${long}2`]), {
		before: `…${'x'.repeat(12)}1"]`,
		after: `…${'x'.repeat(12)}2"]`,
		note: { en: '90 characters stay', ko: '나머지 90자는 그대로' },
	});
});

test('no character is cut in two', () => {
	for (const length of [60, 61]) {
		const { before = '', after = '' } = shownValues(`${'a'.repeat(length)}${'😀'.repeat(60)}1`, `${'a'.repeat(length)}${'😀'.repeat(60)}😁`);
		assert.deepEqual([before, after], ['…😀😀😀😀😀😀1', '…😀😀😀😀😀😀😁']);
		assert.doesNotMatch(shownValues(undefined, `${'a'.repeat(length)}${'😀'.repeat(60)}`).after ?? '', /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
	}
});

test('of what comes or goes as a whole its beginning, and how much there is', () => {
	const { after, note } = shownValues(undefined, [...MANY, ...MANY]);
	assert.equal(after?.length, 80);
	assert.deepEqual(note, { en: '10 items in all', ko: '모두 10개' });
	assert.equal(shownValues('y'.repeat(200), undefined).note?.en, '200 characters in all');
});

test('the page says what is left out, in its language', () => {
	const config = (args: readonly string[]): string =>
		`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a.conf: |\n${args.map((arg) => `    ${arg}\n`).join('')}`;
	const page = (language: 'en' | 'ko'): string => applyPage(answerTo(config([...MANY, 'least']), config([...MANY, 'last'])), language);
	assert.match(page('en'), /`data\[a\.conf\]`: ~~`… last`~~ → `… least` \(line 1; 6 lines stay\)/);
	assert.match(page('ko'), /\(1번째 줄; 나머지 6줄은 그대로\)/);
	const labels = (value: string): string =>
		`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n${Array.from({ length: 60 }, (_, i) => `  k${i}: ${value}\n`).join('')}`;
	assert.match(applyPage(answerTo(labels('b'), labels('a')), 'en'), /\n- and 10 more$/);
});

test('that nothing changes is said once', () => {
	const same = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n';
	assert.equal(applyPage(answerTo(same, same), 'en'), '**Nothing changes.**\n\n### ConfigMap `c`: unchanged');
});
