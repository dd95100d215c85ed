import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventRows } from '../../server/src/autopsy/read-events';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';

/** Texts that nobody prints. What takes the square of their length, or more, does not come to an end here. */

const EVENT = 'Warning  BackOff  5m (x3 over 6m)  kubelet  Back-off restarting failed container app in pod web_default(x)\n';
const DESCRIBED = 'Name: x\nNamespace: y\nStatus: Running\nStart Time: Mon, 02 Jan 2006 15:04:05 +0000\n';

const told = (text: string) => explain(readDump(text));
const namesOf = (text: string): readonly string[] => told(text).map(({ name }) => name);

const waiting = (reason: string, message: string): string =>
	JSON.stringify({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'x', creationTimestamp: '2026-01-01T00:00:00Z' },
		spec: { nodeName: 'n', containers: [{ name: 'a', image: 'a' }] },
		status: {
			phase: 'Pending',
			containerStatuses: [{ name: 'a', image: 'a', imageID: '', ready: false, restartCount: 0, state: { waiting: { reason, message } } }],
		},
	});

test('long lines are read in time that grows as they do', () => {
	assert.deepEqual(namesOf(`${EVENT}${'a@'.repeat(4_900)}`), ['web'], 'what might be a prompt');
	assert.equal(eventRows([EVENT, 'x'.repeat(1_000_000)])[0]?.message.length, 62, 'no wrapped line is so long');
	assert.deepEqual(namesOf(`${'1'.repeat(9_900)}\n`.repeat(300)), [], 'digits that no slash follows');
	assert.deepEqual(namesOf(`5m  Warning  BackOff  pod/web  kubelet  a${' '.repeat(9_800)}b\n`.repeat(400)), ['web'], 'blanks that no column follows');
	assert.deepEqual(namesOf(`NAME READY STATUS RESTARTS AGE\n${'>'.repeat(1_000_000)}x\n`), [], 'a row that is quoted and quoted');
	assert.deepEqual(
		namesOf(`${DESCRIBED.replace('Running', 'Terminating '.padEnd(2_000_000, '(expires '))}Events: <none>\n`),
		['x'],
		'a time that is opened and opened',
	);
});

test('an error of any length means what it begins with', () => {
	const long = (text: string): string => text.repeat(100_000);
	assert.match(told(waiting('CreateContainerError', long('no such file or directory ')))[0]?.headline.en ?? '', /cannot create `a`/);
	assert.match(told(waiting('ErrImagePull', long('unexpected status ')))[0]?.headline.en ?? '', /`a` cannot be pulled/);
	assert.match(
		told(waiting('ErrImagePull', `x509: certificate has expired ${long('lookup a ')}`))[0]?.headline.en ?? '',
		/the certificate of the registry is not valid/,
	);
});

test('rows without end are all read', () => {
	const many = Array.from({ length: 20_000 }, (_, index) => index);
	assert.deepEqual(namesOf(EVENT.repeat(150_000)), ['web']);
	const rows = many.map((index) => `web-${index} 0/1 CrashLoopBackOff 4 5m\n`).join('');
	const events = many.map((index) => `5m  Warning  BackOff  pod/web-${index}  Back-off restarting failed container app\n`).join('');
	assert.equal(readDump(`NAME READY STATUS RESTARTS AGE\n${rows}${events}`).rows?.filter(({ told }) => told !== undefined).length, many.length);
	assert.equal(readDump(DESCRIBED.repeat(140_000)).pods.length, 140_000);
});

test('what is named as something of JavaScript is a name', () => {
	const refused = 'Error creating: pods "web-abc12" is forbidden: no';
	assert.match(told(`5m  Warning  FailedCreate  constructor/web  ${refused}\n`)[0]?.headline.en ?? '', /^The API server refuses the pods `web`/);
	assert.match(told(`Warning  FailedCreate  5m  constructor  ${refused}\n`)[0]?.headline.en ?? '', /^The API server refuses the pods `web`/);
	assert.match(
		told('Warning  FailedCreate  5m  replicaset-controller  Error creating: Internal error occurred\n')[0]?.headline.ko ?? '',
		/^API 서버가 파드 생성을/,
	);
	const status = {
		phase: 'Pending',
		conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes are available: 1 Insufficient constructor.' }],
	};
	const pod = {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: { name: 'x' },
		spec: { containers: [{ name: 'a', image: 'a', resources: { requests: { cpu: 1 } } }] },
		status,
	};
	assert.doesNotMatch(JSON.stringify(told(JSON.stringify(pod))), /native code/);
	for (const reason of ['constructor', '__proto__']) assert.match(told(waiting(reason, 'm'))[0]?.headline.en ?? '', new RegExp(`cannot start: \`${reason}\``));
});

test('ages and times that no clock has are none', () => {
	const age = '999999999999y';
	assert.deepEqual(namesOf(`${DESCRIBED.replace('Running', `Terminating (lasts ${age})`)}Events: <none>\n`), ['x']);
	assert.deepEqual(namesOf(`Normal  Started  ${age}  kubelet  Started container app\n`), ['']);
	const last = `${DESCRIBED.replace('Mon, 02 Jan 2006', 'Fri, 12 Sep 275760')}Events:\n  Normal  Scheduled  5m  default-scheduler  Successfully assigned y/x to n\n`;
	assert.equal(told(last)[0]?.now, undefined);
	assert.equal(told(waiting('ErrImagePull', 'm').replace('2026-01-01', '+275760-09-12'))[0]?.now, undefined);
});
