/** The mode Lesson: the card ticks what is expected, the page and its hints stand under the lanes. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Expected, Life, NoLife } from '../../server/src/protocol/life';
import type { ShownLesson } from '../../server/src/protocol/panel';
import { hangs } from './lives';
import { closeBrowser, missing, openPanel, type PanelPage } from './page';

after(closeBrowser);

const both = (text: string) => ({ en: text, ko: text });
const HEADS = Array.from({ length: 18 }, (_, i) => ({ id: `l${i}`, title: `Title ${i + 1}`, goal: '' }));
const LESSON: ShownLesson = {
	lesson: {
		id: 'l8',
		title: 'Title 9',
		goal: '',
		index: 8,
		of: 18,
		file: 'lesson-09-l.yaml',
		scenarioFile: 'lesson-09-l.scenario.yaml',
		start: '',
		scenario: '',
		solution: '',
		look: 'See it.\n\n```\nNAME  READY\nweb   0/1\n```',
		why: 'It asks **again** and `again`.\n\n- one\n- two <b>',
		task: 'Mend it.',
		hints: ['Look here.', 'It means that.', 'Write `x`.'],
		solved: 'Ready at once.\n\n```\nweb   1/1\n```',
		whatIf: ['… it were slow? It waits.', '… it were slower? It does not.'],
		whatIfScenario: 'until: 1m',
		remember: 'Probes ask.',
		next: { id: 'l9', title: 'Title 10', goal: '' },
	},
	heads: HEADS,
	solved: ['l0', 'l1'],
	isWhatIf: false,
};
const span = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const expected = (...verdicts: readonly Expected['verdict'][]): readonly Expected[] =>
	verdicts.map((verdict, i) => ({
		title: both(`claim ${i}`),
		verdict,
		why: [],
		span,
		...(verdict !== 'open' && { t: 10 + 4 * i }),
		details: [both(`said ${i}`)],
	}));
const life = (...verdicts: readonly Expected['verdict'][]): Life => ({ ...hangs(), expected: expected(...verdicts) });

const tell = (panel: PanelPage, answer: Life | NoLife, lesson = LESSON) => panel.send({ type: 'answered', answer, because: 'edited', lesson });
const trial = (name: string, options: Parameters<typeof openPanel>[0], run: (panel: PanelPage) => Promise<void>) =>
	test(name, { skip: missing ?? false }, async () => {
		const panel = await openPanel({ mode: 'lesson', modes: ['life', 'lesson'], ...options });
		try {
			await tell(panel, life('fails', 'holds', 'fails'));
			await run(panel);
		} finally {
			await panel.close();
		}
	});
const clean = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

trial('the card shows where one is, the task and what is expected; the first that is broken says why', {}, async ({ page }) => {
	assert.equal(clean(await page.locator('.course .mute').textContent()), 'Lesson 9 of 18');
	assert.equal(clean(await page.locator('.lesson h1').textContent()), 'Title 9');
	assert.deepEqual((await page.locator('.expected li').allTextContents()).map(clean), ['claim 0 – said 0 10 s', 'claim 1 14 s', 'claim 2 18 s']);
	assert.deepEqual(await page.locator('.expected [role=img]').evaluateAll((all) => all.map((sign) => sign.getAttribute('aria-label'))), [
		'broken',
		'met',
		'broken',
	]);
	assert.equal(await page.locator('.dot.done').count(), 2);
	assert.equal(await page.locator('.dots [aria-current=step] button').getAttribute('aria-label'), '9. Title 9');
	assert.equal(await page.locator('.cell[data-cell^="flags@"]').count(), 3, 'the card and the flags are one list twice');
	await page.locator('.expected .instant').first().click();
	assert.equal(await page.locator('.clock').textContent(), '10\u00a0s');
	assert.equal(await page.locator('.chips, .kubectl-line, .why').count(), 0);
});

trial('what is judged otherwise has an edge for a while', {}, async (panel) => {
	const changed = () => panel.page.locator('.expected li.changed').allTextContents();
	assert.deepEqual(await changed(), [], 'what is judged first has not changed');
	await tell(panel, life('holds', 'holds', 'fails'));
	assert.equal((await changed()).length, 1);
	assert.equal(clean(await panel.page.locator('.lesson [aria-live]').textContent()), '2 of 3 met. claim 2: broken');
	await panel.page.waitForFunction(() => !document.querySelector('.expected .changed'));
});

trial('hints come one by one, by the key too; what is solved leads on', {}, async (panel) => {
	const { page, asked } = panel;
	const hint = () => page.locator('.hint').textContent().then(clean);
	assert.equal(await hint(), 'Hint');
	await page.locator('.hint .link').click();
	assert.equal(await hint(), 'Hint 1 of 3 Look here. Next hint');
	await page.locator('.ruler').focus();
	await page.keyboard.press('h');
	await page.keyboard.press('h');
	assert.equal(await hint(), 'Hint 3 of 3 Write x.');
	for (const name of ['Start over', 'Show the solution', 'Skip']) await page.getByRole('button', { name }).click();
	await tell(panel, life('holds', 'holds', 'holds'));
	assert.match(await hint(), /^Solved Probes ask\. What if … it were slow\? Watch it$/);
	assert.equal(await page.getByRole('button', { name: 'Show the solution' }).count(), 0);
	assert.match(
		await page.locator('.lesson-page').textContent().then(clean),
		/^Ready at once\. ?web 1\/1 ?What if … ?… it were slow\? It waits\. ?… it were slower\? It does not\. ?It asks again/,
		'what is worth seeing now takes the place of what was seen at first',
	);
	await page.getByRole('button', { name: 'Next: Title 10' }).click();
	await page.getByRole('button', { name: 'Watch it' }).click();
	assert.deepEqual(
		(await asked('lesson')).map(({ act }) => act),
		['startOver', 'solution', 'next', 'next', 'whatIf'],
	);
	assert.equal(await page.locator('.dot.done').count(), 3);
	await tell(panel, hangs(), { ...LESSON, isWhatIf: true });
	assert.equal(await page.locator('.expected li.holds').count(), 3, 'by its what-if nothing is judged');
});

trial('dots are walked with the arrows and open a lesson', {}, async ({ page, asked }) => {
	await page.locator('.dots [tabindex="0"]').focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	assert.deepEqual(
		(await asked('openLesson')).map(({ id }) => id),
		['l9', 'l0'],
	);
});

trial('a manifest that is refused leaves all open beside what the lesson tells, and the page is Markdown without tags', {}, async (panel) => {
	const { page } = panel;
	assert.deepEqual(await page.locator('.lesson-page li').allTextContents(), ['one', 'two <b>']);
	assert.equal(await page.locator('.lesson-page pre').textContent(), 'NAME  READY\nweb   0/1');
	assert.equal(await page.locator('.lesson-page strong').textContent(), 'again');
	const refused: NoLife = { kind: 'refused', errors: [{ message: 'spec: Required value', span }], expected: expected('open', 'open', 'open') };
	await tell(panel, refused);
	await page.locator('.card').waitFor();
	assert.equal(await page.locator('.expected li.open').count(), 3);
	assert.match(clean(await page.locator('.card').textContent()), /spec: Required value/);
	assert.equal(await page.locator('.lesson-page strong').textContent(), 'again', 'what is to be learnt of it stands below');
	await page.setViewportSize({ width: 460, height: 300 });
	const foot = await page.getByRole('button', { name: 'Start over' }).boundingBox();
	assert.ok(foot && foot.y + foot.height <= 300, 'the foot is in sight');
});

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
	trial(`axe finds nothing in ${theme}, and nothing sticks out`, { language: 'ko' }, async ({ page, complaints, theme: wear }) => {
		await wear(theme);
		for (const width of [340, 520, 640, 1200]) {
			await page.setViewportSize({ width, height: 800 });
			await page.waitForTimeout(80);
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
			assert.equal(await page.locator('.dots').evaluate((dots) => dots.clientHeight), 16, `${width} px: all dots in one row`);
		}
		assert.deepEqual(await complaints(), []);
	});
}
