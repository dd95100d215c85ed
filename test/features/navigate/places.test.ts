import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks, imagePage } from '../../../server/src/features/navigate/document-links';
import { type Symbol as Outlined, outline } from '../../../server/src/features/navigate/outline';
import { selectionRanges } from '../../../server/src/features/navigate/selection-ranges';
import { alone } from '../../../server/src/features/navigate/workspace';
import { workspaceSymbols } from '../../../server/src/features/navigate/workspace-symbols';
import { read } from '../../../server/src/manifest/read';

const SHOP = `apiVersion: v1
kind: Service
metadata: { name: shop, namespace: prod }
spec:
  ports:
  - { name: web, port: 80, targetPort: http }
  - port: 9000
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  url: http://shop
  empty:
---
apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
  - name: shop
    image: nginx:1.27
---
services: { web: { image: nginx } }
`;

test('the outline has all objects of a file, whatever they are, and nothing else', () => {
	const told = ({ name, detail, kind, children }: Outlined): unknown => [kind, name, detail, ...children.map(told)];
	assert.deepEqual(outline(read(SHOP)).map(told), [
		['object', 'Service/shop', 'prod', ['port', 'web', '80 → http'], ['port', '9000', '9000']],
		['object', 'ConfigMap/settings', '', ['key', 'url', ''], ['key', 'empty', '']],
		['object', 'Pod/shop', '', ['container', 'shop', 'nginx:1.27']],
	]);
});

test('objects of the workspace are found by letters of their kind and name', () => {
	const [workspace] = alone(read(SHOP));
	const found = (query: string): readonly string[] => workspaceSymbols(workspace, query).map(({ name }) => name);
	assert.deepEqual(found(''), ['Service/shop', 'ConfigMap/settings', 'Pod/shop']);
	assert.deepEqual(found('shop'), ['Service/shop', 'Pod/shop']);
	assert.deepEqual(found('cm set'), ['ConfigMap/settings']);
	assert.deepEqual(found('pods'), ['Pod/shop']);
	assert.deepEqual(found('zzz'), []);
});

test('an image leads to its page where its registry has one', () => {
	assert.equal(imagePage('nginx:1.27'), 'https://hub.docker.com/_/nginx');
	assert.equal(imagePage(`fluent/fluent-bit@sha256:${'a'.repeat(64)}`), 'https://hub.docker.com/r/fluent/fluent-bit');
	assert.equal(imagePage('docker.io/library/redis'), 'https://hub.docker.com/_/redis');
	assert.equal(imagePage('quay.io/prometheus/node-exporter:v1'), 'https://quay.io/repository/prometheus/node-exporter');
	assert.equal(imagePage('ghcr.io/acme/shop/api:2'), 'https://github.com/acme/shop/pkgs/container/shop%2Fapi');
	assert.equal(imagePage('public.ecr.aws/nginx/nginx'), 'https://gallery.ecr.aws/nginx/nginx');
	for (const image of ['registry.example/shop:1', 'registry.k8s.io/pause:3.10', 'localhost:5000/a', 'Not An Image', '', '$(IMAGE)'])
		assert.equal(imagePage(image), undefined, image);
	assert.deepEqual(
		documentLinks(read(SHOP)).map(({ range, target }) => [SHOP.slice(range.start, range.end), new URL(target.en).host]),
		[
			['Pod', 'kubernetes.io'],
			['nginx:1.27', 'hub.docker.com'],
		],
	);
});

test('a selection grows from a word to its line, to what that belongs to, to the document, to the file', () => {
	const grown = (text: string, at: string): readonly string[] =>
		selectionRanges(read(text), text.indexOf(at) + 1).map(({ start, end }) => text.slice(start, end).split('\n').join('⏎'));
	const pod = 'kind: Pod\nspec:\n  containers:\n  - name: a\n    image: b # c\n---\nkind: Pod\n';
	assert.deepEqual(grown(pod, 'b # c').slice(0, -1), [
		'b',
		'image: b',
		'name: a⏎    image: b',
		'- name: a⏎    image: b',
		'containers:⏎  - name: a⏎    image: b',
		'spec:⏎  containers:⏎  - name: a⏎    image: b',
		'kind: Pod⏎spec:⏎  containers:⏎  - name: a⏎    image: b',
		'kind: Pod⏎spec:⏎  containers:⏎  - name: a⏎    image: b # c',
	]);
	assert.deepEqual(grown('{"a": [1, {"b": 2}]}', '2'), ['2', '"b": 2', '{"b": 2}', '[1, {"b": 2}]', '"a": [1, {"b": 2}]', '{"a": [1, {"b": 2}]}']);
	assert.deepEqual(grown('', ''), ['']);
});
