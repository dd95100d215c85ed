import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Manifests } from '../../server/src/lsp/manifests';
import type { Settings } from '../../server/src/lsp/settings';
import { ALONE } from '../../server/src/manifest/around';
import { ownKindsOf } from '../../server/src/schema/embedded';

const SETTINGS: Settings = {
	language: 'en',
	version: 37,
	codeLens: true,
	hints: [],
	podSecurity: 'off',
	applyPreview: false,
	severity: new Map(),
	helm: { values: [], release: 'release', namespace: 'default' },
	podTemplates: ownKindsOf([{ apiVersion: 'example.com/v1', kind: 'Runner', path: 'spec.template', what: 'PodTemplateSpec' }]),
	isIgnored: false,
};
const RUNNER = 'apiVersion: example.com/v1\nkind: Runner\nmetadata: {name: r}\nspec: {template: {spec: {containers: [{name: a, image: b}]}}}\n';

test('who asks for names and who asks for verdicts read a file once, also where the user told of kinds', () => {
	const document = TextDocument.create('file:///r.yaml', 'yaml', 1, RUNNER);
	const manifests = new Manifests();
	const beside = { around: ALONE, former: () => undefined };
	const { file } = manifests.of(document, SETTINGS, beside);
	assert.equal(file.sections[0]?.manifests.length, 1);
	manifests.named(document, ALONE);
	assert.equal(manifests.of(document, SETTINGS, beside).file, file);
	assert.equal(manifests.isStale(document.uri, ALONE), false);
	// Without them it is another reading.
	const { podTemplates: _, ...plain } = SETTINGS;
	assert.equal(manifests.of(document, plain, beside).file.sections[0]?.manifests.length, 0);
});
