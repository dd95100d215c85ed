import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGlob } from '../../server/src/features/glob';

test('a pattern names a file, or the folder it is in', () => {
	for (const [pattern, matched, others] of [
		['web.yaml', ['web.yaml', 'a/b/web.yaml', 'web.yaml/x'], ['aweb.yaml', 'web.yamls', 'WEB.yaml']],
		['./web.yaml', ['web.yaml'], ['a/web.yaml']],
		['/web.yaml', ['web.yaml'], ['a/web.yaml']],
		['*.gen.yaml', ['a.gen.yaml', '.gen.yaml', 'x/a.gen.yaml'], ['a.gen.yml', 'agen.yaml']],
		['charts', ['charts/a.yaml', 'x/charts/y/a.yaml'], ['mycharts/a.yaml', 'charts2']],
		['charts/', ['charts/a.yaml', 'x/charts/a.yaml'], ['chart/a.yaml']],
		['charts/*', ['charts/a.yaml', 'charts/x/a.yaml'], ['x/charts/a.yaml', 'charts']],
		['charts/*.yaml', ['charts/a.yaml'], ['charts/x/a.yaml']],
		['charts/**', ['charts/a.yaml', 'charts/x/y/a.yaml'], ['charts', 'x/charts/a']],
		['**/templates/**', ['templates/a', 'x/y/templates/a'], ['templates', 'mytemplates/a']],
		['**/*.yaml', ['a.yaml', 'x/y/a.yaml'], ['a.yml']],
		['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb', 'x/a/b']],
		['{staging,test}/', ['staging/a', 'x/test/b'], ['prod/a', 'stagingtest/a']],
		['a{b,c{d,}}e', ['abe', 'acde', 'ace'], ['ae', 'abcde']],
		['{a/**,b}/x', ['a/1/2/x', 'b/x'], ['x', 'c/x']],
		['pod-[0-9].yaml', ['pod-7.yaml'], ['pod-x.yaml', 'pod-77.yaml']],
		['pod-[!0-9].yaml', ['pod-x.yaml'], ['pod-7.yaml', 'pod-/.yaml']],
		['pod-?.yaml', ['pod-x.yaml', 'pod-파.yaml'], ['pod-.yaml', 'pod-/.yaml']],
		['[', ['['], ['a']],
		['{a', ['{a'], ['a']],
		['a.b', ['a.b'], ['axb']],
		['**', ['a', 'a/b'], []],
		['', [], ['a', '']],
		['/', [], ['a']],
	] as const) {
		for (const path of matched) assert.ok(matchesGlob(pattern, path), `${pattern} names ${path}`);
		for (const path of others) assert.ok(!matchesGlob(pattern, path), `${pattern} does not name ${path}`);
	}
});

test('a hostile pattern is read once', () => {
	const path = `${'a/'.repeat(500)}b`;
	for (const piece of ['*', '**/', '{*,', '{**,**}', '*a', '[', '{{{', '(a+)+', '?*']) matchesGlob(piece.repeat(1000 / piece.length), path);
	assert.ok(!matchesGlob(`${'*a'.repeat(400)}c`, path));
	assert.ok(!matchesGlob('*'.repeat(1_000_000), path), 'a longer one is no pattern');
});
