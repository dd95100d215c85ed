import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonMap } from '../../server/src/schema/json';
import { joinPatches, mergePatch, strategicMerge } from '../../server/src/schema/merge';
import { NEWEST } from '../../server/src/schema/schema';

/** What strategicpatch makes of it, or the sentence in which it gives up. */
function patched(object: JsonMap, patch: JsonMap, struct = 'PodSpec'): unknown {
	const result = strategicMerge(object, patch, struct, NEWEST);
	return 'object' in result ? result.object : result.fault;
}

const named = (...names: readonly string[]) => names.map((name) => ({ name }));

test('maps merge, null takes away, scalars and plain lists are replaced', () => {
	assert.deepEqual(
		patched({ hostname: 'a', nodeSelector: { a: '1', b: '2' } }, { hostname: null, nodeSelector: { a: null, c: '3' }, tolerations: [{ key: 'k' }] }),
		{
			nodeSelector: { b: '2', c: '3' },
			tolerations: [{ key: 'k' }],
		},
	);
	assert.deepEqual(patched({ tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'b' }] }), { tolerations: [{ key: 'b' }] });
	assert.deepEqual(
		patched({}, { securityContext: { runAsUser: null, runAsGroup: 1 } }),
		{ securityContext: { runAsGroup: 1 } },
		'nulls of what is new go as well',
	);
});

/** Every list with a merge key of its own: the entry with the same key merges, the other one stays. */
const KEYED: readonly (readonly [string, string, Json])[] = [
	['containers', 'name', 'a'],
	['initContainers', 'name', 'a'],
	['ephemeralContainers', 'name', 'a'],
	['volumes', 'name', 'a'],
	['imagePullSecrets', 'name', 'a'],
	['hostAliases', 'ip', '10.0.0.1'],
	['topologySpreadConstraints', 'topologyKey', 'zone'],
	['resourceClaims', 'name', 'a'],
	['schedulingGates', 'name', 'a'],
];
for (const [list, key, value] of KEYED)
	test(`${list} merge by ${key}`, () => {
		const [one, other] = [
			{ [key]: value, kept: 1 },
			{ [key]: 'other', kept: 2 },
		];
		assert.deepEqual(patched({ [list]: [one, other] }, { [list]: [{ [key]: value, set: 3 }] }), { [list]: [{ ...one, set: 3 }, other] });
		assert.deepEqual(patched({ [list]: [one, other] }, { [list]: [{ [key]: value, $patch: 'delete' }] }), { [list]: [other] });
	});

test('lists within containers', () => {
	const container = (fields: JsonMap) => ({ containers: [{ name: 'a', ...fields }] });
	const after = (live: JsonMap, patch: JsonMap) => patched(container(live), container(patch));
	const ports = [{ containerPort: 80, protocol: 'TCP' }, { containerPort: 81 }];
	assert.deepEqual(
		after({ ports }, { ports: [{ containerPort: 80, name: 'web' }] }),
		container({ ports: [{ ...ports[0], name: 'web' }, { containerPort: 81 }] }),
	);
	assert.deepEqual(
		after({ volumeMounts: [{ mountPath: '/a' }] }, { volumeMounts: [{ mountPath: '/b' }] }),
		container({ volumeMounts: [{ mountPath: '/b' }, { mountPath: '/a' }] }),
	);
	assert.deepEqual(
		after({ volumeDevices: [{ devicePath: '/a' }] }, { volumeDevices: [{ devicePath: '/a', name: 'x' }] }),
		container({ volumeDevices: [{ devicePath: '/a', name: 'x' }] }),
	);
	assert.deepEqual(after({ args: ['a', 'b'] }, { args: ['b'] }), container({ args: ['b'] }));
});

test('$patch: delete and replace, of entries, of lists and of maps', () => {
	const live = { containers: named('a', 'b') };
	assert.deepEqual(patched(live, { containers: [{ name: 'c' }, { $patch: 'replace' }] }), { containers: named('c') });
	assert.deepEqual(patched({ securityContext: { runAsUser: 1, runAsGroup: 2 } }, { securityContext: { $patch: 'replace', runAsUser: 3 } }), {
		securityContext: { runAsUser: 3 },
	});
	assert.deepEqual(patched({ securityContext: { runAsUser: 1 } }, { securityContext: { $patch: 'delete' } }), { securityContext: {} });
	assert.deepEqual(patched({}, { containers: [{ name: 'a', $patch: 'delete' }, { name: 'b' }] }), { containers: named('b') }, 'nothing to delete from');
	assert.equal(patched(live, { containers: [{ name: 'a', $patch: 'merge' }] }), 'merging lists cannot yet be specified in the patch');
	assert.equal(patched(live, { containers: [{ name: 'a', $patch: 'drop' }] }), 'unknown patch type: drop in map: map[$patch:drop name:a]');
});

