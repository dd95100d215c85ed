import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { corpus } from './corpus';
import { Findings } from './findings';
import { EDITS, session } from './session';

/** What a process is to do: the sessions `first`, `first + step` and so on below `end`. */
interface Share {
	readonly seed: number;
	readonly first: number;
	readonly step: number;
	readonly end: number;
	readonly charts: string | undefined;
}

/**
 * `npm run fuzz -- --edits 100000 [--seed 7] [--processes 2] [--charts FOLDER] [--show 5] [--whole]`: edits that are shared among processes; what was found by the law that is broken, so many cases of each, the whole texts if wanted. `--seed 7 --session 12` does again what was found there. The exit code is 1 if anything was found.
 */
async function main(args: readonly string[]): Promise<number> {
	const option = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
	const [edits, seed, only] = [option('--edits', 2000), option('--seed', 1), option('--session', -1)];
	const charts = args.includes('--charts') ? args[args.indexOf('--charts') + 1] : undefined;
	const findings = new Findings();
	if (only >= 0) await session(seed, only, corpus(true, charts), findings);
	else {
		const step = option('--processes', availableParallelism());
		await Promise.all(Array.from({ length: step }, (_, first) => helped({ seed, first, step, end: Math.ceil(edits / EDITS), charts }, findings)));
	}
	process.stdout.write(findings.report(option('--show', 5), args.includes('--whole')));
	return findings.byLaw.size + findings.slow.length > 0 ? 1 : 0;
}

/** A process of its own does its share, and says what it found. */
function helped(share: Share, findings: Findings): Promise<void> {
	return new Promise((done, failed) => {
		const child = fork(__filename, ['--share', JSON.stringify(share)], { serialization: 'advanced' });
		child.on('message', (found) => findings.merge(found as Findings));
		child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`${JSON.stringify(share)} ended with ${code}`))));
	});
}

async function help({ seed, first, step, end, charts }: Share): Promise<void> {
	const findings = new Findings();
	const texts = corpus(true, charts);
	for (let number = first; number < end; number += step) await session(seed, number, texts, findings);
	process.send?.(findings);
}

const [command, share = '{}'] = process.argv.slice(2);
if (command === '--share') void help(JSON.parse(share) as Share);
else
	void main(process.argv.slice(2)).then((code) => {
		process.exitCode = code;
	});
