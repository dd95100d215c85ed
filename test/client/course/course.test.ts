import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Course, type Standing } from '../../../client/src/course/course';
import { lessonPage } from '../../../client/src/course/page';
import { lessonHeads, lessonOf } from '../../../server/src/features/course/lessons';
import type { TestAnswer, TestParams } from '../../../server/src/protocol/requests';

const URI = 'untitled:lesson-07-liveness.yaml';
const span = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const answerOf = (...verdicts: readonly ('holds' | 'fails')[]): TestAnswer => ({
	results: verdicts.map((verdict, i) => ({ id: `${i}`, title: `title ${i}`, verdict, span, message: verdict === 'fails' ? 'it was not\nand so on' : '' })),
	faults: [],
});

let remembered: unknown;
let asked: TestParams[];
let told: string[];
/** Answers of the server, in their order, once they may come. */
let answers: Promise<TestAnswer | null>[];

beforeEach(() => {
	[remembered, asked, told, answers] = [undefined, [], [], []];
});

const course = () =>
	new Course({
		heads: async () => lessonHeads('en'),
		lesson: async (id) => lessonOf(id, 'en') ?? null,
		test: (params) => {
			asked.push(params);
			return answers.shift() ?? Promise.resolve(null);
		},
		remembered: () => remembered,
		remember: (solved) => {
			remembered = solved;
		},
		changed: (uri, { isSolved, hints }) => told.push(`${uri} ${isSolved} ${hints}`),
		solved: (_, { id }) => told.push(`solved ${id}`),
	});

test('a file is judged by the scenario of the lesson that its name says', async () => {
	answers = [Promise.resolve(answerOf('holds', 'fails'))];
	const standing = await course().look(URI, 'kind: Pod');
	assert.deepEqual([standing?.lesson.id, standing?.isSolved, standing?.results.length], ['liveness', false, 2]);
	const [params] = asked;
	assert.equal(params?.uri, 'untitled:lesson-07-liveness.scenario.yaml');
	assert.deepEqual(params?.beside, { name: 'lesson-07-liveness.yaml', text: 'kind: Pod' });
	assert.match(params?.text ?? '', /^describe: .*\n(.|\n)*expect:/);
	for (const other of ['file:///liveness.yaml', 'file:///w/lesson-07-flying.yaml', 'file:///w/my-lesson-07-liveness.yaml'])
		assert.equal(await course().look(other, ''), undefined, other);
});

test('what is solved stays so, is celebrated once, and the list goes on with the first that is not', async () => {
	const learned = course();
	answers = [answerOf('holds'), answerOf('fails'), answerOf('holds')].map((answer) => Promise.resolve(answer));
	assert.equal(await learned.following(), 'first-manifest');
	for (const text of ['a', 'b', 'c']) await learned.look(URI, text);
	assert.deepEqual(told, [`${URI} true 0`, 'solved liveness', `${URI} false 0`, `${URI} true 0`]);
	assert.deepEqual(remembered, ['liveness']);
	remembered = lessonHeads('en')
		.slice(0, 4)
		.map(({ id }) => id);
	assert.equal(await learned.following(), 'restart-policy');
	assert.deepEqual((await learned.list()).map(({ isSolved }) => isSolved).slice(3, 5), [true, false]);
	remembered = { not: 'a list' };
	assert.equal(learned.solved.size, 0);
	remembered = ['pending', 7];
	assert.deepEqual([...learned.solved], ['pending']);
});

test('nothing expected, or something at fault, is not solved', async () => {
	const fault = { span, message: 'no' };
	answers = [Promise.resolve(answerOf()), Promise.resolve({ ...answerOf('holds'), faults: [fault] }), Promise.resolve(null)];
	for (const text of ['a', 'b', 'c']) assert.equal((await course().look(URI, text))?.isSolved, false, text);
});

test('of several judgements only the newest counts', async () => {
	let late = (_: TestAnswer): void => {};
	answers = [new Promise<TestAnswer>((answered) => (late = answered)), Promise.resolve(answerOf('fails'))];
	const learned = course();
	const first = learned.look(URI, 'a');
	await learned.look(URI, 'b');
	late(answerOf('holds'));
	assert.equal(await first, undefined);
	assert.equal(learned.standing(URI)?.isSolved, false);
	assert.equal(remembered, undefined);
});

test('hints come one after the other, and anew when one starts over', async () => {
	const learned = course();
	assert.equal(learned.hint(URI), undefined);
	answers = [Promise.resolve(answerOf('fails'))];
	await learned.look(URI, '');
	assert.deepEqual(
		[1, 2, 3, 4].map(() => learned.hint(URI)?.number),
		[1, 2, 3, 3],
	);
	assert.equal(learned.standing(URI)?.hints, 3);
	learned.startOver(URI);
	assert.equal(learned.hint(URI)?.number, 1);
	learned.forget(URI);
	assert.equal(learned.standing(URI), undefined);
});

test('the page tells how it stands, the hints that were given, and what comes after only afterwards', () => {
	for (const language of ['en', 'ko'] as const) {
		const lesson = lessonOf('liveness', language);
		assert.ok(lesson);
		const standing: Standing = { lesson, results: answerOf('holds', 'fails').results, isSolved: false, hints: 1 };
		const page = lessonPage(standing, language);
		assert.match(page, /^- ✓ title 0\n- ✗ title 1 {2}\n {2}it was not$/m);
		for (const told of [lesson.title, lesson.goal, lesson.task, lesson.look, lesson.why, lesson.hints[0]]) assert.ok(page.includes(told ?? '-'));
		for (const kept of [lesson.hints[1], lesson.solved, lesson.remember]) assert.ok(!page.includes(kept ?? ''));
		const solved = lessonPage({ ...standing, results: answerOf('holds').results, isSolved: true }, language);
		for (const told of [lesson.solved, lesson.remember, ...lesson.whatIf]) assert.ok(solved.includes(told));
		assert.ok(!solved.includes(lesson.hints[0] ?? ''));
	}
});
