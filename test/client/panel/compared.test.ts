import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ComparedBefore } from '../../../client/src/panel/compared';

const KEY = 'peapod.comparedWith';
const memory = (kept?: unknown) => {
	const values = new Map<string, unknown>([[KEY, kept]]);
	return { values, get: (key: string) => values.get(key), update: async (key: string, value: unknown) => void values.set(key, value) };
};
const DUMP = { against: 'file', file: 'file:///ws/live.yaml' } as const;

test('what was chosen for a file holds for those of its folder, and for no others', async () => {
	const compared = new ComparedBefore(memory());
	await compared.keep('file:///ws/a/web.yaml', DUMP);
	await compared.keep('file:///ws/b/web.yaml', { against: 'saved' });
	assert.deepEqual(compared.of('file:///ws/a/api.yaml'), DUMP);
	assert.deepEqual(compared.of('file:///ws/b/api.yaml'), { against: 'saved' });
	assert.equal(compared.of('file:///ws/web.yaml'), undefined);
	await compared.keep('file:///ws/a/api.yaml', { against: 'HEAD' });
	assert.deepEqual(compared.of('file:///ws/a/web.yaml'), { against: 'HEAD' });
});

test('of many folders those that were chosen for last are remembered', async () => {
	const { values, ...rest } = memory();
	const compared = new ComparedBefore(rest);
	for (let i = 0; i < 60; i++) await compared.keep(`file:///ws/${i}/web.yaml`, { against: 'saved' });
	assert.equal((values.get(KEY) as readonly unknown[]).length, 50);
	assert.equal(compared.of('file:///ws/9/web.yaml'), undefined);
	assert.ok(compared.of('file:///ws/10/web.yaml'));
});

test('what another version left behind is nothing', () => {
	const folder = 'file:///ws';
	for (const kept of [
		'text',
		7,
		{ a: 1 },
		[null],
		[['x']],
		[[folder, null]],
		[[folder, { against: 'moon' }]],
		[[folder, { against: 'file' }]],
		[[folder, { against: 'HEAD', file: 1 }]],
	])
		assert.equal(new ComparedBefore(memory(kept)).of(`${folder}/web.yaml`), undefined, JSON.stringify(kept));
});
