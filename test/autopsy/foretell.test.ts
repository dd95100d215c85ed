/** Dumps of lives whose scenario nobody tells: what is made of them, held against how the lives went on. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';
import type { PodState } from '../../server/src/simulator/trace';
import { judge } from '../simulator/judge';
import { dumpAt, LIVES, type Life, nowAt, recordedIn } from './dumps';

const MOMENTS = [0.35, 0.6, 0.85];

interface Count {
	all: number;
	now: number;
	fits: number;
	rows: number;
	readonly wrong: string[];
}

/** How many moments are read as they are, explained, and foretold. */
function countOf(lives: readonly Life[]): Count {
	const count: Count = { all: 0, now: 0, fits: 0, rows: 0, wrong: [] };
	for (const life of lives) {
		for (const share of MOMENTS) {
			const t = Math.round(life.until * share);
			const text = dumpAt(life, t);
			if (text === undefined) continue;
			const horizon = life.until - t;
			const [told] = explain(readDump(text), nowAt(t), horizon);
			const state = life.timeline.findLast((one) => one.t <= t);
			if (!told || !state) continue;
			count.all++;
			const later = life.timeline.filter((one) => one.t > t).map((one): PodState => ({ ...one, t: one.t - t }));
			const truth = { timeline: [{ ...state, t: 0 }, ...later], events: [], until: `${horizon}s` };
			const faults = judge(truth as never, { timeline: told.timeline, events: [] } as never, horizon);
			const row = told.timeline[0]?.kubectl;
			if (row?.status === state.kubectl?.status && row?.ready === state.kubectl?.ready && row?.restarts === state.kubectl?.restarts) count.now++;
			else count.wrong.push(`${life.name}@${t}: ${row?.status}`);
			if (told.fits) count.fits++;
			else count.wrong.push(`${life.name}@${t} does not fit`);
			if (!('rows' in faults)) count.rows++;
		}
	}
	return count;
}

test('a dump of any life is read as it is, and a scenario is found that explains it', () => {
	const { all, now, fits, rows, wrong } = countOf(LIVES);
	assert.ok(all > 100, `${all} dumps`);
	assert.equal(now, all, wrong.join('\n'));
	assert.ok(fits / all >= 0.95, `${fits} of ${all} fit:\n${wrong.join('\n')}`);
	assert.ok(rows / all >= 0.88, `what comes next is told of ${rows} of ${all}`);
});

const RECORDED = recordedIn('../shared/kubelet');

test('so is a dump of a recorded life', { skip: RECORDED.length > 0 ? false : 'the recordings are not here' }, () => {
	const { all, now, fits, rows, wrong } = countOf(RECORDED);
	assert.equal(now, all, wrong.join('\n'));
	assert.ok(fits / all >= 0.95, `${fits} of ${all} fit:\n${wrong.join('\n')}`);
	assert.ok(rows / all >= 0.85, `what comes next is told of ${rows} of ${all}`);
});

const DUMPS = '../shared/truth/dumps.jsonl';

interface Recorded {
	readonly id: string;
	readonly dump: string;
	readonly now: string;
	readonly horizon: number;
	readonly truth: { readonly timeline: readonly PodState[] };
}

test('dumps of the real cluster are foretold', { skip: existsSync(DUMPS) ? false : 'the dumps are not here' }, () => {
	const cases = readFileSync(DUMPS, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Recorded);
	const missed = cases.filter(({ dump, now, horizon, truth }) => {
		const [told] = explain(readDump(dump), Date.parse(now), horizon);
		return 'rows' in judge({ ...truth, events: [], until: `${horizon}s` } as never, { timeline: told?.timeline ?? [], events: [] } as never, horizon);
	});
	assert.ok(missed.length <= cases.length * 0.05, missed.map(({ id }) => id).join(' '));
});
