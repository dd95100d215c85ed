import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { type SecurityLevel, securityDiagnostics } from '../../../server/src/features/diagnose/pod-security';
import { read } from '../../../server/src/manifest/read';

const found = (text: string, level: SecurityLevel): readonly string[] =>
	securityDiagnostics(read(text), level, (manifest) => judge(manifest, 37)).map(
		({ code, range, message }) => `${code} ${text.slice(range.start, range.end)}: ${message}`,
	);

const HOST = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  hostNetwork: true\n  containers:\n  - name: a\n    image: b\n';

test('nothing is said unless a level is asked for', () => assert.deepEqual(found(HOST, 'off'), []));

test('baseline names what it would refuse, where it stands', () => {
	assert.deepEqual(found(HOST, 'baseline'), [
		'pod-security/host-namespaces hostNetwork: would violate PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
	]);
});

test('the restricted example passes, an ordinary pod does not', () => {
	assert.deepEqual(found(readFileSync('examples/restricted.yaml', 'utf8'), 'restricted'), []);
	assert.ok(found(readFileSync('examples/web.yaml', 'utf8'), 'restricted').length >= 4);
});
