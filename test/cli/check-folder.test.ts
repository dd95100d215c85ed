import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { lookInto } from '../../server/src/cli/folder';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-folder.cjs');
before(() => bundled(CLI));

interface Row {
	readonly file: string;
	readonly line: number;
	readonly severity: string;
	readonly code: string;
	readonly message: string;
	readonly why: string;
	readonly related: readonly { readonly file: string; readonly line: number }[];
}

/** What `check DIR --format json` says of some files, and its exit code. */
function checked(
	files: Readonly<Record<string, string | Uint8Array>>,
	...args: readonly string[]
): { readonly status: number | null; readonly rows: readonly Row[] } {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, files);
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '.', '--format', 'json', ...args], { encoding: 'utf8', cwd: folder });
	rmSync(folder, { recursive: true });
	assert.ok(stdout, stderr);
	return { status, rows: JSON.parse(stdout) as Row[] };
}

const told = (rows: readonly Row[]): readonly string[] => rows.map(({ file, line, code }) => `${file}:${line} ${code}`);

const web = (container: string): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n${container}`;

const SOUND = web('        - name: app\n          image: app:1\n');
const patch = (container: string): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n${container}`;

test('a base is judged as its overlays make it, and what one of them breaks is told in its patch', () => {
	const { status, rows } = checked({
		'base/kustomization.yaml': 'resources: [web.yaml]\n',
		'base/web.yaml': web('        - name: app\n'),
		'overlays/dev/kustomization.yaml': 'resources: [../../base]\npatches:\n- path: image.yaml\n',
		'overlays/dev/image.yaml': patch('        - name: app\n          image: app:2\n'),
		'overlays/prod/kustomization.yaml': 'resources: [../../base]\npatches:\n- path: image.yaml\n',
		'overlays/prod/image.yaml': patch('        - name: app\n          image: app:2\n          imagePullPolicy: Sometimes\n'),
	});
	assert.equal(status, 1);
	assert.deepEqual(told(rows), ['overlays/prod/image.yaml:11 container/pull-policy']);
	assert.match(rows[0]?.message ?? '', /^in overlays\/prod: spec\.template\.spec\.containers\[0\]\.imagePullPolicy: /);
	assert.ok(rows[0]?.why);
});

test('a misspelt key that no overlay keeps is told where it stands, once, and makes no verdict', () => {
	const envs = '          env:\n            - {name: A, valu: a}\n';
	const files = {
		'base/kustomization.yaml': 'resources: [web.yaml]\n',
		'base/web.yaml': web(`        - name: app\n          image: app:1\n${envs}`),
		'prod/kustomization.yaml': 'resources: [../base]\npatches:\n- path: own.yaml\n',
		'prod/own.yaml': patch(
			'        - name: app\n          env:\n            - $patch: replace\n        - name: debug\n          $patch: delete\n          imag: debug:1\n',
		),
	};
	const { status, rows } = checked(files);
	assert.equal(status, 0);
	assert.deepEqual(
		rows.map(({ file, line, severity, message }) => `${file}:${line} ${severity}: ${message}`),
		[
			'base/web.yaml:16 warning: kept by no overlay: unknown field "spec.template.spec.containers[0].env[0].valu"',
			'prod/own.yaml:14 warning: kept by no overlay: unknown field "spec.template.spec.containers[1].imag"',
		],
	);
	const kept = checked({ ...files, 'test/kustomization.yaml': 'resources: [../base]\n' }).rows;
	assert.deepEqual(told(kept), ['base/web.yaml:16 decode/unknown-field', 'prod/own.yaml:14 decode/unknown-field']);
	assert.match(kept[0]?.message ?? '', /^in test: /);
});

