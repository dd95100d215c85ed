import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { NoLife } from '../../server/src/protocol/life';
import { besideUsual, crowded, hangs, many, pair, stubborn, usualLife } from './lives';
import { closeBrowser, missing, openPanel, type PanelPage } from './page';

if (missing) console.log(`The panel was not tried in a browser: ${missing}`);
after(closeBrowser);

type Options = Parameters<typeof openPanel>[0];
const trial = (name: string, options: Options, run: (panel: PanelPage) => Promise<void>) =>
	test(name, { skip: missing ?? false }, async () => {
		const panel = await openPanel(options);
		try {
			await run(panel);
		} finally {
			await panel.close();
		}
	});

const SPAN = { start: { line: 19, character: 0 }, end: { line: 19, character: 9 } };
const REFUSED: NoLife = {
	kind: 'refused',
	errors: [{ message: 'spec.containers[0].image: Required value', why: { en: 'No image, no container.', ko: '이미지가 없으면 컨테이너도 없다.' }, span: SPAN }],
};

trial('it opens on the point of the story', {}, async ({ page, live, asked }) => {
	assert.equal((await asked('ready')).length, 1);
	await live(hangs());
	assert.equal(await page.locator('.clock').textContent(), '20\u00a0s');
	assert.match((await page.locator('.why').textContent()) ?? '', /probe\/killed/);
	assert.deepEqual(
		await page
			.locator('.chain button')
			.allTextContents()
			.then((all) => all.map((one) => one.trim())),
		['liveness fails 1/2', 'liveness fails 2/2', 'killed', 'restart 1'],
	);
	assert.match((await page.locator('.kubectl-line').textContent()) ?? '', /p\s+0\/1\s+Running\s+1 \(0s ago\)\s+20s/);
});

trial('the story is one tab stop, where the playhead is, and the arrows go from row to row', {}, async ({ page, live }) => {
	await live(hangs());
	const rows = page.locator('.story .row');
	const stops = (): Promise<readonly number[]> => rows.evaluateAll((all) => all.flatMap((row, i) => ((row as HTMLElement).tabIndex === 0 ? i : [])));
	const current = (): Promise<number> => page.locator('.story .row').evaluateAll((all) => all.findIndex((row) => row.closest('.current')));
	const [before, ...others] = await stops();
	assert.deepEqual([before, others], [await current(), []]);
	await rows.nth(before ?? 0).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await page.waitForTimeout(60);
	assert.deepEqual(await stops(), [await current()]);
	assert.ok((await current()) < (before ?? 0));
	assert.ok(await rows.nth(await current()).evaluate((row) => row === document.activeElement), 'the focus stays on the row');
});

trial('arrows step from change to change; Home, End and Space do what they say', {}, async ({ page, live }) => {
	await live(hangs());
	const clock = () => page.locator('.clock').textContent();
	await page.locator('.ruler').focus();
	const press = async (key: string) => {
		await page.keyboard.press(key);
		await page.waitForTimeout(30);
		return clock();
	};
	assert.equal(await press('ArrowLeft'), '18\u00a0s');
	assert.equal(await press('ArrowRight'), '20\u00a0s');
	assert.equal(await press('Shift+ArrowRight'), '21\u00a0s');
	assert.equal(await press('Home'), '0\u00a0s');
	assert.equal(await press('End'), '30\u00a0s');
	await press('Home');
	await page.keyboard.press('Space');
	await page.locator('.play[aria-label=pause]').waitFor();
	await page.waitForFunction(() => document.querySelector('.clock')?.textContent !== '0\u00a0s');
	await page.keyboard.press('Space');
	await page.locator('.play[aria-label=play]').waitFor();
});

trial('the playhead is dragged, and snaps to a change near by', {}, async ({ page, live }) => {
	await live(hangs());
	const lanes = await page.locator('svg.lanes').boundingBox();
	const cell = await page.locator('.cell[aria-label^="app, ready, 8"]').boundingBox();
	assert.ok(lanes && cell);
	await page.mouse.move(lanes.x + 400, lanes.y + 10);
	await page.mouse.down();
	await page.mouse.move(cell.x + 2, lanes.y + 10, { steps: 4 });
	await page.mouse.up();
	assert.equal(await page.locator('.clock').textContent(), '8\u00a0s');
});

