/** Lives made by hand: small enough to know every number of them. */
import type { ContainerState, LaneContainer, Life, Moment, MomentCode, PodState, Preset, ProbeResult, Stretch, Tone } from '../../server/src/protocol/life';

type Told = Partial<Moment> & { readonly t: number; readonly code: MomentCode; readonly label?: string };

const CONDITIONS = ['PodScheduled', 'PodReadyToStartContainers', 'Initialized', 'ContainersReady', 'Ready'];

const PRESETS: readonly Preset[] = [
	{ id: 'healthy', title: { en: 'all goes well', ko: '별일 없으면' }, scenario: { until: '1m' } },
	{
		id: 'crashes',
		title: { en: 'it crashes', ko: '앱이 죽으면' },
		scenario: { world: { containers: { app: { runs: [{ exitAfter: '5s', exitCode: 1 }] } } }, until: '5m' },
	},
	{
		id: 'hangs',
		title: { en: 'it hangs', ko: '응답이 없으면' },
		scenario: { world: { containers: { app: { liveness: [{ from: '15s', ok: false, run: 0 }] } } } },
	},
	{ id: 'deleted', title: { en: 'I delete it', ko: '내가 삭제하면' }, scenario: { actions: [{ at: '10s', do: 'delete' }], until: '2m' } },
];

export const APP: LaneContainer = { name: 'app', kind: 'app', image: 'nginx:1.27', probes: ['startup', 'liveness'], hooks: ['preStop'] };

export function state(t: number, status: string, ready: string, more: Partial<PodState> & { readonly app?: Partial<ContainerState> } = {}): PodState {
	const { app, ...rest } = more;
	const isReady = ready.startsWith('1');
	const running = status === 'Running' || status === 'Terminating';
	return {
		t,
		deleting: false,
		phase: running ? 'Running' : 'Pending',
		conditions: Object.fromEntries(CONDITIONS.map((name, i) => [name, { status: i < 3 || isReady ? ('True' as const) : ('False' as const) }])),
		containers: {
			app: {
				state: running ? 'running' : 'waiting',
				ready: isReady,
				started: isReady,
				restartCount: 0,
				image: APP.image,
				...(running ? {} : { reason: status }),
				...app,
			},
		},
		kubectl: { ready, status, restarts: app?.restartCount ?? 0 },
		...rest,
	};
}

export interface Made {
	readonly containers?: readonly LaneContainer[];
	readonly states: readonly PodState[];
	readonly stretches: readonly Stretch[];
	readonly moments: readonly Told[];
	readonly probes?: readonly ProbeResult[];
	readonly until?: number;
	readonly scenario?: Life['scenario'];
	/** The code of what the headline is about. */
	readonly point?: MomentCode;
}

export function made({ containers = [APP], states, stretches, moments, probes = [], until = 60, scenario = {}, point }: Made): Life {
	const all = moments.map((moment, id): Moment => {
		const { label: _label, ...rest } = moment;
		return { id, args: {}, tone: 'ok' as Tone, weight: 4, because: [], ...rest };
	});
	const both = (text: string) => ({ en: text, ko: text });
	return {
		kind: 'life',
		trace: { name: 'p', kind: 'Pod', until, timeline: states, events: [], story: { moments: all, stretches, probes } },
		scenario,
		...(point !== undefined && { point: all.findLast(({ code }) => code === point)?.id ?? 0 }),
		headline: { en: 'Ready after 8 s.', ko: '8초 만에 준비됐다.' },
		sentences: all.map((moment) => both(`\`${moment.container ?? 'the pod'}\`: ${moment.code} at ${moment.t} s.`)),
		labels: moments.map((moment) => both(moment.label ?? moment.code)),
		fields: { 'spec.containers[0].livenessProbe.failureThreshold': { start: { line: 21, character: 6 }, end: { line: 21, character: 25 } } },
		links: { 'probe/killed': { en: 'https://kubernetes.io/docs/', ko: 'https://kubernetes.io/ko/docs/' } },
		presets: PRESETS,
		containers,
	};
}

const app = (what: Stretch['what'], from: number, to: number, more: Partial<Stretch> = {}): Stretch => ({ lane: 'app', what, from, to, run: 0, ...more });
const answer = (probe: ProbeResult['probe'], t: number, ok: boolean, streak: number, threshold: number, decided = false): ProbeResult => ({
	container: 'app',
	probe,
	t,
	ok,
	streak,
	threshold,
	decided,
});

