// A real Vim with ALE: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTold, LINE, printed, seenBy, testTyping } from './visit.mjs';

const files = { vimrc: printed('Vim', 'vim'), '.vim/ale_linters/yaml/peapod.vim': printed('Vim', 'vim', 1) };
const seen = seenBy('vim', ['-u', 'NONE', '-i', 'NONE', '-N', '-es', '-S', 'test/clients/vim.vim'], files);

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	assertTold(seen.first);
	// ALE takes UTF-16 units, which LSP counts where nobody says otherwise, for bytes.
	const { column } = seen.first.find(({ code }) => code === 'decode/unknown-field');
	assert.equal(column, LINE.indexOf('imagee'));
});

test('a hover opens, and says what the field does, in plain text', () => {
	assert.match(seen.hover, /^spec\.containers — list of Container · required\n\nThe containers of the pod\. They start at about the same time/);
});

testTyping(
	seen.completion.map((text) => text.split(':')[0]),
	seen.isMended,
);
