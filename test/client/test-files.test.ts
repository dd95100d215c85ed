import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Hears, TestFiles } from '../../client/src/test-files';
import type { TestAnswer, TestParams } from '../../server/src/protocol/requests';

const span = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 5 } });
const EXPECTS = 'expect:\n- the: pod\n  becomes: ready\n';
const [WEB, JOB, NONE] = ['file:///ws/web.scenario.yaml', 'file:///ws/job.slow.scenario.yaml', 'file:///ws/none.scenario.yaml'];

let disk: Map<string, string>;
let shown: Set<string>;
let expected: Map<string, readonly string[]>;
let asked: TestParams[];
let heard: string[];
let answer: TestAnswer;

beforeEach(() => {
	disk = new Map([
		[WEB, EXPECTS],
		['file:///ws/web.yaml', 'kind: Pod'],
		[JOB, EXPECTS],
		['file:///ws/job.yaml', 'kind: Job'],
		[NONE, 'until: 1m\n'],
	]);
	[shown, expected, asked, heard] = [new Set(), new Map(), [], []];
	answer = {
		results: [
			{ id: 'a', title: 'A', verdict: 'holds', span: span(2), message: '' },
			{ id: 'b', title: 'B', verdict: 'fails', span: span(4), message: 'it did not', t: 3 },
		],
		faults: [],
	};
});

const files = () =>
	new TestFiles({
		find: async () => [...disk.keys()].filter((uri) => uri.includes('.scenario.')),
		textOf: async (uri) => disk.get(uri),
		test: async (params) => {
			asked.push(params);
			return answer;
		},
		show: (uri) => shown.add(uri),
		hide: (uri) => shown.delete(uri),
		expects: (uri, tests) =>
			expected.set(
				uri,
				tests.map(({ title }) => title),
			),
	});
const hears: Hears = {
	started: (uri) => heard.push(`started ${uri}`),
	result: (_, { id, verdict, message }) => heard.push(`${id} ${verdict} ${message}`),
	broken: (_, faults) => heard.push(`broken ${faults.map(({ message }) => message).join()}`),
};

test('scenarios that expect something are tests, as long as they do', async () => {
	const tests = files();
	await tests.discover();
	assert.deepEqual(
		[[...shown].sort(), tests.all],
		[
			[JOB, WEB],
			[JOB, WEB],
		],
	);
	disk.set(NONE, EXPECTS);
	disk.set(WEB, 'until: 1m\n');
	await tests.look(NONE);
	await tests.look(WEB);
	await tests.look('file:///ws/web.yaml');
	tests.forget(JOB);
	assert.deepEqual([[...shown], tests.all], [[NONE], [NONE]]);
});

test('a run asks with the manifest beside, and tells what came of each', async () => {
	const tests = files();
	await tests.discover();
	await tests.run(JOB, hears);
	assert.deepEqual(asked, [{ uri: JOB, text: EXPECTS, beside: { name: 'job.yaml', text: 'kind: Job' } }]);
	assert.deepEqual(heard, [`started ${JOB}`, 'a holds ', 'b fails it did not']);
	assert.deepEqual(expected.get(JOB), ['A', 'B']);
	heard = [];
	await tests.run(JOB, hears, new Set(['b']));
	assert.deepEqual(heard, [`started ${JOB}`, 'b fails it did not']);
});

test('what is at fault says so where it stands; of what is broken whole the file does', async () => {
	const fault = { id: 'c', title: 'C', verdict: 'fault', span: span(7), message: '' } as const;
	const faults = [
		{ span: span(7), message: 'what is redy?' },
		{ span: span(20), message: 'something else' },
	];
	answer = { results: [...answer.results, fault], faults };
	const tests = files();
	await tests.run(WEB, hears);
	assert.deepEqual(heard.at(-1), 'c fault what is redy?');
	answer = { results: [fault], faults };
	await tests.run(WEB, hears);
	assert.deepEqual(heard.slice(-2), ['broken something else', 'c fault what is redy?']);
});

test('what was run is run again when it, or its manifest, is saved', async () => {
	const tests = files();
	await tests.discover();
	assert.deepEqual(tests.affectedBy(WEB), []);
	await tests.run(JOB, hears);
	assert.deepEqual([tests.affectedBy('file:///ws/job.yaml'), tests.affectedBy(JOB), tests.affectedBy('file:///ws/web.yaml')], [[JOB], [JOB], []]);
	disk.delete(JOB);
	await tests.run(JOB, hears);
	assert.deepEqual([shown.has(JOB), tests.affectedBy(JOB)], [false, []]);
});

test('what is played on something built is run again when any file is saved', async () => {
	for (const text of [
		`plays: { folder: prod }\n${EXPECTS}`,
		'{ plays: {folder: prod}, expect: [the pod becomes ready] }',
		'# made\n{"expect": [],\n"plays": {"folder": "prod"}}',
		`"plays" : { folder: prod }\n${EXPECTS}`,
	]) {
		disk.set(JOB, text);
		const tests = files();
		await tests.discover();
		await tests.run(JOB, hears);
		assert.equal(asked.at(-1)?.beside, undefined, 'the server knows what is built');
		assert.deepEqual(tests.affectedBy('file:///ws/base/any.yaml'), [JOB], text);
	}
});

test('expectations that were told are told anew when their file changes', async () => {
	const tests = files();
	await tests.discover();
	await tests.look(WEB);
	assert.equal(asked.length, 0);
	await tests.resolve(WEB);
	await tests.look(WEB);
	assert.equal(asked.length, 2);
});
