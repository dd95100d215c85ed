import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build } from '../../server/src/overlays/build/build';
import { isFault } from '../../server/src/overlays/build/object';
import { filesIn } from './files';

const ROOT = path.resolve('test/conformance/overlays');

const built = (files: ReadonlyMap<string, string>, folder = '/w/overlay') => {
	const result = build((file) => (files.has(file) ? new TextEncoder().encode(files.get(file)) : undefined), folder);
	return isFault(result) ? `error: ${result.error}\n` : result;
};

for (const name of readdirSync(ROOT).filter((file) => file.endsWith('.in.yaml'))) {
	test(`an overlay is built as kustomize builds it: ${name}`, () => {
		const expected = readFileSync(path.join(ROOT, name.replace('.in.', '.out.')), 'utf8');
		assert.equal(built(filesIn(readFileSync(path.join(ROOT, name), 'utf8'))), expected);
	});
}

test('what cannot be built is refused, and says why', () => {
	const says = (files: Readonly<Record<string, string>>, why: RegExp): void => {
		assert.match(built(new Map(Object.entries(files).map(([file, text]) => [`/w/${file}`, text]))), why);
	};
	says({}, /unable to find one of 'kustomization.yaml'/);
	says({ 'overlay/kustomization.yaml': 'resources: [../overlay]\n' }, /cycle detected/);
	says({ 'overlay/kustomization.yaml': 'resources: [../../../../../etc]\n' }, /leads out of the files/);
	says({ 'overlay/kustomization.yaml': 'resources: [../a.yaml]\n', 'a.yaml': 'kind: A\nmetadata: {name: a}\n' }, /security; file/);
	says({ 'overlay/kustomization.yaml': 'resources: [https://example.com/base]\n' }, /is remote/);
	says({ 'overlay/kustomization.yaml': 'openapi: {version: v1.20.4}\n' }, /the specified OpenAPI version is not built in/);
	const schema = { 'overlay/schema.json': '{"definitions": ' };
	says({ 'overlay/kustomization.yaml': 'openapi: {path: schema.json, version: v1.21.2}\n', ...schema }, /cannot use both/);
	says({ 'overlay/kustomization.yaml': 'openapi: {path: schema.json}\n', ...schema }, /invalid schema file: unexpected EOF/);
	const definition = { 'overlay/crd.yaml': 'kind: CustomResourceDefinition\n' };
	says({ 'overlay/kustomization.yaml': 'crds: [crd.yaml]\n', ...definition }, /unable to parse open API definition from 'crd.yaml'/);
	says({ 'overlay/kustomization.yaml': 'helmCharts: [{name: a}]\n' }, /Helm charts are not rendered/);
	says({ 'overlay/kustomization.yaml': 'resource: [a.yaml]\n' }, /unknown field "resource"/);
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatches: [{patch: "kind: A\\nmetadata: {name: b}"}]\n' }, /no matches for Id/);
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatchesStrategicMerge:\n  -\n' }, /patch appears to be empty; files=\[\], Patch=/);
});

