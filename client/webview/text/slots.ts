/** Knobs that stand inside a sentence or a row: what they say, and the scenario they make. */
import type { Scenario } from '../../../server/src/protocol/life';
import { duration, endsOnce, patched, termAnswer, withContainer, withRun } from '../model/scenario-edit';
import { inSeconds, seconds } from './times';
import type { Tongue } from './tongue';
import type { PanelWords } from './words-en';

/** `set` answers undefined for what cannot be meant. */
export interface Slot {
	readonly label: string;
	readonly value: string;
	readonly choices?: readonly { readonly value: string; readonly words: string }[];
	readonly set: (value: string) => Scenario | undefined;
}

/** What a slot says, as a word in a sentence. */
export const saidBy = ({ value, choices }: Slot): string =>
	choices?.find((choice) => choice.value === value)?.words ?? value;

const readSeconds = (text: string): number | undefined => inSeconds(text.replace(/\u00a0/g, ' '));

export function timeSlot(tongue: Tongue, label: string, value: number, set: (written: string) => Scenario): Slot {
	return {
		label,
		value: seconds(value, tongue),
		set: (text) => {
			const parsed = readSeconds(text);
			return parsed === undefined ? undefined : set(duration(parsed));
		},
	};
}

/** A time, or never: an empty field, a dash or the word itself mean never. */
export function neverSlot(
	tongue: Tongue,
	never: string,
	label: string,
	value: number | undefined,
	set: (written: string | undefined) => Scenario,
): Slot {
	return {
		label,
		value: value === undefined ? never : seconds(value, tongue),
		set: (text) => {
			const parsed = readSeconds(text);
			if (parsed !== undefined) return set(duration(parsed));
			return ['', '-', '–', 'never', never].includes(text.trim()) ? set(undefined) : undefined;
		},
	};
}

export function codeSlot(label: string, value: number, set: (code: number) => Scenario): Slot {
	return {
		label,
		value: String(value),
		set: (text) => (/^\d{1,3}$/.test(text.trim()) && Number(text) < 256 ? set(Number(text)) : undefined),
	};
}

export function pullErrorSlot(words: PanelWords, value: string, set: (error: string) => Scenario): Slot {
	const known = ['not found', 'unauthorized', 'timeout'];
	const choices = [...new Set([...known, value])].map((one) => ({ value: one, words: one }));
	return { label: words.knobs.pullEnds, value, choices, set };
}

export function oftenSlot(words: PanelWords, scenario: Scenario, name: string): Slot {
	return {
		label: words.knobs.endsOften,
		value: endsOnce(scenario, name) ? 'once' : 'every',
		choices: [
			{ value: 'every', words: words.knobs.everyTime },
			{ value: 'once', words: words.knobs.once },
		],
		set: (value) => withRun(scenario, name, {}, value === 'once'),
	};
}

export function termSlot(words: PanelWords, scenario: Scenario, name: string): Slot {
	const onTerm = scenario.world?.containers?.[name]?.onTerm;
	const to = {
		atOnce: onTerm?.exitCode === undefined ? undefined : { exitCode: onTerm.exitCode },
		after: patched(onTerm ?? {}, { exitAfter: '5s', ignore: undefined }),
		ignores: patched(onTerm ?? {}, { exitAfter: undefined, ignore: true }),
	};
	return {
		label: words.knobs.toTerm,
		value: termAnswer(onTerm),
		choices: [
			{ value: 'atOnce', words: words.knobs.termAtOnce },
			{ value: 'after', words: words.knobs.termAfter },
			{ value: 'ignores', words: words.knobs.termIgnores },
		],
		set: (value) =>
			value === 'atOnce' || value === 'after' || value === 'ignores'
				? withContainer(scenario, name, { onTerm: to[value] })
				: undefined,
	};
}
