/** What a user can set, in each way in which a client may bring it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeLens, CompletionList, Hover, MarkupContent } from 'vscode-languageserver/node';
import { SEARCH, SIMULATE, STATUS } from '../../server/src/protocol/requests';
import { Editor, OURS, POD, URI, VSCODE } from './client';

/** What each setting bears on: a value, and what is seen with it. */
const VALUES: readonly { readonly set: object; readonly ask: (editor: Editor) => Promise<unknown>; readonly seen: unknown }[] = [
	{ set: {}, ask: title, seen: 'Play this pod’s life' },
	{ set: { language: 'auto' }, ask: title, seen: 'Play this pod’s life' },
	{ set: { language: 'en' }, ask: tongues, seen: ['en'] },
	{ set: { language: 'ko' }, ask: tongues, seen: ['ko'] },
	{ set: { language: 'both' }, ask: tongues, seen: ['en', 'ko'] },
	{ set: { language: 'both' }, ask: title, seen: '이 파드의 일생 보기' },
	{ set: { language: 'both' }, ask: first, seen: ['en', 'ko'] },
	{ set: { language: 'fr' }, ask: tongues, seen: ['en'] },
	{ set: { language: 5 }, ask: tongues, seen: ['en'] },
	{ set: { kubernetesVersion: '1.33' }, ask: version, seen: '1.33' },
	{ set: { kubernetesVersion: '1.99' }, ask: version, seen: '1.37' },
	{ set: { kubernetesVersion: null }, ask: version, seen: '1.37' },
	{ set: { codeLens: false }, ask: title, seen: undefined },
	{ set: { codeLens: null }, ask: title, seen: 'Play this pod’s life' },
	{ set: { hints: false }, ask: hints, seen: 0 },
	{ set: { hints: true }, ask: hints, seen: 2 },
	{ set: { hints: { qos: false } }, ask: hints, seen: 1 },
	{ set: { hints: { units: true, defaults: true } }, ask: hints, seen: 3 },
	{ set: { hints: { qos: 'no' } }, ask: hints, seen: 2 },
	{ set: { podSecurity: 'off' }, ask: warnings, seen: 0 },
	{ set: { podSecurity: 'baseline' }, ask: warnings, seen: 1 },
	{ set: { podSecurity: 'restricted' }, ask: warnings, seen: 5 },
	{ set: { podSecurity: true }, ask: warnings, seen: 0 },
	{ set: { podSecurity: 'baseline', severity: { 'pod-security/*': 'off' } }, ask: warnings, seen: 0 },
	{ set: { podSecurity: 'baseline', severity: 'off' }, ask: warnings, seen: 1 },
	{ set: { enable: false }, ask: silent, seen: 'ignored' },
	{ set: { enable: null }, ask: silent, seen: undefined },
	{ set: { ignore: ['a.yaml', 'pod.*'] }, ask: silent, seen: 'ignored' },
	{ set: { ignore: 'pod.yaml' }, ask: silent, seen: undefined },
	{ set: { ignore: [null, 5, 'a.yaml'] }, ask: silent, seen: undefined },
];

async function title(editor: Editor): Promise<string | undefined> {
	const [lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	return lens?.command?.title;
}

const tonguesOf = (text: string): readonly string[] => [...(/the container/i.test(text) ? ['en'] : []), ...(/[가-힣]/.test(text) ? ['ko'] : [])];

async function tongues(editor: Editor): Promise<readonly string[]> {
	const { contents } = await editor.at<Hover>('hover', 7, 5);
	return tonguesOf((contents as MarkupContent).value);
}

async function first(editor: Editor): Promise<readonly string[]> {
	const [answer] = await editor.put(SEARCH, { query: 'restartPolicy', uri: URI });
	return [...(/[a-z]{3}/.test(answer?.first ?? '') ? ['en'] : []), ...(/[가-힣]/.test(answer?.first ?? '') ? ['ko'] : [])];
}

async function version(editor: Editor): Promise<string | undefined> {
	return (await editor.put(STATUS, { uri: URI }))?.kubernetes;
}

async function silent(editor: Editor): Promise<string | undefined> {
	return (await editor.put(STATUS, { uri: URI }))?.silent;
}

async function hints(editor: Editor): Promise<number> {
	const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
	return (await editor.ask<unknown[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range })).length;
}

async function warnings(editor: Editor): Promise<number> {
	return (await editor.pull()).length;
}

const { workspace, ...rest } = VSCODE;
const DEAF = { ...rest, workspace: { ...workspace, configuration: false } };

describe('settings that are asked for', () => table(VSCODE, (editor, set) => editor.configure(set)));
describe('settings that are pushed as a section', () => table(DEAF, (editor, set) => editor.configure({ language: 'ko' }, { peapod: set })));
describe('settings that are pushed alone', () => table(DEAF, (editor, set) => editor.configure({ language: 'ko' }, set)));
describe('settings that are pushed to whoever cannot be answered', () => {
	table(VSCODE, (editor, set) => {
		editor.settingsWait = () => Promise.reject(new Error('no'));
		return editor.configure({}, { peapod: set });
	});
});