trial('lanes are a grid: arrows go bar by bar, Enter goes to its start', {}, async ({ page, live }) => {
	await live(hangs());
	await page.locator('[role=gridcell][tabindex="0"]').focus();
	const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
	for (let i = 0; i < 12 && !(await label())?.startsWith('app,'); i++) {
		await page.keyboard.press('ArrowDown');
		await page.waitForTimeout(30);
	}
	await page.keyboard.press('ArrowRight');
	await page.waitForTimeout(30);
	const here = await label();
	assert.match(here ?? '', /^app, /);
	await page.keyboard.press('Enter');
	await page.waitForTimeout(30);
	assert.equal(await page.locator('.clock').textContent(), here?.match(/, ([^,]+) to/)?.[1]);
	assert.equal(await label(), here, 'the focus stays');
	assert.equal(await page.locator('[role=gridcell][tabindex="0"], [role=rowheader][tabindex="0"]').count(), 1, 'one tab stop');
});

trial('a life is compared with the one in which all goes well, whatever was asked before', {}, async ({ page, live, asked }) => {
	await live(hangs());
	assert.equal(await page.locator('.headline p').count(), 0, 'nothing to compare with');
	await page.getByRole('button', { name: 'I delete it' }).click();
	assert.deepEqual((await asked('ask')).at(-1)?.question, { preset: 'deleted' });
	await live(besideUsual(stubborn()), 'asked');
	const compared = async () => ((await page.locator('.headline p').textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
	assert.equal(await compared(), 'Compared with all goes well: gone in the end, exit code 137');
	assert.ok((await page.locator('svg .ghost').count()) > 0);
	assert.ok(await page.locator('svg text', { hasText: 'all goes well' }).count());
	await page.locator('.ruler').focus();
	await page.keyboard.press('g');
	await page.waitForTimeout(30);
	assert.equal(await page.locator('svg .ghost').count(), 0);
	await page.keyboard.press('g');
	await live(besideUsual(hangs()), 'edited');
	assert.match(await compared(), /^Compared with the life before the edit: never gone, /);
	await live(besideUsual(hangs()), 'asked');
	assert.match(await compared(), /^Compared with all goes well: ready 7 s later, 1 restart$/, 'until the next question');
	await page.locator('#menu-more').click();
	await page.getByRole('menuitem', { name: 'pin this life' }).click();
	await live(besideUsual(stubborn()), 'asked');
	assert.match(await compared(), /^Compared with the pinned life: gone in the end, /);
	await live(usualLife(), 'asked');
	await page.locator('#menu-more').click();
	await page.getByRole('menuitem', { name: 'let the pinned life go' }).click();
	assert.equal(await page.locator('.headline p').count(), 0, 'a life is not compared with itself');
});

trial('a knob in the sentence is a new scenario; nonsense is not', {}, async ({ page, live, asked }) => {
	await live(hangs());
	const knob = page.locator('.say input').first();
	await knob.fill('30 s');
	await knob.press('Enter');
	assert.equal((await asked('ask')).at(-1)?.question.scenario?.world?.containers?.app?.liveness?.[0]?.from, '30s');
	const before = (await asked('ask')).length;
	await knob.fill('soon');
	await knob.press('Enter');
	assert.equal((await asked('ask')).length, before);
	assert.equal(await knob.getAttribute('aria-invalid'), '');
});

trial('probe answers are painted', {}, async ({ page, live, asked }) => {
	await live(hangs());
	await page.getByRole('button', { name: 'all knobs' }).click();
	assert.equal(await page.getByRole('tab', { name: 'Knobs' }).getAttribute('aria-selected'), 'true');
	const strip = page.getByRole('group', { name: /liveness probe/ });
	const [from, to] = [await strip.locator('button').nth(3).boundingBox(), await strip.locator('button').nth(6).boundingBox()];
	assert.ok(from && to);
	await page.mouse.move(from.x + 3, from.y + 8);
	await page.mouse.down();
	await page.mouse.move(to.x + 3, to.y + 8, { steps: 6 });
	await page.mouse.up();
	assert.deepEqual((await asked('ask')).at(-1)?.question.scenario?.world?.containers?.app?.liveness, [
		{ from: '3s', ok: false, run: 0 },
		{ from: '7s', ok: true, run: 0 },
		{ from: '15s', ok: false, run: 0 },
	]);
});

trial('a field is revealed, and the cursor in it marks its moments', {}, async ({ page, live, asked, send }) => {
	await live(hangs());
	await page.locator('.field').click();
	assert.equal((await asked('reveal'))[0]?.span.start.line, 21);
	await send({ type: 'cursor', place: { line: 21, character: 30 } });
	assert.equal(await page.locator('.governed').count(), 1);
	await send({ type: 'cursor' });
	assert.equal(await page.locator('.governed').count(), 0);
});

trial('it speaks Korean when asked, and remembers', {}, async ({ page, live }) => {
	await live(hangs());
	await page.getByRole('button', { name: '한국어' }).click();
	await page.getByRole('tab', { name: '이야기' }).waitFor();
	assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
	await page.waitForTimeout(250);
	assert.equal(await page.evaluate(() => (globalThis as unknown as { kept: { tongue: string } }).kept.tongue), 'ko');
});

trial(
	'what was shown is shown again after a reload',
	{ kept: { t: 8, tab: 'watch', question: { preset: 'hangs' }, time: 'linear' } },
	async ({ page, live, asked }) => {
		assert.deepEqual((await asked('ready'))[0]?.question, { preset: 'hangs' });
		await live(hangs());
		assert.equal(await page.locator('.clock').textContent(), '8\u00a0s');
		assert.equal((await page.locator('[role=tab][aria-selected=true]').textContent())?.trim(), 'Watch');
		assert.equal(await page.getByRole('button', { name: 'Linear' }).getAttribute('aria-pressed'), 'true');
		assert.equal((await page.locator('.chip[aria-pressed=true]').textContent())?.trim(), 'it hangs');
	},
);

trial('a refusal while typing waits for rest, and keeps the last life faint behind it', {}, async ({ page, live, asked }) => {
	await live(hangs());
	await live(REFUSED, 'edited');
	assert.equal(await page.locator('.card').count(), 0);
	await live(hangs(), 'edited');
	await page.waitForTimeout(450);
	assert.equal(await page.locator('.card').count(), 0, 'an answer in time takes it back');
	await live(REFUSED, 'edited');
	await page.locator('.card').waitFor();
	assert.match((await page.locator('.card').textContent()) ?? '', /Required value/);
	assert.equal(await page.locator('.behind[inert]').count(), 1);
	await page.getByText('Go to line 20').click();
	assert.deepEqual((await asked('reveal'))[0]?.span, SPAN);
});

trial('zoom keeps what is under the pointer, and fits again', {}, async ({ page, live }) => {
	await live(hangs());
	const x = () => page.locator('.cell[aria-label^="app, ready, 26"]').evaluate((cell) => cell.getBoundingClientRect().left);
	const before = await x();
	await page.mouse.move(before + 1, 300);
	const canvas = await page.locator('svg.lanes').boundingBox();
	assert.ok(canvas);
	await page.mouse.move(before, canvas.y + 30);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -400);
	await page.keyboard.up('Control');
	await page.waitForTimeout(200);
	assert.ok(Math.abs((await x()) - before) < 2, 'the bar stays under the pointer');
	await page.locator('.zoomed').waitFor();
	await page.locator('.ruler').focus();
	await page.keyboard.press('0');
	await page.waitForTimeout(60);
	assert.ok(Math.abs((await x()) - before) < 1);
});

trial('two fingers zoom about their middle', {}, async ({ page, live }) => {
	await live(hangs());
	const cell = page.locator('.cell[aria-label^="app, ready, 8"]');
	const before = await cell.boundingBox();
	assert.ok(before);
	const [middle, y] = [before.x + before.width / 2, before.y + 9];
	const fingers = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
		fingers.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y, id })) });
	await touch('touchStart', middle - 30);
	await touch('touchStart', middle - 30, middle + 30);
	for (let by = 40; by <= 90; by += 10) await touch('touchMove', middle - by, middle + by);
	await touch('touchEnd');
	await page.locator('.zoomed', { hasText: '3×' }).waitFor();
	const after = await cell.boundingBox();
	assert.ok(after && Math.abs(after.width / before.width - 3) < 0.1, `${after?.width} of ${before.width} px`);
	assert.ok(Math.abs(after.x + after.width / 2 - middle) < 3, 'the middle stays');
});

