import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-charts.cjs');
before(() => bundled(CLI));

interface Row {
	readonly file: string;
	readonly line: number;
	readonly severity: string;
	readonly code: string;
	readonly message: string;
	readonly related: readonly { readonly file: string; readonly line: number }[];
}

const HEAD = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';

/** What `check CHART --format json` says of a chart's files. */
function checked(files: Readonly<Record<string, string>>, ...args: readonly string[]): readonly Row[] {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, { 'Chart.yaml': HEAD, ...files });
	const given = args.map((arg) => arg.replace('FOLDER', folder));
	const { stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '.', '--format', 'json', ...given], { encoding: 'utf8', cwd: folder });
	rmSync(folder, { recursive: true });
	assert.ok(stdout, stderr);
	return JSON.parse(stdout) as Row[];
}

const told = (rows: readonly Row[]): readonly string[] => rows.map(({ file, line, code }) => `${file}:${line} ${code}`);
const related = (row: Row | undefined): readonly string[] => (row?.related ?? []).map(({ file, line }) => `${file}:${line}`);

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}
spec:
  containers:
  - name: app
    image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
    imagePullPolicy: {{ .Values.pull | default "Always" }}
    ports:
    - containerPort: {{ .Values.port }}
    resources:
      {{- toYaml .Values.resources | nindent 6 }}
`;
const VALUES = 'image:\n  repository: nginx\n  tag: "1.29"\nport: 8080\nresources:\n  limits:\n    cpu: 100m\n';

test('a chart that the server takes is not accused', () => {
	assert.deepEqual(checked({ 'values.yaml': VALUES, 'templates/pod.yaml': POD }), []);
});

test('a key that is misspelt in a template is told at its line', () => {
	const rows = checked({ 'values.yaml': VALUES, 'templates/pod.yaml': POD.replace('imagePullPolicy', 'imagePulPolicy') });
	assert.deepEqual(told(rows), ['templates/pod.yaml:9 decode/unknown-field']);
	assert.match(rows[0]?.message ?? '', /^rendered with values\.yaml: unknown field "spec\.containers\[0\]\.imagePulPolicy"/);
});

test('a wrong value is told where it was given, and the action that printed it beside it', () => {
	const [row, ...others] = checked({ 'values.yaml': VALUES.replace('8080', '80800'), 'templates/pod.yaml': POD });
	assert.equal(others.length, 0);
	assert.deepEqual(told(row ? [row] : []), ['values.yaml:4 port/range']);
	assert.deepEqual(related(row), ['templates/pod.yaml:11']);
	assert.deepEqual(told(checked({ 'values.yaml': VALUES.replace('100m', '100x'), 'templates/pod.yaml': POD })), ['values.yaml:7 decode/quantity']);
});

test('a value that two actions make is told at them, and the values beside them', () => {
	const [row] = checked({ 'values.yaml': VALUES.replace('"1.29"', '"1 29"'), 'templates/pod.yaml': POD });
	assert.equal(row && told([row])[0], 'templates/pod.yaml:8 advice/image-reference');
	assert.ok(related(row).includes('values.yaml:3'), related(row).join(' '));
});

test('braces that are left in what is rendered are text like any other', () => {
	const spec = (value: string): string => `spec:\n  containers:\n  - name: app\n    imagee: x\n    image: x\n    env:\n    - name: A\n      value: ${value}\n`;
	const pod = (value: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n${spec(value)}`;
	const at = (value: string): readonly string[] =>
		told(checked({ 'templates/pod.yaml': pod(value), 'values.yaml': 'url: "http://{{ .Release.Name }}.test"\n' }));
	assert.deepEqual(at('{{ .Values.url }}'), ['templates/pod.yaml:8 decode/unknown-field']);
	assert.deepEqual(at('{{ "{{ x }}" }}'), ['templates/pod.yaml:12 yaml/syntax']);
});

