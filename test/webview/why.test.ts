/** The mode Why: a live pod, its past in ink and its future in pencil. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Life } from '../../server/src/protocol/life';
import type { LivePod } from '../../server/src/protocol/live';
import { hangs } from './lives';
import { closeBrowser, missing, openPanel, type PanelPage } from './page';

after(closeBrowser);

const ZERO = Date.UTC(2026, 4, 4, 9, 0, 0);
const span = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 20 } });

/** The life that hangs, told at the 22nd second: killed at 20, started again, not ready yet. */
const LIFE: Life = {
	...hangs(),
	presets: [],
	live: {
		now: 22,
		known: 22,
		zero: ZERO,
		zone: 540,
		before: 0,
		marks: [
			{ t: 0, what: 'field', name: 'metadata.creationTimestamp', span: span(3) },
			{ t: 1, what: 'field', name: 'status.containerStatuses[0].state.running.startedAt', span: span(40) },
			{ t: 18, lastT: 20, what: 'event', name: 'Unhealthy', count: 2, isWarning: true, span: span(60) },
		],
		parted: [],
	},
};
const both = (text: string) => ({ en: text, ko: text });
const POD: LivePod = {
	kind: 'live',
	pods: [{ name: 'p' }, { name: 'q' }],
	index: 0,
	verdict: 'unhealthy',
	headline: both('`app` was killed once.'),
	isOver: false,
	causes: [
		{ code: 'probe/budget', words: both('It is asked every 2 s.'), evidence: [{ name: 'spec.containers[0].livenessProbe.periodSeconds', span: span(21) }] },
		{ code: 'probe/killed', words: both('So it was killed.'), evidence: [{ name: 'Killing', count: 1, span: span(61) }, { name: 'Job/x status.failed' }] },
	],
	tries: [
		{ words: both('Allow more misses.'), line: 'spec.containers[0].livenessProbe.failureThreshold: 3', span: span(22) },
		{ words: both('Read its log.'), line: 'kubectl logs p' },
	],
	fits: true,
	fit: both('Everything fits.'),
	now: ZERO + 22_000,
	prints: 1,
	zone: 540,
	life: LIFE,
};

const trial = (name: string, options: Parameters<typeof openPanel>[0], run: (panel: PanelPage) => Promise<void>) =>
	test(name, { skip: missing ?? false }, async () => {
		const panel = await openPanel({ mode: 'why', modes: ['life', 'why'], ...options });
		try {
			await run(panel);
		} finally {
			await panel.close();
		}
	});

trial('it opens at now, in its own tab, by the reader’s clock', {}, async ({ page, live }) => {
	await live(POD);
	assert.equal(await page.locator('.clock').textContent(), '18:00:22');
	assert.deepEqual(await page.locator('.ruler .badge-word').allTextContents(), ['now', '18:00:22']);
	assert.match((await page.locator('.headline p').textContent()) ?? '', /as of 18:00:22/);
	assert.equal(
		await page
			.getByRole('tab')
			.first()
			.textContent()
			.then((one) => one?.trim()),
		'Why',
	);
	assert.equal(await page.getByRole('tab', { name: 'Why' }).getAttribute('aria-selected'), 'true');
	assert.equal(await page.locator('.why').count(), 0, 'at now the causes speak, not the narrator');
	assert.equal(await page.locator('.chips, #all-knobs').count(), 0);
	assert.match((await page.locator('.kubectl-line').textContent()) ?? '', /p\s+0\/1\s+Running\s+1 \(2s ago\)\s+22s/);
});

trial('what is past is measured or reckoned, what comes is foretold', {}, async ({ page, live }) => {
	await live(POD);
	const label = (look: string) => page.locator(`.cell${look}[aria-label^="app,"]`).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
	assert.deepEqual(await label(':not(.foretold, .reckoned)'), ['app, pull, 18:00:00 to 18:00:01', 'app, starting, 18:00:20 to 18:00:26']);
	assert.deepEqual(await label('.reckoned'), ['app, starting, 18:00:01 to 18:00:08, reckoned', 'app, ready, 18:00:08 to 18:00:20, reckoned, then exit 0']);
	assert.deepEqual(await label('.foretold'), [
		'app, starting, 18:00:20 to 18:00:26, foretold from 18:00:22',
		'app, ready, 18:00:26 to 18:00:30, foretold from 18:00:22',
	]);
	assert.equal(await page.locator('svg .paper').count(), 1);
	assert.equal(await page.locator('svg path.now').count(), 1);
});

