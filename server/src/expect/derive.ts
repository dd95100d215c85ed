/** What may be expected of a life, as it was: written as one writes expectations, few and wide enough for a real cluster. */
import { same } from '../schema/same';
import { truths } from './stretches';
import { containersEver, containerTrack, countTrack, type Lived, type LivedPod, ownerTrack, podTrack, type Track } from './tracks';
import { containersOf, VOCABULARY } from './vocabulary';

/** One item of `expect:`, as JSON. */
export type Written = Readonly<Record<string, unknown>>;

/** For a pod: when it is ready, how often its containers restart, how it ends. For a workload: how many of its pods are ready, how it rolls out or completes. */
export function derived(life: Lived): readonly Written[] {
	const own = life.pods.find(({ name }) => name === life.name) ?? life.pods[0];
	const said = life.owner.length > 0 ? [...ofPods(life), ...ofOwner(life)] : own ? ofPod(own, life) : [];
	return said.filter((one, i) => said.findIndex((other) => same(one, other)) === i);
}

function ofPod(pod: LivedPod, life: Lived): readonly Written[] {
	const track = podTrack(pod, 0);
	const when = (word: string): number | undefined => firstTime(track, word, life);
	const ready = truths(track, { kind: 'word', word: 'ready' }, life.horizon);
	const [first] = ready;
	const over = (['Succeeded', 'Failed'] as const).find((phase) =>
		truths(track, { kind: 'word', word: phase }, life.horizon).some(({ from, to }) => to - from > FLASH),
	);
	return [
		...(first ? [{ the: 'pod', becomes: 'ready', within: room(first.from, life) }] : [{ the: 'pod', never: 'ready' }]),
		// A restart that takes no time here shows in a real cluster.
		...(first && first.to > life.horizon && when('restarted') === undefined ? [{ the: 'pod', stays: 'ready' }] : []),
		...(over ? [{ the: 'pod', becomes: over, within: room(when(over) ?? 0, life) }] : []),
		...ofContainers(life, pod),
		...(pod.goneAt === undefined ? statusAtEnd(pod) : [{ the: 'pod', becomes: 'gone', within: room(pod.goneAt, life) }]),
	];
}

/** States shorter than this a real cluster may merge away, milliseconds. */
const FLASH = 1300;

/** Words of STATUS that come and go by turns: which of them there is in the end a real cluster decides. */
const BY_TURNS = ['ErrImagePull', 'ImagePullBackOff'];

/** What holds a pod up in the end. What restarts again and again is now in one state, now in another. */
function statusAtEnd({ states }: LivedPod): readonly Written[] {
	const last = states.at(-1)?.is;
	const { status, restarts = 0 } = last?.kubectl ?? {};
	if (status === undefined || status === 'Running' || restarts > 0 || last?.phase === 'Succeeded' || last?.phase === 'Failed') return [];
	return [{ the: 'pod', is: BY_TURNS.includes(status) ? BY_TURNS : status }];
}

/** That none restarted; restarts and exit codes of each container of a pod. */
function ofContainers({ pods }: Lived, own?: LivedPod): readonly Written[] {
	const restarted = pods.some(({ states }) => states.some(({ is }) => Object.values(containersOf(is)).some(({ restartCount }) => restartCount > 0)));
	const isThere = pods.some((pod) => containersEver(pod).length > 0);
	const whose = pods.length > 1 ? { the: 'pod' } : {};
	const named = own ? containersEver(own).flatMap((name) => ofContainer(own, name, restarted).map((said) => ({ container: name, ...whose, ...said }))) : [];
	return [...(isThere && !restarted ? [{ each: 'container', never: 'restarted' }] : []), ...named];
}

function ofContainer(pod: LivedPod, container: string, restarted: boolean): readonly Written[] {
	const isOver = pod.states.some(({ is }) => is.phase === 'Succeeded' || is.phase === 'Failed');
	const seen = containerTrack(pod, container, 0).records.filter(({ t }) => t < (pod.goneAt ?? Number.POSITIVE_INFINITY) - FLASH);
	const last = seen.findLast(({ is }) => is !== undefined)?.is;
	if (!last) return [];
	// One that goes on to restart may have done so once less in a real cluster, where waits are longer.
	const restarts = !restarted ? {} : { restartCount: isOver || last.restartCount < 2 ? last.restartCount : `at least ${last.restartCount - 1}` };
	const claim = { ...restarts, ...(isOver && last.exitCode !== undefined && { exitCode: last.exitCode }) };
	if (Object.keys(claim).length === 0) return [];
	return [pod.goneAt === undefined ? { is: claim } : { becomes: claim }];
}

