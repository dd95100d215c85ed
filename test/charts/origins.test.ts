import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from '../../server/src/built/origin';
import { lengthOf, slice } from '../../server/src/built/rope';
import { kubeVersion } from '../../server/src/charts/capabilities';
import { loadChart } from '../../server/src/charts/chart';
import { render } from '../../server/src/charts/render';
import { chartOf, renderLoaded } from '../../server/src/charts/render-loaded';
import { readMap } from '../../server/src/templates/functions/helm';
import { Fault } from '../../server/src/templates/value';

const VALUES = `# What is rendered with.
image: nginx:1.29
port: 8080
large: 10000000
quoted: "two words"
labels:
  tier: front
  team: 'web'
list: [alpha, beta]
args:
- --verbose
- --level=3
sub:
  name: given
global:
  zone: a
script: |
  first
    second
resources:
  limits:
    cpu: 100m
tpl: "{{ .Values.image }}-x"
`;

const HELPERS = `{{- define "named" -}}
app: {{ .Values.image | quote }}
fixed: here
{{- end -}}
{{- define "scalar" }}{{ . }}!{{ end -}}
`;

/** Renders a template; what each piece of the result says is where it was typed. */
function typed(template: string, values = VALUES) {
	const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
	const files: Record<string, string> = {
		'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n',
		'values.yaml': values,
		'templates/_helpers.tpl': HELPERS,
		'templates/a.yaml': template,
		'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
		'charts/sub/values.yaml': 'name: own\nsize: big\nglobal: { zone: b }\n',
		'charts/sub/templates/s.yaml': 'n: {{ .Values.name }}\ns: {{ .Values.size }}\nz: {{ .Values.global.zone }}\n',
	};
	const chart = loadChart(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])), () => undefined);
	assert.ok(!(chart instanceof Fault));
	const kube = kubeVersion('1.37.0');
	const given = readMap('');
	assert.ok(!(kube instanceof Fault) && !(given instanceof Fault));
	const rendered = render(chart, given, { name: 'r', namespace: 'n', kube }, []);
	assert.ok(!(rendered instanceof Fault), rendered instanceof Fault ? rendered.message : '');
	const plain = render(chart, given, { name: 'r', namespace: 'n', kube });
	assert.ok(!(plain instanceof Fault));
	// Who asks for origins gets the same texts, and every character of them has one.
	assert.deepEqual([...rendered.files], [...plain.files]);
	for (const [name, text] of rendered.files) assert.equal(lengthOf(rendered.ropes.get(name) ?? []), text.length, name);
	assert.equal(plain.ropes.size, 0);
	return (piece: string, file = 'demo/templates/a.yaml'): readonly string[] => {
		const text = rendered.files.get(file) ?? '';
		const at = text.indexOf(piece);
		assert.ok(at >= 0, `${piece} is not in ${text}`);
		const rope = slice(rendered.ropes.get(file) ?? [], at, at + piece.length);
		return rope.map(({ origins: [first] }) =>
			(first ? wayOf(first).map((one) => `${one.file}: ${(files[one.file] ?? '').slice(one.range.start, one.range.end)}`) : []).flat().join(' < '),
		);
	};
}

const action = (text: string): string => `templates/a.yaml: ${text}`;

test('literal text was typed in its template', () => {
	assert.deepEqual(typed('kind: Pod\n{{- if true }}\nspec: x\n{{- end }}\n')('spec'), [action('spec')]);
	assert.deepEqual(typed('{{ include "named" . }}')('fixed'), ['templates/_helpers.tpl: fixed < templates/a.yaml: {{ include "named" . }}']);
	assert.deepEqual(typed('{{ template "named" . }}')('fixed'), ['templates/_helpers.tpl: fixed < templates/a.yaml: {{ template "named" . }}']);
});