trial('ten thousand changes: a texture is one cell, a press in it goes to its place, the table shows what is near', {}, async ({ page, live }) => {
	await live(crowded(10_000));
	assert.equal(await page.locator('.cell[aria-label^="app"]').count(), 1);
	const box = await page.locator('.cell[aria-label^="app"]').boundingBox();
	assert.ok(box);
	await page.mouse.click(box.x + box.width / 2, box.y + 9);
	const [minutes] = ((await page.locator('.clock').textContent()) ?? '').split(':');
	assert.ok(Number(minutes) > 5 && Number(minutes) < 50, minutes);
	await page.getByRole('button', { name: 'show as a table' }).click();
	const table = page.locator('.table-view');
	assert.equal(await table.locator('tr[aria-current]').count(), 1);
	assert.ok((await table.locator('tbody tr').count()) < 200);
	await table.locator('tr', { hasText: /\d+ earlier/ }).click();
	await page.waitForTimeout(60);
	assert.equal(await table.locator('tr[aria-current]').count(), 1);
});

trial(
	'a scenario beside the manifest is offered after all goes well; one of its name is played first',
	{ kept: { fresh: true } },
	async ({ page, live, send, asked }) => {
		await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['p.scenario.yaml', 'p-slow.scenario.yaml'] });
		assert.deepEqual(await asked('openScenario'), [], 'not before there is an answer');
		await live(hangs());
		assert.deepEqual(await asked('openScenario'), [{ type: 'openScenario', file: 'p.scenario.yaml' }]);
		const chips = (await page.locator('.chip').allTextContents()).map((one) => one.trim());
		assert.deepEqual(chips.slice(0, 3), ['all goes well', 'p', 'p-slow']);
		await page.locator('.chip', { hasText: 'p-slow' }).click();
		assert.deepEqual((await asked('openScenario')).at(-1), { type: 'openScenario', file: 'p-slow.scenario.yaml' });
		await send({ type: 'answered', answer: { ...stubborn(), scenario: { describe: 'slowly' } }, because: 'asked', scenarioFile: 'p-slow.scenario.yaml' });
		const pressed = page.locator('.chip[aria-pressed=true]');
		assert.equal((await pressed.textContent())?.trim(), 'p-slow');
		assert.equal(await pressed.getAttribute('title'), 'p-slow.scenario.yaml: slowly');
		await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['p.scenario.yaml'] });
		assert.equal((await asked('openScenario')).length, 2, 'only at the start');
	},
);

