// The lifecycle panel, used as a person would: opened, asked, dragged, edited against, saved, exported, reloaded.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { eventually, openWorkbench, trial } from './workbench.mjs';

const FILES = {
	'several.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: first
spec:
  containers:
  - name: app
    image: nginx:1.27
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: second
spec:
  replicas: 2
  selector:
    matchLabels:
      app: second
  template:
    metadata:
      labels:
        app: second
    spec:
      containers:
      - name: app
        image: nginx:1.27
`,
	'template.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
	'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n',
};

let workbench;
let page;
let panel;
before(async () => {
	workbench = await openWorkbench({
		files: FILES,
		// Typing is to end up in the file as it is.
		settings: {
			'workbench.colorTheme': 'Default Dark Modern',
			'peapod.language': 'en',
			'editor.quickSuggestions': false,
			'editor.suggestOnTriggerCharacters': false,
			'editor.minimap.enabled': false,
		},
	});
	({ page } = workbench);
	panel = workbench.panel();
});
after(() => workbench?.close());
const ui = (name, run) => trial(() => workbench, name, run);

const clock = () => panel.locator('.clock').innerText();
const headline = () => panel.locator('.headline h1').innerText();
const bars = () => panel.locator('.cell').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')));
const chosen = () => panel.locator('.chip[aria-pressed=true]').innerText();

/** When a sentence of the story is told: an instant is written once, at the first of its sentences. */
const timeOf = (words) =>
	panel.locator('.story .row').evaluateAll((rows, wanted) => {
		const at = rows.findIndex((row) => row.textContent.includes(wanted));
		return rows
			.slice(0, at + 1)
			.map((row) => row.querySelector('.time')?.textContent.trim())
			.findLast(Boolean);
	}, words);

async function choose(name) {
	const before = await headline();
	await workbench.ask(name);
	await eventually(`"${name}" is lived`, async () => (await headline()) !== before);
}

async function fromMenu(menu, item) {
	await panel.locator(`#menu-${menu}`).click();
	await panel.getByRole('menuitem', { name: item }).click();
}

ui('the icon in the title, a code lens and a command open it', async () => {
	await workbench.open('web.yaml');
	await workbench.openPanel();
	assert.match(await headline(), /^Ready after 1(\.\d)?\ss/);
	assert.equal(await panel.locator('header .name').innerText(), 'web');
	await workbench.command('View: Close All Editors');

	await workbench.open('several.yaml');
	await workbench.goToEnd(15);
	await workbench.openPanel();
	await eventually('the document at the cursor lives', async () => (await panel.locator('.document').inputValue()) === '1');
	await workbench.command('View: Close All Editors');

	await workbench.open('several.yaml');
	await page.locator('.codelens-decoration a', { hasText: 'Play this pod’s life' }).nth(1).click();
	await eventually('the second document lives', async () => (await panel.locator('.document').inputValue()) === '1');
	await panel.locator('.document').selectOption({ label: 'first · Pod' });
	await panel.locator('.kubectl-line', { hasText: /^\s*first\s/ }).waitFor();
	await panel.locator('.document').selectOption({ label: 'second · Deployment' });
	await panel.locator('.kubectl-line', { hasText: /second-\w+-\w+/ }).waitFor();
	await workbench.command('View: Close All Editors');

	await workbench.open('web.yaml');
	await workbench.command("Play the Pod's Life");
	await panel.locator('.headline').waitFor();
});

/** Every question: those with a chip, and those in the menu behind them. */
async function questions() {
	const chips = (await panel.locator('.chip:not(#menu-chips)').allInnerTexts()).map((name) => name.trim());
	await panel.locator('#menu-chips').click();
	const rest = await panel.locator('.menu [role=menuitem]').allInnerTexts();
	await page.keyboard.press('Escape');
	return [...chips, ...rest.map((line) => line.split(' – ')[0].trim())];
}

ui('each question has a life of its own', async () => {
	const names = await questions();
	for (const name of [
		'all goes well',
		'it crashes',
		'it hangs',
		'it starts slowly',
		'it ignores SIGTERM',
		'the image is missing',
		'the node is lost',
		'I delete it',
	])
		assert.ok(names.includes(name), name);
	const lives = new Map([[names[0], [await headline(), ...(await bars())].join()]]);
	for (const name of names.slice(1)) {
		await workbench.ask(name);
		const life = await eventually(`"${name}" is lived`, async () => {
			const seen = [await headline(), ...(await bars())].join();
			return (await chosen()).trim() === name && ![...lives.values()].includes(seen) && seen;
		});
		lives.set(name, life);
	}
	assert.equal(new Set(lives.values()).size, names.length);
});

