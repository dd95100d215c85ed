import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import {
	type CodeAction,
	type CodeLens,
	type CompletionItem,
	type CompletionList,
	createProtocolConnection,
	type DocumentDiagnosticReport,
	type DocumentSymbol,
	type Hover,
	type MarkupContent,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Life, SimulateAnswer } from '../../server/src/protocol/life';
import type { SearchAnswer, StatusAnswer } from '../../server/src/protocol/requests';

const SERVER = 'out/lsp-test/server.cjs';
const URI = 'file:///pod.yaml';
let child: ChildProcess;
let connection: ProtocolConnection;
/** What the client would answer to workspace/configuration. */
let settings: Readonly<Record<string, unknown>> = {};
/** Keeps it from answering at once. */
let settingsWait: (() => Promise<void>) | undefined;
let version = 1;

before(async () => {
	await build({
		entryPoints: ['server/src/main.ts'],
		outfile: SERVER,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		mainFields: ['module', 'main'],
		logLevel: 'error',
	});
	child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
	assert.ok(child.stdout && child.stdin);
	connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
	connection.onRequest('workspace/configuration', async ({ items }: { items: unknown[] }) => {
		await settingsWait?.();
		return items.map(() => settings);
	});
	connection.listen();
	const { capabilities } = await connection.sendRequest<{ capabilities: Readonly<Record<string, unknown>> }>('initialize', {
		processId: process.pid,
		rootUri: null,
		locale: 'ko',
		capabilities: {
			workspace: {
				configuration: true,
				diagnostics: { refreshSupport: true },
				inlayHint: { refreshSupport: true },
				codeLens: { refreshSupport: true },
			},
		},
	});
	assert.ok(capabilities['hoverProvider'] && capabilities['diagnosticProvider'] && capabilities['completionProvider']);
	await connection.sendNotification('initialized', {});
});

after(async () => {
	await connection.sendRequest('shutdown');
	await connection.sendNotification('exit');
	connection.dispose();
});

const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n';
let isOpen = false;

async function open(text: string): Promise<void> {
	if (isOpen) await connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
	await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'yaml', version: ++version, text } });
	isOpen = true;
}

const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });
const items = async () => {
	const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: URI } });
	return (report.kind === 'full' ? report.items : []).map(({ code, message, source }) => ({ code, source, message: String(message) }));
};

test('a good pod has no diagnostics', async () => {
	await open(POD);
	assert.deepEqual(await items(), []);
});

test('a change is judged, in the language of the editor', async () => {
	await open(POD);
	await connection.sendNotification('textDocument/didChange', {
		textDocument: { uri: URI, version: ++version },
		contentChanges: [{ range: { start: { line: 7, character: 4 }, end: { line: 7, character: 9 } }, text: 'imagee' }],
	});
	const [first] = await items();
	assert.equal(first?.code, 'decode/unknown-field');
	assert.equal(first?.source, 'Peapod');
	assert.match(first?.message ?? '', /^unknown field "spec.containers\[0\].imagee"\n.*[가-힣]/);
});

test('a quick fix mends it', async () => {
	await open(POD.replace('image:', 'imagee:'));
	const range = { start: { line: 7, character: 4 }, end: { line: 7, character: 10 } };
	const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: URI }, range, context: { diagnostics: [] } });
	assert.deepEqual(actions[0]?.edit?.changes?.[URI], [{ range, newText: 'image' }]);
});

test('hover speaks the language that is set', async () => {
	await open(POD);
	const korean = await connection.sendRequest<Hover>('textDocument/hover', at(7, 5));
	assert.match((korean.contents as MarkupContent).value, /[가-힣]/);
	settings = { language: 'en' };
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
	const english = await connection.sendRequest<Hover>('textDocument/hover', at(7, 5));
	assert.doesNotMatch((english.contents as MarkupContent).value, /[가-힣]/);
	settings = {};
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
});

