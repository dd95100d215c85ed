import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-against.cjs');
let folder = '';

const deployment = (image: string, label = 'web', name = 'web'): string =>
	`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  selector:\n    matchLabels: {app: ${label}}\n  template:\n    metadata:\n      labels: {app: ${label}}\n    spec:\n      containers:\n      - name: app\n        image: ${image}\n`;

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
		'k8s/gone.yaml': deployment('gone:1', 'web', 'gone'),
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
	assert.match(
		stdout,
		/^overlay: pods replaced: Deployment web: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: app:1 → app:2$/m,
		'an overlay as it is built',
	);
	assert.doesNotMatch(stdout, /^(?!k8s|overlay| |$)/m, 'each line says what it is about, and nothing is said twice');
	assert.doesNotMatch(stdout, /same\.yaml/);
	assert.equal(stderr, `Compared with HEAD: 5 differ, 1 as they were. Gone, and kept by kubectl apply: ${path.join('k8s', 'gone.yaml')}.\n`);
	assert.equal(against('HEAD', 'k8s/rolled.yaml', '--quiet').status, 0);
	assert.equal(against('HEAD', 'k8s/*.yaml').status, 1);
});

interface AgainstRow {
	readonly file: string;
	readonly outcome: string;
	readonly line?: number;
	readonly changes: readonly unknown[];
	readonly refusals: readonly { readonly message: string; readonly line?: number }[];
}

