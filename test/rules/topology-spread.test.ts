import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validateTopologySpreadConstraints } from '../../server/src/rules/topology-spread';
import type { TopologySpreadConstraint } from '../../server/src/schema/generated/types';
import { found } from './found';

const base: TopologySpreadConstraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { app: 'web' } } };
const all = (constraints: readonly TopologySpreadConstraint[], version?: number) =>
	found((walk, at) => validateTopologySpreadConstraints(walk, constraints, podOptions(walk, true), at), version);
const of = (more: Partial<TopologySpreadConstraint>, version?: number) => all([{ ...base, ...more }], version).map((line) => line.replace('at[0].', ''));

test('a constraint', () => {
	assert.deepEqual(of({ minDomains: 2, nodeAffinityPolicy: 'Honor', nodeTaintsPolicy: 'Ignore', matchLabelKeys: ['hash'] }), []);
	assert.deepEqual(of({ maxSkew: 0, topologyKey: '', whenUnsatisfiable: 'Never' }), [
		'maxSkew: Invalid value: 0: must be greater than zero',
		'topologyKey: Required value: can not be empty',
		'whenUnsatisfiable: Unsupported value: "Never": supported values: "DoNotSchedule", "ScheduleAnyway"',
	]);
	assert.deepEqual(of({ minDomains: 0, whenUnsatisfiable: 'ScheduleAnyway', nodeTaintsPolicy: 'honor' }), [
		'minDomains: Invalid value: 0: must be greater than zero',
		'minDomains: Invalid value: 0: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway',
		'nodeTaintsPolicy: Unsupported value: "honor": supported values: "Honor", "Ignore"',
	]);
	assert.equal(of({ labelSelector: { matchLabels: { 'a b': 'c' } } }).length, 1);
});

test('each pair of key and action once', () => {
	assert.deepEqual(all([base, { ...base, whenUnsatisfiable: 'ScheduleAnyway' }]), []);
	assert.deepEqual(all([base, base]), ['at[0].{topologyKey, whenUnsatisfiable}: Duplicate value: "{zone, DoNotSchedule}"']);
});

test('keys to match are judged as those of affinity since 1.34', () => {
	const { labelSelector: _, ...bare } = base;
	assert.deepEqual(all([{ ...bare, matchLabelKeys: ['hash'] }]), ['at[0].matchLabelKeys: Forbidden: must not be specified when labelSelector is not set']);
	assert.deepEqual(all([{ ...bare, matchLabelKeys: ['a b'] }]).length, 1);
	assert.deepEqual(all([{ ...bare, matchLabelKeys: ['a b'] }], 33).length, 2);
	assert.deepEqual(of({ matchLabelKeys: ['app'] }, 33), ['matchLabelKeys[0]: Invalid value: "app": exists in both matchLabelKeys and labelSelector']);
	assert.deepEqual(of({ matchLabelKeys: ['app'] }), []);
	const matchExpressions = [{ key: 'app', operator: 'Exists' }];
	assert.deepEqual(all([{ ...base, matchLabelKeys: ['app'], labelSelector: { matchLabels: { app: 'web' }, matchExpressions } }]), [
		'at[0][0]: Invalid value: "app": exists in both matchLabelKeys and labelSelector',
	]);
});
