// The modes of the lifecycle panel, entered as a person would: by a lens over a dump, a scenario that expects something, an edit, a lesson.
import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before } from 'node:test';
import { eventually, openWorkbench, trial } from './workbench.mjs';

/** `at(26)`: that many seconds after a pod began that is twenty minutes old. */
const BEGAN = Math.floor(Date.now() / 1000) - 1200;
const at = (seconds) => new Date((BEGAN + seconds) * 1000).toISOString().replace('.000', '');

/** A pod that ran out of memory three times, with an event, as kubectl prints them. */
const DUMP = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: shop, namespace: market, uid: a1, creationTimestamp: "${at(0)}"}
  spec:
    nodeName: node-1
    schedulerName: default-scheduler
    restartPolicy: Always
    terminationGracePeriodSeconds: 30
    containers:
    - name: app
      image: shop:1
      imagePullPolicy: IfNotPresent
      resources:
        limits: {memory: 100Mi}
        requests: {memory: 100Mi}
  status:
    phase: Running
    startTime: "${at(0)}"
    conditions:
    - {type: PodReadyToStartContainers, status: "True", lastTransitionTime: "${at(0)}"}
    - {type: Initialized, status: "True", lastTransitionTime: "${at(0)}"}
    - {type: Ready, status: "False", reason: ContainersNotReady, lastTransitionTime: "${at(32)}"}
    - {type: ContainersReady, status: "False", reason: ContainersNotReady, lastTransitionTime: "${at(32)}"}
    - {type: PodScheduled, status: "True", lastTransitionTime: "${at(0)}"}
    containerStatuses:
    - name: app
      image: shop:1
      imageID: shop@sha256:1
      ready: false
      started: false
      restartCount: 2
      state:
        terminated: {reason: OOMKilled, exitCode: 137, startedAt: "${at(26)}", finishedAt: "${at(32)}"}
      lastState:
        terminated: {reason: OOMKilled, exitCode: 137, startedAt: "${at(7)}", finishedAt: "${at(13)}"}
- apiVersion: v1
  kind: Event
  metadata: {name: shop.1}
  involvedObject: {kind: Pod, name: shop, namespace: market, uid: a1, fieldPath: "spec.containers{app}"}
  type: Warning
  reason: BackOff
  message: Back-off restarting failed container app in pod shop_market(a1)
  count: 2
  firstTimestamp: "${at(14)}"
  lastTimestamp: "${at(33)}"
  source: {component: kubelet}
`;
/** The same pod as `kubectl get pod -o yaml -w` prints it: now, and one run before. */
const LATER = DUMP.slice(DUMP.indexOf('- apiVersion'), DUMP.lastIndexOf('- apiVersion')).replace(/^(?:- | {2})/gm, '');
const WATCHED = LATER.replace('restartCount: 2', 'restartCount: 1')
	.replaceAll(at(7), at(1))
	.replaceAll(at(13), at(7))
	.replaceAll(at(26), at(7))
	.replaceAll(at(32), at(13));
const SLOW = `apiVersion: v1
kind: Pod
metadata:
  name: slow
spec:
  containers:
  - name: app
    image: nginx:1.27
    startupProbe:
      httpGet: {path: /, port: 80}
      periodSeconds: 5
`;
const EXPECTS = `world:
  containers:
    app:
      startup: [{from: 0s, ok: false}, {from: 31s, ok: true}]
