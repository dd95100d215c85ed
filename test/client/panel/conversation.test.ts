import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { type Around, Conversation, NOTHING_ASKED, nameOf } from '../../../client/src/panel/conversation';
import type { Life, SimulateAnswer } from '../../../server/src/protocol/life';
import type { LiveAnswer, LiveParams } from '../../../server/src/protocol/live';
import type { ShownApplied, ShownLesson, ToWebview } from '../../../server/src/protocol/panel';
import type { SimulateParams, StatusAnswer } from '../../../server/src/protocol/requests';
import type { LiveName } from '../../../server/src/protocol/why';

const WEB = 'file:///ws/web.yaml';
const JOB = 'file:///ws/job.yaml';
const PLAY = 'file:///ws/web.crash.scenario.yaml';
const DOCS = { en: 'https://kubernetes.io/docs/concepts/', ko: 'https://kubernetes.io/ko/docs/concepts/' };

/** As much of a life as a conversation looks at. */
const life = (of: string): SimulateAnswer => ({ kind: 'life', headline: { en: of, ko: of }, links: { 'pod/created': DOCS } }) as unknown as Life;
const LESSON = 'untitled:lesson-07-liveness.yaml';
const SHOWN = { lesson: { id: 'liveness', scenario: 'until: 2m', whatIfScenario: 'until: 9m' }, heads: [], solved: [] } as unknown as Omit<
	ShownLesson,
	'isWhatIf'
>;
const span = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const statusOf = (count: number): StatusAnswer => ({
	documents: Array.from({ length: count }, (_, index) => ({ kind: 'Pod', name: `p${index}`, index, span })),
	kubernetes: '1.37',
	...(overlay !== undefined && { overlay }),
});

let posted: ToWebview[];
let asked: SimulateParams[];
let lives: LiveParams[];
let logged: unknown[];
let cancelled: number;
let documents: number;
/** The overlay that makes them. */
let overlay: string | undefined;
let texts: Map<string, string>;
/** Keeps answers back until it is called. */
let answerNow: (() => void)[] | undefined;
let fails: Error | undefined;
/** What the file is applied over. */
let former: string;

beforeEach(() => {
	[posted, asked, lives, logged, cancelled, documents] = [[], [], [], [], 0, 2];
	[texts, answerNow, fails, former, overlay] = [new Map([[PLAY, 'until: 5m\n']]), undefined, undefined, 'old', undefined];
});

const around: Around = {
	open: async () => {},
	status: async () => statusOf(documents),
	simulate: (params) => {
		asked.push(params);
		const answer = new Promise<SimulateAnswer>((resolve, reject) => {
			const go = () => (fails ? reject(fails) : resolve(life(`${nameOf(params.uri)} ${asked.length}`)));
			if (answerNow) answerNow.push(go);
			else go();
		});
		return { answer, cancel: () => cancelled++ };
	},
	live: (params) => {
		lives.push(params);
		const pods = [{ name: 'a' }, { name: 'b' }];
		const index = typeof params.pod === 'number' ? params.pod : pods.findIndex(({ name }) => name === (params.pod as LiveName).name);
		return { answer: Promise.resolve({ kind: 'live', pods, index } as unknown as LiveAnswer), cancel: () => cancelled++ };
	},
	applied: async () => {
		const objects = [{ name: 'cm' }, { name: 'web', document: 1 }, { name: 'api', document: 0 }];
		const applied = { answer: { kind: 'applied', objects }, against: former === 'old' ? 'HEAD' : 'file', choices: ['HEAD', 'file'] } as unknown as ShownApplied;
		return { applied, old: former };
	},
	lesson: async (uri) => (uri === LESSON ? SHOWN : null),
	modes: (_uri, _status, asked) => ['life', ...(asked === 'life' ? [] : [asked])],
	textOf: async (uri) => texts.get(uri),
	clock: () => 1000,
	language: () => 'en',
	post: (message) => posted.push(message),
	log: (error) => logged.push(error),
};
const conversation = (asking = NOTHING_ASKED) => new Conversation(WEB, asking, around);
const types = () => posted.map(({ type }) => type);
const told = () => posted.flatMap((message) => (message.type === 'answered' && message.answer.kind === 'life' ? message.answer.headline.en : []));
const opened = () => posted.filter((message) => message.type === 'opened').at(-1);

