import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { definition as definitionIn, references } from '../../../server/src/features/navigate/navigate';
import { outline } from '../../../server/src/features/navigate/outline';
import { renamable as renamableIn, rename as renameIn, renameRefusal } from '../../../server/src/features/navigate/rename';
import { alone } from '../../../server/src/features/navigate/workspace';
import { type File, read } from '../../../server/src/manifest/read';
import type { Range } from '../../../server/src/yaml/node';
import type { Edit } from '../../../server/src/yaml/text-edit';

const sidecar = readFileSync('examples/sidecar.yaml', 'utf8');
const web = readFileSync('examples/web.yaml', 'utf8');
const lineOf = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset) + 1, text.indexOf('\n', offset)).trim();

const definition = (file: File, offset: number): readonly Range[] => definitionIn(...alone(file), offset).map(({ range }) => range);
const usages = (file: File, offset: number): readonly Range[] =>
	references(...alone(file), offset)
		.map(({ range }) => range)
		.toSorted((a, b) => a.start - b.start);
const renamable = (file: File, offset: number) => renamableIn(...alone(file), offset);
const rename = (file: File, offset: number, name: string): readonly Edit[] | undefined =>
	renameIn(...alone(file), offset, name)
		?.flatMap(({ edits }) => edits)
		.toSorted((a, b) => a.range.start - b.range.start);

test('a mount leads to its volume, and the volume to its mounts', () => {
	const mount = sidecar.indexOf('logs');
	assert.deepEqual(
		definition(read(sidecar), mount).map(({ start }) => start),
		[sidecar.lastIndexOf('logs')],
	);
	assert.equal(usages(read(sidecar), sidecar.lastIndexOf('logs')).length, 3);
});

test('a port belongs to its container', () => {
	const port = web.indexOf('port: http') + 6;
	assert.deepEqual(
		definition(read(web), port).map(({ start }) => lineOf(web, start)),
		['- name: http'],
	);
});

test('a rename changes every use', () => {
	const edits = rename(read(sidecar), sidecar.indexOf('logs'), 'journal') ?? [];
	const renamed = [...edits].reverse();
	const text = renamed.reduce((now, { range, text: name }) => now.slice(0, range.start) + name + now.slice(range.end), sidecar);
	assert.equal(text.match(/name: journal/g)?.length, 3);
	assert.equal(rename(read(sidecar), sidecar.indexOf('emptyDir'), 'x'), undefined);
});

test('only a name that is given in the file is renamed, and to something that stays one', () => {
	const pod =
		'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n  - name: a\n    image: b\n    livenessProbe: { httpGet: { port: 80 } }\n    volumeMounts:\n    - { name: gone, mountPath: /a }\n';
	const file = read(pod);
	const container = pod.lastIndexOf('name: a') + 6;
	const found = renamable(file, container);
	assert.deepEqual([found?.name, found?.range], ['a', { start: container, end: container + 1 }]);
	assert.equal(renamable(file, pod.indexOf('80')), undefined);
	assert.equal(rename(file, pod.indexOf('gone'), 'data'), undefined);
	assert.equal(rename(file, container, ' '), undefined);
	assert.deepEqual(
		rename(file, container, 'yes')?.map(({ text }) => text),
		['"yes"'],
	);
});

/** A text after the name at its first `from` is renamed. */
function renamed(text: string, from: string, to: string): string {
	const edits = rename(read(text), text.indexOf(from), to) ?? [];
	return edits.toReversed().reduce((now, { range, text: name }) => now.slice(0, range.start) + name + now.slice(range.end), text);
}

