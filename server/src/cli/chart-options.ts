import type { Bilingual } from '../protocol/text';
import { setValues } from './set-values';

/** What is wrong with what `--set` or `--set-string` was given, whatever chart it is for. */
export const setFaults = (option: '--set' | '--set-string', given: readonly string[]): readonly Bilingual[] =>
	given.flatMap((text) => {
		const fault = setValues(text, new Map(), option === '--set-string');
		return fault
			? { en: `${option} takes what is set, as in a.b=1, not "${text}": ${fault.message}.`, ko: `${option}에는 a.b=1처럼 적는다. "${text}": ${fault.message}.` }
			: [];
	});
