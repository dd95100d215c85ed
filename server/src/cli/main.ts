import { check } from './check';
import { help, THREAD } from './judge-files';
import { languageIn } from './options';
import { watchOutput } from './output';

const HELP = ['--help', '-h'];

/**
 * Runs one command; the exit code: 0 fine, 1 the manifest is not, 2 the command line is not.
 * `check` is at hand, for hooks and editors that run it file by file; the others are read when one is asked for.
 */
export async function main([named, ...args]: readonly string[]): Promise<number> {
	if (named === THREAD) return help();
	const isHelp = HELP.some((flag) => args.includes(flag));
	if (named === 'check' && !isHelp && !args.includes('--jsonl')) return check(args);
	watchOutput(languageIn(args) ?? 'en');
	const { run } = await import('./commands');
	return run(isHelp ? 'help' : named, args);
}
