import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import { aroundOf } from '../../server/src/manifest/around';
import { read } from '../../server/src/manifest/read';
import { readKustomization, withPluginFiles } from '../../server/src/overlays/kustomization';
import { roleOf } from '../../server/src/overlays/role';
import { NEWEST } from '../../server/src/schema/schema';

/** Kustomizations by the folders that they lie in. */
const all = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([folder, text]) => readKustomization(`${folder}/kustomization.yaml`, text));

test('what a kustomization lists as a patch is one, wherever it lies', () => {
	const kustomizations = all({
		'/w/overlays/prod':
			'resources: [../../base]\npatches:\n- path: patch.yaml\n  target: {kind: Deployment}\n- path: ../../patches/./memory.yaml\n- patch: "- {op: remove}"\n',
		'/w/overlays/old': 'bases: [../../base]\npatchesStrategicMerge:\n- patch.yaml\n- |-\n  kind: Deployment\n',
		'/w/first': 'patches: [patch.yaml]\n',
		'/w/components/x': 'kind: Component\npatches: [{path: patch.yaml}]\n',
		'/w/plugged': `transformers:
- |-
  apiVersion: builtin
  kind: PatchTransformer
  path: sub/one.yaml
  target: {kind: Job}
  ---
  apiVersion: builtin
  kind: PatchStrategicMergeTransformer
  paths: [two.yaml, "{kind: Deployment}"]
- "{apiVersion: builtin, kind: ReplacementTransformer, path: no.yaml}"
- plugin.yaml
`,
	});
	const isPatch = (path: string): boolean => roleOf(path, kustomizations).isPatch;
	for (const path of [
		'/w/overlays/prod/patch.yaml',
		'/w/patches/memory.yaml',
		'/w/overlays/old/patch.yaml',
		'/w/first/patch.yaml',
		'/w/components/x/patch.yaml',
		'/w/plugged/sub/one.yaml',
		'/w/plugged/two.yaml',
	])
		assert.ok(isPatch(path), path);
	for (const path of ['/w/base/deployment.yaml', '/w/patch.yaml', '/w/patches/patch.yaml', '/w/plugged/no.yaml', '/w/plugged/plugin.yaml'])
		assert.ok(!isPatch(path), path);
});

test('what a comment keeps for later, or is called a patch, is one while nobody builds it', () => {
	const kustomizations = all({
		'/w/default':
			'resources: [../base]\n# Enable it.\npatchesStrategicMerge:\n# - auth.yaml\n  # or comment other.yaml\n#- metrics.yaml\nvars:\n# - name.yaml\n',
		'/w/new': 'resources:\n#- later.yaml\n- web_patch.yaml\n#patches:\n#- path: webhook.yaml\n#  target:\n#    kind: Deployment\n#  path: behind.yaml\n',
	});
	const isPatch = (path: string): boolean => roleOf(path, kustomizations).isPatch;
	for (const path of [
		'default/auth.yaml',
		'default/metrics.yaml',
		'new/webhook.yaml',
		'new/behind.yaml',
		'default/webhook_patch.yaml',
		'new/patches/a/b.yaml',
		'new/patch.yaml',
		'new/patch-a.yml',
	])
		assert.ok(isPatch(`/w/${path}`), path);
	for (const path of [
		'default/other.yaml',
		'default/name.yaml',
		'new/later.yaml',
		'new/web_patch.yaml',
		'elsewhere/a_patch.yaml',
		'default/sub/a_patch.yaml',
		'default/dispatcher.yaml',
	])
		assert.ok(!isPatch(`/w/${path}`), path);
});

const BARE = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec: {containers: [{name: app, image: app}]}\n';
const said = (path: string, text: string, files: Readonly<Record<string, string>>): readonly string[] =>
	diagnose(read(text, undefined, aroundOf(path, { kustomizations: all(files), charts: new Set() })), NEWEST).map(({ message }) => message);

