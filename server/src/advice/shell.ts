import type { FieldPath } from '../schema/field-path';
import type { Container, EphemeralContainer } from '../schema/generated/types';
import type { PlacedContainer, Subject } from './subject';

/** A list of words that a container is asked to run. */
export interface Command {
	readonly words: readonly string[];
	readonly path: FieldPath;
}

const HOOKS = ['postStart', 'preStop'] as const;
const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

/** Every command that a pod writes: those of containers, hooks and probes. `words` is one field's; a container's `args` are no command. */
export function commandsOf({ containers }: Subject): readonly Command[] {
	const found: Command[] = [];
	for (const { container, path } of containers) {
		const { command, lifecycle } = container;
		if (command?.length) found.push({ words: command, path: path.child('command') });
		for (const name of HOOKS) {
			const words = lifecycle?.[name]?.exec?.command;
			if (words?.length) found.push({ words, path: path.child('lifecycle', name, 'exec', 'command') });
		}
		for (const name of PROBES) {
			const words = container[name]?.exec?.command;
			if (words?.length) found.push({ words, path: path.child(name, 'exec', 'command') });
		}
	}
	return found;
}

const SHELL = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(?:sh|bash|ash|dash|zsh|ksh)$/;
const SCRIPT_FLAG = /^-[a-z]*c$/;

/** Where in the words of a command a script for a shell stands; -1 where none does. */
export function scriptAt(words: readonly string[]): number {
	const shell = words.findIndex((word) => SHELL.test(word));
	if (shell < 0) return -1;
	const flag = words.findIndex((word, i) => i > shell && SCRIPT_FLAG.test(word));
	// More options may follow, and `--` ends them.
	return flag < 0 ? -1 : words.findIndex((word, i) => i > flag && !/^[-+]/.test(word));
}

/** All words a container runs, as far as the manifest says. */
export const wordsOf = ({ command = [], args = [] }: Container | EphemeralContainer): readonly string[] => [...command, ...args];

/** Whether a shell reads its words, or might: an image's own entrypoint is unknown. */
export const hasShell = ({ container }: PlacedContainer): boolean => wordsOf(container).some((word) => SHELL.test(word));
