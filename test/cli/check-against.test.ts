import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-against.cjs');
let folder = '';

const deployment = (image: string, label = 'web'): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector:\n    matchLabels: {app: ${label}}\n  template:\n    metadata:\n      labels: {app: ${label}}\n    spec:\n      containers:\n      - name: app\n        image: ${image}\n`;

function git(...args: readonly string[]): void {
	const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
	const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
	assert.equal(status, 0, stderr);
}

function against(revision: string, ...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '--against', revision, ...args], { cwd: folder, encoding: 'utf8' });
	return { status, stdout, stderr };
}

before(async () => {
	await bundled(CLI);
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	git('init', '-q');
	putFiles(folder, {
		'k8s/same.yaml': deployment('same:1'),
		'k8s/rolled.yaml': deployment('rolled:1'),
		'k8s/moved.yaml': deployment('moved:1'),
		'k8s/broken.yaml': 'a: [\n',
		'k8s/gone.yaml': deployment('gone:1'),
		'overlay/kustomization.yaml': 'resources: [web.yaml]\nimages:\n- name: app\n  newTag: "1"\n',
		'overlay/web.yaml': deployment('app:0'),
	});
	git('add', '.');
	git('commit', '-qm', 'one');
});
after(() => rmSync(folder, { recursive: true }));

test('nothing is told of what is as it was', () => {
	assert.deepEqual(against('HEAD', 'k8s', 'overlay'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 6 as they were.\n' });
});

test('what differs from a commit is told as kubectl apply does it; refused is 1', () => {
	putFiles(folder, {
		'k8s/rolled.yaml': deployment('rolled:2'),
		'k8s/moved.yaml': deployment('moved:1', 'other'),
		'k8s/broken.yaml': deployment('broken:1'),
		'k8s/new.yaml': deployment('new:1'),
		'overlay/kustomization.yaml': 'resources: [web.yaml]\nimages:\n- name: app\n  newTag: "2"\n',
	});
	rmSync(path.join(folder, 'k8s/gone.yaml'));
	const { status, stdout, stderr } = against('HEAD', 'k8s', 'overlay');
	assert.equal(status, 1, stderr);
	assert.match(stdout, /^k8s\/rolled\.yaml:1:1: pods replaced: Deployment web: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: rolled:1 → rolled:2$/m);
	assert.match(
		stdout,
		/^k8s\/moved\.yaml:1:1: refused: Deployment web: .*\n {2}k8s\/moved\.yaml:\d+:\d+: spec\.selector: Invalid value: .* field is immutable$/m,
	);
	assert.match(stdout, /^k8s\/new\.yaml:1:1: created: Deployment web/m);
	assert.match(stdout, /^k8s\/broken\.yaml:1:1: created: Deployment web/m, 'what could not be read was not applied');
	assert.match(stdout, /^pods replaced: Deployment web: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: app:1 → app:2$/m, 'an overlay as it is built');
	assert.doesNotMatch(stdout, /same\.yaml/);
	assert.equal(stderr, `Compared with HEAD: 5 differ, 1 as they were. Gone, and kept by kubectl apply: ${path.join('k8s', 'gone.yaml')}.\n`);
	assert.equal(against('HEAD', 'k8s/rolled.yaml', '--quiet').status, 0);
	assert.equal(against('HEAD', 'k8s/*.yaml').status, 1);
});

test('what cannot be compared is said, in both languages', () => {
	for (const [args, says] of [
		[['nowhere', 'k8s'], /^peapod check: there is no commit nowhere\.\n$/],
		[['nowhere', 'k8s', '--lang', 'ko'], /^peapod check: nowhere 커밋이 없다\.\n$/],
		[['--output=x', 'k8s'], /there is no commit --output=x|--against needs a value/],
		[['HEAD', 'k8s/none.yaml'], /cannot read k8s\/none\.yaml/],
		[['HEAD', tmpdir()], /git refuses in .*: fatal: not a git repository/],
		[['HEAD', 'k8s', '--kubernetes', '1.36,1.37'], /--against takes one version/],
		[['HEAD', 'k8s', '--old', 'k8s/same.yaml'], /exclude one another/],
	] as const) {
		const [revision, ...rest] = args;
		const { status, stdout, stderr } = against(revision, ...rest);
		assert.deepEqual([status, stdout], [2, ''], stderr);
		assert.match(stderr, says);
	}
});

test('what a repository configures is not run', () => {
	const witness = path.join(folder, 'ran');
	for (const key of ['core.fsmonitor', 'diff.external', 'core.pager', 'filter.x.smudge', 'diff.x.textconv']) git('config', key, `touch ${witness}`);
	putFiles(folder, { '.gitattributes': '*.yaml filter=x diff=x\n' });
	assert.equal(against('HEAD', 'k8s').status, 1);
	assert.equal(spawnSync('ls', [witness]).status, 2, 'nothing of it ran');
});