trial('a pod that has been well for long is shown up to now', {}, async ({ page, live }) => {
	const trace = { ...LIFE.trace, until: 4000 };
	await live({ ...POD, verdict: 'healthy', life: LIFE.live ? { ...LIFE, trace, live: { ...LIFE.live, now: 3600, known: 3600 } } : LIFE });
	assert.equal(await page.locator('.clock').textContent(), '19:00:00');
	assert.equal(await page.getByRole('button', { name: 'Back to now' }).count(), 0);
});

trial('away from now the narrator speaks, and N leads back', {}, async ({ page, live }) => {
	await live(POD);
	await page.locator('.ruler').focus();
	await page.keyboard.press('Home');
	await page.locator('.why').waitFor();
	assert.deepEqual(await page.locator('.ruler .badge-word').allTextContents(), ['−22\u00a0s', '18:00:00']);
	assert.equal(await page.locator('.ruler .now-plate').count(), 1);
	await page.keyboard.press('n');
	await page.locator('.why').waitFor({ state: 'detached' });
	await page.keyboard.press('Home');
	await page.getByRole('button', { name: 'Back to now' }).click();
	assert.equal(await page.locator('.clock').textContent(), '18:00:22');
	await page.getByRole('tab', { name: 'Story' }).click();
	assert.match((await page.locator('.now-row').textContent()) ?? '', /18:00:22\s*now/);
	assert.ok((await page.locator('.story .time').allTextContents()).includes('+4\u00a0s'));
});

trial('evidence leads to its line, cards are copied, rows are walked', {}, async ({ page, live, asked }) => {
	await live(POD);
	const reveals = async () => (await asked('reveal')).map(({ span }) => span.start.line);
	const evidence = page.locator('.proofs button');
	assert.deepEqual(await evidence.allTextContents(), ['periodSeconds:22', 'Killing ×1', 'Job/x status.failed']);
	assert.ok(await evidence.nth(2).isDisabled(), 'what has no place leads nowhere');
	await evidence.nth(0).click();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	assert.deepEqual(await reveals(), [21, 61]);
	assert.equal(await page.locator('.causes [aria-current=true] p').textContent(), 'So it was killed.');
	await page.getByRole('button', { name: 'line 23' }).click();
	await page.getByRole('button', { name: 'Copy the line of card 2' }).click();
	await page.keyboard.press('Alt+1');
	assert.deepEqual(await reveals(), [21, 61, 22]);
	assert.deepEqual(
		(await asked('copy')).map(({ text }) => text),
		['kubectl logs p', 'spec.containers[0].livenessProbe.failureThreshold: 3'],
	);
	assert.match((await page.locator('.notice').textContent()) ?? '', /Copied/);
	await page.getByRole('button', { name: 'Make a manifest of it and try there' }).click();
	assert.deepEqual(
		(await asked('tryFix')).map(({ pod }) => pod),
		[{ name: 'p' }],
	);
	await page.locator('.cell[aria-label^="Unhealthy ×2"]').click();
	assert.deepEqual((await reveals()).at(-1), 60, 'a mark of the dump too');
});

trial('the sign of the mode is a menu of those that the file has', {}, async ({ page, live, asked, send }) => {
	await live(POD);
	const sign = page.getByRole('button', { name: 'mode: Why' });
	await sign.click();
	assert.deepEqual(
		await page
			.getByRole('menuitem')
			.allTextContents()
			.then((all) => all.map((one) => one.trim())),
		['Life'],
	);
	await page.keyboard.press('Escape');
	assert.equal(await page.getByRole('menu').count(), 0);
	assert.equal(await page.evaluate(() => document.activeElement?.id), 'menu-modes', 'the focus returns');
	await sign.click();
	await page.getByRole('menuitem', { name: 'Life' }).click();
	assert.deepEqual(
		(await asked('mode')).map(({ mode }) => mode),
		['life'],
	);
	await send({ type: 'opened', uri: 'file:///p.yaml', file: 'p.yaml', documents: [], document: 0, mode: 'life', modes: ['life', 'why'], language: 'en' });
	await live(hangs());
	assert.equal(await page.getByRole('tab', { name: 'Story' }).getAttribute('aria-selected'), 'true');
	assert.equal(await page.locator('.clock').textContent(), '20\u00a0s', 'on the point of the story');
});

trial('without a life the sentences stand alone', {}, async ({ page, live, complaints }) => {
	const { life: _, ...rest } = POD;
	await live({ ...rest, verdict: 'unknown', causes: [], fits: false });
	assert.equal(await page.locator('.stage').count(), 0);
	assert.match((await page.locator('main').textContent()) ?? '', /was killed once[\s\S]*Try this, in this order[\s\S]*Everything fits/);
	assert.deepEqual(await complaints(), []);
});

