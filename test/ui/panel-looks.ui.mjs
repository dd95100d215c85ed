// The lifecycle panel in every theme, width and language; what is asked of it by axe-core, by quiet eyes, and by ten thousand marks.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { eventually, openWorkbench, THEME_KINDS, trial } from './workbench.mjs';

const LONG = `apiVersion: v1
kind: Pod
metadata:
  name: long
spec:
  containers:
  - name: app
    image: nginx:1.27
    readinessProbe:
      exec:
        command: ["true"]
      periodSeconds: 1
      failureThreshold: 1
`;
/** Ready for a second in every twenty: ten thousand seconds, each with a probe. */
const FLAPS = ['world:', '  containers:', '    app:', '      readiness:'];
for (let t = 0; t < 10_000; t += 20) FLAPS.push(`      - {from: ${t}s, ok: true}`, `      - {from: ${t + 1}s, ok: false}`);
FLAPS.push('until: 10000s', '');

let workbench;
let page;
let panel;
before(async () => {
	workbench = await openWorkbench({
		files: { 'long.yaml': LONG, 'long.scenario.yaml': FLAPS.join('\n'), 'template.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n' },
		settings: { 'workbench.colorTheme': 'Default Dark Modern', 'peapod.language': 'en', 'editor.minimap.enabled': false },
		size: [1280, 1200],
	});
	({ page } = workbench);
	panel = workbench.panel();
});
after(() => workbench?.close());
const ui = (name, run) => trial(() => workbench, name, run);

const clock = () => panel.locator('.clock').innerText();
const playhead = () => panel.locator('.playhead').getAttribute('d');
const tab = (name) => panel.getByRole('tab', { name }).click();
const button = (name) => panel.getByRole('button', { name }).click();
const speak = (tongue) => panel.locator(`header button[lang=${tongue}]`).click();

async function choose(name) {
	const before = await panel.locator('.headline h1').innerText();
	await workbench.ask(name);
	await eventually(`"${name}" is lived`, async () => (await panel.locator('.headline h1').innerText()) !== before);
}

ui('axe finds nothing in any view, in any theme', async () => {
	await workbench.open('web.yaml');
	await workbench.openPanel();
	await workbench.panelWidth(640);
	await choose('it crashes');
	await choose('it hangs');
	const found = [];
	for (const theme of THEME_KINDS) {
		await workbench.theme(theme);
		// The structure is the same in every theme: all rules in the first, contrast in all.
		const rules = theme === 'dark' ? [] : ['color-contrast'];
		const look = async (view) => found.push(...(await workbench.complaints(rules)).map((one) => `${theme}, ${view}: ${one}`));
		await look('story');
		await workbench.screenshot(`panel-640-${theme}`);
		await tab('Watch');
		await look('watch');
		if (theme === 'dark') {
			await tab('Events');
			await look('events');
			await tab('State');
			await look('state');
			await tab('YAML');
			await look('YAML');
		}
		await button('all knobs');
		await button('show as a table');
		await panel.locator('#menu-chips').click();
		await look('knobs, table and menu');
		await page.keyboard.press('Escape');
		await button('show as a table');
		await tab('Story');
	}
	assert.deepEqual(found, []);
});

ui('axe finds nothing where there is no life', async () => {
	const found = [];
	for (const file of ['seven-mistakes.yaml', 'template.yaml']) {
		await workbench.command('View: Close All Editors');
		await workbench.open(file);
		await workbench.command("Play the Pod's Life");
		await panel.locator('.card, .blank').first().waitFor();
		for (const theme of ['high-contrast-light', 'dark']) {
			await workbench.theme(theme);
			found.push(...(await workbench.complaints()).map((one) => `${theme}, ${file}: ${one}`));
		}
	}
	assert.deepEqual(found, []);
});

ui('nothing sticks out at 300, 640 and 1200 px, in both languages', async () => {
	await workbench.theme('light');
	await workbench.command('View: Close All Editors');
	for (const [file, question] of [
		['graceful-stop.yaml', 'it ignores SIGTERM'],
		['stateful-set.yaml', 'it crashes'],
	]) {
		await workbench.open(file);
		await workbench.openPanel();
		await speak('en');
		await choose(question);
		for (const width of [300, 640, 1200]) {
			await workbench.panelWidth(width);
			for (const tongue of ['en', 'ko']) {
				await speak(tongue);
				await panel.locator(`html[lang=${tongue}]`).waitFor();
				const over = await workbench.inPanel(() => {
					const ends = [...document.querySelectorAll('.transport *, .questions > *, .tabs *')].map((one) => one.getBoundingClientRect().right);
					return Math.max(document.documentElement.scrollWidth, ...ends) - innerWidth;
				});
				assert.ok(over <= 0, `${file}, ${width} px, ${tongue}: ${over} px too wide`);
				await workbench.screenshot(`panel-${file.replace('.yaml', '')}-${width}-${tongue}`);
			}
		}
	}
	await page.setViewportSize({ width: 1280, height: 800 });
});