ui('the playhead is dragged, stepped and played', async () => {
	await choose('it hangs');
	assert.equal(await clock(), '40\u00a0s', 'it opens on the point of the story');
	const ruler = panel.locator('.ruler');
	const box = await ruler.boundingBox();
	await page.mouse.move(box.x + box.width * 0.8, box.y + 20);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.4, box.y + 24, { steps: 5 });
	await page.mouse.up();
	const dragged = await clock();
	assert.notEqual(dragged, '40\u00a0s');

	const press = async (key) => {
		const before = await clock();
		await ruler.press(key);
		await eventually(`${key} moves the playhead`, async () => (await clock()) !== before);
		return clock();
	};
	assert.equal(await press('Home'), '0\u00a0s');
	const first = await press('ArrowRight');
	await press('ArrowRight');
	assert.equal(await press('ArrowLeft'), first);
	await press('Shift+ArrowRight');
	await press('Home');
	await ruler.press('Space');
	await panel.getByRole('button', { name: 'pause', exact: true }).waitFor();
	await eventually('time passes', async () => (await clock()) !== '0\u00a0s');
	await ruler.press('.');
	await panel.locator('.speed', { hasText: '2×' }).waitFor();
	await ruler.press('Space');
	await panel.getByRole('button', { name: 'play', exact: true }).waitFor();
	await ruler.press(',');
});

ui('a row of the story, a bar and a mark of the chain go to their moment', async () => {
	await panel.locator('.story .row', { hasText: 'is killed' }).click();
	await eventually('the row goes there', async () => (await clock()) === '40\u00a0s');
	await panel.locator('.chain button.me').press('Shift+Tab');
	await panel.locator('.chain button:focus').press('Enter');
	await eventually('the cause goes there', async () => !/is killed/.test(await panel.locator('.why .sentence').innerText()));
	await panel.locator('.cell[aria-label^="web, ready"]').last().click();
	await eventually('the bar goes there', async () => (await clock()).startsWith('40'));
	await panel.locator('.story .row', { hasText: 'is killed' }).click();
	assert.match(await panel.locator('.why').innerText(), /is killed: the liveness probe failed 3 times in a row/);
	assert.match(await panel.locator('.kubectl-line').innerText(), /web\s+1\/1\s+Running\s+1 \(0s ago\)\s+40s/);
});

ui('the reason is a field: a click selects it, and the cursor in it marks its moments', async () => {
	await panel.locator('.field', { hasText: 'failureThreshold' }).click();
	await eventually('the editor selects the field', async () => /Ln 31, Col \d+ \(\d+ selected\)/.test(await workbench.selection()));
	await panel.locator('.governed').first().waitFor();
	await workbench.goToEnd(3);
	await panel.locator('.governed').first().waitFor({ state: 'detached' });
	await workbench.goToEnd(31);
	await panel.locator('.governed').first().waitFor();
});

ui('an edit is lived at once, with the former life behind it and what changed', async () => {
	await workbench.goToEnd(31);
	await page.keyboard.press('Backspace');
	await page.keyboard.type('1');
	await eventually('the edit is lived', async () => /failed once|failed 1 time/.test(await headline()) || (await clock()) === '20\u00a0s');
	assert.match(await panel.locator('.headline p').innerText(), /Compared with the life before the edit: .+/);
	await panel.locator('svg .ghost').first().waitFor();
	await panel.locator('.ruler').press('g');
	await panel.locator('svg .ghost').first().waitFor({ state: 'detached' });
	await panel.locator('.ruler').press('g');
	await workbench.screenshot('panel-edit-ghost');

	await fromMenu('more', 'pin this life to compare');
	await choose('it crashes');
	assert.match(await panel.locator('.headline p').innerText(), /Compared with the pinned life: .+/);
	await fromMenu('more', 'let the pinned life go');
	await choose('it hangs');
});

ui('a refusal leads to the error; its repair and an undo bring the life back', async () => {
	await workbench.goToEnd(12);
	await page.keyboard.press('Home');
	await page.keyboard.type('imag');
	await panel.locator('.card .server', { hasText: 'imagimage' }).first().waitFor();
	assert.equal(await panel.locator('.behind[inert]').count(), 1, 'the last accepted life stays, faint');
	await workbench.screenshot('panel-refused');
	await panel.getByText('Go to line 12').click();
	await eventually('the editor is at the error', async () => /^Ln 12, .*selected/.test(await workbench.selection()));
	await workbench.editorHasFocus();
	await page.keyboard.press('Control+z');
	await panel.locator('.headline').waitFor();

	await workbench.goToEnd(12);
	await page.keyboard.press('Home');
	await page.keyboard.type('x');
	await panel.locator('.card .server', { hasText: 'ximage' }).first().waitFor();
	await panel.getByText('Quick fix').click();
	await page.locator('.action-widget .monaco-list-row', { hasText: 'image' }).first().waitFor();
	await page.keyboard.press('Enter');
	await panel.locator('.headline').waitFor();
	assert.match(await page.locator('.view-line', { hasText: 'nginx' }).first().innerText(), /^\s*image:/u);

	await workbench.goToEnd(31);
	await page.keyboard.press('Backspace');
	await page.keyboard.type('3');
	await eventually('all is as before', async () => /failed 3 times/.test(await headline()));
});

