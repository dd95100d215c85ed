import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build, buildWithOrigins } from '../../server/src/overlays/build/build';
import { emitted } from '../../server/src/overlays/build/emit';
import { isFault } from '../../server/src/overlays/build/object';
import type { Parsed } from '../../server/src/overlays/build/read';
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
	const configured = (configuration: string, why: RegExp): void =>
		says(
			{
				'overlay/kustomization.yaml': 'namePrefix: p-\nresources: [a.yaml]\nconfigurations: [c.yaml]\n',
				'overlay/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {list: [{}]}\n',
				'overlay/c.yaml': configuration,
			},
			why,
		);
	configured('apiVersion: v1\nvarReference: []\n', /^error: error unmarshaling JSON: while decoding JSON: json: unknown field "apiVersion"$/m);
	configured('nameReference:\n- kind: Secret\n  fieldSpecs:\n  - {path: spec, apiGroup: apps}\n', /json: unknown field "apiGroup"$/m);
	configured('images: {}\n', /json: cannot unmarshal object into Go struct field TransformerConfig.images of type types.FsSlice$/m);
	configured('namePrefix:\n- {path: data, create: "yes"}\n', /json: cannot unmarshal string into Go struct field FieldSpec.namePrefix.create of type bool$/m);
	configured('namePrefix:\n- {path: data, version: 1}\n', /cannot unmarshal number into Go struct field FieldSpec.namePrefix.Gvk.version of type string$/m);
	configured('nameReference:\n- kind: 5\n  fieldSpecs: []\n', /Go struct field NameBackReferences.nameReference.Gvk.kind of type string$/m);
	// A number is a text where a field of the struct itself wants one.
	configured('namePrefix:\n- {path: 5, create: 1}\n', /cannot unmarshal number into Go struct field FieldSpec.namePrefix.create of type bool$/m);
	configured('namePrefix:\n- {path: true}\n', /^apiVersion: v1\ndata:$/m);
	for (const [kustomization, field, type] of [
		['patches: [{target: {kind: 5}}]', 'Selector.patches.target.ResId.Gvk.kind', 'string'],
		['replacements: [{source: {name: 5}}]', 'SourceSelector.replacements.Replacement.source.ResId.name', 'string'],
		['replacements: [{targets: 5}]', 'ReplacementField.replacements.Replacement.targets', '[]*types.TargetSelector'],
		['replacements: [{source: {options: {index: 1.5}}}]', 'FieldOptions.replacements.Replacement.source.options.index', 'int'],
		['configMapGenerator: [{literals: [5]}]', 'ConfigMapArgs.configMapGenerator.GeneratorArgs.KvPairSources.literals', 'string'],
		['vars: [{objref: {kind: 5}}]', 'Target.vars.objref.Gvk.kind', 'string'],
		['sortOptions: {order: 5}', 'SortOptions.sortOptions.order', 'types.SortOrder'],
		['kind: 5', 'Kustomization.TypeMeta.kind', 'string'],
		['namespace: 5\nimages: 5', 'Kustomization.images', '[]types.Image'],
	] as const)
		says(
			{ 'overlay/kustomization.yaml': kustomization },
			new RegExp(`cannot unmarshal number(?: 1.5)? into Go struct field ${field.replaceAll('.', '\\.')} of type ${type.replace(/[[\]*]/g, '\\$&')}$`, 'm'),
		);
	configured('- namePrefix\n', /json: cannot unmarshal array into Go value of type builtinconfig.TransformerConfig$/m);
	for (const [path, why] of [
		['data/*', 'wildcard is not supported in PathGetter'],
		['data/-1', 'array index -1 cannot be negative'],
		['data/[a=b]', 'wrong node kind: expected SequenceNode but got MappingNode'],
		['data/list/0', 'wrong node kind: expected SequenceNode but got MappingNode'],
		['data/-', 'wrong node kind: expected SequenceNode but got MappingNode'],
		['data/[a]', 'list path element must contain fieldName=fieldValue for element to match'],
	] as const)
		configured(`namePrefix:\n- path: "${path}"\n`, new RegExp(`fieldName: .*: ${why}$`, 'm'));
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatches: [{patch: "kind: A\\nmetadata: {name: b}"}]\n' }, /no matches for Id/);
	says({ 'overlay/kustomization.yaml': '# nothing yet\n' }, /^error: kustomization\.yaml is empty$/m);
	says({ 'overlay/kustomization.yaml': 'kind: Kustomization\nresources:\nnamePrefix: ""\n' }, /^error: kustomization\.yaml is empty$/m);
	says({ 'overlay/kustomization.yaml': 'resources: [a, 1]\n' }, /cannot unmarshal number into Go struct field Kustomization\.resources of type string$/m);
	says({ 'overlay/kustomization.yaml': 'patches: [a]\n' }, /cannot unmarshal string into Go struct field Kustomization\.patches of type types\.Patch$/m);
	says({ 'overlay/kustomization.yaml': 'labels: [{pairs: {a: 1}}]\n' }, /cannot unmarshal number into Go struct field Label\.labels\.pairs of type string$/m);
	says({ 'overlay/kustomization.yaml': '- a.yaml\n' }, /cannot unmarshal array into Go value of type types\.Kustomization/);
	says({ 'overlay/kustomization.yaml': 'resources: []\nsortOptions: {}\n' }, /'sortOptions\.order' must be one of/);
	says({ 'overlay/kustomization.yaml': 'resources: []\nreplacements: [{sourceValue: a, targets: []}]\n' }, /must specify a source and at least one target/);
	const pod = { 'overlay/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n' };
	const patching = (patch: string): string => `resources: [a.yaml]\npatches: [{target: {kind: Pod}, patch: ${JSON.stringify(patch)}}]\n`;
	says({ ...pod, 'overlay/kustomization.yaml': patching('[{"op": "remove", "path": "/kind"}] x') }, /invalid character 'x' after top-level value/);
	says({ ...pod, 'overlay/kustomization.yaml': patching('kind: Pod\nmetadata: {name: a}\nspec: {n: {x: 1, x: 2}}') }, /mapping key "x" already defined/);
	says({ 'overlay/kustomization.yaml': 'resources:\n  - a.yaml\n  -\n', 'overlay/a.yaml': '[]\n' }, /resources from '': .*: new root cannot be empty/);
	says({ 'overlay/kustomization.yaml': 'crds:\n  -\n  - a.json\n' }, /loading CRDs \[ a\.json\]: /);
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatchesStrategicMerge:\n  -\n' }, /patch appears to be empty; files=\[\], Patch=/);
});