test('so is one in a patch that a kustomization holds itself, though nothing else is told of it', () => {
	const indented = (text: string): string => text.replace(/^/gm, '    ');
	const { status, rows } = checked({
		'kustomization.yaml': `resources: [web.yaml]\npatches:\n- patch: |-\n${indented(patch('        - name: debug\n          $patch: delete\n          imag: debug:1\n'))}`,
		'web.yaml': `${SOUND}        - name: debug\n          image: debug:1\n`,
	});
	assert.deepEqual([status, told(rows), rows[0]?.severity], [0, ['kustomization.yaml:14 decode/unknown-field'], 'warning']);
	assert.match(rows[0]?.message ?? '', /^kept by no overlay: unknown field "spec\.template\.spec\.containers\[0\]\.imag"/);
});

test('a patch is for the kind that its target names, whatever it calls itself: what that has is kept', () => {
	const files = {
		'kustomization.yaml': 'resources: [db.yaml]\npatches:\n- path: own.yaml\n  target: {kind: StatefulSet}\n',
		'db.yaml': SOUND.replace('kind: Deployment', 'kind: StatefulSet'),
		'own.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: any\nspec:\n  serviceName: db\n',
	};
	assert.deepEqual(told(checked(files).rows), []);
});

test('what several overlays find at one place is told once', () => {
	const overlay = 'resources: [../base]\n';
	const { rows } = checked({
		'base/kustomization.yaml': 'resources: [web.yaml]\n',
		'base/web.yaml': web('        - name: app\n          imagee: app\n'),
		'a/kustomization.yaml': overlay,
		'b/kustomization.yaml': overlay,
	});
	assert.deepEqual(
		rows.filter(({ severity }) => severity === 'error').map(({ file, line, code }) => `${file}:${line} ${code}`),
		['base/web.yaml:13 container/image-required', 'base/web.yaml:14 decode/unknown-field'],
	);
	assert.match(rows[0]?.message ?? '', /^in a, b: /);
});

test('a line of a kustomization that breaks an object is told, and beside it what it was written over', () => {
	const { rows } = checked({
		'kustomization.yaml': 'resources: [web.yaml]\nreplicas:\n- name: web\n  count: -1\n',
		'web.yaml': SOUND.replace('spec:\n', 'spec:\n  replicas: 2\n'),
	});
	assert.deepEqual(told(rows), ['kustomization.yaml:4 replicas/negative']);
	assert.deepEqual(
		rows[0]?.related.map(({ file, line }) => `${file}:${line}`),
		['web.yaml:6'],
	);
	assert.match(rows[0]?.message ?? '', /^in \.: spec\.replicas: /);
});

test('what does nothing is told at its line, unless it does something for another overlay', () => {
	const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- name: app\n  newTag: "2"\n- name: other\n  newTag: "2"\n';
	const { status, rows } = checked({
		'component/kustomization.yaml': component,
		'a/kustomization.yaml': 'resources: [web.yaml]\ncomponents: [../component]\npatches:\n- target: {kind: Job}\n  patch: "[]"\n',
		'a/web.yaml': SOUND,
		'b/kustomization.yaml': 'resources: [web.yaml]\ncomponents: [../component]\n',
		'b/web.yaml': SOUND.replace('app:1', 'another:1'),
	});
	assert.equal(status, 0);
	assert.deepEqual(told(rows), ['a/kustomization.yaml:4 overlay/idle-patch', 'component/kustomization.yaml:6 overlay/idle-image']);
});

test('what cannot be built is told where it stops, and what is written there judged all the same', () => {
	const { status, rows } = checked({
		'kustomization.yaml': 'resources:\n- web.yaml\n- gone.yaml\n- gone-too.yaml\nnameprefix: a-\nimage: []\n',
		'web.yaml': web('        - name: app\n          imagee: app\n'),
	});
	assert.equal(status, 1);
	assert.deepEqual(told(rows.filter(({ file }) => file === 'kustomization.yaml')), [
		'kustomization.yaml:3 overlay/missing-file',
		'kustomization.yaml:4 overlay/missing-file',
		'kustomization.yaml:5 overlay/field-case',
		'kustomization.yaml:6 overlay/build',
	]);
	assert.ok(told(rows).includes('web.yaml:14 decode/unknown-field'));
});

