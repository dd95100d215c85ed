import { deleterWords, kindWords, type MomentWords, momentWords, probeWords } from '../docs/moments';
import type { Bilingual } from '../protocol';
import type { MomentCode } from '../simulator/moments';
import type { Moment, Trace } from '../simulator/trace';
import { particle } from './particle';

/** Every kind of moment has words: a missing one does not compile. */
const words: Readonly<Record<MomentCode, MomentWords>> = momentWords;
const unknown: MomentWords = { en: '{code}', ko: '{code}', label: { en: '{code}', ko: '{code}' } };
const wordsOf = (code: string): MomentWords => (code in words ? words[code as MomentCode] : unknown);

/** One sentence: what happened, and the rule that made it so. */
export const sentenceOf = (moment: Moment): Bilingual => filled(wordsOf(moment.code), moment);

/** A word or two, for a chain of causes. */
export const labelOf = (moment: Moment): Bilingual => filled(wordsOf(moment.code).label, moment);

/** The docs page of a moment, as FieldWords.link has it. */
export const linkOf = (code: string): string | undefined => wordsOf(code).link;

function filled(texts: Bilingual, moment: Moment): Bilingual {
	return { en: fill(texts.en, moment, 'en'), ko: fill(texts.ko, moment, 'ko') };
}

function fill(text: string, moment: Moment, language: 'en' | 'ko'): string {
	const said = text.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, name: string, forms: string | undefined) => {
		const value = argument(name, moment, language);
		return forms === undefined ? value : particle(value, forms);
	});
	return said.trimEnd().replace(/ 1 times\b( in a row)?/g, ' once');
}

const TRANSLATED: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = { probe: probeWords, by: deleterWords, kind: kindWords };
const DURATIONS = new Set(['seconds', 'grace', 'left', 'wait', 'period', 'retry']);

function argument(name: string, moment: Moment, language: 'en' | 'ko'): string {
	const value = name === 'container' ? (moment.container ?? moment.args['container']) : name === 'code' ? moment.code : moment.args[name];
	if (value === undefined) return '';
	if (typeof value === 'number' && DURATIONS.has(name) && moment.code !== 'init/done') return durationText(value, language);
	return TRANSLATED[name]?.[String(value)]?.[language] ?? String(value);
}

/** `8.1 s`, `74 s`, `2 min 40 s`: lengths as the panel says them; number and unit stay together. */
export function durationText(seconds: number, language: 'en' | 'ko'): string {
	const [s, min] = language === 'ko' ? ['초', '분'] : ['\u00a0s', '\u00a0min'];
	if (seconds < 90) return `${Math.round(seconds * 10) / 10}${s}`;
	const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
	return rest === 0 ? `${minutes}${min}` : `${minutes}${min} ${rest}${s}`;
}

/** The whole life in one or two sentences: how it ended, and what happened on the way. */
export function headlineOf(trace: Trace): Bilingual {
	const ending = endingOf(trace);
	const said = pointSentence(trace);
	return { en: [ending.en, said?.en].filter(Boolean).join(' '), ko: [ending.ko, said?.ko].filter(Boolean).join(' ') };
}

/** What came a third time is told as what it is: again and again. */
function pointSentence(trace: Trace): Bilingual | undefined {
	const point = pointOf(trace);
	if (!point) return undefined;
	const count = trace.story.moments.filter(({ code, container, pod }) => code === point.code && container === point.container && pod === point.pod).length;
	const { again } = wordsOf(point.code);
	return again && count > 2 ? filled(again, { ...point, args: { ...point.args, count } }) : sentenceOf(point);
}

/** The weightiest moment, the last of equals, where it says more than that all is well. */
function pointOf({ story }: Trace): Moment | undefined {
	const weighty = story.moments.filter(({ code, tone }) => (tone === 'bad' || tone === 'warn' || tone === 'term') && !code.startsWith('pod/'));
	return weighty.reduce<Moment | undefined>((best, one) => (one.weight > 0 && one.weight >= (best?.weight ?? 0) ? one : best), undefined);
}

function endingOf(trace: Trace): Bilingual {
	if (trace.pods) return ownerEnding(trace);
	const states = trace.timeline ?? [];
	const ready = states.find(({ conditions }) => conditions?.['Ready']?.status === 'True');
	const last = states.findLast(({ kubectl }) => kubectl);
	const gone = states.at(-1)?.gone === true;
	const restarts = last?.kubectl?.restarts ?? 0;
	const again: Bilingual = restarts === 0 ? { en: '', ko: '' } : { en: `, ${restarts} restart${restarts > 1 ? 's' : ''}`, ko: `, 재시작 ${restarts}번` };
	const status = `\`${last?.kubectl?.status ?? 'Pending'}\``;
	if (gone)
		return {
			en: `Gone after ${durationText(states.at(-1)?.t ?? 0, 'en')}${again.en}.`,
			ko: `${durationText(states.at(-1)?.t ?? 0, 'ko')} 만에 사라진다${again.ko}.`,
		};
	if (last?.phase === 'Succeeded' || last?.phase === 'Failed')
		return {
			en: `Ends \`${last.phase}\` after ${durationText(last.t, 'en')}${again.en}.`,
			ko: `${durationText(last.t, 'ko')} 만에 \`${last.phase}\`로 끝난다${again.ko}.`,
		};
	if (!ready) return { en: `Never ready: ${status} at the end${again.en}.`, ko: `끝내 준비되지 않는다. 마지막 상태는 ${status}${again.ko}.` };
	const isReady = last?.conditions?.['Ready']?.status === 'True';
	const first: Bilingual = { en: `Ready after ${durationText(ready.t, 'en')}`, ko: `${durationText(ready.t, 'ko')} 만에 준비된다` };
	if (isReady) return { en: `${first.en}${again.en}.`, ko: `${first.ko}${again.ko}.` };
	// kubectl says Running of a pod that is not ready, too.
	return last?.kubectl?.status === 'Running'
		? { en: `${first.en}, but not ready at the end${again.en}.`, ko: `${first.ko}. 하지만 마지막에는 준비되지 않은 상태다${again.ko}.` }
		: { en: `${first.en}, but ${status} at the end${again.en}.`, ko: `${first.ko}. 하지만 마지막 상태는 ${status}${again.ko}.` };
}

function ownerEnding({ pods = [], kind, until }: Trace): Bilingual {
	const alive = pods.filter(({ timeline }) => !timeline.at(-1)?.gone);
	const ready = alive.filter(({ timeline }) => timeline.at(-1)?.conditions?.['Ready']?.status === 'True').length;
	return {
		en: `${kind}: ${pods.length} pod${pods.length === 1 ? '' : 's'} in ${durationText(until, 'en')}, ${ready} ready at the end.`,
		ko: `${kindWords[kind]?.ko ?? kind}: ${durationText(until, 'ko')} 동안 파드 ${pods.length}개, 마지막에 준비된 파드 ${ready}개.`,
	};
}
