import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus } from './corpus';
import { fuzz } from './session';

/** `npm run fuzz` goes on where this ends. */
const EDITS = 2000;

test(`${EDITS} random edits: nothing throws, no range is wrong, nothing that is accepted breaks a document`, (t) => {
	const findings = fuzz(EDITS, 1, corpus(false));
	t.diagnostic([...findings.requests].map(([request, count]) => `${request} ${count}`).join(', '));
	assert.ok((findings.requests.get('codeAction') ?? 0) > 100 && (findings.requests.get('rename') ?? 0) > 100, 'there was something to ask');
	assert.equal(findings.byLaw.size, 0, findings.report(3, true));
});