test('labels that a kustomization adds are not missed', () => {
	const labels = 'labels: [{pairs: {app: web}, includeSelectors: true}]\n';
	const base = { '/w/base': 'resources: [web.yaml]\n' };
	assert.equal(said('/w/base/web.yaml', BARE, base).length, 2);
	for (const files of [
		{ '/w/base': `resources: [web.yaml]\n${labels}` },
		{ '/w/base': 'resources: [web.yaml]\ncommonLabels: {app: web}\n' },
		{ ...base, '/w/overlays/prod': `resources: [../../base]\n${labels}` },
		{ ...base, '/w/middle': 'bases: [../base]\n', '/w/top': `resources: [../middle]\n${labels}` },
		{ ...base, '/w/top': 'resources: [../base]\ncomponents: [../labelled]\n', '/w/labelled': `kind: Component\n${labels}` },
	])
		assert.deepEqual(said('/w/base/web.yaml', BARE, files), [], JSON.stringify(files));
	// Labels alone make no selector.
	assert.equal(said('/w/base/web.yaml', BARE, { '/w/base': 'resources: [web.yaml]\nlabels: [{pairs: {app: web}}]\n' }).length, 2);
	assert.equal(said('/w/base/other.yaml', BARE, { '/w/base': `resources: [web.yaml]\n${labels}` }).length, 2);
});

test('what a kustomization writes over is not judged', () => {
	const text =
		'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: -web, namespace: NAMESPACE}\nspec:\n  replicas: -1\n  selector: {matchLabels: {a: b}}\n  template:\n    metadata: {labels: {a: b}}\n    spec: {containers: [{name: app, image: app}]}\n';
	const kustomization = (more: string): Readonly<Record<string, string>> => ({ '/w': `resources: [web.yaml]\n${more}` });
	const names = said('/w/web.yaml', text, kustomization(''));
	assert.equal(names.length, 3, names.join('\n'));
	const left = (more: string): readonly string[] =>
		names.filter((message) => !said('/w/web.yaml', text, kustomization(more)).includes(message)).map((message) => message.split(':')[0] ?? '');
	assert.deepEqual(left('namespace: prod\n'), ['metadata.namespace']);
	assert.deepEqual(left('namePrefix: a\n'), ['metadata.name']);
	assert.deepEqual(left('replicas: [{name: -web, count: 3}]\n'), ['spec.replicas']);
	assert.deepEqual(left('images: [{name: other, newTag: v1}]\n'), []);
	const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: " app"}]}\n';
	assert.equal(said('/w/web.yaml', pod, kustomization('images: [{name: other}]\n')).length, 1);
	assert.deepEqual(said('/w/web.yaml', pod, kustomization('images: [{name: " app", newName: app}]\n')), []);
});

test('what patches of its kustomizations give is not missed in a base', () => {
	const base = { '/w/base': 'resources: [web.yaml]\n' };
	const patch =
		'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}}}\n';
	const inline = (text: string, more = ''): string => `resources: [../base]\npatches:\n- patch: ${JSON.stringify(text)}\n${more}`;
	for (const prod of [
		inline(patch),
		`resources: [../base]\npatchesStrategicMerge: [${JSON.stringify(patch)}]\n`,
		inline(patch.replace('name: web', 'name: any'), '  target: {kind: Deployment, name: w.*}\n'),
		inline(
			'- {op: add, path: /spec/selector, value: {matchLabels: {a: b}}}\n- {op: add, path: /spec/template/metadata, value: {labels: {a: b}}}',
			'  target: {name: web}\n',
		),
	])
		assert.deepEqual(said('/w/base/web.yaml', BARE, { ...base, '/w/prod': prod }), [], prod);
	for (const prod of [
		inline(patch.replace('name: web', 'name: other')),
		inline(patch, '  target: {kind: StatefulSet}\n'),
		inline(`${patch}$patch: delete\n`),
		inline('{[', '  target: {kind: Deployment}\n'),
		`patches:\n- patch: ${JSON.stringify(patch)}\n`,
	])
		assert.equal(said('/w/base/web.yaml', BARE, { ...base, '/w/prod': prod }).length, 2, prod);
	// What no patch touches is told as before.
	const wrong = BARE.replace('image: app', 'imagePullPolicy: Sometimes');
	const left = said('/w/base/web.yaml', wrong, { ...base, '/w/prod': inline(patch) });
	assert.deepEqual(
		left.map((message) => message.split(':')[0]),
		['spec.template.spec.containers[0].image', 'spec.template.spec.containers[0].imagePullPolicy'],
	);
});

