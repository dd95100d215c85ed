import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asTyped, fused, laidOut, ledThrough, lengthOf, type Rope, slice, untyped, woven } from '../../server/src/built/rope';

/** Strands as `length file:start-end`. */
const shown = (rope: Rope): readonly string[] =>
	rope.map(({ length, origins }) => `${length} ${origins.map(({ file, range: { start, end } }) => `${file}:${start}-${end}`).join(' ')}`.trim());

test('a part of a text that was typed as it stands was typed at a part of its place', () => {
	const rope = [...asTyped('a', 10, 5), ...asTyped('b', 0, 3)];
	assert.deepEqual(shown(slice(rope, 2, 6)), ['3 a:12-15', '1 b:0-1']);
	assert.deepEqual(shown(slice(rope, 5, 5)), []);
	assert.deepEqual(shown(slice(rope, 0, 8)), shown(rope));
});

test('what was made of several texts comes from all of them, and a part of it as well', () => {
	const rope = fused([asTyped('a', 0, 4), asTyped('b', 7, 2), asTyped('a', 0, 4)], 10);
	assert.deepEqual(shown(rope), ['10 a:0-4 b:7-9']);
	assert.deepEqual(shown(slice(rope, 3, 5)), ['2 a:0-4 b:7-9']);
});

test('what leads through an action has it behind it, and what nobody typed was typed there', () => {
	const [typed, made] = ledThrough([...asTyped('values', 3, 2), ...untyped(1)], { file: 'template', range: { start: 0, end: 9 } });
	assert.deepEqual(typed?.origins[0]?.via, [{ file: 'template', range: { start: 0, end: 9 } }]);
	assert.deepEqual(made?.origins, [{ file: 'template', range: { start: 0, end: 9 } }]);
});

test('lines are found again between indentation and quotes', () => {
	const text = 'one\n\n  two';
	assert.deepEqual(shown(woven('    one\n    \n      two', [{ text, rope: asTyped('a', 0, text.length) }]) ?? []), ['4', '3 a:0-3', '12', '3 a:7-10']);
	assert.equal(woven('another', [{ text: 'one', rope: asTyped('a', 0, 3) }]), undefined);
	assert.equal(lengthOf(laidOut(9, [{ start: 2, rope: asTyped('a', 0, 3) }])), 9);
});