test('cycles, twins and patches for nothing are told at their lines', () => {
	const first = (files: Readonly<Record<string, string>>): readonly string[] => told(checked(files).rows);
	assert.deepEqual(first({ 'kustomization.yaml': 'resources:\n- web.yaml\n- web.yaml\n', 'web.yaml': SOUND }), ['kustomization.yaml:3 overlay/build']);
	assert.deepEqual(
		first({ 'a/kustomization.yaml': 'resources:\n- ../b\n', 'b/kustomization.yaml': 'resources:\n- ../a\n', 'kustomization.yaml': 'resources:\n- a\n' }),
		['b/kustomization.yaml:2 overlay/build'],
	);
	assert.deepEqual(
		first({
			'kustomization.yaml': 'resources: [web.yaml]\npatches:\n- path: p.yaml\n',
			'web.yaml': SOUND,
			'p.yaml': patch('').replace('name: web', 'name: wbe'),
		}),
		['p.yaml:4 overlay/build'],
	);
	assert.deepEqual(first({ 'kustomization.yaml': 'resources: [web.yaml]\nreplicas:\n- name: wbe\n  count: 2\n', 'web.yaml': SOUND }), [
		'kustomization.yaml:3 overlay/build',
	]);
});

test('what belongs to no overlay is judged as a file, and a chart as it is rendered', () => {
	const { rows } = checked({
		'overlay/kustomization.yaml': 'resources: [web.yaml]\n',
		'overlay/web.yaml': SOUND,
		'alone.yaml': web('        - name: app\n'),
		'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
		'chart/templates/web.yaml': web('        - name: app\n'),
	});
	assert.deepEqual(told(rows), ['alone.yaml:13 container/image-required', 'chart/templates/web.yaml:13 container/image-required']);
	assert.doesNotMatch(rows[0]?.message ?? '', /^(?:in|rendered) /);
	assert.match(rows[1]?.message ?? '', /^rendered with values\.yaml: /);
});

test('templates of Jinja are judged as an editor judges them: what the braces stand for is not known, the rest is', () => {
	const jinja = web('        - name: app\n          image: {{ image }}\n          imagePullPolicy: Sometimes\n').replace('spec:', '{% if on %}\nspec:');
	const names = ['a.yaml.j2', 'a.yml.j2', 'b.yaml.jinja', 'c.yml.jinja2'];
	const { status, rows } = checked({ ...Object.fromEntries(names.map((name) => [name, `${jinja}{% endif %}\n`])), 'd.yaml.j3': jinja, 'e.j2': jinja });
	assert.equal(status, 1);
	assert.deepEqual(
		told(rows),
		names.toSorted().map((name) => `${name}:16 container/pull-policy`),
	);
});

test('JSON is judged where it is a manifest, whole or broken; of the rest of it nothing is said', () => {
	const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ image: 'b' }] } };
	const files = {
		'a.json': JSON.stringify(pod, undefined, 2),
		'b.json': `\ufeff${JSON.stringify({ kind: 'List', apiVersion: 'v1', items: [pod] })}`,
		'broken.json': JSON.stringify(pod).slice(0, -1),
		'.gitignore': 'ignored.json\n',
		'ignored.json': JSON.stringify(pod),
		'package.json': JSON.stringify(pod),
		'dashboard.json': JSON.stringify({ panels: [pod], kind: { apiVersion: 'v1' } }),
		'text.json': JSON.stringify('"apiVersion": "v1", "kind": "Pod"'),
		'schema.json': JSON.stringify({ apiVersion: 'v1', kind: { const: 'Pod' }, text: 'kind' }),
		'patch.json': JSON.stringify([{ op: 'add', path: '/a', value: pod }]),
		'K.JSON': JSON.stringify(pod),
		'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
		'chart/files/a.json': JSON.stringify(pod),
	};
	const { status, rows } = checked(files);
	assert.equal(status, 1);
	assert.deepEqual([...new Set(rows.map(({ file }) => file))], ['a.json', 'b.json', 'broken.json']);
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, files);
	assert.equal(lookInto(folder).manifests.length, 4, 'the one in a chart is another room’s');
	rmSync(folder, { recursive: true });
});

