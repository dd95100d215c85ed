/** The same manifest in both servers: Peapod's, and that of the YAML extension. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
	createProtocolConnection,
	type Diagnostic,
	type Hover,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { withoutKubernetes } from '../../client/src/doubled';
import { putFiles } from '../cli/bundled';
import { Editor, URI } from './client';

const BAD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: b\n  restartPolicy: 3\n';
/** As much of a schema as it takes to be of another opinion. */
const SCHEMA = { type: 'object', properties: { spec: { type: 'object', properties: { restartPolicy: { type: 'string', description: 'from a schema' } } } } };

/** The YAML extension's server, as the extension starts it. */
class YamlServer {
	readonly connection: ProtocolConnection;
	private pushed: readonly Diagnostic[] | undefined;
	private version = 0;
	private readonly child = spawn(process.execPath, ['node_modules/yaml-language-server/out/server/src/server.js', '--stdio']);
	private settings: object = {};
	/** The server asked for its settings. */
	private askedFor = (): void => {};

	constructor() {
		this.connection = createProtocolConnection(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.child.stdin));
		this.connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly { readonly section?: string }[] }) => {
			this.askedFor();
			return items.map(({ section }) => (section === 'yaml' ? { schemaStore: { enable: false }, ...this.settings } : {}));
		});
		this.connection.onRequest('client/registerCapability', () => null);
		this.connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: PublishDiagnosticsParams) => {
			this.pushed = diagnostics;
		});
		this.connection.listen();
	}

	async start(): Promise<void> {
		const workspace = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
		await this.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { workspace } });
		await this.connection.sendNotification('initialized', {});
	}

	/** What it tells of the manifest under these settings. */
	async told(settings: object): Promise<readonly Diagnostic[]> {
		this.settings = settings;
		const asked = new Promise<void>((done) => {
			this.askedFor = done;
		});
		await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
		await asked;
		this.pushed = undefined;
		const textDocument = { uri: URI, languageId: 'yaml', version: ++this.version, text: BAD };
		await this.connection.sendNotification('textDocument/didOpen', { textDocument });
		for (let wait = 0; !this.pushed && wait < 500; wait++) await new Promise((done) => setTimeout(done, 10));
		return this.pushed ?? assert.fail('it never said anything');
	}

	hover(): Promise<Hover | null> {
		return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: 8, character: 4 } });
	}

	stop(): void {
		this.connection.dispose();
		this.child.kill();
	}
}

let yaml: YamlServer;
let folder = '';
before(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'peapod-'));
	yaml = new YamlServer();
	await yaml.start();
});
after(() => {
	yaml.stop();
	rmSync(folder, { recursive: true, force: true });
});

test('by itself the YAML server has no opinion of a manifest, and whose word Peapod tells can be seen', async (t) => {
	assert.deepEqual([await yaml.told({}), (await yaml.hover())?.contents], [[], undefined]);
	const editor = await Editor.start();
	t.after(() => editor.stop());
	await editor.show(BAD);
	const [told] = await editor.pull();
	assert.deepEqual([told?.source, told?.range.start.line], ['Peapod', 8]);
});

test('a schema that a setting names judges beside Peapod, until the entry is taken out', async () => {
	const file = path.join(folder, 'kubernetes-json-schema', 'all.json');
	putFiles(folder, { 'kubernetes-json-schema/all.json': JSON.stringify(SCHEMA) });
	const schemas = { [pathToFileURL(file).href]: '*.yaml', './mine.json': 'mine.yml' };
	assert.deepEqual(await linesOf(yaml.told({ schemas })), [8]);
	assert.match(JSON.stringify(await yaml.hover()), /from a schema/);
	assert.deepEqual(await linesOf(yaml.told({ schemas: withoutKubernetes(schemas) })), []);
	assert.equal(await yaml.hover(), null);
});

test('so does a schema that an extension brings, until the YAML extension is silenced', async () => {
	yaml.connection.onRequest('custom/schema/request', () => 'kubernetes://schema/v1@pod');
	yaml.connection.onRequest('custom/schema/content', () => JSON.stringify(SCHEMA));
	await yaml.connection.sendNotification('yaml/registerCustomSchemaRequest', {});
	assert.deepEqual(await linesOf(yaml.told({})), [8]);
	assert.match(JSON.stringify(await yaml.hover()), /from a schema/);
	assert.deepEqual(await linesOf(yaml.told({ validate: false, hover: false, completion: false })), []);
	assert.equal(await yaml.hover(), null);
});

const linesOf = async (told: Promise<readonly Diagnostic[]>): Promise<readonly number[]> => (await told).map(({ range }) => range.start.line);