trial(
	'the scenario of a manifest that is turned to is looked for among its own, whenever they are told',
	{ kept: { fresh: true } },
	async ({ page, live, send, asked }) => {
		await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['other.scenario.yaml'] });
		await live(hangs());
		assert.deepEqual(await asked('openScenario'), []);
		await send({ type: 'opened', uri: 'file:///q.yaml', file: 'q.yaml', documents: [], document: 0, mode: 'life', modes: ['life'], language: 'en' });
		await live(hangs());
		assert.ok(!(await page.locator('.chip').allTextContents()).some((one) => one.includes('other')), 'those of another manifest are not offered');
		await send({ type: 'scenarios', uri: 'file:///q.yaml', files: ['q.scenario.yaml'] });
		assert.deepEqual(await asked('openScenario'), [{ type: 'openScenario', file: 'q.scenario.yaml' }]);
	},
);

trial(
	'what was asked before stays asked, though a scenario of the manifest’s name is there',
	{ kept: { fresh: true, question: { preset: 'hangs' } } },
	async ({ live, send, asked }) => {
		await live(hangs());
		await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['p.scenario.yaml'] });
		assert.deepEqual(await asked('openScenario'), []);
	},
);

trial('T goes to the table and back, and the focus stays in the stage', {}, async ({ page, live }) => {
	await live(hangs());
	await page.locator('.ruler').focus();
	const there = () => page.evaluate(() => document.activeElement?.closest('.stage') !== null && document.activeElement?.matches('.ruler, .table-view'));
	for (const what of ['.table-view', '.ruler', '.table-view', '.ruler']) {
		await page.keyboard.press('t');
		await page.locator(what).waitFor();
		assert.equal(await there(), true, what);
	}
	await page.keyboard.press('End');
	await page.waitForTimeout(30);
	assert.equal(await page.locator('.clock').textContent(), '30\u00a0s', 'keys go on working');
});

