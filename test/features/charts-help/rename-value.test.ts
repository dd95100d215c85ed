import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamableValue, renamedValue } from '../../../server/src/features/charts/help/rename-value';
import type { ChartTexts } from '../../../server/src/features/charts/help/survey';
import { edited } from '../../../server/src/yaml/text-edit';
import { chartOf, rendered, shop } from './chart';

function at({ files }: ChartTexts, file: string, piece: string): readonly [string, number] {
	const offset = (files.get(file) ?? '').indexOf(piece.replace('¦', ''));
	assert.ok(offset >= 0, piece);
	return [file, offset + Math.max(0, piece.indexOf('¦'))];
}

/** The chart after a rename; or why there is none. */
function renamed(chart: ChartTexts, file: string, piece: string, name: string): ChartTexts | string {
	const changes = renamedValue(chart, ...at(chart, file, piece), name);
	if ('en' in changes) return changes.en;
	const files = new Map(chart.files);
	for (const one of changes) files.set(one.file, edited(files.get(one.file) ?? '', one.edits));
	return { files };
}

test('a value gets another name wherever it is given and used, and the chart renders the same', () => {
	const before = rendered(shop);
	for (const [file, piece, name] of [
		['values.yaml', '¦replicas', 'wanted'],
		['templates/deployment.yaml', '.Values.¦replicas', 'wanted'],
		['templates/deployment.yaml', '$port.¦name', 'called'],
		['values.yaml', '¦port: 8080', 'number'],
		['values.yaml', '¦size', 'room'],
		['charts/cache/templates/claim.yaml', '.Values.global.¦zone', 'area'],
	] as const) {
		const chart = renamed(shop, file, piece, name);
		assert.ok(typeof chart !== 'string', piece);
		assert.notDeepEqual([...chart.files], [...shop.files], piece);
		const after = rendered(chart);
		assert.ok('files' in after && 'files' in before, piece);
		assert.deepEqual([...after.files], [...before.files], piece);
	}
});

test('other values files and the schema go along', () => {
	const chart = chartOf({
		'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
		'values.yaml': 'image:\n  tag: "1" # the tag\n',
		'ci/test-values.yaml': 'image: {"tag": "2"}\n',
		'values.schema.json':
			'{"properties": {"tag": {}, "image": {"properties": {"tag": {"type": "string"}}, "required": ["tag"], "additionalProperties": false}}}',
		'templates/a.yaml': 'a: {{ .Values.image.tag }}\nb: {{ index .Values.image "tag" }}\n{{ with .Values.image }}c: {{ .tag }}{{ end }}\n',
	});
	const after = renamed(chart, 'values.yaml', '¦tag', 'version');
	assert.ok(typeof after !== 'string');
	assert.deepEqual(
		['values.yaml', 'ci/test-values.yaml', 'values.schema.json', 'templates/a.yaml'].map((file) => after.files.get(file)),
		[
			'image:\n  version: "1" # the tag\n',
			'image: {version: "2"}\n',
			'{"properties": {"tag": {}, "image": {"properties": {"version": {"type": "string"}}, "required": ["version"], "additionalProperties": false}}}',
			'a: {{ .Values.image.version }}\nb: {{ index .Values.image "version" }}\n{{ with .Values.image }}c: {{ .version }}{{ end }}\n',
		],
	);
});

test('what dependencies hang on goes along, though the chart renders the same without it', () => {
	const chart = chartOf({
		'Chart.yaml':
			'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- name: b\n  version: 1.0.0\n  condition: "b.on, global.on,on.on" # on\n  tags: [on, back]\n',
		'charts/b/Chart.yaml': 'apiVersion: v2\nname: b\nversion: 1.0.0\n',
		'values.yaml': 'b:\n  on: true\nglobal:\n  on: true\ntags:\n  on: true\nother: {on: 1}\n',
	});
	const dependency = (piece: string): string | undefined => {
		const after = renamed(chart, 'values.yaml', piece, 'wanted');
		return typeof after === 'string' ? after : after.files.get('Chart.yaml')?.split('1.0.0\n  ')[1];
	};
	assert.deepEqual(['b:\n  ¦on', 'global:\n  ¦on', 'tags:\n  ¦on', 'other: {¦on', '¦global'].map(dependency), [
		'condition: "b.wanted, global.on,on.on" # on\n  tags: [on, back]\n',
		'condition: "b.on, global.wanted,on.on" # on\n  tags: [on, back]\n',
		'condition: "b.on, global.on,on.on" # on\n  tags: [wanted, back]\n',
		'condition: "b.on, global.on,on.on" # on\n  tags: [on, back]\n',
		'condition: "b.on, wanted.on,on.on" # on\n  tags: [on, back]\n',
	]);
});

test('what cannot be named so is refused, and what is no value has no name', () => {
	assert.equal(renamed(shop, 'values.yaml', '¦replicas', 'not-so'), '"not-so" cannot stand behind a dot in a template.');
	assert.equal(renamed(shop, 'values.yaml', '¦replicas', 'mode'), '"mode" is the name of another value already.');
	const name = (file: string, piece: string) => renamableValue(shop, ...at(shop, file, piece))?.name;
	assert.equal(name('templates/deployment.yaml', '.Values.resources.¦limits'), 'limits');
	assert.equal(name('templates/deployment.yaml', '.Chart.¦AppVersion'), undefined);
	assert.equal(name('templates/deployment.yaml', '.¦Values.replicas'), undefined);
	assert.equal(name('values.yaml', ': ¦8080'), undefined);
});
