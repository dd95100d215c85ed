/** Live pods as the panel shows them: their lives at the times that their dumps tell. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../server/src/features/why/explain';
import { livePod } from '../../../server/src/features/why/live';
import { readDump } from '../../../server/src/features/why/read-dump';
import type { LivePod } from '../../../server/src/protocol/live';
import { dumpAt, LIVES } from '../../autopsy/dumps';

function dumpOf(name: string, t: number): string {
	const life = LIVES.find((one) => one.name === name);
	const dump = life && dumpAt({ ...life, quietFrom: 0 }, t);
	assert.ok(dump, name);
	return dump;
}

function placeIn(text: string, offset: number): { readonly line: number; readonly character: number } {
	const lines = text.slice(0, offset).split('\n');
	return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function liveOf(text: string, more: object = {}): LivePod {
	const answer = livePod({ text, zone: 0, ...more }, ({ start, end }) => ({ start: placeIn(text, start), end: placeIn(text, end) }));
	assert.equal(answer.kind, 'live');
	return answer as LivePod;
}

const OOM = dumpOf('oomkilled', 45);
const lineOf = (text: string, span: { readonly start: { readonly line: number } } | undefined): string => text.split('\n')[span?.start.line ?? -1] ?? '';

test('a life up to now shows at now what the dump shows, and goes on', () => {
	const { life } = liveOf(OOM);
	assert.ok(life?.live);
	const { now, zero } = life.live;
	const state = life.trace.timeline?.findLast(({ t }) => t <= now);
	assert.deepEqual([state?.kubectl?.ready, state?.kubectl?.status, state?.kubectl?.restarts], ['0/1', 'OOMKilled', 2]);
	assert.ok(life.trace.story.moments.some(({ t, code }) => t > now && code === 'container/restarted'));
	assert.equal(new Date(zero + now * 1000).toISOString().slice(0, 10), '2026-05-04');
});

test('what comes next comes when the headline and the rows of the command line say so', () => {
	for (const [name, t] of [
		['oomkilled', 45],
		['liveness-threshold1', 56],
		['pull-not-found', 60],
	] as const) {
		const dump = dumpOf(name, t);
		const { life } = liveOf(dump);
		const [told] = explain(readDump(dump));
		const { now = 0 } = life?.live ?? {};
		const changes = (life?.trace.timeline ?? []).filter((state) => state.t > now + 0.001).map((state) => state.t - now);
		for (const row of told?.timeline.slice(1, 6) ?? [])
			assert.ok(
				changes.some((at) => Math.abs(at - row.t) < 0.01),
				`${name} ${row.t}`,
			);
	}
});

test('what is written in the dump happens when it says so', () => {
	const { life } = liveOf(OOM);
	const { now = 0, zero = 0 } = life?.live ?? {};
	const state = life?.trace.timeline?.findLast(({ t }) => t <= now)?.containers?.['app'];
	const written = (name: string): readonly string[] => [...OOM.matchAll(new RegExp(`"${name}": "([^"]+)"`, 'g'))].map(([, time]) => time ?? '');
	const at = (t = Number.NaN): string => `${new Date(zero + Math.floor(t + 0.0001) * 1000).toISOString().slice(0, 19)}Z`;
	assert.deepEqual([at(state?.startedAt), at(state?.lastState?.startedAt)].toSorted(), written('startedAt').toSorted());
	assert.deepEqual([at(state?.finishedAt), at(state?.lastState?.finishedAt)].toSorted(), written('finishedAt').toSorted());
});

test('evidence, cards and marks lead to their lines', () => {
	const { causes, tries, life } = liveOf(OOM);
	assert.match(lineOf(OOM, causes[0]?.evidence[0]?.span), /"memory"/);
	const event = causes.flatMap(({ evidence }) => evidence).find(({ count }) => count !== undefined);
	assert.match(lineOf(OOM, event?.span), new RegExp(`"reason": "${event?.name}"`));
	assert.match(lineOf(OOM, tries[0]?.span), /"memory"/);
	const marks = life?.live?.marks ?? [];
	assert.deepEqual(new Set(marks.map(({ what }) => what)), new Set(['field', 'event']));
	for (const { name, span, what } of marks) assert.match(lineOf(OOM, span), what === 'event' ? new RegExp(name) : /T\d\d:/);
	assert.deepEqual(
		marks.map(({ t }) => t),
		marks.map(({ t }) => t).toSorted((a, b) => a - b),
	);
});

test('times of day are the reader’s', () => {
	const [utc, seoul] = [liveOf(OOM), liveOf(OOM, { zone: 540 })].map(({ headline }) => Number(/at (\d\d):/.exec(headline.en)?.[1]));
	assert.equal(((utc ?? 0) + 9) % 24, seoul);
	assert.equal(liveOf(OOM, { zone: 540 }).life?.live?.zone, 540);
});

test('of several pods the one that is asked for is told, by its name or its place', () => {
	const both = `${OOM}\n---\n${dumpOf('pull-not-found', 60)}`;
	const all = liveOf(both);
	assert.deepEqual([all.pods.length, all.index], [2, 0]);
	const second = liveOf(both, { pod: 1 });
	assert.notDeepEqual(second.headline, all.headline);
	assert.deepEqual(liveOf(both, { pod: all.pods[1] }).headline, second.headline);
	assert.equal(liveOf(both, { pod: { name: 'nobody' } }).index, 0);
	const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
	assert.deepEqual(
		livePod({ text: 'kind: Service\n', zone: 0 }, () => nowhere),
		{ kind: 'empty' },
	);
});

test('of a pod that never changes again that is known', () => {
	assert.equal(liveOf(dumpOf('restart-never-exit1', 20)).isOver, true);
	assert.equal(liveOf(OOM).isOver, false);
});

test('of columns alone there is no life, but a line that tells more', () => {
	const { life, tries, verdict } = liveOf('NAME   READY   STATUS             RESTARTS   AGE\nweb    0/1     CrashLoopBackOff   4          3m\n');
	assert.equal(life, undefined);
	assert.equal(verdict, 'unhealthy');
	assert.equal(tries[0]?.line, 'kubectl describe pod web');
});

test('up to the reader’s clock what is past the newest time is foretold, and what comes next comes after it', () => {
	const dump = dumpOf('oomkilled', 45);
	const first = liveOf(dump);
	const clock = (first.now ?? 0) + 120_000;
	assert.equal(liveOf(dump, { clock }).since, undefined, 'nobody asked for it');
	const told = liveOf(dump, { clock, isUpToClock: true });
	assert.equal(told.since, 120);
	const { now = 0, known = 0 } = told.life?.live ?? {};
	assert.ok(Math.abs(now - known - 120) < 0.01);
	assert.ok((told.life?.trace.until ?? 0) > now + 500);
	const at = (pod: LivePod): number => Date.parse(`2026-05-04T${/at (\S+)\.$/.exec(pod.headline.en)?.[1]}Z`);
	assert.ok(at(first) < clock && at(told) > clock, `${first.headline.en} ${told.headline.en}`);
	assert.ok(told.life?.trace.story.moments.some(({ t, code }) => t > known && t < now && code === 'container/restarted'));
	assert.match(liveOf(dump, { clock: clock + 10_000_000, isUpToClock: true }).headline.en, /Next start in/, 'events are dropped by then, restarts are not');
	assert.equal(liveOf(dump, { clock: clock + 90_000_000, isUpToClock: true }).since, undefined, 'too long ago');
	assert.equal(liveOf(dump, { clock: clock - 500_000, isUpToClock: true }).since, undefined, 'a clock that is slow');
});

test('a file that is being written is told up to the clock by itself while it is young, and where real and told part is known', () => {
	const prints = [12, 30, 45].map((t) => dumpOf('oomkilled', t)).join('\n---\n');
	const { now = 0, prints: count } = liveOf(prints);
	assert.equal(count, 3);
	assert.equal(liveOf(prints, { clock: now + 30_000 }).since, 30);
	assert.equal(liveOf(prints, { clock: now + 30_000, isUpToClock: false }).since, undefined);
	assert.equal(liveOf(prints, { clock: now + 900_000 }).since, undefined);
	const other = dumpOf('oomkilled', 30).replaceAll('"exitCode": 137', '"exitCode": 3');
	const parted = liveOf([other, dumpOf('oomkilled', 45)].join('\n---\n')).life?.live?.parted ?? [];
	assert.ok(parted.length > 0 && parted.every(({ t, words }) => t >= 0 && t < 60 && words.ko !== ''), JSON.stringify(parted));
});

test('where nobody can tell why, it is said what is certain, what is missing, and which lines bring it', () => {
	const half =
		'kind: Pod\nmetadata: {name: api, namespace: shop, creationTimestamp: "2026-05-04T09:00:00Z"}\nspec:\n  nodeName: n1\n  containers: [{name: app, image: a}]\n';
	const { verdict, life, known, tries } = liveOf(half, { zone: 540 });
	assert.deepEqual([verdict, life], ['unknown', undefined]);
	const later = liveOf(half, { clock: Date.parse('2026-05-04T09:01:00Z'), isUpToClock: true });
	assert.deepEqual([later.verdict, later.since], ['unknown', undefined], 'nothing is told up to the clock');
	assert.deepEqual(
		known?.certain.map(({ en }) => en),
		['It was created at 18:00:00.', 'Its containers: `app`.', 'It was assigned to the node `n1`.'],
	);
	assert.deepEqual(
		known?.missing.map(({ en }) => en),
		['`status`: how it is.', 'Events: what was tried, and how often.'],
	);
	assert.deepEqual(
		tries.map(({ line }) => line),
		['kubectl get pod api -n shop -o yaml', 'kubectl get events -n shop --field-selector involvedObject.name=api'],
	);
	const cut = liveOf('kind: Pod\nmetadata: {name: api, creationTimestamp: never}\nstatus: {phase: Running, containerStatuses: [{name: "app\n').known;
	assert.deepEqual(
		[cut?.certain.map(({ ko }) => ko), cut?.missing.map(({ ko }) => ko.split(':')[0])],
		[['단계(phase)는 `Running`이다.'], ['뒷부분', '`spec`', '`containerStatuses`', '이벤트']],
	);
	assert.equal(liveOf(OOM).known, undefined, 'it is known why');
});

test('of columns that pass by themselves the row is certain', () => {
	const { known } = liveOf('NAME   READY   STATUS              RESTARTS   AGE\nweb    0/1     ContainerCreating   0          3s\n');
	assert.equal(known?.certain[0]?.en, 'It is shown as `ContainerCreating`, with 0/1 containers ready and 0 restarts.');
	assert.equal(known?.missing.length, 2);
});

test('of a pod that was printed again and again the runs are known, real and told, in the times of the life', () => {
	assert.equal(liveOf(OOM).life?.live?.runs, undefined, 'it was printed once');
	const { trace, live } = liveOf([12, 30, 45].map((t) => dumpOf('oomkilled', t)).join('\n---\n')).life ?? {};
	assert.ok(trace && live?.runs);
	const { real, told } = live.runs;
	assert.deepEqual(real.map(({ index, exitCode }) => [index, exitCode]).toSorted(), [
		[0, 137],
		[1, 137],
		[2, 137],
	]);
	const last = trace.timeline?.findLast(({ t }) => t <= live.known)?.containers?.['app'];
	const newest = real.find(({ index }) => index === 2);
	assert.ok(newest?.to !== undefined && newest.from !== undefined && newest.from < newest.to && newest.to <= live.known);
	assert.equal(newest.to, last?.finishedAt);
	for (const run of real) {
		const other = told.find(({ index }) => index === run.index);
		assert.ok(other?.from !== undefined && Math.abs(other.from - (run.from ?? 0)) < 10, `run ${run.index}: ${other?.from} and ${run.from}`);
	}
});

/** Lives, when they were printed, and what the scenario has that explains them. */
const WATCHED: readonly (readonly [name: string, times: readonly number[], inScenario: RegExp])[] = [
	['gate-removed', [5, 25], /"pullTakes":1[5-7]/],
	['volume-configmap-later', [10, 40], /"pullTakes":3[2-4]/],
	['poststart-slow-two', [4, 6, 14], /"postStart":\{"takes":8\}/],
];

