import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeTemplate } from '../../../server/src/features/charts/help/complete-template';
import { shop, withFile } from './chart';

/** What is offered at `¦` of a template of the shop, as `label detail`. */
function at(marked: string, file = 'templates/new.yaml'): readonly string[] | undefined {
	const offers = completeTemplate(withFile(shop, file, marked.replace('¦', '')), file, marked.indexOf('¦'), 'en');
	return offers && [...offers].sort((a, b) => a.rank - b.rank).map(({ label, detail }) => [label, detail].filter(Boolean).join(' '));
}

/** The text once the first offer with this label is taken. */
function taken(marked: string, label: string): string | undefined {
	const text = marked.replace('¦', '');
	const offer = completeTemplate(withFile(shop, 'templates/new.yaml', text), 'templates/new.yaml', marked.indexOf('¦'), 'en')?.find(
		(one) => one.label === label,
	);
	return offer && text.slice(0, offer.range.start) + offer.insert + text.slice(offer.range.end);
}

const IMAGE = ['repository nginx', 'tag ""'];

test('values are offered with what they are, however the action stands', () => {
	assert.deepEqual(at('x: {{ .Values.¦ }}')?.slice(0, 5), [
		'replicas 2',
		'image { repository, tag }',
		'extra { debug, annotations }',
		'ports [2]',
		'resources { limits }',
	]);
	for (const text of [
		'x: {{ .Values.image.¦ }}',
		'x: {{ .Values.image.¦',
		'x: {{ .Values.image.¦\ny: {{ .Values.replicas }}\n',
		'x: {{ .Values.image.re¦p }}',
		'x: {{ $.Values.image.¦ | quote }}',
		'{{ if true }}\nx: {{- default (printf "%s" .Values.image.¦',
		'{{ with .Values.image }}{{ .¦',
		'{{ end }}{{ $i := .Values.image }}{{ $i.¦ }}',
		'{{ define "new" }}{{ .¦ }}{{ end }}{{ include "new" .Values.image }}',
		'{{ define "new" }}{{ .i.¦ }}{{ end }}{{ include "new" (dict "top" $ "i" .Values.image) }}',
		'{{ define "new" }}{{ $i := index . 1 }}{{ $i.¦ }}{{ end }}{{ include "new" (list $ .Values.image) }}',
		'{{ define "new" }}{{ with .i }}{{ .¦ }}{{ end }}{{ end }}{{ include "new" (dict "n" 1 "i" .Values.image) }}{{ include "new" (dict "i" .Values.image "n" 2) }}',
	])
		assert.deepEqual(at(text), IMAGE, text);
	assert.deepEqual(at('{{ range .Values.ports }}{{ .¦ }}'), ['name http', 'port 8080']);
	assert.deepEqual(at('{{ define "new" }}{{ .¦ }}{{ end }}{{ include "new" (dict "i" .Values.image "no-name" 1 "n" 1) }}'), ['i .Values.image', 'n']);
	assert.deepEqual(at('{{ .Values.cache.¦ }}'), ['enabled true', 'size 2Gi']);
	assert.deepEqual(at('{{ .Values.¦ }}', 'charts/cache/templates/new.yaml'), ['enabled true', 'size 2Gi', 'global']);
	assert.deepEqual(at('{{ .Values.nothing.¦ }}'), []);
	assert.deepEqual(at('{{ (index .Values "image").¦ }}'), []);
});

test('what there is beside values is offered', () => {
	const root = ['Values', 'Release', 'Chart', 'Capabilities', 'Template', 'Files', 'Subcharts'];
	for (const text of ['{{ .¦ }}', '{{ $.¦ }}', '{{- if .¦', '{{ define "x" }}{{ .¦ }}']) assert.deepEqual(at(text), root, text);
	assert.deepEqual(at('{{ .Release.¦ }}'), ['Name', 'Namespace', 'IsInstall', 'IsUpgrade', 'Revision', 'Service']);
	assert.deepEqual(at('{{ .Capabilities.KubeVersion.¦ }}'), ['Version', 'Major', 'Minor', 'GitVersion']);
	for (const [name, one] of [
		['Chart', 'AppVersion'],
		['Files', 'Get'],
		['Template', 'BasePath'],
	] as const)
		assert.ok(at(`{{ .${name}.¦ }}`)?.includes(one), name);
	assert.deepEqual(at('{{ $a := .Values.image }}{{ $¦ }}'), ['$', '$a .Values.image']);
});

test('functions are offered where a command begins, keywords where an action does', () => {
	const names = (text: string): readonly string[] => (at(text) ?? []).map((one) => one.split(' ')[0] ?? '');
	for (const text of ['{{ ¦', '{{- to¦ }}', '{{¦'])
		assert.ok(
			['toYaml', 'if', 'include', 'uuidv4'].every((one) => names(text).includes(one)),
			text,
		);
	for (const text of ['{{ .Values.image | ¦', '{{ if (¦', '{{ $x := ¦', '{{ if ¦ }}', '{{ .a | quo¦te }}']) {
		assert.ok(names(text).includes('quote'), text);
		assert.ok(!names(text).includes('define'), text);
	}
	assert.deepEqual([...names('{{ else ¦ }}')].sort(), ['if', 'with']);
	for (const text of ['{{ quote .Values.image ¦ }}', '{{ "a" ¦ }}', '{{ (list).¦ }}']) assert.deepEqual(at(text), [], text);
	assert.equal(names('{{ ¦')[0], 'include');
});

test('named templates are offered in quotes, and keys of maps', () => {
	const names = ['shop.image templates/_helpers.tpl:8', 'shop.name templates/_helpers.tpl:4', 'shop.port templates/_helpers.tpl:12'];
	for (const text of ['{{ include "¦" . }}', '{{ include "shop.¦', '{{- template "¦', '{{ quote (include "¦']) assert.deepEqual(at(text), names, text);
	assert.equal(taken('{{ include "sh¦" . }}', 'shop.name'), '{{ include "shop.name" . }}');
	assert.equal(taken('{{ include "sh¦op.image" . }}', 'shop.name'), '{{ include "shop.name" . }}');
	assert.equal(taken('{{ include "¦', 'shop.name'), '{{ include "shop.name"');
	assert.deepEqual(at('{{ index .Values "¦" }}')?.slice(0, 2), ['replicas 2', 'image { repository, tag }']);
	assert.deepEqual(at('{{ index .Values "image" "¦'), IMAGE);
	assert.deepEqual(at('{{ quote "¦" }}'), []);
});

test('what is typed of a name gives way, and nothing is offered outside of actions', () => {
	assert.equal(taken('{{ .Values.rep¦li }}', 'replicas'), '{{ .Values.replicas }}');
	assert.equal(taken('{{ $¦ }}', '$'), '{{ \\$ }}');
	assert.deepEqual(at(`{{ ${'a'.repeat(1_000_000)}¦`), [], 'a line without end');
	for (const text of ['a¦: {{ 1 }}', 'a: {{ 1 }}¦', '{{/* .¦ */}}', 'x: {¦{']) assert.equal(at(text), undefined, text);
});
