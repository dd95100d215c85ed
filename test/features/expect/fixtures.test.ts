import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expectFaultWords } from '../../../server/src/docs/expect';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';
import { type Fixture, fixture } from './told';

const FOLDER = 'test/features/expect';
const all = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.yaml'))
	.map((name) => {
		const file = `${FOLDER}/${name}`;
		const written = readFileSync(file, 'utf8');
		const now = fixture(written);
		if (process.env['UPDATE']) writeFileSync(file, now.told);
		return { name, written, now };
	});

describe('expectations', () => {
	for (const { name, written, now } of all) if (!process.env['UPDATE']) it(`${name} tells what comes of it`, () => assert.equal(now.told, written));

	it('of every verb and of every subject hold in one fixture and fail in another', () => {
		const verdicts = (of: (fixture: Fixture) => readonly (readonly [string, string])[]) =>
			new Set(all.flatMap(({ now }) => of(now).map(([what, verdict]) => `${what} ${verdict}`)));
		const verbs = verdicts(({ run }) => run.judged.map(({ expectation, verdict }) => [expectation.said.verb, verdict]));
		const subjects = verdicts(({ run }) => run.judged.map(({ expectation: { said }, verdict }) => ['subject' in said ? said.subject.kind : 'order', verdict]));
		const both = (names: readonly string[]) => names.flatMap((name) => [`${name} holds`, `${name} fails`]).sort();
		assert.deepEqual([...verbs].sort(), both(['is', 'becomes', 'stays', 'never', 'happens', 'order']));
		assert.deepEqual([...subjects].sort(), both(['pod', 'container', 'pods', 'owner', 'manifest', 'event', 'action', 'order']));
	});

	it('fail in every way, and every fault is shown', () => {
		const failures = new Set(all.flatMap(({ now }) => now.run.judged.flatMap((one) => (one.verdict === 'fails' ? one.failure.code : []))));
		const ways = [
			'never-became',
			'late',
			'already',
			'too-short',
			'times',
			'broke',
			'never-began',
			'was',
			'is-not',
			'count',
			'out-of-order',
			'missing',
			'no-moment',
		];
		assert.deepEqual([...failures].sort(), [...ways, 'empty-while', 'no-time', 'nobody', 'not-watched', 'manifest', 'answer', 'no-life'].sort());
		const faults = new Set(all.flatMap(({ now }) => now.faults));
		assert.deepEqual(
			Object.keys(expectFaultWords).filter((code) => !faults.has(`expect/${code}`)),
			[],
		);
	});
});

describe('the pages about expectations', () => {
	for (const page of ['docs/expectations.md', 'docs/expectations.ko.md']) {
		it(`${page} has examples that can be read`, () => {
			const examples = [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);
			assert.equal(examples.length, 3);
			for (const yaml of examples) assert.deepEqual(diagnoseScenario(yaml, 'en'), []);
		});
	}
});
