import { corpus } from './corpus';
import { fuzzOverStdio } from './over-stdio';
import { fuzz } from './session';

/**
 * `npm run fuzz -- --edits 100000 [--seed 7] [--stdio 2000] [--show 5] [--whole]`: edits in-process and over the wire, what was found by the law that is broken,
 * so many cases of each, the whole texts if wanted. The exit code is 1 if anything was found.
 */
async function main(args: readonly string[]): Promise<number> {
	const option = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
	const [edits, seed] = [option('--edits', 2000), option('--seed', 1)];
	const texts = corpus(true);
	const findings = fuzz(edits, seed, texts, (done) => {
		if (done > 0 && done % 10_000 === 0) process.stderr.write(`${done} edits\n`);
	});
	await fuzzOverStdio(option('--stdio', Math.min(2000, edits / 10)), seed, texts, findings);
	process.stdout.write(findings.report(option('--show', 5), args.includes('--whole')));
	return findings.byLaw.size > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
