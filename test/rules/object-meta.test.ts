import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateLabelSelector } from '../../server/src/rules/label-selector';
import { nameIsDNSSubdomain } from '../../server/src/rules/names';
import { validateObjectMeta } from '../../server/src/rules/object-meta';
import type { LabelSelector, ObjectMeta } from '../../server/src/schema/generated/types';
import { found } from './found';

const ofMeta = (meta: ObjectMeta, version?: number) => found((walk, at) => validateObjectMeta(walk, meta, nameIsDNSSubdomain, at), version);
const shortened = (lines: readonly string[]) => lines.map((line) => line.replace(/( part)? (must consist|a valid label|a lowercase).*/, ' …'));

test('a name, or one to be generated', () => {
	assert.deepEqual(ofMeta({ name: 'web', namespace: 'default' }), []);
	assert.deepEqual(ofMeta({ generateName: 'web-', name: 'web-x8s7k' }), []);
	assert.deepEqual(ofMeta({}), ['at.name: Required value: name or generateName is required']);
	assert.deepEqual(shortened(ofMeta({ name: 'Web', namespace: 'a.b' })), [
		'at.name: Invalid value: "Web": …',
		'at.namespace: Invalid value: "a.b": must not contain dots',
	]);
	assert.deepEqual(shortened(ofMeta({ generateName: 'Web-', name: 'Web-x8s7k' })), [
		'at.generateName: Invalid value: "Web-": …',
		'at.name: Invalid value: "Web-x8s7k": …',
	]);
});

test('labels and annotations', () => {
	const fine = { 'example.com/a': 'b', c: '' };
	assert.deepEqual(ofMeta({ name: 'web', labels: fine, annotations: { 'Example.com/A': 'any thing' } }), []);
	assert.deepEqual(shortened(ofMeta({ name: 'web', labels: { 'a b': 'c d' }, annotations: { 'e f': '' } })), [
		'at.labels: Invalid value: "a b": name …',
		'at.labels: Invalid value: "c d": …',
		'at.annotations: Invalid value: "e f": name …',
	]);
	assert.deepEqual(ofMeta({ name: 'web', annotations: { a: 'x'.repeat(256 * 1024) } }), ['at.annotations: Too long: may not be more than 262144 bytes']);
	assert.deepEqual(ofMeta({ name: 'web', annotations: { a: 'x'.repeat(256 * 1024 - 1) } }), []);
});

test('owners, whose faults moved to the item in 1.37', () => {
	const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: 'u', controller: true };
	assert.deepEqual(ofMeta({ name: 'web', ownerReferences: [owner] }), []);
	const nameless = [{ ...owner, name: '', apiVersion: 'a/b/c' }];
	assert.deepEqual(ofMeta({ name: 'web', ownerReferences: nameless }), [
		'at.ownerReferences[0].apiVersion: Invalid value: "a/b/c": must be <group>/<version> or <version>',
		'at.ownerReferences[0].name: Required value: must not be empty',
	]);
	assert.deepEqual(ofMeta({ name: 'web', ownerReferences: nameless }, 32), [
		'at.ownerReferences.apiVersion: Invalid value: "a/b/c": version must not be empty',
		'at.ownerReferences.name: Invalid value: "": name must not be empty',
	]);
	const twice = ofMeta({ name: 'web', ownerReferences: [owner, { ...owner, name: 'other' }] });
	assert.equal(twice.length, 1);
	assert.match(twice[0] ?? '', /Found "true" in references for ReplicaSet\/web and ReplicaSet\/other$/);
});

test('finalizers', () => {
	assert.deepEqual(ofMeta({ name: 'web', finalizers: ['example.com/keep', 'orphan', 'kubernetes'] }), []);
	assert.deepEqual(ofMeta({ name: 'web', finalizers: ['keep', 'orphan', 'foregroundDeletion'] }), [
		'at.finalizers: Invalid value: ["keep","orphan","foregroundDeletion"]: finalizer orphan and foregroundDeletion cannot be both set',
		'at.finalizers[0]: Invalid value: "keep": name is neither a standard finalizer name nor is it fully qualified',
	]);
});

test('label selectors', () => {
	const ofSelector = (selector: LabelSelector) =>
		shortened(found((walk, at) => validateLabelSelector(walk, selector, { allowInvalidLabelValueInSelector: false }, at)));
	assert.deepEqual(ofSelector({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] }), []);
	assert.deepEqual(
		ofSelector({
			matchExpressions: [
				{ key: 'a', operator: 'In' },
				{ key: 'a', operator: 'Exists', values: ['b c'] },
				{ key: 'a b', operator: 'Equals' },
			],
		}),
		[
			"at.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
			"at.matchExpressions[1].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
			'at.matchExpressions[1].values[0]: Invalid value: "b c": …',
			'at.matchExpressions[2].operator: Invalid value: "Equals": not a valid selector operator',
			'at.matchExpressions[2].key: Invalid value: "a b": name …',
		],
	);
});

test('who manages fields', () => {
	const by = (entry: object) => ofMeta({ name: 'web', managedFields: [{ operation: 'Apply', ...entry }] });
	assert.deepEqual(by({ manager: 'a'.repeat(128), subresource: 'a'.repeat(256) }), []);
	assert.deepEqual(by({ manager: 'a'.repeat(129) }), ['at.managedFields[0].manager: Too long: may not be more than 128 bytes']);
	assert.deepEqual(by({ subresource: 'a'.repeat(257) }), ['at.managedFields[0].subresource: Too long: may not be more than 256 bytes']);
});

test('a list that is quoted for each of its items is quoted some dozen times', () => {
	const ownerReferences = Array.from({ length: 20_000 }, (_, i) => ({
		apiVersion: 'v1',
		kind: 'Pod',
		name: `owner-${i}`,
		uid: 'u'.repeat(36),
		controller: true,
	}));
	const faults = ofMeta({ name: 'a', ownerReferences });
	assert.ok(faults.length > 1 && faults.length < 20, `${faults.length} faults are told`);
});
