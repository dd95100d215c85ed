/** Why a live pod is as it is: offered by a lens over what kubectl printed, and told as a page. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { CodeLens, Hover, MarkupContent } from 'vscode-languageserver/node';
import { LIVE, LIVE_LENSES, PRINTED_AT, STATUS, WHAT_IF, WHY } from '../../server/src/protocol/requests';
import type { LiveName } from '../../server/src/protocol/why';
import { dumpAt, LIVES } from '../autopsy/dumps';
import { Editor, OURS, POD, URI, VSCODE } from './client';

let editor: Editor;
before(async () => {
	editor = await Editor.start({ capabilities: VSCODE, options: { ...OURS, commands: ['peapod.why', 'peapod.tryFix'] } });
});
after(() => editor.stop());
beforeEach(() => editor.configure({ language: 'en' }));

/** What `kubectl get pod,events -o json` prints of a life, in seconds from its creation. */
function dumpOf(name: string, t: number): string {
	const life = LIVES.find((one) => one.name === name);
	const dump = life && dumpAt({ ...life, quietFrom: 0 }, t);
	assert.ok(dump, name);
	return dump;
}
const OOM = dumpOf('oomkilled', 45);

const page = async (text: string, only?: LiveName): Promise<string> => (await editor.put(WHY, { text, uri: URI, ...(only ? { only } : {}) })).page;

async function lenses(): Promise<readonly unknown[]> {
	const all = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	return all
		.filter(({ command }) => command?.command === 'peapod.why')
		.map(({ range, command }) => [range.start.line, command?.title, command?.command, command?.arguments]);
}

test('a lens stands over each pod that has a status, and over what was printed again only at its end', async () => {
	const live = (name: string, status: string): string => `${POD.replace('name: a', `name: ${name}\n  namespace: shop`)}status: ${status}\n`;
	await editor.show([POD, live('a', '{phase: Running}'), live('b', '{}'), live('a', '{phase: Failed}')].join('---\n'));
	assert.deepEqual(await lenses(), [[31, 'Why is it in this state?', 'peapod.why', [URI, { name: 'a', namespace: 'shop' }]]]);
	await editor.configure({ language: 'ko' });
	assert.deepEqual((await lenses()).flat()[1], '왜 이런 상태인가?');
	await editor.configure({ codeLens: false });
	assert.deepEqual(await lenses(), []);
});

test('the lens of a pod in a List asks for that pod', async () => {
	await editor.show(OOM);
	const [lens, ...others] = (await lenses()) as readonly (readonly [number, string, string, readonly [string, LiveName]])[];
	assert.equal(others.length, 0);
	assert.match(await page(OOM, lens?.[3][1]), /^## `app` was OOM-killed 3 times/);
});

const ROLLOUT = JSON.stringify({
	kind: 'List',
	apiVersion: 'v1',
	items: [
		{
			apiVersion: 'apps/v1',
			kind: 'Deployment',
			metadata: { name: 'web', namespace: 'oomkilled' },
			spec: { replicas: 2 },
			status: { replicas: 2, updatedReplicas: 2, availableReplicas: 1 },
		},
		...(JSON.parse(OOM) as { items: { kind: string; metadata: object }[] }).items.map((one) =>
			one.kind === 'Pod' ? { ...one, metadata: { ...one.metadata, ownerReferences: [{ kind: 'ReplicaSet', name: 'web-5d4f' }] } } : one,
		),
	],
});

test('a workload with status has a lens, a page and a hover, with what holds its pods', async () => {
	await editor.show(ROLLOUT);
	const [lens, ofPod] = (await lenses()) as readonly (readonly [number, string, string, readonly [string, LiveName]])[];
	assert.deepEqual(lens?.[3][1], { kind: 'Deployment', name: 'web', namespace: 'oomkilled' });
	assert.deepEqual(ofPod?.[3][1], { name: 'p', namespace: 'oomkilled' });
	assert.match(
		await page(ROLLOUT, lens?.[3][1]),
		/^## 1 of 2 pods are available\.\n\nDeployment `oomkilled\/web` · `status\.availableReplicas`[^\n]*\n\n### Why\n\n1\. Pod `p`: `app` was OOM-killed 3 times[^#]*$/,
	);
	const whole = await page(ROLLOUT);
	assert.match(whole, /^## 1 of 2 pods are available[\s\S]*\n---\n\n## `app` was OOM-killed/);
	const character = ROLLOUT.indexOf('"availableReplicas"') + 2;
	const found = await editor.ask<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character } });
	assert.match((found?.contents as MarkupContent | undefined)?.value ?? '', /\*\*1 of 2 pods are available\.\*\* {2}\nPod `p`: `app` was OOM-killed/);
});