/** Starts slowly, is ready at 8, is killed by its liveness probe at 20, starts again and is ready at 26. */
export function hangs(): Life {
	return made({
		point: 'probe/killed',
		states: [
			state(0, 'ContainerCreating', '0/1'),
			state(1, 'Running', '0/1'),
			state(8, 'Running', '1/1'),
			state(20, 'Running', '0/1', { app: { restartCount: 1, lastState: { state: 'terminated', reason: 'Completed', exitCode: 0, finishedAt: 20 } } }),
			state(26, 'Running', '1/1', { app: { restartCount: 1, lastState: { state: 'terminated', reason: 'Completed', exitCode: 0, finishedAt: 20 } } }),
		],
		stretches: [
			app('pull', 0, 1),
			app('starting', 1, 8),
			app('ready', 8, 20),
			app('ended', 20, 20, { amount: 0, reason: 'Completed' }),
			app('starting', 20, 26, { run: 1 }),
			app('ready', 26, 60, { run: 1 }),
		],
		probes: [
			answer('startup', 2, false, 1, 10),
			answer('startup', 4, false, 2, 10),
			answer('startup', 6, false, 3, 10),
			answer('startup', 8, true, 1, 1, true),
			answer('liveness', 18, false, 1, 2),
			answer('liveness', 20, false, 2, 2, true),
			answer('startup', 24, false, 1, 10),
			answer('startup', 26, true, 1, 1, true),
		],
		moments: [
			{ t: 0, code: 'pod/created', tone: 'prep', weight: 2 },
			{ t: 0, code: 'image/pulling', container: 'app', tone: 'prep', weight: 2 },
			{ t: 1, code: 'container/started', container: 'app' },
			{ t: 2, code: 'probe/failed', container: 'app', tone: 'prep', weight: 3, args: { probe: 'startup', streak: 1 } },
			{ t: 4, code: 'probe/failed', container: 'app', tone: 'prep', weight: 3, args: { probe: 'startup', streak: 2 } },
			{ t: 6, code: 'probe/failed', container: 'app', tone: 'prep', weight: 3, args: { probe: 'startup', streak: 3 } },
			{ t: 8, code: 'probe/started', container: 'app', weight: 5 },
			{ t: 18, code: 'probe/failed', container: 'app', tone: 'warn', weight: 3, args: { probe: 'liveness', streak: 1 }, label: 'liveness fails 1/2' },
			{
				t: 20,
				code: 'probe/failed',
				container: 'app',
				tone: 'bad',
				weight: 5,
				args: { probe: 'liveness', streak: 2 },
				because: [7],
				label: 'liveness fails 2/2',
			},
			{
				t: 20,
				code: 'probe/killed',
				container: 'app',
				tone: 'bad',
				weight: 9,
				because: [8],
				field: 'spec.containers[0].livenessProbe.failureThreshold',
				label: 'killed',
			},
			{ t: 20.1, code: 'container/restarted', container: 'app', tone: 'warn', weight: 5, because: [9], label: 'restart 1' },
			{ t: 24, code: 'probe/failed', container: 'app', tone: 'prep', weight: 3, args: { probe: 'startup', streak: 1 } },
			{ t: 26, code: 'probe/started', container: 'app', weight: 5 },
		],
		scenario: { world: { containers: { app: { liveness: [{ from: '15s', ok: false, run: 0 }] } } } },
	});
}

/** Deleted at 10 with a grace of 10 s; its preStop hook is cut at 20 and SIGKILL ends it at 22. */
export function stubborn(): Life {
	return made({
		point: 'container/killed',
		states: [
			state(0, 'ContainerCreating', '0/1'),
			state(1, 'Running', '1/1'),
			state(10, 'Terminating', '1/1', { deleting: true, deletionGracePeriodSeconds: 10 }),
			{ t: 22.5, gone: true, deleting: true },
		],
		stretches: [
			app('pull', 0, 1),
			app('ready', 1, 10),
			app('terminating', 10, 22, { amount: 10 }),
			app('preStop', 10, 20, { amount: 10, failed: true }),
			app('ended', 22, 22.5, { amount: 137, reason: 'Error' }),
		],
		moments: [
			{ t: 1, code: 'pod/ready', weight: 5 },
			{ t: 10, code: 'pod/deleted', tone: 'term', weight: 6 },
			{ t: 20, code: 'hook/pre-stop-cut', container: 'app', tone: 'bad', weight: 6, because: [1] },
			{ t: 22, code: 'container/killed', container: 'app', tone: 'bad', weight: 9, because: [2] },
			{ t: 22.5, code: 'pod/gone', tone: 'done', weight: 3, because: [3] },
		],
		scenario: { actions: [{ at: '10s', do: 'delete' }], world: { containers: { app: { onTerm: { ignore: true }, preStop: { takes: '60s' } } } } },
	});
}