test('an object that cannot be one is refused in the words of kustomize', () => {
	const says = (object: string, why: string, more = ''): void => {
		const files = new Map([
			['/w/overlay/kustomization.yaml', `resources: [a.yaml]\n${more}`],
			['/w/overlay/a.yaml', object],
		]);
		const result = built(files);
		assert.ok(result.startsWith('error: ') && result.includes(why), result);
	};
	says('- kind: A', 'missing Resource metadata');
	says('{spec: 5}', 'missing Resource metadata');
	says('{apiVersion: v1, metadata: {name: a}}', 'missing kind in object {{v1 } {{a } map[] map[]}}');
	says('{kind: D, metadata: {namespace: n, labels: {b: c, a: 5}}}', 'missing metadata.name in object {{ D} {{ n} map[a:5 b:c] map[]}}');
	const template = (metadata: string): string =>
		`apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: n}\nspec: {template: {metadata: ${metadata}}}\n`;
	const labels = "considering field 'spec/template/metadata/labels' of object Deployment.v1.apps/a.n: ";
	says(template('{labels: x}'), `${labels}wrong node kind: expected MappingNode but got ScalarNode`, 'commonLabels: {a: b}\n');
	says(template('[{labels: [x]}]'), `${labels}visit traversal on path: [labels]: wrong node kind: expected MappingNode but got Seq`, 'commonLabels: {a: b}\n');
	const patch = 'patches: [{patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a, namespace: n}, spec: [x]}"}]\n';
	says(template('{}'), 'wrong node kind: expected MappingNode but got SequenceNode', patch);
});

