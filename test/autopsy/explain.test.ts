import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../server/src/features/why/explain';
import type { Explained } from '../../server/src/features/why/explained';
import { readDump } from '../../server/src/features/why/read-dump';
import type { Pod } from '../../server/src/schema/generated/types';
import { readScenario } from '../../server/src/simulator/read-scenario';
import { dumpAt, LIVES, nowAt, objectsAt } from './dumps';

function life(name: string) {
	const found = LIVES.find((one) => one.name === name);
	assert.ok(found, name);
	return found;
}

function explained(name: string, t: number): Explained {
	const [pod] = explain(readDump(dumpAt({ ...life(name), quietFrom: 0 }, t) ?? ''), nowAt(t));
	assert.ok(pod, name);
	return pod;
}

test('a headline says what, how often, why, and what comes next and when, in both languages', () => {
	const { headline, verdict, causes, advice } = explained('oomkilled', 45);
	assert.equal(verdict, 'unhealthy');
	assert.match(headline.en, /^`app` was OOM-killed 3 times.* Next start in about \d+\u00a0s, at 09:\d\d:\d\d\.$/);
	assert.match(headline.ko, /^`app`이 메모리.* 약 \d+초 뒤 09:\d\d:\d\d에 다시 시작한다\.$/);
	assert.ok(causes.length >= 2 && causes.length <= 5);
	assert.ok(
		causes.every(({ evidence }) => evidence.length > 0),
		'no sentence without evidence',
	);
	assert.ok(advice.length >= 1 && advice.length <= 3);
	assert.ok(advice.some(({ line }) => line === 'kubectl logs p -n oomkilled'));
});

test('each trouble is named for what it is', () => {
	for (const [name, t, says] of [
		['pull-not-found', 100, /^`nope:1` cannot be pulled: the registry has no such image\. \d tries so far\. The next try is in about /],
		['liveness-threshold1', 56, /^The liveness probe has `app` killed 11\u00a0s after each start: 4 times so far\. Next start/],
		['configmap-env-missing', 15, /^`app` waits for ConfigMap `cfg`, which does not exist\./],
		['volume-key-missing', 30, /^Volume `\w+` cannot be mounted/],
		['unschedulable-selector', 10, /^No node can take the pod/],
		['image-never-absent', 12, /^The node does not have `local:1`/],
		['init-fail-never', 12, /^`i1` failed with exit code 1\. This pod will never change again\.$/],
		['restart-never-exit1', 10, /^`app` failed with exit code 1\. This pod will never change again\.$/],
		[
			'node-lost-toleration',
			100,
			/^Node `\S+` does not report any more; .* Unless the node comes back, the pod is deleted in about 1[3-6]\u00a0s, at 09:01:5\d\.$/,
		],
		['plain-running', 11, /^Healthy: ready for \d+\u00a0s, never restarted\.$/],
	] as const)
		assert.match(explained(name, t).headline.en, says, name);
});

test('a pod whose Job lies beside it is told with what the Job counts', () => {
	const objects = objectsAt(life('init-fail-never'), 12);
	assert.ok(objects);
	const metadata = {
		...(objects.pod['metadata'] as object),
		ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'report', uid: '1', controller: true }],
	};
	const told = (status: object) => {
		const job = {
			apiVersion: 'batch/v1',
			kind: 'Job',
			metadata: { name: 'report', namespace: 'init-fail-never' },
			spec: { backoffLimit: 4, template: {} },
			status,
		};
		const [pod] = explain(readDump(JSON.stringify({ kind: 'List', items: [{ ...objects.pod, metadata }, job] })), nowAt(12));
		return pod?.causes.at(-2);
	};
	assert.match(told({ failed: 2 })?.words.en ?? '', /^Job `report` counts 2 failed pods and gives up at one more than 4/);
	assert.deepEqual(told({ failed: 2 })?.evidence[0], { field: 'status.failed', of: 'Job/report' });
	assert.match(
		told({ failed: 5, conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] })?.words.ko ?? '',
		/포기했다\(`BackoffLimitExceeded`\)/,
	);
});

