/** The mode Tests: flags under the lanes, results in the tab. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Expected, Life } from '../../server/src/protocol/life';
import { hangs } from './lives';
import { closeBrowser, missing, openPanel, type PanelPage } from './page';

after(closeBrowser);

const both = (text: string) => ({ en: text, ko: text });
const span = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 20 } });
const one = (title: string, verdict: Expected['verdict'], line: number, more: Partial<Expected> = {}): Expected => ({
	title: both(title),
	verdict,
	why: [],
	span: span(line),
	...more,
});

const EXPECTED: readonly Expected[] = [
	one('`app` is ready at 15 s', 'holds', 10, { t: 15 }),
	one('`app` is never killed', 'fails', 11, {
		t: 20,
		details: [both('killed at 20 s')],
		why: [both('The liveness probe failed.')],
		field: 'spec.containers[0].livenessProbe.failureThreshold',
	}),
	one('restarts at most once', 'holds', 12),
	one('ready at 20.2 s', 'holds', 13, { t: 20.2 }),
];
const LIFE: Life = { ...hangs(), scenario: { describe: 'it hangs once' }, expected: EXPECTED };

const trial = (name: string, options: Parameters<typeof openPanel>[0], run: (panel: PanelPage) => Promise<void>) =>
	test(name, { skip: missing ?? false }, async () => {
		const panel = await openPanel({ mode: 'tests', modes: ['life', 'tests'], ...options });
		try {
			await panel.send({ type: 'answered', answer: LIFE, because: 'opened', scenarioFile: 'p.scenario.yaml' });
			await run(panel);
		} finally {
			await panel.close();
		}
	});
const clean = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

trial('it opens where it broke, says how many hold, and tells the broken one first', {}, async ({ page }) => {
	assert.equal(await page.locator('.clock').textContent(), '20\u00a0s');
	assert.equal(clean(await page.locator('.headline').textContent()), '1 of 4 expectations is broken: app is never killed.');
	assert.equal(clean(await page.getByRole('tab').first().textContent()), 'Tests1/4');
	assert.match(clean(await page.locator('.act-row').textContent()), /^Scenario it hangs once Run again$/);
	assert.deepEqual((await page.locator('.results .title').allTextContents()).map(clean), [
		'app is never killed',
		'app is ready at 15 s',
		'ready at 20.2 s',
		'restarts at most once',
	]);
	assert.deepEqual((await page.locator('.results .instant').allTextContents()).map(clean), ['20 s', '15 s', '20.2 s', 'the end']);
	assert.deepEqual(await page.locator('.results [role=img]').evaluateAll((all) => all.map((sign) => sign.getAttribute('aria-label'))), [
		'broken',
		'met',
		'met',
		'met',
	]);
});

trial('flags stand where it is decided; those too near are one, broken if one is', {}, async ({ page }) => {
	const labels = await page.locator('.cell[data-cell^="flags@"]').evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));
	assert.deepEqual(labels, [
		'app is ready at 15 s: met, 15\u00a0s',
		'2 expectations: app is never killed: broken, 20\u00a0s; ready at 20.2 s: met, 20.2\u00a0s',
		'restarts at most once: met, 30\u00a0s',
	]);
	assert.equal(await page.locator('path.flag.broken').count(), 1);
	assert.equal(await page.locator('svg text', { hasText: '+1' }).count(), 1);
	await page.locator('.cell[data-cell^="flags@15"]').click();
	assert.equal(await page.locator('.clock').textContent(), '15\u00a0s');
});

trial('what broke is watched from three seconds before, and stops there', {}, async ({ page, asked }) => {
	await page.locator('.results .instant').nth(1).click();
	assert.equal(await page.locator('.clock').textContent(), '15\u00a0s');
	await page.getByRole('button', { name: 'Watch where it broke' }).click();
	assert.equal(await page.locator('.clock').textContent(), '17\u00a0s');
	await page.waitForFunction(() => document.querySelector('.clock')?.textContent === '20\u00a0s' && document.querySelector('.play[aria-label=play]'));
	await page.getByRole('button', { name: 'p.scenario.yaml:12' }).click();
	await page.locator('.results').getByRole('button', { name: 'failureThreshold:22' }).click();
	assert.deepEqual(
		(await asked('reveal')).map(({ span: { start }, in: place }) => [start.line, place]),
		[
			[11, 'scenario'],
			[21, undefined],
		],
	);
	await page.getByRole('button', { name: 'Run again' }).click();
	assert.equal((await asked('openScenario')).at(-1)?.file, 'p.scenario.yaml');
});

trial('a scenario that expects something brings the mode to a life', { mode: 'life', modes: ['life'] }, async ({ page, asked, send, live }) => {
	await page.getByRole('button', { name: 'mode: Life' }).click();
	await page.getByRole('menuitem', { name: 'Tests' }).click();
	assert.deepEqual(
		(await asked('mode')).map(({ mode }) => mode),
		['tests'],
	);
	await live(hangs());
	assert.equal(await page.locator('#menu-modes').count(), 0);
	await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['p.scenario.yaml'], expects: true });
	assert.equal(await page.locator('#menu-modes').count(), 1);
});

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
	trial(`axe finds nothing in ${theme}, and nothing sticks out`, { language: 'ko' }, async ({ page, complaints, theme: wear }) => {
		await wear(theme);
		for (const width of [340, 520, 640, 1200]) {
			await page.setViewportSize({ width, height: 800 });
			await page.waitForTimeout(80);
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
		}
		assert.deepEqual(await complaints(), []);
	});
}