trial('where nobody can tell why, lists say what is certain and what is missing', { language: 'ko', width: 340 }, async ({ page, live, complaints }) => {
	const { life: _, ...rest } = POD;
	await live({
		...rest,
		verdict: 'unknown',
		causes: [],
		fits: false,
		known: { certain: [both('It has `app`.')], missing: [both('`status`'), both('Events')] },
	});
	assert.deepEqual(await page.locator('.why-tab h2').allTextContents(), ['확실한 것', '빠진 것', '이 2줄이면 알 수 있다']);
	assert.deepEqual(
		(await page.locator('.known li').allTextContents()).map((one) => one.trim()),
		['It has app.', 'status', 'Events'],
	);
	assert.equal(await page.locator('.fit').count(), 0, 'the lists say it');
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
	assert.deepEqual(await complaints(), []);
});

trial('an old file can be told up to this minute, and back', {}, async ({ page, live, asked }) => {
	const now = Date.now() - 3 * 3600_000;
	await live({ ...POD, now });
	assert.match((await page.locator('.headline p').textContent()) ?? '', /that was 3\u00a0h ago/);
	await page.getByRole('button', { name: 'Tell it up to this minute' }).click();
	const later = LIFE.live ? { ...LIFE, live: { ...LIFE.live, now: 28 } } : LIFE;
	await live({ ...POD, now, since: 3 * 3600, life: later }, 'asked');
	assert.equal(await page.locator('.clock').textContent(), '18:00:28', 'now is where the clock is');
	assert.match((await page.locator('.headline p').textContent()) ?? '', /told up to .*; the newest time in the file is/);
	assert.equal(await page.getByRole('button', { name: 'Tell it up to this minute' }).count(), 0);
	const foretold = await page.locator('.cell.foretold[aria-label^="app,"]').first().getAttribute('aria-label');
	assert.equal(foretold, 'app, starting, 18:00:20 to 18:00:26, foretold from 18:00:22', 'from the newest time on');
	await page.getByRole('button', { name: 'Only what the file knows' }).click();
	assert.deepEqual(
		(await asked('upToClock')).map(({ is }) => is),
		[true, false],
	);
	await live({ ...POD, now: Date.now() - 30 * 3600_000 });
	assert.equal(await page.getByRole('button', { name: 'Tell it up to this minute' }).count(), 0, 'too long ago');
});

trial('now goes along with a file that is being written, unless one looks elsewhere', {}, async ({ page, live, complaints }) => {
	const at = (now: number, prints: number): LivePod => ({ ...POD, prints, life: LIFE.live ? { ...LIFE, live: { ...LIFE.live, now, known: now } } : LIFE });
	await live(at(22, 2));
	assert.equal(await page.locator('.follows').count(), 0, 'nobody writes it');
	await live(at(23, 3), 'edited');
	assert.equal(await page.locator('.follows').textContent(), 'following');
	assert.equal(await page.locator('.clock').textContent(), '18:00:23');
	await page.locator('.ruler').focus();
	await page.keyboard.press('Home');
	assert.equal(await page.locator('.follows').textContent(), 'paused');
	await live(at(25, 4), 'edited');
	assert.equal(await page.locator('.clock').textContent(), '18:00:00', 'it stays where one looks');
	await page.keyboard.press('n');
	await live(at(27, 5), 'edited');
	assert.equal(await page.locator('.clock').textContent(), '18:00:27');
	await page.setViewportSize({ width: 340, height: 800 });
	assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
	assert.deepEqual(await complaints(), []);
});

trial('where real and told part an upright stands, and its sentence leads there', {}, async ({ page, live, complaints }) => {
	const parted = [{ t: 8, container: 'app', words: both('`app` ran longer.') }];
	const runs = { real: [], told: [], alike: [] };
	await live({ ...POD, prints: 2, life: LIFE.live ? { ...LIFE, live: { ...LIFE.live, runs, parted } } : LIFE });
	assert.equal(await page.locator('svg path.parts').count(), 1);
	await page.getByRole('button', { name: '18:00:08', exact: true }).click();
	assert.equal(await page.locator('.clock').textContent(), '18:00:08');
	assert.deepEqual(await complaints(), []);
});

