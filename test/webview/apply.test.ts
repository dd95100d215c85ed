/** The mode Apply: a row an object, the life of the chosen one from shortly before the apply, and what decides. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Applied, AppliedObject } from '../../server/src/protocol/apply';
import type { Life } from '../../server/src/protocol/life';
import type { ShownApplied } from '../../server/src/protocol/panel';
import { pair } from './lives';
import { closeBrowser, missing, openPanel, type PanelPage } from './page';

after(closeBrowser);

const both = (text: string) => ({ en: text, ko: text });
const span = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 20 } });
const object = (kind: string, name: string, outcome: AppliedObject['outcome'], more: Partial<AppliedObject> = {}): AppliedObject => ({
	kind,
	name,
	outcome,
	sentence: both(`${name} is ${outcome}.`),
	refusals: [],
	changes: [],
	...more,
});
const ANSWER: Applied = {
	kind: 'applied',
	headline: both('2 of 3 objects change.'),
	objects: [
		object('Job', 'migrate', 'refused', {
			document: 1,
			refusals: [{ message: `spec.template: Invalid value: ${'x'.repeat(900)}: field is immutable`, why: both('It cannot change.'), span: span(57) }],
			wayOut: { sentence: both('Replace it.'), command: 'kubectl replace --force -f p.yaml' },
		}),
		object('StatefulSet', 's', 'replaced', {
			document: 0,
			changes: [
				{ path: 'metadata.labels.tier', span: span(3), after: 'web', decides: false },
				{ path: 'spec.template.spec.containers[0].image', span: span(26), before: 'nginx:1.27', after: 'nginx:1.28', decides: true },
			],
		}),
		object('ConfigMap', 'web', 'unchanged'),
	],
};
const APPLIED: ShownApplied = { answer: ANSWER, against: 'HEAD', choices: ['HEAD', 'saved', 'file'] };
/** Applied at the 18th second: the first pod was there before, the second comes at 10, so both are old; the kill at 20 comes after it. */
const LIFE: Life = { ...pair(), scenario: { actions: [{ at: '18s', do: 'patch', target: 'owner', body: [] }] }, apply: { at: 18 } };

const trial = (name: string, options: Parameters<typeof openPanel>[0], run: (panel: PanelPage) => Promise<void>) =>
	test(name, { skip: missing ?? false }, async () => {
		const panel = await openPanel({ mode: 'apply', modes: ['life', 'apply'], ...options });
		try {
			await panel.send({ type: 'answered', answer: LIFE, because: 'opened', applied: APPLIED });
			await run(panel);
		} finally {
			await panel.close();
		}
	});
const clean = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
const choose = (panel: PanelPage, name: string) => panel.page.getByRole('option', { name }).click();

trial('each object has a row, the worst first; what is refused and was not there before has no life, but a way out', {}, async (panel) => {
	const { page, asked } = panel;
	assert.deepEqual((await page.locator('.object').allTextContents()).map(clean), [
		'Job migrate: migrate is refused. refused',
		'StatefulSet s: s is replaced. pods replaced',
		'ConfigMap web: web is unchanged. unchanged',
	]);
	assert.equal(await page.locator('.stage').count(), 0);
	const said = clean(await page.locator('.refusal').textContent());
	assert.match(said, /^spec\.template: Invalid value: x+ … x+: field is immutable It cannot change\. Go to line 58$/);
	assert.ok(said.length < 400);
	await page.getByRole('button', { name: 'Go to line 58' }).click();
	await page.getByRole('button', { name: 'Copy' }).click();
	assert.deepEqual([(await asked('reveal'))[0]?.span.start.line, (await asked('copy'))[0]?.text], [57, 'kubectl replace --force -f p.yaml']);
});

trial('the life of the chosen object begins shortly before the apply, and time counts from it', {}, async (panel) => {
	const { page, asked } = panel;
	await choose(panel, 'StatefulSet s');
	assert.deepEqual(
		(await asked('ask')).map(({ document }) => document),
		[],
		'it is the one that is shown already',
	);
	assert.equal(await page.locator('.clock').textContent(), '0\u00a0s');
	assert.equal(await page.locator('svg .apply-line').count(), 1);
	assert.ok(await page.locator('svg text', { hasText: 'kubectl apply' }).count());
	assert.equal(await page.locator('svg .head text.mute', { hasText: 's-0' }).count(), 1, 'old pods are muted');
	await page.locator('.ruler').focus();
	await page.keyboard.press('Home');
	assert.equal(await page.locator('.clock').textContent(), '−4\u00a0s');
	await page.getByRole('tab', { name: 'Story' }).click();
	const times = await page.locator('.story .time').allTextContents();
	assert.ok(times.includes('+2\u00a0s') && !times.some((time) => /−1\d/.test(time)), times.join());
});