test('a page that stands is told the file, then its life; the file once only', async () => {
	const talk = conversation();
	await talk.ready({}, undefined);
	assert.deepEqual(types(), ['opened', 'answered']);
	assert.deepEqual([opened()?.file, opened()?.document, opened()?.documents.length], ['web.yaml', 0, 2]);
	await talk.answer(0, { preset: 'crashes' });
	await talk.ask('edited');
	assert.deepEqual(types(), ['opened', 'answered', 'answered', 'answered']);
	documents = 3;
	await talk.ask('edited');
	assert.deepEqual(types().slice(4), ['opened', 'answered'], 'it has another document now');
	assert.deepEqual(
		asked.map(({ preset }) => preset),
		[undefined, 'crashes', 'crashes', 'crashes'],
	);
});

test('the page is told of the overlay that its objects are lived in, and when that is another one', async () => {
	const talk = conversation();
	await talk.ask('opened');
	assert.equal(opened()?.overlay, undefined);
	overlay = 'overlays/prod';
	await talk.ask('edited');
	assert.equal(opened()?.overlay, 'overlays/prod');
});

test('what the page showed before goes on', async () => {
	const talk = conversation();
	await talk.ready({ document: 1, question: { preset: 'hangs' } }, undefined);
	assert.deepEqual([asked[0]?.document, asked[0]?.preset], [1, 'hangs']);
	assert.deepEqual(opened()?.question, { preset: 'hangs' });
});

test('the newest question is answered, the older ones are given up', async () => {
	const talk = conversation();
	answerNow = [];
	const all = [talk.ask('edited'), talk.ask('edited'), talk.answer(0, { preset: 'crashes' })];
	await new Promise((done) => setImmediate(done));
	for (const go of answerNow) go();
	await Promise.all(all);
	assert.deepEqual(types(), ['opened', 'answered']);
	assert.equal(asked.at(-1)?.preset, 'crashes');
	// One that is under way already is cancelled.
	answerNow = [];
	const late = talk.ask('edited');
	await new Promise((done) => setImmediate(done));
	const before = cancelled;
	const newest = talk.ask('edited');
	assert.equal(cancelled, before + 1);
	await new Promise((done) => setImmediate(done));
	for (const go of answerNow.toReversed()) go();
	await Promise.all([late, newest]);
	assert.equal(told().length, 2);
});

test('a panel that is closed is told nothing more', async () => {
	const talk = conversation();
	answerNow = [];
	const asking = talk.ask('opened');
	await new Promise((done) => setImmediate(done));
	talk.stop();
	for (const go of answerNow) go();
	await asking;
	assert.deepEqual([types(), cancelled > 0], [[], true]);
});

test('a document that is gone gives way to the first, and the page is told so', async () => {
	const talk = conversation({ ...NOTHING_ASKED, document: 1 });
	await talk.ask('opened');
	assert.equal(opened()?.document, 1);
	documents = 1;
	await talk.ask('edited');
	assert.deepEqual([asked.at(-1)?.document, opened()?.document], [0, 0]);
	documents = 0;
	await talk.ask('edited');
	assert.equal(asked.at(-1)?.document, 0);
});

test('a failure is told in a sentence; the log has the rest', async () => {
	fails = new Error('Peapod could not answer peapod/simulate: boom. Its log has more.');
	const talk = conversation();
	await talk.ask('opened');
	assert.deepEqual(posted, [{ type: 'failed', message: fails.message }]);
	assert.deepEqual(logged, [fails]);
	assert.ok(!fails.message.includes('\n') && fails.stack?.includes('\n'));
});

test('a scenario file is played as it stands, until something else is asked or it is deleted', async () => {
	const talk = conversation();
	await talk.play(PLAY);
	assert.equal(asked[0]?.scenarioText, 'until: 5m\n');
	assert.equal(posted.at(-1)?.type === 'answered' && posted.at(-1)?.['scenarioFile' as never], 'web.crash.scenario.yaml');
	texts.set(PLAY, 'until: 9m\n');
	await talk.ask('asked');
	assert.equal(asked[1]?.scenarioText, 'until: 9m\n');
	texts.delete(PLAY);
	await talk.ask('edited');
	assert.equal(asked[2]?.scenarioText, undefined);
	assert.equal(talk.asked.scenario, undefined);
	texts.set(PLAY, 'until: 9m\n');
	await talk.play(PLAY);
	await talk.answer(0, {});
	assert.equal(asked.at(-1)?.scenarioText, undefined);
	assert.equal(talk.asked.saveTo, PLAY, 'it is still where Save goes');
});

