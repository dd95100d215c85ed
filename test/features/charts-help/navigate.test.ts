import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionsOf, referencesOf } from '../../../server/src/features/charts/help/navigate-template';
import type { Spot } from '../../../server/src/features/charts/help/survey';
import { chartOf, shop } from './chart';

/** Places as `file: text of the line`. */
const told = (spots: readonly Spot[], { files } = shop): readonly string[] =>
	spots.map(({ file, range }) => {
		const text = files.get(file) ?? '';
		const start = text.lastIndexOf('\n', range.start - 1) + 1;
		const end = text.indexOf('\n', range.start);
		return `${file}: ${text.slice(start, range.start).trimStart()}[${text.slice(range.start, Math.min(range.end, end))}]`;
	});

/** The offset of a piece of a file, or of what stands behind `¦` in it. */
function offsetOf(file: string, piece: string): number {
	const at = (shop.files.get(file) ?? '').indexOf(piece.replace('¦', ''));
	assert.ok(at >= 0, piece);
	return at + Math.max(0, piece.indexOf('¦'));
}

const DEPLOYMENT = 'templates/deployment.yaml';

test('a value leads to its key, in its parent’s values before its own', () => {
	const definition = (file: string, piece: string): readonly string[] => told(definitionsOf(shop, file, offsetOf(file, piece)));
	assert.deepEqual(definition(DEPLOYMENT, '.Values.¦replicas'), ['values.yaml: [replicas]']);
	assert.deepEqual(definition(DEPLOYMENT, '.Values.resources.¦limits'), ['values.yaml: [limits]']);
	assert.deepEqual(definition(DEPLOYMENT, '.Values.¦resources.limits'), ['values.yaml: [resources]']);
	assert.deepEqual(definition(DEPLOYMENT, '$port.¦name'), ['values.yaml: - [name]', 'values.yaml: - [name]']);
	assert.deepEqual(definition(DEPLOYMENT, '.Values.¦node'), []);
	assert.deepEqual(definition(DEPLOYMENT, '.Chart.¦AppVersion'), ['Chart.yaml: [appVersion]']);
	assert.deepEqual(definition('charts/cache/templates/claim.yaml', '.Values.¦size'), ['values.yaml: [size]', 'charts/cache/values.yaml: [size]']);
	assert.deepEqual(definition('charts/cache/templates/claim.yaml', '.Values.global.¦zone'), ['values.yaml: [zone]']);
	assert.deepEqual(definition('charts/cache/templates/claim.yaml', 'shop.¦name'), ['templates/_helpers.tpl: {{- define "[shop.name]']);
	assert.deepEqual(definition('values.yaml', '.Values.¦mode'), ['values.yaml: [mode]']);
});

test('references are found from a template, a values file and a definition', () => {
	const references = (file: string, piece: string): readonly string[] => told(referencesOf(shop, file, offsetOf(file, piece)));
	const port = ['values.yaml: - [name]', 'values.yaml: - [name]', 'templates/deployment.yaml: - name: {{ $port.[name]'];
	assert.deepEqual(references(DEPLOYMENT, '$port.¦name'), port);
	assert.deepEqual(references('values.yaml', '¦name: admin'), port);
	assert.deepEqual(references('values.yaml', '¦port: 8080'), [
		'values.yaml: [port]',
		'values.yaml: [port]',
		'templates/_helpers.tpl: containerPort: {{ .[port]',
	]);
	const size = ['values.yaml: [size]', 'charts/cache/values.yaml: [size]', 'charts/cache/templates/claim.yaml: storage: {{ .Values.[size]'];
	assert.deepEqual(references('values.yaml', '¦size'), size);
	assert.deepEqual(references('charts/cache/values.yaml', '¦size'), size);
	assert.deepEqual(references('values.yaml', '¦forgotten'), ['values.yaml: [forgotten]']);
	const names = [
		'templates/_helpers.tpl: {{- define "[shop.name]',
		'charts/cache/templates/claim.yaml: name: {{ include "[shop.name]',
		'templates/deployment.yaml: name: {{ include "[shop.name]',
	];
	for (const [file, piece] of [
		['templates/_helpers.tpl', 'shop.¦name'],
		[DEPLOYMENT, 'shop.¦name'],
	] as const)
		assert.deepEqual([...references(file, piece)].sort(), [...names].sort());
});

test('references are found from every file that a chart may be rendered with, and from no other', () => {
	const others = [
		'values/prod.yaml',
		'envs/prod-values.yaml',
		'ci/test-values.yaml',
		'charts/cache/values-small.yaml',
		'values.schema.yaml.txt',
		'notvalues.yaml',
	];
	const chart = chartOf({ ...Object.fromEntries(shop.files), ...Object.fromEntries(others.map((file) => [file, 'size: 1\nreplicas: 2\n'])) });
	const used = (file: string, key: string): number =>
		referencesOf(chart, file, (chart.files.get(file) ?? '').indexOf(key)).filter(({ isDefinition }) => !isDefinition).length;
	assert.deepEqual(
		others.map((file) => used(file, 'replicas')),
		[1, 1, 1, 0, 0, 0],
	);
	assert.equal(used('charts/cache/values-small.yaml', 'size'), 1);
});

