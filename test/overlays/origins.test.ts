import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Origin, wayOf } from '../../server/src/built/origin';
import { buildWithOrigins } from '../../server/src/overlays/build/build';
import { type Fields, isFault, isFields, type Value } from '../../server/src/overlays/build/object';
import { traceAt } from '../../server/src/overlays/build/origin-at';
import type { Segment } from '../../server/src/schema/field-path';
import { isTimestamp, rfc3339 } from '../../server/src/yaml/scalar';
import { filesIn } from './files';

const ROOT = path.resolve('test/conformance/overlays');

function objectsOf(files: ReadonlyMap<string, string>): readonly Fields[] {
	const built = buildWithOrigins((file) => files.get(file), '/w/overlay');
	assert.ok(!isFault(built), isFault(built) ? built.error : '');
	return built.objects;
}

/** All fields of an object, items of lists apart. */
function* fieldsOf(
	value: Value,
	above: readonly Segment[] = [],
): Generator<{ readonly path: readonly Segment[]; readonly key: string; readonly value: Value }> {
	if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* fieldsOf(item, [...above, index]);
	else if (isFields(value)) {
		for (const [key, child] of Object.entries(value)) {
			yield { path: [...above, key], key, value: child };
			yield* fieldsOf(child, [...above, key]);
		}
	}
}

/** Kustomizations, and transformers that are files. */
const CHANGES = /\/(?:kustomization\.ya?ml|changes[^/]*)$/;

