import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FormerTexts } from '../../client/src/former-texts';
import type { Former } from '../../server/src/protocol/apply';

const URI = 'file:///ws/a.yaml';
let committed: string | null | undefined;
let saved: string | undefined;
let told: Former[];
/** Looks that wait to be let go. */
let waiting: (() => void)[] | undefined;

beforeEach(() => {
	[committed, saved, told, waiting] = [undefined, undefined, [], undefined];
});

const texts = () =>
	new FormerTexts({
		committed: async () => {
			const now = committed;
			await new Promise<void>((go) => (waiting ? waiting.push(go) : go()));
			return now;
		},
		saved: async () => saved,
		tell: async (former) => void told.push(former),
	});

test('what is committed counts, what is saved only where there is no version control', async () => {
	[committed, saved] = ['committed', 'saved'];
	const former = texts();
	assert.equal(await former.look(URI), 'committed');
	committed = null;
	assert.equal(await former.look(URI), null, 'a file that git does not have was nothing before');
	committed = undefined;
	assert.equal(await former.look(URI), 'saved');
	saved = undefined;
	assert.equal(await former.look(URI), null);
	assert.deepEqual(
		told.map(({ text }) => text),
		['committed', null, 'saved', null],
	);
});

test('what does not change is told once, but to each server, and once more when it is opened again', async () => {
	committed = 'a';
	const former = texts();
	await former.look(URI);
	await former.look(URI);
	assert.equal(told.length, 1);
	await former.lookAgain([URI]);
	assert.equal(told.length, 2);
	former.forget(URI);
	await former.look(URI);
	assert.equal(told.length, 3);
});

test('of two looks under way the newer one is told, and none of a file that was closed', async () => {
	const former = texts();
	waiting = [];
	committed = 'old';
	const first = former.look(URI);
	committed = 'new';
	const second = former.look(URI);
	for (const go of waiting.toReversed()) go();
	await Promise.all([first, second]);
	assert.deepEqual(told, [{ uri: URI, text: 'new' }]);
	waiting = [];
	committed = 'newest';
	const last = former.look(URI);
	former.forget(URI);
	for (const go of waiting) go();
	await last;
	assert.equal(told.length, 1);
});
