import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentsOf } from '../../server/src/yaml/comments';
import { parse } from '../../server/src/yaml/parse';

/** The comments of a text; those behind something with a dot in front. */
const comments = (text: string): readonly string[] => commentsOf(parse(text)).map(({ text: one, isAlone }) => (isAlone ? one : `.${one}`));

test('a comment is one outside of scalars only', () => {
	for (const [text, found] of [
		['# a\nb: c # d\n', ['# a', '.# d']],
		['a: "b # c" # d\n', ['.# d']],
		["a: 'b\n  # c\n  d' # e\n", ['.# e']],
		['a: b#c\nd#e: f\n', []],
		['a: b\n  c # d\n', ['.# d']],
		['a: | # b\n  # c\n  d # e\n\n# f\n', ['.# b', '# f']],
		['a: >-\n  b\n# c\nd: |+\n  e\n\n\n# f\n', ['# c', '# f']],
		['a: |\n# c\nb: x\n', ['# c']],
		['a: [b, # c\n  # d\n  "e # f"] # g\n', ['.# c', '# d', '.# g']],
		['"a # b": c\n? d # e\n: f\n', ['.# e']],
		['a: &x b # c\nd: *x # e\n', ['.# c', '.# e']],
		['a: !!str # b\n  c\n', ['.# b']],
		['\t# a\n# b\r\n# c\r# d', ['# a', '# b', '# c', '# d']],
		['\ufeff# a\nb: c\n', ['# a']],
		['# a', ['# a']],
		['#', ['#']],
		['', []],
		['a: [b # c\n', ['.# c']],
		['a: \u0000 # b\n', ['.# b']],
	] as const)
		assert.deepEqual(comments(text), found, JSON.stringify(text));
});
