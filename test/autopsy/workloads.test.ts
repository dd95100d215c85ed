import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnoseWorkload, podsOf } from '../../server/src/autopsy/workloads/diagnose';
import type { WorkloadComing } from '../../server/src/autopsy/workloads/finding';
import { explain } from '../../server/src/features/why/explain';
import { explainWorkloads } from '../../server/src/features/why/explain-workloads';
import { readDump } from '../../server/src/features/why/read-dump';
import type { OwnerState } from '../../server/src/simulator/trace';
import { nowAt, type WorkloadLife, workloadAt, workloadLives } from './dumps';

const NOW = Date.parse('2026-05-04T09:10:00Z');
const at = (secondsAgo: number): string => new Date(NOW - secondsAgo * 1000).toISOString();

function explained(...items: readonly object[]) {
	const dump = readDump(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }), NOW);
	return explainWorkloads(dump, explain(dump, NOW), NOW);
}

function workload(kind: string, spec: object, status?: object): object {
	const apiVersion = kind === 'Job' || kind === 'CronJob' ? 'batch/v1' : 'apps/v1';
	return { apiVersion, kind, metadata: { name: 'web', namespace: 'shop', generation: 2 }, spec, ...(status ? { status } : {}) };
}

function pod(name: string, owner: object, status: object): object {
	const metadata = { name, namespace: 'shop', uid: name, creationTimestamp: at(60), ownerReferences: [{ controller: true, uid: '1', ...owner }] };
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata,
		spec: { nodeName: 'node-1', restartPolicy: 'Never', containers: [{ name: 'app', image: 'app:1' }] },
		status,
	};
}

const failedPod = (name: string, finished: number): object => {
	const terminated = { exitCode: 1, reason: 'Error', startedAt: at(finished + 2), finishedAt: at(finished) };
	const containerStatuses = [{ name: 'app', image: 'app:1', imageID: '', ready: false, restartCount: 0, state: { terminated } }];
	return pod(name, { kind: 'Job', name: 'web' }, { phase: 'Failed', startTime: at(60), containerStatuses });
};

