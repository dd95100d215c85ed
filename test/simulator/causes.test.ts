/** What may be told as a cause. Half of this is decided by the compiler: with a wrong type the file does not build. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cause, ClusterTopic, PodTopic } from '../../server/src/simulator/causes';
import { Clock } from '../../server/src/simulator/clock';
import { StoryTeller, type Telling } from '../../server/src/simulator/story';

type Is<Sub, Super> = [Sub] extends [Super] ? true : false;

test('only a moment that was told is a cause: a time, a count and a stranger to the list are not', () => {
	const time: Is<Clock['now'], Cause> = false;
	const told: Is<ReturnType<StoryTeller['tell']>, Cause> = true;
	const causes: Is<NonNullable<Telling['because']>[number], Cause> = true;
	const tried: Is<`tried/${number}`, ClusterTopic> = false;
	const mounting: Is<'mounting' | `logs/${string}`, PodTopic> = false;
	assert.deepEqual([time, told, causes, tried, mounting], [false, true, true, false, false]);
});

test('a moment names those that explain it, and nobody where the cause was left out', () => {
	const story = new StoryTeller(new Clock(0));
	const first = story.tell(undefined, { code: 'pod/running', tone: 'ok', weight: 1 });
	story.tell(undefined, { code: 'restart-all/done', tone: 'ok', weight: 1, because: [undefined, first] });
	assert.deepEqual(
		story.end().moments.map(({ because }) => because),
		[[], [0]],
	);
});
