import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LARGEST, read, readLiterally } from '../../server/src/manifest/read';

const kinds = (text: string): readonly string[] => read(text).sections.flatMap(({ manifests }) => manifests.map(({ kind }) => kind.kind));

test('manifests are recognised by apiVersion and kind', () => {
	assert.deepEqual(kinds('apiVersion: v1\nkind: Pod\n'), ['Pod']);
	assert.deepEqual(kinds('kind: Deployment\napiVersion: apps/v1\n---\nkind: Job\napiVersion: batch/v1\n'), ['Deployment', 'Job']);
	assert.deepEqual(kinds('apiVersion: apps/v1\nkind: Pod\n'), []);
	assert.deepEqual(kinds('apiVersion: v1\nkind: List\nitems:\n- kind: Service\n- kind: Pod\n  apiVersion: v1\n'), ['Pod']);
});

test('a document keeps its place; one that did not change is not parsed again', () => {
	const text = '# comment\n---\napiVersion: v1\nkind: Pod\n---\n---\napiVersion: v1\nkind: PodTemplate\n';
	const { sections } = read(text);
	const starts = sections.flatMap(({ manifests }) => manifests.map(({ start }) => start));
	assert.deepEqual(starts, [text.indexOf('apiVersion'), text.lastIndexOf('apiVersion')]);
	const known = new Map(sections.map(({ document }) => [document.text, document]));
	const again = read(text.replace('PodTemplate', 'Pod'), known);
	assert.equal(
		again.sections.find(({ manifests }) => manifests[0]?.kind.kind === 'Pod')?.document,
		sections.find(({ manifests }) => manifests[0]?.kind.kind === 'Pod')?.document,
	);
});

test('placeholders in JSON', () => {
	const text = '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "${A"}, "spec": {"nodeName": "b}", "hostname": "<c>"}}\n';
	const [section] = read(`${text}${text}`).sections;
	assert.deepEqual(section?.document.faults, []);
	assert.deepEqual(
		section?.document.placeholders?.map(({ start, end }) => text.slice(start, end)),
		['${A"}', '<c>'],
	);
	assert.equal(section?.manifests.length, 1);
});

test('templates are silence; braces of others are not', () => {
	for (const template of ['a: {{ .Values.x }}', '{{- if x }}\na: 1\n{{- end }}', '- {{ include "a" . }}'])
		assert.equal(read(`apiVersion: v1\nkind: Pod\n${template}\n`).silent, 'template', template);
	assert.equal(read('apiVersion: v1\nkind: Pod\n# {{ a comment }}\n').silent, undefined);
	assert.equal(readLiterally('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a-{{ index }}\n').silent, undefined);
});

test('a hostile file is read or left alone', () => {
	assert.equal(read(`a: ${'{{ x '.repeat(LARGEST)}`).silent, 'tooLarge');
	assert.equal(read(`a: "${'{{x '.repeat(20_000)}"`).silent, undefined);
	assert.equal(read(`a:${' '.repeat(50_000)}b\n`).silent, undefined);
});

test('windows line ends and a byte order mark do not matter', () => {
	assert.deepEqual(kinds('apiVersion: v1\r\nkind: Pod\r\n---\r\napiVersion: v1\r\nkind: PodTemplate\r\n'), ['Pod', 'PodTemplate']);
	assert.deepEqual(kinds('\ufeffapiVersion: v1\nkind: Pod\n'), ['Pod']);
});

test('patches that a transformer holds are documents of their own', () => {
	const text = [
		'apiVersion: builtin',
		'kind: PatchStrategicMergeTransformer',
		'metadata: { name: two }',
		'patches: |-',
		'  apiVersion: apps/v1',
		'  kind: Deployment',
		'  metadata: { name: web }',
		'  ---',
		'  apiVersion: v1',
		'  kind: Pod',
		'  metadata: { name: one }',
	].join('\n');
	const [, ...patches] = read(text).sections;
	assert.deepEqual(
		patches.map(({ start, manifests, around }) => [text.slice(start, start + 12), manifests.map(({ kind }) => kind.kind), around.isPatch]),
		[
			['  apiVersion', ['Deployment'], true],
			['  apiVersion', ['Pod'], true],
		],
	);
});