/** The same, refused: the old pods stay. */
const KEPT: Life = { ...LIFE, scenario: {}, apply: { at: 18, isRefused: true } };

trial('what is refused has the old life, which goes on under a flag that says so', {}, async (panel) => {
	const { page, send } = panel;
	await send({ type: 'answered', answer: KEPT, because: 'asked', applied: APPLIED });
	assert.equal(await page.locator('svg .apply-line.refused').count(), 1);
	assert.deepEqual(await page.locator('.cell[aria-label^="refused"]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))), [
		'refused, 0\u00a0s',
	]);
	assert.equal(await page.locator('svg text', { hasText: 'kubectl apply' }).count(), 0);
	assert.equal(await page.locator('.why').count(), 0, 'nothing happens: nobody tells of it');
	assert.match(clean(await page.locator('.refusal').textContent()), /field is immutable It cannot change\. Go to line 58$/);
	await page.locator('.ruler').focus();
	await page.keyboard.press('Home');
	assert.equal(await page.locator('.clock').textContent(), '−4\u00a0s');
});

trial('the fewest that may be ready are a dotted line on the curve, from the apply on', {}, async ({ page, send }) => {
	assert.equal(await page.locator('svg .fewest').count(), 0);
	await send({
		type: 'answered',
		answer: { ...LIFE, apply: { at: 18, fewestReady: 1 } },
		because: 'asked',
		applied: { ...APPLIED, answer: { ...ANSWER, objects: ANSWER.objects.slice(1) } },
	});
	const [line, apply] = await Promise.all(['.fewest', '.apply-line'].map((look) => page.locator(`svg ${look}`).getAttribute('d')));
	const start = (d: string | null | undefined) => Number(/^M\s*([\d.]+)/.exec(d ?? '')?.[1]);
	assert.ok(start(line) > 0);
	assert.equal(start(line), start(apply));
	assert.equal(await page.getByLabel('at least 1 stays ready').count(), 1);
});

trial('what decides comes first, the old struck through', {}, async (panel) => {
	const { page } = panel;
	await choose(panel, 'StatefulSet s');
	assert.deepEqual((await page.locator('.decides li').allTextContents()).map(clean), [
		'spec.template.spec.containers[0].image line 27 nginx:1.27 nginx:1.28',
		'metadata.labels.tier line 4 web',
	]);
	assert.deepEqual(await page.locator('.decides del').allTextContents(), ['nginx:1.27']);
	await choose(panel, 'ConfigMap web');
	assert.equal(clean(await page.locator('.decides').textContent()), 'No field differs.');
});

trial('arrows choose, and another object is asked for; so is another text to compare with', {}, async ({ page, asked }) => {
	await page.getByRole('listbox').focus();
	await page.keyboard.press('ArrowDown');
	await page.waitForFunction(() => document.activeElement?.matches('.objects'));
	assert.equal(await page.locator('[aria-selected=true] b').textContent(), 'StatefulSet s');
	await page.keyboard.press('ArrowUp');
	assert.equal((await asked('ask')).at(-1)?.document, 1);
	await page.locator('[role=listbox]:focus').waitFor();
	assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'listbox');
	await page.getByRole('combobox', { name: 'Compared with' }).selectOption('saved');
	assert.deepEqual(
		(await asked('compare')).map(({ against }) => against),
		['saved'],
	);
});

trial('a scenario of the file’s name does not lead away from what was asked', {}, async ({ page, asked, send }) => {
	await send({ type: 'scenarios', uri: 'file:///p.yaml', files: ['p.scenario.yaml'] });
	assert.equal((await asked('openScenario')).length, 0);
	assert.equal(await page.locator('.objects').count(), 1);
});

trial('narrow, only the chosen row has its sentence', { width: 340, kept: { mode: 'apply', tab: 'own', object: 'StatefulSet/s' } }, async ({ page }) => {
	assert.deepEqual((await page.locator('.object').allTextContents()).map(clean), ['Job migrate refused', 'StatefulSet s: s is replaced. pods replaced']);
	assert.match(clean(await page.locator('.headline p').textContent()), /1 object stays as it is$/);
});

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const) {
	trial(`axe finds nothing in ${theme}, and nothing sticks out`, { language: 'ko' }, async (panel) => {
		const { page, complaints, theme: wear } = panel;
		await wear(theme);
		assert.deepEqual(await complaints(), []);
		await choose(panel, 'StatefulSet s');
		for (const width of [340, 520, 640, 1200]) {
			await page.setViewportSize({ width, height: 800 });
			await page.waitForTimeout(80);
			assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
		}
		assert.deepEqual(await complaints(), []);
	});
}
