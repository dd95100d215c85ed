import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';

const TABLE = `NAMESPACE   NAME        READY   STATUS             RESTARTS       AGE   IP           NODE
shop        web-1       1/1     Running            0              3d    10.244.1.7   node-1
shop        web-2       0/1     CrashLoopBackOff   17 (52s ago)   3d    10.244.1.8   node-1
shop        web-3       0/1     Running            0              3d    10.244.1.9   node-1
shop        migrate     0/1     Init:0/2           0              5s    <none>       node-1
shop        job-x7z     0/1     Completed          0              1h    <none>       node-2
`;

test('the columns of kubectl get pods say how each pod is, and what its STATUS means', () => {
	const pods = explain(readDump(TABLE));
	assert.deepEqual(
		pods.map(({ name, namespace, verdict }) => [namespace, name, verdict]),
		[
			['shop', 'web-1', 'healthy'],
			['shop', 'web-2', 'unhealthy'],
			['shop', 'web-3', 'unhealthy'],
			['shop', 'migrate', 'unknown'],
			['shop', 'job-x7z', 'healthy'],
		],
	);
	assert.match(pods[1]?.headline.en ?? '', /^`CrashLoopBackOff`: \S.*\.$/);
	assert.match(pods[1]?.headline.ko ?? '', /^`CrashLoopBackOff`: \S*[가-힣]/);
	assert.deepEqual(pods[1]?.timeline, [{ t: 0, deleting: false, kubectl: { ready: '0/1', status: 'CrashLoopBackOff', restarts: 17 } }]);
	assert.deepEqual(
		[pods[0]?.headline.en, pods[0]?.fit.en],
		['`Running`: The containers run, and all of them are ready.', 'Nothing in these columns is wrong.'],
	);
	const [lost] = explain(readDump('NAME  READY  STATUS   RESTARTS  AGE\nold   1/1    Unknown  0         30d\n'));
	assert.match(lost?.headline.en ?? '', /its node does not answer/);
	assert.equal(pods[1]?.advice[0]?.line, 'kubectl describe pod web-2 -n shop');
});

test('of a pod that was watched the newest row counts, and other lines are none', () => {
	const pods = explain(
		readDump('NAME   READY   STATUS    RESTARTS   AGE\nweb    0/1     Pending   0          0s\nweb    1/1     Running   1 (3s ago)   5s\nError from server\n'),
	);
	assert.deepEqual(
		pods.map(({ name, verdict, timeline }) => [name, verdict, timeline[0]?.kubectl?.restarts]),
		[['web', 'healthy', 1]],
	);
});
