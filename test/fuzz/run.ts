import { corpus } from './corpus';
import type { Findings } from './findings';
import { fuzz } from './session';

/** `npm run fuzz -- --edits 100000 --seed 7`: what was found, by the law that is broken; with `--whole`, the texts that show it. The exit code is 1 if anything was. */
function main(args: readonly string[]): number {
	const option = (name: string, otherwise: number): number => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise);
	const [edits, seed] = [option('--edits', 2000), option('--seed', 1)];
	const findings = fuzz(edits, seed, corpus(true), (done) => {
		if (done > 0 && done % 10_000 === 0) process.stderr.write(`${done} edits\n`);
	});
	process.stdout.write(report(findings, option('--show', 5), args.includes('--whole')));
	return findings.count > 0 ? 1 : 0;
}

function report({ requests, byLaw, slow }: Findings, shown: number, whole: boolean): string {
	const asked = [...requests].map(([request, count]) => `${request} ${count}`).join(', ');
	const laws = [...byLaw].flatMap(([law, { count, kept }]) => [
		`\n${count} × ${law}`,
		...kept.slice(0, shown).map(({ detail, text }) => `  ${ascii(detail)}${whole ? `\n  ${ascii(JSON.stringify(text))}` : ''}`),
	]);
	const late = slow.map(({ request, milliseconds, text }) => `\n${Math.round(milliseconds)} ms: ${request} of ${text.length} characters`);
	return `${asked}\n${laws.join('\n')}${late.join('')}\n`;
}

/** Marks and breaks that no terminal shows. */
const ascii = (text: string): string => text.replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

process.exitCode = main(process.argv.slice(2));