function table(capabilities: typeof VSCODE, bring: (editor: Editor, set: object) => Promise<void>): void {
	let editor: Editor;
	before(async () => {
		editor = await Editor.start({ capabilities, options: OURS });
		await editor.show(`${POD}  hostPID: true\n`);
	});
	after(() => editor.stop());
	for (const { set, ask, seen } of VALUES) {
		it(`${JSON.stringify(set)} shows in ${ask.name}`, async () => {
			await bring(editor, set);
			assert.deepEqual(await ask(editor), seen);
		});
	}
}

describe('settings of initialize', () => {
	for (const options of [{ language: 'ko' }, { peapod: { language: 'ko' } }, { locale: 'ko-KR' }, { locale: 'en', language: 'ko' }]) {
		it(`${JSON.stringify(options)} hold until others come`, async (t) => {
			const editor = await Editor.start({ capabilities: DEAF, options });
			t.after(() => editor.stop());
			await editor.show(POD);
			assert.deepEqual(await tongues(editor), ['ko']);
			await editor.configure({}, { language: 'en' });
			assert.deepEqual(await tongues(editor), ['en']);
		});
	}

	it('of another form than expected do no harm', async (t) => {
		for (const options of [5, null, [], 'ko', { commands: 'all', locale: 7, readsFiles: 'yes', language: {} }]) {
			const editor = await Editor.start({ capabilities: DEAF, options });
			t.after(() => editor.stop());
			await editor.show(POD);
			assert.deepEqual(await tongues(editor), ['en'], JSON.stringify(options));
		}
	});

	it('what is asked for one folder does not hold for another', async (t) => {
		const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
		t.after(() => editor.stop());
		editor.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
			items.map(({ scopeUri }) => ({ kubernetesVersion: scopeUri?.includes('/old/') ? '1.32' : '1.36' })),
		);
		for (const [folder, kubernetes] of [
			['old', '1.32'],
			['new', '1.36'],
		]) {
			const uri = `file:///${folder}/pod.yaml`;
			await editor.show(POD, uri);
			assert.equal((await editor.put(STATUS, { uri }))?.kubernetes, kubernetes);
		}
	});
});

describe('a setting that changes', () => {
	it('says where kinds of one’s own hold pods, for verdict, hover and completion', async (t) => {
		const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
		t.after(() => editor.stop());
		await editor.show('apiVersion: example.com/v1\nkind: Robot\nspec:\n  arms:\n  - containers:\n    - name: A\n      image: a\n      \n');
		const labels = async () => {
			const answer = await editor.at<CompletionList | null>('completion', 7, 6);
			return (answer?.items ?? []).map(({ label }) => label);
		};
		assert.deepEqual(await editor.pull(), []);
		const robot = { apiVersion: 'example.com/v1', kind: 'Robot', path: 'spec.arms[]', what: 'PodSpec' };
		await editor.configure({ podTemplates: [robot, { kind: 'Nothing' }, 5] });
		const [fault] = await editor.pull();
		assert.match(fault?.message.toString() ?? '', /^spec\.arms\[0\]\.containers\[0\]\.name: Invalid value: "A"/);
		assert.ok(await editor.at<Hover>('hover', 6, 8));
		assert.ok((await labels()).includes('livenessProbe'));
		await editor.configure({ podTemplates: 'spec' });
		assert.deepEqual(await editor.pull(), []);
		assert.equal(await editor.at('hover', 6, 8), null);
	});

	it('changes what a life is judged by', async (t) => {
		const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
		t.after(() => editor.stop());
		await editor.show(`${POD}  hostnameOverride: a.b\n`);
		const kind = async () => (await editor.put(SIMULATE, { uri: URI, document: 0 })).kind;
		assert.equal(await kind(), 'life');
		await editor.configure({ kubernetesVersion: '1.33' });
		assert.equal(await kind(), 'refused');
	});
});

it('a value that means nothing is said so in the log, once until something is set', async (t) => {
	const editor = await Editor.start({ capabilities: VSCODE, options: OURS });
	t.after(() => editor.stop());
	const misset = (kubernetesVersion: string) => ({
		language: 'xx',
		kubernetesVersion,
		podSecurity: 'strict',
		severity: { 'probe/nonsense': 'off', 'probe/negative': 'loud', 'probe/*': 'hint', '*': 'warning' },
	});
	const told = () => editor.log.filter((line) => line.startsWith('The setting '));
	await editor.configure(misset('1.99'));
	for (const uri of [URI, 'file:///b.yaml']) {
		await editor.show(POD, uri);
		await editor.pull(uri);
	}
	assert.deepEqual(told(), [
		'The setting peapod.language does not understand "xx": auto, en, ko, both.',
		'The setting peapod.podSecurity does not understand "strict": off, baseline, restricted.',
		'The setting peapod.kubernetesVersion does not understand "1.99": 1.32 to 1.37.',
		'The setting peapod.severity does not understand "probe/nonsense": a code as it stands behind a message (probe/negative), a family (probe/*), or *.',
		'The setting peapod.severity, probe/negative, does not understand "loud": off, hint, information, warning, error.',
	]);
	await editor.configure(misset('1.98'));
	await editor.pull();
	assert.equal(told().filter((line) => line.includes('"1.98"')).length, 1);
	await editor.configure({ language: 'ko', kubernetesVersion: '1.33', severity: { 'probe/negative': 'off' } });
	await editor.pull();
	assert.equal(told().length, 10);
});