test('comments and --ignore say no to what is built as well', () => {
	const files = {
		'kustomization.yaml': 'resources: [web.yaml]\n',
		'web.yaml': web('        - name: app\n          # peapod-ignore\n          imagePullPolicy: Sometimes\n          image: app:1\n'),
	};
	assert.deepEqual(told(checked(files).rows), []);
	const without = { ...files, 'web.yaml': files['web.yaml'].replace('# peapod-ignore', '#') };
	assert.deepEqual(told(checked(without).rows), ['web.yaml:15 container/pull-policy']);
	assert.deepEqual(told(checked(without, '--ignore', 'container/*').rows), []);
});

test('.gitignore and .peapodignore are honoured, the nearest first; what is left out of an overlay is not told', () => {
	const bad = web('        - name: app\n');
	const files = {
		'.gitignore': '# made\nbuild/\n*.gen.yaml\n/top.yaml\n',
		'.peapodignore': '!kept.gen.yaml\n',
		'build/a.yaml': bad,
		'a.gen.yaml': bad,
		'kept.gen.yaml': bad,
		'top.yaml': bad,
		'below/top.yaml': bad,
		'below/.gitignore': '!b.gen.yaml\nc.yaml\n',
		'below/b.gen.yaml': bad,
		'below/c.yaml': bad,
		'c.yaml': bad,
		'overlay/kustomization.yaml': 'resources: [web.gen.yaml]\n',
		'overlay/web.gen.yaml': bad,
	};
	const found = checked(files).rows.map(({ file }) => file);
	assert.deepEqual(found, ['below/b.gen.yaml', 'below/top.yaml', 'c.yaml', 'kept.gen.yaml']);
});

test('patterns are matched as git matches them: in their case, unless the repository says otherwise, and after those of info/exclude, also of a worktree', () => {
	const bad = web('        - name: app\n');
	const files = { '.gitignore': 'Case.yaml\n!kept.yaml\n', 'case.yaml': bad, 'kept.yaml': bad, 'own.yaml': bad };
	const found = (git: Readonly<Record<string, string>>): readonly string[] => checked({ ...files, ...git }).rows.map(({ file }) => file);
	const excluded = 'own.yaml\nkept.yaml\n';
	assert.deepEqual(found({ '.git/config': '[core]\n\tbare = false\n' }), ['case.yaml', 'kept.yaml', 'own.yaml']);
	assert.deepEqual(found({ '.git/config': '[core]\n\tignorecase = true\n' }), ['kept.yaml', 'own.yaml']);
	assert.deepEqual(found({ '.git/config': '[core]\n', '.git/info/exclude': excluded }), ['case.yaml', 'kept.yaml']);
	const common = { 'main/config': '[core]\n\tignorecase = true\n', 'main/info/exclude': excluded, 'main/worktrees/w/commondir': '../..\n' };
	assert.deepEqual(found({ '.git': 'gitdir: main/worktrees/w\n', ...common }), ['kept.yaml']);
});

test('a file of a folder that cannot be read is named: the exit code says that there is one', {
	skip: process.platform === 'win32' && 'who may make a link there differs',
}, () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, { 'a/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b}]}\n' });
	symlinkSync('loop.yaml', path.join(folder, 'a/loop.yaml'));
	for (const [name, format] of [
		['a', 'text'],
		['a', 'json'],
		['a/*.yaml', 'text'],
		['*', 'text'],
	] as const) {
		const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', name, '--format', format], { cwd: folder, encoding: 'utf8' });
		assert.equal(status, 2, name);
		assert.match(stderr, /^peapod check: cannot read a\/loop\.yaml\.$/m, name);
	}
	rmSync(folder, { recursive: true });
});