test('a workload is told by its own status, with what comes next', () => {
	for (const [kind, spec, status, verdict, says] of [
		['Deployment', { replicas: 3 }, { observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3 }, 'healthy', /^Healthy: 3 of 3/],
		['Deployment', { replicas: 3 }, { observedGeneration: 1, replicas: 3, updatedReplicas: 3, availableReplicas: 3 }, 'unknown', /newest spec/],
		[
			'Deployment',
			{ replicas: 3, progressDeadlineSeconds: 120 },
			{ updatedReplicas: 1, availableReplicas: 3, conditions: [{ type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated', lastUpdateTime: at(20) }] },
			'unhealthy',
			/^A rollout is under way: 1 of 3 pods are new, 3 available\. .*stuck in 1\u00a0min 40\u00a0s, at 09:11:40\.$/,
		],
		[
			'Deployment',
			{ replicas: 1 },
			{ updatedReplicas: 1, conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }] },
			'unhealthy',
			/no progress for 10\u00a0min: 1 of 1/,
		],
		[
			'ReplicaSet',
			{ replicas: 2 },
			{ replicas: 0, conditions: [{ type: 'ReplicaFailure', status: 'True', message: 'exceeded quota' }] },
			'unhealthy',
			/refuses its pods: exceeded quota/,
		],
		['StatefulSet', { replicas: 2 }, { replicas: 2, updatedReplicas: 2, availableReplicas: 1 }, 'unhealthy', /^1 of 2 pods are available\.$/],
		['StatefulSet', { replicas: 3 }, { replicas: 1, updatedReplicas: 1, availableReplicas: 0 }, 'unhealthy', /^1 of 3 pods are there, .*one after another/],
		['StatefulSet', { replicas: 3, podManagementPolicy: 'Parallel' }, { replicas: 1 }, 'unhealthy', /^0 of 3 pods are available/],
		['StatefulSet', { replicas: 2, updateStrategy: { type: 'OnDelete' } }, { replicas: 2, availableReplicas: 2 }, 'healthy', /^Healthy: 2 of 2/],
		[
			'DaemonSet',
			{},
			{ observedGeneration: 2, desiredNumberScheduled: 0, currentNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 },
			'unhealthy',
			/^No node matches/,
		],
		[
			'Job',
			{ activeDeadlineSeconds: 90 },
			{ active: 1, startTime: at(60) },
			'healthy',
			/^The Job is at work: 0 of 1 done.* in 30\u00a0s, at 09:10:30: what is not done by then fails\.$/,
		],
		[
			'Job',
			{ backoffLimit: 2, ttlSecondsAfterFinished: 100 },
			{ failed: 3, conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', lastTransitionTime: at(40) }] },
			'unhealthy',
			/`backoffLimit: 2` allows\. It is deleted in 1\u00a0min, at 09:11:00\.$/,
		],
		['Job', {}, { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] }, 'healthy', /^The Job is done/],
		['CronJob', { schedule: '*/15 * * * *' }, {}, 'healthy', /Next run in 5\u00a0min, at 09:15:00\.$/],
		['CronJob', { schedule: '*/15 * * * *' }, { active: [{ name: 'web-1' }] }, 'healthy', /^Jobs of it at work: 1 .*Next run in 5\u00a0min/],
		[
			'CronJob',
			{ schedule: '*/15 * * * *', concurrencyPolicy: 'Forbid' },
			{ active: [{ name: 'web-1' }] },
			'healthy',
			/waits until they are done \(`concurrencyPolicy: Forbid`\)\.$/,
		],
		['DaemonSet', {}, { desiredNumberScheduled: 0, currentNumberScheduled: 0, numberMisscheduled: 0, numberReady: 0 }, 'unknown', /newest spec/],
		[
			'CronJob',
			{ schedule: '*/15 * * * *' },
			{ lastScheduleTime: at(600), lastSuccessfulTime: at(1400) },
			'unhealthy',
			/^The newest run did not succeed.*Next run in 5\u00a0min/,
		],
		['CronJob', { schedule: '*/15 * * * *' }, { lastScheduleTime: at(600), lastSuccessfulTime: at(500) }, 'healthy', /^It waits/],
		['CronJob', { schedule: '*/15 * * * *' }, { lastScheduleTime: at(600), active: [{ name: 'web-1' }] }, 'healthy', /^Jobs of it at work/],
		['CronJob', { schedule: '0 0 * * *', suspend: true }, {}, 'healthy', /suspended and starts no Job\.$/],
		['DaemonSet', {}, undefined, 'unknown', /^Without a `status`/],
	] as const) {
		const [one] = explained(workload(kind, spec, status));
		assert.equal(one?.verdict, verdict, `${kind} ${JSON.stringify(status)}`);
		assert.match(one?.headline.en ?? '', says);
		assert.doesNotMatch(one?.headline.ko ?? '', /[{}]|undefined/);
	}
});

test('the next pod of a Job comes after its back-off, which doubles with each failure in a row', () => {
	const job = (failed: number, active = 0): object => workload('Job', { backoffLimit: 4 }, { failed, active, startTime: at(50) });
	const next = (...items: readonly object[]): string => explained(...items)[0]?.headline.en ?? '';
	assert.match(next(job(1), failedPod('web-a', 4)), /next pod comes in about 6\u00a0s, at 09:10:06\.$/);
	assert.match(next(job(2), failedPod('web-a', 30), failedPod('web-b', 4)), /next pod comes in about 16\u00a0s, at 09:10:16\.$/);
	assert.doesNotMatch(next(job(2, 1), failedPod('web-a', 4)), /next pod/);
	assert.doesNotMatch(next(job(2)), /next pod/, 'nobody knows when they ended');
});

test('what holds a pod of a workload is its cause, of a Deployment through its ReplicaSet', () => {
	const waiting = { reason: 'ErrImageNeverPull', message: 'not there' };
	const containerStatuses = [{ name: 'app', image: 'app:1', imageID: '', ready: false, restartCount: 0, state: { waiting } }];
	const status = { phase: 'Pending', containerStatuses };
	const mine = pod('web-5d4f-x', { kind: 'ReplicaSet', name: 'web-5d4f' }, status);
	const other = pod('web-b-5d4f-x', { kind: 'ReplicaSet', name: 'web-b-5d4f' }, status);
	const [one] = explained(workload('Deployment', { replicas: 1 }, { updatedReplicas: 1 }), mine, other);
	assert.deepEqual(
		one?.causes.map(({ words }) => /^Pod `(.+?)`: The node does not have `app:1`/.exec(words.en)?.[1]),
		['web-5d4f-x'],
	);
	assert.ok(one?.causes.every(({ evidence }) => evidence.some((proof) => 'field' in proof && proof.of === 'Pod/web-5d4f-x')));
});

test('a workload that is odd or cut is told as far as it goes', () => {
	for (const kind of ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'])
		for (const rest of [
			{},
			{ spec: 3, status: [] },
			{ status: { conditions: 'x', failed: '3' } },
			{ spec: null, status: { conditions: [null, 1] } },
			{ metadata: 7, status: {} },
		])
			assert.equal(explained({ kind, ...rest })[0]?.kind, kind, JSON.stringify(rest));
});

/** When what is foretold happens in a life, after a time. */
function happens(life: WorkloadLife, code: Exclude<WorkloadComing, 'run'>, t: number): number | undefined {
	const conditions = (state: OwnerState): readonly { readonly type: string; readonly status: string; readonly reason?: string }[] =>
		(state.status as { conditions?: [] } | undefined)?.conditions ?? [];
	const later = life.owner.filter((one) => one.t > t);
	if (code === 'pod') return life.pods.find(({ createdAt }) => createdAt > t)?.createdAt;
	if (code === 'deleted') return later.find(({ gone }) => gone)?.t;
	if (code === 'late') return later.find((one) => conditions(one).some(({ reason }) => reason === 'DeadlineExceeded'))?.t;
	return later.find((one) => conditions(one).some(({ reason }) => reason === 'ProgressDeadlineExceeded'))?.t;
}

test('what is foretold of a workload comes at its time in the lives of workloads', () => {
	let foretold = 0;
	const wrong: string[] = [];
	for (const life of workloadLives()) {
		for (const [index, state] of life.owner.entries()) {
			const next = life.owner[index + 1]?.t ?? life.until;
			const t = Math.min(state.t + 1, (state.t + next) / 2);
			if (state.gone || next - state.t < 0.2 || t < life.quietFrom) continue;
			const dump = readDump(JSON.stringify({ kind: 'List', items: workloadAt(life, t) }), nowAt(t));
			const [workload] = dump.workloads ?? [];
			if (workload === undefined) continue;
			const finding = diagnoseWorkload(workload, podsOf(workload, dump.pods), nowAt(t));
			assert.notEqual(finding.code, 'silent');
			// The clock of the stories begins at another minute than that of the dumps.
			if (finding.coming === undefined || finding.coming.code === 'run') continue;
			const real = happens(life, finding.coming.code, t);
			const told = Math.round(t) + finding.coming.in;
			// A deadline is no promise: what comes before it is in time.
			if (real === undefined && (finding.coming.code === 'stuck' || finding.coming.code === 'late' || told > life.until)) continue;
			foretold++;
			if (real === undefined || Math.abs(real - told) > 2.5) wrong.push(`${life.name}@${t}: ${finding.coming.code} told ${told}, is ${real}`);
		}
	}
	assert.deepEqual(wrong, []);
	assert.ok(foretold > 6, `only ${foretold}`);
});
