import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = 'out/render-test/cli.cjs';
const CHARTS = 'test/conformance/charts/charts';
const OWN = mkdtempSync(path.join(tmpdir(), 'peapod-chart-'));

before(() => bundled(CLI));
after(() => rmSync(OWN, { recursive: true }));

function run(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'render', ...args], { input, encoding: 'utf8' });
	return { status, stdout, stderr };
}

function own(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(path.join(OWN, 'chart-'));
	putFiles(folder, files);
	return folder;
}

test('render prints what helm template prints: each file under its name, without notes and what is empty', () => {
	const { status, stdout, stderr } = run([`${CHARTS}/told`, '--release', 'web', '--namespace', 'shop', '--kube', '1.36.2', '--api-versions', 'example.com/v1']);
	assert.deepEqual([status, stderr], [0, '']);
	assert.match(stdout, /^---\n# Source: told\/templates\/a\.yaml\nchart: told 1\.0\.0/);
	assert.match(stdout, /^release: web shop Helm/m);
	assert.match(stdout, /^kube: v1\.36\.2 /m);
	assert.match(stdout, /^has: .* 58$/m);
	assert.doesNotMatch(stdout, /Thanks/);
});

test('values of files and of --set come over those of the chart', () => {
	const folder = own({ 'a.yaml': 'name: from a file\ngreeting: "{{ .Values.name }}"\n' });
	assert.match(run([`${CHARTS}/tpl`, '--values', `${folder}/a.yaml`]).stdout, /^once: from a file$/m);
	assert.match(run([`${CHARTS}/tpl`, '--values', `${folder}/a.yaml`, '--set', 'name=set']).stdout, /^once: set$/m);
	assert.match(run([`${CHARTS}/tpl`, '--values', '-'], 'greeting: piped').stdout, /^once: piped$/m);
});

test('what does not render exits with 1 and says why, in both languages', () => {
	const { status, stdout, stderr } = run([`${CHARTS}/required`, '--lang', 'both']);
	assert.deepEqual([status, stdout], [1, '']);
	assert.match(stderr, /^peapod render: \S+ 차트를 렌더링할 수 없다: execution error at \(required\/templates\/a\.yaml:1:3\): give a name$/m);
	assert.match(stderr, /^peapod render: cannot render \S+: execution error at \(required\/templates\/a\.yaml:1:3\): give a name$/m);
});

test('a schema that helm would fetch is told with what to do', () => {
	const chart = own({
		'Chart.yaml': 'apiVersion: v2\nname: far\nversion: 1.0.0\n',
		'values.schema.json': '{"$ref": "https://example.com/schema.json"}',
		'templates/a.yaml': 'a: b\n',
	});
	const { status, stderr } = run([chart]);
	assert.equal(status, 1);
	assert.match(stderr, /failing loading "https:\/\/example\.com\/schema\.json"[\s\S]*--skip-schema-validation/);
	assert.equal(run([chart, '--skip-schema-validation']).stdout, '---\n# Source: far/templates/a.yaml\na: b\n');
});

test('dependencies that are not there are warned of, not silently left out', () => {
	const chart = own({
		'Chart.yaml': 'apiVersion: v2\nname: alone\nversion: 1.0.0\ndependencies:\n  - {name: redis, version: 1.x, repository: "https://example.com"}\n',
		'templates/a.yaml': 'a: b\n',
	});
	const { status, stdout, stderr } = run([chart]);
	assert.deepEqual([status, stdout], [0, '---\n# Source: alone/templates/a.yaml\na: b\n']);
	assert.match(stderr, /not in charts\/: redis\./);
});

test('a wrong command line exits with 2', () => {
	for (const [args, says] of [
		[[], /one chart/],
		[['a', 'b'], /one chart/],
		[[`${CHARTS}/tpl`, '--values', 'nowhere.yaml'], /cannot read nowhere\.yaml/],
		[[`${CHARTS}/tpl`, '--sett', 'a=b'], /no option --sett/],
	] as const) {
		const { status, stderr } = run(args);
		assert.equal(status, 2, args.join(' '));
		assert.match(stderr, says);
	}
});

test('render --jsonl answers each line, also what cannot be rendered', () => {
	const lines = [
		{ id: 1, chart: `${CHARTS}/library` },
		{ id: 2, chart: `${CHARTS}/tpl`, values: 'greeting: hi', release: 'r', namespace: 'n' },
		{ id: 3, chart: `${CHARTS}/nil-pointer` },
		{ id: 4 },
		{ id: 5, chart: 'package.json' },
		{ id: 6, chart: `${CHARTS}/told`, kube: 'new' },
	];
	const { stdout } = run(['--jsonl'], lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
	const [one, two, ...others] = stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	assert.deepEqual(one, { id: 1, files: { 'library/templates/a.yaml': 'app: x\n' } });
	assert.match(two.files['tpl/templates/a.yaml'], /^once: hi\n[\s\S]*partial: n\/r\n/);
	assert.deepEqual(
		others.map(({ error }: { readonly error: string }) => error.replace(/^.*: /s, '')),
		[
			'nil pointer evaluating interface {}.tag',
			'The line needs "chart", a folder.',
			"file 'package.json' does not appear to be a gzipped archive",
			'could not parse "new" as version',
		],
	);
});