test('completion offers fields with their shape', async () => {
	await open(`${POD}    \n`);
	const { items: offered } = await connection.sendRequest<CompletionList>('textDocument/completion', at(8, 4));
	const probe = offered.find(({ label }: CompletionItem) => label === 'readinessProbe');
	assert.ok(probe);
	assert.ok(!offered.some(({ label }) => label === 'image'));
});

test('names come from files of the workspace that are not open', async () => {
	await connection.sendNotification('peapod/seen', {
		uri: 'file:///settings.yaml',
		text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  mode: fast\n',
	});
	await open(`${POD}    envFrom:\n    - configMapRef:\n        name: \n`);
	const names = async (): Promise<readonly string[]> => {
		const { items: offered } = await connection.sendRequest<CompletionList>('textDocument/completion', at(10, 14));
		return offered.map(({ label }: CompletionItem) => label);
	};
	assert.ok((await names()).includes('settings'));
	await connection.sendNotification('peapod/seen', { uri: 'file:///settings.yaml', text: null });
	assert.ok(!(await names()).includes('settings'));
});

test('the version judges', async () => {
	await open(`${POD}  hostnameOverride: a.b\n`);
	assert.deepEqual(await items(), []);
	settings = { kubernetesVersion: '1.33' };
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
	const [first] = await items();
	assert.match(first?.message ?? '', /^unknown field "spec.hostnameOverride"/);
	settings = {};
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
});

test('a code lens stands over each manifest', async () => {
	await open(`${POD}---\n${POD}`);
	const lenses = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
	assert.deepEqual(
		lenses.map(({ range, command }) => [range.start.line, command?.command, command?.arguments]),
		[
			[0, 'peapod.openPanel', [URI, 0]],
			[9, 'peapod.openPanel', [URI, 1]],
		],
	);
});

test('the status says what is seen, or why nothing is', async () => {
	const status = (): Promise<StatusAnswer> => connection.sendRequest('peapod/status', { uri: URI });
	await open(POD);
	assert.deepEqual(
		(await status()).documents.map(({ kind, name }) => [kind, name]),
		[['Pod', 'a']],
	);
	await open('apiVersion: v1\nkind: Service\n');
	assert.deepEqual([(await status()).silent, (await status()).otherKind], ['otherKind', 'Service']);
	await open('a: {{ .Values.b }}\n');
	assert.equal((await status()).silent, 'template');
});

test('a pod lives, with words in both languages', async () => {
	await open(POD);
	const life = (await connection.sendRequest<SimulateAnswer>('peapod/simulate', { uri: URI, document: 0 })) as Life;
	assert.equal(life.kind, 'life');
	assert.equal(life.trace.timeline?.at(-1)?.kubectl?.status, 'Running');
	assert.equal(life.sentences.length, life.trace.story.moments.length);
	assert.ok(life.sentences.every(({ en, ko }) => en && /[가-힣]/.test(ko)));
});

test('a refused pod has its refusal, a wrong scenario its fault', async () => {
	await open(POD.replace('image: b', 'image: ""'));
	const refused = await connection.sendRequest<SimulateAnswer>('peapod/simulate', { uri: URI, document: 0 });
	assert.equal(refused.kind, 'refused');
	await open(POD);
	const fault = await connection.sendRequest<SimulateAnswer>('peapod/simulate', { uri: URI, document: 0, scenario: { until: 'never' } });
	assert.equal(fault.kind, 'scenarioFault');
});

test('a file that is not open is met with silence', async () => {
	const elsewhere = { textDocument: { uri: 'file:///not-open.yaml' }, position: { line: 0, character: 0 } };
	assert.equal(await connection.sendRequest('textDocument/hover', elsewhere), null);
});

const SCENARIO = 'file:///pod.scenario.yaml';
const openScenario = (text: string) =>
	connection.sendNotification('textDocument/didOpen', { textDocument: { uri: SCENARIO, languageId: 'yaml', version: ++version, text } });

