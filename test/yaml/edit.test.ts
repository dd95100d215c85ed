import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	addAll,
	addBlock,
	addEntry,
	addItem,
	entryLines,
	merged,
	removeEntry,
	removeItem,
	renameKey,
	replaceItem,
	replaceValue,
	replaceWithBlock,
	splitItem,
} from '../../server/src/yaml/edit';
import { entryOf, type ListNode, type MapNode, type Node } from '../../server/src/yaml/node';
import { parse } from '../../server/src/yaml/parse';
import { difference, type Edit, edited } from '../../server/src/yaml/text-edit';

const applied = (text: string, edit: Edit | undefined): string => (edit ? text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end) : text);

function mapIn(text: string, ...path: readonly string[]): MapNode {
	let node: Node | undefined = parse(text).root;
	for (const key of path) node = entryOf(node, key)?.value;
	assert.equal(node?.kind, 'map');
	return node as MapNode;
}
function entry(map: MapNode, key: string) {
	const found = entryOf(map, key);
	assert.ok(found);
	return found;
}

test('what ends a value is a part of it, unless it is blank for YAML too', () => {
	for (const end of ['\ufeff', '\u00a0', '\u3000', '\u200b']) {
		const text = `a: x${end} \nb: [y${end} ]\n`;
		const map = mapIn(text);
		assert.equal(applied(text, replaceValue(text, map, entry(map, 'a'), '#')), `a: "#" \nb: [y${end} ]\n`);
		const list = entry(map, 'b').value as ListNode;
		assert.equal(applied(text, replaceItem(text, list, 0, '#')), `a: x${end} \nb: ["#" ]\n`);
	}
});

test('rename a key', () => {
	const text = 'a: 1\nb: 2\n';
	assert.equal(applied(text, renameKey(text, entry(mapIn(text), 'b'), 'c')), 'a: 1\nc: 2\n');
});

test('replace a value, quoted where it must be', () => {
	const text = 'a: 1 # why\nb:\nc: [x]\n';
	const map = mapIn(text);
	assert.equal(applied(text, replaceValue(text, map, entry(map, 'a'), 'yes')), 'a: "yes" # why\nb:\nc: [x]\n');
	assert.equal(applied(text, replaceValue(text, map, entry(map, 'b'), 5)), 'a: 1 # why\nb: 5\nc: [x]\n');
	assert.equal(
		applied(text, replaceValue(text, map, entry(map, 'c'), ['p', 'z']))
			.split('\n')[2]
			?.replaceAll(' ', ''),
		'c:[p,z]',
	);
});

test('add an entry to a block and to a flow map', () => {
	const text = 'spec:\n  a: 1\n  b:\n    c: 2\nother: 1\n';
	assert.equal(applied(text, addEntry(text, mapIn(text, 'spec'), 'd', { e: 1 })), 'spec:\n  a: 1\n  b:\n    c: 2\n  d:\n    e: 1\nother: 1\n');
	const flow = 'spec: { a: 1 }\n';
	assert.match(applied(flow, addEntry(flow, mapIn(flow, 'spec'), 'b', 2)), /^spec: \{ a: 1, b: 2 \}\n$/);
});

