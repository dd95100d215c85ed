import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import Ajv from 'ajv-draft-04';
import { bundled, putFiles } from './bundled';
import { type Element, elementsOf, JUNIT } from './junit';

const CLI = path.resolve('out/cli-test/cli-formats.cjs');
let folder = '';

const pod = (container: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n${container}`;
const REFUSED = pod('  - name: app\n    image: app:1\n    imagePullPolicy: "a,b:\\n100%<&\\u0001"\n  - name: app\n');
const FILES: Readonly<Record<string, string>> = {
	'a,b:50%.yaml': REFUSED,
	'sound.yaml': pod('  - name: app\n    image: app:1\n'),
	'service.yaml': 'apiVersion: v1\nkind: Service\n',
	'template.yaml': 'a: {{ .Values.b }}\n',
	'bytes.yaml': 'a: \0\n',
	'dup.yaml': pod('  - name: app\n    image: app:1\n    ports:\n    - {}\n    - {}\n'),
	'overlay/kustomization.yaml': 'resources: [web.yaml]\n',
	'overlay/web.yaml': pod('  - name: app\n'),
	'new.yaml': pod('  - name: app\n    image: app:1\n    livenessProbe: {exec: {command: [a]}}\n  hostnameOverride: b\n'),
};

before(async () => {
	await bundled(CLI);
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	putFiles(folder, FILES);
});
after(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
	putFiles(folder, { [name]: text });
}

function check(...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], { encoding: 'utf8', cwd: folder, maxBuffer: 1e8 });
	return { status, stdout, stderr };
}

interface Row {
	readonly file: string;
	readonly line: number;
	readonly severity: string;
	readonly code: string;
	readonly message: string;
}
const rows = (...args: readonly string[]): readonly Row[] => JSON.parse(check(...args, '--format', 'json').stdout) as Row[];

interface Rule {
	readonly id: string;
	readonly shortDescription: { readonly text: string };
	readonly fullDescription: { readonly text: string };
	readonly help: { readonly text: string; readonly markdown: string };
	readonly defaultConfiguration: { readonly level: string };
}

interface Sarif {
	readonly $schema: string;
	readonly version: string;
	readonly runs: readonly {
		readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly Rule[] } };
		readonly invocations: readonly {
			readonly executionSuccessful: boolean;
			readonly toolExecutionNotifications?: readonly { readonly level: string; readonly message: { readonly text: string } }[];
		}[];
		readonly columnKind: string;
		readonly results: readonly {
			readonly ruleId: string;
			readonly ruleIndex: number;
			readonly level: string;
			readonly message: { readonly text: string };
			readonly locations: readonly {
				readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Readonly<Record<string, number>> };
			}[];
			readonly partialFingerprints: Readonly<Record<string, string>>;
		}[];
	}[];
}

test('sarif: as the schema of SARIF 2.1.0 has it, whatever is found', () => {
	const schema = JSON.parse(
		readFileSync(createRequire(path.resolve('package.json')).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
	) as object;
	// Formats (uri, date-time) are looked at below; the rest is checked.
	const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
	const isValid = (text: string): boolean => validate(JSON.parse(text));
	for (const args of [
		['.'],
		['.', '--lang', 'ko'],
		['.', '--lang', 'both'],
		['sound.yaml'],
		['nowhere.yaml'],
		['new.yaml', '--kubernetes', '1.33,1.37'],
		[folder],
	]) {
		const { stdout } = check(...args, '--format', 'sarif');
		assert.ok(isValid(stdout), `${args.join(' ')}: ${JSON.stringify(validate.errors)}`);
	}
	const { stdout } = check('.', '--format', 'sarif');
	for (const [right, wrong] of [
		['"level": "error"', '"level": "fatal"'],
		['"startLine": 8', '"startLine": 0'],
		['"columnKind"', '"columnKinds"'],
	] as const) {
		assert.ok(stdout.includes(right), right);
		assert.ok(!isValid(stdout.replace(right, wrong)), `${wrong} is seen`);
	}
});

test('sarif: a rule for each result, places that exist', () => {
	const { status, stdout } = check('.', '--format', 'sarif');
	assert.equal(status, 1);
	const log = JSON.parse(stdout) as Sarif;
	assert.equal(log.version, '2.1.0');
	const [run, ...others] = log.runs;
	assert.ok(run && others.length === 0);
	assert.equal(run.tool.driver.name, 'Peapod');
	assert.equal(run.tool.driver.version, (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
	assert.equal(new Set(run.tool.driver.rules.map(({ id }) => id)).size, run.tool.driver.rules.length);
	assert.deepEqual(
		run.results.map(({ ruleId }) => ruleId),
		rows('.').map(({ code }) => code),
	);
	for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
		assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
		assert.ok(['error', 'warning', 'note', 'none'].includes(level));
		assert.ok(message.text);
		for (const { physicalLocation } of locations) {
			const { uri } = physicalLocation.artifactLocation;
			assert.match(uri, /^(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/)+$/);
			assert.ok(decodeURIComponent(uri) in FILES, uri);
			const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation.region;
			assert.ok(startLine >= 1 && startColumn >= 1 && endLine >= startLine && (endLine > startLine || endColumn >= startColumn));
		}
	}
	assert.ok(run.results.some(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri === 'overlay/web.yaml'));
});

test('sarif: each rule says what it is about, in the language asked for, and a run what it could not read', () => {
	for (const [language, words] of [
		['en', /[a-z]/],
		['ko', /[가-힣]/],
		['both', /[가-힣].*[a-z]/s],
	] as const) {
		const [run] = (JSON.parse(check('.', '--format', 'sarif', '--lang', language).stdout) as Sarif).runs;
		assert.deepEqual(run?.invocations, [{ executionSuccessful: true }]);
		for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of run.tool.driver.rules) {
			for (const text of [shortDescription.text, fullDescription.text, help.text, help.markdown]) assert.match(text, words, id);
			assert.ok(fullDescription.text.length >= shortDescription.text.length || language === 'both', id);
			const own = run.results.filter(({ ruleId }) => ruleId === id);
			assert.ok(own.some(({ level }) => level === defaultConfiguration.level));
		}
	}
	const [failed] = (JSON.parse(check('nowhere.yaml', 'sound.yaml', '--format', 'sarif').stdout) as Sarif).runs;
	const [invocation] = failed?.invocations ?? [];
	assert.equal(invocation?.executionSuccessful, false);
	assert.deepEqual(
		invocation.toolExecutionNotifications?.map(({ level, message }) => [level, message.text]),
		[['error', 'cannot read nowhere.yaml.']],
	);
});

test('github: a command a finding, which nothing in it ends early', () => {
	const lines = check('.', '--format', 'github').stdout.trimEnd().split('\n');
	assert.equal(lines.length, rows('.').length);
	for (const line of lines) assert.match(line, /^::(?:error|warning|notice) file=[^:,]+,line=\d+,(?:col=\d+,endColumn|endLine)=\d+,title=[^:,]+::./);
	const [policy = ''] = lines.filter((line) => line.includes('title=container/pull-policy'));
	assert.match(policy, /^::error file=a%2Cb%3A50%25\.yaml,line=8,/);
	assert.match(policy, /::spec\.containers\[0\]\.imagePullPolicy: .*100%25.*%0A/);
});

interface Quality {
	readonly description: string;
	readonly check_name: string;
	readonly fingerprint: string;
	readonly severity: string;
	readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}
const quality = (...args: readonly string[]): readonly Quality[] => JSON.parse(check(...args, '--format', 'gitlab').stdout) as Quality[];

test('gitlab: all fields of a code quality report, and fingerprints that neither lines nor languages change', () => {
	const all = quality('.');
	assert.equal(all.length, rows('.').length);
	for (const { description, check_name, severity, location } of all) {
		assert.ok(description && check_name && location.path in FILES && location.lines.begin >= 1);
		assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
	}
	const marks = (found: readonly Quality[]): readonly string[] => found.map(({ fingerprint }) => fingerprint);
	assert.equal(new Set(marks(all)).size, all.length, 'each its own');
	assert.deepEqual(marks(quality('.', '--lang', 'ko')), marks(all));
	assert.deepEqual(marks(quality(folder)), marks(all), 'however the folder is named');
	const before = quality('dup.yaml');
	put('dup.yaml', `# one line more\n${FILES['dup.yaml']}`);
	const moved = quality('dup.yaml');
	put('dup.yaml', FILES['dup.yaml'] ?? '');
	assert.deepEqual(marks(moved), marks(before));
	assert.notDeepEqual(
		moved.map(({ location }) => location.lines.begin),
		before.map(({ location }) => location.lines.begin),
	);
});

