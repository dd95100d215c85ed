import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf } from '../../server/src/yaml/node';
import { parse } from '../../server/src/yaml/parse';

test('a fault never cuts a character in two', () => {
	for (const text of ['  selector: {name: x,\n}\n  containers\n\u{1f600}  - name: b', 'a: b\n\u{1f600}', 'a: "\\\u{1f600}"', '\u{1f600}: [\u{1f600}']) {
		const [fault] = parse(text).faults;
		assert.ok(fault, text);
		const { start, end } = fault.range;
		const marked = text.slice(start, end);
		assert.ok(marked.length > 0 && !/\p{Cs}/u.test(marked), JSON.stringify(marked));
	}
});

test('of a text too long to be guessed, what stands above the fault is there', () => {
	const many = 40_000;
	const { root, faults } = parse(`kind: Pod\nspec:\n${'- name: a\n  image: b\n'.repeat(many)}broken: [\n`);
	assert.equal(faults.length, 1);
	const spec = entryOf(root, 'spec')?.value;
	assert.ok(spec?.kind === 'list');
	assert.equal(spec.items.length, many);
	assert.ok(root && root.range.end <= many * 21 + 30);
	const flow = parse(`{kind: Pod, spec: [${'a, '.repeat(many)}`);
	assert.ok(flow.root && flow.root.range.end <= flow.text.length);
});

test('a tag with nothing behind it is a scalar that stands where the tag stands', () => {
	const text = 'a: !!str\nb: &x !!map\n';
	for (const [key, tag] of [
		['a', '!!str'],
		['b', '!!map'],
	] as const) {
		const value = entryOf(parse(text).root, key)?.value;
		assert.equal(value && text.slice(value.range.start, value.range.end), tag);
	}
});