test('a pod with status can be tried with a fix: a manifest and the scenario that explains it', async () => {
	await editor.show(ROLLOUT);
	const all = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	const fixes = all.filter(({ command }) => command?.command === 'peapod.tryFix');
	assert.deepEqual(
		fixes.map(({ command }) => [command?.title, command?.arguments?.[1]]),
		[['What if I fix it?', { name: 'p', namespace: 'oomkilled' }]],
	);
	const found = await editor.put(WHAT_IF, { text: ROLLOUT, uri: URI, only: { name: 'p', namespace: 'oomkilled' } });
	assert.match(found?.manifest ?? '', /^apiVersion: v1\nkind: Pod\nmetadata:\n {2}name: p\n {2}namespace: oomkilled\nspec:\n(?![\s\S]*status)/);
	assert.match(found?.scenario ?? '', /^describe: What brings the pod p into its state \(as of 2026[\s\S]*\nworld:\n[\s\S]*reason: OOMKilled/);
	assert.equal(await editor.put(WHAT_IF, { text: 'hello' }), null);
	await assert.rejects(editor.put(WHAT_IF, { text: 5 } as never), /text/);
});

test('the page says what happened, why, what to try and what comes next, in the language of the reader', async () => {
	assert.match(
		await page(OOM),
		/^## `app` was OOM-killed 3 times[^\n]*Next start in about \d+\u00a0s, at 09:\d\d:\d\d\.\n\n`oomkilled\/p` · `0\/1` · `OOMKilled` · RESTARTS 2 · as of 2026-05-04T09:00:\d\dZ\n\n### Why\n\n1\. [\s\S]*status\.containerStatuses\[0\]\.[\s\S]*### Try this, in this order\n\n1\. [\s\S]*~~~~text\n {3}kubectl logs p -n oomkilled\n {3}~~~~[\s\S]*### What comes next\n\n\| {2}\| UTC \| READY \| STATUS \| RESTARTS \|\n\| --- \|[\s\S]*\n\nEverything fits/,
	);
	await editor.configure({ language: 'ko' });
	assert.match(await page(OOM), /^## `app`이 메모리[\s\S]*### 왜 그런가[\s\S]*### 이 순서로 해 보자[\s\S]*### 다음에 일어날 일/);
	await editor.configure({ language: 'both' });
	assert.match(await page(OOM), /### 왜 그런가[\s\S]*\n\n---\n\n## [\s\S]*### Why\n/);
});

test('what was copied may be a table of pods, or nothing of the sort', async () => {
	const table =
		'NAME    READY   STATUS             RESTARTS   AGE\nweb-0   0/1     CrashLoopBackOff   4          3m\nweb-1   0/1     ImagePullBackOff   0          3m\n';
	assert.match(await page(table), /^## `CrashLoopBackOff`: [\s\S]*kubectl describe pod web-0[\s\S]*\n---\n\n## `ImagePullBackOff`: /);
	assert.match(await page(table, { name: 'web-1' }), /^## `ImagePullBackOff`: /);
	for (const text of ['', 'hello\n', 'apiVersion: v1\nkind: Service\n', '\u0000\u0001', `${'{'.repeat(5000)}`])
		assert.match(await page(text), /^There is no pod in it\./);
	assert.match(await page(' '.repeat(4_000_001)), /^This is too large/);
	await assert.rejects(editor.put(WHY, { text: 5 } as never), /text/);
});

test('neither values of the environment nor annotations come into the page, and what a message says is text', async () => {
	const { items } = JSON.parse(OOM) as { items: { kind: string; metadata: object; spec: { containers: object[] }; message?: string }[] };
	const hostile = items.map((one) =>
		one.kind === 'Pod'
			? {
					...one,
					metadata: { ...one.metadata, name: '![x](https://a.example/b.png)<img src=x>', annotations: { a: 'hidden-1' } },
					spec: { ...one.spec, containers: one.spec.containers.map((container) => ({ ...container, env: [{ name: 'A', value: 'hidden-2' }] })) },
				}
			: one,
	);
	const told = await page(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: hostile }));
	assert.match(told, /OOM-killed/);
	assert.doesNotMatch(told, /hidden-\d/);
	const outside = told.replace(/~~~~text\n[\s\S]*?\n *~~~~/g, '').replace(/`[^`\n]*`/g, '');
	assert.doesNotMatch(outside, /(?<!\\)[<[]/);
});

test('a dump of many pods tells of the first ones, and how many are left', async () => {
	const rows = Array.from({ length: 23 }, (_, index) => `web-${index}   1/1   Running   0   3m`);
	const told = await page(`NAME   READY   STATUS   RESTARTS   AGE\n${rows.join('\n')}\n`);
	assert.equal(told.match(/^## /gm)?.length, 20);
	assert.match(told, /\n3 more pods are not explained here/);
});

/** The hover in the first place where this is written. */
async function hoverOn(written: string): Promise<string> {
	const before = OOM.slice(0, OOM.indexOf(written) + 2).split('\n');
	const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const found = await editor.ask<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position });
	return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

test('a hover in the status says what the field means, and what holds this pod', async () => {
	await editor.show(OOM);
	assert.match(
		await hoverOn('"OOMKilled"'),
		/^`OOMKilled` — [\s\S]*\n\n\*\*`app` was OOM-killed 3 times[^\n]*\*\* {2}\nIt wanted more, and the kernel killed it/,
	);
	for (const key of ['"phase"', '"exitCode"', '"state"', '"lastState"', '"conditions"', '"restartCount"'])
		assert.match(await hoverOn(key), /\n\*\*`app` was OOM-killed 3 times/, key);
	for (const key of ['"startedAt"', '"memory"', '"restartPolicy"']) assert.doesNotMatch(await hoverOn(key), /OOM-killed 3 times/, key);
	await editor.configure({ language: 'ko' });
	assert.match(await hoverOn('"phase"'), /\*\*`app`이 메모리/);
});

test('words of a table or a description are explained wherever they were pasted', async () => {
	const table = 'NAME    READY   STATUS             RESTARTS   AGE\nweb-0   0/1     CrashLoopBackOff   4          3m\n';
	await editor.show(table);
	const found = await editor.ask<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position: { line: 1, character: 20 } });
	assert.match((found?.contents as MarkupContent | undefined)?.value ?? '', /^`CrashLoopBackOff`/);
	const printed = await editor.put(PRINTED_AT, { text: table, offset: table.indexOf('Crash') });
	assert.deepEqual([printed?.start, printed?.end], [table.indexOf('Crash'), table.indexOf('BackOff') + 7]);
	assert.deepEqual(await editor.put(LIVE_LENSES, { text: OOM }), [
		{ live: { name: 'p', namespace: 'oomkilled' }, at: OOM.indexOf('"apiVersion": "v1",\n      "kind": "Pod"') },
	]);
});

test('where a pod was printed several times only the last is explained', async () => {
	const { items } = JSON.parse(OOM) as { items: readonly { readonly kind: string }[] };
	const pod = JSON.stringify(items.find(({ kind }) => kind === 'Pod'));
	await editor.show(`${pod}\n---\n${pod}\n`);
	assert.match(await page(`${pod}\n---\n${pod}\n`), /\n\nThe pod was printed 2 times, and its life agrees with the simulated one\.\n\n/);
	const phase = pod.indexOf('"phase"') + 2;
	const at = (line: number, character: number) => editor.ask<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position: { line, character } });
	const told = async (line: number, character: number): Promise<string> => ((await at(line, character))?.contents as MarkupContent | undefined)?.value ?? '';
	assert.match(await told(2, phase), /OOM-killed/);
	assert.doesNotMatch(await told(0, phase), /OOM-killed/);
	assert.match(await told(0, phase), /phase/);
});

test('a live pod is told for the panel with its life, and the status of its file says that one may ask', async () => {
	const answer = await editor.put(LIVE, { text: OOM, uri: URI, zone: 0 });
	assert.ok(answer.kind === 'live' && answer.life?.live);
	await editor.show(OOM);
	assert.equal((await editor.put(STATUS, { uri: URI }))?.isLive, true);
	await editor.show(POD);
	assert.equal((await editor.put(STATUS, { uri: URI }))?.isLive, undefined);
	await assert.rejects(editor.put(LIVE, { text: OOM, zone: Number.POSITIVE_INFINITY }), /zone/);
});