test('an edit goes by what stands around: comments, commas, JSON, tags, block scalars', () => {
	const added = (text: string, ...path: readonly string[]): string => applied(text, addEntry(text, mapIn(text, ...path), 'b', 'x'));
	assert.equal(added('s:\n  a: 1 # why\nt: 2\n', 's'), 's:\n  a: 1 # why\n  b: x\nt: 2\n');
	assert.equal(added('s: {a: 1,}\n', 's'), 's: {a: 1, b: x,}\n');
	assert.equal(added('{"s": {"a": 1}}', 's'), '{"s": {"a": 1, "b": "x"}}');
	assert.equal(added('s: {}\n', 's'), 's: {b: x}\n');
	assert.equal(added('s:\n  a: !!str\n', 's'), 's:\n  a: !!str\n  b: x\n');
	assert.equal(added('s:\n  a: |\n    1\n\nt: 2\n', 's'), 's:\n  a: |\n    1\n  b: x\n\nt: 2\n');
	const replaced = (text: string, value: unknown): string => applied(text, replaceValue(text, mapIn(text), entry(mapIn(text), 'a'), value));
	assert.equal(replaced('a: !!map\nb: 1\n', 'x'), 'a: x\nb: 1\n');
	assert.equal(replaced('a: |\n  one\nb: 1\n', 'x'), 'a: x\nb: 1\n');
	assert.equal(replaced('{a: 1, b: 2}', 'x, y'), '{a: "x, y", b: 2}');
	assert.equal(replaced('{a, b: 2}', 'x'), '{a: x, b: 2}');
	assert.equal(replaced('a: &x 1\nb: *x\n', 'z'), 'a: &x z\nb: *x\n');
	assert.equal(replaced('b: &x 1\na: *x\n', 'z'), 'b: &x 1\na: z\n');
	const flow = '{a, b: 2}';
	assert.equal(applied(flow, removeEntry(flow, mapIn(flow), entry(mapIn(flow), 'a'))), '{b: 2}');
	const below = 'l:\n-\n  a: 1\n- b\n';
	assert.equal(applied(below, removeItem(below, entryOf(parse(below).root, 'l')?.value as ListNode, 0)), 'l:\n- b\n');
});

test('remove an entry with its lines; the dash of an item stays', () => {
	const text = 'spec:\n  a: 1\n  b:\n    c: 2\nother: 1\n';
	assert.equal(applied(text, removeEntry(text, mapIn(text, 'spec'), entry(mapIn(text, 'spec'), 'b'))), 'spec:\n  a: 1\nother: 1\n');
	const list = 'l:\n- a: 1\n  b: 2\n';
	const items = entryOf(parse(list).root, 'l')?.value as ListNode;
	const first = items.items[0]?.value as MapNode;
	assert.equal(applied(list, removeEntry(list, first, entry(first, 'a'))), 'l:\n- b: 2\n');
	const flow = 's: { a: 1, b: 2 }\n';
	assert.equal(applied(flow, removeEntry(flow, mapIn(flow, 's'), entry(mapIn(flow, 's'), 'a'))), 's: { b: 2 }\n');
});

test('remove an item', () => {
	const text = 'l:\n- a\n- b\n- c\n';
	const list = entryOf(parse(text).root, 'l')?.value as ListNode;
	assert.equal(applied(text, removeItem(text, list, 1)), 'l:\n- a\n- c\n');
	assert.equal(removeItem(text, list, 7), undefined);
});

function listIn(text: string, key: string): ListNode {
	const list = entryOf(parse(text).root, key)?.value;
	assert.equal(list?.kind, 'list');
	return list as ListNode;
}

test('a value of several lines stands below its key, which keeps its note', () => {
	const below = (text: string, value: object): string => applied(text, replaceWithBlock(text, entry(mapIn(text), 'a'), value));
	assert.equal(below('a: 1 # why\nb: 2\n', { c: 3 }), 'a: # why\n  c: 3\nb: 2\n');
	assert.equal(below('a:\n- x\n- y\nb: 2\n', ['z']), 'a:\n- z\nb: 2\n');
	assert.equal(below('a:\nb: 2\n', { c: { d: [] } }), 'a:\n  c:\n    d: []\nb: 2\n');
});

test('items are put as the list has them', () => {
	const added = (text: string): string => applied(text, addItem(text, listIn(text, 'a'), { b: 1 }));
	assert.equal(added('a:\n  - x # one\nc: 2\n'), 'a:\n  - x # one\n  - b: 1\nc: 2\n');
	assert.equal(added('a: [x]\n'), 'a: [x, { b: 1 }]\n');
	assert.equal(added('{"a": [1]}'), '{"a": [1, {"b":1}]}');
	const replaced = (text: string, index = 0): string => applied(text, replaceItem(text, listIn(text, 'a'), index, { b: 1, c: 2 }));
	assert.equal(replaced('a:\n  - x # one\n  - y\n'), 'a:\n  - b: 1\n    c: 2 # one\n  - y\n');
	assert.equal(replaced('a:\n-\n- y\n'), 'a:\n- b: 1\n  c: 2\n- y\n');
	assert.equal(replaced('a: [x, y]\n', 1), 'a: [x, { b: 1, c: 2 }]\n');
});