test('when it is tried next is told of a pod that has failed for so long that its events are dropped', () => {
	assert.match(explained('pull-not-found', 277).headline.en, /The next try is in about/);
});

test('what was told to stop and still runs is not called healthy', () => {
	const { pod, events } = objectsAt({ ...life('image-change'), quietFrom: 0 }, 12) ?? { pod: {}, events: [] };
	const told = (message: string) => {
		const killing = {
			...events[0],
			reason: 'Killing',
			message,
			firstTimestamp: new Date(nowAt(12)).toISOString(),
			lastTimestamp: new Date(nowAt(12)).toISOString(),
		};
		const involvedObject = { ...(events[0]?.['involvedObject'] as object), fieldPath: 'spec.containers{app}' };
		return explain(readDump(JSON.stringify({ kind: 'List', items: [pod, ...events, { ...killing, involvedObject }] })), nowAt(15))[0];
	};
	const changed = told('Container app definition changed, will be restarted');
	assert.match(changed?.headline.en ?? '', /^`app` is being restarted, as its definition changed: it was told to stop 3\u00a0s ago.* Next start in/);
	assert.deepEqual([changed?.verdict, changed?.timeline.at(-1)?.kubectl?.restarts], ['healthy', 1], 'with its new definition it runs on');
	const killed = told('Container app failed liveness probe, will be restarted');
	assert.match(killed?.headline.ko ?? '', /^활성 프로브가 실패해 `app`을 다시 시작하는 중이다/);
	assert.equal(killed?.verdict, 'unhealthy');
	assert.match(killed?.causes[0]?.words.en ?? '', /has been asked to stop/);
});

test('while its postStart hook is at work a container is starting, and not yet to start', () => {
	const { headline, causes } = explained('poststart-slow-two', 4);
	assert.match(headline.en, /^`a` is starting: its `postStart` hook is still at work/);
	assert.match(causes[0]?.words.ko ?? '', /훅이 아직 실행 중/);
});

test('a life that was watched is one pod, with all that is known of its past', () => {
	const text = [6, 20, 45].map((t) => JSON.stringify(objectsAt(life('oomkilled'), t)?.pod)).join('\n---\n');
	const dump = readDump(text);
	assert.equal(dump.pods.length, 1);
	assert.equal(dump.pods[0]?.history.length, 2);
	const [pod] = explain(dump, nowAt(45));
	assert.match(pod?.headline.en ?? '', /OOM-killed 3 times/);
	assert.deepEqual(pod?.timeline[0]?.kubectl, explained('oomkilled', 45).timeline[0]?.kubectl);
	assert.match(pod?.watched?.words.en ?? '', /^The pod was printed 3 times, and its life agrees/);
	assert.equal(explained('oomkilled', 45).watched, undefined);
});

