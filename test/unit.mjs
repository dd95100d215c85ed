// Runs the tests outside the editor: `node test/unit.mjs [folder or file under test/ …]`. Bundles each *.test.ts and hands it to Node's own runner.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
/** By itself Node leaves one core free, which of two is half of them. Before 20.10 it lets nobody choose. */
const ON_ALL_CORES = major > 20 || minor >= 10 ? [`--test-concurrency=${availableParallelism()}`] : [];

/** Suites that need an editor have runners of their own. */
const ELSEWHERE = new Set(['clients', 'editor', 'ui', 'bench']);

function testFiles(place) {
	if (!existsSync(place)) throw new Error(`No such test: ${place}`);
	if (statSync(place).isFile()) return [place];
	return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
		const child = path.join(place, entry.name);
		if (entry.isDirectory()) return place === 'test' && ELSEWHERE.has(entry.name) ? [] : testFiles(child);
		return /\.test\.tsx?$/.test(entry.name) ? [child] : [];
	});
}

const files = (process.argv.length > 2 ? process.argv.slice(2) : ['test']).flatMap(testFiles);
const outdir = `out/unit-${process.pid}`;
try {
	await build({
		entryPoints: files,
		outdir,
		outbase: '.',
		outExtension: { '.js': '.mjs' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node20',
		packages: 'external',
		loader: { '.yaml': 'text', '.md': 'text' },
		sourcemap: 'inline',
		logLevel: 'warning',
		tsconfig: 'test/tsconfig.json',
	});
	const bundles = files.map((file) => path.join(outdir, file.replace(/\.tsx?$/, '.mjs')));
	const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...ON_ALL_CORES, '--test-reporter=spec', ...bundles], { stdio: 'inherit' });
	process.exitCode = run.status ?? 1;
} finally {
	rmSync(outdir, { recursive: true, force: true });
}
