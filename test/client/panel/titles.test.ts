import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedBytes } from '../../../client/src/panel/exporting';
import { pageLanguage, titleOf } from '../../../client/src/panel/titles';

test('the page begins in the language that is set; with both it is Korean, as lenses and hints are', () => {
	for (const [set, vscode, language] of [
		['en', 'ko', 'en'],
		['ko', 'en', 'ko'],
		['both', 'en', 'ko'],
		['both', 'ko', 'ko'],
		['auto', 'ko', 'ko'],
		['auto', 'ko-KR', 'ko'],
		['auto', 'de', 'en'],
		[undefined, 'en', 'en'],
		['nonsense', 'ko', 'ko'],
	] as const)
		assert.equal(pageLanguage(set, vscode), language, `${set} in ${vscode}`);
});

test('the tab speaks it too', () => {
	assert.deepEqual([titleOf('en', 'web.yaml'), titleOf('ko', 'web.yaml')], ['Life of web.yaml', 'web.yaml의 일생']);
});

test('what is exported is what the page made', () => {
	assert.deepEqual([...exportedBytes({ format: 'png', data: 'iVBORw==' })], [0x89, 0x50, 0x4e, 0x47]);
	assert.equal(new TextDecoder().decode(exportedBytes({ format: 'md', data: '# 파드' })), '# 파드');
});
