import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COURSE_WORDS, type CourseWords } from '../../../client/src/course/words';

/** Everything that is said, with numbers and texts that can be told apart. */
const said = (words: CourseWords): readonly string[] => [
	words.list(3, 18),
	words.folder,
	words.nextHint,
	words.solution,
	words.hint(1, 3, 'TEXT'),
	words.compared('TITLE'),
	words.lesson(7),
	words.place(7, 18, 'TITLE'),
	words.solved,
	words.met(2, 4),
	words.ask,
	words.next('TITLE'),
	words.done('TITLE', 'TEXT'),
];
/** Their order is each language's own. */
const given = (text: string): readonly string[] => [...text.matchAll(/\d+|[A-Z]{2,}/g)].map(([one]) => one).sort();

test('what is said of lessons is said in their language, with the same in it', () => {
	const [english, korean] = [said(COURSE_WORDS.en), said(COURSE_WORDS.ko)];
	assert.equal(english.length, Object.keys(COURSE_WORDS.en).length);
	for (const [i, text] of korean.entries()) {
		assert.match(text, /[가-힣]/);
		assert.doesNotMatch(english[i] ?? '', /[가-힣]/);
		assert.deepEqual(given(text), given(english[i] ?? ''));
	}
});
