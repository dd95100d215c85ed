/** Simulates every scenario of a folder and writes the traces to another: `node test/simulator/score.mjs [SCENARIOS [OUT]]`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simulate } from '../../server/src/simulator/simulate';
import { decode, loadScenario } from './load';

export function simulateFolder(scenarios: string, out: string, only: RegExp): { readonly count: number; readonly ms: number; readonly slowest: string } {
	mkdirSync(out, { recursive: true });
	let count = 0;
	let ms = 0;
	let slowest = '';
	let most = 0;
	for (const file of readdirSync(scenarios).filter((name) => name.endsWith('.yaml') && only.test(name))) {
		const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join(scenarios, file), 'utf8'));
		const began = performance.now();
		try {
			const trace = simulate(kind, object, scenario, { beside, decode });
			const took = performance.now() - began;
			ms += took;
			if (took > most) {
				most = took;
				slowest = `${file} ${took.toFixed(1)} ms`;
			}
			writeFileSync(path.join(out, file.replace(/yaml$/, 'json')), JSON.stringify(trace));
			count++;
		} catch (error) {
			console.error(file, error instanceof Error ? error.stack?.split('\n').slice(0, 2).join(' ') : error);
		}
	}
	return { count, ms, slowest };
}