test('where a watched life parted it can be told anew with what was otherwise, if that explains it', () => {
	const watched = (name: string, ...times: number[]): string => times.map((t) => dumpOf(name, t)).join('\n---\n');
	for (const [name, times, code] of WATCHED) {
		const text = watched(name, ...times);
		const first = liveOf(text);
		const parted = first.life?.live?.parted ?? [];
		assert.deepEqual([parted.length > 0, first.isAnew], [true, false], name);
		const anew = liveOf(text, { isAnew: true });
		assert.equal(anew.isAnew, true, name);
		assert.deepEqual(anew.life?.live?.parted, [], name);
		assert.match(JSON.stringify(anew.life?.scenario), code, name);
		assert.ok(first.life?.scenario && !code.test(JSON.stringify(first.life.scenario)), name);
		const rows = [first, anew].map(({ life }) => life?.trace.timeline?.findLast(({ t }) => t <= (life.live?.now ?? 0))?.kubectl);
		assert.deepEqual(rows[0], rows[1], 'it shows what the dump shows');
	}
	assert.equal(liveOf(OOM).isAnew, undefined, 'it was printed once');
	const agrees = liveOf(watched('oomkilled', 12, 30, 45), { isAnew: true });
	assert.equal(agrees.isAnew, undefined, 'nothing was otherwise');
	assert.match(agrees.life?.live?.runs?.alike[0]?.en ?? '', /^3 runs of `app` were as they are told, none off by more than 1\ss\.$/);
});
