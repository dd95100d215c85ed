import { deleterWords, kindWords, type MomentWords, momentWords, probeWords, pullErrorWords, resourceWords } from '../../docs/moments';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import type { MomentCode } from '../../simulator/moments';
import type { Moment, PodState, Trace } from '../../simulator/trace';
import { particle } from '../particle';

/** Every kind of moment has words: a missing one does not compile. */
const words: Readonly<Record<MomentCode, MomentWords>> = momentWords;
const wordsOf = (code: MomentCode): MomentWords => words[code];

/** One sentence: what happened, and the rule that made it so. */
export function sentenceOf(moment: Moment): Bilingual {
	const said = wordsOf(moment.code);
	return filled(said.when?.find(({ arg, is }) => moment.args[arg] === is) ?? said, moment);
}

/** One sentence for each moment; what came before is told as coming again. */
export function sentencesOf(moments: readonly Moment[]): readonly Bilingual[] {
	const seen = new Set<string>();
	return moments.map((moment) => {
		const id = `${moment.code} ${moment.pod ?? ''} ${moment.container ?? ''}`;
		const again = seen.has(id);
		seen.add(id);
		return sentenceOf(again ? { ...moment, args: { ...moment.args, again } } : moment);
	});
}

/** A word or two, for a chain of causes. */
export const labelOf = (moment: Moment): Bilingual => filled(wordsOf(moment.code).label, moment);

/** The docs page of a moment, as FieldWords.link has it. */
export const linkOf = (code: MomentCode): string | undefined => wordsOf(code).link;

function filled(texts: Bilingual, moment: Moment): Bilingual {
	return { en: fill(texts.en, moment, 'en'), ko: fill(texts.ko, moment, 'ko') };
}

function fill(text: string, moment: Moment, language: 'en' | 'ko'): string {
	const said = text.replace(/\{(\w+)(?::([^}]+))?\}/g, (_, name: string, forms: string | undefined) => {
		const value = argument(name, moment, language);
		return forms === undefined ? value : particle(value, forms);
	});
	return said
		.trimEnd()
		.replace(/ 1 times\b( in a row)?/g, ' once')
		.replace(/ 1 replicas\b/, ' 1 replica');
}

const TRANSLATED: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
	probe: probeWords,
	by: deleterWords,
	kind: kindWords,
	resource: resourceWords,
};
const LISTS = new Set(['containers', 'gates', 'finalizers', 'what']);
const DURATIONS = new Set(['seconds', 'grace', 'left', 'wait', 'period', 'retry']);

function argument(name: string, moment: Moment, language: 'en' | 'ko'): string {
	const value = name === 'container' ? (moment.container ?? moment.args['container']) : moment.args[name];
	if (value === undefined) return '';
	if (LISTS.has(name)) return String(value).replace(/[^,\s][^,]*/g, '`$&`');
	if (name === 'error') return pullError(String(value), language);
	if (name === 'message' && moment.code === 'container/start-failed') return startError(String(value));
	if (typeof value === 'number' && DURATIONS.has(name) && moment.code !== 'init/done') return durationText(value, language);
	return TRANSLATED[name]?.[String(value)]?.[language] ?? String(value);
}

/** What the scenario's runtime says of a start that failed, without the calls that led there. No code says the same: the text is all that there is. */
function startError(message: string): string {
	return message.replace(/^.*(container init|container process): /, '');
}