test('a scenario has diagnostics, fixes, completion and help of its own', async () => {
	settings = { language: 'en' };
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
	await open(POD);
	await openScenario('world:\n  containers:\n    b: {}\nuntil: 5 min\n');
	const textDocument = { uri: SCENARIO };
	const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
	assert.ok(report.kind === 'full');
	assert.deepEqual(
		report.items.map(({ code, range, severity }) => [code, range.start.line, severity]),
		[
			['scenario/unknown-container', 2, 2],
			['scenario/value', 3, 1],
		],
	);
	const range = { start: { line: 3, character: 7 }, end: { line: 3, character: 7 } };
	const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
	assert.deepEqual(
		actions[0]?.edit?.changes?.[SCENARIO]?.map(({ newText }) => newText),
		['5m'],
	);
	const help = await connection.sendRequest<Hover>('textDocument/hover', { textDocument, position: { line: 3, character: 2 } });
	assert.match((help.contents as MarkupContent).value, /How long the pod is watched/);
	const list = await connection.sendRequest<CompletionList>('textDocument/completion', { textDocument, position: { line: 4, character: 0 } });
	const documentation = list.items.find(({ label }) => label === 'actions')?.documentation as MarkupContent | undefined;
	assert.match(documentation?.value ?? '', /What people do/);
	const status = await connection.sendRequest<StatusAnswer>('peapod/status', textDocument);
	assert.deepEqual([status.silent, status.scenario, status.documents], ['scenario', { manifest: 'pod.yaml', found: true }, []]);
	await connection.sendNotification('textDocument/didClose', { textDocument });
});

test('the manifest of a scenario may be closed: the client reads it', async () => {
	await connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
	isOpen = false;
	const asked: unknown[] = [];
	const reading = connection.onRequest('peapod/readBeside', (params: unknown) => {
		asked.push(params);
		return { name: 'pod.yaml', text: POD };
	});
	await openScenario('world: { containers: { b: {} } }\n');
	const textDocument = { uri: SCENARIO };
	const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
	assert.deepEqual(report.kind === 'full' ? report.items.map(({ code }) => code) : [], ['scenario/unknown-container']);
	assert.deepEqual(asked, [{ uri: SCENARIO, names: ['pod.yaml', 'pod.yml'] }]);
	reading.dispose();
	const status = await connection.sendRequest<StatusAnswer>('peapod/status', textDocument);
	assert.deepEqual(status.scenario, { manifest: 'pod.yaml', found: false });
	await connection.sendNotification('textDocument/didClose', { textDocument });
});

test('a scenario is judged anew when its manifest changes, in the editor or on the disk', async () => {
	let asked = 0;
	const heard = connection.onRequest('workspace/diagnostic/refresh', () => void asked++);
	const textDocument = { uri: SCENARIO };
	await openScenario('until: 1m\n');
	const settled = async (): Promise<number> => {
		await connection.sendRequest('peapod/status', textDocument);
		return asked;
	};
	const before = await settled();
	await connection.sendNotification('peapod/seen', { uri: 'file:///other.yaml', text: POD });
	assert.equal(await settled(), before);
	await connection.sendNotification('peapod/seen', { uri: URI, text: POD });
	assert.equal(await settled(), before + 1);
	await open(POD);
	assert.ok((await settled()) > before + 1);
	heard.dispose();
	await connection.sendNotification('textDocument/didClose', { textDocument });
});

