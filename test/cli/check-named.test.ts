import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-named.cjs');
let folder = '';

before(async () => {
	await bundled(CLI);
	folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'peapod-')));
	putFiles(folder, FILES);
});
after(() => rmSync(folder, { recursive: true }));

const deployment = (container: string): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n      - name: app\n        ${container}\n`;
const pod = (container: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: app\n    ${container}\n`;
const FILES: Readonly<Record<string, string>> = {
	'ov/base/kustomization.yaml': 'resources: [web.yaml]\n',
	'ov/base/web.yaml': deployment('imagee: app:1'),
	'ov/overlays/dev/kustomization.yaml': 'resources: [../../base]\nnamePrefix: dev-\n',
	'ov/overlays/prod/kustomization.yaml': 'resources: [../../base]\nnamePrefix: prod-\nreplicas: [{name: web, count: -1}]\n',
	'a/k/pod.yaml': pod('imagee: app:1'),
	'b/k/pod.yaml': pod('imagee: app:1'),
};

function check(args: readonly string[], { at = '', input = '' } = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], { encoding: 'utf8', cwd: path.join(folder, at), input });
	return { status, stdout, stderr };
}

/** The places that something is told of, in the text. */
const told = (stdout: string): readonly string[] => stdout.split('\n').flatMap((line) => /^(\S+:\d+):\d+: /.exec(line)?.[1] ?? []);

test('what is found in a base outside of the folder that was named is told from where one stands, in all formats', () => {
	const base = ['ov/base/web.yaml:10', 'ov/base/web.yaml:11'];
	assert.deepEqual(told(check(['ov/overlays/dev']).stdout), base);
	assert.deepEqual(told(check(['overlays/dev'], { at: 'ov' }).stdout), ['base/web.yaml:10', 'base/web.yaml:11']);
	assert.deepEqual(told(check(['.'], { at: 'ov/overlays/dev' }).stdout), ['../../base/web.yaml:10', '../../base/web.yaml:11']);
	assert.deepEqual(
		told(check([path.join(folder, 'ov/overlays/dev')], { at: 'a' }).stdout),
		base.map((one) => `${folder}/${one}`),
	);
	for (const format of ['json', 'github', 'gitlab', 'junit', 'sarif']) {
		const { stdout } = check(['ov/overlays/dev', '--format', format]);
		assert.match(stdout, /["= ]ov\/base\/web\.yaml[",]/, format);
		assert.ok(!stdout.includes(folder) && !stdout.includes('dev/ov'), format);
	}
	const related = JSON.parse(check(['ov/overlays/prod', '--format', 'json']).stdout) as readonly { readonly related: readonly { readonly file: string }[] }[];
	assert.ok(related.every((one) => one.related.every(({ file }) => file in FILES)));
});

test('overlays of several folders are judged together: one fault of their base is told once', () => {
	const { stdout, stderr } = check(['ov/overlays/prod', 'ov/overlays/dev']);
	assert.deepEqual(told(stdout), ['ov/overlays/prod/kustomization.yaml:3', 'ov/base/web.yaml:10', 'ov/base/web.yaml:11']);
	assert.match(stdout, /in ov\/overlays\/dev, ov\/overlays\/prod: unknown field/);
	assert.match(stderr, /^2 files judged: 2 refused/);
	assert.equal(check(['ov/overlays/*']).stdout.match(/unknown field/g)?.length, 1);
});

test('paths of several folders are told apart in JSON', () => {
	const rows = JSON.parse(check(['a', './b', '--format', 'json']).stdout) as readonly { readonly file: string }[];
	assert.deepEqual([...new Set(rows.map(({ file }) => file))], ['a/k/pod.yaml', 'b/k/pod.yaml']);
});

test('what is named twice is judged and told once, in the order of the names', () => {
	const once = check(['a/k/pod.yaml']);
	for (const names of [
		['a/k/pod.yaml', './a/k/pod.yaml'],
		['a/k/pod.yaml', 'a'],
		['a/k/pod.yaml', 'a/**/*.yaml'],
	]) {
		const twice = check(names);
		assert.deepEqual([twice.status, twice.stdout], [1, once.stdout], names.join(' '));
	}
	assert.deepEqual(told(check(['b/k/pod.yaml', 'a', '.']).stdout).slice(0, 3), ['b/k/pod.yaml:6', 'b/k/pod.yaml:7', 'a/k/pod.yaml:6']);
	const { status, stdout } = check(['-', '-'], { input: pod('imagee: app:1') });
	assert.deepEqual([status, told(stdout)], [1, ['-:6', '-:7']]);
});
