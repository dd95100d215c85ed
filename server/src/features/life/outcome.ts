/** How it went with a workload: the outcome, after how long, and the number or field that decides. Never its kind, which stands above; never the horizon, but for what is not finished by then. */
import type { Moment, PodState, Trace } from '../../protocol/life';
import type { Bilingual } from '../../protocol/text';
import { durationText } from '../../schema/duration';
import { particle } from '../particle';
import { type ReadyStep, readyCurve } from './ready-curve';
import { isReady, podsOf } from './usual';
import type { Wanted } from './wanted';

export function outcomeOf(trace: Trace, wanted: Wanted): Bilingual {
	switch (trace.kind) {
		case 'Job':
			return jobOutcome(trace, wanted);
		case 'CronJob':
			return cronOutcome(trace, wanted);
		default:
			return goneWith(trace) ?? rolloutOutcome(trace, trace.kind === 'DaemonSet' ? nodesWanted(trace) : wanted.replicas);
	}
}

/** A point in time as a headline says it: `1.1 s`, `2:58`, `1 d 2 h`; in Korean `2분 58초`. */
function at(seconds: number): Bilingual {
	const whole = Math.floor(seconds + 0.05);
	if (seconds < 59.95 || whole >= 86_400) return both(whole >= 60 ? whole : seconds);
	const two = (part: number) => String(part).padStart(2, '0');
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
	return { en: hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`, ko: durationText(whole, 'ko') };
}

const both = (seconds: number): Bilingual => ({ en: durationText(seconds, 'en'), ko: durationText(seconds, 'ko') });
const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

function nodesWanted({ owner = [] }: Trace): number {
	return Math.max(0, ...owner.map(({ status }) => (status as { readonly desiredNumberScheduled?: number } | undefined)?.desiredNumberScheduled ?? 0));
}

/** Its owner is deleted, and takes its pods along. */
function goneWith(trace: Trace): Bilingual | undefined {
	const deleted = trace.owner?.find(({ deleting, gone }) => deleting === true || gone === true)?.t;
	const pods = podsOf(trace);
	if (deleted === undefined || !pods.every(({ timeline }) => timeline.at(-1)?.gone === true)) return undefined;
	const end = Math.max(deleted, ...pods.map(({ createdAt, timeline }) => createdAt + (timeline.at(-1)?.t ?? 0)));
	const [when, later] = [at(deleted), both(end - deleted)];
	return { en: `Deleted at ${when.en}; its pods are gone ${later.en} later.`, ko: `${when.ko}에 삭제됐고 ${later.ko} 뒤에 파드가 모두 사라졌다.` };
}

function rolloutOutcome(trace: Trace, wanted: number): Bilingual {
	if (wanted === 0 && podsOf(trace).length === 0)
		return trace.kind === 'DaemonSet'
			? { en: 'No pod: no node is meant to have one.', ko: '파드가 없다. 파드를 둘 노드가 없다.' }
			: { en: 'No pod: `replicas` is 0.', ko: '`replicas`가 0이라 파드가 없다.' };
	const changed = trace.story.moments.findLast(
		({ code, pod, args }) => code === 'pod/changed' && pod === undefined && String(args['what']).split(', ').includes('template'),
	);
	return changed ? replacement(trace, wanted, changed) : firstRollout(trace, wanted);
}

function firstRollout(trace: Trace, wanted: number): Bilingual {
	const curve = readyCurve(trace);
	const done = curve.find(({ ready }) => ready >= wanted);
	const last = curve.at(-1)?.ready ?? 0;
	const why = statusOf(trace);
	const none = wanted === 1 ? '파드가 준비되지 않았다' : `${wanted}개 중 하나도 준비되지 않았다`;
	if (!done)
		return {
			en: `Never rolled out: ${last} of ${wanted} ready${inBrackets(why)}.`,
			ko: `롤아웃이 끝나지 않는다. ${last === 0 ? none : `${wanted}개 중 ${last}개만 준비됐다`}${inBrackets(why, '')}.`,
		};
	const after = at(done.t);
	if (last < wanted)
		return {
			en: `Rolled out after ${after.en}, but ${last} of ${wanted} ready at the end${inBrackets(why)}.`,
			ko: `${after.ko} 만에 롤아웃이 끝났지만 마지막에는 ${last === 0 ? '준비된 파드가 없다' : `${wanted}개 중 ${last}개만 준비된 상태다`}${inBrackets(why, '')}.`,
		};
	const less = shortfall(curve, done.t, wanted, trace.until);
	if (!less)
		return {
			en: `Rolled out after ${after.en}: ${wanted} of ${wanted} ready.`,
			ko: `${after.ko} 만에 롤아웃이 끝났다. ${wanted === 1 ? '파드가' : `${wanted}개 모두`} 준비됐다.`,
		};
	const [from, lasted, least] = [at(less.from), both(less.seconds), less.least];
	return {
		en: `Rolled out after ${after.en}; ${less.times === 1 ? `from ${from.en} on` : 'later'} ${least === 0 ? 'none' : `only ${least} of ${wanted}`} ${least > 1 ? 'were' : 'was'} ready for ${lasted.en}.`,
		ko: `${after.ko} 만에 롤아웃이 끝났다. ${less.times === 1 ? `${from.ko}부터` : '그 뒤'} ${lasted.ko} 동안은 ${least === 0 ? '준비된 파드가 없었다' : `${wanted}개 중 ${least}개만 준비된 상태였다`}.`,
	};
}

interface Shortfall {
	/** How often fewer than wanted were ready, since when, for how long in all, and how few at worst. */
	readonly times: number;
	readonly from: number;
	readonly seconds: number;
	readonly least: number;
}

function shortfall(curve: readonly ReadyStep[], since: number, wanted: number, until: number): Shortfall | undefined {
	const short = curve.map(({ t, ready }, i) => ({ t, ready, to: curve[i + 1]?.t ?? until })).filter(({ t, ready }) => t >= since && ready < wanted);
	const [first] = short;
	const seconds = short.reduce((sum, { t, to }) => sum + to - t, 0);
	if (!first || seconds < 0.05) return undefined;
	const times = short.filter(({ t }, i) => i === 0 || t !== short[i - 1]?.to).length;
	return { times, from: first.t, seconds, least: Math.min(...short.map(({ ready }) => ready)) };
}

function replacement(trace: Trace, wanted: number, changed: Moment): Bilingual {
	const curve = readyCurve(trace, changed.t);
	const done = curve.find(({ t, readyNew }) => t >= changed.t && readyNew >= wanted);
	const fresh = podsOf(trace).filter(({ createdAt, timeline }) => createdAt >= changed.t && timeline.at(-1)?.gone !== true);
	if (!done) {
		const ready = curve.at(-1)?.readyNew ?? 0;
		const why = inBrackets(statusOf(trace, changed.t));
		const never = fresh.length > 0 && ready === 0;
		return {
			en: `Stuck: ${fresh.length} of ${wanted} updated${never ? `; the new pod${fresh.length === 1 ? ' is' : 's are'} never ready${why}` : ''}.`,
			ko: `멈췄다. ${wanted}개 중 ${fresh.length}개만 바뀌었${never ? `고 새 파드가 준비되지 않는다${why.trimStart()}` : '다'}.`,
		};
	}
	const during = curve.filter(({ t }) => t >= changed.t && t <= done.t);
	const [atOnce, least] = [Math.max(...during.map(({ newcomers }) => newcomers)), Math.min(...during.map(({ ready }) => ready))];
	const took = both(done.t - changed.t);
	const pace: Bilingual =
		wanted === 1
			? { en: '', ko: '' }
			: atOnce >= wanted
				? { en: ', all at once', ko: ' 한꺼번에' }
				: atOnce === 1
					? { en: ', one at a time', ko: ' 하나씩' }
					: { en: `, ${atOnce} at a time`, ko: ` ${atOnce}개씩` };
	const kept: Bilingual =
		least > 0
			? { en: `never fewer than ${least} ready`, ko: `준비된 파드는 늘 ${least}개 이상이다` }
			: { en: 'for a while none was ready', ko: '준비된 파드가 하나도 없는 때가 있다' };
	return { en: `Replaced in ${took.en}${pace.en}; ${kept.en}.`, ko: `${took.ko} 만에${pace.ko} 교체한다. ${kept.ko}.` };
}

/** kubectl's word for the pods that are not well at the end. */
function statusOf(trace: Trace, since = 0): string | undefined {
	const last = podsOf(trace).flatMap(({ createdAt, timeline }) => (createdAt >= since ? (timeline.at(-1) ?? []) : []));
	const ill = last.find((state) => state.gone !== true && !isReady(state) && state.kubectl !== undefined && state.kubectl.status !== 'Running');
	return ill?.kubectl?.status;
}

const inBrackets = (status: string | undefined, space = ' '): string => (status === undefined ? '' : `${space}(\`${status}\`)`);

function jobOutcome(trace: Trace, wanted: Wanted): Bilingual {
	const { moments } = trace.story;
	const ended = moments.find(({ code }) => code === 'job/complete' || code === 'job/failed');
	if (ended?.code === 'job/complete') return completed(ended, wanted);
	if (ended) return failed(trace, ended, wanted);
	const suspended = moments.findLast(({ code }) => code === 'job/suspended' || code === 'job/resumed');
	if (suspended?.code === 'job/suspended' || podsOf(trace).length === 0) {
		const when = suspended && suspended.t > 0.05 ? at(suspended.t) : undefined;
		return {
			en: when ? `Suspended at ${when.en}.` : 'Suspended: no pod is made.',
			ko: when ? `${when.ko}에 일시 중지됐다.` : '일시 중지된 상태라 파드를 만들지 않는다.',
		};
	}
	return unfinished(trace);
}

function completed({ t, args }: Moment, { completions }: Wanted): Bilingual {
	const after = at(t);
	const succeeded = Number(args['succeeded']);
	return completions === undefined
		? { en: `Complete after ${after.en}: ${succeeded} succeeded.`, ko: `${after.ko} 만에 끝났다. ${succeeded}개가 성공했다.` }
		: {
				en: `Complete after ${after.en}: ${succeeded} of ${completions} succeeded.`,
				ko: `${after.ko} 만에 끝났다. ${completions === succeeded ? (succeeded === 1 ? '성공했다' : `${succeeded}개 모두 성공했다`) : `${completions}개 중 ${succeeded}개가 성공했다`}.`,
			};
}

function failed(trace: Trace, { t, args }: Moment, { backoffLimit, activeDeadlineSeconds }: Wanted): Bilingual {
	const when = at(t);
	const pods = podsOf(trace).filter(({ createdAt, timeline }) => createdAt <= t && timeline.some(({ phase }) => phase === 'Failed')).length;
	const told = (en: string, ko: string): Bilingual => ({ en: `Failed after ${when.en}: ${en}.`, ko: `${when.ko}에 실패했다. ${ko}.` });
	switch (args['reason']) {
		case 'BackoffLimitExceeded':
			return told(
				`\`backoffLimit\` ${backoffLimit} is used up, ${count(pods, 'pod')} failed`,
				`\`backoffLimit\` ${backoffLimit}${particle(String(backoffLimit), '을/를')} 넘겨 파드 ${pods}개가 실패했다`,
			);
		case 'DeadlineExceeded':
			return told(`\`activeDeadlineSeconds\` ${activeDeadlineSeconds} are over`, `\`activeDeadlineSeconds\` ${activeDeadlineSeconds}초가 지났다`);
		default:
			return told(`\`${args['reason']}\``, `이유는 \`${args['reason']}\`${particle(String(args['reason']), '이다/다')}`);
	}
}

function unfinished(trace: Trace): Bilingual {
	const by = at(trace.until);
	const alive = podsOf(trace)
		.flatMap(({ timeline }) => timeline.at(-1) ?? [])
		.filter(isAlive);
	const waits = alive.find(({ kubectl }) => kubectl !== undefined && kubectl.status !== 'Running')?.kubectl?.status;
	const n = alive.length;
	const what: Bilingual =
		n === 0
			? { en: 'the next pod is still to come', ko: '다음 파드를 기다리는 중이다' }
			: waits === undefined
				? { en: `${count(n, 'pod')} still ${n === 1 ? 'runs' : 'run'}`, ko: `파드 ${n}개가 아직 돈다` }
				: { en: `${count(n, 'pod')} ${n === 1 ? 'waits' : 'wait'} (\`${waits}\`)`, ko: `파드 ${n}개가 기다리고 있다(\`${waits}\`)` };
	return { en: `Not finished by ${by.en}: ${what.en}.`, ko: `${by.ko}${particle(by.ko, '이/가')} 지나도 끝나지 않았다. ${what.ko}.` };
}

const isAlive = ({ gone, phase }: PodState): boolean => gone !== true && phase !== 'Succeeded' && phase !== 'Failed';

function cronOutcome(trace: Trace, wanted: Wanted): Bilingual {
	const { moments } = trace.story;
	const due = moments.filter(({ code }) => code === 'cron/due');
	const [first] = due;
	const by = at(trace.until);
	if (!first) return noRun(moments, by);
	const ends = moments.filter(({ code }) => code === 'job/complete' || code === 'job/failed');
	const after = at(first.t);
	if (due.length > 1) {
		const tally = tallyOf(due.length, ends);
		return {
			en: `First run after ${after.en}; ${due.length} runs by ${by.en}: ${tally.en}.`,
			ko: `${after.ko} 뒤에 처음 실행됐다. ${by.ko} 동안 ${due.length}번 실행됐다(${tally.ko}).`,
		};
	}
	const [end] = ends;
	if (!end) return { en: `First run after ${after.en}; not finished by ${by.en}.`, ko: `${after.ko} 뒤에 처음 실행됐지만 ${by.ko}까지 끝나지 않았다.` };
	const took = both(end.t - first.t);
	const reason = end.code === 'job/failed' ? failed(trace, end, wanted) : undefined;
	return reason
		? { en: `First run after ${after.en}. ${reason.en}`, ko: `${after.ko} 뒤에 처음 실행됐다. ${reason.ko}` }
		: { en: `First run after ${after.en}, complete ${took.en} later.`, ko: `${after.ko} 뒤에 처음 실행됐고 ${took.ko} 만에 성공했다.` };
}

function noRun(moments: readonly Moment[], by: Bilingual): Bilingual {
	if (moments.some(({ code }) => code === 'cron/never')) return { en: 'Never runs.', ko: '한 번도 실행되지 않는다.' };
	return { en: `No run by ${by.en}.`, ko: `${by.ko}${particle(by.ko, '이/가')} 지나도 실행되지 않았다.` };
}

/** How the runs went; what did not happen is not said. */
function tallyOf(runs: number, ends: readonly Moment[]): Bilingual {
	const complete = ends.filter(({ code }) => code === 'job/complete').length;
	const counts: readonly (readonly [n: number, en: string, ko: string])[] = [
		[complete, 'complete', '성공'],
		[ends.length - complete, 'failed', '실패'],
		[runs - ends.length, 'not finished', '진행 중'],
	];
	const some = counts.filter(([n]) => n > 0);
	return { en: some.map(([n, en]) => `${n} ${en}`).join(', '), ko: some.map(([n, , ko]) => `${ko} ${n}번`).join(', ') };
}
