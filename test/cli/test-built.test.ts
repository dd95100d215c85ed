import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-of-built-tests.cjs');
let folder = '';
before(async () => {
	await bundled(CLI);
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, { ...OVERLAY, ...CHART });
});
after(() => rmSync(folder, { recursive: true, force: true }));

const deployment = (name: string, replicas: string, image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "${image}" }] }
`;

const OVERLAY = {
	'base/kustomization.yaml': 'resources: [web.yaml, cache.yaml]\n',
	'base/web.yaml': deployment('web', '1', 'nginx:1.27'),
	'base/cache.yaml': deployment('cache', '1', 'redis:7'),
	'production/kustomization.yaml': 'resources: [../base]\nnamePrefix: shop-\nreplicas: [{ name: web, count: 4 }]\nimages: [{ name: nginx, newTag: "1.28" }]\n',
	'single/kustomization.yaml': 'resources: [pod.yaml]\nnamePrefix: a-\n',
	'single/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: one }\nspec: { containers: [{ name: app, image: "nginx:1.27" }] }\n',
	'broken/kustomization.yaml': 'resources: [nowhere.yaml]\n',
};

const BRACES = '        args: ["{{ `{{ .Name }}` }}"]\n        command:\n        - echo {{ `{{ .Name }}` }}\n';

const CHART = {
	'braced/Chart.yaml': 'apiVersion: v2\nname: braced\nversion: 0.1.0\n',
	'braced/templates/web.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n    containers:\n      - name: app\n        image: nginx:1.27\n${BRACES}`,
	'literal/kustomization.yaml': 'resources: [pod.yaml]\n',
	'literal/pod.yaml':
		'apiVersion: v1\nkind: Pod\nmetadata: { name: one }\nspec:\n  containers:\n  - name: app\n    image: nginx:1.27\n    command:\n    - "echo {{ .Name }}"\n    - |\n      {{ range .Items }}\n      {{ end }}\n',
	'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
	'chart/values.yaml': 'replicas: 1\n',
	'chart/templates/web.yaml': deployment('{{ .Release.Name }}-web', '{{ .Values.replicas }}', 'nginx:1.27'),
	'chart/templates/note.yaml': '{{ if eq .Values.replicas 9.0 }}{{ fail "nine are too many" }}{{ end }}\n',
	'chart/ci/many-values.yaml': 'replicas: 3\n',
	'chart/ci/nine-values.yaml': 'replicas: 9\n',
};

function run(scenario: string, text: string, ...more: readonly string[]) {
	putFiles(folder, { [scenario]: text });
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'test', scenario, ...more], { encoding: 'utf8', cwd: folder });
	rmSync(path.join(folder, scenario));
	return { status, out: stdout + stderr };
}

const ready = (count: number): string => `expect:\n- pods: ready\n  becomes: ${count}\n- pods: existing\n  never: more than ${count}\n`;

test('braces in what a chart renders and in what an overlay builds are text', () => {
	for (const [name, pod] of [
		['braced', 'web'],
		['literal', 'one'],
	]) {
		const { status, out } = run('braces.scenario.yaml', `plays: { folder: ${name}, target: Pod/${pod} }\nexpect:\n- container: app\n  becomes: ready\n`);
		assert.equal(status, 0, out);
	}
});

test('a scenario is played on what an overlay builds: four replicas, under the new name and image', () => {
	const plays = 'plays:\n  folder: production\n  target: Deployment/shop-web\n';
	const image = '- each: container\n  is: { image: "nginx:1.28" }\n';
	const { status, out } = run('four.scenario.yaml', `${plays}${ready(4)}${image}`);
	assert.equal(status, 0, out);
	// The base by itself has one.
	assert.equal(run('four.scenario.yaml', `${plays.replace('production', 'base').replace('shop-', '')}${ready(4)}`).status, 1);
	assert.equal(run('cache.scenario.yaml', `${plays.replace('web', 'cache')}${ready(1)}`).status, 0);
});

test('without a manifest beside, what its own folder builds is played', () => {
	const { status, out } = run('single/life.scenario.yaml', 'expect:\n- the: pod\n  becomes: ready\n- pod: a-one\n  stays: ready\n');
	assert.equal(status, 0, out);
	// A manifest of its name goes first.
	assert.equal(run('single/pod.scenario.yaml', 'expect:\n- pod: one\n  becomes: ready\n').status, 0);
});

test('a scenario is played on what a chart renders, with the values that it names and in each version', () => {
	assert.equal(run('chart/one.scenario.yaml', ready(1)).status, 0);
	const many = `plays: { values: [many-values.yaml], folder: .. }\n${ready(3)}`;
	const { status, out } = run('chart/ci/many.scenario.yaml', many, '--kubernetes', '1.32,1.37');
	assert.equal(status, 0, out);
	assert.match(out, /many\.scenario\.yaml \(1\.32\) {2}2 hold\n.*\(1\.37\) {2}2 hold\n/);
	assert.equal(run('chart/ci/few.scenario.yaml', many.replace('values: [many-values.yaml], ', '')).status, 1);
});

test('what cannot be built, and who is not meant, is said at plays', () => {
	const expect = 'expect:\n- pods: ready\n  becomes: 1\n';
	for (const [plays, says] of [
		['folder: broken', /:1:1: error: cannot build broken: .*nowhere\.yaml/],
		['folder: nowhere', /There is no kustomization\.yaml and no Chart\.yaml in nowhere\. \[expect\/no-manifest\]/],
		['folder: base', /base makes several: say which one lives in plays\.target: Deployment\/web, Deployment\/cache\./],
		['folder: base, target: Deployment/wbe', /base makes no Deployment\/wbe; there is Deployment\/web, Deployment\/cache\./],
		['folder: chart, values: [chart/ci/nine-values.yaml]', /cannot render chart: .*nine are too many/],
		['folder: chart, values: [none.yaml]', /cannot read none\.yaml/],
		['folders: base', /plays\.folders is unknown; there are folder, target, values\./],
	] as const) {
		const { status, out } = run('bad.scenario.yaml', `plays: { ${plays} }\n${expect}`);
		assert.equal(status, 2, plays + out);
		assert.match(out, says);
	}
});
