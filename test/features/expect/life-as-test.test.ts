import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LESSONS } from '../../../server/src/course/lessons';
import { derived, type Written } from '../../../server/src/expect/derive';
import { judgeExpectations } from '../../../server/src/expect/judge';
import { readExpectations } from '../../../server/src/expect/read';
import { livedOf } from '../../../server/src/expect/tracks';
import type { ManifestRecord } from '../../../server/src/expect/vocabulary';
import { lifeAsTest } from '../../../server/src/features/expect/life-as-test';
import { played } from '../../../server/src/features/expect/run';
import { testScenario } from '../../../server/src/features/expect/test-scenario';
import { milliseconds } from '../../../server/src/simulator/duration';
import type { Scenario } from '../../../server/src/simulator/scenario';
import { simulate } from '../../../server/src/simulator/simulate';
import type { Trace } from '../../../server/src/simulator/trace';
import { livesOf } from '../../course/lives';
import { judge, type Recording } from '../../simulator/judge';
import { decode, loadScenario } from '../../simulator/load';
import { podsOf } from './from-recording';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: "nginx:1.29" }] }\n';
const CRASH = 'world:\n  containers:\n    app:\n      runs: [{ exitAfter: 5s, exitCode: 1 }, {}]\n';

/** What becomes of the expectations of a scenario. */
const verdicts = (scenario: string, manifest: string): readonly string[] => {
	const told = testScenario(scenario, 'web.scenario.yaml', { name: 'web.yaml', played: played({ text: manifest }) }, 'en');
	assert.deepEqual(told?.faults, []);
	return (told?.results ?? []).map(({ verdict, title }) => `${verdict}: ${title.en}`);
};

test('a life is written into its scenario, and into nothing else', () => {
	const made = lifeAsTest(CRASH, played({ text: POD }));
	assert.equal(made?.text, `${CRASH}expect:\n- the: pod\n  becomes: ready\n  within: 5s\n- container: app\n  is:\n    restartCount: 1\n`);
	assert.deepEqual(verdicts(made?.text ?? '', POD).length, 2);
	assert.equal(lifeAsTest(made?.text ?? '', played({ text: POD })), undefined, 'it says all of it already');
	const healthy = 'expect:\n- the: pod\n  becomes: ready\n  within: 5s\n- the: pod\n  stays: ready\n- each: container\n  never: restarted\n';
	for (const [before, after] of [
		['', healthy],
		['# as ever\n', `# as ever\n${healthy}`],
		['{}\n', undefined],
		['expect:\n', healthy],
		['expect: []\n', healthy],
		['expect:\n  # mine\n  - the: pod\n    stays: ready\n', undefined],
	] as const) {
		const written = lifeAsTest(before, played({ text: POD }));
		if (after !== undefined) assert.equal(written?.text, after, before);
		assert.deepEqual(
			verdicts(written?.text ?? '', POD).map((one) => one.slice(0, 6)),
			['holds:', 'holds:', 'holds:'],
			before,
		);
		assert.ok(written?.text.includes(before.includes('# mine') ? '# mine' : ''));
	}
});

test('what has no life, or is no scenario, says nothing', () => {
	for (const [scenario, manifest] of [
		['', POD.replace('image', 'imagee')],
		['', 'kind: Service\n'],
		['until: [\n', POD],
		['- a\n', POD],
		['world: 3\n', POD],
	] as const)
		assert.equal(lifeAsTest(scenario, played({ text: manifest })), undefined, scenario + manifest);
});

test('all that is written holds, of the lives of all lessons, and most of it tells one life from another', () => {
	let [lives, told, parted] = [0, 0, 0];
	for (const lesson of LESSONS) {
		const [start, solved] = livesOf(lesson);
		for (const life of livesOf(lesson)) {
			const scenario = life.scenario.replace(/^expect:[\s\S]*/m, '');

			const made = lifeAsTest(scenario, played({ text: life.manifest }));
			if (!made) continue;
			lives++;
			const all = verdicts(made.text, life.manifest);
			assert.deepEqual(
				all.filter((one) => !one.startsWith('holds')),
				[],
				`${lesson.id}, ${life.name}`,
			);
			assert.equal(all.length, made.added);
			if (life.name !== 'start' || !solved || !start) continue;
			told++;
			// Of a pod that became a Deployment nothing is understood.
			const other = testScenario(made.text, 'web.scenario.yaml', { name: 'web.yaml', played: played({ text: solved.manifest }) }, 'en');
			if (other?.results.some(({ verdict }) => verdict !== 'holds')) parted++;
		}
	}
	assert.ok(lives > 60 && told >= 15 && parted >= told - 2, `${lives} lives, ${parted} of ${told} told apart`);
});

const ACCEPTED: ManifestRecord = { accepted: true, errors: [], warnings: [], level: () => 'privileged', stored: () => undefined };

/** Of recorded lives that the simulator retells: how much of what is written of the simulated one holds of the recording, too. */
function recorded(folder: string) {
	const wrong: string[] = [];
	let [count, retold] = [0, 0];
	for (const file of readdirSync(path.join(folder, 'traces')).filter((name) => name.endsWith('.json'))) {
		const name = file.replace('.json', '');
		const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join(folder, 'scenarios', `${name}.yaml`), 'utf8'));
		const recording = JSON.parse(readFileSync(path.join(folder, 'traces', file), 'utf8')) as Recording;
		const until = (milliseconds(recording.until) ?? 60_000) / 1000;
		const trace = simulate(kind, object, scenario, { beside, decode });
		if (Object.keys(judge(recording, trace, until)).length > 0) continue;
		retold++;
		const expect = derived(livedOf(trace, object, scenario, ACCEPTED));
		assert.ok(expect.length > 0, name);
		count += expect.length;
		const real = { ...recording, kind, until, ...(recording.timeline?.length ? {} : { pods: podsOf(recording) }) } as Omit<Trace, 'story'>;
		wrong.push(...failing(expect, trace, object, scenario).map((one) => `${name}, simulated: ${one}`));
		const seen = expect.filter((one) => 'owner' in recording || one['the'] !== 'owner');
		wrong.push(...failing(seen, real, object, scenario).map((one) => `${name}, as recorded: ${one}`));
	}
	return { wrong, count, retold };
}

function failing(expect: readonly Written[], trace: Omit<Trace, 'story'>, object: unknown, scenario: Scenario): readonly string[] {
	const { expectations, faults } = readExpectations(expect, { ...scenario, expect: [] }, {});
	assert.deepEqual(faults, []);
	return judgeExpectations(expectations, livedOf(trace, object, scenario, ACCEPTED)).flatMap((one) =>
		one.verdict === 'holds' ? [] : [`${JSON.stringify(expect[one.expectation.index])}: ${one.failure.code} at ${one.t / 1000}`],
	);
}

const ALL = process.env['SIMULATOR_RECORDINGS'] ?? '../shared/kubelet';
for (const [folder, few] of [
	['test/conformance/kubelet', 50],
	[ALL, 400],
] as const) {
	test(`what is written of a life holds of its recording, too: ${few} of them and more`, {
		skip: existsSync(path.join(folder, 'traces')) ? false : 'the recordings are not here',
	}, () => {
		const { wrong, count, retold } = recorded(folder);
		assert.deepEqual(wrong, []);
		assert.ok(count > few, `${count} of ${retold} lives`);
	});
}