test('aliases, two of one subchart and templates that are half typed lead on', () => {
	const chart = chartOf({
		'Chart.yaml':
			'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- { name: db, alias: one, version: 1.0.0 }\n- { name: db, alias: two, version: 1.0.0 }\n',
		'values.yaml': 'one: { x: 1 }\ntwo: { x: 2 }\n',
		'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
		'charts/db/values.yaml': 'x: 0\n',
		'charts/db/templates/a.yaml': 'a: {{ .Values.x\nb: {{ if .Values.x }}',
	});
	for (const offset of [15, 34])
		assert.deepEqual(told(definitionsOf(chart, 'charts/db/templates/a.yaml', offset), chart), [
			'values.yaml: one: { [x]',
			'values.yaml: two: { [x]',
			'charts/db/values.yaml: [x]',
		]);
	assert.equal(referencesOf(chart, 'values.yaml', 7).filter(({ isDefinition }) => !isDefinition).length, 2);
});

test('what a chart imports leads to what its dependencies, and theirs, export, and back', () => {
	const chart = (name: string, dependency: string, list: string): string =>
		`apiVersion: v2\nname: ${name}\nversion: 1.0.0\ndependencies:\n- { name: ${dependency}, alias: own, import-values: ${list} }\n`;
	const importing = chartOf({
		'Chart.yaml': chart('a', 'b', '[data, { child: http, parent: proxy.web }]'),
		'values.yaml': 'own: { http: { port: 81 } }\n',
		'templates/a.yaml': '{{ .Values.host }} {{ .Values.proxy.web.port }} {{ .Values.deep }}\n',
		'charts/b/Chart.yaml': chart('b', 'c', '[{ child: it, parent: exports.data }]'),
		'charts/b/values.yaml': 'exports:\n  data: { host: h }\nhttp: { port: 80 }\n',
		'charts/b/templates/b.yaml': '{{ .Values.http.port }}\n',
		'charts/b/charts/c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
		'charts/b/charts/c/values.yaml': 'it: { deep: 1 }\n',
	});
	const offset = (file: string, piece: string): number => (importing.files.get(file) ?? '').indexOf(piece);
	const definition = (piece: string): readonly string[] => told(definitionsOf(importing, 'templates/a.yaml', offset('templates/a.yaml', piece)), importing);
	const references = (file: string, piece: string): readonly string[] => told(referencesOf(importing, file, offset(file, piece)), importing);
	assert.deepEqual(definition('host'), ['charts/b/values.yaml: data: { [host]']);
	assert.deepEqual(definition('port'), ['values.yaml: own: { http: { [port]', 'charts/b/values.yaml: http: { [port]']);
	assert.deepEqual(definition('deep'), ['charts/b/charts/c/values.yaml: it: { [deep]']);
	assert.deepEqual(references('charts/b/values.yaml', 'host'), ['charts/b/values.yaml: data: { [host]', 'templates/a.yaml: {{ .Values.[host]']);
	assert.deepEqual(references('charts/b/charts/c/values.yaml', 'deep').slice(1), [
		'templates/a.yaml: {{ .Values.host }} {{ .Values.proxy.web.port }} {{ .Values.[deep]',
	]);
	assert.deepEqual(references('values.yaml', 'port').slice(2), [
		'templates/a.yaml: {{ .Values.host }} {{ .Values.proxy.web.[port]',
		'charts/b/templates/b.yaml: {{ .Values.http.[port]',
	]);
});

test('what is bundled for a named template leads to its values', () => {
	const bundling = chartOf({
		'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
		'values.yaml': 'web:\n  img: nginx\n  port: 80\njob:\n  img: busybox\n',
		'templates/_h.tpl': [
			'{{ define "by.list" }}{{ $root := index . 0 }}{{ $w := index . 1 }}',
			'{{ $w.img }}',
			'{{ $root.Values.web.port }}{{ end }}',
			'{{ define "by.dict" }}',
			'{{ .w.port }}',
			'{{ .ctx.Values.web.port }}{{ .either.img }}{{ end }}',
			'',
		].join('\n'),
		'templates/a.yaml': [
			'{{ include "by.list" (list $ .Values.web) }}',
			'{{ include "by.dict" (dict "ctx" $ "w" .Values.web "either" .Values.web) }}',
			'{{ include "by.dict" (dict "ctx" . "w" .Values.web "either" .Values.job) }}',
			'',
		].join('\n'),
	});
	const offset = (file: string, piece: string): number => (bundling.files.get(file) ?? '').indexOf(piece.replace('¦', '')) + piece.indexOf('¦');
	const definition = (piece: string): readonly string[] => told(definitionsOf(bundling, 'templates/_h.tpl', offset('templates/_h.tpl', piece)), bundling);
	assert.deepEqual(definition('$w.¦img'), ['values.yaml: [img]']);
	assert.deepEqual(definition('.w.¦port'), ['values.yaml: [port]']);
	assert.deepEqual(definition('.¦w.port'), ['values.yaml: [web]']);
	assert.deepEqual(definition('.either.¦img'), [], 'it is given two values');
	assert.deepEqual(
		told(referencesOf(bundling, 'values.yaml', offset('values.yaml', '¦port')), bundling).slice(1),
		['{{ $root.Values.web.[port]', '{{ .w.[port]', '{{ .ctx.Values.web.[port]'].map((one) => `templates/_h.tpl: ${one}`),
	);
	// The key of the bundle has a name of its own.
	assert.ok(told(referencesOf(bundling, 'values.yaml', offset('values.yaml', '¦web')), bundling).every((one) => !one.includes('.[w]')));
});
