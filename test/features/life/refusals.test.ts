/** Patches and manifests that the API server would refuse: told as a moment, in its words, and the life goes on as if nobody had asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { simulateManifest } from '../../../server/src/features/life/simulate';
import { read } from '../../../server/src/manifest/read';
import type { Life } from '../../../server/src/protocol/life';
import type { Action } from '../../../server/src/simulator/scenario';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: app, image: "b:1"}]}\n';
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: "b:1"}]}
`;

function live(manifest: string, ...actions: readonly Omit<Action, 'at'>[]): Life {
	const scenario = { until: '1m', actions: actions.map((action) => ({ at: '30s', ...action })) };
	const life = simulateManifest(read(manifest), { uri: '', document: 0, scenario }, { version: 37, judged: (one) => judge(one, 37) }, () => NOWHERE);
	assert.equal(life.kind, 'life', JSON.stringify(life));
	return life as Life;
}

const patch = (body: unknown, more: Partial<Action> = {}): Omit<Action, 'at'> => ({ do: 'patch', body, ...more });
const json = (...operations: readonly object[]) => patch(operations, { type: 'json' });
const container = (fields: object) => ({ spec: { containers: [{ name: 'app', ...fields }] } });

/** What is asked of the pod, and how the server refuses it. */
const REFUSED: readonly (readonly [string, Omit<Action, 'at'>, RegExp])[] = [
	['no body', { do: 'patch' }, /^invalid JSON patch$/],
	['an empty body', patch(null), /^invalid JSON patch$/],
	['a body that is none', patch('x'), /^json: cannot unmarshal string into Go value of type map\[string\]interface \{\}$/],
	['all removed', json({ op: 'remove', path: '' }), /^remove operation does not apply: doc is missing path: "": missing value$/],
	['all replaced by nothing', json({ op: 'replace', path: '', value: null }), /^replace operation value must be object or array/],
	['a path that is not there', json({ op: 'remove', path: '/spec/hostAliases/0' }), /missing path: "\/spec\/hostAliases\/0"/],
	['containers that are null', patch({ spec: { containers: null } }), /spec\.containers: (Required|Forbidden)/],
	['containers removed', json({ op: 'remove', path: '/spec/containers' }), /spec\.containers/],
	[
		'containers that are no list',
		patch({ spec: { containers: 'x' } }, { type: 'merge' }),
		/^json: cannot unmarshal string into Go struct field PodSpec\.spec\.containers/,
	],
	['the same, to resize', patch({ spec: { containers: 'x' } }, { type: 'merge', subresource: 'resize' }), /^json: cannot unmarshal string/],
	[
		'an image that is a number',
		patch(container({ image: 5 })),
		/^json: cannot unmarshal number into Go struct field Container\.spec\.containers\.image of type string$/,
	],
	[
		'init containers that are a number',
		patch({ spec: { initContainers: 5 } }),
		/^json: cannot unmarshal number into Go struct field PodSpec\.spec\.initContainers/,
	],
	['ephemeral containers that are a number', patch({ spec: { ephemeralContainers: 5 } }), /^json: cannot unmarshal number/],
	['a container without a name', patch({ spec: { containers: [{ image: 'c' }] } }), /^map: map\[image:c\] does not contain declared merge key: name$/],
	[
		'another container',
		patch({ spec: { containers: [{ name: 'more', image: 'c' }] } }),
		/^spec\.containers: Forbidden: pod updates may not add or remove containers$/,
	],
	[
		'a field that may not change',
		patch({ spec: { hostname: 'h' } }),
		/^spec: Forbidden: pod updates may not change fields other than `spec\.containers\[\*\]\.image`/,
	],
	['an image of spaces', patch(container({ image: ' b ' })), /must not have leading or trailing whitespace/],
	[
		'a longer deadline',
		patch({ spec: { activeDeadlineSeconds: -1 } }),
		/^\[spec\.activeDeadlineSeconds: Invalid value: -1: must be between 1 and 2147483647, inclusive, spec\.activeDeadlineSeconds: /,
	],
	['another name', patch({ metadata: { name: 'other' } }), /^the name of the object \(other\) does not match the name on the URL \(a\)$/],
	['a label that is none', patch({ metadata: { labels: { app: 'a b' } } }), /^metadata\.labels: Invalid value: "a b"/],
	[
		'another image by resize',
		patch(container({ resources: { requests: { 'ephemeral-storage': '1Gi' } } }), { subresource: 'resize' }),
		/^spec: Forbidden: only cpu and memory resources are mutable$/,
	],
	[
		'another QoS class',
		patch(container({ resources: { requests: { cpu: '1' } } }), { subresource: 'resize' }),
		/Pod QOS Class may not change as a result of resizing/,
	],
	['a subresource that is none', patch({}, { subresource: 'size' }), /^the server could not find the requested resource$/],
	['a node that is not there', patch({}, { target: 'Node/other' }), /^nodes "other" not found$/],
	['all of a node removed', { ...json({ op: 'remove', path: '' }), target: 'Node/node-1' }, /^remove operation does not apply/],
	['taints that are no list', patch({ spec: { taints: 5 } }, { target: 'Node/node-1' }), /NodeSpec\.spec\.taints of type \[\]v1\.Taint$/],
	['a taint without an effect', patch({ spec: { taints: [{ key: 'a' }] } }, { target: 'Node/node-1' }), /^spec\.taints\[0\]\.effect: Unsupported value: ""/],
	['a pod that is not there', { do: 'delete', target: 'Pod/other' }, /^pods "other" not found$/],
	['a policy that is not there', { do: 'delete', target: 'NetworkPolicy/x' }, /^networkpolicies "x" not found$/],
];

const untouched = live(POD);
for (const [name, action, says] of REFUSED)
	test(`refused: ${name}`, () => {
		const { trace, sentences } = live(POD, action);
		const [told, ...others] = trace.story.moments.filter(({ code }) => code === 'action/refused');
		assert.match(String(told?.args['message']), says);
		assert.deepEqual(others, []);
		assert.equal(told?.t, 30);
		assert.match(sentences[told.id]?.en ?? '', /^The API server refuses to (patch|delete), and nothing changes: /);
		assert.deepEqual(trace.timeline, untouched.trace.timeline, 'the life goes on');
	});

test('what a workload may not become is refused as well', () => {
	const before = live(DEPLOYMENT);
	const cases: readonly (readonly [object, RegExp])[] = [
		[{ spec: { template: { spec: { containers: 5 } } } }, /^json: cannot unmarshal number into Go struct field PodSpec\.spec\.template\.spec\.containers/],
		[{ spec: { selector: { matchLabels: { app: 'other' } } } }, /field is immutable/],
		[{ spec: { replicas: -1 } }, /^spec\.replicas: Invalid value: -1: must be greater than or equal to 0$/],
		[{ spec: null }, /spec/],
	];
	for (const [body, says] of cases)
		for (const target of ['owner', 'Deployment/web']) {
			const { trace } = live(DEPLOYMENT, patch(body, { target }));
			assert.match(String(trace.story.moments.find(({ code }) => code === 'action/refused')?.args['message']), says);
			assert.deepEqual(trace.owner, before.trace.owner);
			assert.deepEqual(trace.pods, before.trace.pods);
		}
});

test('what the server lets through happens', () => {
	const changed = live(POD, patch(container({ image: 'c:2' })));
	assert.deepEqual(
		changed.trace.story.moments.filter(({ code }) => code === 'pod/changed').map(({ args }) => args['what']),
		['app: image'],
	);
	assert.equal(changed.trace.timeline?.at(-1)?.containers?.['app']?.image, 'c:2');
	const unknown = live(POD, patch({ spec: { imagee: 'x' } }));
	assert.deepEqual(
		unknown.trace.story.moments.filter(({ code }) => code === 'action/refused'),
		[],
		'a field that nobody knows is dropped',
	);
	const debug = patch({ spec: { ephemeralContainers: [{ name: 'debug', image: 'd:1' }] } }, { subresource: 'ephemeralcontainers' });
	assert.ok(live(POD, debug).trace.timeline?.at(-1)?.ephemeralContainers?.['debug']);
	const limits = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: app, image: "b:1", resources: {requests: {cpu: 100m}}}]}\n';
	const resized = live(limits, patch(container({ resources: { requests: { cpu: '200m' } } }), { subresource: 'resize' }));
	assert.ok(resized.trace.story.moments.some(({ code }) => code === 'resize/done'));
	assert.equal(live(DEPLOYMENT, patch({ spec: { replicas: 2 } }, { target: 'Deployment/web' })).trace.pods?.length, 2);
});

