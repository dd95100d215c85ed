import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validatePersistentVolumeClaimSpec, validatePersistentVolumeClaimTemplate } from '../../server/src/rules/persistent-volume-claim';
import type { ObjectMeta, PersistentVolumeClaimSpec } from '../../server/src/schema/generated/types';
import { found } from './found';

const claim: PersistentVolumeClaimSpec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const of = (more: Partial<PersistentVolumeClaimSpec>, version?: number) =>
	found((walk, at) => validatePersistentVolumeClaimSpec(walk, { ...claim, ...more }, at), version).map((line) => line.replace(/: a lowercase.*/, ': …'));

test('what a claim asks for', () => {
	const cases: readonly [Partial<PersistentVolumeClaimSpec>, readonly string[]][] = [
		[{ volumeMode: 'Block', storageClassName: '', selector: { matchLabels: { a: 'b' } } }, []],
		[{ accessModes: [], resources: {} }, ['at.accessModes: Required value: at least 1 access mode is required', 'at.resources[storage]: Required value']],
		[
			{ accessModes: ['ReadWriteOncePod', 'ReadOnlyMany', 'RWX'] },
			[
				'at.accessModes: Unsupported value: "RWX": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
				'at.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes',
			],
		],
		[{ resources: { requests: { storage: '0' } } }, ['at.resources[storage]: Invalid value: "0": must be greater than zero']],
		[{ storageClassName: 'A' }, ['at.storageClassName: Invalid value: "A": …']],
		[{ volumeMode: 'File' }, ['at.volumeMode: Unsupported value: "File": supported values: "Block", "Filesystem"']],
		[
			{ selector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
			["at.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'"],
		],
	];
	for (const [more, lines] of cases) assert.deepEqual(of(more), lines, JSON.stringify(more));
	assert.equal(of({ volumeAttributesClassName: 'A' }).length, 1);
	assert.deepEqual(of({ volumeAttributesClassName: 'A' }, 33), []);
});

test('where its data comes from', () => {
	const dataSource = { kind: 'PersistentVolumeClaim', name: 'old' };
	assert.deepEqual(of({ dataSource, dataSourceRef: dataSource }), []);
	assert.deepEqual(of({ dataSource: { kind: 'VolumeSnapshot', name: 'a', apiGroup: 'snapshot.storage.k8s.io' } }), []);
	assert.deepEqual(of({ dataSource: { kind: '', name: '' } }), [
		'at.dataSource.name: Required value',
		'at.dataSource.kind: Required value',
		`at.dataSource: Invalid value: "": must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
	]);
	assert.deepEqual(of({ dataSourceRef: { kind: 'A', name: 'a', apiGroup: 'A', namespace: 'a.b' } }), [
		'at.dataSourceRef.apiGroup: Invalid value: "A": …',
		'at.dataSourceRef.namespace: Invalid value: "a.b": must not contain dots',
	]);
	assert.deepEqual(of({ dataSource, dataSourceRef: { ...dataSource, name: 'other' } }), ['at: Invalid value: {}: must match dataSourceRef']);
	assert.deepEqual(of({ dataSource, dataSourceRef: { ...dataSource, namespace: 'other' } }), [
		'at: Invalid value: {}: may not be specified when dataSourceRef.namespace is specified',
	]);
});

test('a claim of an ephemeral volume has no metadata of its own but labels and annotations', () => {
	const template = (metadata: ObjectMeta) => found((walk, at) => validatePersistentVolumeClaimTemplate(walk, { metadata, spec: claim }, at));
	assert.deepEqual(template({ labels: { a: 'b' }, annotations: { c: 'd' }, name: '' }), []);
	assert.deepEqual(template({ name: 'a', uid: 'b' }), ['at.metadata.name: Forbidden: cannot be set', 'at.metadata.uID: Forbidden: cannot be set']);
	assert.equal(template({ labels: { 'a b': 'c d' }, annotations: { 'e f': '' } }).length, 3);
});
