import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeStem } from '../../client/src/free-stem';

test('new files take no place that is taken', async () => {
	const among =
		(...files: readonly string[]) =>
		async (file: string): Promise<boolean> =>
			files.includes(file);
	assert.equal(await freeStem('web', among('other.yaml')), 'web');
	assert.equal(await freeStem('web', among('web.yaml')), 'web-2');
	assert.equal(await freeStem('web', among('web.scenario.yaml', 'web-2.yaml')), 'web-3');
	assert.equal(await freeStem('../a/b', among()), '..-a-b');
	assert.equal(await freeStem('', among()), 'pod');
	assert.equal(await freeStem('web', async () => true), 'web-new');
});
