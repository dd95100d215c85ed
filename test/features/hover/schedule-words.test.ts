import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scheduleText } from '../../../server/src/features/hover/schedule-words';

test('a schedule is told in words, whichever way it is written', () => {
	assert.equal(scheduleText('@daily')?.en, 'Every day at 00:00.');
	assert.equal(scheduleText('*/5 * * * *')?.ko, '5분마다 실행한다.');
	assert.equal(scheduleText('0 9 * * 1-5')?.en, 'Monday to Friday at 09:00.');
});

test('what is no schedule has no words', () => {
	for (const text of ['', 'constructor', '@never', '0 0 1 1 *', '* * * *']) assert.equal(scheduleText(text), undefined, text);
});
