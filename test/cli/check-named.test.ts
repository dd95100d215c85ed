import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
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
	'ov/beside.yaml': pod('image: app:1'),
	'ch/Chart.yaml': 'apiVersion: v2\nname: ch\nversion: 1.0.0\n',
	'ch/values.yaml': 'image: app:1\nport: "no"\n',
	'ch/values-prod.yaml': 'pull: Sometimes\n',
	'ch/ci/odd-values.yaml': 'pull: Odd\n',
	'ch/templates/pod.yaml': pod(
		'image: {{ .Values.image }}\n    imagePullPolicy: {{ .Values.pull | default "Always" }}\n    ports: [{containerPort: {{ .Values.port }}}]',
	),
	'ch/templates/other.yaml': pod('imagee: app:1'),
	'ch/files/pod.yaml': pod('imagee: app:1'),
	'stopped/Chart.yaml': 'apiVersion: v2\nname: ch\nversion: 1.0.0\n',
	'stopped/values.yaml': 'image: app:1\n',
	'stopped/templates/pod.yaml': '{{ fail "no" }}\n',
	'stopped/templates/other.yaml': pod('image: app:1'),
	'lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n',
	'lib/templates/pod.yaml': pod('image: {{ .Values.image }}'),
	'cut/kustomization.yaml': 'resources: [web.yaml\n',
	'renamed/base/kustomization.yaml': 'resources: [web.yaml]\n',
	'renamed/base/web.yaml': deployment('image: app:1').replace('name: web', 'name: shop'),
	'renamed/prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: patch.yaml}]\n',
	'renamed/prod/patch.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n',
	'far/kustomization.yaml': 'resources: [web.yaml, "https://example.com/x?ref=1"]\n',
	'far/web.yaml': deployment('imagee: app:1'),
	'broken/base/kustomization.yaml': 'resources: [web.yaml]\n',
	'broken/base/web.yaml': 'a: [\n',
	'broken/prod/kustomization.yaml': 'resources: [../base]\n',
	'pc/.peapodignore': 'gen/\n',
	'pc/gen/pod.yaml': pod('imagee: app:1'),
	'pc/good.yaml': pod('image: app:1'),
	'maps/map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
	'sound/base/kustomization.yaml': 'resources: [web.yaml]\n',
	'sound/base/web.yaml': deployment('image: app:1'),
	'sound/prod/kustomization.yaml': 'resources: [../base]\n',
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

test('a file of a chart that is named is judged as the chart renders it, and what lies in others is told of those', () => {
	const found = (...names: readonly string[]) => {
		const { status, stdout, stderr } = check(names);
		return { status, told: told(stdout), stderr };
	};
	assert.deepEqual(found('ch/templates/other.yaml'), { status: 1, told: ['ch/templates/other.yaml:6', 'ch/templates/other.yaml:7'], stderr: '' });
	assert.deepEqual(found('ch/values.yaml'), { status: 1, told: ['ch/values.yaml:2'], stderr: '' });
	assert.deepEqual(found('ch/ci/odd-values.yaml'), { status: 1, told: ['ch/ci/odd-values.yaml:1'], stderr: '' });
	assert.deepEqual(
		found('ch/values-prod.yaml'),
		{ status: 1, told: ['ch/values-prod.yaml:1'], stderr: '' },
		'it is one of those that the chart is rendered with',
	);
	assert.deepEqual(found('ch/Chart.yaml'), { status: 0, told: [], stderr: '' });
	assert.deepEqual(found('ch/files/pod.yaml').told, ['ch/files/pod.yaml:6', 'ch/files/pod.yaml:7'], 'nobody renders it');
	assert.deepEqual(found('ch/templates').told, ['ch/templates/other.yaml:6', 'ch/templates/other.yaml:7']);
	assert.deepEqual(found('ch/templates/gone.yaml'), { status: 2, told: [], stderr: 'peapod check: cannot read ch/templates/gone.yaml.\n' });
	assert.match(found('lib/templates/pod.yaml').stderr, /^lib\/templates\/pod\.yaml: a Go template; not judged\n/);
	const rendered = check(['ch/templates/other.yaml', 'ch/values.yaml', 'ch/Chart.yaml', 'ch/ci/odd-values.yaml']).stdout;
	assert.deepEqual(told(rendered), ['ch/templates/other.yaml:6', 'ch/templates/other.yaml:7', 'ch/values.yaml:2', 'ch/ci/odd-values.yaml:1']);
	assert.deepEqual(told(check(['other.yaml'], { at: 'ch/templates' }).stdout), ['other.yaml:6', 'other.yaml:7']);
});