test('what one definition prints several times is told once, with how often', () => {
	const rows = checked({
		'templates/_helpers.tpl': '{{- define "c" }}\n- name: {{ . }}\n  imagee: x\n{{- end }}\n',
		'templates/pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containers:\n{{- include "c" "a" | indent 2 }}\n{{- include "c" "b" | indent 2 }}\n`,
	});
	const unknown = rows.filter(({ code }) => code === 'decode/unknown-field');
	assert.deepEqual(told(unknown), ['templates/_helpers.tpl:3 decode/unknown-field']);
	assert.match(unknown[0]?.message ?? '', /^rendered with values\.yaml, 2 times: /);
	assert.deepEqual(related(unknown[0]), ['templates/pod.yaml:7', 'templates/pod.yaml:8']);
});

test('what does not render is told at its action, in words of Helm', () => {
	const at = (template: string, values = ''): readonly string[] =>
		checked({ 'values.yaml': values, 'templates/a.yaml': template }).map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
	assert.deepEqual(at('a: 1\nb: {{ .Values.x.y }}\n'), [
		'templates/a.yaml:2 chart/render rendered with values.yaml: template: shop/templates/a.yaml:2:13: executing "shop/templates/a.yaml" at <.Values.x.y>: nil pointer evaluating interface {}.y',
	]);
	assert.deepEqual(at('a: 1\n\nb: {{ required "say x" .Values.x }}\n'), [
		'templates/a.yaml:3 chart/render rendered with values.yaml: execution error at (shop/templates/a.yaml:3:6): say x',
	]);
	assert.deepEqual(at('a: 1\nb: {{ nothing }}\n'), [
		'templates/a.yaml:2 chart/render rendered with values.yaml: parse error at (shop/templates/a.yaml:2): function "nothing" not defined',
	]);
	assert.equal(at('a: 1\n', 'x: 1\ny: [\n')[0]?.split(' ')[0], 'values.yaml:2', 'within the file');
});

test('of several templates that do not parse each is told, the one at which Helm stops in its words', () => {
	const rows = checked({ 'templates/a.yaml': 'a: 1\nb: {{ nothing }}\n', 'templates/b.yaml': 'a: 1\n', 'templates/c.yaml': '{{ if }}\n' });
	assert.deepEqual(
		rows.map(({ file, line, message }) => `${file}:${line} ${message}`),
		[
			'templates/a.yaml:2 rendered with values.yaml: Helm stops before it gets here: parse error at (shop/templates/a.yaml:2): function "nothing" not defined',
			'templates/c.yaml:1 rendered with values.yaml: parse error at (shop/templates/c.yaml:1): missing value for if',
		],
	);
});

test('an error in a definition is told there, and where it was included beside it', () => {
	const rows = checked({
		'templates/_h.tpl': '{{ define "h" }}\nx: {{ .Values.a.b }}\n{{ end }}',
		'templates/a.yaml': 'a: 1\n{{ include "h" . }}\n',
	});
	assert.deepEqual(told(rows), ['templates/_h.tpl:2 chart/render']);
	assert.deepEqual(related(rows[0]), ['templates/a.yaml:2']);
});

test('a value that the schema refuses is told at the value', () => {
	const schema = '{"type": "object", "properties": {"port": {"type": "integer"}}}';
	const rows = checked({ 'values.yaml': 'a: 1\nport: high\n', 'values.schema.json': schema, 'templates/pod.yaml': '' });
	assert.deepEqual(told(rows), ['values.yaml:2 chart/value-refused']);
	assert.equal(
		rows[0]?.message,
		"rendered with values.yaml: values.schema.json of shop does not allow this: at '/port': got string, want integer",
		'with what Helm says of it',
	);
});

