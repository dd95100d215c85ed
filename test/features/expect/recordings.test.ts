/** Expectations that recorded lives meet hold for the simulation wherever it retells them, and for the recordings themselves, which are judged by the same program. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { judgeExpectations } from '../../../server/src/expect/judge';
import { readExpectations } from '../../../server/src/expect/read';
import { livedOf } from '../../../server/src/expect/tracks';
import type { ManifestRecord } from '../../../server/src/expect/vocabulary';
import { milliseconds } from '../../../server/src/simulator/duration';
import type { Scenario } from '../../../server/src/simulator/scenario';
import { simulate } from '../../../server/src/simulator/simulate';
import type { Trace } from '../../../server/src/simulator/trace';
import { judge, type Recording } from '../../simulator/judge';
import { decode, loadScenario } from '../../simulator/load';
import { expectationsFrom, podsOf } from './from-recording';

const ACCEPTED: ManifestRecord = { accepted: true, errors: [], warnings: [], level: () => 'privileged', stored: () => undefined };

function verdicts(expect: readonly unknown[], trace: Omit<Trace, 'story'>, object: unknown, scenario: Scenario): readonly string[] {
	const { expectations, faults } = readExpectations(expect, { ...scenario, expect: [] }, {});
	assert.deepEqual(faults, []);
	return judgeExpectations(expectations, livedOf(trace, object, scenario, ACCEPTED)).flatMap((one) =>
		one.verdict === 'holds' ? [] : [`${JSON.stringify(expect[one.expectation.index])}: ${one.failure.code} at ${one.t / 1000}`],
	);
}

/** Of a folder of recordings: how many expectations were judged, and what did not hold. */
function judged(folder: string) {
	const wrong: string[] = [];
	let [count, retold, all] = [0, 0, 0];
	for (const file of readdirSync(path.join(folder, 'traces')).filter((name) => name.endsWith('.json'))) {
		const name = file.replace('.json', '');
		const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join(folder, 'scenarios', `${name}.yaml`), 'utf8'));
		const recording = JSON.parse(readFileSync(path.join(folder, 'traces', file), 'utf8')) as Recording;
		const until = (milliseconds(recording.until) ?? 60_000) / 1000;
		const trace = simulate(kind, object, scenario, { beside, decode });
		const expect = expectationsFrom(recording, until);
		const recorded = { ...recording, kind, until, ...(recording.timeline?.length ? {} : { pods: podsOf(recording) }) } as Omit<Trace, 'story'>;
		all++;
		wrong.push(...verdicts(expect, recorded, object, scenario).map((one) => `${name}, as recorded: ${one}`));
		// A test that cannot fail says nothing: what was seen is not never so.
		const [{ becomes = undefined, pod = undefined } = {}] = expect.filter((one) => 'becomes' in one && !('container' in one));
		if (becomes !== undefined && verdicts([{ pod, never: becomes }], recorded, object, scenario).length === 0)
			wrong.push(`${name}: never ${JSON.stringify(becomes)} holds`);
		if (Object.keys(judge(recording, trace, until)).length > 0) continue;
		retold++;
		count += expect.length;
		wrong.push(...verdicts(expect, trace, object, scenario).map((one) => `${name}, simulated: ${one}`));
	}
	return { wrong, count, retold, all };
}

test('a selection of recorded lives meets what is expected of it', () => {
	const { wrong, count } = judged('test/conformance/kubelet');
	assert.deepEqual(wrong, []);
	assert.ok(count > 100, `${count}`);
});

const ALL = process.env['SIMULATOR_RECORDINGS'] ?? '../shared/kubelet';
test('all recorded lives do', { skip: existsSync(path.join(ALL, 'traces')) ? false : 'the recordings are not here' }, () => {
	const { wrong, count, retold, all } = judged(ALL);
	assert.deepEqual(wrong, []);
	assert.ok(retold > 0.9 * all && count > 10 * retold, `${count} expectations of ${retold} lives retold, of ${all}`);
});