test('only pages that the server named are opened', async () => {
	const talk = conversation();
	const tried = [
		DOCS.en,
		DOCS.ko,
		`${DOCS.en}#more`,
		'https://example.com/',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'command:workbench.action.quit',
		'',
		'__proto__',
	];
	assert.deepEqual(
		tried.filter((url) => talk.names(url)),
		[],
		'before there is a life there are none',
	);
	await talk.ask('opened');
	assert.deepEqual(
		tried.filter((url) => talk.names(url)),
		[DOCS.en, DOCS.ko],
	);
});

test('a file that comes back does so with its question', async () => {
	const talk = conversation();
	await talk.answer(1, { preset: 'crashes' });
	talk.show(JOB, undefined, undefined);
	await talk.begin();
	assert.deepEqual([asked.at(-1)?.uri, asked.at(-1)?.document, asked.at(-1)?.preset, opened()?.question], [JOB, 0, undefined, {}]);
	talk.show(WEB, undefined, undefined);
	await talk.begin();
	assert.deepEqual([asked.at(-1)?.uri, asked.at(-1)?.document, asked.at(-1)?.preset, opened()?.question], [WEB, 1, 'crashes', { preset: 'crashes' }]);
	talk.show(JOB, undefined, PLAY);
	await talk.begin();
	assert.deepEqual([asked.at(-1)?.scenarioText, talk.asked.saveTo], ['until: 5m\n', PLAY]);
	// Another document of it is another matter.
	talk.show(WEB, 0, undefined);
	assert.deepEqual(talk.asked, NOTHING_ASKED);
});

test('a page that was built again for another file does not bring the former one along', async () => {
	const talk = conversation();
	await talk.ready({}, undefined);
	await talk.answer(1, { preset: 'crashes' });
	// Hidden, it follows the editor; the page knows nothing of it.
	talk.show(JOB, undefined, undefined);
	await talk.ready({ document: 1, question: { preset: 'crashes' } }, PLAY);
	assert.deepEqual([asked.at(-1)?.uri, asked.at(-1)?.document, asked.at(-1)?.preset, asked.at(-1)?.scenarioText], [JOB, 0, undefined, undefined]);
	await talk.ready({ document: 1, question: { preset: 'hangs' } }, undefined);
	assert.equal(asked.at(-1)?.preset, 'hangs');
});

test('another document of a file begins anew', async () => {
	const talk = conversation();
	await talk.answer(0, { preset: 'crashes' });
	await talk.turnTo(1);
	assert.deepEqual([asked.at(-1)?.document, asked.at(-1)?.preset], [1, undefined]);
	assert.equal(opened()?.document, 1);
});

test('a file with another name goes on as it was', async () => {
	const talk = conversation();
	await talk.answer(1, { preset: 'crashes' });
	talk.rename(JOB);
	await talk.begin();
	assert.deepEqual([asked.at(-1)?.uri, asked.at(-1)?.preset, opened()?.file, opened()?.question], [JOB, 'crashes', 'job.yaml', { preset: 'crashes' }]);
});

test('a scenario may be to be seen at an instant: the life that is told next, and no other', async () => {
	const talk = conversation();
	await talk.ready({}, undefined);
	await talk.play(PLAY, 12.5);
	await talk.ask('edited');
	talk.seeAt(3);
	await talk.begin();
	assert.deepEqual(
		posted.flatMap((message) => (message.type === 'answered' ? [message.at] : [])),
		[undefined, 12.5, undefined, 3],
	);
});

test('the name of a file is the last part of its URI', () => {
	for (const [uri, name] of [
		['file:///a/b/web.yaml', 'web.yaml'],
		['file:///a/%ED%95%9C%20%EA%B8%80.yaml', '한 글.yaml'],
		['untitled:Untitled-1', 'Untitled-1'],
		['memfs:/a/web.yaml?v=1#x', 'web.yaml'],
		['file:///a/b:c.yaml', 'b:c.yaml'],
		['file:///a/%zz.yaml', '%zz.yaml'],
	] as const)
		assert.equal(nameOf(uri), name);
});