test('$retainKeys keeps what it names', () => {
	const volume = (fields: JsonMap) => ({ volumes: [{ name: 'v', ...fields }] });
	assert.deepEqual(
		patched(volume({ emptyDir: {} }), volume({ hostPath: { path: '/a' }, $retainKeys: ['name', 'hostPath'] })),
		volume({ hostPath: { path: '/a' } }),
	);
	assert.equal(patched(volume({ emptyDir: {} }), volume({ hostPath: { path: '/a' }, $retainKeys: ['name'] })), 'invalid patch format of retainKeys');
	const strategy = { strategy: { type: 'Recreate', $retainKeys: ['type'] } };
	assert.deepEqual(patched({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } }, strategy, 'DeploymentSpec'), {
		strategy: { type: 'Recreate' },
	});
});

test('$setElementOrder says where entries stand; what it does not name keeps its place', () => {
	const order = (...names: readonly string[]) => ({ '$setElementOrder/containers': named(...names) });
	assert.deepEqual(patched({ containers: named('a', 'b', 'c') }, order('c', 'a')), { containers: named('b', 'c', 'a') });
	assert.deepEqual(patched({ containers: named('a', 'x', 'b') }, { ...order('d', 'b', 'a'), containers: named('d') }), {
		containers: named('d', 'x', 'b', 'a'),
	});
	assert.match(
		String(patched({ containers: named('a') }, { ...order('a', 'b'), containers: named('b', 'a') })),
		/^The order in patch list:\n\[map\[name:b\] map\[name:a\]\]\n doesn't match/,
	);
	assert.equal(patched({}, { '$setElementOrder/containers': 'a' }), 'expected a []interface {}, but received a string');
});

test('lists of scalars that merge', () => {
	const after = (finalizers: string[], patch: JsonMap) => patched({ finalizers }, patch, 'ObjectMeta');
	assert.deepEqual(after(['a', 'b'], { finalizers: ['c', 'a'] }), { finalizers: ['c', 'a', 'b'] });
	assert.deepEqual(after(['a', 'b'], { '$deleteFromPrimitiveList/finalizers': ['a', 'x'] }), { finalizers: ['b'] });
	assert.deepEqual(after(['a', 'b'], { '$setElementOrder/finalizers': ['b', 'a'] }), { finalizers: ['b', 'a'] });
});

test('what cannot be merged', () => {
	assert.equal(patched({ containers: named('a') }, { containers: [{ image: 'x' }] }), 'map: map[image:x] does not contain declared merge key: name');
	assert.equal(patched({ containers: named('a') }, { containers: ['x'] }), 'list element types are not identical: [[map[name:a]] [x]]');
	assert.equal(patched({ containers: [] }, { containers: [['x']] }), 'lists of lists are not supported');
	assert.deepEqual(patched({ containers: named('a') }, { containers: 5 }), { containers: 5 }, 'another type is taken as it is; reading it fails later');
});

test('of a kind that nobody knows the metadata merges, and lists are replaced', () => {
	const object = { metadata: { finalizers: ['a'] }, spec: { taints: [{ key: 'a' }], deep: { kept: 1 } } };
	assert.deepEqual(patched(object, { metadata: { finalizers: ['b'] }, spec: { taints: [{ key: 'b' }], deep: { set: 2 } } }, 'Node'), {
		metadata: { finalizers: ['b', 'a'] },
		spec: { taints: [{ key: 'b' }], deep: { kept: 1, set: 2 } },
	});
});

test('two patches joined do what both do', () => {
	const joined = joinPatches({ containers: [{ name: 'a', $patch: 'delete' }], hostname: null }, { containers: named('b'), subdomain: 's' }, 'PodSpec', NEWEST);
	assert.deepEqual(joined, { object: { containers: [{ name: 'b' }, { name: 'a', $patch: 'delete' }], hostname: null, subdomain: 's' } });
});

test('a JSON merge patch knows no types', () => {
	assert.deepEqual(mergePatch({ a: { b: 1, c: 2 }, list: [{ name: 'a' }] }, { a: { b: null }, list: [{ name: 'b' }] }), {
		object: { a: { c: 2 }, list: [{ name: 'b' }] },
	});
	assert.deepEqual(mergePatch({ a: 1 }, { a: { b: null, c: [{ d: null }] } }), { object: { a: { c: [{}] } } });
	assert.deepEqual(mergePatch({ a: 1 }, [null, { b: null }]), { object: [null, {}] });
	for (const patch of [null, 5, 'x']) assert.deepEqual(mergePatch({ a: 1 }, patch), { fault: 'Invalid JSON Patch' });
});

test('nothing given is changed, and no prototype is', () => {
	const [object, patch] = [
		{ metadata: { finalizers: ['a'] }, spec: { containers: named('a', 'b') } },
		JSON.parse('{"spec": {"containers": [{"name": "b", "$patch": "delete"}], "__proto__": {"x": 1}}}') as JsonMap,
	];
	const before = JSON.stringify([object, patch]);
	strategicMerge(object, patch, 'Pod', NEWEST);
	mergePatch(object, patch);
	assert.equal(JSON.stringify([object, patch]), before);
	assert.equal(({} as { x?: unknown }).x, undefined);
});
