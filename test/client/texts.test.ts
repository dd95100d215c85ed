import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const keysOf = (file: string): readonly string[] => Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object).sort();

test('every text of the client is there in Korean, and none that nobody shows', () => {
	const source = readdirSync('client/src', { recursive: true, withFileTypes: true })
		.flatMap((entry) => (entry.isFile() ? readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8') : []))
		.join('\n');
	const shown = [...source.matchAll(/l10n\.t\('((?:[^'\\]|\\.)+)'/g)].map((match) => match[1] ?? '');
	assert.ok(shown.length > 10);
	assert.deepEqual(keysOf('l10n/bundle.l10n.ko.json'), [...new Set(shown)].sort());
});

test('every text of the package is there in both languages', () => {
	const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '').sort();
	for (const file of ['package.nls.json', 'package.nls.ko.json']) assert.deepEqual(keysOf(file), used, file);
});