test('junit: well-formed, counts that are right, refused is failed and what is not judged skipped', () => {
	const xml = check('.', 'nowhere.yaml', '--format', 'junit');
	assert.equal(xml.status, 2);
	const root = elementsOf(xml.stdout);
	allowed(root);
	const suites = root.children;
	const inside = (element: Element, name: string): number => element.children.reduce((sum, one) => sum + inside(one, name), element.name === name ? 1 : 0);
	for (const one of [root, ...suites]) {
		assert.equal(Number(one.attributes['tests']), inside(one, 'testcase'));
		assert.equal(Number(one.attributes['failures']), inside(one, 'failure'));
		assert.equal(Number(one.attributes['errors']), inside(one, 'error'));
	}
	assert.equal(inside(root, 'failure'), rows('.').filter(({ severity }) => severity === 'error').length);
	const suite = (name: string): Element | undefined => suites.find(({ attributes }) => attributes['name'] === name);
	assert.deepEqual(suite('sound.yaml')?.children[0]?.children, []);
	assert.deepEqual(
		['template.yaml', 'bytes.yaml'].map((name) => suite(name)?.attributes['skipped']),
		['1', '1'],
	);
	assert.equal(suite('nowhere.yaml')?.attributes['errors'], '1');
	assert.equal(suite('service.yaml'), undefined, 'nothing of ours is in it');
	const names = (found: Element | undefined) => found?.children.map(({ attributes }) => attributes['name']);
	const before = names(suite('dup.yaml'));
	assert.deepEqual(
		before,
		[0, 1].map((port) => `port/container-port-required spec.containers[0].ports[${port}].containerPort`),
	);
	put('dup.yaml', `# one line more\n${FILES['dup.yaml']}`);
	assert.deepEqual(names(elementsOf(check('dup.yaml', '--format', 'junit').stdout).children[0]), before, 'a case keeps its name while lines move');
	put('dup.yaml', FILES['dup.yaml'] ?? '');
});

