/** The words of moments, filled with what happened. */
import { deleterWords, kindWords, type MomentWords, momentWords, probeWords, pullErrorWords, resourceWords } from '../../docs/moments';
import type { Moment, MomentCode } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { filledIn } from '../fill';

/** Every kind of moment has words: a missing one does not compile. */
const wordsOf = (code: MomentCode): MomentWords => momentWords[code];

/** One sentence: what happened, and the rule that made it so. */
export function sentenceOf(moment: Moment): Bilingual {
	const said = wordsOf(moment.code);
	return filled(said.when?.find(({ arg, is }) => moment.args[arg] === is) ?? said, moment);
}

/** The same of a moment that came so many times, this one being the last; undefined where once or often is the same. */
export function againOf(moment: Moment, count: number): Bilingual | undefined {
	const { again } = wordsOf(moment.code);
	return again && filled(again, { ...moment, args: { ...moment.args, count } });
}

/** A word or two, for a chain of causes. */
export const labelOf = (moment: Moment): Bilingual => filled(wordsOf(moment.code).label, moment);

/** The docs page of a moment, as FieldWords.link has it. */
export const linkOf = (code: MomentCode): string | undefined => wordsOf(code).link;

function filled(texts: Bilingual, moment: Moment): Bilingual {
	return { en: fill(texts.en, moment, 'en'), ko: fill(texts.ko, moment, 'ko') };
}

const fill = (text: string, moment: Moment, language: 'en' | 'ko'): string => filledIn(text, (name) => argument(name, moment, language));

const translated = (): Readonly<Record<string, Readonly<Record<string, Bilingual>>>> => ({
	probe: probeWords,
	by: deleterWords,
	kind: kindWords,
	error: pullErrorWords,
	resource: resourceWords,
});
const LISTS = new Set(['containers', 'gates', 'finalizers', 'what']);
const DURATIONS = new Set(['seconds', 'grace', 'left', 'wait', 'period', 'retry', 'until']);

function argument(name: string, moment: Moment, language: 'en' | 'ko'): string {
	const value = name === 'container' ? (moment.container ?? moment.args['container']) : moment.args[name];
	if (value === undefined) return '';
	if (LISTS.has(name)) return String(value).replace(/[^,\s][^,]*/g, '`$&`');
	if (name === 'message' && moment.code === 'container/start-failed') return startError(String(value));
	if (typeof value === 'number' && DURATIONS.has(name)) return durationText(value, language);
	return translated()[name]?.[String(value)]?.[language] ?? String(value);
}

/** What the scenario's runtime says of a start that failed, without the calls that led there. No code says the same: the text is all that there is. */
function startError(message: string): string {
	return message.replace(/^.*(container init|container process): /, '');
}
