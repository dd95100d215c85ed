import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { read } from '../../../server/src/manifest/read';
import { NEWEST } from '../../../server/src/schema/schema';
import { toJson } from '../../../server/src/yaml/json';

const SEEDS = 'test/conformance/seeds';
const seeds = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.ya?ml$/.test(name))
	.map((name) => readFileSync(`${SEEDS}/${name}`, 'utf8'));

const said = (text: string, isPatch = true): readonly string[] => diagnose(read(text, undefined, { isPatch }), NEWEST).map(({ message }) => message);

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

/** Every n-th field gone, the head and the names of items aside. */
function thinned(value: Json, keep: () => boolean, top = true): Json {
	if (Array.isArray(value)) return value.map((item) => thinned(item, keep, false));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([key]) => (top && ['apiVersion', 'kind', 'metadata', 'spec'].includes(key)) || key === 'name' || keep());
	return Object.fromEntries(entries.map(([key, child]) => [key, thinned(child, keep, false)]));
}

test('a part of a sound object is sound, whatever it lacks', () => {
	let count = 0;
	for (const text of seeds) {
		const { sections } = read(text);
		const [section] = sections;
		if (!section?.document.root || sections.length > 1 || said(text, false).length > 0) continue;
		for (let every = 2; every <= 5; every++) {
			for (let from = 0; from < every; from++) {
				let at = from;
				const part: string = JSON.stringify(thinned(toJson(section.document.root) as Json, () => at++ % every !== 0));
				assert.deepEqual(said(part), [], part);
				count++;
			}
		}
	}
	assert.ok(count > 300, `${count}`);
});

test('a list of operations and another kind are left alone', () => {
	assert.deepEqual(said('- op: replace\n  path: /spec/replicas\n  value: three\n'), []);
	assert.deepEqual(said('apiVersion: v1\nkind: Service\nspec: {port: a}\n'), []);
});

test('without a kustomization and directives a part is no object', () => {
	const patch = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n';
	assert.deepEqual(said(patch), []);
	assert.equal(said(patch, false).length, 3);
	assert.deepEqual(said(`#@overlay/match by=overlay.all\n---\n${patch}`, false), []);
});

test('a part says by its name which object is meant, and takes away what it leaves empty', () => {
	const patch = 'kind: Deployment\napiVersion: apps/v1\nmetadata: {name: "*", namespace: ANY}\nspec: {replica: null, paused: true}\npatches:\n';
	assert.deepEqual(said(patch), []);
	assert.equal(said(patch.replace('null', '3')).length, 1);
});

test('what a part takes away may be no field here; what it puts is one', () => {
	const part = (field: string): string => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: db}\nspec:\n  ${field}\n`;
	for (const field of ['updateStrategy:', 'updateStrategy: null', 'updateStrategy: {$patch: delete}']) assert.deepEqual(said(part(field)), [], field);
	const unknown = ['unknown field "spec.updateStrategy"'];
	for (const field of ['updateStrategy: {}', 'updateStrategy: {$patch: replace, type: OnDelete}', 'updateStrategy: {$patch: merge}'])
		assert.deepEqual(said(part(field)), unknown, field);
});

test('the patches that a kustomization holds are judged where they stand', () => {
	const text = `patches:
- target: {kind: Deployment}
  patch: |-
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replica: 3
- patch: |
    - {op: remove, path: /spec}
patchesStrategicMerge:
- other.yaml
- |
  apiVersion: v1
  kind: Pod
  metadata: {name: a}
  spec: {containers: [{name: a, imagePullPolicy: Sometimes}]}
`;
	const found = diagnose(read(text, undefined, { isKustomization: true }), NEWEST);
	assert.deepEqual(
		found.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
		[
			['decode/unknown-field', 'replica'],
			['container/pull-policy', 'Sometimes'],
		],
	);
	const headed = `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${text}`;
	assert.equal(diagnose(read(headed), NEWEST).length, 2);
	assert.equal(diagnose(read(text), NEWEST).length, 0);
});

test('a part need not say what it is merged into, but what says it is spelt right', () => {
	const part = 'spec: {template: {spec: {containers: [{name: a, image: b}]}}}\n';
	assert.deepEqual(said(`kind: Deployment\nmetadata: {name: a}\n${part}`), []);
	assert.deepEqual(said(part), []);
	assert.match(said(`apiVerson: apps/v1\nkind: Deployment\nmetadata: {name: a}\n${part}`)[0] ?? '', /^Object 'apiVersion' is missing/);
	assert.match(said(`apiVersion: apps/v1\nknd: Deployment\nmetadata: {name: a}\n${part}`)[0] ?? '', /^Object 'Kind' is missing/);
});