ui('at 1440 x 900 the story is in sight beside the editor', async () => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await workbench.theme('dark');
	await workbench.command('View: Close All Editors');
	for (const [file, question] of [
		['web.yaml', 'it hangs'],
		['init-chain.yaml', 'it ignores SIGTERM'],
		['deployment.yaml', 'it starts slowly'],
	]) {
		await workbench.open(file);
		await workbench.openPanel();
		await speak('en');
		await choose(question);
		await page.waitForTimeout(300);
		const seen = await workbench.inPanel(() => {
			const { top, bottom } = document.querySelector('.panel').getBoundingClientRect();
			const row = document.querySelector('.story .current').getBoundingClientRect();
			const [chain, me] = ['.chain', '.chain .me'].map((name) => document.querySelector(name)?.getBoundingClientRect());
			return {
				told: !me || (me.top >= chain.top && me.bottom <= chain.bottom + 1 && me.right <= chain.right + 1 && me.width > 30),
				height: Math.min(bottom, innerHeight) - top,
				row: row.top >= top && row.bottom <= bottom + 1,
				page: document.documentElement.scrollHeight - innerHeight,
			};
		});
		assert.ok(seen.height >= 159.5 && seen.row && seen.told && seen.page <= 0, `${file}: ${JSON.stringify(seen)}`);
		await workbench.screenshot(`panel-1440-${file.replace('.yaml', '')}`);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
});

ui('with reduced motion play goes from change to change', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('web.yaml');
	await workbench.openPanel();
	await speak('en');
	await choose('it hangs');
	const ruler = panel.locator('.ruler');
	await ruler.press('Home');
	await eventually('the playhead is at the start', async () => (await clock()) === '0\u00a0s');
	// Changes near one another may have the same time on the clock.
	const stops = new Set(['0\u00a0s']);
	for (let i = 0; stops.size < 3; i++) {
		assert.ok(i < 10, 'there are changes to go to');
		const there = await playhead();
		await ruler.press('ArrowRight');
		await eventually('the next change', async () => (await playhead()) !== there);
		stops.add(await clock());
	}
	await ruler.press('Home');
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const seen = workbench.inPanel((enough) => {
		const times = new Set();
		return new Promise((done) => {
			const look = () => {
				times.add(document.querySelector('.clock').innerText);
				if (times.size === enough) done([...times]);
				else requestAnimationFrame(look);
			};
			look();
		});
	}, stops.size);
	await ruler.press('Space');
	assert.deepEqual(await seen, [...stops]);
	await ruler.press('Space');
	await page.emulateMedia({ reducedMotion: 'no-preference' });
});

/** What happens to the frames of the panel while something goes on, for two seconds. */
async function frames(what, during) {
	const counted = workbench.inPanel(
		() =>
			new Promise((done) => {
				const at = [performance.now()];
				const next = (now) => {
					at.push(now);
					if (now - at[0] < 2000) requestAnimationFrame(next);
					else done(at);
				};
				requestAnimationFrame(next);
			}),
	);
	let going = true;
	const busy = (async () => {
		for (let i = 0; going; i++) await during(i);
	})();
	const at = await counted;
	going = false;
	await busy;
	const times = at
		.slice(1)
		.map((now, i) => now - at[i])
		.sort((a, b) => a - b);
	const share = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
	return `${what}: ${Math.round(((at.length - 1) * 1000) / (at.at(-1) - at[0]))} frames a second, half within ${share(0.5)} ms, 95 % within ${share(0.95)} ms`;
}

ui('ten thousand marks', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('long.yaml');
	await workbench.openPanel();
	const before = await panel.locator('.headline h1').innerText();
	const start = Date.now();
	await panel.locator('#menu-more').click();
	await panel.getByRole('menuitem', { name: 'Open long.scenario.yaml' }).click();
	await eventually('the long life is lived', async () => (await panel.locator('.headline h1').innerText()) !== before, 60_000);
	const numbers = [`asked, lived and drawn after ${Date.now() - start} ms`];
	const box = await panel.locator('svg.lanes').boundingBox();
	const [left, middle, y] = [box.x + 20, box.x + box.width / 2, box.y + 40];
	numbers.push(await frames('at rest', () => page.waitForTimeout(100)));
	await page.mouse.move(left, y);
	await page.mouse.down();
	numbers.push(await frames('dragged', (i) => page.mouse.move(left + ((i * 7) % (box.width - 40)), y)));
	await page.mouse.up();
	await page.keyboard.down('Control');
	numbers.push(
		await frames('zoomed', async (i) => {
			await page.mouse.move(middle, y);
			await page.mouse.wheel(0, i % 20 < 10 ? -60 : 60);
		}),
	);
	for (let i = 0; i < 12; i++) await page.mouse.wheel(0, -120);
	await page.keyboard.up('Control');
	numbers.push(await frames('moved sideways', (i) => page.mouse.wheel(i % 40 < 20 ? 30 : -30, 0)));
	const ruler = panel.locator('.ruler');
	await ruler.press('0');
	await ruler.press('Home');
	for (let i = 0; i < 5; i++) await ruler.press('.');
	await ruler.press('Space');
	numbers.push(await frames('played at 100×', () => page.waitForTimeout(100)));
	await ruler.press('Space');
	await workbench.screenshot('panel-10000-marks');
	const marks = await workbench.inPanel(() => document.querySelectorAll('svg.lanes *').length);
	console.log(['10,000 marks:', ...numbers, `${marks} elements in the lanes`].join('\n  '));
	assert.ok(marks < 10_000, 'what cannot be told apart is not drawn');
});

ui('nothing was asked of the network, and nothing forbidden was tried', async () => {
	assert.deepEqual([...workbench.asked], []);
	assert.deepEqual(workbench.forbidden, []);
});