test('where a watched life was not as the told one it says what was taken for granted', () => {
	const parted = (name: string, times: readonly number[], created = '09:00:00'): readonly string[] => {
		const seen = times.flatMap((t) => objectsAt({ ...life(name), quietFrom: 0 }, t)?.pod ?? []);
		const text = seen.map((pod) => JSON.stringify(pod).replace(/("creationTimestamp":"2026-05-04T)09:00:00/, `$1${created}`)).join('\n---\n');
		const [one] = explain(readDump(text), nowAt(times.at(-1) ?? 0));
		assert.ok(one?.watched, name);
		for (const { words } of one.watched.parts) assert.doesNotMatch(words.ko, /[{}]|undefined/);
		return one.watched.parts.map(({ words }) => words.en);
	};
	assert.deepEqual(parted('oomkilled', [6, 20, 45]), []);
	const [late, ...others] = parted('oomkilled', [6, 20, 45], '08:59:30');
	assert.match(late ?? '', /^`app` first started after 31\u00a0s, not \d\u00a0s: the image/);
	assert.deepEqual(others, []);
	// Nothing says that a probe had it killed: it is told to have ended by itself.
	const times = Array.from({ length: 60 }, (_, t) => t + 1);
	assert.ok(parted('liveness-threshold1', times).some((words) => /^Run \d of `app` began 1\u00a0s after .* sooner than the back-off allows/.test(words)));
});

test('half a dump loses precision, not the answer', () => {
	let [all, alike] = [0, 0];
	for (const one of LIVES) {
		const t = Math.round(one.until * 0.6);
		const objects = objectsAt(one, t);
		if (objects === undefined) continue;
		const whole = explain(readDump(dumpAt(one, t) ?? ''), nowAt(t), 60)[0];
		const bare = explain(readDump(JSON.stringify(objects.pod)), nowAt(t), 60)[0];
		assert.deepEqual(bare?.timeline[0], whole?.timeline[0], one.name);
		assert.match(bare?.fit.en ?? '', /Not in the dump: events\./);
		all++;
		if (bare?.verdict === whole?.verdict) alike++;
	}
	assert.ok(all > 40 && alike / all > 0.9, `${alike} of ${all} verdicts stay`);
});

type Tree = Record<string, unknown>;
type Printed = { readonly pod: Tree; readonly events: readonly Tree[] };

/** A value with each of its maps changed, the inner ones first. */
function everywhere(value: unknown, change: (map: Tree) => Tree): unknown {
	if (Array.isArray(value)) return value.map((one) => everywhere(one, change));
	if (typeof value !== 'object' || value === null) return value;
	return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everywhere(inner, change)])));
}

const without = (keys: readonly string[]) => (map: Tree) => Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));

/** As older servers, other tools or somebody in a hurry would have it. */
const HALVES: Readonly<Record<string, (printed: Printed) => string>> = {
	'without lastState': ({ pod, events }) => list(everywhere(pod, without(['lastState'])) as Tree, events),
	'in another order': ({ pod, events }) => list(everywhere(pod, (map) => Object.fromEntries(Object.entries(map).reverse())) as Tree, [...events].reverse()),
	'of a server of 1.28': ({ pod, events }) => list(asOf128(pod), events),
	'in the middle of the events': ({ pod, events }) => {
		const text = list(pod, events);
		return text.slice(0, text.indexOf('"kind":"Event"') + 9);
	},
	'as documents, events first': ({ pod, events }) => [...events, pod].map((one) => JSON.stringify(one)).join('\n---\n'),
};

const list = (pod: Tree, events: readonly Tree[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod, ...events] });

/** Before PodReadyToStartContainers, generations of pods, and resources and mounts in their status. */
function asOf128(pod: Tree): Tree {
	const older = everywhere(pod, without(['observedGeneration', 'generation', 'allocatedResources', 'volumeMounts', 'user'])) as {
		status: { conditions?: { type: string }[] };
	} & Tree;
	return { ...older, status: { ...older.status, conditions: older.status.conditions?.filter(({ type }) => type !== 'PodReadyToStartContainers') } };
}

test('whatever half of a dump there is, the row stays and an answer is given', () => {
	const lost: string[] = [];
	for (const [index, one] of LIVES.entries()) {
		const t = Math.round(one.until * 0.6);
		const objects = objectsAt(one, t);
		if (objects === undefined) continue;
		const whole = explain(readDump(dumpAt(one, t) ?? ''), nowAt(t), 30)[0];
		for (const [at, [half, text]] of Object.entries(HALVES).entries()) {
			// Each life in two ways, all ways with many lives.
			if ((index + at) % 3 === 0) continue;
			const told = explain(readDump(text(objects)), nowAt(t), 30)[0];
			const isSame = JSON.stringify(told?.timeline[0]?.kubectl) === JSON.stringify(whole?.timeline[0]?.kubectl);
			const isAnswer = told !== undefined && told.headline.en !== '' && (told.verdict !== 'unknown' || whole?.verdict === 'unknown');
			if (!isSame || !isAnswer) lost.push(`${one.name} ${half}: ${told?.verdict} ${JSON.stringify(told?.timeline[0]?.kubectl)}`);
		}
	}
	assert.deepEqual(lost, []);
});

