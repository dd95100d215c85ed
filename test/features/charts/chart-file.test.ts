import assert from 'node:assert/strict';
import { test } from 'node:test';
import { METADATA } from '../../../server/src/charts/metadata';
import { chartWords } from '../../../server/src/docs/chart';
import { completeBuildFile } from '../../../server/src/features/built/complete-build-file';
import { hoverBuildFile } from '../../../server/src/features/built/hover-build-file';
import { CHART_STRUCTS } from '../../../server/src/features/charts/chart-fields';

/** What is offered in a Chart.yaml at `|`. */
function offered(marked: string): readonly string[] {
	const items = completeBuildFile(marked.replace('|', ''), marked.indexOf('|'), 'Chart', 'en', []);
	return items.map(({ label }) => label);
}

const hoverAt = (marked: string, language: 'en' | 'ko'): string =>
	hoverBuildFile(marked.replace('|', ''), marked.indexOf('|'), 'Chart', language)?.markdown ?? '';

test('every field that Helm reads of a Chart.yaml is known, but for those that it never uses', () => {
	const { dependencies, maintainers } = METADATA.fields;
	const read = { Chart: METADATA.fields, Dependency: dependencies.list.fields, Maintainer: maintainers.list.fields };
	const unused = { Chart: ['condition', 'tags'], Dependency: ['enabled'], Maintainer: [] };
	for (const struct of ['Chart', 'Dependency', 'Maintainer'] as const)
		assert.deepEqual([...Object.keys(CHART_STRUCTS[struct] ?? {}), ...unused[struct]].sort(), Object.keys(read[struct]).sort(), struct);
});

test('every field of a Chart.yaml has words in both languages, and no words are left over', () => {
	const fields = Object.entries(CHART_STRUCTS).flatMap(([struct, own]) => Object.keys(own).map((name) => `${struct}.${name}`));
	assert.deepEqual(Object.keys(chartWords).sort(), fields.sort());
	for (const [key, { en, ko }] of Object.entries(chartWords)) {
		assert.match(en, /[a-z].*[.`]$/, key);
		assert.match(ko, /[가-힣]/, key);
	}
});

test('a hover in a Chart.yaml tells a field', () => {
	assert.match(hoverAt('name: web\napp|Version: "1"\n', 'en'), /^\*\*appVersion\*\* `string`\n[\s\S]*no quotes/);
	assert.match(hoverAt('dependencies:\n- name: redis\n  con|dition: redis.enabled\n', 'ko'), /dependencies\[0\]\.condition[\s\S]*쉼표/);
	assert.equal(hoverAt('annotations:\n  na|me: a\n', 'en'), '');
	assert.equal(hoverAt('ol|d: a\n', 'en'), '');
});

test('fields and values of a Chart.yaml are offered where they may stand', () => {
	const top = offered('apiVersion: v2\nna|');
	assert.ok(top.includes('name') && top.includes('dependencies') && !top.includes('apiVersion') && !top.includes('resources'));
	assert.deepEqual(offered('dependencies:\n- name: redis\n  |'), ['version', 'repository', 'condition', 'tags', 'alias', 'import-values']);
	assert.deepEqual(offered('type: |'), ['application', 'library']);
	assert.deepEqual(offered('apiVersion: |'), ['v2', 'v1']);
	assert.deepEqual(offered('annotations:\n  |'), []);
});
