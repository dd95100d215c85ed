import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printedAt } from '../../../server/src/features/why/printed-at';
import { describe } from '../../autopsy/describe';
import { LIVES, nowAt, objectsAt } from '../../autopsy/dumps';

const life = LIVES.find(({ name }) => name === 'oomkilled');
const objects = life && objectsAt({ ...life, quietFrom: 0 }, 45);
assert.ok(objects);
const DESCRIBED = describe(objects.pod as never, objects.events as never, nowAt(45), true);

/** The hover on the first place where this is written. */
const on = (text: string, written: string, part = written): string => printedAt(text, text.indexOf(written) + written.indexOf(part) + 1, 'en')?.markdown ?? '';

test('in a description a reason, a state and an exit code say what they mean, and what holds the pod', () => {
	assert.match(on(DESCRIBED, 'OOMKilled'), /^`OOMKilled` — [\s\S]*\n\n\*\*`app` was OOM-killed 3 times/);
	assert.match(on(DESCRIBED, 'Exit Code:    137', '137'), /^Exit code `137`\n\nSIGKILL[\s\S]*\*\*`app` was OOM-killed/);
	assert.match(on(DESCRIBED, 'Restart Count:  2', 'Count'), /^\*\*`app` was OOM-killed 3 times/);
	assert.match(on(DESCRIBED, 'BackOff '), /^`BackOff`/);
	for (const word of ['Namespace:', 'Image:', 'Containers:']) assert.equal(on(DESCRIBED, word), '', word);
	assert.match(printedAt(DESCRIBED, DESCRIBED.indexOf('OOMKilled') + 1, 'ko')?.markdown ?? '', /메모리/);
});

test('in a table a word under STATUS says what it means', () => {
	const table =
		'NAME    READY   STATUS             RESTARTS   AGE\nweb-0   0/1     CrashLoopBackOff   4          3m\nweb-1   0/1     Init:0/2           0          3m\n';
	assert.match(on(table, 'CrashLoopBackOff'), /^`CrashLoopBackOff`/);
	assert.match(on(table, 'Init:0/2'), /^`Init:0\/2`/);
	for (const word of ['web-0', 'READY', '3m']) assert.equal(on(table, word), '', word);
	assert.match(on('Warning  FailedMount  5s (x7 over 9m)  kubelet, a  MountVolume.SetUp failed\n', 'FailedMount'), /^`FailedMount`/);
	assert.equal(printedAt('CrashLoopBackOff\n', 3, 'en'), undefined);
	for (const offset of [-1, 0, table.length, 1e9]) assert.doesNotThrow(() => printedAt(table, offset, 'both'));
});
