import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { BuiltFolders } from '../../client/src/built-folders';

test('the menus of the explorer know the folders of overlays and charts, as long as they are there', () => {
	mock.timers.enable({ apis: ['setTimeout'] });
	const told = new Map<string, readonly string[]>();
	const folders = new BuiltFolders((name, all) => void told.set(name, all));
	const note = (path: string, text: string | null): void => {
		folders.note({ uri: `file:///w/${path}`, text });
		mock.timers.tick(1000);
	};
	note('base/kustomization.yaml', '');
	note('live/Kustomization', '');
	note('shop/Chart.yaml', '');
	note('shop/values.yaml', '');
	assert.deepEqual(
		[...told],
		[
			['peapod.overlays', ['file:///w/base', 'file:///w/live']],
			['peapod.charts', ['file:///w/shop']],
		],
	);
	note('base', null);
	note('shop/Chart.yaml', null);
	assert.deepEqual([...told.values()], [['file:///w/live'], []]);
	told.clear();
	note('live/web.yaml', '');
	assert.equal(told.size, 0);
	mock.timers.reset();
});