test('words come with the item that is looked at', async () => {
	await open(`${POD}    `);
	const list = await connection.sendRequest<CompletionList>('textDocument/completion', at(8, 4));
	const sorted = [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	assert.ok(sorted.slice(0, 5).some(({ label }) => label === 'ports'));
	const item = list.items.find(({ label }) => label === 'livenessProbe');
	assert.equal(item?.documentation, undefined);
	const { documentation } = await connection.sendRequest<CompletionItem>('completionItem/resolve', item);
	assert.match((documentation as MarkupContent).value, /still works|제대로 동작/);
});

test('names come from all open files', async () => {
	const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n';
	const textDocument = { uri: 'file:///settings.yaml', languageId: 'yaml', version: 1, text };
	await connection.sendNotification('textDocument/didOpen', { textDocument });
	await connection.sendRequest('textDocument/diagnostic', { textDocument });
	await open(`${POD}    envFrom:\n    - configMapRef:\n        name: `);
	const list = await connection.sendRequest<CompletionList>('textDocument/completion', at(10, 14));
	await connection.sendNotification('textDocument/didClose', { textDocument });
	assert.deepEqual(
		list.items.map(({ label }) => label),
		['settings'],
	);
});

test('a document that is opened anew is read anew, whatever its version', async () => {
	const textDocument = { uri: 'file:///again.yaml' };
	const openAs = (text: string) =>
		connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'yaml', version: 1, text } });
	const symbols = () => connection.sendRequest<readonly DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
	let answer = (): void => {};
	const asked = new Promise<void>((done) => {
		settingsWait = () => {
			done();
			return new Promise((go) => {
				answer = go;
			});
		};
	});
	await openAs(POD);
	const early = symbols();
	await asked;
	settingsWait = undefined;
	await connection.sendNotification('textDocument/didClose', { textDocument });
	await openAs(POD.replace('name: a', 'name: other'));
	answer();
	assert.deepEqual(
		(await early).map(({ name }) => name),
		['other'],
	);
	assert.deepEqual(
		(await symbols()).map(({ name }) => name),
		['other'],
	);
	const closing = openAs(POD).then(() => connection.sendNotification('textDocument/didClose', { textDocument }));
	await closing;
	assert.deepEqual(await symbols(), []);
});

test('a file with any kind in it costs nobody their completion', async () => {
	const strange = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: good }\n---\nkind: constructor\nmetadata: { name: __proto__ }\n';
	await connection.sendNotification('peapod/seen', { uri: 'file:///strange.yaml', text: strange });
	const begun = performance.now();
	await connection.sendNotification('peapod/seen', { uri: 'file:///blank.yaml', text: '\n'.repeat(200_000) });
	await open(`${POD}    envFrom:\n    - configMapRef:\n        name: `);
	const list = await connection.sendRequest<CompletionList>('textDocument/completion', at(10, 14));
	assert.ok(performance.now() - begun < 5000, 'blank lines are read once');
	await connection.sendNotification('peapod/seen', { uri: 'file:///strange.yaml', text: null });
	assert.deepEqual(
		list.items.map(({ label }) => label),
		['good'],
	);
});

test('a number is completed with its units as it grows', async () => {
	await open(`${POD}    resources:\n      limits:\n        memory: 51`);
	const list = await connection.sendRequest<CompletionList>('textDocument/completion', at(10, 18));
	assert.deepEqual([list.isIncomplete, list.items[0]?.label], [true, '51Mi']);
});

test('a name is renamed only where one is given', async () => {
	await open(POD);
	assert.deepEqual(await connection.sendRequest('textDocument/prepareRename', at(6, 11)), {
		range: { start: { line: 6, character: 10 }, end: { line: 6, character: 11 } },
		placeholder: 'a',
	});
	assert.equal(await connection.sendRequest('textDocument/prepareRename', at(7, 12)), null);
});

test('a change of settings asks for everything that they bear on', async () => {
	const asked: string[] = [];
	const requests = ['workspace/diagnostic/refresh', 'workspace/inlayHint/refresh', 'workspace/codeLens/refresh'];
	const heard = requests.map((request) => connection.onRequest(request, () => void asked.push(request)));
	await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
	await open(POD);
	await items();
	for (const one of heard) one.dispose();
	assert.deepEqual(asked.sort(), [...requests].sort());
});

test('a field is found by what it is called in either language', async () => {
	for (const query of ['초기화 컨테이너', 'init container']) {
		const [first] = await connection.sendRequest<readonly SearchAnswer[]>('peapod/search', { query });
		assert.equal(first?.path, 'pod.spec.initContainers');
		assert.match(first?.markdown ?? '', /# initContainers/);
	}
});