test('an empty item among patches is nothing, and all are read before the first is merged', () => {
	const patched = (list: string): string =>
		built(
			new Map([
				['/w/overlay/kustomization.yaml', `resources: [a.yaml]\npatchesStrategicMerge:\n${list}`],
				['/w/overlay/a.yaml', 'kind: D\nmetadata: {name: a}\n'],
				['/w/overlay/patch.yaml', 'kind: D\nmetadata: {name: a}\nspec: 5\n'],
			]),
		);
	assert.match(patched("  -\n  - patch.yaml\n  - ''\n"), /^spec: 5$/m);
	assert.match(patched('  - "{kind: D, metadata: {name: b}}"\n  - "{kind: D}"\n'), /failed to load patch "{kind: D}"/);
});

test('a replacement has to say what the scalar in its place can be', () => {
	const says = (value: string, former: string, why: string): void => {
		const files = new Map([
			['/w/overlay/kustomization.yaml', `resources: [a.yaml]\nreplacements: [{sourceValue: "${value}", targets: [{select: {kind: D}, fieldPaths: [spec]}]}]\n`],
			['/w/overlay/a.yaml', `{kind: D, metadata: {name: a}, spec: ${former}}\n`],
		]);
		assert.equal(built(files), `error: map[string]interface {}(nil): yaml: cannot decode ${why}\n`);
	};
	says('{a: b}', '3', '!!str `{a: b}` as a !!int');
	says('3.0', '3', '!!float `3.0` as a !!int');
	says('true', '2.5', '!!bool `true` as a !!float');
	says('yes', 'true', '!!str `yes` as a !!bool');
	says('5', 'null', '!!int `5` as a !!null');
	says('x', '2015-12-04', '!!str `x` as a !!timestamp');
	says('5', '2015-12-04', '!!int `5` as a !!timestamp');
});

test('no JSON is made of a map with a key that is no text, nor of a time in no zone of a day', () => {
	const says = (metadata: string, data: string, kustomization = ''): string =>
		built(
			new Map([
				['/w/overlay/kustomization.yaml', `resources: [a.yaml]\n${kustomization}`],
				['/w/overlay/a.yaml', `apiVersion: v1\nkind: D\nmetadata: {name: a, ${metadata}}\nspec: {${data}}\n`],
			]),
		);
	const refused = 'error: json: unsupported type: map[interface {}]interface {}\n';
	for (const key of ['1', 'true', '~', '2015-12-04', '1.5', '0x1f', '.inf']) {
		for (const field of ['labels', 'annotations']) assert.equal(says(`${field}: {${key}: v}`, ''), refused, `${field} ${key}`);
		assert.equal(says('', `${key}: v`), refused, key);
		// What is set anew stands without quotes.
		assert.equal(says(`annotations: {"${key}": v}`, ''), refused, key);
		assert.equal(says('', '', `commonLabels: {"${key}": v}\n`), refused, key);
		assert.match(says(`labels: {"${key}": v}`, `"${key}": v`), /^apiVersion/, key);
	}
	const patch = (text: string): string => `patches: [{target: {kind: D}, patch: '${text}'}]\n`;
	assert.match(says('', '', patch('[{"op": "add", "path": "/spec", "value": {"1": "v"}}]')), /^ {2}"1": v$/m);
	assert.equal(says('annotations: {1: v}', '', patch('[{"op": "remove", "path": "/metadata/annotations"}]')), refused);
	assert.match(says('', '', patch('{"apiVersion": "v1", "kind": "D", "metadata": {"name": "a"}, "spec": {"1": "v"}}')), /^ {2}"1": v$/m);
	assert.equal(says('', '', patch('{apiVersion: v1, kind: D, metadata: {name: a}, spec: {1: v}}')), refused);
	for (const key of ['yes', 'a']) assert.match(says(`labels: {${key}: v}, annotations: {${key}: v}`, `${key}: v`), /^apiVersion/, key);
	assert.match(says('', '}\nat: 2015-12-04T01:02:03+24:30\nmore: {'), /^error: json: .* Time.MarshalJSON: timezone hour outside of range \[0,23\]$/m);
});