ui('a knob in the sentence and a painted answer live again', async () => {
	const knob = panel.locator('.say input').first();
	await knob.fill('30 s');
	await knob.press('Enter');
	await eventually('it is killed later', async () => /^(50|5\d\.\d|1:00)/.test((await timeOf('is killed')) ?? ''));
	const before = await bars();
	await panel.getByRole('button', { name: 'all knobs' }).click();
	const strip = panel.getByRole('group', { name: /readiness probe/ }).locator('button');
	await strip.nth(5).scrollIntoViewIfNeeded();
	const [from, to] = [await strip.nth(5).boundingBox(), await strip.nth(20).boundingBox()];
	await page.mouse.move(from.x + 3, from.y + 5);
	await page.mouse.down();
	await page.mouse.move(to.x + 3, to.y + 5, { steps: 8 });
	await page.mouse.up();
	await eventually('the answers are lived', async () => (await bars()).join() !== before.join());
	await workbench.screenshot('panel-knobs');
	await panel.getByRole('tab', { name: 'Story' }).click();
});

ui('a scenario is saved beside the manifest, and opened again', async () => {
	const asked = await bars();
	await fromMenu('more', 'Save scenario …');
	const text = await eventually('the scenario is written', () => readFile(path.join(workbench.workspace, 'web.scenario.yaml'), 'utf8').catch(() => undefined));
	assert.match(text, /liveness:\n[\s\S]*from: 30s/);
	await panel.locator('.notice', { hasText: 'web.scenario.yaml' }).waitFor();
	await choose('all goes well');
	await fromMenu('more', 'Open web.scenario.yaml');
	await eventually('the scenario is lived', async () => (await bars()).join() === asked.join());
	assert.ok((await panel.locator('.say input').evaluateAll((inputs) => inputs.map(({ value }) => value))).includes('30\u00a0s'));
	await fromMenu('more', 'Forget all knobs');
	await eventually('nothing is asked any more', async () => (await chosen()).trim() === 'all goes well');
});

ui('the same life as watch, events, state, YAML and table', async () => {
	await choose('it crashes');
	await panel.getByRole('tab', { name: 'Watch' }).click();
	const watch = panel.locator('.print');
	await watch.getByText('CrashLoopBackOff').first().waitFor();
	await watch.locator('tr', { hasText: 'CrashLoopBackOff' }).first().click();
	await eventually('a line goes to its time', async () => /CrashLoopBackOff/.test(await panel.locator('.kubectl-line').innerText()));
	await panel.getByRole('tab', { name: 'Events' }).click();
	await watch.getByText('BackOff').first().waitFor();
	assert.match(await watch.innerText(), /Warning\s+BackOff\s+\d+s.*kubelet.*Back-off restarting failed container web/);
	await panel.getByRole('tab', { name: 'State' }).click();
	assert.match(await panel.locator('.kubectl').innerText(), /NAME\s+READY\s+STATUS[\s\S]*CrashLoopBackOff/);
	await panel.getByRole('tab', { name: 'YAML' }).click();
	await watch.getByText('phase: Running').waitFor();
	await watch.getByRole('button', { name: 'Copy' }).click();
	assert.match(await eventually('the clipboard has it', workbench.clipboard), /^status:\n[\s\S]*reason: CrashLoopBackOff[\s\S]*phase: Running/);
	await panel.getByRole('button', { name: 'show as a table' }).click();
	const table = panel.locator('.table-view');
	assert.match(await table.innerText(), /web\s+back-off\s+CrashLoopBackOff/);
	await table.locator('tr', { hasText: '1 Error' }).first().click();
	assert.equal(await table.locator('tr[aria-current]').count(), 1);
	await panel.getByRole('button', { name: 'show as a table' }).click();
	await panel.getByRole('tab', { name: 'Story' }).click();
});