function pullError(error: string, language: 'en' | 'ko'): string {
	return pullErrorWords.find(({ says }) => says.test(error))?.[language] ?? error.replace(/^failed to pull.*?": (failed to resolve reference ".*?": )?/, '');
}

/** The whole life in one or two sentences: how it ended, and what happened on the way; `point` as pointOf finds it. */
export function headlineOf(trace: Trace, point: Moment | undefined): Bilingual {
	const ending = endingOf(trace);
	const said = pointSentence(trace, point);
	return said ? { en: `${ending.en} ${said.en}`, ko: `${ending.ko} ${said.ko}` } : ending;
}

/** What came a third time is told as what it is: again and again. */
function pointSentence(trace: Trace, point: Moment | undefined): Bilingual | undefined {
	if (!point) return stillAtWork(trace);
	const count = trace.story.moments.filter(({ code, container, pod }) => code === point.code && container === point.container && pod === point.pod).length;
	const { again } = wordsOf(point.code);
	const said = again && count > 2 ? filled(again, { ...point, args: { ...point.args, count } }) : sentenceOf(point);
	const before = trace.timeline?.find(isReady);
	return KEEPS_FROM_STARTING.test(point.code) && before && point.t < before.t ? { en: `Before that: ${said.en}`, ko: `그 전에는 이랬다: ${said.ko}` } : said;
}

/** An init container that never ends is no trouble of any moment. */
function stillAtWork({ story, until }: Trace): Bilingual | undefined {
	const lane = story.stretches.find(({ what, to }) => what === 'working' && to >= until)?.lane;
	return lane === undefined
		? undefined
		: { en: `Init container \`${lane}\` is still at work.`, ko: `초기화 컨테이너 \`${lane}\`${particle(lane, '이/가')} 끝나지 않는다.` };
}

/** What the ending, or the word for it, has said already. */
const SAID_BY_THE_ENDING: ReadonlySet<string> = new Set(['pod/not-ready', 'pod/failed', 'pod/changed', 'pod/deleted', 'pod/forced', 'pod/grace-shortened']);

/** What a pod that was ready has behind it. */
const KEEPS_FROM_STARTING = /^(image|volume)\/|^(container\/not-created|pod\/gated|pod\/unschedulable|pod\/no-scheduler)$/;

/** What the headline is about: the weightiest trouble, the last of equals. Probes that failed are none once all is ready. */
export function pointOf(trace: Trace): Moment | undefined {
	const last = lastStates(trace).filter(({ gone }) => gone !== true);
	const endsReady = last.length > 0 && last.every(isReady);
	const succeeds = last.every(({ phase }) => phase === 'Succeeded');
	const lastReady = new Map(trace.story.moments.flatMap(({ code, pod, t }) => (code === 'pod/ready' ? [[pod, t] as const] : [])));
	const isOvercome = (code: string, t: number, pod: number | undefined): boolean => KEEPS_FROM_STARTING.test(code) && t < (lastReady.get(pod) ?? 0);
	const troubles = trace.story.moments.filter(({ code, tone, t, pod }) => {
		if (SAID_BY_THE_ENDING.has(code) || (endsReady && code === 'probe/failed')) return false;
		if (!endsReady && isOvercome(code, t, pod)) return false;
		// How containers stop and pods go is the point of no workload, and of no pod that succeeds.
		return tone === 'bad' || tone === 'warn' || (tone === 'term' && !(trace.pods && /^(container|owner)\//.test(code)) && !(succeeds && last.length > 0));
	});
	return troubles.reduce<Moment | undefined>((best, one) => (one.weight > 0 && one.weight >= (best?.weight ?? 0) ? one : best), undefined);
}

const isReady = ({ conditions }: PodState): boolean => conditions?.['Ready']?.status === 'True';

function lastStates({ pods, timeline = [] }: Trace): PodState[] {
	return (pods?.map((pod) => pod.timeline) ?? [timeline]).flatMap((states) => states.at(-1) ?? []);
}

function endingOf(trace: Trace): Bilingual {
	if (trace.pods) return ownerEnding(trace);
	const states = trace.timeline ?? [];
	const ready = states.find(isReady);
	const last = states.findLast(({ kubectl }) => kubectl);
	const restarts = last?.kubectl?.restarts ?? 0;
	const again: Bilingual = restarts === 0 ? { en: '', ko: '' } : { en: `, ${restarts} restart${restarts > 1 ? 's' : ''}`, ko: ` 재시작은 ${restarts}번이다.` };
	const status = last?.kubectl?.status ?? 'Pending';
	// The story's own time: the API shows it some ms later, which may round to another tenth.
	const since = trace.story.moments.find(({ code }) => code === 'pod/ready')?.t ?? ready?.t ?? 0;
	const first = ready && { en: durationText(since, 'en'), ko: durationText(since, 'ko') };
	const told = (en: string, ko: string): Bilingual => ({ en: `${en}${again.en}.`, ko: `${ko}.${again.ko}` });
	if (states.at(-1)?.gone === true) return goneAfter(trace, told);
	if (last?.phase === 'Succeeded' || last?.phase === 'Failed')
		return told(`Ends \`${last.phase}\` after ${durationText(last.t, 'en')}`, `${durationText(last.t, 'ko')} 만에 \`${last.phase}\`로 끝난다`);
	if (!first) return told(`Never ready: \`${status}\` at the end`, `끝내 준비되지 않는다. 마지막 상태는 \`${status}\`${particle(status, '이다/다')}`);
	if (last && isReady(last)) return told(`Ready after ${first.en}`, `${first.ko} 만에 준비된다`);
	// kubectl says Running of a pod that is not ready, too.
	return status === 'Running'
		? told(`Ready after ${first.en}, but not ready at the end`, `${first.ko} 만에 준비되지만 마지막에는 준비되지 않은 상태다`)
		: told(`Ready after ${first.en}, but \`${status}\` at the end`, `${first.ko} 만에 준비되지만 마지막 상태는 \`${status}\`${particle(status, '이다/다')}`);
}

function goneAfter({ timeline = [], story }: Trace, told: (en: string, ko: string) => Bilingual): Bilingual {
	const end = timeline.at(-1)?.t ?? 0;
	const deleted = timeline.find(({ deleting }) => deleting)?.t ?? end;
	const evicted = story.moments.some(({ code, args }) => code === 'pod/deleted' && (args['by'] === 'eviction' || args['by'] === 'taint'));
	const [en, ko] = [`${evicted ? 'Evicted' : 'Deleted'} at ${durationText(deleted, 'en')}`, `${durationText(deleted, 'ko')}에 ${evicted ? '축출' : '삭제'}되`];
	if (end - deleted < 0.05) return told(`${en} and gone at once`, `${ko}자 바로 사라진다`);
	return told(`${en}, gone ${durationText(end - deleted, 'en')} later`, `${ko}고 ${durationText(end - deleted, 'ko')} 뒤에 사라진다`);
}

function ownerEnding(trace: Trace): Bilingual {
	const { pods = [], kind, until } = trace;
	const last = lastStates(trace);
	const phases = pods.map(({ timeline }) => timeline.findLast(({ phase }) => phase !== undefined)?.phase);
	const count = (phase: string): number => phases.filter((known) => known === phase).length;
	const isJob = kind === 'Job' || kind === 'CronJob';
	const [ready, succeeded, failed] = [last.filter(isReady).length, count('Succeeded'), count('Failed')];
	const ends = isJob ? { en: `${succeeded} succeeded, ${failed} failed`, ko: `성공 ${succeeded}개, 실패 ${failed}개` } : undefined;
	return {
		en: `${kind}: ${pods.length} pod${pods.length === 1 ? '' : 's'} in ${durationText(until, 'en')}, ${ends?.en ?? `${ready} ready at the end`}.`,
		ko: `${kindWords[kind]?.ko ?? kind}: ${durationText(until, 'ko')} 동안 파드 ${pods.length}개, ${ends?.ko ?? `마지막에 준비된 파드 ${ready}개`}.`,
	};
}