trial('knobs turn beside the lanes, and Escape leads back', { width: 520, height: 796 }, async ({ page, live, asked }) => {
	await live(hangs());
	const lanes = await page.locator('svg.lanes').boundingBox();
	await page.locator('#tab-events').click();
	await page.getByRole('button', { name: 'all knobs' }).click();
	assert.deepEqual(await page.locator('svg.lanes').boundingBox(), lanes, 'the lanes stay where they are');
	const count = page.getByLabel('nodes', { exact: true });
	assert.equal(await count.inputValue(), '3');
	await count.fill('5');
	await count.press('Enter');
	assert.deepEqual((await asked('ask')).at(-1)?.question.scenario?.world?.nodes, [{ count: 5, cpu: 4, memory: '16Gi' }]);
	await count.press('Escape');
	assert.equal(await page.getByRole('tab', { name: 'Events' }).getAttribute('aria-selected'), 'true', 'to the tab that was there');
	await page.locator('#all-knobs:focus').waitFor();
	assert.equal(await page.evaluate(() => document.activeElement?.id), 'all-knobs');
	await page.setViewportSize({ width: 1200, height: 800 });
	await page.getByRole('button', { name: 'all knobs' }).click();
	assert.equal(await page.locator('.right .knobs').count(), 1);
});

trial('a picture that cannot be drawn is told', {}, async ({ page, live, asked }) => {
	await live(hangs());
	await page.evaluate(() => {
		HTMLCanvasElement.prototype.toDataURL = () => {
			throw new Error('tainted');
		};
	});
	await page.locator('#menu-export').click();
	await page.getByRole('menuitem', { name: 'Timeline as PNG' }).click();
	await page.waitForFunction(() => (globalThis as unknown as { asked: readonly { type: string }[] }).asked.some(({ type }) => type === 'trouble'));
	assert.match((await asked('trouble'))[0]?.message ?? '', /^Could not be exported: .*tainted/);
});

trial('another file begins anew: nothing of the one before but the language', {}, async ({ page, live, send }) => {
	await live(hangs());
	await page.getByRole('button', { name: '한국어' }).click();
	await page.locator('.ruler').press('ArrowLeft');
	await page.locator('#menu-more').click();
	await page.getByRole('menuitem', { name: '고정해' }).click();
	await page.waitForFunction(() => 'pinned' in (globalThis as unknown as { kept: object }).kept);
	await send({ type: 'opened', uri: 'file:///q.yaml', file: 'q.yaml', documents: [], document: 0, mode: 'life', modes: ['life'], language: 'en' });
	await live(usualLife());
	await page.waitForFunction(() => (globalThis as unknown as { kept: { uri: string } }).kept.uri.endsWith('q.yaml'));
	const kept = await page.evaluate(() => (globalThis as unknown as { kept: object }).kept);
	assert.deepEqual(
		['pinned', 't', 'tongue'].filter((key) => key in kept),
		['tongue'],
	);
});

