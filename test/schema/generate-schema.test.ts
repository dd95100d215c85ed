import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generate } from '../../server/tools/generate-schema';

test('a sample of two versions becomes the table', () => {
	const { table, types } = generate('test/schema/sample');
	assert.match(table, /versions: readonly number\[\] = \[32, 33\]/);
	const lines = table
		.slice(table.indexOf('types = `') + 10, table.indexOf('`;'))
		.trim()
		.split('\n');
	assert.deepEqual(lines, [
		'Container',
		' args [string',
		' imagePullPolicy string enum=Always|Never|Maybe@33',
		' name string !',
		' port intOrString',
		' tty boolean',
		'Pod',
		' spec PodSpec !',
		'PodSpec',
		' containers [Container ! map=name merge=name',
		' newField int32 since=33 gate=NewField',
		' nodeSelector {string',
		' oldField int64 until=32',
		' overhead {quantity',
	]);
	assert.match(table, /\nNewField -a\n/);
	assert.match(
		types,
		/export interface Container \{\n\treadonly args\?: readonly string\[\];\n\treadonly imagePullPolicy\?: string;\n\treadonly name: string;\n\treadonly port\?: IntOrString;/,
	);
	assert.match(types, /readonly overhead\?: Readonly<Record<string, Quantity>>;/);
});

test('the table in the tree is what the generator makes', () => {
	if (!existsSync('../shared/openapi')) return console.log('../shared/openapi is not here: the generated table was not compared with it.');
	const { table, types } = generate('../shared/openapi');
	assert.equal(readFileSync('server/src/schema/generated/table.ts', 'utf8'), table);
	assert.equal(readFileSync('server/src/schema/generated/types.ts', 'utf8'), types);
});

test('the table adds at most 60 KB to the bundle, 15 KB gzipped', async () => {
	const { outputFiles } = await build({ entryPoints: ['server/src/schema/generated/table.ts'], minify: true, write: false, format: 'esm' });
	const bytes = outputFiles[0]?.contents ?? new Uint8Array();
	assert.ok(bytes.length > 10_000 && bytes.length <= 60_000, `${bytes.length} bytes`);
	assert.ok(gzipSync(bytes).length <= 15_000, `${gzipSync(bytes).length} bytes gzipped`);
});
