// A real Neovim with its own client: what it shows of a manifest, and what becomes of it while one types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { MANIFEST, Visit } from './visit.mjs';

let visit;
let seen;
before(() => {
	visit = new Visit();
	const { stderr } = spawnSync('nvim', ['--clean', '--headless', '-c', 'luafile test/clients/nvim.lua'], visit.options);
	seen = visit.seen();
	assert.equal(seen?.fault, undefined, `${seen?.fault}\n${stderr}`);
});
after(() => visit.end());

test('diagnostics are there without being asked for, at the letters that they are about', () => {
	const line = MANIFEST.split('\n')[6] ?? '';
	const column = Buffer.byteLength(line.slice(0, line.indexOf('imagee')));
	const told = seen.first.map((one) => [one.line, one.code]).toSorted((one, other) => (one[1] < other[1] ? -1 : 1));
	assert.deepEqual(told, [
		[7, 'container/image-required'],
		[7, 'decode/unknown-field'],
	]);
	assert.equal(seen.first.find(({ code }) => code === 'decode/unknown-field').column, column);
});

test('a hover opens, and says what the field does', () => {
	assert.match(seen.hover, /The containers of the pod\. They start at about the same time/);
});

test('completion offers the fields of a container that are not there', () => {
	for (const field of ['livenessProbe', 'resources', 'ports']) assert.ok(seen.completion.includes(field), field);
	for (const field of ['name', 'image']) assert.ok(!seen.completion.includes(field), field);
});

test('what is mended is judged as it stands then', () => {
	assert.equal(seen.isMended, true);
});