test('a text that ends anywhere is read as far as it goes', () => {
	const text = dumpAt(life('oomkilled'), 45) ?? '';
	for (let end = 0; end < text.length; end += 401) {
		const pods = explain(readDump(text.slice(0, end)), nowAt(45), 30);
		assert.ok(pods.length <= 1);
	}
	const cut = explain(readDump(text.slice(0, text.indexOf('"kind": "Event"'))), nowAt(45), 30)[0];
	assert.match(cut?.headline.en ?? '', /OOM-killed 3 times/);
	assert.match(cut?.fit.en ?? '', /ends in the middle/);
	const bare = explain(readDump(text.slice(0, text.indexOf('"status"'))), nowAt(45), 30)[0];
	assert.equal(bare?.verdict, 'unknown');
});

test('what is no dump has no pods, and odd values do no harm', () => {
	for (const text of ['', '---', '[]', 'null', '{"kind":"Pod"', 'kind: Service', '\0', 'Name: x', '- - - -', 'items: {}'])
		assert.ok(explain(readDump(text)).length <= 1, JSON.stringify(text));
	const wide = ' '.repeat(200_000);
	for (const text of [`Name: p\nContainers:\n  a:${wide}x${wide}y\nTolerations:${wide}x\n${wide}x: y`, `NAME READY STATUS RESTARTS AGE\n${wide}x${wide}1/1`])
		assert.ok(explain(readDump(text)).length <= 1, 'a wide text takes no time');
	const odd = {
		kind: 'Pod',
		metadata: { name: 7, creationTimestamp: 'yesterday', deletionTimestamp: 'x', finalizers: 'f' },
		spec: { containers: [{ name: 'a', image: 3, resources: 'all', livenessProbe: [] }, 'b', null], volumes: 1 },
		status: {
			phase: 'Odd',
			conditions: {},
			containerStatuses: [{ name: 'a', restartCount: 1e12, state: { running: { startedAt: '9999-12-31T23:59:59Z' } } }, null],
		},
	};
	assert.equal(explain(readDump(JSON.stringify(odd)), nowAt(10), 1e9).length, 1);
});

test('the scenario that explains a pod can be written to a file and read again', () => {
	for (const one of LIVES) {
		const t = Math.round(one.until * 0.6);
		const [told] = explain(readDump(dumpAt(one, t) ?? ''), nowAt(t), 60);
		if (told) assert.deepEqual(readScenario(JSON.parse(JSON.stringify(told.scenario))), { scenario: told.scenario, faults: [] }, one.name);
	}
});

test('values of variables and annotations never leave the dump', () => {
	const secret = 'hunter2-secret';
	for (const one of LIVES) {
		const t = Math.round(one.until * 0.6);
		const objects = objectsAt(one, t);
		if (objects === undefined) continue;
		const spec = objects.pod['spec'] as { containers: object[] };
		const containers = spec.containers.map((container) => ({ ...container, env: [{ name: 'PASSWORD', value: secret }] }));
		const metadata = { ...(objects.pod['metadata'] as object), annotations: { note: secret } };
		const text = JSON.stringify({ ...objects.pod, metadata, spec: { ...spec, containers } });
		assert.ok(!JSON.stringify(explain(readDump(text), nowAt(t), 60)).includes(secret), one.name);
	}
});