test('what keeps the chart of a file that is named from being rendered is told wherever it lies', () => {
	for (const name of ['stopped/templates/other.yaml', 'stopped/values.yaml', 'stopped/Chart.yaml']) {
		const { status, stdout } = check([name]);
		assert.deepEqual([status, told(stdout)], [1, ['stopped/templates/pod.yaml:1']], name);
	}
});

test('a file that overlays are built from is judged as they build it, and a kustomization as what it builds', () => {
	const found = (name: string) => {
		const { status, stdout, stderr } = check([name]);
		return [status, told(stdout), stderr];
	};
	assert.deepEqual(found('ov/base/web.yaml'), [1, ['ov/base/web.yaml:10', 'ov/base/web.yaml:11'], '']);
	assert.match(check(['ov/base/web.yaml']).stdout, /in ov\/overlays\/dev, ov\/overlays\/prod: unknown field/);
	assert.deepEqual(found('ov/overlays/prod/kustomization.yaml'), [1, ['ov/overlays/prod/kustomization.yaml:3'], '']);
	assert.deepEqual(found('ov/overlays/dev/kustomization.yaml'), [0, [], ''], 'what lies in its base is told of that');
	assert.deepEqual(found('cut/kustomization.yaml'), [1, ['cut/kustomization.yaml:1'], '']);
	assert.deepEqual(found('broken/prod/kustomization.yaml'), [1, ['broken/base/web.yaml:1'], ''], 'what keeps it from being built is told wherever it lies');
	assert.deepEqual(found('far/web.yaml'), [1, ['far/web.yaml:10', 'far/web.yaml:11'], ''], 'what is remote keeps nobody from it');
	assert.deepEqual(found('renamed/base/web.yaml'), [1, ['renamed/prod/patch.yaml:3'], ''], 'what was renamed is missed by its patch');
	assert.deepEqual(found('ov/beside.yaml'), [0, [], '']);
});

test('--force-exclude: what ignore files leave out is left out though it is named', () => {
	const names = ['pc/gen/pod.yaml', 'pc/gen', 'pc/good.yaml'];
	const [first = ''] = names;
	assert.equal(check([first]).status, 1);
	const { status, stdout, stderr } = check(['--force-exclude', first, 'pc/good.yaml']);
	assert.deepEqual([status, stdout, stderr], [0, '', 'pc/gen/pod.yaml: ignored; not judged\n']);
	assert.deepEqual(check(['--force-exclude', ...names], { at: '' }).status, 0);
	assert.equal(check(['--force-exclude', 'gen/pod.yaml'], { at: 'pc' }).status, 0);
	assert.equal(check(['--force-exclude', '-'], { input: pod('imagee: app:1') }).status, 1);
});

test('the hook of pre-commit leaves out what ignore files do', () => {
	assert.match(readFileSync('.pre-commit-hooks.yaml', 'utf8'), /^ {2}entry: peapod check --force-exclude$/m);
});

test('a folder with nothing to judge is named in words, also where nothing else is said; one that builds on others is not', () => {
	mkdirSync(path.join(folder, 'empty'));
	const says = (...args: readonly string[]) => {
		const { status, stderr } = check(args);
		return [status, stderr];
	};
	const words = 'no Pod, and nothing that makes pods, is written there.\n';
	for (const more of [[], ['--quiet'], ['--quiet', '--format', 'sarif']]) {
		assert.deepEqual(says('empty', ...more), [0, `peapod check: nothing was judged in empty: ${words}`]);
	}
	assert.deepEqual(says('empty', '--lang', 'ko'), [0, 'peapod check: empty에서는 판정한 것이 없다. 파드나 파드를 만드는 오브젝트가 들어 있지 않다.\n']);
	assert.deepEqual(says('maps', 'pc/good.yaml'), [
		0,
		`peapod check: nothing was judged in maps: ${words}1 file judged: 0 refused, 0 with warnings; 1 not judged: 1 without pods.\n`,
	]);
	assert.deepEqual(says('sound/prod'), [0, '1 file judged: 0 refused, 0 with warnings; 0 not judged.\n'], 'its base is judged');
	assert.deepEqual(says('maps/map.yaml', '--quiet'), [0, '']);
});