test('names in `vars` are filled in, others are not', () => {
	const pod =
		'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: app:1, args: [$(HOST), $(PORT)], env: [{name: A, value: $(HOST)}]}]}\n';
	assert.equal(said('/w/pod.yaml', pod, { '/w': 'resources: [pod.yaml]\n' }).length, 3);
	const left = said('/w/pod.yaml', pod, { '/w': 'resources: [pod.yaml]\nvars: [{name: HOST, objref: {kind: Service, name: web}}]\n' });
	assert.equal(left.length, 1, left.join('\n'));
	assert.match(left[0] ?? '', /PORT/);
});

test('circles, nonsense and paths that lead nowhere do no harm', () => {
	const kustomizations = all({
		'/a': 'resources: [../b]\ncomponents: [../a]\n',
		'/b': 'resources: [../a, x.yaml]\n',
		'/c': ': {[',
		'/d': 'resources: {a: b}\npatches: [1, null, [a]]\nlabels: x\nimages: [a]\n',
		'/e': 'resources: [../../../../x.yaml, "https://x/y?z", ""]\n',
	});
	assert.equal(roleOf('/b/x.yaml', kustomizations).changes?.setsNamespace, false);
	assert.equal(roleOf('/x.yaml', kustomizations).isPatch, false);
});

test('a template is what lies in the templates of a chart', () => {
	const around = (path: string) => aroundOf(path, { kustomizations: [], charts: new Set(['/w/chart']) });
	assert.ok(around('/w/chart/templates/a/web.yaml').isInChart);
	assert.ok(!around('/w/chart/values.yaml').isInChart);
	assert.ok(!around('/w/templates/web.yaml').isInChart);
	const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ .Values.name }}"}\n';
	assert.equal(read(text, undefined, { isInChart: true }).silent, 'template');
	assert.equal(read(text).silent, undefined);
});

test('what plug-ins in files and folders name is a patch, with a path from the folder of the kustomization', () => {
	const texts = new Map([
		['/w/k/kustomization.yaml', 'transformers: [plugins/one.yaml, more, gone.yaml]\nconfigurations: [names.yaml]\n'],
		['/w/k/plugins/one.yaml', 'apiVersion: builtin\nkind: PatchTransformer\npath: a.yaml\ntarget: {kind: Job}\n---\n{apiVersion: builtin, kind: X'],
		['/w/k/more/kustomization.yml', 'resources: [two.yaml]\n'],
		['/w/k/more/two.yaml', 'apiVersion: builtin\nkind: PatchStrategicMergeTransformer\npaths: [b.yaml, ../k/c.yaml]\n'],
		['/w/k/names.yaml', 'apiVersion: builtin\nkind: ReplacementTransformer\npath: no.yaml\n'],
	]);
	const textOf = (path: string): string | undefined => texts.get(path);
	const own = readKustomization('/w/k/kustomization.yaml', textOf('/w/k/kustomization.yaml') ?? '');
	const kustomizations = [withPluginFiles(own, textOf)];
	for (const path of ['/w/k/a.yaml', '/w/k/b.yaml', '/w/k/c.yaml']) assert.ok(roleOf(path, kustomizations).isPatch, path);
	for (const path of ['/w/k/no.yaml', '/w/k/plugins/a.yaml', '/w/k/more/b.yaml']) assert.ok(!roleOf(path, kustomizations).isPatch, path);
	assert.deepEqual(roleOf('/w/k/a.yaml', kustomizations).targets, [{ kind: 'Job' }]);
});