test('in the mode Why a pod of the dump is asked for, by its name until the page asks for another', async () => {
	texts.set(WEB, 'kind: List');
	const talk = conversation({ ...NOTHING_ASKED, mode: 'why', pod: { name: 'b' } });
	await talk.ready({ zone: 540 }, undefined);
	assert.deepEqual(lives, [{ text: 'kind: List', uri: WEB, pod: { name: 'b' }, zone: 540, clock: 1000 }]);
	assert.deepEqual([opened()?.mode, opened()?.modes, opened()?.document], ['why', ['life', 'why'], 1]);
	assert.deepEqual(
		opened()?.documents.map(({ name }) => name),
		['a', 'b'],
	);
	await talk.answer(0, {});
	assert.equal(lives.at(-1)?.pod, 0);
	await talk.enter('life');
	assert.deepEqual([asked.length, opened()?.mode], [1, 'life']);
});

test('a live pod is told up to the reader’s clock, or anew, for as long as that is wanted', async () => {
	texts.set(WEB, 'kind: List');
	const talk = conversation({ ...NOTHING_ASKED, mode: 'why' });
	await talk.ready({}, undefined);
	await talk.tellLive({ isUpToClock: true });
	await talk.ask('edited');
	await talk.tellLive({ isUpToClock: false });
	await talk.tellLive({ isAnew: true });
	assert.deepEqual(
		lives.map(({ isUpToClock, isAnew }) => [isUpToClock, isAnew]),
		[
			[undefined, undefined],
			[true, undefined],
			[true, undefined],
			[false, undefined],
			[false, true],
		],
	);
});

test('a page that comes back goes on in its mode, unless the panel was opened for another', async () => {
	const talk = conversation();
	await talk.ready({ document: 0, mode: 'why' }, undefined);
	assert.equal(opened()?.mode, 'why');
	const other = conversation({ ...NOTHING_ASKED, mode: 'why' });
	await other.ready({ document: 0, mode: 'life' }, undefined);
	assert.equal(opened()?.mode, 'why');
});

test('a lesson is played in its own scenario, its what-if until the next edit', async () => {
	const talk = new Conversation(LESSON, { ...NOTHING_ASKED, mode: 'lesson' }, around);
	await talk.ready({}, undefined);
	const lessons = () => posted.flatMap((message) => (message.type === 'answered' ? [message.lesson?.isWhatIf] : []));
	await talk.whatIf();
	await talk.ask('asked');
	await talk.ask('edited');
	assert.deepEqual(
		asked.map(({ scenarioText }) => scenarioText),
		['until: 2m', 'until: 9m', 'until: 9m', 'until: 2m'],
	);
	assert.deepEqual(lessons(), [false, true, true, false]);
});

test('what a folder builds is shown as its scenario’s, by the name of what lives', async () => {
	const scenario = { manifest: 'overlays/prod', found: true, lives: { kind: 'Deployment', name: 'web' } };
	const built = { ...around, status: async (): Promise<StatusAnswer> => ({ documents: [], kubernetes: '1.37', silent: 'scenario', scenario }) };
	await new Conversation(PLAY, { ...NOTHING_ASKED, mode: 'tests', scenario: PLAY }, built).ready({ question: {} }, undefined);
	assert.deepEqual(asked, [{ uri: PLAY, document: 0, scenarioText: 'until: 5m\n' }]);
	assert.deepEqual(opened()?.documents, [{ kind: 'Deployment', name: 'web', index: 0 }]);
});

test('of what is applied the worst object that has a life is shown, until another is chosen', async () => {
	const talk = conversation({ ...NOTHING_ASKED, mode: 'apply' });
	await talk.ready({}, undefined);
	await talk.answer(0, {});
	await talk.ask('edited');
	former = 'other';
	await talk.compareAnew();
	assert.deepEqual(
		asked.map(({ document, preset, old }) => [document, preset, old]),
		[
			[1, 'applied', 'old'],
			[0, 'applied', 'old'],
			[0, 'applied', 'old'],
			[1, 'applied', 'other'],
		],
	);
	const applied = posted.flatMap((message) => (message.type === 'answered' ? [message.applied?.against] : []));
	assert.deepEqual(applied, ['HEAD', 'HEAD', 'HEAD', 'file']);
});
