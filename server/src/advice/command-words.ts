import type { Repair } from '../schema/problem';
import { type Advice, NONE } from './advice';
import { type Command, commandsOf, scriptAt } from './shell';
import type { Subject } from './subject';

/** A command in one word, `["sleep 3600"]`, of which no program has the name; and words behind a script, which are none of it. */
export function commandWords(subject: Subject): readonly Advice[] {
	const found: Advice[] = [];
	for (const command of commandsOf(subject)) found.push(...ofFirstWord(command));
	for (const { container, path } of subject.containers) found.push(...ofScript(container, path));
	return found;
}

/** execve: the first word is the name of the program, spaces and all. On Windows a path may have some. */
function ofFirstWord({ words, path }: Command): readonly Advice[] {
	const [first = ''] = words;
	if (!/^[\w./][\w./+-]*\s+\S/.test(first) || first.includes('\\')) return NONE;
	const rest = words.slice(1);
	return [{ path: path.index(0), code: 'advice/command-one-word', severity: 'warning', args: { word: first }, repair: repairOf(first, rest, path) }];
}

/** What a shell has to read goes to one; other words are parted. */
function repairOf(first: string, rest: readonly string[], path: Command['path']): Repair {
	const needsShell = /["'`$&|;<>()*?#~\n]/.test(first);
	return { do: 'set', path, to: needsShell ? ['sh', '-c', first.trim(), ...rest] : [...first.trim().split(/\s+/), ...rest] };
}

/** `sh -c sleep 3600`: the shell runs `sleep`, and 3600 is its `$0`. */
function ofScript({ command = [], args = [] }: Subject['containers'][number]['container'], path: Command['path']): readonly Advice[] {
	// A shell, its flag, a script and something more.
	if (command.length + args.length < 4) return NONE;
	const words = [...command, ...args];
	const at = scriptAt(words);
	const script = words[at] ?? '';
	const rest = words.slice(at + 1);
	if (at < 0 || rest.length === 0 || /[\s$]/.test(script.trim())) return NONE;
	const place = at < command.length ? path.child('command').index(at) : path.child('args').index(at - command.length);
	return [{ path: place, code: 'advice/script-words', severity: 'information', args: { script, rest: rest.join(' ') } }];
}
