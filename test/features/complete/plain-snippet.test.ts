import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainSnippet } from '../../../server/src/features/complete/plain-snippet';

test('a snippet without its tab stops', () => {
	for (const [snippet, plain] of [
		['image: $1', 'image: '],
		['${1:nginx}:${2:1.27}$0', 'nginx:1.27'],
		['do: ${1|delete,evict,patch|}!', 'do: delete!'],
		['${1|a\\,b,c|}', 'a,b'],
		['a: ${1:b: ${2:c}}', 'a: b: c'],
		['\\$(VAR) \\} \\\\ $ {x} $HOME', '$(VAR) } \\ $ {x} $HOME'],
		['cut ${1:off', 'cut off'],
		['cut \\', 'cut \\'],
		['${12}x$3', 'x'],
	] as const)
		assert.equal(plainSnippet(snippet), plain, snippet);
});