trial('R lays the real life over the told one, in pairs, with a hatch from where they part', {}, async ({ page, live, complaints }) => {
	const runs = {
		real: [
			{ container: 'app', index: 0, from: 1, ready: 3, to: 14, exitCode: 1 },
			{ container: 'app', index: 1, from: 16, to: 18, exitCode: 2 },
			{ container: 'app', index: 3, from: 20 },
		],
		told: [{ container: 'app', index: 0, from: 1, ready: 8, to: 20, exitCode: 0 }],
		alike: [],
	};
	const parted = [{ t: 14, container: 'app', words: both('`app` ran shorter.') }];
	await live(POD);
	assert.equal(await page.getByRole('button', { name: 'Real beside told' }).count(), 0, 'it was printed once');
	await live({ ...POD, prints: 3, life: LIFE.live ? { ...LIFE, live: { ...LIFE.live, runs, parted } } : LIFE });
	assert.equal(await page.locator('.cell[aria-label^="app, real"]').count(), 0);
	await page.locator('.ruler').focus();
	await page.keyboard.press('r');
	const label = (name: string) =>
		page
			.locator(`.cell[aria-label^="${name}"]`)
			.evaluateAll((all) => all.map((one) => `${one.classList.contains('foretold') ? 'pencil' : 'ink'} ${one.getAttribute('aria-label')}`));
	assert.deepEqual(await label('app, real'), [
		'ink app, real, starting, 18:00:01 to 18:00:03',
		'ink app, real, ready, 18:00:03 to 18:00:14, then exit 1',
		'ink app, real, back-off, 18:00:14 to 18:00:16',
		'ink app, real, working, 18:00:16 to 18:00:18, then exit 2',
		'ink app, real, starting, 18:00:20 to 18:00:22',
	]);
	assert.deepEqual(await label('app, told'), [
		'pencil app, told, starting, 18:00:01 to 18:00:08',
		'pencil app, told, ready, 18:00:08 to 18:00:20, then exit 0',
		'pencil app, told, exit 0, 18:00:20 to 18:00:22',
		'pencil app, told, starting, 18:00:20 to 18:00:26, foretold from 18:00:22',
		'pencil app, told, ready, 18:00:26 to 18:00:30, foretold from 18:00:22',
	]);
	assert.equal(await page.locator('svg .parting').count(), 1);
	assert.equal(await page.getByRole('button', { name: 'Real beside told' }).getAttribute('aria-pressed'), 'true');
	for (const width of [340, 520, 640, 1200]) {
		await page.setViewportSize({ width, height: 800 });
		await page.waitForTimeout(80);
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
	}
	assert.deepEqual(await complaints(), []);
	await page.locator('.ruler').focus();
	await page.keyboard.press('R');
	assert.equal(await page.locator('.cell[aria-label^="app, told"]').count(), 0);
});

trial(
	'what was alike is listed, and with what was not it is told anew, and back',
	{ language: 'ko', width: 340 },
	async ({ page, live, asked, complaints }) => {
		const parted = [{ t: 14, container: 'app', words: both('`app` ran shorter.') }];
		const runs = { real: [], told: [], alike: [both('2 runs were alike.')] };
		const watched = (more: object, isAnew?: boolean): LivePod => ({
			...POD,
			prints: 3,
			...(isAnew === undefined ? {} : { isAnew }),
			life: LIFE.live ? { ...LIFE, live: { ...LIFE.live, runs, ...more } } : LIFE,
		});
		const names = () => page.locator('.why-tab .acts button').allTextContents();
		await live(watched({ parted }));
		assert.deepEqual(await names(), ['실제와 예상 나란히 보기'], 'nothing that a scenario can have explains it');
		await live(watched({ parted }, false));
		assert.deepEqual((await page.locator('.why-tab h2').allTextContents()).slice(-2), ['실제와 예상이 같은 곳', '실제와 예상이 갈라지는 곳']);
		assert.equal((await page.locator('.known li').textContent())?.trim(), '2 runs were alike.');
		await page.getByRole('button', { name: '나란히 보기' }).last().click();
		assert.deepEqual(await names(), ['이 가정으로 다시 예상하기']);
		assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
		assert.deepEqual(await complaints(), []);
		await page.getByRole('button', { name: '이 가정으로 다시 예상하기' }).click();
		await live(watched({ parted: [] }, true), 'asked');
		assert.match((await page.locator('.why-tab').textContent()) ?? '', /가정에 넣어 다시 예상했다/);
		assert.ok(!(await page.locator('.why-tab h2').allTextContents()).includes('실제와 예상이 갈라지는 곳'));
		await page.getByRole('button', { name: '이 가정 없이 예상하기' }).click();
		assert.deepEqual(
			(await asked('tellAnew')).map(({ is }) => is),
			[true, false],
		);
		await live(POD, 'asked');
		assert.equal(await page.locator('.acts').count(), 0, 'it was printed once');
	},
);

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
	trial(`axe finds nothing in ${theme}, and nothing sticks out`, { language: 'ko' }, async ({ page, live, complaints, theme: wear }) => {
		await wear(theme);
		await live(POD);
		assert.deepEqual(await complaints(), []);
		for (const width of [340, 520, 640, 1200]) {
			await page.setViewportSize({ width, height: 800 });
			await page.waitForTimeout(80);
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
		}
		assert.deepEqual(await complaints(), []);
	});
}
