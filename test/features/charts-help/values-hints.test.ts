import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartTexts } from '../../../server/src/features/charts/help/survey';
import { valuesHints } from '../../../server/src/features/charts/help/values-hints';
import { chartOf, shop } from './chart';

/** What is told, as `file:line message`. */
const told = (chart: ChartTexts): readonly string[] =>
	valuesHints(chart).map(({ file, diagnostic }) => {
		assert.equal(diagnostic.severity, 'hint');
		return `${file}:${(chart.files.get(file) ?? '').slice(0, diagnostic.range.start).split('\n').length} ${diagnostic.message}`;
	});

const chart = (values: string, template: string, more: Readonly<Record<string, string>> = {}): ChartTexts =>
	chartOf({ 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n', 'values.yaml': values, 'templates/a.yaml': template, ...more });

test('what no template uses is told in values.yaml, what nobody gives where it is used', () => {
	assert.deepEqual(told(shop), [
		'values.yaml:11 No template uses extra.debug.',
		'values.yaml:32 No template uses forgotten.',
		'templates/deployment.yaml:30 node is not in values.yaml, and nothing stands in for it.',
	]);
	assert.deepEqual(told(chart('a: { b: 1, c: 2 }\nd: 1\n', '{{ .Values.a.b }} {{ .Values.e }}')), [
		'values.yaml:1 No template uses a.c.',
		'values.yaml:2 No template uses d.',
		'templates/a.yaml:1 e is not in values.yaml, and nothing stands in for it.',
	]);
});

test('of values that are half typed nothing is told', () => {
	assert.deepEqual(told(chart('a: 1\nb: 2\n  c: 3\n', '{{ .Values.a }} {{ .Values.e }}')), []);
});

test('a value may be used in ways that are not seen at once', () => {
	const values = 'a: { b: { c: 1 } }\n';
	for (const template of [
		'{{ toYaml .Values.a }}',
		'{{ .Values.a | toYaml }}',
		'{{ with .Values.a }}{{ toYaml . }}{{ end }}',
		'{{ range $k, $v := .Values.a }}{{ $v }}{{ end }}',
		'{{ range .Values.a }}{{ .c }}{{ end }}',
		'{{ $a := .Values.a }}{{ $a.b.c }}',
		'{{ index .Values "a" "b" "c" }}',
		'{{ index .Values.a .Values.a.x }}',
		'{{ range $k := list "b" }}{{ index $.Values.a $k }}{{ end }}',
		'{{ (get .Values "a").b.c }}',
		'{{ dig "a" "b" "c" 0 .Values }}',
		'{{ pluck "b" .Values.a }}',
		'{{ include "x" .Values.a }}{{ define "x" }}{{ .b.c }}{{ end }}',
		'{{ include "x" .Values.a }}{{ include "x" . }}{{ define "x" }}{{ . }}{{ end }}',
		'{{ include "x" (dict "top" $) }}{{ define "x" }}{{ .top.Values.a.b.c }}{{ end }}',
		'{{ include (print "x") .Values.a }}{{ define "x" }}{{ .b.c }}{{ end }}',
		'{{ include "of.nobody" . }}',
		'{{ $x := merge (dict) .Values }}{{ $x.a }}',
		'{{ toYaml . }}',
		'{{ tpl "{{ .Values.a.b.c }}" . }}',
		'{{ $x := dict }}{{ $x = .Values.a }}{{ $x.b.c }}',
	])
		assert.deepEqual(
			told(chart(values, template)).filter((one) => one.startsWith('values')),
			[],
			template,
		);
	assert.deepEqual(told(chart('a: "{{ .Values.b }}"\nb: 1\n', '{{ tpl .Values.a . }}')), [], 'in a value that is a template');
	assert.deepEqual(told(chart('a: &x 1\nb: *x\n', '{{ .Values.b }}')), [], 'where aliases are');
	assert.deepEqual(told(chart('b: 1\n', '', { 'conf/app.ini': 'x={{ .Values.b }}' })), [], 'in a file that is given to tpl');
});

test('dependencies have their own values', () => {
	const dependency = { 'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- { name: db, version: 1.0.0, condition: on.db }\n' };
	const values = 'db: { x: 1 }\non: { db: true }\nglobal: { y: 1 }\nz: 1\n';
	assert.deepEqual(told(chart(values, '', dependency)), [], 'one that is not there may define anything');
	const there = { ...dependency, 'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n' };
	assert.deepEqual(told(chart(values, '{{ .Values.db.q }}', there)), ['values.yaml:4 No template uses z.']);
	assert.deepEqual(told(chart(values, '{{ include "x" . }}', { ...there, 'charts/db/templates/_x.tpl': '{{ define "x" }}{{ .Values.z }}{{ end }}' })), []);
});

test('who reckons with the absence of a value knows of it', () => {
	const values = 'a: { b: 1 }\nempty: {}\noff: false\non: true\n# noted: 1\n';
	const use = '{{ .Values.a.b }}{{ .Values.empty }}{{ .Values.off }}{{ .Values.on }}';
	for (const template of [
		'{{ .Values.x | default 1 }}',
		'{{ default 1 .Values.x }}',
		'{{ if .Values.x }}{{ .Values.x }}{{ end }}',
		'{{ if .Values.x }}{{ .Values.x.y }}{{ end }}',
		'{{ with .Values.x }}{{ . }}{{ end }}',
		'{{ required "x" .Values.x }}',
		'{{ range .Values.x }}{{ . }}{{ end }}',
		'{{ .Values.empty.x }}',
		'{{ if .Values.off }}{{ .Values.x }}{{ end }}',
		'{{ if or .Values.on .Values.off }}{{ .Values.x }}{{ end }}',
		'{{ if .Values.on }}{{ else }}{{ .Values.x }}{{ end }}',
		'{{ include "x" .Values.x }}{{ define "x" }}{{ . | default 1 }}{{ end }}',
		'{{ $x := .Values.x }}{{ $x | default 1 }}',
		'{{ .Values.noted }}',
		'{{ .Values.global.x }}',
		'{{ define "x" }}{{ .Values.x }}{{ end }}{{ include "x" . }}',
	])
		assert.deepEqual(told(chart(values, use + template)), [], template);
	assert.deepEqual(told(chart(values, `${use}{{ if .Values.on }}{{ .Values.a.x }}{{ end }}`)), [
		'templates/a.yaml:1 a.x is not in values.yaml, and nothing stands in for it.',
	]);
	assert.deepEqual(told({ ...chart(values, `${use}{{ .Values.x }}`), given: [{ file: 'prod.yaml', text: 'x: 1\n' }] }), [], 'given by a file that was chosen');
});

test('whatever is half typed is no reason to tell anything wrong', () => {
	for (const template of ['{{ .Values.a', '{{ toYaml .Values.', '{{ include "', '{{ with .Values.a }}{{ toYaml .', '{{ range .Values'])
		for (const hint of told(chart('a: { b: 1 }\n', template))) assert.doesNotMatch(hint, /^templates/, template);
	assert.deepEqual(told(chart('{', '')), [], 'of what has no name yet');
});

test('what a dependency exports is given', () => {
	const template = '{{ .Values.host }} {{ .Values.proxy.port }} {{ .Values.other }}';
	const imports = (list: string): Readonly<Record<string, string>> => ({
		'Chart.yaml': `apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- name: b\n  import-values: ${list}\n`,
		'charts/b/Chart.yaml': 'apiVersion: v2\nname: b\nversion: 1.0.0\n',
		'charts/b/values.yaml': 'exports: { data: { host: h } }\nhttp: { port: 80 }\n',
	});
	const missing = (name: string): string => `templates/a.yaml:1 ${name} is not in values.yaml, and nothing stands in for it.`;
	assert.deepEqual(told(chart('', template, imports('[data, { child: http, parent: proxy }]'))), [missing('other')]);
	assert.deepEqual(told(chart('proxy: { a: 1 }', '{{ .Values.proxy.port }}{{ .Values.proxy.a }}', imports('[{ child: http, parent: proxy }]'))), []);
	assert.deepEqual(told(chart('', '{{ .Values.host }}', imports('[nothing]'))), [missing('host')]);
	// What a chart without values.yaml imports is not its own to use.
	const { files } = chart('', 'x: 1', imports('[data]'));
	assert.deepEqual(told({ files: new Map([...files].filter(([file]) => file !== 'values.yaml')) }), []);
});
