// A real Neovim with its own client: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertTold, LINE, printed, seenBy, testTyping } from './visit.mjs';

const files = { 'init.lua': printed('Neovim', 'lua', 1), 'newer.lua': printed('Neovim', 'lua', 0) };
const seen = seenBy('nvim', ['--clean', '--headless', '-c', 'luafile test/clients/nvim.lua'], files);

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	const column = Buffer.byteLength(LINE.slice(0, LINE.indexOf('imagee')));
	assertTold(seen.first);
	assert.equal(seen.first.find(({ code }) => code === 'decode/unknown-field').column, column);
});

test('a hover opens, and says what the field does', () => {
	assert.match(seen.hover, /The containers of the pod\. They start at about the same time/);
});

test('what is printed for newer ones says the same to what they have', () => {
	assert.deepEqual(seen.newer, {
		enabled: 'peapod',
		peapod: {
			cmd: ['peapod', 'lsp', '--stdio'],
			filetypes: ['yaml', 'helm'],
			root_markers: ['.git'],
			init_options: { language: 'en', kubernetesVersion: '1.37' },
		},
	});
});

testTyping(seen.completion, seen.isMended);