trial('the overlay whose life is played is named', {}, async ({ page, live, send }) => {
	const base = { type: 'opened', uri: 'file:///b.yaml', file: 'b.yaml', document: 0, mode: 'life', modes: ['life'], language: 'en' } as const;
	await send({ ...base, overlay: 'overlays/prod', documents: [] });
	await live(usualLife());
	const place = page.locator('header .file');
	assert.equal(await place.innerText(), 'in overlays/prod · Pod · b.yaml');
	await page.setViewportSize({ width: 340, height: 800 });
	await page.waitForTimeout(100);
	assert.equal(await place.innerText(), 'in …/prod · Pod · b.yaml');
	assert.equal(await place.getAttribute('title'), 'in overlays/prod');
	await page.setViewportSize({ width: 640, height: 800 });
	await page.waitForTimeout(100);
	await page.getByRole('button', { name: '한국어' }).click();
	assert.equal(await place.innerText(), 'overlays/prod에서 · Pod · b.yaml');
	const documents = [0, 1].map((index) => ({ kind: 'Pod', name: `p${index}`, index }));
	await send({ ...base, overlay: 'overlays/prod', documents });
	await live(usualLife());
	assert.equal(await place.innerText(), 'overlays/prod에서');
});

trial('zoomed in, the ruler says where it begins and ends', {}, async ({ page, live }) => {
	await live(hangs());
	assert.equal(await page.locator('.ruler .end').count(), 0);
	await page.locator('.ruler').focus();
	for (let i = 0; i < 5; i++) await page.keyboard.press('+');
	await page.waitForTimeout(200);
	const ends = await page.locator('.ruler .end').allTextContents();
	assert.equal(ends.length, 2);
	assert.match(ends[0] ?? '', /^‹ 1\d(\.\d)?\ss$/);
	assert.match(ends[1] ?? '', /^2\d(\.\d)?\ss ›$/);
	const boxes = await page
		.locator('.ruler text')
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right] as const));
	for (const [i, [left, right]] of boxes.entries()) for (const [from, to] of boxes.slice(i + 1)) assert.ok(right < from || to < left, 'times do not overlap');
	assert.ok(boxes.length > 4, 'round times stand between them');
});

/** Lives as the lanes show them: of one pod, of four containers one after another, of a workload. */
const SHOWN = [hangs(), stubborn(), many(), pair()].map(besideUsual);

for (const [width, height] of [
	[320, 796],
	[340, 796],
	[520, 796],
	[560, 796],
	[640, 900],
	[1200, 800],
] as const)
	trial(`the story is in sight, every chip and name whole or cut as it may be: ${width} px`, { width, height }, async ({ page, live }) => {
		for (const tongue of ['English', '한국어']) {
			await live(SHOWN[0] ?? hangs());
			await page.getByRole('button', { name: tongue }).click();
			for (const life of SHOWN) {
				await live(life, 'asked');
				await page.waitForTimeout(60);
				const seen = await page.evaluate(() => {
					const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
					const body = box('.panel');
					const right = document.querySelector('.left')?.getBoundingClientRect().right ?? innerWidth;
					const inside = (one: Element) => {
						const { left, right: end } = one.getBoundingClientRect();
						return left >= 0 && end <= right + 0.5;
					};
					const chips = [...document.querySelectorAll('.chip')];
					return {
						scrolls: document.documentElement.scrollHeight - innerHeight,
						body: Math.min(innerHeight, body?.bottom ?? 0) - (body?.top ?? 0),
						tabs: [...document.querySelectorAll('[role=tab], #menu-tabs')].every(inside),
						rows: new Set(chips.map((chip) => Math.round(chip.getBoundingClientRect().top))).size,
						chips: chips.every(inside) && chips.every((chip) => chip.scrollWidth <= chip.clientWidth + 1),
						first: chips[0]?.getAttribute('aria-pressed'),
						all: chips.length,
						more: document.querySelector('#menu-chips')?.textContent?.trim(),
						knobs: inside(document.querySelector('#all-knobs') ?? document.body),
						lanes: (box('.lanes-view')?.height ?? 0) > 60,
					};
				});
				const where = `${tongue}, ${life.trace.name}: ${JSON.stringify(seen)}`;
				assert.ok(seen.scrolls <= 0, `the page does not scroll: ${where}`);
				assert.ok(seen.body >= 159.5, `six rows of the story: ${where}`);
				assert.ok(seen.tabs && seen.chips && seen.knobs && seen.lanes, where);
				assert.ok(seen.rows <= (width >= 560 ? 2 : 1), `rows of chips: ${where}`);
				const [, behind] = /(\d+)/.exec(seen.more ?? '') ?? [];
				assert.equal(seen.all - (behind ? 1 : 0) + Number(behind ?? 0), life.presets.length, `no question is lost: ${where}`);
			}
		}
	});