test('a file is a schema and the types of crds at once, also where what was parsed is kept', () => {
	const properties = { kind: {}, apiVersion: {}, metadata: {}, spec: {} };
	const files: Readonly<Record<string, string>> = {
		'/w/overlay/kustomization.yaml': 'namePrefix: a-\nresources: [fleet.yaml]\ncrds: [types.json]\nopenapi: {path: types.json}\n',
		'/w/overlay/fleet.yaml': 'apiVersion: example/v1\nkind: Fleet\nmetadata: {name: f}\nspec: {name: one}\n',
		'/w/overlay/types.json': JSON.stringify({
			'example.Fleet': { Schema: { properties: { ...properties, spec: { $ref: 'example.Spec' } } } },
			'example.Spec': { Schema: { properties: { name: { 'x-kubernetes-identity': '' } } } },
		}),
	};
	const parsed: Parsed = new Map();
	for (const _ of ['first', 'again']) {
		const result = buildWithOrigins((file) => files[file], '/w/overlay', parsed);
		assert.ok(!isFault(result), isFault(result) ? result.error : '');
		assert.equal(emitted(result.objects[0] ?? {}), 'apiVersion: example/v1\nkind: Fleet\nmetadata:\n  name: a-f\nspec:\n  name: a-one\n');
	}
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
	says('kind: ValueAddTransformer\ntargets: [{fieldPath: spec/containers}]', /expected ScalarNode but got SequenceNode/);
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
		says(list, /expected ScalarNode but got SequenceNode/);
});

test('what builds an object is named on it by its version', () => {
	const files = new Map([
		['/w/overlay/kustomization.yaml', 'resources: [a.yaml]\nbuildMetadata: [managedByLabel]\n'],
		['/w/overlay/a.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'],
	]);
	assert.match(built(files), /app\.kubernetes\.io\/managed-by: kustomize-v5\.\d+\.\d+\n/);
});

test('what stands blank in brackets is printed as an empty text, what says null or stands blank in a line as null', () => {
	const spec = (value: string, kustomization = ''): string =>
		built(
			new Map([
				['/w/overlay/kustomization.yaml', `resources: [a.yaml]\n${kustomization}`],
				['/w/overlay/a.yaml', `kind: D\napiVersion: v1\nmetadata: {name: a}\nspec: ${value}\n`],
			]),
		)
			.split('spec:')
			.slice(1)
			.join();
	for (const blank of ['{a: }', '{a}', '{? a}']) assert.equal(spec(blank), '\n  a: ""\n', blank);
	for (const said of ['{a: ~}', '{a: !!null }', '\n  a:']) assert.equal(spec(said), '\n  a: null\n', said);
	assert.equal(spec('[{a: }, b]'), '\n- a: ""\n- b\n');
	const patch = `{patch: '{kind: D, apiVersion: v1, metadata: {name: a}, spec: {c: 1}}'}`;
	assert.equal(spec('{a: }', `patches: [${patch}]\n`), '\n  c: 1\n');
	const operation = `{target: {kind: D}, patch: '[{"op": "copy", "from": "/spec/a", "path": "/spec/b"}]'}`;
	assert.equal(spec('{a: }', `patches: [${operation}]\n`), '\n  a: ""\n  b: ""\n');
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