function allowed({ name, attributes, children }: Element): void {
	const may = JUNIT[name];
	assert.ok(may, name);
	for (const key of Object.keys(attributes)) assert.ok(may.attributes.includes(key), `${name} ${key}`);
	for (const key of may.required) assert.ok(key in attributes, `${name} needs ${key}`);
	for (const child of children) {
		assert.ok(may.children.includes(child.name), `${name} > ${child.name}`);
		allowed(child);
	}
}

test('formats take files as they take folders', () => {
	const files = ['a,b:50%.yaml', 'dup.yaml', 'new.yaml', 'sound.yaml'];
	for (const format of ['text', 'sarif', 'github', 'gitlab']) {
		const one = check(...files, '--format', format);
		assert.equal(one.status, 1, one.stderr);
		const inFolder = check('.', '--ignore', 'overlay/**', '--format', format);
		assert.equal(one.stdout, inFolder.stdout, format);
	}
});

test('a folder is summed up on standard error: judged, refused, warned, silent and why', () => {
	assert.equal(check('.').stderr, '5 files judged: 3 refused, 0 with warnings; 3 not judged: 1 without pods, 1 with Go templates, 1 not text.\n');
	assert.match(
		check('.', '--lang', 'ko').stderr,
		/^파일 5개를 판정했다\. 거부 3개, 경고 0개\. 판정하지 않은 파일 3개\(파드 없음 1개, Go 템플릿 1개, 텍스트 아님 1개\)\.\n$/,
	);
	assert.match(check('.', '--ignore', 'template.yaml').stderr, /1 ignored/);
	assert.equal(check('.', '--quiet').stderr, '');
	assert.match(check('nowhere.yaml', '--quiet').stderr, /cannot read nowhere\.yaml/);
});

