import { type Advice, NONE } from './advice';
import { scriptAt } from './shell';
import type { Subject } from './subject';

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** A preStop hook that sleeps through all the time there is: what is left for SIGTERM is two seconds; kuberuntime killContainer. */
export function preStop({ containers, spec }: Subject): readonly Advice[] {
	const grace = spec.terminationGracePeriodSeconds ?? 30;
	if (grace <= 0) return NONE;
	const found: Advice[] = [];
	for (const { container, path } of containers) {
		const hook = container.lifecycle?.preStop;
		if (!hook) continue;
		const at = path.child('lifecycle', 'preStop');
		const { sleep } = hook;
		const slept = sleep ? undefined : sleepIn(hook.exec?.command ?? []);
		if (sleep?.seconds === grace) found.push({ path: at.child('sleep', 'seconds'), ...told(grace, grace) });
		if (slept && slept.seconds >= grace) found.push({ path: at.child('exec', 'command').index(slept.at), ...told(slept.seconds, grace) });
	}
	return found;
}

const told = (seconds: number, grace: number): Omit<Advice, 'path'> => ({ code: 'advice/pre-stop', severity: 'information', args: { seconds, grace } });

/** What a command sleeps for certain, in seconds, and which of its words says so: one `sleep`, or those of a script one after the other. */
function sleepIn(words: readonly string[]): { readonly seconds: number; readonly at: number } | undefined {
	const at = scriptAt(words);
	const [program = '', amount = '', ...rest] = words;
	if (at < 0) return /^(?:\/\S*\/)?sleep$/.test(program) && rest.length === 0 ? { seconds: secondsOf(amount), at: 1 } : undefined;
	const script = words[at] ?? '';
	if (/\b(?:while|until|for|if|case)\b|\|\||\s&\s/.test(script)) return undefined;
	const sleeps = script.matchAll(/(?:^|[;&\n]|&&)\s*(?:\/\S*\/)?sleep\s+([\d.]+[smhd]?)\s*(?=$|[;&\n])/g);
	return { seconds: [...sleeps].reduce((sum, [, text = '']) => sum + secondsOf(text), 0), at };
}

function secondsOf(text: string): number {
	const [, amount = '', unit = ''] = /^(\d+(?:\.\d*)?)([smhd]?)$/.exec(text) ?? [];
	return Number(amount) * (UNITS[unit] ?? 1);
}