test('an ephemeral container stays as it is', () => {
	const debug = (image: string) => patch({ spec: { ephemeralContainers: [{ name: 'debug', image }] } }, { subresource: 'ephemeralcontainers' });
	const { trace } = live(POD, debug('d:1'), debug('d:2'));
	assert.match(
		String(trace.story.moments.find(({ code }) => code === 'action/refused')?.args['message']),
		/^spec\.ephemeralContainers: Forbidden: existing ephemeral containers "debug" may not be changed$/,
	);
});

test('a neighbour that the server does not take is told, and not there', () => {
	const told = (text: string, ...actions: readonly Omit<Action, 'at'>[]) =>
		live(`${POD}${text}`, ...actions)
			.trace.story.moments.filter(({ code }) => code === 'object/refused')
			.map(({ args }) => args);
	assert.deepEqual(told('---\napiVersion: v2\nkind: Pod\nspec: {containers: {}}\n'), [
		{ kind: 'Pod', name: '', message: 'no matches for kind "Pod" in version "v2"' },
	]);
	assert.deepEqual(told('---\napiVersion: v2\nkind: Pod\nspec: {volumes: 5, containers: []}\n').length, 1);
	const create = (manifest: string): Omit<Action, 'at'> => ({ do: 'create', manifest });
	assert.match(String(told('', create('apiVersion: v2\nkind: Pod\nspec: {containers: {}}'))[0]?.['message']), /no matches/);
	assert.match(
		String(told('', create('apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: []}'))[0]?.['message']),
		/^spec\.containers: Required value/,
	);
	assert.match(String(told('', create('apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: 5}'))[0]?.['message']), /cannot unmarshal number/);
	for (const manifest of ['', '# nothing', '{{ x }}'])
		assert.match(
			String(live(POD, create(manifest)).trace.story.moments.find(({ code }) => code === 'action/refused')?.args['message']),
			/^no objects passed to create$/,
		);
});

test('a pod that is created is told apart from the first, however its manifest is written', () => {
	for (const manifest of [
		'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [{name: c, image: "d:1"}]}',
		'{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "x"}, "spec": {"containers": [{"name": "c", "image": "d:1"}]}}',
	]) {
		const { moments } = live(POD, { do: 'create', manifest }).trace.story;
		assert.ok(moments.length > 8);
		assert.deepEqual(
			moments.filter(({ pod }) => pod === undefined),
			[],
		);
	}
});

test('why a manifest is refused is told as in the editor: by its version', () => {
	const whys = (manifest: string): string => {
		const answer = simulateManifest(read(manifest), { uri: '', document: 0 }, { version: 33, judged: (one) => judge(one, 33) }, () => NOWHERE);
		return answer.kind === 'refused' ? answer.errors.map(({ why }) => why?.en ?? '').join('\n') : answer.kind;
	};
	assert.match(whys(POD.replace('name: app', 'name: app, restartPolicyRules: []')), /since 1\.34; you look at 1\.33/);
	assert.match(whys(POD.replace('image:', 'imagee:')), /Did you mean `image`\?/);
});