trial('zoomed in, the controls stay in one line where there is little room', { width: 340, language: 'ko' }, async ({ page, live }) => {
	await live(hangs());
	const speed = page.locator('.transport .speed');
	assert.ok(await speed.isVisible());
	await page.locator('.ruler').focus();
	for (let i = 0; i < 8; i++) await page.keyboard.press('+');
	const zoomed = page.locator('.transport .zoomed');
	await zoomed.waitFor();
	assert.ok(!(await speed.isVisible()), 'it is in the menu');
	assert.equal(await zoomed.evaluate((one) => getComputedStyle(one).whiteSpace), 'nowrap');
	assert.ok(((await zoomed.boundingBox())?.height ?? 99) <= 26);
	const right = (await page.locator('.transport > :last-child').boundingBox()) ?? { x: 0, width: 999 };
	assert.ok(right.x + right.width <= 340, `${right.x} + ${right.width}`);
});

trial('the chosen question is in sight, and the others are one press away', { width: 340, height: 796 }, async ({ page, live, asked }) => {
	await live(hangs());
	await page.locator('#menu-chips').click();
	const items = page.locator('.menu [role=menuitem]');
	const last = items.last();
	assert.match((await last.textContent()) ?? '', /I delete it – I delete the pod at 10\ss\. To SIGTERM app stops at once\./);
	await last.click();
	assert.deepEqual((await asked('ask')).at(-1)?.question, { preset: 'deleted' });
	await live(besideUsual(stubborn()), 'asked');
	assert.equal((await page.locator('.chip[aria-pressed=true]').textContent())?.trim(), 'I delete it');
	await page.locator('#menu-chips').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	assert.equal(await page.evaluate(() => document.activeElement?.id), 'menu-chips');
});

trial('a workload: the pod of the moment is open, a click keeps another', { width: 1200 }, async ({ page, live }) => {
	await live(pair());
	const open = () => page.locator('[role=rowheader][aria-expanded=true][data-row^=pod]').getAttribute('aria-label');
	assert.equal(await open(), 's-1');
	await page.locator('[data-row="pod/0"] .hit').click();
	await page.waitForTimeout(60);
	assert.equal(await open(), 's-0');
});

trial('in the wide layout the story keeps its current row in sight', { width: 1200, height: 700 }, async ({ page, live }) => {
	await live(hangs());
	const inSight = () =>
		page.evaluate(() => {
			const [panel, row] = ['.panel', '.story .current'].map((selector) => document.querySelector(selector)?.getBoundingClientRect());
			return !!panel && !!row && row.top >= panel.top && row.bottom <= panel.bottom;
		});
	assert.equal(await inSight(), true);
	await page.locator('.ruler').focus();
	for (const key of ['Home', 'End']) {
		await page.keyboard.press(key);
		await page.waitForTimeout(200);
		assert.equal(await inSight(), true, key);
	}
});

