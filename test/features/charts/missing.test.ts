import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JudgedBefore } from '../../../server/src/features/built/judged-before';
import { judgedChart } from '../../../server/src/features/charts/judge-renderings';

/** Where a chart's dependency is told to be missing. */
function told(name: string, texts: Readonly<Record<string, string>>): readonly string[] {
	const answer = { error: '', origins: [], missing: [name] };
	const judging = { version: 37, around: {}, before: new JudgedBefore(), textIn: (file: string) => texts[file] ?? '', isWhole: true } as const;
	return judgedChart('/w/a', [{ values: '', files: [], answer }], judging).map(({ file, diagnostic: { code, range } }) => {
		assert.ok(range.end <= (texts[file] ?? '').length);
		return `${code} ${file} ${(texts[file] ?? '').slice(range.start, range.end)}`;
	});
}

test('a dependency that is missing is told where the chart says that it depends on it', () => {
	const list = 'dependencies:\n- name: cache\n  version: 1.0.0\n';
	const head = 'apiVersion: v1\nname: cache-user\n';
	assert.deepEqual(told('cache', { '/w/a/Chart.yaml': head + list }), ['chart/missing-dependency /w/a/Chart.yaml cache']);
	assert.deepEqual(told('cache', { '/w/a/Chart.yaml': head, '/w/a/requirements.yaml': list }), ['chart/missing-dependency /w/a/requirements.yaml cache']);
	const about = 'description: all dependencies, the cache too\n';
	assert.deepEqual(told('cache', { '/w/a/Chart.yaml': about, '/w/a/requirements.yaml': list }), ['chart/missing-dependency /w/a/requirements.yaml cache']);
	assert.deepEqual(told('cache', { '/w/a/Chart.yaml': about }), ['chart/missing-dependency /w/a/Chart.yaml ']);
	assert.deepEqual(told('cäche', { '/w/a/Chart.yaml': `${head}dependencies:\n- name: "c\\xe4che"\n` }), [
		'chart/missing-dependency /w/a/Chart.yaml "c\\xe4che"',
	]);
});