test('a template that nobody typed stands where it was called', () => {
	for (const [call, piece] of [
		['{{ tpl .Release.Name . }}', 'r'],
		['{{ tpl (typeOf .Values) . }}', 'chartutil'],
	] as const)
		assert.deepEqual(typed(`- ${call}`)(piece), [action(call)]);
});

const LEAF: readonly (readonly [string, string, string])[] = [
	['{{ .Values.image }}', 'nginx:1.29', 'nginx:1.29'],
	['{{ .Values.port }}', '8080', '8080'],
	['{{ int .Values.port }}', '8080', '8080'],
	['{{ .Values.image | quote }}', 'nginx', 'nginx'],
	['{{ .Values.quoted }}', 'two words', 'two words'],
	['{{ default "x" .Values.image }}', 'nginx', 'nginx'],
	['{{ $x := .Values.image }}{{ if $x }}{{ $x }}{{ end }}', 'nginx', 'nginx'],
	['{{ toYaml .Values.labels }}', 'front', 'front'],
	['{{ toYaml .Values.labels }}', 'tier', 'tier'],
	['a:{{ toYaml .Values.labels | nindent 2 }}', 'web', 'web'],
	['a:{{ toYaml .Values.args | nindent 2 }}', '--level=3', '--level=3'],
	['{{ range .Values.list }}[{{ . }}]{{ end }}', 'beta', 'beta'],
	['{{ range $i, $x := .Values.list }}[{{ $x }}]{{ end }}', 'beta', 'beta'],
	['{{ range $k, $v := .Values.labels }}[{{ $k }}]{{ end }}', 'tier', 'tier'],
	['{{ with .Values.image }}{{ . }}{{ end }}', 'nginx', 'nginx'],
	['{{ with .Values.labels }}{{ .tier }}{{ end }}', 'front', 'front'],
	['{{ join "," .Values.list }}', 'beta', 'beta'],
	['{{ printf "%s-%s" .Release.Name .Values.image }}', 'nginx', 'nginx'],
	['{{ .Values.image | trunc 5 }}', 'nginx', 'nginx'],
	['{{ .Values.image | replace ":" "-" }}', '1.29', '1.29'],
	['{{ (split ":" .Values.image)._1 }}', '1.29', '1.29'],
	['{{ tpl .Values.tpl . }}', '-x', '-x'],
	['{{ tpl .Values.tpl . }}', 'nginx', 'nginx'],
	['{{ get .Values "image" }}', 'nginx', 'nginx'],
	['{{ index .Values.labels "tier" }}', 'front', 'front'],
	['{{ index .Values.list 1 }}', 'beta', 'beta'],
	['{{ (dict "a" .Values.image).a }}', 'nginx', 'nginx'],
	['{{ include "scalar" .Values.image }}', 'nginx', 'nginx'],
	['{{ include "named" (dict "Values" .Values) }}', 'nginx', 'nginx'],
	['{{ toYaml (merge (dict "z" "1") .Values.labels) }}', 'front', 'front'],
	['{{ toYaml (omit .Values.labels "team") }}', 'front', 'front'],
	['{{ toYaml (deepCopy .Values.resources) }}', '100m', '100m'],
	['{{ (fromYaml (include "named" .)).app }}', 'nginx', 'nginx'],
	['{{ range append .Values.list "c" }}{{ . }}{{ end }}', 'beta', 'beta'],
	['{{ print .Values.image ":" .Values.quoted }}', 'two', 'two'],
	['a: |{{ .Values.script | nindent 2 }}', 'second', 'second'],
	['{{ coalesce .Values.none .Values.image }}', 'nginx', 'nginx'],
	['{{ ternary .Values.image "y" true }}', 'nginx', 'nginx'],
	['{{ and true .Values.image }}', 'nginx', 'nginx'],
	['{{ .Values.none | default .Values.image | quote }}', 'nginx', 'nginx'],
	['{{ upper .Values.image }}', 'NGINX:1.29', 'nginx:1.29'],
	['{{ toJson .Values.labels }}', 'front', 'front'],
	['a: {{ printf "%1.f" .Values.large }}', '10000000', '10000000'],
	['a: {{ printf "%s:%05.1f" "x" .Values.port }}', '8080.0', '8080'],
	['{{ $all := merge (dict "mine" 1) $ }}{{ $all.Values.image }}', 'nginx', 'nginx'],
	[
		'{{ $own := deepCopy (dict "labels" (dict "tier" "" "team" "")) }}{{ $all := deepCopy (mustMergeOverwrite $own (omit .Values "list")) }}{{ $all.labels.tier }}',
		'front',
		'front',
	],
	['{{ $own := dict "resources" (dict "limits" (dict "memory" "1Gi")) }}{{ (merge $own .Values).resources.limits.cpu }}', '100m', '100m'],
];

