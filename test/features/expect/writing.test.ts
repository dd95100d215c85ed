import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fixesInText } from '../../../server/src/features/diagnose/fixes';
import { completeScenario } from '../../../server/src/features/scenario/complete-scenario';
import { hoverScenario } from '../../../server/src/features/scenario/hover-scenario';
import { diagnoseScenario } from '../../../server/src/features/scenario/scenario-file';
import { edited } from '../../../server/src/yaml/text-edit';

const BESIDE = { name: 'graceful-stop.yaml', text: readFileSync('examples/graceful-stop.yaml', 'utf8') };
const DEPLOYMENT = { name: 'deployment.yaml', text: readFileSync('examples/deployment.yaml', 'utf8') };
const HEAD = 'actions:\n- at: 30s\n  do: delete\n  as: the end\nexpect:\n';

/** What is offered at the `|`, `label (detail)`, and what the text becomes by the first. */
function offers(marked: string, beside = BESIDE, language: 'en' | 'ko' = 'en') {
	const whole = HEAD + marked;
	const [offset, text] = [whole.indexOf('|'), whole.replace('|', '')];
	const items = [...completeScenario(text, offset, language, beside)].sort((a, b) => a.rank - b.rank);
	const [first] = items;
	return {
		labels: items.map(({ label }) => label),
		told: items.map(({ label, detail }) => `${label} (${detail ?? ''})`),
		written: first ? (text.slice(0, first.range.start) + first.insert + text.slice(first.range.end)).slice(HEAD.length) : '',
	};
}

describe('completion of expectations', () => {
	it('begins with whole sentences, by what the manifest has', () => {
		const { labels, written } = offers('- |');
		assert.deepEqual(labels.slice(0, 4), ['the: pod', 'container: web', 'event: Killing', 'order']);
		assert.equal(written, '- the: pod\n  becomes: ${1:ready}\n  within: ${2:10s}');
		assert.deepEqual(offers('- |', DEPLOYMENT).labels.slice(0, 3), ['each: pod', 'pods: ready', 'the: owner']);
	});

	it('offers the keys that go together', () => {
		assert.deepEqual(offers('- the: pod\n  |').labels, ['is', 'becomes', 'stays', 'never', 'name', 'because']);
		assert.deepEqual(offers('- event: Killing\n  |').labels, ['happens', 'name', 'because']);
		assert.deepEqual(offers('- the: pod\n  stays: ready\n  |').labels, ['after', 'until', 'while', 'for', 'name', 'because']);
		assert.deepEqual(offers('- the: manifest\n  is: accepted\n  |').labels.includes('within'), false);
	});

	it('offers the words that this life goes through, in order of time', () => {
		const { told } = offers('- container: web\n  becomes: |');
		assert.deepEqual(told.slice(0, 3), ['waiting (0.02 s to 1.1 s)', 'ContainerCreating (0.02 s to 1.1 s)', 'running (1.1 s to 35 s)']);
		assert.deepEqual(offers('- container: web\n  becomes: |', BESIDE, 'ko').told[0], 'waiting (0.02초부터 1.1초까지)');
		assert.deepEqual(offers('- the: pod\n  never: |').labels.slice(0, 2), ['OOMKilled', 'CrashLoopBackOff']);
		assert.deepEqual(offers('- the: pod\n  is: |').told[0], 'gone (35.7 s to the end)');
	});

	it('offers names, times and values that are measured', () => {
		assert.deepEqual(offers('- container: |').labels, ['web']);
		assert.deepEqual(offers('- the: pod\n  becomes: gone\n  after: |').labels[0], 'the end');
		assert.deepEqual(offers('- the: pod\n  becomes: ready\n  within: |').told[0], '5s (it happens at 1.1 s)');
		assert.deepEqual(offers('- container: web\n  is: { exitCode: | }').labels, ['0']);
		assert.deepEqual(offers('- event: |').told.at(-1), 'Killing (once)');
		assert.deepEqual(offers('- event: Killing\n  happens: |').labels, ['once', 'at least once', 'never']);
		assert.deepEqual(offers('- pods: ready\n  stays: |', DEPLOYMENT).labels[0], 'at least 3');
		assert.deepEqual(offers('- container: web\n  is: { | }').told[0], 'state (waiting, running, terminated)');
		assert.deepEqual(offers('- the: pod\n  becomes: gone\n  after: { | }').labels.slice(-2), ['becomes', 'after']);
		assert.deepEqual(offers('- order:\n  - { container: web, becomes: r| }').labels.includes('running'), true);
	});

	it('writes what can be read', () => {
		for (const place of ['- the: pod\n  becomes: |', '- container: web\n  never: |', '- the: pod\n  becomes: ready\n  after: |', '- pods: |\n  is: 1']) {
			const whole = HEAD + place;
			const [offset, text] = [whole.indexOf('|'), whole.replace('|', '')];
			for (const { insert, range } of completeScenario(text, offset, 'en', BESIDE)) {
				const written = text.slice(0, range.start) + insert.replaceAll('\\}', '}') + text.slice(range.end);
				assert.deepEqual(diagnoseScenario(written, 'en', BESIDE), [], written);
			}
		}
	});

	it('stands half-typed and broken text', () => {
		const whole = `${HEAD}- the: pod\n  becomes: { containers: { web: [running, { exitCode: 0 }] }\n  after: { event: {reason: "x\n- order: [delete, {`;
		for (let end = HEAD.length; end <= whole.length; end++) {
			assert.ok(completeScenario(whole.slice(0, end), end, 'en', BESIDE));
			hoverScenario(whole.slice(0, end), end - 1, 'both', BESIDE);
			diagnoseScenario(whole.slice(0, end), 'ko', BESIDE);
		}
	});
});