/** Crashes for five minutes: 10, 20, 40 … seconds of back-off, each stretch beginning where the last one ended. */
export function crashes(): Life {
	const stretches: Stretch[] = [app('pull', 0, 1)];
	const moments: Told[] = [{ t: 0, code: 'pod/created', tone: 'prep', weight: 2 }];
	const states = [state(0, 'ContainerCreating', '0/1')];
	let t = 1;
	for (const [run, wait] of [10, 20, 40, 80, 160].entries()) {
		stretches.push(
			app('ready', t, t + 1, { run }),
			app('ended', t + 1, t + 1, { run, amount: 1, reason: 'Error' }),
			app('backOff', t + 1, t + 1 + wait, { run, amount: wait }),
		);
		states.push(state(t, 'Running', '1/1', { app: { restartCount: run } }), state(t + 1, 'CrashLoopBackOff', '0/1', { app: { restartCount: run } }));
		moments.push({ t: t + 1, code: 'container/exited', container: 'app', tone: 'bad', weight: 7, args: { exitCode: 1 } });
		moments.push({ t: t + 1, code: 'back-off/wait', container: 'app', tone: 'warn', weight: 8, because: [moments.length - 1] });
		t += 1 + wait;
	}
	return made({ states, stretches, moments, until: t });
}

/** A container at work for an hour that fails a probe every third of a second: a picture of many marks. */
export function crowded(marks: number): Life {
	const probes = Array.from({ length: marks }, (_, i) => answer('readiness', 1 + i / 3, i % 2 === 1, 1, 1, true));
	const stretches = Array.from({ length: marks }, (_, i) => app(i % 2 ? 'ready' : 'notReady', 1 + i / 3, 1 + (i + 1) / 3));
	const moments = Array.from({ length: marks }, (_, i): Told => ({ t: 1 + i / 3, code: i % 2 ? 'probe/ready' : 'probe/not-ready', container: 'app' }));
	const end = 1 + marks / 3;
	const states = [state(0, 'ContainerCreating', '0/1'), ...Array.from({ length: marks }, (_, i) => state(1 + i / 3, 'Running', i % 2 ? '1/1' : '0/1'))];
	return made({ states, stretches, moments, probes, until: end });
}

/** A set of two pods; the second begins when the first is ready. */
export function pair(): Life {
	const one = hangs();
	const { timeline = [], story } = one.trace;
	const moved = <T extends { readonly t: number }>(item: T): T => ({ ...item, t: item.t + 10 });
	return {
		...one,
		point: (one.point ?? 0) + story.moments.length,
		trace: {
			name: 's',
			kind: 'StatefulSet',
			until: 60,
			pods: [
				{ name: 's-0', createdAt: 0, timeline, events: [] },
				{ name: 's-1', createdAt: 10, timeline, events: [] },
			],
			owner: [
				{ t: 0, status: { replicas: 1 } },
				{ t: 8, status: { replicas: 2, readyReplicas: 1 } },
				{ t: 18, status: { replicas: 2, readyReplicas: 2 } },
			],
			ownerEvents: [],
			story: {
				moments: [
					...story.moments.map((moment) => ({ ...moment, pod: 0 })),
					...story.moments.map((moment) => ({ ...moved(moment), id: moment.id + story.moments.length, pod: 1, because: [] })),
				],
				stretches: [
					...story.stretches.map((stretch) => ({ ...stretch, pod: 0 })),
					...story.stretches.map((stretch) => ({ ...stretch, pod: 1, from: stretch.from + 10, to: stretch.to + 10 })),
				],
				probes: [...story.probes.map((probe) => ({ ...probe, pod: 0 })), ...story.probes.map((probe) => ({ ...moved(probe), pod: 1 }))],
			},
		},
		sentences: [...one.sentences, ...one.sentences],
		labels: [...one.labels, ...one.labels],
	};
}

/** The life in which all goes well: ready after a second, and so it stays. */
export function usualLife(): Life {
	return made({
		states: [state(0, 'ContainerCreating', '0/1'), state(1, 'Running', '1/1')],
		stretches: [app('pull', 0, 1), app('ready', 1, 60)],
		moments: [{ t: 1, code: 'pod/ready', weight: 5 }],
		scenario: { until: '1m' },
	});
}

/** A life with the one in which all goes well beside it. */
export function besideUsual(life: Life): Life {
	const { trace, scenario } = usualLife();
	return { ...life, usual: { trace, scenario } };
}

/** Ten containers, one after another: more lanes than there is room for. */
export function many(): Life {
	const containers = Array.from({ length: 10 }, (_, i): LaneContainer => {
		const kind = i < 4 ? 'init' : i < 6 ? 'sidecar' : 'app';
		return { name: `${kind}-with-a-long-name-${i}`, kind, image: `image:${i}`, probes: ['readiness'], hooks: [] };
	});
	return made({
		containers,
		states: [state(0, 'Init:0/6', '0/6'), state(12, 'Running', '1/1')],
		stretches: containers.flatMap(({ name, kind }, i): Stretch[] => [
			{ lane: name, what: 'waiting', from: 0, to: i },
			{ lane: name, what: kind === 'init' ? 'working' : 'ready', from: i, to: kind === 'init' ? i + 1 : 60, run: 0 },
			...(kind === 'init' ? [{ lane: name, what: 'ended' as const, from: i + 1, to: 60, run: 0, amount: 0 }] : []),
		]),
		moments: containers.map(({ name }, i): Told => ({ t: i, code: 'container/started', container: name })),
	});
}
