// A real Vim with ALE: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { MANIFEST, Visit } from './visit.mjs';

let visit;
let seen;
before(() => {
	visit = new Visit();
	const { stderr } = spawnSync('vim', ['-u', 'NONE', '-i', 'NONE', '-N', '-es', '-S', 'test/clients/vim.vim'], visit.options);
	seen = visit.seen();
	assert.equal(seen?.fault, undefined, `${seen?.fault}\n${stderr}`);
});
after(() => visit.end());

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	const line = MANIFEST.split('\n')[6] ?? '';
	const told = seen.first.map((one) => [one.line, one.code]).toSorted((one, other) => (one[1] < other[1] ? -1 : 1));
	assert.deepEqual(told, [
		[7, 'container/image-required'],
		[7, 'decode/unknown-field'],
	]);
	// ALE takes UTF-16 units, which LSP counts where nobody says otherwise, for bytes.
	const { column } = seen.first.find(({ code }) => code === 'decode/unknown-field');
	assert.equal(column, line.indexOf('imagee'));
});

test('a hover opens, and says what the field does, in plain text', () => {
	assert.match(seen.hover, /^spec\.containers — list of Container · required\n\nThe containers of the pod\. They start at about the same time/);
});

test('completion offers the fields of a container that are not there', () => {
	const fields = seen.completion.map((text) => text.split(':')[0]);
	for (const field of ['livenessProbe', 'resources', 'ports']) assert.ok(fields.includes(field), field);
	for (const field of ['name', 'image']) assert.ok(!fields.includes(field), field);
});

test('what is mended is judged as it stands then', () => {
	assert.equal(seen.isMended, true);
});
