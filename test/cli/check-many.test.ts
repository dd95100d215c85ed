import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { bundled, putFiles } from './bundled';

const CLI = path.resolve('out/cli-test/cli-many.cjs');
let folder = '';

before(async () => {
	await bundled(CLI);
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
});
after(() => rmSync(folder, { recursive: true }));

const pod = (more: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: app\n${more}`;
const REFUSED = pod('');
const SOUND = pod('    image: app:1\n');

function check(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const { NO_COLOR: _none, FORCE_COLOR: _force, ...rest } = process.env;
	const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', ...args], {
		encoding: 'utf8',
		cwd: folder,
		maxBuffer: 1e8,
		env: { ...rest, ...env },
	});
	return { status, stdout, stderr };
}

/** The files that something is told of. */
function told(...args: readonly string[]): readonly string[] {
	const { stdout, stderr } = check([...args, '--format', 'json']);
	assert.notEqual(stdout, '', stderr);
	return [...new Set((JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) => file))];
}

test('patterns name files and folders, as a shell has it, with ** and braces', () => {
	putFiles(folder, {
		'k8s/.gitignore': 'made/\n',
		'a.yaml': REFUSED,
		'b.yml': REFUSED,
		'k8s/c.yaml': REFUSED,
		'k8s/deep/er/d.yaml': REFUSED,
		'k8s/.hidden/e.yaml': REFUSED,
		'k8s/made/f.yaml': REFUSED,
		'k8s/node_modules/g/h.yaml': REFUSED,
		'k8s/overlay/kustomization.yaml': 'resources: [web.yaml]\n',
		'k8s/overlay/web.yaml': REFUSED,
		'odd/[x].yaml': REFUSED,
		'odd/x.yaml': REFUSED,
	});
	assert.deepEqual(told('*.yaml'), ['a.yaml']);
	assert.deepEqual(told('*.{yaml,yml}'), ['a.yaml', 'b.yml']);
	assert.deepEqual(told('k8s/**/*.yaml'), ['k8s/c.yaml', 'k8s/deep/er/d.yaml', 'k8s/overlay/web.yaml']);
	assert.deepEqual(told('./k8s/*/*.yaml'), ['./k8s/overlay/web.yaml']);
	assert.deepEqual(told('k8s/.hidden/*.yaml'), ['k8s/.hidden/e.yaml']);
	assert.deepEqual(told(path.join(folder, 'k8s/d*/**')), [path.join(folder, 'k8s/deep/er/d.yaml')], 'a folder is a folder');
	assert.deepEqual(told('odd/[x].yaml'), ['odd/[x].yaml'], 'a file that is called so is meant');
	assert.deepEqual(told('odd/[wx].yaml'), ['odd/x.yaml']);
	assert.match(check(['k8s/over*']).stdout, /^k8s\/overlay\/web\.yaml:6:5: error: in k8s\/overlay: /, 'overlays are what they are');
	assert.deepEqual(told('k8s/**/*.yaml', '--ignore', 'k8s/deep/**'), ['k8s/c.yaml', 'k8s/overlay/web.yaml']);
	assert.match(check(['k8s/**/*.yaml']).stderr, /^4 files judged: 3 refused, 0 with warnings; 0 not judged\.\n$/);
	for (const [lang, says] of [
		['en', /^peapod check: nothing matches none\/\*\.yaml\.\n/],
		['ko', /^peapod check: none\/\*\.yaml에 맞는 파일이 없다\.\n/],
	] as const) {
		const { status, stderr } = check(['none/*.yaml', '--lang', lang]);
		assert.equal(status, 2);
		assert.match(stderr, says);
	}
});

test('colors where a terminal shows them, or where they are asked for', () => {
	const shown = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string => check(args, env).stdout.replaceAll('\u001b', '^');
	const colored = /^\^\[1ma\.yaml:6:5\^\[22m: \^\[31merror\^\[39m: .* \^\[2m\[container\/image-required\]\^\[22m\n/;
	assert.match(shown(['a.yaml', '--color', 'always'], { NO_COLOR: '1' }), colored);
	assert.match(shown(['a.yaml'], { FORCE_COLOR: '1' }), colored);
	assert.match(shown(['a.yaml']), /^a\.yaml:6:5: error: .* \[container\/image-required\]\n/);
	for (const [args, env] of [
		[['--color', 'never'], { FORCE_COLOR: '1' }],
		[[], { FORCE_COLOR: '1', NO_COLOR: '1' }],
		[['--format', 'json', '--color', 'always'], {}],
	] as const) {
		assert.doesNotMatch(shown(['a.yaml', ...args], env), /\^/, args.join(' '));
	}
	assert.match(check(['a.yaml', '--color', 'blue']).stderr, /--color takes auto, always or never, not "blue"/);
});

test('many files are judged in several threads, in their order; few in one', () => {
	const names = Array.from({ length: 1300 }, (_, i) => `many/${String(i).padStart(4, '0')}.yaml`);
	putFiles(folder, Object.fromEntries(names.map((name, i) => [name, i % 3 === 0 ? SOUND : pod(`    imagePullPolicy: "${i}"\n`)])));
	// Whatever is preloaded is loaded in each thread.
	putFiles(folder, { 'count.cjs': "require('node:fs').appendFileSync(require('node:path').join(__dirname, 'threads'), '.');\n" });
	const threads = (...args: readonly string[]) => {
		rmSync(path.join(folder, 'threads'), { force: true });
		const { stdout } = check(args, { NODE_OPTIONS: `--require ${path.join(folder, 'count.cjs')}` });
		return { stdout, count: readFileSync(path.join(folder, 'threads'), 'utf8').length };
	};
	const few = [names.slice(0, 650), names.slice(650)].map((part) => threads(...part));
	assert.deepEqual(
		few.map(({ count }) => count),
		[1, 1],
	);
	const whole = threads('many');
	assert.equal(whole.count, Math.min(2, availableParallelism()));
	assert.equal(whole.stdout, few.map(({ stdout }) => stdout).join(''));
	assert.equal(threads('many/*').stdout, whole.stdout);
});
