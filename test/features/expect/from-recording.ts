/** Expectations that a recorded life meets: what must hold for every life that retells it. Wide enough for what two recordings of one life differ by. */
import type { ContainerState, PodState, PodTrace } from '../../../server/src/simulator/trace';
import type { Recording } from '../../simulator/judge';

type Plain = Readonly<Record<string, unknown>>;

/** States shorter than this may be missing. */
const FLASH = 1.3;

interface Step {
	readonly what: Plain;
	/** Seconds since the owner's creation, and the most by which another telling may differ. */
	readonly t: number;
	readonly slack: number;
	readonly lasts: number;
}

export function expectationsFrom(recording: Recording, until: number): readonly Plain[] {
	const pods = podsOf(recording);
	const whole = pods.flatMap((pod, i) => ofPod(pod, i + 1, until));
	return [...whole, ...ofEvents(pods)];
}

export function podsOf({ timeline, events, pods }: Recording): readonly PodTrace[] {
	if (timeline !== undefined && timeline.length > 0) return [{ name: '', createdAt: 0, timeline, events: events ?? [] }];
	return [...(pods ?? [])].sort((a, b) => a.createdAt - b.createdAt);
}

function ofPod({ createdAt, timeline }: PodTrace, pod: number, until: number): readonly Plain[] {
	const statuses = steps(timeline, createdAt, until, ({ gone, kubectl }) => (gone ? undefined : { STATUS: kubectl?.status }));
	const isGone = timeline.at(-1)?.gone === true;
	const names = [...new Set(timeline.flatMap((state) => Object.keys(containersOf(state))))];
	return [
		...seen(statuses, until).map((what) => ({ pod, ...what })),
		...(isGone && createdAt + (timeline.at(-1)?.t ?? 0) < until - Math.max(5, until / 4) ? [{ pod, becomes: 'gone' }] : []),
		...names.flatMap((name) => ofContainer(name, timeline, createdAt, until).map((what) => ({ container: name, pod, ...what }))),
	];
}

function ofContainer(name: string, timeline: readonly PodState[], createdAt: number, until: number): readonly Plain[] {
	const states = timeline.flatMap((state) => containersOf(state)[name] ?? []);
	const all = steps(timeline, createdAt, until, (state) => {
		const container = containersOf(state)[name];
		if (!container) return undefined;
		const { state: is, reason, exitCode, restartCount } = container;
		return { state: is, ...(reason !== undefined && { reason }), ...(exitCode !== undefined && { exitCode }), restartCount };
	});
	const most = Math.max(0, ...states.map(({ restartCount }) => restartCount));
	return [...seen(all, until), most === 0 ? { never: 'restarted' } : { never: { restartCount: `more than ${most + 1 + Math.ceil(most / 4)}` } }];
}

const containersOf = ({ initContainers, containers, ephemeralContainers }: PodState): Readonly<Record<string, ContainerState>> => ({
	...initContainers,
	...containers,
	...ephemeralContainers,
});

/** What it was, without what goes by in a flash; the slack of a step is that of all before it. */
function steps(timeline: readonly PodState[], createdAt: number, until: number, whatOf: (state: PodState) => Plain | undefined): readonly Step[] {
	const found: { what: Plain | undefined; t: number }[] = [];
	for (const state of timeline) {
		const what = whatOf(state);
		if (JSON.stringify(what) !== JSON.stringify(found.at(-1)?.what) || found.length === 0) found.push({ what, t: createdAt + state.t });
	}
	// Times of pods that are created later may differ as well: by as much as a wait.
	let slack = createdAt > 0 ? Math.max(3, createdAt / 2) : 1;
	return found.flatMap(({ what, t }, i) => {
		const lasts = (found[i + 1]?.t ?? until) - t;
		const own = slack;
		slack += Math.max(2, 0.25 * lasts);
		return what ? [{ what, t, slack: own, lasts }] : [];
	});
}

/** Each state that is there long enough becomes so in time; the first time of each. */
function seen(all: readonly Step[], until: number): readonly Plain[] {
	const known = new Set<string>();
	return all.flatMap(({ what, t, slack, lasts }) => {
		const key = JSON.stringify(what);
		const isFirst = !known.has(key);
		known.add(key);
		// What begins near the end may begin after it in another telling.
		if (!isFirst || lasts < 2 * FLASH || t + slack > until - Math.max(5, 0.12 * until)) return [];
		return [{ becomes: what, within: `${Math.ceil(t + slack)}s` }];
	});
}

/** How often each event comes, of all pods together: a quarter more or less, or one of each pod. */
function ofEvents(pods: readonly PodTrace[]): readonly Plain[] {
	const counted = new Map<string, { least: number; most: number }>();
	for (const { events } of pods) {
		const own = new Map<string, number>();
		for (const { type, reason, object = '', count } of events) own.set(`${type} ${reason} ${object}`, (own.get(`${type} ${reason} ${object}`) ?? 0) + count);
		for (const [key, count] of own) {
			const [type = '', reason = ''] = key.split(' ');
			const slack = Math.max(1, 0.25 * count);
			const known = counted.get(`${type} ${reason}`) ?? { least: 0, most: 0 };
			counted.set(`${type} ${reason}`, { least: known.least + Math.max(0, Math.ceil(count - slack)), most: known.most + Math.floor(count + slack) });
		}
	}
	return [...counted].map(([key, { least, most }]) => {
		const [type, reason] = key.split(' ');
		return { event: { type, reason }, happens: `${least} to ${most}` };
	});
}
