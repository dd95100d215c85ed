import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { bundled, putFiles } from './bundled';
import { type Element, elementsOf, JUNIT } from './junit';

const CLI = path.resolve('out/cli-test/cli-of-tests.cjs');
let folder = '';
before(async () => {
	await bundled(CLI);
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	write('web.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: "nginx:1.27" }] }\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
	putFiles(folder, { [name]: text });
}

function run(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'test', ...args], { input, encoding: 'utf8', cwd: folder });
	return { status, stdout, stderr };
}

const HOLDS = 'expect:\n- the: pod\n  becomes: ready\n';
const FAILS = 'expect:\n- the: pod\n  becomes: ready\n  within: 1ms\n  because: a <fast> "start" & more\n- container: app\n  never: restarted\n';
const AT_FAULT = 'expect:\n- the: pod\n  becomes: redy\n- the: pod\n  becomes: ready\n';

test('0 if all holds, 1 if something does not, 2 if something is at fault', () => {
	write('code/web.yaml', readFileSync(path.join(folder, 'web.yaml'), 'utf8'));
	write('code/web.scenario.yaml', HOLDS);
	write('code/other.yaml', 'until: 1m\n');
	write('code/web.silent.scenario.yaml', 'until: 1m\n');
	const fine = run(['code']);
	assert.deepEqual([fine.status, fine.stderr], [0, '']);
	assert.match(fine.stdout, /^✓ code\/web\.scenario\.yaml {2}1 holds\n\n1 scenario: 1 holds \(/);
	write('code/web.slow.scenario.yaml', FAILS);
	const { status, stdout } = run(['code', '--lang', 'ko']);
	assert.equal(status, 1);
	assert.match(stdout, /✗ 파드가 0\.01초 안에 ready가 된다\n {4}code\/web\.slow\.scenario\.yaml:3:12\n {4}실제 {6}/);
	assert.match(stdout, /시나리오 2개: 맞음 2개, 어긋남 1개/);
	write('code/web.bad.scenario.yaml', AT_FAULT);
	const bad = run(['code/web.bad.scenario.yaml']);
	assert.equal(bad.status, 2);
	assert.match(bad.stdout, /web\.bad\.scenario\.yaml:3:12: error: redy is nothing[^\n]*Did you mean ready\? \[expect\/unknown-fact\]/);
	assert.match(bad.stdout, /1 holds, 1 is at fault/);
});

test('2 where there is nothing to test, and it says why', () => {
	write('none/readme.txt', '');
	write('none/alone.scenario.yaml', HOLDS);
	write('none/broken.scenario.yaml', 'expect: [\n');
	write('none/world.scenario.yaml', `world: 3\n${HOLDS}`);
	write('none/world.yaml', 'apiVersion: v1\nkind: Service\n');
	for (const [args, says] of [
		[['none/readme.txt'], /There is no expect: in it/],
		[['nowhere'], /cannot read nowhere/],
		[['none/alone.scenario.yaml'], /There is no manifest to play it on: alone\.yaml\. \[expect\/no-manifest\]/],
		[['none/broken.scenario.yaml'], /\[yaml\/syntax\]/],
		[['none/world.scenario.yaml'], /world has to be a map/],
		[['none', '--format', 'html'], /--format takes text, json, junit, tap or github, not "html"/],
		[['none', '--kubernetes', '1.36,1.20'], /1\.32 to 1\.37, not "1\.20"/],
		[['-', '--watch'], /Standard input cannot be watched/],
	] as const) {
		const { status, stdout, stderr } = run(args);
		assert.equal(status, 2, args.join(' '));
		assert.match(stdout + stderr, says);
	}
	rmSync(path.join(folder, 'none'), { recursive: true });
	mkdirSync(path.join(folder, 'none'));
	assert.match(run(['none']).stderr, /nothing is tested/);
});

test('a scenario on standard input brings its manifest, and versions are run one by one', () => {
	const manifest = readFileSync(path.join(folder, 'web.yaml'), 'utf8').replaceAll(/^/gm, '  ');
	const { status, stdout } = run(['-', '--kubernetes', '1.32,1.37', '--format', 'json'], `manifest: |\n${manifest}\n${HOLDS}`);
	const files = JSON.parse(stdout) as { file: string; kubernetes: string; results: { verdict: string; line: number; t: number }[] }[];
	assert.equal(status, 0);
	assert.deepEqual(
		files.map(({ file, kubernetes, results }) => [file, kubernetes, results.map(({ verdict }) => verdict)]),
		[
			['-', '1.32', ['holds']],
			['-', '1.37', ['holds']],
		],
	);
});

test('JUnit is as its schema has it, whatever stands in it', () => {
	write('junit/web.yaml', readFileSync(path.join(folder, 'web.yaml'), 'utf8'));
	write('junit/web.a.scenario.yaml', FAILS);
	write('junit/web.b.scenario.yaml', AT_FAULT);
	write('junit/web.c.scenario.yaml', 'expect:\n- the: pod\n  becomes: ready\n  name: "\\u0007 ]]> 😀 <b>"\n');
	write('junit/d.scenario.yaml', HOLDS);
	const root = elementsOf(run(['junit', '--format', 'junit', '--lang', 'both']).stdout);
	const check = (element: Element): void => {
		const { children, attributes, required } = JUNIT[element.name] ?? assert.fail(`no element ${element.name}`);
		assert.deepEqual(
			Object.keys(element.attributes).filter((name) => !attributes.includes(name)),
			[],
			element.name,
		);
		assert.deepEqual(
			required.filter((name) => !(name in element.attributes)),
			[],
			element.name,
		);
		for (const child of element.children) {
			assert.ok(children.includes(child.name), `${child.name} in ${element.name}`);
			check(child);
		}
	};
	check(root);
	const { tests, failures, errors } = root.attributes;
	assert.deepEqual([root.name, tests, failures, errors], ['testsuites', '6', '1', '2']);
	const cases = root.children.flatMap(({ children }) => children);
	assert.equal(cases.length, 6);
	assert.deepEqual(cases.flatMap(({ children }) => children.map(({ name }) => name)).sort(), ['error', 'error', 'failure']);
	assert.ok(cases.some(({ attributes: { name } }) => name === '\ufffd ]]> 😀 <b>'));
	assert.ok(cases.some(({ children: [failure] }) => failure?.text.includes('a <fast> "start" & more')));
});

test('TAP counts its lines, and says what was wrong in YAML', () => {
	write('tap/web.yaml', readFileSync(path.join(folder, 'web.yaml'), 'utf8'));
	write('tap/web.scenario.yaml', FAILS);
	const { stdout } = run(['tap', '--format', 'tap']);
	assert.match(stdout, /^TAP version 14\n1\.\.2\nnot ok 1 - tap\/web\.scenario\.yaml: the pod becomes ready within 0\.01 s\n {2}---\n/);
	assert.match(stdout, /\nok 2 - /);
	const block = parse(/ {2}---\n([\s\S]*?) {2}\.\.\./.exec(stdout)?.[1] ?? '') as { message: string; at: string };
	assert.match(block.message, /a <fast> "start" & more$/);
	assert.equal(block.at, 'tap/web.scenario.yaml:3:12');
});

test('GitHub is told in workflow commands, a line each', () => {
	write('gh/a,b/web.yaml', readFileSync(path.join(folder, 'web.yaml'), 'utf8'));
	write('gh/a,b/web.scenario.yaml', FAILS);
	const lines = run(['gh', '--format', 'github']).stdout.split('\n');
	assert.match(lines[0] ?? '', /^::error file=gh\/a%2Cb\/web\.scenario\.yaml,line=3,col=12,title=the pod becomes ready within 0\.01 s::at [^\n]*%0A/);
	assert.match(lines[1] ?? '', /^1 scenario: 1 holds, 1 fails/);
});

test('--watch runs again when a file changes', async () => {
	write('watched/web.yaml', readFileSync(path.join(folder, 'web.yaml'), 'utf8'));
	write('watched/web.scenario.yaml', HOLDS);
	const child = spawn(process.execPath, [CLI, 'test', 'watched', '--watch'], { cwd: folder });
	try {
		let out = '';
		const until = (wanted: RegExp) =>
			new Promise<void>((done) => {
				const look = (chunk: Buffer | string) => {
					out += String(chunk);
					if (wanted.test(out)) done();
				};
				child.stdout.on('data', look);
				child.stderr.on('data', look);
				look('');
			});
		await until(/Watching for changes/);
		write('watched/web.scenario.yaml', FAILS);
		await until(/1 holds, 1 fails/);
		child.kill('SIGINT');
		const code = await new Promise((done) => child.on('exit', done));
		assert.equal(code, 1);
	} finally {
		child.kill('SIGKILL');
	}
});

test('the examples hold in every version', () => {
	cpSync('examples', path.join(folder, 'examples'), { recursive: true });
	const { status, stdout } = run(['examples', '--kubernetes', '1.32,1.33,1.34,1.35,1.36,1.37']);
	assert.equal(status, 0, stdout);
});
