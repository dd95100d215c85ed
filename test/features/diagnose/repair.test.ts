import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixOf } from '../../../server/src/features/diagnose/repair';
import { read } from '../../../server/src/manifest/read';
import { FieldPath } from '../../../server/src/schema/field-path';
import type { Repair } from '../../../server/src/schema/problem';

const TEXT = `apiVersion: v1
kind: Pod
spec:
  restartPolicy: always
  tolerations:
  - a
  - b
`;
const SPEC = FieldPath.of('spec');

function repaired(repair: Repair): string | undefined {
	const manifest = read(TEXT).sections[0]?.manifests[0];
	assert.ok(manifest);
	const edit = fixOf(manifest, repair).fix?.edit;
	return edit && TEXT.slice(0, edit.range.start) + edit.text + TEXT.slice(edit.range.end);
}

test('a value is replaced only where it is the one that was meant', () => {
	const path = SPEC.child('restartPolicy');
	assert.equal(repaired({ do: 'replace', path, from: 'always', to: 'Always' }), TEXT.replace('always', 'Always'));
	assert.equal(repaired({ do: 'replace', path, from: 'never', to: 'Never' }), undefined);
	assert.equal(repaired({ do: 'replace', path: SPEC.child('dnsPolicy'), from: 'none', to: 'None' }), undefined);
});

test('what lies between is written too', () => {
	assert.equal(repaired({ do: 'set', path: SPEC.child('securityContext', 'runAsUser'), to: 1 }), `${TEXT.trimEnd()}\n  securityContext:\n    runAsUser: 1\n`);
	assert.equal(repaired({ do: 'set', path: SPEC.child('containers').index(0).child('name'), to: 'a' }), undefined);
});

test('a list that stood as far left as its key goes behind it', () => {
	assert.equal(repaired({ do: 'set', path: SPEC.child('tolerations'), to: ['b', 'a'] }), TEXT.replace(/:\n {2}- a\n {2}- b/, ': [ b, a ]'));
});
