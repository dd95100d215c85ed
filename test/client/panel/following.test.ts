import assert from 'node:assert/strict';
import { test } from 'node:test';
import { follower, panelFor } from '../../../client/src/panel/following';

const panel = (uri: string, isLocked = false) => ({ uri, isLocked });

test('a file is shown in the panel that has it, or else in the newest that is free', () => {
	const [a, b, c] = [panel('a', true), panel('b'), panel('c')];
	assert.equal(panelFor([a, b, c], 'a'), a, 'locked or not');
	assert.equal(panelFor([a, b, c], 'b'), b);
	assert.equal(panelFor([a, b, c], 'd'), c);
	assert.equal(panelFor([a], 'd'), undefined, 'a locked panel stays with its file');
	assert.equal(panelFor([], 'd'), undefined);
});

test('the newest free panel follows, unless the file is shown already', () => {
	const [a, b, c] = [panel('a', true), panel('b'), panel('c')];
	assert.equal(follower([a, b, c], 'd'), c);
	for (const shown of ['a', 'b', 'c']) assert.equal(follower([a, b, c], shown), undefined);
	assert.equal(follower([a], 'd'), undefined);
});
