import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateAffinity } from '../../server/src/rules/affinity';
import { podOptions } from '../../server/src/rules/options';
import type { Affinity, NodeSelectorRequirement, PodAffinityTerm } from '../../server/src/schema/generated/types';
import { found } from './found';

const of = (affinity: Affinity, version?: number) =>
	found((walk, at) => validateAffinity(walk, affinity, podOptions(walk, true), at), version).map((line) =>
		line.replace('requiredDuringSchedulingIgnoredDuringExecution', 'required').replace('preferredDuringSchedulingIgnoredDuringExecution', 'preferred'),
	);
const expression = (requirement: NodeSelectorRequirement, version?: number) =>
	of({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } } }, version).map((line) =>
		line.replace('at.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].', ''),
	);
const field = (requirement: NodeSelectorRequirement) =>
	of({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields: [requirement] }] } } }).map((line) =>
		line.replace('at.nodeAffinity.required.nodeSelectorTerms[0].matchFields[0].', ''),
	);
const term = (more: Partial<PodAffinityTerm>) =>
	of({ podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', ...more }] } }).map((line) =>
		line.replace('at.podAffinity.required[0]', 'term'),
	);

test('nodes by their labels', () => {
	const cases: readonly [NodeSelectorRequirement, readonly string[]][] = [
		[{ key: 'a/b', operator: 'In', values: ['c'] }, []],
		[{ key: 'a', operator: 'DoesNotExist' }, []],
		[{ key: 'a', operator: 'Gt', values: ['1'] }, []],
		[{ key: 'a', operator: 'NotIn' }, ["values: Required value: must be specified when `operator` is 'In' or 'NotIn'"]],
		[{ key: 'a', operator: 'Exists', values: ['b'] }, ["values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'"]],
		[{ key: 'a', operator: 'Lt', values: ['1', '2'] }, ["values: Required value: must be specified single value when `operator` is 'Lt' or 'Gt'"]],
		[{ key: 'a', operator: '<' }, ['operator: Invalid value: "\\u003c": not a valid selector operator']],
	];
	for (const [requirement, lines] of cases) assert.deepEqual(expression(requirement), lines, JSON.stringify(requirement));
	assert.equal(expression({ key: 'a b', operator: 'In', values: ['c d'] }).length, 2);
	assert.equal(expression({ key: 'a', operator: 'In', values: ['c d'] }, 32).length, 0);
	assert.deepEqual(of({ nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } }), [
		'at.nodeAffinity.required.nodeSelectorTerms: Required value: must have at least one node selector term',
	]);
});

test('a node by its name', () => {
	assert.deepEqual(field({ key: 'metadata.name', operator: 'In', values: ['node-1'] }), []);
	assert.deepEqual(field({ key: 'metadata.namespace', operator: 'Exists' }), [
		'operator: Invalid value: "Exists": not a valid selector operator',
		'key: Invalid value: "metadata.namespace": not a valid field selector key',
	]);
	assert.deepEqual(field({ key: 'metadata.name', operator: 'In', values: [] }), [
		"values: Required value: must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
	]);
	assert.match(field({ key: 'metadata.name', operator: 'In', values: ['A'] }).join(), /^values\[0]: Invalid value: "A"/);
});

test('what is preferred has a weight, and any label value', () => {
	const preference = { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] };
	const preferred = (weight: number) =>
		of({
			nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference }] },
			podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm: { topologyKey: 'zone' } }] },
		});
	assert.deepEqual(preferred(100), []);
	assert.deepEqual(preferred(101), [
		'at.nodeAffinity.preferred[0].weight: Invalid value: 101: must be in the range 1-100',
		'at.podAntiAffinity.preferred[0].weight: Invalid value: 101: must be in the range 1-100',
	]);
	assert.equal(preferred(0).length, 2);
});

test('pods near other pods', () => {
	const labelSelector = { matchLabels: { app: 'web' } };
	assert.deepEqual(term({ labelSelector, namespaces: ['a'], matchLabelKeys: ['hash'], mismatchLabelKeys: ['tenant'] }), []);
	assert.deepEqual(term({ namespaces: ['a.b'] }), ['term.namespace: Invalid value: "a.b": must not contain dots']);
	assert.deepEqual(term({ topologyKey: '' }).slice(0, 2), [
		'term.topologyKey: Required value: can not be empty',
		'term.topologyKey: Invalid value: "": name part must be non-empty',
	]);
	assert.deepEqual(term({ matchLabelKeys: ['a'], mismatchLabelKeys: ['a'] }), [
		'term.matchLabelKeys: Forbidden: must not be specified when labelSelector is not set',
		'term.mismatchLabelKeys: Forbidden: must not be specified when labelSelector is not set',
		'term.matchLabelKeys[0]: Invalid value: "a": exists in both matchLabelKeys and mismatchLabelKeys',
	]);
	const merged = { ...labelSelector, matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] };
	assert.deepEqual(term({ labelSelector: merged, matchLabelKeys: ['x', 'app'] }), [
		'term[1]: Invalid value: "app": exists in both matchLabelKeys and labelSelector',
	]);
	assert.equal(term({ labelSelector, matchLabelKeys: ['a b'], namespaceSelector: { matchLabels: { 'c d': 'e' } } }).length, 2);
});
