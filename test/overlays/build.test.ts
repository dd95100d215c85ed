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
	says({ 'overlay/kustomization.yaml': 'helmCharts: [{name: a}]\n' }, /Helm charts are not rendered/);
	says({ 'overlay/kustomization.yaml': 'resource: [a.yaml]\n' }, /unknown field "resource"/);
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatches: [{patch: "kind: A\\nmetadata: {name: b}"}]\n' }, /no matches for Id/);
	says({ 'overlay/kustomization.yaml': 'namePrefix: a-\npatchesStrategicMerge:\n  -\n' }, /patch appears to be empty; files=\[\], Patch=/);
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
	assert.equal(cut('  a: |\n    x\n# y'), '  a: |\n    x\n');
	assert.equal(cut('  a: |\n    x\n  b: x'), '  a: |\n    x\n  b: x\n');
	assert.equal(cut('  a: |\n    x\n---\n'), '  a: |\n    x\n');
});
