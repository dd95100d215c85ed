/** The whole life in a sentence or two. */
import type { Moment, MomentCode, PodState, Trace } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { particle } from '../particle';
import { againOf, sentenceOf } from './narrate';
import { outcomeOf } from './outcome';
import { isReady, podsOf } from './usual';
import type { Wanted } from './wanted';

/** How it ended, and what happened on the way; `point` as pointOf finds it. */
export function headlineOf(trace: Trace, point: Moment | undefined, wanted: Wanted): Bilingual {
	const ending = trace.kind === 'Pod' ? endingOf(trace) : outcomeOf(trace, wanted);
	const said = point && TOLD_BY_THE_OUTCOME.has(point.code) ? undefined : pointSentence(trace, point);
	return said ? { en: `${ending.en} ${said.en}`, ko: `${ending.ko} ${said.ko}` } : ending;
}

/** What came a third time is told as what it is: again and again. */
function pointSentence(trace: Trace, point: Moment | undefined): Bilingual | undefined {
	if (!point) return stillAtWork(trace);
	const count = trace.story.moments.filter(({ code, container, pod }) => code === point.code && container === point.container && pod === point.pod).length;
	const said = (count > 2 ? againOf(point, count) : undefined) ?? sentenceOf(point);
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
const SAID_BY_THE_ENDING: ReadonlySet<MomentCode> = new Set(['pod/not-ready', 'pod/failed', 'pod/changed', 'pod/deleted', 'pod/forced', 'pod/grace-shortened']);

/** What the outcome of a workload has said already. */
const TOLD_BY_THE_OUTCOME: ReadonlySet<MomentCode> = new Set(['job/failed', 'job/suspended']);

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

const lastStates = (trace: Trace): PodState[] => podsOf(trace).flatMap(({ timeline }) => timeline.at(-1) ?? []);

function endingOf(trace: Trace): Bilingual {
	// A pod that others stand beside is the first of them.
	const states = podsOf(trace)[0]?.timeline ?? [];
	const ready = states.find(isReady);
	const last = states.findLast(({ kubectl }) => kubectl);
	const restarts = last?.kubectl?.restarts ?? 0;
	const again: Bilingual = restarts === 0 ? { en: '', ko: '' } : { en: `, ${restarts} restart${restarts > 1 ? 's' : ''}`, ko: ` 재시작은 ${restarts}번이다.` };
	const status = last?.kubectl?.status ?? 'Pending';
	// The story's own time: the API shows it some ms later, which may round to another tenth.
	const since = trace.story.moments.find(({ code }) => code === 'pod/ready')?.t ?? ready?.t ?? 0;
	const first = ready && { en: durationText(since, 'en'), ko: durationText(since, 'ko') };
	const told = (en: string, ko: string): Bilingual => ({ en: `${en}${again.en}.`, ko: `${ko}.${again.ko}` });
	if (states.at(-1)?.gone === true) return goneAfter(states, trace, told);
	if (last?.phase === 'Succeeded' || last?.phase === 'Failed')
		return told(`Ends \`${last.phase}\` after ${durationText(last.t, 'en')}`, `${durationText(last.t, 'ko')} 만에 \`${last.phase}\`로 끝난다`);
	if (!first) return told(`Never ready: \`${status}\` at the end`, `끝내 준비되지 않는다. 마지막 상태는 \`${status}\`${particle(status, '이다/다')}`);
	if (last && isReady(last)) return told(`Ready after ${first.en}`, `${first.ko} 만에 준비된다`);
	// kubectl says Running of a pod that is not ready, too.
	return status === 'Running'
		? told(`Ready after ${first.en}, but not ready at the end`, `${first.ko} 만에 준비되지만 마지막에는 준비되지 않은 상태다`)
		: told(`Ready after ${first.en}, but \`${status}\` at the end`, `${first.ko} 만에 준비되지만 마지막 상태는 \`${status}\`${particle(status, '이다/다')}`);
}

function goneAfter(states: readonly PodState[], { story }: Trace, told: (en: string, ko: string) => Bilingual): Bilingual {
	const end = states.at(-1)?.t ?? 0;
	const deleted = states.find(({ deleting }) => deleting)?.t ?? end;
	const evicted = story.moments.some(({ code, args }) => code === 'pod/deleted' && (args['by'] === 'eviction' || args['by'] === 'taint'));
	const [en, ko] = [`${evicted ? 'Evicted' : 'Deleted'} at ${durationText(deleted, 'en')}`, `${durationText(deleted, 'ko')}에 ${evicted ? '축출' : '삭제'}되`];
	if (end - deleted < 0.05) return told(`${en} and gone at once`, `${ko}자 바로 사라진다`);
	return told(`${en}, gone ${durationText(end - deleted, 'en')} later`, `${ko}고 ${durationText(end - deleted, 'ko')} 뒤에 사라진다`);
}
