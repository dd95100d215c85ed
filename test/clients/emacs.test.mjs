// A real Emacs with eglot: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINE, printed, seenBy, testTyping } from './visit.mjs';

const seen = seenBy('emacs', ['--batch', '-l', 'test/clients/emacs.el'], { 'init.el': printed('Emacs', 'elisp') });

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	const unknown = seen.first.find(({ message }) => message.includes('decode/unknown-field'));
	// Emacs counts characters, whatever they are made of.
	assert.deepEqual([unknown?.line, unknown?.column], [7, [...LINE.slice(0, LINE.indexOf('imagee'))].length]);
	assert.equal(seen.first.length, 2);
});

test('eldoc says what the field does, in plain text', () => {
	assert.match(seen.hover, /^spec\.containers — list of Container · required\n\nThe containers of the pod\./);
});

testTyping(seen.completion, seen.isMended);
