import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../server/src/yaml/node';
import { parse } from '../../server/src/yaml/parse';
import { resolve, resolveKey } from '../../server/src/yaml/scalar';
import { blockText, flowText, scalarText } from '../../server/src/yaml/write';

const PLAIN = [
	'a',
	'web',
	'nginx:1.29',
	'/data',
	'a b',
	'a-',
	"it's",
	'a#b',
	'-a',
	'x:y',
	'10.0.0.1',
	'ReadWriteOnce',
	'한글',
	'http://a/b?c=d',
	'<none>',
	'a]b',
];
const QUOTED = [
	...[
		'',
		' a',
		'a ',
		'y',
		'N',
		'on',
		'Off',
		'yes',
		'NULL',
		'~',
		'true',
		'FALSE',
		'1',
		'0644',
		'1_000',
		'0x1F',
		'0o17',
		'0b1',
		'1e3',
		'.5',
		'.inf',
		'-.INF',
		'.nan',
	],
	...[
		'w: a:',
		'a: b',
		'a #b',
		'#a',
		'- a',
		'-',
		'?',
		'? a',
		':',
		'a:',
		'&a',
		'*a',
		'!a',
		'!!str',
		'|',
		'>',
		'%a',
		'@a',
		'`a',
		'"a"',
		"'a'",
		'{a',
		'[a',
		']',
		'}',
		',',
	],
	...['a\nb', '\t', '\u2028', '\x07', '\x7f', '\ufeff', '=: ', '---', '--- a', '...'],
];

test('every text reads back as itself: as a value, between brackets, as a key', () => {
	for (const text of [...PLAIN, ...QUOTED, '<<', '2001-01-01', 'a, b', '\u{1f600}', '$(A)', '\\', '\'"']) {
		const value = entryOf(parse(`k: ${scalarText(text)}\nl: 1\n`).root, 'k')?.value;
		const { root: list, faults } = parse(`[${scalarText(text, 'flow')}, 1]`);
		const keys = [`${scalarText(text, 'key')}: 1\n`, `{${scalarText(text, 'key')}: 1}`].map((one) => parse(one));
		assert.ok(value?.kind === 'scalar', text);
		assert.deepEqual(resolve(value), { kind: 'string', text }, `value ${JSON.stringify(text)}`);
		assert.ok(
			list?.kind === 'list' && list.items.length === 2 && faults.length === 0 && list.items[0]?.value?.kind === 'scalar',
			`flow ${JSON.stringify(text)}`,
		);
		assert.deepEqual(resolve(list.items[0].value), { kind: 'string', text });
		for (const { root } of keys) assert.equal(root?.kind === 'map' && root.entries[0] && resolveKey(root.entries[0].key), text, `key ${JSON.stringify(text)}`);
	}
});

test('quotes stand where they are needed, and nowhere else', () => {
	assert.deepEqual(
		PLAIN.map((text) => scalarText(text)),
		PLAIN,
	);
	for (const text of QUOTED) assert.match(scalarText(text), /^".*"$/, text);
	assert.deepEqual([scalarText('a, b'), scalarText('a, b', 'flow')], ['a, b', '"a, b"']);
	assert.deepEqual(
		[5, true, null, 1.5].map((value) => scalarText(value)),
		['5', 'true', 'null', '1.5'],
	);
});

test('maps and lists are written in lines or between brackets', () => {
	const value = { app: 'y', list: ['a: b', { 1: null }], text: 'one\ntwo' };
	const block = blockText(value, 2);
	assert.equal(block, '  app: "y"\n  list:\n  - "a: b"\n  - "1": null\n  text: |-\n    one\n    two');
	const flow = flowText(value);
	assert.ok(!flow.includes('\n'), flow);
	assert.equal(flowText('yes'), '"yes"');
	for (const text of [block, flow]) assert.deepEqual(parse(text).faults, [], text);
});