trial('the timeline leaves as SVG and PNG, the story as Markdown, the trace as JSON', {}, async ({ page, live, asked }) => {
	await live(hangs());
	for (const name of ['Timeline as SVG', 'Timeline as PNG', 'Story as Markdown', 'Trace as JSON']) {
		await page.locator('#menu-export').click();
		await page.getByRole('menuitem', { name }).click();
		await page.waitForTimeout(150);
	}
	const exports = await asked('export');
	assert.deepEqual(
		exports.map(({ format }) => format),
		['svg', 'png', 'md', 'json'],
	);
	const [svg, png, md, json] = exports.map(({ data }) => data);
	assert.ok(svg?.startsWith('<svg') && !svg.includes('var(--') && !svg.includes('class='), 'colours travel along');
	assert.equal(
		Buffer.from(png ?? '', 'base64')
			.subarray(1, 4)
			.toString(),
		'PNG',
	);
	assert.match(md ?? '', /^# Pod p\n\nReady after 8 s\.\n/);
	assert.equal((JSON.parse(json ?? '{}') as { kind: string }).kind, 'Pod');
});

trial('at 200 % nothing is lost, and every control is in reach', { width: 320, height: 450 }, async ({ page, live }) => {
	const zoom = await page.context().newCDPSession(page);
	await zoom.send('Emulation.setDeviceMetricsOverride', { width: 320, height: 450, deviceScaleFactor: 2, mobile: false });
	await live(stubborn());
	const lost = await page.evaluate(() => {
		const scrolls = (one: Element) => one.closest('.table-view, .print, .kubectl') !== null;
		// The narrow layout has the speed in its menu.
		const elsewhere = (one: Element) => one.matches('.speed');
		return [...document.querySelectorAll('button, input, select, a')]
			.filter((one) => !scrolls(one) && !elsewhere(one))
			.filter((one) => {
				const { left, right, width } = one.getBoundingClientRect();
				return width === 0 || left < 0 || right > innerWidth;
			})
			.map((one) => one.outerHTML);
	});
	assert.deepEqual(lost, []);
	for (const name of ['play', 'export', 'all knobs'])
		await page
			.getByRole('button', { name, exact: name === 'play' })
			.first()
			.click()
			.then(() => page.keyboard.press('Escape'));
});

trial('nothing sticks out, from 300 to 1200 px in both languages', {}, async ({ page, live }) => {
	for (const width of [300, 340, 560, 640, 900, 1200]) {
		await page.setViewportSize({ width, height: 900 });
		for (const name of ['English', '한국어']) {
			await page.getByRole('button', { name }).click();
			for (const life of [hangs(), stubborn(), pair()]) {
				await live(life);
				const wide = await page.evaluate(() => {
					const ends = [...document.querySelectorAll('.transport button, .questions button')].map((one) => one.getBoundingClientRect().right);
					return Math.max(document.documentElement.scrollWidth, ...ends.map(Math.floor)) - innerWidth;
				});
				assert.ok(wide <= 0, `${name}, ${width} px: ${wide} too many`);
			}
		}
	}
});

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
	// Structure is the same in every theme: all rules in the first, contrast in all.
	trial(`axe finds nothing: ${theme}`, {}, async ({ page, live, send, theme: dress, complaints }) => {
		await dress(theme);
		await live(stubborn());
		await live(hangs(), 'asked');
		const views: readonly (readonly [string, () => Promise<unknown>])[] = [
			['story', async () => undefined],
			['watch', () => page.locator('#tab-watch').click()],
			['events', () => page.locator('#tab-events').click()],
			['state', () => page.locator('#tab-state').click()],
			['YAML', () => page.locator('#tab-yaml').click()],
			['knobs', () => page.getByRole('button', { name: 'all knobs' }).click()],
			['conditions', () => page.locator('[data-row=conditions] .hit').click()],
			[
				'all questions',
				() =>
					page
						.locator('#menu-chips')
						.click({ timeout: 1000 })
						.catch(() => undefined),
			],
			['table', () => page.getByRole('button', { name: 'show as a table' }).click()],
			['a menu', () => page.locator('#menu-more').click()],
			['refused', () => live(REFUSED, 'asked')],
			['template', () => live({ kind: 'template' })],
			['unrendered', () => live({ kind: 'unrendered', error: 'execution error at (web/templates/pod.yaml:9:12): no name' }, 'asked')],
			['ignored', () => live({ kind: 'ignored' })],
			['empty', () => live({ kind: 'empty' })],
			['our error', () => send({ type: 'failed', message: 'RangeError' })],
		];
		for (const [name, go] of views) {
			await go();
			await page.waitForTimeout(40);
			assert.deepEqual(await complaints(theme === 'dark' ? [] : ['color-contrast']), [], name);
		}
	});
}
