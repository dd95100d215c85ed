/** Lives as a real cluster recorded them: a selection in test/conformance/kubelet, and all that lie in ../shared/kubelet where that is found. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { milliseconds } from '../../server/src/simulator/duration';
import { simulate } from '../../server/src/simulator/simulate';
import { type Aspect, type Faults, judge, type Recording } from './judge';
import { judgeOwner, type RecordedOwner } from './judge-owner';
import { decode, loadScenario } from './load';

const SELECTION = 'test/conformance/kubelet';
const ALL = process.env['SIMULATOR_RECORDINGS'] ?? '../shared/kubelet';

/** The least that has to match, of a hundred. Two recordings of the real cluster match each other by 97, 86, 97, 96 and 84. */
const GOALS: Readonly<Record<Aspect | 'all' | 'owner', number>> = { rows: 97, times: 92, full: 96, events: 96, all: 88, owner: 95 };

type AllFaults = Faults & { readonly owner?: string };

function faultsOf(folder: string, name: string): AllFaults {
	const { kind, object, scenario, beside } = loadScenario(readFileSync(path.join(folder, 'scenarios', `${name}.yaml`), 'utf8'));
	const trace = simulate(kind, object, scenario, { beside, decode });
	const tellings = ['traces', 'traces/repeat'].map((place) => path.join(folder, place, `${name}.json`)).filter(existsSync);
	const judged = tellings.map((file) => {
		const recording = JSON.parse(readFileSync(file, 'utf8')) as Recording & RecordedOwner;
		const owner = judgeOwner(recording, trace);
		return { ...judge(recording, trace, (milliseconds(recording.until) ?? 0) / 1000), ...(owner === undefined ? {} : { owner }) };
	});
	const [first = {}, ...others] = judged;
	return Object.fromEntries(Object.entries(first).filter(([aspect]) => others.every((other) => aspect in other)));
}

function namesIn(folder: string): string[] {
	return readdirSync(path.join(folder, 'scenarios')).map((file) => file.replace(/\.yaml$/, ''));
}

for (const name of namesIn(SELECTION)) test(`${name} is retold`, () => assert.deepEqual(faultsOf(SELECTION, name), {}));

test('all recorded scenarios are retold as well as the real cluster retells itself', {
	skip: existsSync(path.join(ALL, 'scenarios')) ? false : 'the recordings are not here',
}, () => {
	const names = namesIn(ALL);
	const count: Record<Aspect | 'all' | 'owner', number> = { rows: 0, times: 0, full: 0, events: 0, all: 0, owner: 0 };
	for (const name of names) {
		const { owner, ...faults } = faultsOf(ALL, name);
		for (const aspect of ['rows', 'times', 'full', 'events'] as const) if (!(aspect in faults)) count[aspect]++;
		if (Object.keys(faults).length === 0) count.all++;
		if (owner === undefined) count.owner++;
	}
	for (const [aspect, goal] of Object.entries(GOALS)) {
		const share = (100 * count[aspect as Aspect | 'owner']) / names.length;
		assert.ok(share >= goal, `${aspect}: ${share.toFixed(1)} of ${goal} wanted`);
	}
});
