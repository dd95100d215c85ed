import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply } from '../../server/src/manifest/apply';
import type { Json } from '../../server/src/schema/json';
import { NEWEST } from '../../server/src/schema/schema';

/** The spec of a pod after `modified` was applied over `live`, when `original` had been applied before. */
function spec(original: Json, modified: Json, live: Json = original): unknown {
	const result = apply({ spec: original }, { spec: modified }, { spec: live }, 'Pod', NEWEST);
	return 'object' in result ? result.object.spec : result.fault;
}

const names = (...all: string[]) => all.map((name) => ({ name }));

test('what the manifest says is set, what it no longer says goes, what others said stays', () => {
	assert.deepEqual(spec({ hostname: 'a', subdomain: 'b' }, { hostname: 'c' }, { hostname: 'a', subdomain: 'b', nodeName: 'n' }), {
		hostname: 'c',
		nodeName: 'n',
	});
	assert.deepEqual(spec({}, { hostname: 'a' }, { hostname: 'other' }), { hostname: 'a' });
	assert.deepEqual(spec({ nodeSelector: { a: '1', b: '2' } }, { nodeSelector: { a: '3' } }, { nodeSelector: { a: '1', b: '2', c: '4' } }), {
		nodeSelector: { a: '3', c: '4' },
	});
	assert.deepEqual(spec({ securityContext: { runAsUser: 1 } }, {}), {});
	assert.deepEqual(spec({ hostname: 'a' }, { hostname: null }), {}, 'null takes away');
});

test('lists of maps merge by their key', () => {
	const original = { containers: [{ name: 'a', image: '1', args: ['x'] }] };
	const live = { containers: [{ name: 'a', image: '1', args: ['x'], imagePullPolicy: 'Always' }, { name: 'injected' }] };
	assert.deepEqual(spec(original, { containers: [{ name: 'a', image: '2' }] }, live), {
		containers: [{ name: 'a', image: '2', imagePullPolicy: 'Always' }, { name: 'injected' }],
	});
	assert.deepEqual(spec(original, { containers: [{ name: 'b' }] }, live), { containers: [{ name: 'injected' }, { name: 'b' }] }, 'b takes the place of a');
	assert.deepEqual(spec(original, {}, live), {}, 'all of the list was ours');
});

test('of a merge key that is there twice the first writing wins where the list is live already', () => {
	const env = (...values: string[]) => ({ containers: [{ name: 'a', env: values.map((value) => ({ name: 'A', value })) }] });
	assert.deepEqual(spec(env('0'), env('1', '2')), env('1'));
	assert.deepEqual(spec(env('0'), env('1', '2', '3')), env('1'));
	assert.deepEqual(spec({}, env('1', '2')), env('1', '2'), 'a list that is new is taken as it is');
});

test('the order is the manifest’s, with the others woven in', () => {
	const order = (original: string[], modified: string[], live: string[]) => {
		const merged = spec({ imagePullSecrets: names(...original) }, { imagePullSecrets: names(...modified) }, { imagePullSecrets: names(...live) });
		return (merged as { imagePullSecrets: { name: string }[] }).imagePullSecrets.map(({ name }) => name).join(' ');
	};
	assert.equal(order(['a', 'b', 'c'], ['c', 'a', 'b'], ['a', 'b', 'c']), 'c a b');
	assert.equal(order(['a', 'b'], ['b', 'a', 'd'], ['x', 'a', 'y', 'b', 'z']), 'x y b a d z');
	assert.equal(order(['b'], ['c', 'a'], ['d', 'a', 'b']), 'd c a', 'c stands where b stood');
	assert.equal(order(['a', 'b', 'c'], ['a', 'c'], ['a', 'x', 'b', 'c']), 'a x c');
	assert.equal(order(['b'], ['a', 'b'], ['x', 'b']), 'a x b');
});

test('other lists are replaced', () => {
	const container = (args: string[]) => ({ containers: [{ name: 'a', args }] });
	assert.deepEqual(spec(container(['x', 'y']), container(['y'])), container(['y']));
	assert.deepEqual(spec({ tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'b' }] }), { tolerations: [{ key: 'b' }] });
});

test('a volume that becomes another keeps nothing of what it was', () => {
	const volumes = (volume: object) => ({ volumes: [{ name: 'v', ...volume }] }) as Json;
	assert.deepEqual(
		spec(volumes({ emptyDir: {} }), volumes({ hostPath: { path: '/a' } }), volumes({ emptyDir: { medium: 'Memory' } })),
		volumes({ hostPath: { path: '/a' } }),
	);
});

test('lists of scalars with the strategy merge', () => {
	const finalizers = (original: string[], modified: string[], live: string[]) => {
		const result = apply({ metadata: { finalizers: original } }, { metadata: { finalizers: modified } }, { metadata: { finalizers: live } }, 'Pod', NEWEST);
		return 'object' in result ? (result.object.metadata as { finalizers: string[] }).finalizers.join(' ') : result.fault;
	};
	assert.equal(finalizers(['a', 'b'], ['b', 'c'], ['a', 'b', 'x']), 'b c x');
	assert.equal(finalizers([], ['a'], ['x']), 'a x');
	assert.equal(finalizers(['a'], [], ['a', 'x']), 'x');
	assert.equal(finalizers(['b', 'a'], ['a', 'b'], ['b', 'a']), 'b a', 'sorted lists change no order');
});

test('what cannot be merged', () => {
	assert.equal(spec({ containers: names('a') }, { containers: [{ image: 'x' }] }), 'map: map[image:x] does not contain declared merge key: name');
	assert.equal(spec({ hosts: [1] }, { hosts: [2] }), 'unable to find api field in struct PodSpec for the json field "hosts"');
	assert.match(String(spec({ imagePullSecrets: names('a') }, { imagePullSecrets: [null] })), /^list element types are not identical/);
	assert.deepEqual(spec({ hosts: [1] }, { hosts: [1] }), { hosts: [1] });
});

test('nothing given is changed', () => {
	const [original, modified, live] = [
		{ spec: { containers: names('a') } },
		{ spec: { containers: names('b', 'a') } },
		{ spec: { containers: names('a', 'c') } },
	];
	const before = JSON.stringify([original, modified, live]);
	apply(original, modified, live, 'Pod', NEWEST);
	assert.equal(JSON.stringify([original, modified, live]), before);
});
