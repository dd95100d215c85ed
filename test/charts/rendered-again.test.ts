import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../conformance/random';
import { differing } from './edited-chart';

/** Files of a chart, each behind its name. */
const chart = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
	new Map(Object.entries({ 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', ...texts }));

const HELPERS = `{{- define "c.name" -}}
{{ .Values.name | default .Chart.Name }}
{{- end -}}

{{- define "c.labels" -}}
app: {{ include "c.name" . }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end -}}
`;

const PLAIN = chart({
	'values.yaml': 'name: web\nlabels: {tier: front}\nport: 80\nhost: "{{ include \\"c.name\\" . }}.example"\nlist: [a, b]\n',
	'templates/_helpers.tpl': HELPERS,
	'templates/configmap.yaml': 'kind: ConfigMap\ndata:\n  name: {{ include "c.name" . }}\n  host: {{ tpl .Values.host . }}\n',
	'templates/deployment.yaml':
		'kind: Deployment\nmetadata:\n  labels: {{- include "c.labels" . | nindent 4 }}\n  sum: {{ include (print $.Template.BasePath "/configmap.yaml") . | sha256sum }}\n',
	'templates/service.yaml':
		'{{- define "own" }}port: {{ .Values.port }}{{ end -}}\nkind: Service\n{{- range .Values.list }}\n{{ . }}: {{ template "own" $ }}\n{{- end }}\n',
	'templates/plain.yaml': 'kind: Pod\nname: {{ .Release.Name }}-{{ .Template.Name }}\n',
	'templates/NOTES.txt': 'It is called {{ template "c.name" . }}.\n',
});

const CHANGING = chart({
	'values.yaml': 'a: {x: 1, deep: {z: 2}}\nb: {y: 2}\nname: web\n',
	'templates/_helpers.tpl': `${HELPERS}{{- define "fill" }}{{ $_ := set .Values.a "filled" (include "c.name" .) }}{{ end }}`,
	'templates/z-first.yaml': 'first: {{ .Values.a | toJson }}\n',
	'templates/y-set.yaml': '{{- $own := dict "k" "v" }}{{ $_ := set .Values "own" $own }}{{ $_ := set $own "l" "m" }}\ny: {{ .Values.own.k }}\n',
	'templates/x-reads.yaml': 'x: {{ .Values.own | toJson }} {{ .Values.own.k }}\n{{ $_ := set .Values.own "k" "other" }}',
	'templates/w-merge.yaml': '{{ $all := merge (dict "deep" .Values.a.deep) (dict "deep" (dict "new" "n" "z" 3)) }}w: {{ toYaml $all.deep | nindent 2 }}\n',
	'templates/v-reads.yaml': 'v: {{ .Values.a.deep.new }}\nown: {{ .Values.own.k }}\n',
	'templates/u-fills.yaml': '{{ include "fill" . }}u: {{ .Values.a.filled }}\n',
	'templates/t-fills.yaml': '{{ include "fill" . }}t: {{ .Values.a.filled }}\n',
	'templates/s-unset.yaml': '{{ $_ := unset .Values.b "y" }}s: {{ .Values.b }}\n{{ $_ := set . "Mine" (list "m" | first) }}',
	'templates/r-reads.yaml': 'r: {{ .Values.b }} {{ .Mine }} {{ include "c.labels" . }} {{ default dict .Chart.Annotations }}\n',
});

const NESTED = chart({
	'Chart.yaml':
		'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n- {name: sub, version: "*", alias: one}\n- {name: sub, version: "*", alias: two}\n- {name: lib, version: "*"}\n',
	'values.yaml': 'name: web\nglobal: {zone: {a: z}}\none: {name: first}\n',
	'templates/_helpers.tpl': HELPERS,
	'templates/root.yaml': 'root: {{ include "c.labels" . }}\nsub: {{ .Subcharts.one.Template.Name }} {{ .Values.one.name }} {{ toJson .Values.global }}\n',
	'templates/a.yaml': 'a: {{ include "lib.x" . }}\n{{ include "sub.y" . }}\n',
	'charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n',
	'charts/lib/templates/_lib.tpl': '{{ define "lib.x" }}x: {{ .Values.name }}{{ end }}{{ define "c.name" }}of-lib{{ end }}',
	'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
	'charts/sub/values.yaml': 'name: sub\n',
	'charts/sub/templates/_y.tpl': '{{ define "sub.y" }}y: {{ .Values.name }} {{ .Template.Name }}{{ end }}',
	'charts/sub/templates/y.yaml': '{{ include "sub.y" . }}\n{{ include "c.labels" . }}\n{{ $_ := set .Values.global.zone "b" .Chart.Name }}',
	'charts/sub/templates/x.yaml': 'x: {{ .Values.global.zone | toJson }}\n',
});

for (const [name, files] of Object.entries({ PLAIN, CHANGING, NESTED }))
	test(`a chart that was edited renders as it does afresh, from the same places, and the same is told of its values: ${name}`, () => {
		for (let seed = 0; seed < 2; seed++) assert.deepEqual(differing(files, 70, new Random(seed)), undefined);
	});
