import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { TextLine, Uri } from 'vscode';
import { isJsonManifest, JsonManifests } from '../../client/src/json-manifests';

const POD = '{\n  "kind": "Pod",\n  "apiVersion": "v1"\n}';

const json = (text: string, languageId = 'json') => {
	const lines = text.split('\n');
	const lineAt = (line: unknown) => ({ text: lines[Number(line)] ?? '' }) as TextLine;
	return { languageId, lineCount: lines.length, lineAt, uri: { toString: () => 'file:///a.json' } as Uri };
};

let told: string[];
const tell = (word: string) => async (): Promise<void> => void told.push(word);
beforeEach(() => {
	told = [];
});

test('a manifest says at its beginning what it is', () => {
	assert.ok(isJsonManifest(json(POD)));
	assert.ok(isJsonManifest(json(POD.replaceAll('\n', ' '))));
	const others = [
		'{ "name": "peapod", "version": "1.0.0" }',
		'{ "properties": { "apiVersion": { "type": "string" }, "kind": { "type": "string" } } }',
		`${'\n'.repeat(200)}${POD}`,
		`{ "data": "${'x'.repeat(20_000)}", "apiVersion": "v1", "kind": "Pod" }`,
	];
	for (const other of others) assert.ok(!isJsonManifest(json(other)), other.slice(0, 40));
	assert.ok(!isJsonManifest(json(POD, 'yaml')));
});

test('other JSON is kept from the server: not opened, not changed, not closed', async () => {
	const manifests = new JsonManifests();
	const document = json('{}');
	await manifests.opened(document, tell('opened'));
	await manifests.changed({ document }, tell('changed'));
	assert.ok(manifests.isKept('file:///a.json'));
	await manifests.closed(document, tell('closed'));
	assert.ok(!manifests.isKept('file:///a.json'));
	assert.deepEqual(told, []);
});

test('what becomes a manifest is opened as it is then, and told of from there on', async () => {
	const manifests = new JsonManifests();
	await manifests.opened(json('{}'), tell('opened'));
	await manifests.changed({ document: json(POD) }, tell('changed'));
	await manifests.changed({ document: json('{}') }, tell('changed'));
	await manifests.closed(json('{}'), tell('closed'));
	assert.deepEqual(told, ['opened', 'changed', 'closed']);
});

test('manifests, and all that is no JSON, are told of at once', async () => {
	const manifests = new JsonManifests();
	for (const document of [json(POD), json('', 'yaml')]) await manifests.opened(document, tell(document.languageId));
	assert.deepEqual(told, ['json', 'yaml']);
});