test('what one list or map has is added to another', () => {
	const all = (text: string): string => {
		const [to, from] = ['a', 'b'].map((key) => entryOf(parse(text).root, key)?.value);
		assert.ok(to && from);
		return applied(text, addAll(text, to, from));
	};
	assert.equal(all('a:\n- p\nb:\n- q\n- r\n'), 'a:\n- p\n- q\n- r\nb:\n- q\n- r\n');
	assert.equal(all('a: {p: 1}\nb: {q: 2}\n'), 'a: {p: 1, q: 2}\nb: {q: 2}\n');
	assert.equal(all('a:\n  p: 1\nb: {q: 2}\n'), 'a:\n  p: 1\n  q: 2\nb: {q: 2}\n');
	assert.equal(all('a: [p]\nb: {q: 2}\n'), 'a: [p]\nb: {q: 2}\n', 'of another kind nothing is added');
});

test('an entry moves with its lines and comments, and two edits that meet are one', () => {
	const move = (text: string, key: string): string => {
		const [root, to] = [mapIn(text), mapIn(text, 'to')];
		const from = entry(root, key);
		const insertion = addBlock(text, to, entryLines(text, from, 'moved'));
		assert.ok(insertion);
		return edited(text, merged(text, removeEntry(text, root, from), insertion));
	};
	const block = 'b:\n  # inside\n  c: 1 # one\n';
	const result = 'to:\n  a: 1\n  moved:\n    # inside\n    c: 1 # one\n';
	assert.equal(move(`to:\n  a: 1\n${block}`, 'b'), result);
	assert.equal(move(`${block}to:\n  a: 1\n`, 'b'), result);
});

test('in JSON all is JSON', () => {
	const text = '{"a": "x", "b": 1}';
	const map = mapIn(text);
	assert.equal(applied(text, renameKey(text, entry(map, 'a'), 'c')), '{"c": "x", "b": 1}');
	assert.equal(applied(text, replaceValue(text, map, entry(map, 'a'), 'y')), '{"a": "y", "b": 1}');
	assert.equal(applied(text, replaceValue(text, map, entry(map, 'b'), { c: ['y'] })), '{"a": "x", "b": {"c":["y"]}}');
});

test('the difference of two texts is one edit', () => {
	for (const [before, after] of [
		['abc', 'abxc'],
		['aaa', 'aa'],
		['', 'a'],
		['a\r\nb', 'a\r\nc\r\nb'],
		['same', 'same'],
	] as const)
		assert.equal(edited(before, [difference(before, after)]), after);
});

test('split an item', () => {
	const split = (text: string, ...keys: readonly string[]): string => {
		const list = parse(text).root as ListNode;
		const map = list.items[0]?.value as MapNode;
		const parts = keys.map((part) => map.entries.filter(({ key }) => part.includes(key.text)));
		return applied(text, splitItem(text, list, 0, parts));
	};
	assert.equal(split('- a: 1\n  b: 2\n  c: 3\n- d: 4\n', 'ab', 'ac'), '- a: 1\n  b: 2\n- a: 1\n  c: 3\n- d: 4\n');
	assert.equal(
		split('  -   a: 1 # one\n      # noted\n      b:\n      - 2\n      c: 3', 'ac', 'ab'),
		'  -   a: 1 # one\n      # noted\n      c: 3\n  -   a: 1 # one\n      b:\n      - 2',
	);
	assert.equal(split('- b: 2\n  a: 1\n  c: 3\n', 'ac', 'ab'), '- a: 1\n  c: 3\n- b: 2\n  a: 1\n');
	assert.equal(split('- { a: 1, b: [2, 2], c: 3 }\n', 'ab', 'ac'), '- { a: 1, b: [2, 2] }\n- { a: 1, c: 3 }\n');
	assert.equal(split('[{ a: 1, b: 2, c: 3 }, 4]', 'ab', 'ac'), '[{ a: 1, b: 2 }, { a: 1, c: 3 }, 4]');
	assert.equal(split('- # x - y\n  a: 1\n  b: 2\n', 'a', 'b'), '- # x - y\n  a: 1\n  b: 2\n', 'a dash in a comment is none');
	assert.equal(split('- a: 1\n  b: 2\n  c: 3\n', 'c', 'ab'), '- a: 1\n  b: 2\n  c: 3\n', 'two that go meet at the dash');
});
