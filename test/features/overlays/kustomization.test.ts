import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kustomizationWords } from '../../../server/src/docs/kustomization';
import { wordsOf } from '../../../server/src/features/built/build-file';
import { completeBuildFile } from '../../../server/src/features/built/complete-build-file';
import { hoverBuildFile } from '../../../server/src/features/built/hover-build-file';
import { diagnoseKustomization } from '../../../server/src/features/overlays/diagnose-kustomization';
import { pathLinks, pathsFrom } from '../../../server/src/features/overlays/path-links';
import { followRenames } from '../../../server/src/features/overlays/renamed-files';
import { KUSTOMIZE_STRUCTS } from '../../../server/src/overlays/fields';
import { edited } from '../../../server/src/yaml/text-edit';

/** What is offered at `|`, and what the text becomes with one of it. */
function offered(marked: string, paths: readonly string[] = []) {
	const offset = marked.indexOf('|');
	const text = marked.replace('|', '');
	const items = completeBuildFile(text, offset, 'Kustomization', 'en', paths);
	const taken = (label: string): string => {
		const item = items.find((one) => one.label === label);
		assert.ok(item, `${label} is offered`);
		return text.slice(0, item.range.start) + item.insert.replace(/\$(?:\d|\{\d:?([^}]*)\})/g, '$1') + text.slice(item.range.end);
	};
	return { labels: items.map(({ label }) => label), taken };
}

test('fields of a kustomization are offered where they may stand, but for those that are there', () => {
	const top = offered('namespace: a\nres|');
	assert.ok(top.labels.includes('resources') && top.labels.includes('patches') && !top.labels.includes('namespace'));
	assert.equal(top.taken('resources'), 'namespace: a\nresources:\n- ');
	assert.deepEqual(offered('images:\n- name: a\n  |').labels, ['newName', 'newTag', 'digest', 'tagSuffix']);
	assert.deepEqual(offered('patches:\n- target:\n    |').labels.slice(0, 4), ['group', 'version', 'kind', 'name']);
	assert.equal(offered('replicas:\n- |').taken('name'), 'replicas:\n- name: ');
	assert.deepEqual(offered('commonLabels:\n  |').labels, []);
	assert.deepEqual(offered(' - resources: !!str 1\n|').labels, []);
	assert.equal(offered('labels: [{ f| }]').taken('fields'), 'labels: [{ fields: [] }]');
	assert.equal(offered('patches: [{ | }]').taken('target'), 'patches: [{ target: {} }]');
});

test('values and paths are offered where they fit', () => {
	assert.deepEqual(offered('configMapGenerator:\n- name: a\n  behavior: |').labels, ['create', 'merge', 'replace']);
	assert.deepEqual(offered('labels:\n- includeSelectors: |').labels, ['true', 'false']);
	const paths = ['web.yaml', '../base'];
	assert.deepEqual(offered('resources:\n- |', paths).labels, paths);
	assert.equal(offered('resources:\n- |', paths).taken('../base'), 'resources:\n- ../base');
	assert.equal(offered('resources: {|}', paths).taken('../base'), 'resources: {../base}');
	assert.deepEqual(offered('components:\n- |', paths).labels, ['../base']);
	for (const keys of ['resources:\n  a: b\n  |', 'resources:\n  a|: b', 'images:\n  a: b\n  |']) assert.deepEqual(offered(keys, paths).labels, [], keys);
	assert.deepEqual(offered('patches:\n- path: |', paths).labels, ['web.yaml']);
});

/** What comes of a kustomization by all that mends it, one fix after another. */
function mended(text: string): string {
	const fix = diagnoseKustomization('/w/kustomization.yaml', text, () => 'kind: A\n').find(({ diagnostic }) => diagnostic.fix)?.diagnostic.fix;
	return fix ? mended(edited(text, [fix.edit])) : text;
}

test('a text that is written out leads to no file, and none is missed', () => {
	const text = `patchesStrategicMerge: ['{"kind": "Pod", "metadata": {"name": "a"}}', a.yaml]\ntransformers: ["{apiVersion: builtin, kind: A}"]\n`;
	assert.deepEqual(
		pathLinks('/w/kustomization.yaml', text, () => undefined).map(({ file }) => file),
		['/w/a.yaml'],
	);
	const told = diagnoseKustomization('/w/kustomization.yaml', text, () => undefined).map(({ diagnostic: { code, range } }) => [code, range.start]);
	assert.deepEqual(
		told.filter(([code]) => code === 'overlay/missing-file'),
		[['overlay/missing-file', text.indexOf('a.yaml')]],
	);
});

test('a field that is misspelt becomes the one that was meant', () => {
	assert.equal(mended('resource: [a.yaml]\n'), 'resources: [a.yaml]\n');
	assert.equal(mended('images:\n- name: a\n  newTagg: c\n'), 'images:\n- name: a\n  newTag: c\n');
	assert.equal(mended('configMapGenerator:\n- nane: a\n'), 'configMapGenerator:\n- name: a\n');
	assert.equal(mended('nonsense: 1\n'), 'nonsense: 1\n');
});