/** How many pods are ready, and how many there are at most. */
function ofPods(life: Lived): readonly Written[] {
	const ready = countTrack(life.pods, VOCABULARY.pod.facts['ready'] ?? (() => false));
	const existing = countTrack(life.pods, ({ deleting }) => !deleting);
	const most = Math.max(0, ...countsOf(ready));
	const full = ready.records.findIndex(({ is }) => is === most);
	const least = Math.min(...ready.records.slice(full).map(({ is }) => is));
	if (most === 0) return [{ pods: 'ready', is: 0 }];
	const [isWork, last] = [life.kind === 'Job' || life.kind === 'CronJob', ready.records.at(-1)?.is];
	return [
		{ pods: 'ready', becomes: most, within: room(ready.records[full]?.t ?? 0, life) },
		...(least > 0 ? [{ pods: 'ready', stays: `at least ${least}`, after: { becomes: most } }] : []),
		...(!isWork && least < most ? [{ pods: 'ready', is: last }] : []),
		...(isWork ? [] : [{ pods: { deleting: false }, never: `more than ${Math.max(...countsOf(existing))}` }]),
		...ofContainers(life),
	];
}

const countsOf = ({ records }: Track<'pods'>): readonly number[] => records.map(({ is }) => is);

/** How a roll-out, or a Job, comes out. */
function ofOwner(life: Lived): readonly Written[] {
	const track = ownerTrack(life);
	const end = (['complete', 'failed'] as const).find((word) => firstTime(track, word, life) !== undefined);
	const last = life.owner.at(-1);
	const counts =
		end && last && !last.gone ? Object.fromEntries(['succeeded', 'failed'].map((field) => [field, VOCABULARY.owner.value(last, field) ?? 0])) : undefined;
	return [
		...rollOuts(track, life),
		...(end ? [{ the: 'owner', becomes: end, within: room(firstTime(track, end, life) ?? 0, life) }] : []),
		...(counts ? [{ the: 'owner', is: counts }] : []),
		...(track.goneAt === undefined ? [] : [{ the: 'owner', becomes: 'gone', within: room(track.goneAt, life) }]),
	];
}

/** Each action that begins a roll-out, and when that is over. */
function rollOuts(track: Track<'owner'>, life: Lived): readonly Written[] {
	const rolling = truths(track, { kind: 'word', word: 'rolling' }, life.horizon);
	return (life.scenario.actions ?? []).flatMap(({ as, do: verb, target }, index): readonly Written[] => {
		const at = life.answers.get(index)?.t;
		const next = rolling.find(({ from }) => at !== undefined && from >= at && from - at < STARTED);
		if (target !== 'owner' || !next) return [];
		const name = as ?? verb;
		const isAlone = life.scenario.actions?.filter((one) => (one.as ?? one.do) === name).length === 1;
		if (!isAlone) return [];
		if (next.to > life.horizon) return [{ the: 'owner', is: 'rolling' }];
		return [{ the: 'owner', becomes: 'not rolling', after: name, within: room(next.to - (at ?? 0), life, at) }];
	});
}

/** A roll-out that an action begins is seen to begin within this time. */
const STARTED = 1000;

const firstTime = (track: Track, word: string, life: Lived): number | undefined => truths(track, { kind: 'word', word }, life.horizon)[0]?.from;

/** Seconds that people write. */
const STEPS = [2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1800, 3600];

/** A limit with room for a real cluster, which takes up to half as long again; within what is watched. `after`: the instant that it counts from. */
function room(ms: number, { horizon }: Lived, after = 0): string {
	const wanted = (ms / 1000) * 1.5 + 1;
	const most = Math.floor((horizon - after) / 1000);
	const seconds = Math.min(STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted), Math.max(most, Math.ceil(ms / 1000)));
	return seconds % 60 === 0 && seconds > 60 ? `${seconds / 60}m` : `${seconds}s`;
}
