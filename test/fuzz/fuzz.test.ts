import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus } from './corpus';
import { Findings } from './findings';
import { EDITS, session } from './session';

/** Enough to see at once what everything falls over; `npm test` makes twenty thousand besides: `npm run fuzz`. */
const SESSIONS = 10;

test(`${SESSIONS * EDITS} random edits: nothing throws, no range is wrong, nothing that is accepted breaks a document`, async (t) => {
	const findings = new Findings();
	const texts = corpus(false);
	for (let number = 0; number < SESSIONS; number++) await session(1, number, texts, findings);
	t.diagnostic([...findings.edits, ...findings.requests].map(([of, count]) => `${of} ${count}`).join(', '));
	assert.ok((findings.requests.get('codeAction') ?? 0) > 10 && (findings.requests.get('rename') ?? 0) > 20, 'there was something to ask');
	assert.equal(findings.byLaw.size, 0, findings.report(3, true));
});