test('a retired field becomes what `kustomize edit fix` makes of it', () => {
	assert.equal(mended('bases:\n- a # near\n'), 'resources:\n- a # near\n');
	assert.equal(mended('bases:\n- a\nresources:\n- b\nnamespace: n\n'), 'resources:\n- b\n- a\nnamespace: n\n');
	assert.equal(mended('resources:\n- b\nbases:\n- a\n'), 'resources:\n- b\n- a\n');
	assert.equal(mended('commonLabels:\n  a: b\n'), 'labels:\n- includeSelectors: true\n  pairs:\n    a: b\n');
	assert.equal(
		mended('patchesStrategicMerge:\n- a.yaml\n- |-\n  kind: A\n  metadata: {}\n'),
		'patches:\n- path: a.yaml\n- patch: |-\n    kind: A\n    metadata: {}\n',
	);
	assert.equal(mended('patches:\n- path: a.yaml\npatchesStrategicMerge:\n- b.yaml\n'), 'patches:\n- path: a.yaml\n- path: b.yaml\n');
	assert.equal(mended('labels:\n- pairs: {a: b}\ncommonLabels: {a: c}\n'), 'labels:\n- pairs: {a: b}\ncommonLabels: {a: c}\n');
	assert.equal(mended('vars:\n- name: A\n'), 'vars:\n- name: A\n');
});

test('a hover tells a field in both languages', () => {
	const text = 'images:\n- name: app\n  newTag: "2"\n';
	const { markdown = '' } = hoverBuildFile(text, text.indexOf('newTag'), 'Kustomization', 'both') ?? {};
	assert.match(markdown, /\*\*images\[0\]\.newTag\*\* `string`/);
	assert.match(markdown, /따옴표[\s\S]*in quotes/);
	assert.equal(hoverBuildFile('odd: 1\n', 1, 'Kustomization', 'en'), undefined);
});

test('every field has words, and no words are left over', () => {
	const fields = Object.entries(KUSTOMIZE_STRUCTS).flatMap(([struct, own]) => Object.keys(own).map((name) => ({ struct, name })));
	const without = fields.filter(
		({ struct, name }) => !/^(?:Helm|ObjectMeta|Var|ObjRef|FieldRef|SortOptions|Legacy|OpenAPI|FieldSpec|FieldOptions)/.test(struct) && !wordsOf(struct, name),
	);
	assert.deepEqual(without, [{ struct: 'Kustomization', name: 'helmChartInflationGenerator' }]);
	const used = new Set(fields.flatMap(({ struct, name }) => [`${struct}.${name}`, name]));
	assert.deepEqual(
		Object.keys(kustomizationWords).filter((key) => !used.has(key)),
		[],
	);
	for (const [key, { en, ko }] of Object.entries(kustomizationWords)) {
		assert.match(ko, /[가-힣]|^`/, key);
		for (const words of [en, ko]) assert.match(words, /[.]$/, key);
	}
});

test('paths lead to files, and folders to their kustomizations', () => {
	const text = 'resources:\n- ../base\n- web.yaml\n- https://example.com/x\npatches:\n- path: p.yaml\nconfigMapGenerator:\n- files: [key=a.txt]\n';
	const links = pathLinks('/w/a/kustomization.yaml', text, (folder) => (folder === '/w/base' ? '/w/base/kustomization.yml' : undefined));
	assert.deepEqual(
		links.map(({ file }) => file),
		['/w/base/kustomization.yml', '/w/a/web.yaml', '/w/a/p.yaml', '/w/a/a.txt'],
	);
	assert.deepEqual(pathsFrom('/w/a', ['/w/a/b/c.yaml', '/w/base', '/w']), ['../base', 'b/c.yaml']);
});

test('what a kustomization names is followed when files are called otherwise', () => {
	const followed = (text: string, ...renames: readonly (readonly [string, string])[]): string =>
		edited(
			text,
			followRenames(
				'/w/prod/kustomization.yaml',
				text,
				renames.map(([from, to]) => ({ from, to })),
			),
		);
	assert.equal(followed('resources:\n- ../base # all\n- a.yaml\n', ['/w/base', '/w/common/base']), 'resources:\n- ../common/base # all\n- a.yaml\n');
	assert.equal(followed('patches: [{path: "./a.yaml"}]\n', ['/w/prod/a.yaml', '/w/prod/p/b.yaml']), 'patches: [{path: "./p/b.yaml"}]\n');
	assert.equal(followed('resources: [../base, a.yaml]\n', ['/w/prod', '/w/envs/prod']), 'resources: [../../base, a.yaml]\n');
	assert.equal(followed('resources: [../base, a.yaml]\n', ['/w', '/v']), 'resources: [../base, a.yaml]\n');
	const files = 'configMapGenerator:\n- name: c\n  files: [a.ini, k=a.ini]\n  envs: [a.ini]\n';
	const now = 'configMapGenerator:\n- name: c\n  files: [a.ini=b.ini, k=b.ini]\n  envs: [b.ini]\n';
	assert.equal(followed(files, ['/w/prod/a.ini', '/w/prod/b.ini']), now);
	assert.equal(followed('resources: [https://example.com/a.yaml, {}]\n', ['/w/prod/a.yaml', '/w/b.yaml']), 'resources: [https://example.com/a.yaml, {}]\n');
});

test('aliases that unfold to more than anyone reads are no work, and what they lead to is told once', () => {
	const says = (text: string): readonly string[] =>
		diagnoseKustomization('/w/kustomization.yaml', text, () => undefined).map(({ diagnostic }) => `${diagnostic.range.start} ${diagnostic.code}`);
	const doubled = Array.from({ length: 40 }, (_, i) => `- &a${i + 1} [*a${i}, *a${i}]\n`).join('');
	assert.deepEqual(says(`patches:\n- &a0 [x, x]\n${doubled}`), ['15 overlay/field-type']);
	const [reject, targets, replacements] = ['    - *j\n', '  - *t\n', '- *r\n'].map((line) => line.repeat(2000));
	const text = `replacements:\n- &r\n  targets:\n  - &t\n    reject:\n    - &j {Name: x}\n${reject}${targets}${replacements}`;
	assert.deepEqual(says(text), [`${text.indexOf('Name')} overlay/field-case`]);
});