test('a built-in plug-in that is not as it should be is refused, and says why', () => {
	const says = (plugin: string, why: RegExp, field = 'transformers', apiVersion = 'builtin'): void => {
		const namespace = plugin.includes('Namespace') ? 'prod' : '""';
		const files = {
			'kustomization.yaml': `resources: [a.yaml]\n${field}: [plugin.yaml]\n`,
			'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, args: [x]}]}\n',
			'plugin.yaml': `apiVersion: ${apiVersion}\nmetadata: {name: p, namespace: ${namespace}}\n${plugin}\n`,
		};
		assert.match(built(new Map(Object.entries(files).map(([file, text]) => [`/w/overlay/${file}`, text]))), why);
	};
	says('kind: Robot', /external plugins disabled; unable to load external plugin 'Robot'/, 'transformers', 'example.com/v1');
	says('kind: SortOrderTransformer', /unable to load builtin SortOrderTransformer/);
	says('kind: ConfigMapGenerator', /ConfigMapGenerator.builtin.\[noGrp\]\/p.\[noNs\] not a transformer/);
	says('kind: LabelTransformer', /LabelTransformer.builtin.\[noGrp\]\/p.\[noNs\] not a generator/, 'generators');
	says('kind: IAMPolicyGenerator\ncloud: aws', /cloud provider aws not supported yet/, 'generators');
	says('kind: PrefixTransformer\nprefix: a-', /fieldSpecs is not expected to be nil/);
	says('kind: PatchJson6902Transformer\njsonOp: "[]"\ntarget: {kind: Pod}', /must specify the target name/);
	says('kind: PatchTransformer\ntarget: {kind: Pod}\npatch: "[{op: remove, path: /spec}]"', /unable to parse SM or JSON patch/);
	says('kind: ValueAddTransformer\nvalue: v', /must specify at least one target/);
	says('kind: ValueAddTransformer\ntargets: [{fieldPath: "spec/containers/*/image"}]', /wildcard is not supported/);
	says('kind: ValueAddTransformer\ntargets: [{fieldPath: spec/containers}]', /expected ScalarNode but was SequenceNode/);
	says(
		'kind: LabelTransformer\nlabels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]',
		/validator shouldn't modify the resource map/,
		'validators',
	);
	for (const list of [
		'kind: NamespaceTransformer\nfieldSpecs: [{path: spec/containers/args}]',
		'kind: SuffixTransformer\nsuffix: -s\nfieldSpecs: [{path: spec/containers/args}]',
		'kind: ImageTagTransformer\nimageTag: {name: x, newTag: y}\nfieldSpecs: [{path: spec/containers/args}]',
		'kind: ReplicaCountTransformer\nreplica: {name: a, count: 1}\nfieldSpecs: [{path: spec/containers/args}]',
	])
		says(list, /expected ScalarNode but was SequenceNode/);
});

test('what builds an object is named on it by its version', () => {
	const files = new Map([
		['/w/overlay/kustomization.yaml', 'resources: [a.yaml]\nbuildMetadata: [managedByLabel]\n'],
		['/w/overlay/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'],
	]);
	assert.match(built(files), /app\.kubernetes\.io\/managed-by: kustomize-v5\.\d+\.\d+\n/);
});

test('a block of text that a file ends in the midst of ends without a line break', () => {
	const cut = (data: string): string => {
		const files = {
			'overlay/kustomization.yaml': 'resources: [a.yaml]\n',
			'overlay/a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${data}`,
		};
		const text = built(new Map(Object.entries(files).map(([file, one]) => [`/w/${file}`, one])));
		return text.slice(text.indexOf('data:\n') + 6, text.indexOf('kind:'));
	};
	assert.equal(cut('  a: |\n    x\n    y'), '  a: |-\n    x\n    y\n');
	assert.equal(cut('  a: |\n    x\n    y\n    '), '  a: |\n    x\n    y\n');
	assert.equal(cut('  a: |+\n    x\n  b: >\n    y\n    z'), '  a: |\n    x\n  b: y z\n');
	assert.equal(cut('  a: |+\n    x\n    '), '  a: |\n    x\n');
	assert.equal(cut('  a: |+\n    x\n# y'), '  a: |\n    x\n');
	assert.equal(cut('  a: |\n    x\n      '), '  a: "x\\n  "\n');
	assert.equal(cut('  a: |\n    x\n      \n    '), '  a: "x\\n  \\n"\n');
	assert.equal(cut('  a: |2\n      '), "  a: '  '\n");
	assert.equal(cut('  a: |\n    x\n# y'), '  a: |\n    x\n');
	assert.equal(cut('  a: |\n    x\n  b: x'), '  a: |\n    x\n  b: x\n');
	assert.equal(cut('  a: |\n    x\n---\n'), '  a: |\n    x\n');
});

test('types of crds that hold themselves twice are followed to an end', () => {
	const held = { $ref: 'example.U' };
	const types = {
		'example.Fleet': { Schema: { properties: { kind: {}, apiVersion: {}, metadata: {}, spec: held } } },
		'example.U': { Schema: { properties: { a: held, b: held, name: { 'x-kubernetes-identity': '' } } } },
	};
	const files = new Map([
		['/w/overlay/kustomization.yaml', 'namePrefix: a-\nresources: [fleet.yaml]\ncrds: [crd.json]\n'],
		['/w/overlay/fleet.yaml', 'apiVersion: example/v1\nkind: Fleet\nmetadata: {name: f}\nspec: {name: one, a: {name: two}}\n'],
		['/w/overlay/crd.json', JSON.stringify(types)],
	]);
	assert.equal(built(files), 'apiVersion: example/v1\nkind: Fleet\nmetadata:\n  name: a-f\nspec:\n  a:\n    name: a-two\n  name: a-one\n');
});