test('--severity leaves out what is less bad, and the exit code as it is', () => {
	const advised = pod('  - name: app\n    image: app:1\n    resources: {limits: {memory: 100m}}\n');
	put('severity/a.yaml', advised);
	put('severity/b.yaml', REFUSED);
	const all = rows('severity');
	const ranks = ['error', 'warning', 'information', 'hint'];
	assert.ok(new Set(all.map(({ severity }) => severity)).size > 1);
	for (const [rank, severity] of ranks.entries()) {
		assert.deepEqual(
			rows('severity', '--severity', severity),
			all.filter((row) => ranks.indexOf(row.severity) <= rank),
		);
	}
	assert.equal(check('severity', '--severity', 'error').status, 1);
	rmSync(path.join(folder, 'severity'), { recursive: true });
	for (const [args, says] of [
		[['.', '--severity', 'bad'], /--severity takes error, warning, information or hint, not "bad"/],
		[['.', '--format', 'xml'], /--format takes text, json, sarif, github, gitlab or junit, not "xml"/],
		[['.', '--format', 'toString', '--lang', 'ko'], /--format에는 text, json, .* 가운데 하나를 적는다/],
		[['.', '--kubernetes', '1.36,1.20'], /1\.32 to 1\.37, not "1\.20"/],
		[['--old', 'a.yaml', 'b.yaml', '--kubernetes', '1.36,1.37'], /--old takes one version/],
	] as const) {
		const { status, stderr } = check(...args);
		assert.equal(status, 2);
		assert.match(stderr, says);
	}
});

test('several versions: what all find is told once, what some find with their names', () => {
	for (const name of ['new.yaml', '.']) {
		const both = rows(name, '--kubernetes', '1.33,1.37');
		const [old, now] = [rows(name, '--kubernetes', '1.33'), rows(name, '--kubernetes', '1.37')];
		const words = (all: readonly Row[]): readonly string[] => all.map(({ file, line, message }) => `${file}:${line} ${message}`);
		const only = words(old).filter((one) => !words(now).includes(one));
		assert.ok(only.length > 0, 'hostnameOverride came with 1.34');
		const told = words(both);
		assert.ok(only.every((one) => told.includes(one.replace(/ /, ' in Kubernetes 1.33: '))));
		assert.ok(words(now).every((one) => told.includes(one) || told.includes(one.replace(/ /, ' in Kubernetes 1.37: '))));
		assert.ok(!told.some((one) => only.includes(one)));
	}
});

test('ignore files above a folder count up to the repository, unless they leave out what was named', () => {
	put('.gitignore', 'k8s/\n');
	put('repo/.git/HEAD', '');
	put('repo/.gitignore', '*.gen.yaml\nbuild/\n');
	for (const name of ['k8s/a.yaml', 'k8s/b.gen.yaml', 'k8s/build/c.yaml', 'build/d.yaml']) put(`repo/${name}`, REFUSED);
	const files = (...names: readonly string[]): readonly string[] => [...new Set(rows(...names).map(({ file }) => file))];
	assert.deepEqual(files('repo/k8s'), ['repo/k8s/a.yaml']);
	assert.deepEqual(files('repo'), ['repo/k8s/a.yaml']);
	assert.deepEqual(files('repo/build'), ['repo/build/d.yaml']);
	assert.deepEqual(files('repo/k8s/b.gen.yaml'), ['repo/k8s/b.gen.yaml'], 'a file that is named is meant');
	rmSync(path.join(folder, 'repo'), { recursive: true });
	rmSync(path.join(folder, '.gitignore'));
});

test('--version', () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
	const { status, stdout } = spawnSync(process.execPath, [CLI, '--version'], { encoding: 'utf8', cwd: folder });
	assert.deepEqual([status, stdout], [0, `${version}\n`]);
});
