// A real Emacs with eglot: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { MANIFEST, Visit } from './visit.mjs';

let visit;
let seen;
before(() => {
	visit = new Visit();
	const { stderr } = spawnSync('emacs', ['--batch', '-l', 'test/clients/emacs.el'], visit.options);
	seen = visit.seen();
	assert.equal(seen?.fault, undefined, `${seen?.fault}\n${stderr}`);
});
after(() => visit.end());

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	const line = MANIFEST.split('\n')[6] ?? '';
	const unknown = seen.first.find(({ message }) => message.includes('decode/unknown-field'));
	// Emacs counts characters, whatever they are made of.
	assert.deepEqual([unknown?.line, unknown?.column], [7, [...line.slice(0, line.indexOf('imagee'))].length]);
	assert.equal(seen.first.length, 2);
});

test('eldoc says what the field does, in plain text', () => {
	assert.match(seen.hover, /^spec\.containers — list of Container · required\n\nThe containers of the pod\./);
});

test('completion offers the fields of a container that are not there', () => {
	for (const field of ['livenessProbe', 'resources', 'ports']) assert.ok(seen.completion.includes(field), field);
	for (const field of ['name', 'image']) assert.ok(!seen.completion.includes(field), field);
});

test('what is mended is judged as it stands then', () => {
	assert.equal(seen.isMended, true);
});