test('a folder that may not be read is named: the exit code says that nobody knows what is in it', {
	skip: process.platform === 'win32' && 'who may read there is said otherwise',
}, () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const locked = path.join(folder, 'a/locked');
	putFiles(folder, {
		'a/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b}]}\n',
		'a/locked/pod.yaml': SOUND,
		'a/.git/HEAD': '',
	});
	copyFileSync(CLI, path.join(folder, 'cli.cjs'));
	chmodSync(folder, 0o755);
	chmodSync(locked, 0);
	// Whoever may read everything is somebody else here.
	const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	const run = (...args: readonly string[]) => spawnSync(process.execPath, ['cli.cjs', ...args], { cwd: folder, encoding: 'utf8', ...nobody });
	for (const name of ['a', 'a/locked', 'a/**/*.yaml', 'a/*/*.yaml']) {
		const { status, stderr } = run('check', name);
		assert.deepEqual([status, /^peapod check: (.*)$/m.exec(stderr)?.[1]], [2, 'cannot read the folder a/locked.'], name);
	}
	assert.match(run('check', 'a').stderr, /^1 file judged: 0 refused, 0 with warnings; 1 not judged: 1 unreadable\.$/m);
	assert.match(run('check', 'a', '--lang', 'ko').stderr, /^peapod check: a\/locked 폴더를 읽을 수 없다\.$/m);
	assert.equal(run('check', 'a', '--ignore', 'a/locked').status, 0);
	assert.match(run('check', 'none/*.yaml').stderr, /nothing matches none/);
	const tested = run('test', 'a');
	assert.deepEqual([tested.status, tested.stderr], [2, 'peapod test: cannot read the folder a/locked.\n']);
	chmodSync(locked, 0o755);
	rmSync(folder, { recursive: true });
});

test('what kustomize reads as a whole may be UTF-16; what kubectl reads may not', () => {
	const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
	const files = {
		'kustomization.yaml': utf16('resources: [web.yaml]\npatches: [{path: image.yaml}]\n'),
		'web.yaml': utf16(SOUND),
		'image.yaml': utf16(patch('        - name: app\n          imagePullPolicy: Sometimes\n')),
		'alone.yaml': utf16(SOUND.replace('name: web', 'name: alone')),
	};
	assert.deepEqual(told(checked(files).rows), ['alone.yaml:1 yaml/encoding', 'image.yaml:10 container/pull-policy']);
	const stopped = { ...files, 'kustomization.yaml': utf16('resources: [gone.yaml]\npatches: [{path: image.yaml}]\n') };
	assert.deepEqual(told(checked(stopped).rows), [
		'alone.yaml:1 yaml/encoding',
		'image.yaml:10 container/pull-policy',
		'kustomization.yaml:1 overlay/build',
		'web.yaml:1 yaml/encoding',
	]);
	const cut = { ...files, 'kustomization.yaml': utf16('resources: [web.yaml]\n').subarray(0, -1) };
	assert.deepEqual(
		told(checked(cut).rows).filter((one) => one.startsWith('kust')),
		['kustomization.yaml:1 yaml/encoding'],
	);
});

test('a kustomization in UTF-16 says what a file is that is named', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	const kustomization = Buffer.from('\ufeffresources: [web.yaml]\npatches: [{path: one.yaml}]\n', 'utf16le');
	putFiles(folder, { 'kustomization.yaml': kustomization, 'web.yaml': SOUND, 'one.yaml': patch('        - name: app\n') });
	const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', path.join(folder, 'one.yaml')], { encoding: 'utf8' });
	assert.equal(status, 0, stderr);
	rmSync(folder, { recursive: true });
});

test('what a kustomization names is known whatever its encoding', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	writeFileSync(path.join(folder, 'kustomization.yaml'), '\ufeffresources: [pod.yaml]\n', 'utf16le');
	assert.deepEqual(
		lookInto(folder).kustomizations.flatMap(({ resources }) => resources.map((file) => path.posix.basename(file))),
		['pod.yaml'],
	);
	rmSync(folder, { recursive: true });
});
