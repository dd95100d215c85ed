/** The course over the wire. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lessonIn } from '../../server/src/protocol/lesson-files';
import { LESSON, LESSONS, TEST } from '../../server/src/protocol/requests';
import { Editor, OURS, VSCODE } from './client';

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: OURS });
});
after(() => editor.stop());

test('each lesson that is listed is told, in the language asked for, and leads to the one after it', async () => {
	const heads = await editor.put(LESSONS, { language: 'ko' });
	assert.ok(heads.length > 0);
	for (const [i, { id, title, goal }] of heads.entries()) {
		const lesson = await editor.put(LESSON, { id, language: 'ko' });
		assert.deepEqual([lesson?.title, lesson?.goal, lesson?.next, lesson?.index, lessonIn(`untitled:${lesson?.file}`)], [title, goal, heads[i + 1], i, id]);
		assert.match(lesson?.task ?? '', /[가-힣]/);
		assert.match((await editor.put(LESSON, { id, language: 'en' }))?.task ?? '', /^[^가-힣]+$/);
	}
	assert.equal(await editor.put(LESSON, { id: 'flying', language: 'en' }), null);
	await assert.rejects(editor.put(LESSON, { id: 'flying', language: 'both' as 'en' }), /language/);
	await assert.rejects(editor.put(LESSON, { id: 3 as unknown as string, language: 'en' }), /id/);
});

test('a lesson is judged as any scenario is', async () => {
	const [head] = await editor.put(LESSONS, { language: 'en' });
	const lesson = await editor.put(LESSON, { id: head?.id ?? '', language: 'en' });
	assert.ok(lesson);
	const verdicts = async (text: string) =>
		(await editor.put(TEST, { uri: `untitled:${lesson.scenarioFile}`, text: lesson.scenario, beside: { name: lesson.file, text } }))?.results.map(
			({ verdict }) => verdict,
		);
	assert.ok((await verdicts(lesson.start))?.includes('fails'));
	assert.deepEqual([...new Set(await verdicts(lesson.solution))], ['holds']);
});