test('for programs it is one array of objects, with places where somebody wrote them', () => {
	const { status, stdout } = against('HEAD', 'k8s', 'overlay', '--format', 'json', '--quiet');
	assert.equal(status, 1);
	const rows = JSON.parse(stdout) as readonly AgainstRow[];
	const of = (file: string): AgainstRow | undefined => rows.find((row) => row.file === file);
	assert.deepEqual(
		rows.map(({ file, outcome, line }) => [file, outcome, line]),
		[
			['k8s/broken.yaml', 'created', 1],
			['k8s/moved.yaml', 'refused', 1],
			['k8s/new.yaml', 'created', 1],
			['k8s/rolled.yaml', 'replaced', 1],
			['overlay', 'replaced', undefined],
		],
	);
	assert.deepEqual(of('overlay')?.changes, [{ path: 'spec.template.spec.containers[0].image', before: 'app:1', after: 'app:2', decides: true }]);
	const refusal = of('k8s/moved.yaml')?.refusals[0];
	assert.match(refusal?.message ?? '', /^spec\.selector: Invalid value: .* field is immutable$/);
	assert.equal(refusal?.line, 5);
	assert.match(against('HEAD', 'k8s', '--format', 'sarif').stderr, /--format.*text.*json.*sarif/);
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

test('what a chart renders is compared as helm upgrade does it, with each of its values', () => {
	const template = deployment('"app:{{ .Values.tag }}"').replace('name: web}', 'name: {{ .Release.Name }}}');
	const base = { 'Chart.yaml': 'apiVersion: v2\nname: base\nversion: 1.0.0\n', 'templates/_base.tpl': '{{- define "base" -}}base{{- end }}' };
	const files = (tag: number) => ({
		'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: base, version: 1.0.0, repository: ""}\n',
		'charts/web/values.yaml': `tag: ${tag}\n`,
		'charts/web/ci/fixed-values.yaml': 'tag: fixed\n',
		'charts/web/templates/web.yaml': template,
		'charts/web/.gitignore': 'charts/\n',
		'charts/same/Chart.yaml': 'apiVersion: v2\nname: same\nversion: 1.0.0\n',
		'charts/same/templates/web.yaml': deployment('same:1'),
	});
	rmSync(path.join(folder, '.gitattributes'), { force: true });
	putFiles(folder, { ...files(1), 'charts/web/templates/gone.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "{{ include "base" . }}"}\n' });
	git('add', 'charts');
	git('commit', '-qm', 'charts');
	// A dependency that was fetched is not committed.
	putFiles(folder, { ...files(2), ...Object.fromEntries(Object.entries(base).map(([name, text]) => [`charts/web/charts/base/${name}`, text])) });
	assert.deepEqual(against('HEAD', 'charts/same'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 1 as they were.\n' });
	rmSync(path.join(folder, 'charts/web/templates/gone.yaml'));
	const { status, stdout, stderr } = against('HEAD', 'charts');
	assert.equal(status, 0, stderr);
	assert.match(stdout, /^charts\/web \(values\.yaml\): 2 of 2 objects change: 1 pod is replaced and 1 object is deleted\.$/m);
	assert.match(
		stdout,
		/^charts\/web \(values\.yaml\): pods replaced: Deployment release: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: app:1 → app:2$/m,
	);
	assert.match(stdout, /^charts\/web \(values\.yaml\): deleted: ConfigMap base: The chart no longer renders it: Helm deletes it\.$/m);
	assert.match(stdout, /^charts\/web \(ci\/fixed-values\.yaml\): 1 of 2 objects changes: 1 object is deleted\.$/m, 'its values are as they were');
	assert.equal(stderr, 'Compared with HEAD: 2 differ, 1 as they were.\n', 'files of charts are not told of by themselves');

	putFiles(folder, { 'charts/web/values.yaml': 'tag: 1\n', 'prod.yaml': 'tag: prod\n' });
	assert.match(against('HEAD', 'charts/web', '--values', 'prod.yaml').stdout, /^charts\/web: 1 of 2 objects changes: 1 object is deleted\.$/m);
	assert.match(
		against('HEAD', 'charts/web', '--set', 'tag=3', '--lang', 'ko').stdout,
		/^charts\/web: 삭제: ConfigMap base: 차트에서 더는 나오지 않으므로 Helm이 지운다\.$/m,
	);
});

test('a chart that asks for values that nobody gives is as it was, until it fails otherwise', () => {
	const asking = (what: string) => ({
		'charts/asks/Chart.yaml': 'apiVersion: v2\nname: asks\nversion: 1.0.0\n',
		'charts/asks/templates/web.yaml': `{{ required "say ${what}" .Values.x }}`,
	});
	putFiles(folder, asking('x'));
	git('add', 'charts/asks');
	git('commit', '-qm', 'asks');
	putFiles(folder, { 'charts/asks/Chart.yaml': 'apiVersion: v2\nname: asks\nversion: 1.0.1\n' });
	assert.deepEqual(against('HEAD', 'charts/asks'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 1 as they were.\n' });
	putFiles(folder, asking('y'));
	assert.match(against('HEAD', 'charts/asks').stderr, /cannot be rendered: .*say y$/m);
	rmSync(path.join(folder, 'charts/asks'), { recursive: true });
	git('rm', '-rq', 'charts/asks');
	git('commit', '-qm', 'asks no more');
});

test('a chart that was not there is all created, one that is gone is named, and one that does not render is at fault', () => {
	putFiles(folder, { 'charts/new/Chart.yaml': 'apiVersion: v2\nname: new\nversion: 1.0.0\n', 'charts/new/templates/web.yaml': deployment('new:1') });
	assert.match(against('HEAD', 'charts/new').stdout, /^charts\/new: created: Deployment web: It is not there yet: it is created\.$/m);
	putFiles(folder, { 'charts/new/templates/web.yaml': '{{ fail "no" }}' });
	const { status, stderr } = against('HEAD', 'charts/new', '--quiet');
	assert.equal(status, 2);
	assert.match(stderr, /^peapod check: charts\/new: cannot be rendered: execution error at .*: no$/m);
	rmSync(path.join(folder, 'charts/same'), { recursive: true });
	assert.match(against('HEAD', 'charts').stderr, /Charts that are gone: charts\/same; a release of one stays until helm uninstall\.$/m);
	rmSync(path.join(folder, 'charts/web/charts'), { recursive: true });
	putFiles(folder, { 'charts/web/templates/web.yaml': deployment('{{ include "base" . }}') });
	assert.match(
		against('HEAD', 'charts/web').stderr,
		/charts\/web \(values\.yaml\): cannot be rendered, as charts\/ lacks base: helm dependency build fetches it\.$/m,
	);
});

test('braces in what an overlay builds silence nothing of it', () => {
	const files = (tag: number) => ({
		'braces/kustomization.yaml': 'resources: [web.yaml, job.yaml]\n',
		'braces/web.yaml': deployment(`web:${tag}`),
		'braces/job.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: app\n    image: app:{{ tag }}\n',
	});
	putFiles(folder, files(1));
	git('add', 'braces');
	git('commit', '-qm', 'braces');
	putFiles(folder, files(2));
	const { status, stdout, stderr } = against('HEAD', 'braces');
	assert.deepEqual([status, stderr], [0, 'Compared with HEAD: 1 differ, 0 as they were.\n']);
	assert.match(stdout, /^braces: pods replaced: Deployment web: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: web:1 → web:2$/m);
});

test('nor does it of what a chart renders', () => {
	const files = (tag: number) => ({
		'braced/Chart.yaml': 'apiVersion: v2\nname: braced\nversion: 1.0.0\n',
		'braced/templates/web.yaml': `${deployment(`web:${tag}`)}        args:\n        - say {{ "{{ .Name }}" }}\n`,
	});
	putFiles(folder, files(1));
	git('add', 'braced');
	git('commit', '-qm', 'braced');
	putFiles(folder, files(2));
	const { status, stdout, stderr } = against('HEAD', 'braced');
	assert.deepEqual([status, stderr], [0, 'Compared with HEAD: 1 differ, 0 as they were.\n']);
	assert.match(stdout, /^braced: pods replaced: Deployment web: .*\n {2}spec\.template\.spec\.containers\[0\]\.image: web:1 → web:2$/m);
});

test('folders that a pattern names are compared as if they were named', () => {
	putFiles(folder, { 'apps/web/web.yaml': deployment('web:1'), 'apps/api/api.yaml': deployment('api:1'), 'apps/one.yaml': deployment('one:1') });
	git('add', 'apps');
	git('commit', '-qm', 'apps');
	putFiles(folder, { 'apps/web/web.yaml': deployment('web:2') });
	assert.equal(against('HEAD', 'apps/{web,api}').stderr, 'Compared with HEAD: 1 differ, 1 as they were.\n');
	const { status, stdout, stderr } = against('HEAD', 'apps/*');
	assert.deepEqual([status, stderr], [0, 'Compared with HEAD: 1 differ, 2 as they were.\n']);
	assert.match(stdout, /^apps\/web\/web\.yaml:1:1: pods replaced: /m);
	assert.deepEqual(against('HEAD', 'apps/x*'), { status: 2, stdout: '', stderr: 'peapod check: nothing matches apps/x*.\n' });
});

test('each file of a pattern is compared with the repository that it lies in', () => {
	const other = path.join(folder, 'many/other');
	putFiles(folder, { 'many/one.yaml': deployment('one:1'), 'many/other/two.yaml': deployment('two:1') });
	const own = ['-C', other, '-c', 'user.name=a', '-c', 'user.email=a@b.c'];
	for (const args of [
		['init', '-q', other],
		[...own, 'add', '.'],
		[...own, 'commit', '-qm', 'two'],
		['add', 'many/one.yaml'],
		['commit', '-qm', 'one'],
	])
		git(...args);
	putFiles(folder, { 'many/other/two.yaml': deployment('two:2') });
	const { status, stdout, stderr } = against('HEAD', 'many/**/*.yaml');
	assert.deepEqual([status, stderr], [0, 'Compared with HEAD: 1 differ, 1 as they were.\n']);
	assert.match(stdout, /^many\/other\/two\.yaml:1:1: pods replaced: /m);
	rmSync(path.join(folder, 'many'), { recursive: true });
});

test('what is ignored is not compared: files, overlays, charts and what is gone', () => {
	const files = (tag: number) => ({
		'all/file.yaml': deployment(`file:${tag}`),
		'all/overlay/kustomization.yaml': `resources: [web.yaml]\nnamePrefix: a${tag}-\n`,
		'all/overlay/web.yaml': deployment('app:0'),
		'all/chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
		'all/chart/templates/web.yaml': deployment(`app:${tag}`),
	});
	putFiles(folder, { ...files(1), 'all/gone.yaml': deployment('gone:1', 'web', 'gone'), 'all/old/gone.yaml': deployment('gone:1', 'web', 'old') });
	git('add', 'all');
	git('commit', '-qm', 'all');
	putFiles(folder, files(2));
	for (const gone of ['all/gone.yaml', 'all/old']) rmSync(path.join(folder, gone), { recursive: true });
	const said = (...args: readonly string[]): string => against('HEAD', 'all', ...args).stderr;
	assert.equal(said(), 'Compared with HEAD: 3 differ, 0 as they were. Gone, and kept by kubectl apply: all/gone.yaml, all/old/gone.yaml.\n');
	const gone = ' Gone, and kept by kubectl apply: all/old/gone.yaml.';
	assert.equal(said('--ignore', 'all/overlay', '--ignore', 'all/gone.yaml'), `Compared with HEAD: 2 differ, 0 as they were.${gone}\n`);
	assert.equal(said('--ignore', 'all/chart/**', '--ignore', '*.yaml'), 'Compared with HEAD: 0 differ, 0 as they were.\n');
	putFiles(folder, { 'all/.peapodignore': 'chart/\ngone.yaml\n' });
	assert.equal(said(), 'Compared with HEAD: 2 differ, 0 as they were.\n');
	rmSync(path.join(folder, 'all/.peapodignore'));
});

test('a chart that cannot be read is told with the reason', { skip: process.platform === 'win32' && 'who may make a link there differs' }, () => {
	symlinkSync('loop', path.join(folder, 'all/chart/templates/loop'));
	const { status, stderr } = against('HEAD', 'all/chart', '--quiet');
	assert.equal(status, 2);
	assert.match(stderr, /^peapod check: all\/chart: cannot be rendered: error evaluating symlink \S+loop: EvalSymlinks: too many links$/m);
	rmSync(path.join(folder, 'all/chart/templates/loop'));
});

test('an object that is in another file now is compared with what it was, and is neither created nor gone', () => {
	const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {a: "1"}\n';
	putFiles(folder, {
		'moved/renamed.yaml': deployment('web:1'),
		'moved/same/both.yaml': `${deployment('one:1', 'web', 'one')}---\n${config}`,
		'moved/many.yaml': `${deployment('two:1', 'web', 'two')}---\n${deployment('three:1', 'web', 'three')}`,
		'moved/out.yaml': deployment('out:1', 'web', 'out'),
	});
	git('add', 'moved');
	git('commit', '-qm', 'moved');
	git('mv', 'moved/renamed.yaml', 'moved/site.yaml');
	git('mv', 'moved/same', 'moved/other');
	git('mv', 'moved/out.yaml', 'moved/in.yaml');
	assert.deepEqual(against('HEAD', 'moved'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 4 as they were.\n' });

	putFiles(folder, {
		'moved/site.yaml': deployment('web:1', 'site'),
		'moved/many.yaml': deployment('two:1', 'web', 'two'),
		'moved/three.yaml': deployment('three:1', 'other', 'three'),
		'moved/other/both.yaml': `${deployment('one:1', 'web', 'one')}---\n${config.replace('"1"', '"2"')}`,
	});
	rmSync(path.join(folder, 'moved/in.yaml'));
	const { status, stdout, stderr } = against('HEAD', 'moved');
	assert.equal(status, 1);
	assert.match(stdout, /^moved\/site\.yaml:1:1: refused: Deployment web: .*\n.*field is immutable$/m);
	assert.match(stdout, /^moved\/three\.yaml:1:1: refused: Deployment three: .*\n.*field is immutable$/m);
	assert.match(stdout, /^moved\/other\/both\.yaml:15:1: changed in place: ConfigMap settings: /m);
	assert.doesNotMatch(stdout, /: created:|no longer/);
	assert.equal(stderr, 'Compared with HEAD: 3 differ, 1 as they were. Gone, and kept by kubectl apply: moved/out.yaml.\n');
	git('add', '-A', 'moved');
	git('commit', '-qm', 'moved on');
});

test('objects of one name in several places are compared where they were, and those that moved with the place most like theirs', () => {
	const overlay = (cluster: string, image: string) => ({
		[`${cluster}/kustomization.yaml`]: 'resources: [web.yaml]\n',
		[`${cluster}/web.yaml`]: deployment(image),
	});
	putFiles(folder, { ...overlay('clusters/dev', 'dev:1'), ...overlay('clusters/prod', 'prod:1') });
	git('add', 'clusters');
	git('commit', '-qm', 'clusters');
	git('mv', 'clusters', 'envs');
	putFiles(folder, { ...overlay('envs/dev', 'dev:2'), ...overlay('envs/a', 'a:1') });
	rmSync(path.join(folder, 'envs/dev/kustomization.yaml'));
	const { status, stdout, stderr } = against('HEAD', 'clusters', 'envs');
	assert.deepEqual([status, stderr], [0, 'Compared with HEAD: 2 differ, 1 as they were.\n']);
	const only = against('HEAD', 'clusters/prod/kustomization.yaml', 'envs/prod/kustomization.yaml');
	assert.equal(only.stderr, 'Compared with HEAD: 0 differ, 1 as they were.\n', 'a kustomization stands for what is built of it');
	assert.match(stdout, /^envs\/a: created: Deployment web: /m);
	assert.match(stdout, /^envs\/dev\/web\.yaml:1:1: pods replaced: .*\n.*image: dev:1 → dev:2$/m, 'what an overlay built before is a file of its own now');
	git('add', '-A', 'envs');
	git('commit', '-qm', 'envs');
});

test('a chart in another folder is the same chart', () => {
	const chart = (image: string) => ({ 'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n', 'templates/web.yaml': deployment(image) });
	const files = (place: string, image: string) => Object.fromEntries(Object.entries(chart(image)).map(([name, text]) => [`${place}/${name}`, text]));
	putFiles(folder, files('shop/old', 'web:1'));
	git('add', 'shop');
	git('commit', '-qm', 'shop');
	git('mv', 'shop/old', 'shop/new');
	assert.deepEqual(against('HEAD', 'shop'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 1 as they were.\n' });
	putFiles(folder, files('shop/new', 'web:2'));
	assert.match(against('HEAD', 'shop').stdout, /^shop\/new: pods replaced: Deployment web: .*\n.*image: web:1 → web:2$/m);
	assert.match(against('HEAD', 'shop/new/templates/web.yaml').stdout, /^shop\/new: pods replaced: /m, 'a file of a chart is compared as it is rendered');
	rmSync(path.join(folder, 'shop'), { recursive: true });
	git('add', '-A', 'shop');
	git('commit', '-qm', 'no shop');
});

test('what is named and is there no more is gone; what never was cannot be read', () => {
	putFiles(folder, { 'left/a.yaml': deployment('a:1', 'web', 'a'), 'left/b/b.yaml': deployment('b:1', 'web', 'b') });
	git('add', 'left');
	git('commit', '-qm', 'left');
	rmSync(path.join(folder, 'left'), { recursive: true });
	const gone = 'Compared with HEAD: 0 differ, 0 as they were. Gone, and kept by kubectl apply:';
	assert.deepEqual(against('HEAD', 'left'), { status: 0, stdout: '', stderr: `${gone} left/a.yaml, left/b/b.yaml.\n` });
	assert.deepEqual(against('HEAD', 'left/b/b.yaml'), { status: 0, stdout: '', stderr: `${gone} left/b/b.yaml.\n` });
	assert.equal(against('HEAD', 'left/c.yaml').status, 2);
});

test('a submodule is compared with the commit of it that was there then, and left out where that is not known', () => {
	const inner = path.join(folder, 'inner');
	const other = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(inner, { 'web.yaml': deployment('web:1'), 'overlay/kustomization.yaml': 'resources: [job.yaml]\n', 'overlay/job.yaml': deployment('job:1') });
	const own = ['-C', inner, '-c', 'user.name=a', '-c', 'user.email=a@b.c'];
	for (const args of [
		['init', '-q', inner],
		[...own, 'add', '.'],
		[...own, 'commit', '-qm', 'inner'],
		['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'outer/vendor'],
		['commit', '-qm', 'outer'],
	])
		git(...args);
	assert.deepEqual(against('HEAD', 'outer'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 2 as they were.\n' });
	putFiles(folder, { 'outer/vendor/new.yaml': deployment('new:1', 'web', 'new') });
	assert.match(against('HEAD', 'outer').stdout, /^outer\/vendor\/new\.yaml:1:1: created: /m);
	git('update-index', '--cacheinfo', `160000,${'1'.repeat(40)},outer/vendor`);
	git('commit', '-qm', 'unknown');
	assert.deepEqual(against('HEAD', 'outer'), { status: 0, stdout: '', stderr: 'Compared with HEAD: 0 differ, 0 as they were.\n' });
	for (const place of [other, inner]) rmSync(place, { recursive: true });
});

test('in a shallow clone it is said how the commit gets there', () => {
	const shallow = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	git('clone', '-q', '--depth', '1', `file://${folder}`, path.join(shallow, 'clone'));
	const { status, stderr } = against('HEAD~1', path.join(shallow, 'clone'));
	assert.equal(status, 2);
	assert.match(stderr, /there is no commit HEAD~1 in this shallow clone: .*fetch-depth: 0/);
	rmSync(shallow, { recursive: true });
});

test('manifests in JSON are compared as those in YAML are, and those that are gone named; other JSON is not', () => {
	const pod = (image: string): string =>
		JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image }] } });
	putFiles(folder, { 'json/a.json': pod('a:1'), 'json/gone.json': pod('a:1'), 'json/other.json': '{"a": 1}', 'json/gone-too.json': '{"a": 1}' });
	git('add', 'json');
	git('commit', '-qm', 'json');
	putFiles(folder, { 'json/a.json': pod('a:2'), 'json/other.json': '{"a": 2}' });
	for (const name of ['gone', 'gone-too']) rmSync(path.join(folder, `json/${name}.json`));
	const { stdout, stderr } = against('HEAD', 'json');
	assert.match(stdout, /^json\/a\.json:1:2: .*a:1 → a:2$/ms);
	assert.equal(stderr, 'Compared with HEAD: 1 differ, 0 as they were. Gone, and kept by kubectl apply: json/gone.json.\n');
});

test('what lies in a folder that may not be read is not gone: the folder is named', {
	skip: process.platform === 'win32' && 'who may read there is said otherwise',
}, () => {
	putFiles(folder, { 'part/pod.yaml': deployment('part:1'), 'part/locked/web.yaml': deployment('locked:1') });
	git('add', 'part');
	git('commit', '-qm', 'part');
	const locked = path.join(folder, 'part/locked');
	copyFileSync(CLI, path.join(folder, 'cli.cjs'));
	chmodSync(folder, 0o755);
	chmodSync(locked, 0);
	// Whoever may read everything is somebody else here, to whom git shows what is not theirs.
	const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	const env = { ...process.env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.cjs', 'check', '--against', 'HEAD', 'part'], {
		cwd: folder,
		encoding: 'utf8',
		env,
		...nobody,
	});
	chmodSync(locked, 0o755);
	assert.deepEqual([status, stdout, stderr], [2, '', 'peapod check: part/locked: cannot be read.\nCompared with HEAD: 1 differ, 1 as they were.\n']);
});