for (const name of readdirSync(ROOT).filter((file) => file.endsWith('.in.yaml'))) {
	test(`what is built knows where it was typed: ${name}`, () => {
		const files = filesIn(readFileSync(path.join(ROOT, name), 'utf8'));
		const written = ({ file, range }: Origin): string => (files.get(file) ?? '').slice(range.start, range.end);
		for (const object of objectsOf(files)) {
			for (const field of fieldsOf(object)) {
				const trace = traceAt(object, field.path);
				assert.ok(trace, `${field.path.join('.')} has an origin`);
				// Only lines of a kustomization make fields that they do not name.
				const isMade = CHANGES.test(trace.key.file);
				if (!isMade) assert.equal(written(trace.key).replace(/^(["'])(.*)\1$/, '$2'), field.key, `the key of ${field.path.join('.')}`);
				const isChanged = trace.value.via !== undefined || CHANGES.test(trace.value.file);
				// Names are rewritten where they refer to others, at their own place.
				if (typeof field.value !== 'string' || isChanged || /^name(?:space)?$|Name$/.test(field.key) || field.value.includes('\n')) continue;
				const text = written(trace.value).replace(/^(["'])(.*)\1$/, '$2');
				const isTime = field.value !== text && isTimestamp(text);
				assert.equal(isTime ? rfc3339(text) : text, field.value, field.path.join('.'));
			}
		}
	});
}

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: app
          image: app:1
          args: [--a, --b]
`;

/** `file:line` of a field and of what led there. */
function toldAt(files: Readonly<Record<string, string>>, field: readonly Segment[], part: 'key' | 'value' = 'value'): readonly string[] {
	const all = new Map(Object.entries(files).map(([file, text]) => [`/w/${file}`, text]));
	const [object] = objectsOf(all);
	const trace = object && traceAt(object, field);
	const lineOf = ({ file, range }: Origin): string => `${file.slice(3)}:${(all.get(file) ?? '').slice(0, range.start).split('\n').length}`;
	return trace ? wayOf(trace[part]).map(lineOf) : [];
}

const CONTAINER = ['spec', 'template', 'spec', 'containers', 0] as const;

test('a patch is told before what it was written over', () => {
	const files = {
		'base/kustomization.yaml': 'resources: [web.yaml]\n',
		'base/web.yaml': DEPLOYMENT,
		'overlay/kustomization.yaml': 'resources: [../base]\npatches:\n- path: patch.yaml\n',
		'overlay/patch.yaml':
			'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: app\n        image: app:2\n        imagee: x\n',
	};
	assert.deepEqual(toldAt(files, [...CONTAINER, 'image']), ['overlay/patch.yaml:10', 'base/web.yaml:10']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'imagee'], 'key'), ['overlay/patch.yaml:11']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'args', 1]), ['base/web.yaml:11']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'livenessProbe', 'httpGet'], 'key'), ['base/web.yaml:9'], 'what is not there is its nearest ancestor');
});

test('a patch within a kustomization, and an operation, are told line by line', () => {
	const files = {
		'overlay/web.yaml': DEPLOYMENT,
		'overlay/kustomization.yaml': `resources: [web.yaml]
patches:
- target: {kind: Deployment}
  patch: |-
    - op: add
      path: /spec/template/spec/containers/0/args/0
      value: --zero
    - op: replace
      path: /spec/template/spec/containers/0/imagee
      value: app:3
- patch: |
    kind: Deployment
    apiVersion: apps/v1
    metadata:
      name: web
    spec:
      replicass: 3
`,
	};
	assert.deepEqual(toldAt(files, [...CONTAINER, 'args', 0]), ['overlay/kustomization.yaml:7']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'args', 2]), ['overlay/web.yaml:11']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'imagee'], 'key'), ['overlay/kustomization.yaml:9']);
	assert.deepEqual(toldAt(files, ['spec', 'replicass'], 'key'), ['overlay/kustomization.yaml:17']);
});

test('a line of a kustomization is told before what it changes', () => {
	const files = {
		'overlay/web.yaml': DEPLOYMENT,
		'overlay/kustomization.yaml':
			'resources: [web.yaml]\nnamePrefix: a-\nlabels:\n- pairs:\n    x: blue\nimages:\n- name: app\n  newTag: "7"\nreplicas:\n- name: web\n  count: 9\n',
	};
	assert.deepEqual(toldAt(files, ['metadata', 'name']), ['overlay/kustomization.yaml:2', 'overlay/web.yaml:4']);
	assert.deepEqual(toldAt(files, ['metadata', 'labels', 'x']), ['overlay/kustomization.yaml:5']);
	assert.deepEqual(toldAt(files, [...CONTAINER, 'image']), ['overlay/kustomization.yaml:8', 'overlay/web.yaml:10']);
	assert.deepEqual(toldAt(files, ['spec', 'replicas']), ['overlay/kustomization.yaml:11']);
});

test('what is generated was typed where the kustomization says so', () => {
	const files = {
		'overlay/kustomization.yaml': 'configMapGenerator:\n- name: settings\n  literals:\n  - A=1\n  files:\n  - b.txt\n',
		'overlay/b.txt': 'b',
	};
	assert.deepEqual(toldAt(files, ['data', 'A']), ['overlay/kustomization.yaml:4']);
	assert.deepEqual(toldAt(files, ['data', 'b.txt']), ['overlay/kustomization.yaml:6']);
	assert.deepEqual(toldAt(files, ['metadata', 'name']), ['overlay/kustomization.yaml:2']);
});

test('what is wrong is told where it was typed', () => {
	const wrongAt = (files: Readonly<Record<string, string>>): string => {
		const all = new Map(Object.entries(files).map(([file, text]) => [`/w/${file}`, text]));
		const built = buildWithOrigins((file) => all.get(file), '/w/overlay');
		assert.ok(isFault(built));
		const { file = '', range = { start: 0 } } = built.at ?? {};
		return `${file.slice(3)}:${(all.get(file) ?? '').slice(0, range.start).split('\n').length}`;
	};
	assert.equal(wrongAt({ 'overlay/kustomization.yaml': 'namePrefix: a\nresource: []\n' }), 'overlay/kustomization.yaml:2');
	assert.equal(wrongAt({ 'overlay/kustomization.yaml': 'resources:\n- gone.yaml\n' }), 'overlay/kustomization.yaml:2');
	assert.equal(wrongAt({ 'overlay/kustomization.yaml': 'resources:\n- a.yaml\n', 'overlay/a.yaml': 'kind: A\nmetadata:\n  nmae: a\n' }), 'overlay/a.yaml:3');
	const twice = { 'overlay/kustomization.yaml': 'resources:\n- a.yaml\n- b.yaml\n', 'overlay/a.yaml': DEPLOYMENT, 'overlay/b.yaml': DEPLOYMENT };
	assert.equal(wrongAt(twice), 'overlay/b.yaml:4');
	const patch = 'patches:\n- patch: |\n    kind: Deployment\n    apiVersion: apps/v1\n    metadata:\n      name: other\n';
	assert.equal(wrongAt({ 'overlay/kustomization.yaml': `resources: [a.yaml]\n${patch}`, 'overlay/a.yaml': DEPLOYMENT }), 'overlay/kustomization.yaml:7');
});

test('what cannot be fetched is left out, and so is what depends on it', () => {
	const files = new Map([
		[
			'/w/overlay/kustomization.yaml',
			'resources:\n- https://example.com/base\n- web.yaml\npatches:\n- patch: |\n    apiVersion: v1\n    kind: A\n    metadata: {name: gone}\n',
		],
		['/w/overlay/web.yaml', DEPLOYMENT],
	]);
	const built = buildWithOrigins((file) => files.get(file), '/w/overlay');
	assert.ok(!isFault(built));
	assert.equal(built.objects.length, 1);
	assert.deepEqual(
		built.notes.map(({ kind, name }) => [kind, name]),
		[
			['left-out', 'https://example.com/base'],
			['unmerged', ''],
		],
	);
});

test('each field of a large map knows where it was typed, also behind a patch in JSON', () => {
	const data = Array.from({ length: 300 }, (_, i) => `  k${i}: "v ${i}"\n`).join('');
	const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${data}`;
	const patch = '[{"op": "add", "path": "/data/more", "value": "1"}]';
	const files = new Map([
		['/w/overlay/kustomization.yaml', `resources: [a.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: '${patch}'\n`],
		['/w/overlay/a.yaml', text],
	]);
	const [object] = objectsOf(files);
	assert.ok(object);
	for (const i of [0, 1, 150, 299]) {
		const at: Origin | undefined = traceAt(object, ['data', `k${i}`])?.value;
		assert.ok(at);
		assert.deepEqual([at.file, text.slice(at.range.start, at.range.end)], ['/w/overlay/a.yaml', `"v ${i}"`]);
	}
});