test('a rename leaves a document, however the name is written', () => {
	const pod = (name: string): string => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: ${name}\n    image: b\n`;
	assert.equal(renamed(pod('|\n      app'), 'app', 'web'), pod('web').replace('web\n', 'web\n'));
	assert.equal(renamed(pod('>-\n      app\n'), 'app', 'web'), pod('web\n'));
	assert.equal(renamed(pod('!!str app'), 'app', 'web'), pod('!!str web'));
	assert.equal(renamed(pod('"app" # ours'), 'app', 'on'), pod('"on" # ours'));
	assert.equal(renamed(pod("'app'"), 'app', "it's"), pod("'it''s'"), 'quotes stay what they are');
	const flow = 'apiVersion: v1\nkind: Pod\nspec: { containers: [{ name: app, image: b }] }\n';
	assert.equal(renamed(flow, 'app,', 'a, b'), flow.replace('app', '"a, b"'));
	assert.equal(renamed(pod('!!binary YXBw'), 'YXBw', 'web'), pod('!!binary YXBw'), 'what stands there is not the name');
});

test('a container is renamed in the annotations that end with its name', () => {
	const annotated = (name: string, key: string): string =>
		`apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    ${key}: unconfined\nspec:\n  containers:\n  - name: ${name}\n    image: b\n`;
	const key = 'container.apparmor.security.beta.kubernetes.io/';
	assert.equal(renamed(annotated('app', `${key}app`), 'app\n', 'web'), annotated('web', `${key}web`));
	assert.equal(renamed(annotated('app', `"${key}app"`), 'app\n', 'web'), annotated('web', `"${key}web"`));
	const text = annotated('app', `${key}app`);
	assert.deepEqual(
		usages(read(text), text.lastIndexOf('app')).map(({ start, end }) => text.slice(start, end)),
		['app', 'app'],
	);
});

test('the outline names manifests, containers and volumes', () => {
	const [pod] = outline(read(sidecar));
	assert.deepEqual(
		[pod?.name, pod?.detail, pod?.children.map(({ name, detail }) => `${name} ${detail}`)],
		['Pod/shop', '', ['log-shipper fluent/fluent-bit:3.1', 'shop registry.example/shop:2.4', 'logs emptyDir']],
	);
	assert.deepEqual(
		outline(read(readFileSync('examples/stateful-set.yaml', 'utf8')))[0]?.children.map(({ kind }) => kind),
		['container', 'claim'],
	);
});

test('a container is renamed in the annotation that points kubectl to it', () => {
	const job = `apiVersion: batch/v1
kind: Job
metadata: { name: a, annotations: { kubectl.kubernetes.io/default-container: app } }
spec:
  template:
    metadata: { annotations: { kubectl.kubernetes.io/default-container: app } }
    spec:
      containers:
      - name: app
        image: b
`;
	const lines = usages(read(job), job.lastIndexOf('name: app') + 6).map(({ start }) => job.slice(0, start).split('\n').length);
	assert.deepEqual(lines, [6, 9]);
});

test('an outline is whole whatever the names: none, or from elsewhere', () => {
	const set = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: &name a }
spec:
  template:
    spec:
      containers:
      - name: *name
        image: b
  volumeClaimTemplates:
  - metadata: { name: "" }
  - metadata: {}
`;
	const [symbol] = outline(read(set));
	const [container, ...others] = symbol?.children ?? [];
	assert.deepEqual([container?.name, others.length], ['a', 0]);
	assert.ok(container && container.range.start <= container.selection.start && container.selection.end <= container.range.end);
});

test('a part that came by an alias from above lies within what holds it', () => {
	const job = (name: string, pod: string): string => `- apiVersion: batch/v1\n  kind: Job\n  metadata: { name: ${name} }\n  spec:\n    template: ${pod}\n`;
	const text = `apiVersion: v1\nkind: List\nitems:\n${job('a', '&pod { spec: { containers: [{ name: app, image: b }] } }')}${job('b', '*pod')}`;
	const [, symbol] = outline(read(text));
	assert.deepEqual(
		symbol?.children.map(({ name, range }) => [name, text.slice(range.start, range.end)]),
		[['app', 'b']],
	);
});

test('in a broken text too, what is inside lies within what holds it', () => {
	const text = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    |x:\n      y: *a\n    value: {z: true';
	for (const symbol of outline(read(text))) {
		for (const { range } of symbol.children) assert.ok(symbol.range.start <= range.start && range.end <= symbol.range.end, JSON.stringify(symbol));
	}
	assert.equal(outline(read(text))[0]?.children.length, 1);
});

test('what may be the name of a Service depends on the version', () => {
	const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\n';
	const refusal = (name: string, version: number): string | undefined => renameRefusal(...alone(read(service)), service.indexOf('web'), { name, version })?.en;
	assert.match(refusal('2-webs', 35) ?? '', /DNS-1035 label/);
	assert.equal(refusal('2-webs', 36), undefined);
	assert.match(refusal('web.prod', 37) ?? '', /must not contain dots/);
});
