import { build, buildLines } from './build';
import { checkLines } from './check-lines';
import { explain } from './explain';
import { lsp } from './lsp';
import { languageIn } from './options';
import { renderChart, renderLines } from './render';
import { complain } from './say';
import { simulateLife } from './simulate';
import { simulateLines } from './simulate-lines';
import { test } from './test';
import { usageIn } from './usage';
import { versionOfPeapod } from './version';
import { why } from './why';
import { whyLines } from './why-lines';

/** A command that reads its own arguments; its exit code. */
type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { build, explain, simulate: simulateLife, render: renderChart, test, lsp, why };
/** What `--jsonl` makes of a command: JSON lines in, JSON lines out. */
const LINES: Readonly<Record<string, Command>> = { check: checkLines, build: buildLines, simulate: simulateLines, render: renderLines, why: whyLines };

/** Runs any command but `check`; the exit code. `command` is undefined where none was named. */
export function run(command: string | undefined, args: readonly string[]): number | Promise<number> {
	const language = languageIn(args) ?? 'en';
	const isOfLines = args.includes('--jsonl') && command !== undefined && Object.hasOwn(LINES, command);
	const commands = isOfLines ? LINES : COMMANDS;
	const found = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined;
	if (found) return found(args);
	switch (command) {
		case '--version':
			process.stdout.write(`${versionOfPeapod() ?? '?'}\n`);
			return 0;
		case undefined:
		case 'help':
		case '--help':
		case '-h':
			process.stdout.write(usageIn(language));
			return command === undefined ? 2 : 0;
		default:
			complain('', [{ en: `there is no command "${command}".`, ko: `"${command}" 명령은 없다.` }], language);
			process.stderr.write(`\n${usageIn(language)}`);
			return 2;
	}
}
