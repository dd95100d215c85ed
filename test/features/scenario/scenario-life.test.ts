import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tell } from '../../../server/src/features/life/tell';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  nodeSelector: { disk: ssd }
  containers:
  - name: app
    image: nginx:1.27
    envFrom: [{ configMapRef: { name: settings } }]
`;

/** The status column of `kubectl get -w`, with the age in seconds. */
function watched(scenario: string): readonly string[] {
	const told = tell(POD, { version: 37, document: 0, scenario });
	assert.ok(!('faults' in told), JSON.stringify(told));
	return told.watch.slice(1).map((line) =>
		line
			.split(/ {2,}/)
			.filter((_, i) => i === 2 || i === 4)
			.join(' '),
	);
}

test('what a pod wishes for is there', () => {
	assert.deepEqual(watched('until: 1m'), ['Pending 0s', 'ContainerCreating 0s', 'Running 1s']);
});

test('what an action creates is missing before', () => {
	const create = 'actions:\n- at: 30s\n  do: create\n  manifest: |\n    apiVersion: v1\n    kind: ConfigMap\n    metadata: { name: settings }\n';
	const rows = watched(create);
	assert.deepEqual(rows.slice(0, 3), ['Pending 0s', 'ContainerCreating 0s', 'CreateContainerConfigError 1s']);
	assert.match(rows.at(-1) ?? '', /^Running (3|4)\ds$/);
});

test('a node that the scenario closes is closed', () => {
	const closed = 'world: { nodes: [{ count: 1 }] }\nbefore:\n- do: patch\n  target: Node/node-1\n  body: { spec: { unschedulable: true } }\n';
	assert.deepEqual(watched(closed), ['Pending 0s']);
	assert.deepEqual(watched('world: { node: { ready: false } }'), ['Pending 0s']);
	const opened = `${closed}actions:\n- at: 20s\n  do: patch\n  target: Node/node-1\n  body: { spec: { unschedulable: false } }\n`;
	assert.deepEqual(watched(opened).slice(-1), ['Running 21s']);
});