describe('two verbs in one expectation', () => {
	const split = (marked: string): string => {
		const text = HEAD + marked;
		const all = diagnoseScenario(text, 'en', BESIDE);
		const judge = (changed: string) => diagnoseScenario(changed, 'en', BESIDE);
		const [fix] = fixesInText(text, { start: 0, end: text.length }, all, judge);
		return fix ? edited(text, fix.edits).slice(HEAD.length) : '';
	};

	it('become two, each with the times that are said of it', () => {
		assert.equal(
			split('- the: pod\n  becomes: ready\n  within: 5s\n  never: restarted\n'),
			'- the: pod\n  becomes: ready\n  within: 5s\n- the: pod\n  never: restarted\n',
		);
		assert.equal(
			split('- after: the end\n  the: pod\n  becomes: gone\n  never: ready\n  for: 2s\n  is: gone\n'),
			'- after: the end\n  the: pod\n  becomes: gone\n- after: the end\n  the: pod\n  never: ready\n  for: 2s\n- the: pod\n  is: gone\n',
		);
		assert.equal(
			split('- { name: both, container: web, is: running, stays: ready, at: 10s }\n'),
			'- { name: both, container: web, is: running, at: 10s }\n- { container: web, stays: ready }\n',
		);
	});

	it('stay where each would be at fault, or would say nothing of its time', () => {
		assert.equal(split('- the: pod\n  becomes: ready\n  happens: once\n'), '');
		assert.equal(split('- the: pod\n  is: ready\n  becomes: ready\n  until: never\n'), '');
	});
});

describe('hostile expectations', () => {
	it('are told of, however deep or long', () => {
		for (const text of [
			`expect:\n- event: ${'not '.repeat(50_000)}x\n  happens: once\n`,
			`expect:\n- the: pod\n  is: ${'['.repeat(990)}ready${']'.repeat(990)}\n`,
			`expect:\n- the: pod\n  becomes: ready\n  after: ${'{ becomes: ready, after: '.repeat(990)}5s${' }'.repeat(990)}\n`,
		])
			assert.ok(diagnoseScenario(text, 'en', BESIDE));
	});
});

describe('hover in expectations', () => {
	const at = (marked: string, language: 'en' | 'ko' = 'en') =>
		hoverScenario((HEAD + marked).replace('|', ''), (HEAD + marked).indexOf('|'), language, BESIDE)?.markdown ?? '';

	it('tells how an expectation stands', () => {
		assert.match(at('- the: pod\n  bec|omes: ready'), /A change: it was not so, then it is[\s\S]*✓ It holds: at 1\.1.s\. \*the pod becomes `ready`\*/);
		assert.match(at('- the: pod\n  ne|ver: deleting', 'ko'), /✗ 어긋난다\. \*파드가 `deleting`인 적이 없다\*\n\n30초에 `Terminating`\(1\/1\)이다/);
	});

	it('tells what a word means, and when it is so', () => {
		assert.match(at('- the: pod\n  becomes: re|ady'), /`ready`: The condition Ready[\s\S]*In this life: 1\.1 s to 35 s\./);
		assert.match(
			at('- container: web\n  never: Crash|LoopBackOff', 'ko'),
			/`CrashLoopBackOff`: 그 자체가 오류는 아니다[\s\S]*이 일생에서는 한 번도 그렇지 않다/,
		);
		assert.match(at('- the: pod\n  becomes: gone\n  after: { container: web, becomes: term|inated }'), /`terminated`: Its process has ended/);
		assert.doesNotMatch(at('- the: pod\n  becomes: gone\n  after: the e|nd'), /In this life/);
	});

	it('tells of a field what it is', () => assert.match(at('- container: web\n  never: { exit|Code: 137 }'), /How the process ended/));
});