for (const [template, piece, leaf] of LEAF)
	test(`a value was typed in the values file: ${template}`, () => {
		const [first = ''] = typed(template)(piece);
		assert.equal(first.split(' < ')[0], `values.yaml: ${leaf}`);
		assert.match(first, / < templates\/a\.yaml: \{\{.*\}\}$/);
	});

for (const merge of ['merge', 'mergeOverwrite'])
	test(`maps that are in others twice, forty deep, are merged once each: ${merge}`, () => {
		const twice = (name: string): string => `{{ $${name} = dict "l" $${name} "r" $${name} }}`;
		const deep = `{{ $a := dict "x" 1 }}{{ $b := dict "image" .Values.image }}{{ range until 40 }}${twice('a')}${twice('b')}{{ end }}{{ $c := ${merge} $a $b }}`;
		const [first = ''] = typed(`${deep}{{ range until 40 }}{{ $c = $c.l }}{{ end }}{{ $c.image }}`)('nginx');
		assert.match(first, /^values\.yaml: nginx/);
	});

test('what an action makes was typed there', () => {
	assert.deepEqual(typed('{{ .Release.Name }}')('r'), [action('{{ .Release.Name }}')]);
	assert.deepEqual(typed('{{ "word" }}')('word'), ['templates/a.yaml: word < templates/a.yaml: {{ "word" }}']);
});

test('a value that a template changed is not the one of the file', () => {
	assert.deepEqual(typed('{{ $_ := set .Values "image" "other" }}{{ .Values.image }}')('other'), [
		'templates/a.yaml: other < templates/a.yaml: {{ .Values.image }}',
	]);
});

test('values of a subchart', () => {
	const at = typed('');
	const first = (piece: string): string | undefined => at(piece, 'demo/charts/sub/templates/s.yaml')[0]?.split(' < ')[0];
	assert.equal(first('given'), 'values.yaml: given');
	assert.equal(first('big'), 'charts/sub/values.yaml: big');
	assert.equal(first('a'), 'values.yaml: a');
});

/** What a template that is not rendered is said of, and where. */
function refused(template: string) {
	const files = { 'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n', 'templates/a.yaml': template };
	const chart = chartOf(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])), () => undefined);
	const answer = renderLoaded(chart, { values: [], release: 'r', namespace: 'n', kube: '1.37.0' }, true);
	assert.ok('error' in answer);
	return answer;
}

test('an action that is missed at the end of a template is missed within it', () => {
	const template = '{{ if true }}\na: {{ 1 }}\n';
	const { error, origins } = refused(template);
	assert.match(error, /unexpected EOF$/);
	assert.deepEqual(origins, [{ file: 'templates/a.yaml', range: { start: template.indexOf('{{ 1'), end: template.length } }]);
});

test('a character at fault is not cut in two', () => {
	const { error, origins } = refused('a: {{ b😀 c');
	assert.match(error, /bad character U\+1F600 '😀'$/);
	assert.deepEqual(origins, [{ file: 'templates/a.yaml', range: { start: 3, end: 9 } }]);
});
