import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { HEADINGS, MEASURED, readPage, WATCHED } from '../../server/src/course/lesson';
import { LESSONS } from '../../server/src/course/lessons';
import { lessonOf } from '../../server/src/features/course/lessons';
import { parse } from '../../server/src/yaml/parse';
import { folderOf, livesOf, tested } from './lives';
import { measure, rowsOf, unmeasured } from './measure';

const LANGUAGES = ['en', 'ko'] as const;

test('every lesson that is written is in the course, once', () => {
	const ids = LESSONS.map(({ id }) => id);
	assert.deepEqual([...ids].sort(), readdirSync('server/src/course/lessons').sort());
	assert.equal(new Set(ids).size, ids.length);
});

for (const lesson of LESSONS) {
	test(`${lesson.id}: its page is whole in both languages`, () => {
		for (const language of LANGUAGES) {
			const headings = [...lesson[language].matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
			assert.deepEqual(headings, HEADINGS[language]);
			const page = readPage(lesson[language], language);
			const { hints, whatIf, ...rest } = page;
			for (const [part, text] of Object.entries(rest)) assert.ok(text.length > 0, `${language}: ${part}`);
			assert.equal(hints.length, 3, `${language}: three hints, a line each`);
			assert.ok(whatIf.length > 0, `${language}: what if`);
			assert.doesNotMatch(JSON.stringify(page), /\{\{|\}\}/, 'where numbers come from is not shown');
			for (const line of [page.goal, page.task, page.story]) assert.doesNotMatch(line, /\n/, `${language}: one line`);
			assert.equal(parse(lessonOf(lesson.id, language)?.scenario ?? '').faults.length, 0, `${language}: the story fits into the scenario`);
		}
		assert.match(lesson.ko, /[가-힣]/);
		assert.doesNotMatch(lesson.en, /[가-힣]/);
	});

	for (const life of livesOf(lesson)) {
		if (!life.answer) continue;
		for (const version of [32, 37] as const) {
			test(`${lesson.id}: ${life.name} is ${life.answer} in 1.${version}`, () => {
				const { faults, results } = tested(life, version);
				assert.deepEqual(faults, []);
				const failed = results.filter(({ verdict }) => verdict !== 'holds').map(({ title, happened }) => `${title.en}: ${happened?.en}`);
				assert.ok(results.length > 0);
				if (life.answer === 'accepted') assert.deepEqual(failed, []);
				else assert.notEqual(failed.length, 0);
			});
		}
	}

	test(`${lesson.id}: every number in its page is that of its lives, and so are the rows`, () => {
		const lives = livesOf(lesson);
		for (const language of LANGUAGES) {
			const file = `${folderOf(lesson)}/lesson${language === 'ko' ? '.ko' : ''}.md`;
			const written = readFileSync(file, 'utf8');
			const shown = written.replace(/^```watch (.+)\n[\s\S]*?^```$/gm, (_, name: string) => `\`\`\`watch ${name}\n${rowsOf(lives, name)}\`\`\``);
			if (process.env['UPDATE']) writeFileSync(file, shown);
			else assert.equal(written, shown, file);
			const wrong = [...written.matchAll(MEASURED)].flatMap(([, text = '', source = '']) => {
				const fault = measure(text, source, lesson, lives);
				return fault === undefined ? [] : [`${text}, ${source}: ${fault}`];
			});
			assert.deepEqual(wrong, [], file);
			assert.deepEqual(unmeasured(written), [], `${file}: numbers that come from nowhere`);
			assert.ok([...written.matchAll(WATCHED)].length + [...written.matchAll(MEASURED)].length > 0, file);
		}
	});
}

test('a number that is wrong, or comes from nowhere, is found', () => {
	const lesson = LESSONS.find(({ id }) => id === 'liveness');
	assert.ok(lesson);
	const lives = livesOf(lesson);
	assert.equal(measure('55 s', 'solved event:Unhealthy#3', lesson, lives), undefined);
	assert.match(measure('56 s', 'solved event:Unhealthy#3', lesson, lives) ?? '', /^it is 55/);
	assert.equal(measure('56 s', 'scenario', lesson, lives), 'it is 0, 40, 0, 120, 40, 45, 1');
	assert.equal(measure('2', 'solved tickets.restartCount?', lesson, lives), 'it is 1');
	assert.deepEqual(unmeasured('In 1.37 `12` of {{3 s: scenario}} are 4 s.'), ['4']);
});
