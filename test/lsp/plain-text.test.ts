import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dedented, plainSnippet, withoutMarkdown } from '../../server/src/lsp/plain-text';

test('Markdown without its marks', () => {
	for (const [markdown, plain] of [
		['**image** — string', 'image — string'],
		['a `*literal*` and `$(VAR)`, *slanted*, **bold with `code`**', 'a *literal* and $(VAR), slanted, bold with code'],
		['2 * 3 * 4 and a_b_c stay', '2 * 3 * 4 and a_b_c stay'],
		['\\*not slanted\\* and \\`tick', '*not slanted* and `tick'],
		['[Docs](https://kubernetes.io/docs/)', 'Docs: https://kubernetes.io/docs/'],
		['# title\n\ntext  \nmore', 'title\n\ntext\nmore'],
		['above\n\n---\n\nbelow', 'above\n\nbelow'],
		['say:\n\n```yaml\nargs: ["*"]\n- `x`\n```\nend', 'say:\n\n  args: ["*"]\n  - `x`\nend'],
		['', ''],
	] as const)
		assert.equal(withoutMarkdown(markdown), plain);
});

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

test('lines that bring their depth, for an editor that adds it', () => {
	assert.equal(dedented('a:\n      b:\n        c', 4), 'a:\n  b:\n    c');
	assert.equal(dedented('a:\n  b\nc', 4), 'a:\nb\nc');
	assert.equal(dedented('a', 4), 'a');
});
