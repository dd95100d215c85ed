import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../server/src/features/why/explain';
import { readDump } from '../../server/src/features/why/read-dump';
import type { Pod } from '../../server/src/schema/generated/types';
import { describe } from './describe';
import { dumpAt, LIVES, nowAt, objectsAt } from './dumps';

/** What a reader of either takes away: how the pod is, what is told of it, and its row. */
function answer(text: string, now: number) {
	const [pod] = explain(readDump(text, now), now, 60);
	const { name, namespace, verdict, headline, timeline } = pod ?? { timeline: [] };
	return {
		name,
		namespace,
		verdict,
		headline: headline?.en
			.replace(/ (?:Next|If |The next|Ready in|Gone|The pod ends).*/, '')
			.replace(/\(?(?:\d+\u00a0(?:min|s) ?)+\)?/g, '…')
			.replace(WITHOUT_DEADLINE, ''),
		row: timeline[0]?.kubectl,
	};
}

/** kubectl prints neither the policy of a container nor its rules: what ended well is taken to be started again. */
const RULES = new Set(['restart-all-containers']);
/** Nor the deadline. */
const WITHOUT_DEADLINE = / \(…\)| …(?= and was ended)/;

test('a description gives the answer that the YAML gives', () => {
	let compared = 0;
	const wrong: unknown[] = [];
	for (const [index, life] of LIVES.entries()) {
		const t = life.until * 0.6;
		const objects = objectsAt(life, t);
		const text = dumpAt(life, t);
		if (RULES.has(life.name) || objects === undefined || text === undefined) continue;
		compared++;
		const now = nowAt(t);
		const told = describe(objects.pod as Pod, objects.events as never, now, index % 2 === 0);
		const [a, b] = [answer(text, now), answer(told, now)];
		if (JSON.stringify(a) !== JSON.stringify(b)) wrong.push({ life: life.name, yaml: a, described: b });
	}
	assert.ok(compared >= 30, `${compared} compared`);
	assert.deepEqual(
		wrong.map((one) => JSON.stringify(one)),
		[],
	);
});