test('values of ci/ are rendered as well, and those that are given instead', () => {
	const files = {
		'values.yaml': VALUES,
		'ci/high-values.yaml': 'port: 80800\n',
		'other.yaml': 'pull: Sometimes\n',
		'templates/pod.yaml': POD,
	};
	const rows = checked(files);
	assert.deepEqual(told(rows), ['ci/high-values.yaml:1 port/range']);
	assert.match(rows[0]?.message ?? '', /^rendered with ci\/high-values\.yaml: /);
	assert.deepEqual(told(checked(files, '--values', 'FOLDER/other.yaml')), ['other.yaml:1 container/pull-policy']);
	assert.deepEqual(told(checked(files, '--set', 'port=80800')), ['templates/pod.yaml:11 port/range']);
});

test('subcharts are rendered by their parent, and a value that the parent gives is told there', () => {
	const rows = checked({
		'values.yaml': 'sub:\n  port: 80800\n',
		'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
		'charts/sub/values.yaml': `${VALUES}pull: Never\n`,
		'charts/sub/templates/pod.yaml': POD.replace('  - name: app', '  - name: APP'),
	});
	assert.deepEqual(told(rows), ['charts/sub/templates/pod.yaml:7 container/name', 'values.yaml:2 port/range']);
});

test('a dependency that is not there is told, and what it would define is not missed', () => {
	const rows = checked({
		'Chart.yaml': `${HEAD}dependencies:\n- name: common\n  version: 1.x\n  repository: ''\n`,
		'templates/a.yaml': '{{ include "common.x" . }}\n',
	});
	assert.deepEqual(told(rows), ['Chart.yaml:5 chart/missing-dependency']);
	assert.equal(rows[0]?.severity, 'information');
});

test('a schema on the network keeps nothing from being judged: it is told, and the rest of the schema holds', () => {
	const schema = (port: object): string => JSON.stringify({ properties: { extra: { $ref: 'https://example.com/extra.json' }, port } });
	const wrong = { 'values.yaml': VALUES.replace('8080', '80800'), 'templates/pod.yaml': POD };
	const rows = checked({ ...wrong, 'values.schema.json': schema({ type: 'integer' }) });
	assert.deepEqual(told(rows).toSorted(), ['Chart.yaml:1 chart/unfetched-schema', 'values.yaml:4 port/range']);
	const [one] = rows.filter(({ severity }) => severity === 'information');
	assert.match(one?.message ?? '', /values\.schema\.json refers to a schema that values are not checked against: https:\/\/example\.com\/extra\.json/);
	assert.deepEqual(told(checked({ ...wrong, 'values.schema.json': schema({ type: 'string' }) })), ['values.yaml:4 chart/value-refused']);
});

test('what of a chart cannot be read is told at its Chart.yaml, in the words of Helm', {
	skip: process.platform === 'win32' && 'who may make a link there differs',
}, () => {
	for (const [to, says] of [
		['loop', /error evaluating symlink \S+\/templates\/loop: EvalSymlinks: too many links/],
		['../gone/away', /error evaluating symlink \S+\/web\/templates\/loop: lstat \S+\/web\/gone: no such file or directory/],
		['gone/../Chart.yaml', /error evaluating symlink \S+\/templates\/loop: lstat \S+\/web\/templates\/gone: no such file or directory/],
		['x'.repeat(300), /error evaluating symlink \S+\/templates\/loop: ENAMETOOLONG/],
	] as const) {
		const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
		putFiles(folder, { 'web/Chart.yaml': HEAD, 'web/templates/pod.yaml': POD, 'web/values.yaml': VALUES, 'bad.yaml': 'apiVersion: v1\nkind: Pod\n' });
		symlinkSync(to, path.join(folder, 'web/templates/loop'));
		const run = (...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', cwd: folder });
		const { status, stdout } = run('check', '.', '--format', 'json');
		const rows = JSON.parse(stdout) as readonly Row[];
		assert.equal(status, 1);
		assert.deepEqual([...new Set(rows.map(({ file }) => file))], ['bad.yaml', 'web/Chart.yaml']);
		assert.match(rows.find(({ file }) => file === 'web/Chart.yaml')?.message ?? '', says);
		assert.match(run('render', path.join(folder, 'web')).stderr, says);
		rmSync(folder, { recursive: true });
	}
});
