import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverTemplate } from '../../../server/src/features/charts/help/hover-template';
import { valuesHints } from '../../../server/src/features/charts/help/values-hints';
import type { Language } from '../../../server/src/protocol/text';
import { testMarked } from '../marked';
import { chartOf, rendered, SHOP, shop } from './chart';

const rendering = rendered(shop);

for (const folder of ['', 'charts/cache/'])
	testMarked(`${SHOP}/${folder}templates`, 'hover', (_text, { offset, name }) =>
		(hoverTemplate(shop, `${folder}templates/${name}`, offset, rendering, 'en')?.markdown ?? 'nothing').split('\n').filter((line) => line !== ''),
	);

/** The hover at `¦` of a template, in a chart of these files. */
function at(marked: string, files: Readonly<Record<string, string>> = {}, language: Language = 'en'): string | undefined {
	const offset = marked.indexOf('¦');
	const chart = chartOf({
		'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
		'values.yaml': 'a: { b: 1 }\n',
		...files,
		'templates/a.yaml': marked.replace('¦', ''),
	});
	return hoverTemplate(chart, 'templates/a.yaml', offset, rendered(chart), language)?.markdown;
}

test('a template that is half typed keeps its hover, and says why nothing is rendered', () => {
	for (const text of [
		'x: {{ .Values.a.¦b',
		'x: {{ .Values.a.¦b\ny: {{ .Values.a }}\n',
		'{{ if .Values.a.¦b }}\nx: 1\n',
		'{{ end }}{{ .Values.a.¦b',
		'{{ (.Values.a.¦b | quote',
		'{{ .Values.a.¦b "',
	])
		assert.match(at(text) ?? '', /^\*\*`\.Values\.a\.b`\*\*\n\n`1`\n\n`values.yaml:1`/, text);
	assert.match(at('x: {{ .Values.a.¦b | nothing }}') ?? '', /The chart does not render now: .*function "nothing" not defined/);
	assert.match(at('{{ .Values.a.¦b', {}, 'ko') ?? '', /지금은 차트가 렌더링되지 않는다: .*unclosed action/);
});

test('a template alone says nothing of the files that it does not know', () => {
	const alone = (marked: string): string | undefined =>
		hoverTemplate(chartOf({ 'templates/a.yaml': marked.replace('¦', '') }), 'templates/a.yaml', marked.indexOf('¦'), undefined, 'en')?.markdown;
	assert.equal(alone('{{ .Values.a.¦b }}'), '**`.Values.a.b`**');
	assert.equal(alone('{{ include "a.¦b" . }}'), '**`a.b`**');
	assert.equal(alone('{{ define "a.¦b" }}{{ end }}{{ include "a.b" . }}'), '**`a.b`**\n\n`templates/a.yaml:1`');
});

test('words come in the language that is asked for', () => {
	assert.match(at('{{ 1 | tru¦nc }}', {}, 'ko') ?? '', /^\*\*`trunc LENGTH TEXT`\*\*\n\n앞에서부터/);
	assert.match(at('{{ .Values.c¦ }}', {}, 'both') ?? '', /차트의 어느 값 파일에도 없다[\s\S]*---[\s\S]*No values file/);
	assert.match(at('{{ ra¦nge until 2 }}{{ . }}{{ end }}') ?? '', /^\*\*`range \[\$KEY, \$VALUE :=\] LIST`/);
});

