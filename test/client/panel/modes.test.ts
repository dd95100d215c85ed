import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modesOf } from '../../../client/src/panel/modes';
import type { StatusAnswer } from '../../../server/src/protocol/requests';

const URI = 'file:///ws/p.yaml';
const span = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const status: StatusAnswer = { documents: [{ kind: 'Pod', name: 'p', index: 0, span }], kubernetes: '1.37' };

test('a file may be asked what it can answer, and what it is asked already', () => {
	assert.deepEqual(modesOf(URI, status, 'life'), ['life']);
	assert.deepEqual(modesOf(URI, { ...status, isLive: true }, 'life'), ['life', 'why']);
	assert.deepEqual(modesOf(URI, { documents: [], kubernetes: '1.37', silent: 'otherKind' }, 'why'), ['why']);
	assert.deepEqual(modesOf(URI, { ...status, differs: true }, 'life'), ['life', 'apply']);
	assert.deepEqual(modesOf(URI, null, 'life'), ['life']);
	const built = { manifest: 'overlays/prod', found: true, lives: { kind: 'Deployment', name: 'web' } };
	assert.deepEqual(modesOf(URI, { documents: [], kubernetes: '1.37', silent: 'scenario', scenario: built }, 'tests'), ['life', 'tests']);
	assert.deepEqual(modesOf('untitled:lesson-07-liveness.yaml', status, 'lesson'), ['life', 'lesson']);
});