test('of a long past so much is lived as decides the back-off and the next end', () => {
	const HOURS = 3600;
	const at = (hours: number): string => new Date(nowAt(0) + hours * HOURS * 1000).toISOString();
	const ended = { exitCode: 1, reason: 'Error', startedAt: at(100), finishedAt: at(106) };
	const running = {
		name: 'app',
		image: 'a:1',
		imageID: 'a',
		ready: true,
		started: true,
		restartCount: 17,
		state: { running: { startedAt: at(106) } },
		lastState: { terminated: ended },
	};
	const pod = {
		kind: 'Pod',
		metadata: { name: 'p', creationTimestamp: at(0) },
		spec: { nodeName: 'n', restartPolicy: 'Always', containers: [{ name: 'app', image: 'a:1' }] },
		status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: at(106) }], containerStatuses: [running] },
	};
	const [told] = explain(readDump(JSON.stringify(pod)), nowAt(111.9 * HOURS));
	assert.ok(told?.fits, told?.fit.en);
	assert.deepEqual(told.timeline[0]?.kubectl, { ready: '1/1', status: 'Running', restarts: 17 });
	// It ends after six hours, and is started again at once: a run of more than ten minutes begins the back-off anew.
	const again = told.timeline.find(({ kubectl }) => kubectl?.restarts === 18);
	assert.ok(again && Math.abs(again.t - 360) < 5, JSON.stringify(told.timeline));
	const crashing = {
		...running,
		ready: false,
		started: false,
		restartCount: 2000,
		state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container=app pod=p' } },
	};
	const short = { terminated: { ...ended, startedAt: at(111), finishedAt: at(111.001) } };
	const loop = { ...pod, status: { phase: 'Running', conditions: [], containerStatuses: [{ ...crashing, lastState: short }] } };
	const [looping] = explain(readDump(JSON.stringify(loop)), nowAt(111.05 * HOURS));
	assert.ok(looping?.fits, looping?.fit.en);
	const next = looping.timeline.find(({ kubectl }) => kubectl?.restarts === 2001);
	assert.ok(next && next.t > 100 && next.t < 170, JSON.stringify(looping.timeline));
});

test('of who is being killed for its probe it is known when it starts again, though the probe is not asked any more', () => {
	const objects = objectsAt({ ...life('liveness-threshold1'), quietFrom: 0 }, 14);
	assert.ok(objects);
	const { pod } = objects as unknown as { readonly pod: Pod };
	const since = (seconds: number): string => new Date(nowAt(seconds)).toISOString();
	const event = (reason: string, message: string, at: number) => ({
		...{ kind: 'Event', type: 'Normal', reason, message, count: 1, firstTimestamp: since(at), lastTimestamp: since(at), source: { component: 'kubelet' } },
		involvedObject: { kind: 'Pod', name: pod.metadata?.name, namespace: pod.metadata?.namespace, fieldPath: 'spec.containers{app}' },
	});
	const running = { name: 'app', image: 'a', imageID: 'a', ready: true, started: true, restartCount: 0, state: { running: { startedAt: since(1) } } };
	const told = explain(
		readDump(
			JSON.stringify({
				kind: 'List',
				items: [
					// A description does not have its grace.
					{ ...pod, kind: 'Pod', spec: { ...pod.spec, terminationGracePeriodSeconds: undefined }, status: { ...pod.status, containerStatuses: [running] } },
					event('Started', 'Container started', 1),
					event('Unhealthy', 'Liveness probe failed: not ok', 12),
					event('Killing', 'Container app failed liveness probe, will be restarted', 12),
				],
			}),
		),
		nowAt(30),
	)[0];
	assert.ok(told?.fits, told?.fit.en);
	const again = told.timeline.find(({ kubectl }) => kubectl?.restarts === 1);
	assert.ok(again && Math.abs(again.t - 12) <= 2, JSON.stringify(told.timeline));
});

test('who runs and is not ready fails its probe, though no event is there to say so', () => {
	const objects = objectsAt({ ...life('startup-slow'), quietFrom: 0 }, 15);
	assert.ok(objects);
	const [told] = explain(readDump(JSON.stringify({ ...objects.pod, kind: 'Pod' })), nowAt(15));
	assert.ok(told?.fits, told?.fit.en);
	assert.equal(
		told.causes.some(({ words }) => /only events tell/.test(words.en)),
		true,
	);
});