ui('what is exported is what it says', async () => {
	await fromMenu('export', 'Timeline as SVG');
	const svg = String(await workbench.saveAs('web.svg'));
	assert.ok(svg.startsWith('<svg ') && svg.trimEnd().endsWith('</svg>') && svg.includes('CrashLoop'), 'a picture with its words');
	assert.ok(!/var\(--|class=|<script/.test(svg), 'that stands by itself');
	await fromMenu('export', 'Timeline as PNG');
	const png = await workbench.saveAs('web.png');
	assert.equal(png.subarray(1, 4).toString(), 'PNG');
	await fromMenu('export', 'Story as Markdown');
	assert.ok(String(await workbench.saveAs('web.md')).startsWith(`# Pod web\n\n`));
	await fromMenu('export', 'Trace as JSON');
	const trace = JSON.parse(String(await workbench.saveAs('web.json')));
	assert.equal(trace.kind, 'Pod');
	assert.ok(trace.story.moments.length > 10);
});

ui('it speaks Korean at a press', async () => {
	await panel.getByRole('button', { name: '한국어' }).click();
	await panel.getByRole('tab', { name: '이야기' }).waitFor();
	assert.match(await headline(), /[가-힣]/);
	assert.match(await panel.locator('.why').innerText(), /[가-힣]/);
	assert.equal(await workbench.inPanel(() => document.documentElement.lang), 'ko');
});

ui('a panel that is locked stays beside another one, and hidden comes back as it was', async () => {
	const [before, life] = [await clock(), await headline()];
	await panel.locator('.headline h1').click();
	await page.locator('.title-actions .codicon-unlock, .editor-actions .codicon-unlock').first().click();
	await page.locator('.title-actions .codicon-lock, .editor-actions .codicon-lock').first().waitFor();
	await workbench.open('sidecar.yaml');
	assert.equal(await panel.locator('header .name').innerText(), 'web', 'locked, it stays with its file');
	await workbench.openPanel();
	await eventually('the second panel tells of the other pod', async () => (await panel.locator('header .name').innerText()) === 'shop');
	await workbench.open('web.yaml');
	await workbench.openPanel();
	await eventually('the first panel is there again', async () => (await panel.locator('header .name').innerText()) === 'web');
	await eventually('and tells the same', async () => (await headline()) === life && (await clock()) === before);
	assert.equal((await chosen()).trim(), '앱이 죽으면');
});

ui('after a reload of the window it is as it was', async () => {
	const tab = panel.getByRole('tab', { selected: true });
	await panel.getByRole('tab', { name: '워치' }).click();
	await eventually('the tab is open', async () => (await tab.innerText()) === '워치');
	await panel.locator('.ruler').press('Home');
	await panel.locator('.ruler').press('ArrowRight');
	await panel.locator('.ruler').press('ArrowRight');
	const [before, life] = [await clock(), await headline()];
	await workbench.reload();
	await eventually('the life is back', async () => (await panel.locator('.headline h1').count()) === 1 && (await headline()) === life, 120_000);
	assert.equal(await clock(), before);
	assert.equal(await tab.innerText(), '워치');
	assert.equal((await chosen()).trim(), '앱이 죽으면');
	await workbench.screenshot('panel-reloaded');
});

ui('a scenario of the manifest’s name is played first, and is a chip like the others', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('crash-loop.yaml');
	await workbench.openPanel();
	await eventually('it is lived', async () => /CrashLoopBackOff/.test(await headline()));
	assert.equal((await chosen()).trim(), 'crash-loop');
	assert.match(await panel.locator('.chip[aria-pressed=true]').getAttribute('title'), /^crash-loop\.scenario\.yaml: the shell ends at once/);
	await workbench.ask('all goes well');
	await eventually('the other life is there too', async () => /^Ready after/.test(await headline()));
	await workbench.ask('crash-loop');
	await eventually('and the scenario again', async () => /CrashLoopBackOff/.test(await headline()));
});

ui('a scenario file is followed while it is edited, after a reload too, and its own icon plays it', async () => {
	await workbench.reload();
	await eventually('the life is back', async () => (await panel.locator('.headline h1').count()) === 1, 120_000);
	await workbench.open('crash-loop.scenario.yaml');
	await workbench.goToEnd(9);
	await page.keyboard.press('Backspace');
	await page.keyboard.type('7');
	await eventually('its edit is lived', async () => /exit code 7/.test(await headline()));
	await workbench.command('View: Close All Editors');
	await workbench.open('crash-loop.scenario.yaml');
	await workbench.openPanel();
	await eventually('it is played on its manifest', async () => /exit code 7/.test(await headline()));
	assert.equal(await panel.locator('header .name').innerText(), 'crash-loop');
});

ui('what has no life says why', async () => {
	for (const [file, says] of [
		['template.yaml', 'This is a template'],
		['service.yaml', 'Service has no pod'],
		['seven-mistakes.yaml', 'The API server refuses this manifest'],
	]) {
		await workbench.command('View: Close All Editors');
		await workbench.open(file);
		await workbench.command("Play the Pod's Life");
		await panel.getByText(says).waitFor();
	}
	await panel.getByText(/Go to line \d+/).click();
	await eventually('the editor is at the first error', async () => /Ln ([89]|1\d), .*selected/.test(await workbench.selection()));
	await workbench.screenshot('panel-seven-mistakes');
});

ui('nothing was asked of the network, and nothing forbidden was tried', async () => {
	assert.deepEqual([...workbench.asked], []);
	assert.deepEqual(workbench.forbidden, []);
});
