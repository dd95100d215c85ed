import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { addressOf, FILES, moved } from '../../release/repository.mjs';
import { sbom } from '../../release/sbom.mjs';
import { dated } from '../../release/version.mjs';
import { bundled, putFiles } from '../cli/bundled';

const HOME = mkdtempSync(path.join(tmpdir(), 'peapod-ci-'));
const yaml = <T>(file: string): T => parse(readFileSync(file, 'utf8')) as T;

interface Action {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
	readonly runs: { readonly steps: readonly { readonly run: string; readonly env?: Readonly<Record<string, string>> }[] };
}
const ACTION = yaml<Action>('action.yml');

before(async () => {
	await bundled(path.join(HOME, 'out/npm/dist/cli.js'));
	putFiles(HOME, {
		'sound file.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b}]}\n',
		'bad.yaml': 'apiVersion: v1\nkind: Pod\n',
		'robot.yaml': 'apiVersion: example.com/v1\nkind: Robot\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, imagee: b}]}}}\n',
		'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
		'chart/values.yaml': 'name: a\nimage: b\n',
		'chart/templates/pod.yaml':
			'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: {{ .Values.name }}, image: {{ .Values.image }}}]}\n',
		'bad values.yaml': 'name: C\n',
	});
});
after(() => rmSync(HOME, { recursive: true }));

/** Runs the step that checks, as GitHub would with these inputs. */
function act(inputs: Readonly<Record<string, string>>) {
	const step = ACTION.runs.steps.at(-1);
	const given = Object.entries(step?.env ?? {}).map(([key, value]) => {
		const name = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
		assert.ok(name in ACTION.inputs, `${key}: ${value}`);
		return [key, inputs[name] ?? ACTION.inputs[name]?.default ?? ''];
	});
	const env = { ...process.env, ...Object.fromEntries(given), GITHUB_ACTION_PATH: HOME };
	// As `shell: bash` runs it.
	return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''], { cwd: HOME, env, encoding: 'utf8' });
}

test('the action annotates what is refused, and hands its inputs over as they are', { skip: process.platform === 'win32' }, () => {
	const all = act({});
	assert.equal(all.status, 1, all.stderr);
	assert.match(all.stdout, /^::error file=bad\.yaml,line=2,/m);
	assert.equal(act({ files: 'sound file.yaml\n\n', kubernetes: '1.36,1.37' }).status, 0);
	assert.equal(act({ files: 'nowhere.yaml' }).status, 2);
	const { stdout } = act({ files: '$(touch ran); `touch ran`', language: 'ko' });
	assert.deepEqual([stdout, existsSync(path.join(HOME, 'ran'))], ['', false]);
	assert.equal(act({ files: 'bad.yaml', format: 'sarif', report: 'peapod.sarif' }).status, 1);
	assert.equal((JSON.parse(readFileSync(path.join(HOME, 'peapod.sarif'), 'utf8')) as { readonly version: string }).version, '2.1.0');
	assert.equal(act({ files: 'bad.yaml', ignore: 'charts/**\n*.yaml\n' }).stdout, '');
	assert.equal(act({ files: 'robot.yaml' }).stdout, '');
	assert.match(act({ files: 'robot.yaml', 'pod-template': 'example.com/v1/Robot:spec.template' }).stdout, /^::warning file=robot\.yaml/m);
	assert.match(act({ files: 'chart', set: 'image=a\nname=B' }).stdout, /^::error .*Invalid value: "B"/m);
	assert.match(act({ files: 'chart', values: 'bad values.yaml' }).stdout, /^::error .*Invalid value: "C"/m);
	assert.match(act({ against: 'main', kubernetes: '1.36,1.37' }).stderr, /git refuses/);
	assert.match(act({ against: 'main' }).stderr, /git refuses/);
	assert.match(act({ against: 'main', format: 'json' }).stderr, /git refuses/);
	assert.match(act({ against: 'main', format: 'sarif' }).stderr, /--format.*text.*json.*sarif/, 'and not dropped');
});

test('hooks of pre-commit run commands that there are, in the package that a repository packs', () => {
	const hooks = yaml<readonly { readonly id: string; readonly entry: string; readonly language: string }[]>('.pre-commit-hooks.yaml');
	assert.deepEqual(
		hooks.map(({ id, entry, language }) => [id, entry, language]),
		[
			['peapod-check', 'peapod check --force-exclude', 'node'],
			['peapod-test', 'peapod test', 'node'],
		],
	);
	const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], { encoding: 'utf8', shell: process.platform === 'win32' });
	const [{ files } = { files: [] }] = JSON.parse(packed.stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
	const stray = files
		.map(({ path: file }) => file)
		.filter((file) => !/^(?:dist\/|package\.json$|README|LICENSE|readme\.mjs$)/.test(file) || /extension|webview|\.map$/.test(file));
	assert.ok(files.length > 0, packed.stderr);
	assert.deepEqual(stray, []);
});

test('the address of the repository stands in package.json, and is moved from there', () => {
	const text = readFileSync('package.json', 'utf8');
	const address = addressOf(text);
	const { bugs, homepage, qna } = JSON.parse(text) as { readonly bugs: { readonly url: string }; readonly homepage: string; readonly qna: string };
	for (const url of [bugs.url, homepage, qna]) assert.ok(url.startsWith(address), url);
	const to = 'https://example.org/pods/peas';
	for (const file of FILES) {
		const old = readFileSync(file, 'utf8');
		const other = moved(old, address, to);
		assert.notEqual(other, old, `${file} names it`);
		assert.ok(!other.includes(new URL(address).pathname.slice(1)), file);
		assert.equal(moved(other, to, address), old);
	}
	const others = spawnSync('git', ['grep', '-l', '-F', address], { encoding: 'utf8' }).stdout.trim().split('\n');
	assert.deepEqual(others.filter((file) => !FILES.includes(file) && file !== 'package-lock.json' && file !== '').sort(), []);
});

test('a release gets its day in the changelog once, and only where something is said of it', () => {
	const changelog = readFileSync('CHANGELOG.md', 'utf8');
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
	assert.ok(changelog.includes(`\n## ${version} (`), 'the version of package.json has its notes');
	assert.equal(
		dated('# C\n\n## 0.2.0 (unreleased)\n\n- a\n\n## 0.1.0 (2026-01-01)\n', '0.2.0', '2026-02-03'),
		'# C\n\n## 0.2.0 (2026-02-03)\n\n- a\n\n## 0.1.0 (2026-01-01)\n',
	);
	assert.equal(dated('# C\n\n## 0.1.0 (2026-01-01)\n', '0.1.0', '2026-02-03'), undefined);
	assert.equal(spawnSync(process.execPath, ['release/release.mjs', '1.x'], { encoding: 'utf8' }).status, 2);
});

test('the list of what ships names every dependency, those that tests need too, and nothing that only they need', () => {
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
	const { components } = sbom(JSON.parse(readFileSync('package-lock.json', 'utf8')));
	const names = components.map(({ name }) => name);
	for (const name of Object.keys(dependencies)) assert.ok(names.includes(name), name);
	for (const name of ['typescript', 'esbuild', 'mocha']) assert.ok(!names.includes(name), name);
	for (const { name, version, purl, hashes } of components) {
		assert.equal(decodeURIComponent(purl), `pkg:npm/${name}@${version}`);
		assert.match(hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
	}
});