until: 1m
expect:
- {the: pod, becomes: ready, within: 20s}
- {the: pod, never: CrashLoopBackOff}
`;

let workbench;
let page;
let panel;
before(async () => {
	workbench = await openWorkbench({
		files: { 'dump.yaml': DUMP, 'watched.yaml': WATCHED, 'slow.yaml': SLOW, 'slow.scenario.yaml': EXPECTS },
		settings: {
			'workbench.colorTheme': 'Default Dark Modern',
			'peapod.language': 'en',
			'files.autoSave': 'off',
			'editor.quickSuggestions': false,
			'editor.minimap.enabled': false,
		},
		size: [1440, 1000],
	});
	({ page } = workbench);
	panel = workbench.panel();
});
after(() => workbench?.close());
const ui = (name, run) => trial(() => workbench, name, run);

const speak = (tongue) => panel.locator(`header button[lang=${tongue}]`).click();
const own = (name) => panel.locator(`[role=tab][aria-selected=true]`, { hasText: name }).waitFor();

/** axe, and nothing that sticks out, dark and light, in both languages; with a picture of each. */
async function looks(mode) {
	const found = [];
	for (const [theme, tongue, width] of [
		['dark', 'en', 640],
		['light', 'ko', 340],
	]) {
		await workbench.theme(theme);
		await speak(tongue);
		await workbench.panelWidth(width);
		await page.waitForTimeout(300);
		found.push(...(await workbench.complaints()).map((one) => `${theme}: ${one}`));
		const over = await workbench.inPanel(() => document.documentElement.scrollWidth - innerWidth);
		if (over > 0) found.push(`${width} px: ${over} px too wide`);
		await workbench.screenshot(`mode-${mode}-${width}-${theme}-${tongue}`);
	}
	await speak('en');
	await workbench.theme('dark');
	await workbench.panelWidth(640);
	// What a bar shows may be cut ("CrashLoopBac…"): its label has the whole word, which axe's experimental rule does not find there.
	assert.deepEqual(
		found.filter((one) => !one.includes('label-content-name-mismatch')),
		[],
	);
}

ui('the lens over a dump leads to the mode Why, and evidence to its line', async () => {
	await workbench.open('dump.yaml');
	await page.locator('.codelens-decoration a', { hasText: 'Why is it in this state?' }).click();
	await panel.locator('.causes').waitFor();
	await own('Why');
	assert.match(await panel.locator('.headline h1').innerText(), /app was OOM-killed \d times \(limit 100Mi\)/);
	await panel.locator('.proofs button', { hasText: 'memory:17' }).first().click();
	await eventually('the field is selected', async () => (await workbench.selection()).startsWith('Ln 17,'));
	await looks('why');
	await panel.getByRole('button', { name: 'Tell it up to this minute' }).click();
	await panel.locator('.headline p', { hasText: 'told up to' }).waitFor();
	await looks('why-up-to-now');
	await panel.getByRole('button', { name: 'Only what the file knows' }).click();
	await panel.locator('.headline p', { hasText: 'as of' }).waitFor();
	await panel.locator('#menu-modes').click();
	await panel.getByRole('menuitem', { name: 'Life' }).click();
	await panel.locator('.chips').waitFor();
});

ui('a file that kubectl writes with -w is followed while it grows', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('watched.yaml');
	await page.locator('.codelens-decoration a', { hasText: 'Why is it in this state?' }).click();
	await panel.locator('.headline h1', { hasText: '2 times' }).waitFor();
	await appendFile(path.join(workbench.workspace, 'watched.yaml'), `---\n${LATER}`);
	await panel.locator('.headline h1', { hasText: '3 times' }).waitFor();
	await panel.locator('.follows.following').waitFor();
	await looks('why-watched');
	await panel.locator('.ruler').focus();
	await page.keyboard.press('r');
	await panel.locator('.cell[aria-label^="app, real"]').first().waitFor();
	await looks('why-beside');
});

ui('a scenario that expects something opens as a test', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('slow.scenario.yaml');
	await workbench.command("Play the Pod's Life");
	await panel.locator('.results').waitFor();
	assert.equal(await panel.locator('.results .broken').count(), 1);
	await panel.locator('.results button', { hasText: 'slow.scenario.yaml:7' }).click();
	await eventually('the expectation is selected', async () => (await workbench.selection()).startsWith('Ln 7,'));
	await looks('tests');
});

ui('what applying an edit does is played', async () => {
	await workbench.command('View: Close All Editors');
	await workbench.open('deployment.yaml');
	const line = (
		await page
			.locator('.view-line', { hasText: /image:/ })
			.first()
			.innerText()
	).trim();
	assert.match(line, /image:/);
	await page
		.locator('.view-line', { hasText: /image:/ })
		.first()
		.click();
	await page.keyboard.press('End');
	await page.keyboard.type('.1');
	await workbench.command('Play What Applying This Does');
	await panel.locator('.object').first().waitFor();
	await panel.locator('.object', { hasText: 'pods replaced' }).first().click();
	await panel.locator('svg .apply-line').waitFor({ state: 'attached' });
	await own('What decides');
	await looks('apply');
	await page
		.locator('.view-line', { hasText: /matchLabels:/ })
		.first()
		.click();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('End');
	await page.keyboard.type('-2');
	await panel.locator('svg .apply-line.refused').waitFor({ state: 'attached' });
	await panel.locator('.refusal').first().waitFor();
	await looks('apply-refused');
});

ui('a lesson ticks what is expected while one edits', async () => {
	await workbench.command('View: Close All Editors');
	const dropped = page.getByRole('button', { name: "Don't Save" });
	if (await dropped.isVisible()) await dropped.click();
	await workbench.command('Learn Pods');
	// The first lesson begins refused, and has no life yet.
	await page.locator('.quick-input-list .monaco-list-row').nth(1).click();
	await page
		.locator('.codelens-decoration a', { hasText: /of \d+ met/ })
		.first()
		.click();
	await panel.locator('.lesson .expected li').first().waitFor();
	await own('Lesson');
	await panel.locator('.hint .link').click();
	await panel.locator('.hint b').waitFor();
	await looks('lesson');
});
