// Simulates the recorded scenarios and lets score.py compare: `node test/simulator/score.mjs [REGEXP]`. Needs ../shared/kubelet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const shared = process.env.SIMULATOR_RECORDINGS ?? '../shared/kubelet';
const out = process.env.SIMULATOR_TRACES ?? mkdtempSync(path.join(tmpdir(), 'simulated-'));
const bundle = path.join('out', `score-${process.pid}.mjs`);
await build({
	entryPoints: ['test/simulator/score.ts'],
	outfile: bundle,
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node20',
	packages: 'external',
	sourcemap: 'inline',
	logLevel: 'warning',
});
try {
	const { simulateFolder } = await import(pathToFileURL(path.resolve(bundle)).href);
	const { count, ms, slowest } = simulateFolder(path.join(shared, 'scenarios'), out, new RegExp(process.argv[2] ?? '.'));
	console.log(`${count} scenarios in ${ms.toFixed(0)} ms, slowest ${slowest}, traces in ${out}`);
	spawnSync('python3', [path.join(shared, 'score.py'), path.join(shared, 'traces'), out, '-v'], { stdio: 'inherit' });
} finally {
	rmSync(bundle, { force: true });
}