test('the dot is what blocks, variables and callers make it', () => {
	const values = { 'values.yaml': 'a:\n  b:\n  - c: one\n  - c: two\n  d-e: dashed\n' };
	for (const [text, way] of [
		['{{ with .Values.a }}{{ range .b }}{{ .¦c }}{{ end }}{{ end }}', '.Values.a.b.*.c'],
		['{{ with .Values.x }}{{ else }}{{ .Values.¦a }}{{ end }}', '.Values.a'],
		['{{ $a := .Values.a }}{{ range $i, $x := $a.b }}{{ $x.¦c }}{{ end }}', '.Values.a.b.*.c'],
		['{{ range .Values.a.b }}{{ $.Values.¦a }}{{ end }}', '.Values.a'],
		['{{ index .Values.a "d-¦e" }}', '.Values.a.d-e'],
		['{{ (index .Values.a.b 0).¦c }}', undefined],
		['{{ define "x" }}{{ .¦b }}{{ end }}{{ include "x" .Values.a }}', '.Values.a.b'],
		['{{ define "x" }}{{ .b.Values.¦a }}{{ end }}{{ include "x" (dict "b" $) }}', '.Values.a'],
		['{{ define "x" }}{{ .¦b }}{{ end }}{{ include "x" .Values.a }}{{ include "x" . }}', undefined],
		['{{ $x := .Values.a }}{{ $x = .Values }}{{ $x.¦a }}', undefined],
	] as const)
		assert.equal(/^\*\*`([^`]*)`/.exec(at(text, values) ?? '')?.[1], way, text);
});

test('nothing is said outside of actions, in comments, and of what nobody knows', () => {
	for (const text of ['a¦: {{ 1 }}', '{{/* .Values.¦a */}}', '{{ ¦', 'x¦']) assert.equal(at(text), undefined, text);
});

test('huge and hostile texts are answered', () => {
	for (const text of [
		`{{ ${'('.repeat(200_000)}¦`,
		`{{ ${'(list '.repeat(500)}.Values.¦a`,
		'{{ .Values.a }}'.repeat(20_000).replace('.a', '.¦a'),
		`{{/* ${'*'.repeat(300_000)} */}}{{ define "x¦" }}{{ end }}`,
	]) {
		const file = 'templates/a.yaml';
		const chart = chartOf({ 'values.yaml': 'a: 1\n', [file]: text.replace('¦', '') });
		const hover = hoverTemplate(chart, file, text.indexOf('¦'), undefined, 'en');
		assert.ok(hover === undefined || hover.markdown.length < 500_000);
		valuesHints(chart);
	}
	const odd = chartOf({
		'values.yaml': 'a: 1\n',
		'Chart.yaml': 'name: a\n',
		'templates/a.yaml': '{{ with (index .Values "a(b[") }}{{ .x }}{{ end }}{{ .Values.a }}',
	});
	assert.deepEqual(valuesHints(odd), []);
});

test('a value that a dependency exports says where it comes from', () => {
	const files = {
		'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- { name: b, import-values: [data] }\n',
		'charts/b/Chart.yaml': 'apiVersion: v2\nname: b\nversion: 1.0.0\n',
		'charts/b/values.yaml': 'exports:\n  data:\n    # Where it listens.\n    host: h\n',
	};
	assert.equal(
		at('x: {{ .Values.¦host }}', files),
		'**`.Values.host`**\n\nWhere it listens.\n\n`h`\n\n`charts/b/values.yaml:4`, by `import-values`\n\n---\n\nRenders to:\n\n`h`',
	);
	assert.match(at('x: {{ .Values.¦host }}', files, 'ko') ?? '', /`charts\/b\/values.yaml:4`. `import-values`로 가져온다\./);
	// What the chart says itself counts before it.
	assert.match(
		at('x: {{ .Values.¦host }}', { ...files, 'values.yaml': 'host: i\n' }) ?? '',
		/`i`\n\n`values.yaml:1`, which counts before `charts\/b\/values.yaml:4`/,
	);
});

test('a block keeps its columns, wherever it stands', () => {
	const shown = (values: string): string | undefined => /~~~~text\n([\s\S]*?)\n~~~~/.exec(at('x: {{ .Values.¦env }}', { 'values.yaml': values }) ?? '')?.[1];
	const env = '- name: A\n  value: "1"';
	assert.equal(shown(`env:\n${env}\n`), env);
	assert.equal(shown(`env:\n    ${env.replace('\n', '\n    ')}\n`), env);
	assert.equal(shown('env:\n  a:\n    b: 1\n  c: |\n    d\n\n     e\n'), 'a:\n  b: 1\nc: |\n  d\n\n   e');
});
