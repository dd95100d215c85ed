import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLive, looksPrinted } from '../../client/src/printed-signs';

test('what kubectl printed is known by its looks, and other text is left alone', () => {
	assert.ok(looksPrinted('$ kubectl get pods -A\nNAMESPACE   NAME   READY   STATUS    RESTARTS   AGE\nshop   web-0   1/1   Running   0   3m\n'));
	assert.ok(looksPrinted('Name:             web\nNamespace:        shop\nContainers:\n  app:\n'));
	for (const text of ['', 'Name: a letter\nDear Pod,\n', 'NAME   STATUS   AGE\nshop   Active   3d\n', `${' '.repeat(100_000)}x`])
		assert.ok(!looksPrinted(text));
	assert.ok(looksLive('{"kind": "List", "items": [{"kind": "Pod", "status": {"phase": "Running"}}]}'));
	assert.ok(looksLive('{"kind":"Deployment","status":{}}'));
	for (const text of ['{"kind": "Pod", "spec": {}}', '{"kind": "Service", "status": {}}']) assert.ok(!looksLive(text));
});
