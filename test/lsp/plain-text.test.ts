import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dedented, withoutMarkdown } from '../../server/src/lsp/plain-text';

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

test('lines that bring their depth, for an editor that adds it', () => {
	assert.equal(dedented('a:\n      b:\n        c', 4), 'a:\n  b:\n    c');
	assert.equal(dedented('a:\n  b\nc', 4), 'a:\nb\nc');
	assert.equal(dedented('a', 4), 'a');
});
