import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateVolumeDevices } from '../../server/src/rules/volume-device';
import { validateVolumeMounts } from '../../server/src/rules/volume-mount';
import type { Container, VolumeMount } from '../../server/src/schema/generated/types';
import { found } from './found';

const VOLUMES = new Map(
	[
		{ name: 'data', emptyDir: {} },
		{ name: 'disk', persistentVolumeClaim: { claimName: 'c' } },
		{ name: 'art', image: {} },
	].map((volume) => [volume.name, volume]),
);
const ofContainer = (container: Omit<Container, 'name'>, version?: number) =>
	found((walk, at) => validateVolumeMounts(walk, { name: 'a', ...container }, VOLUMES, at), version);
const ofMount = (mount: Partial<VolumeMount>, version?: number) => ofContainer({ volumeMounts: [{ name: 'data', mountPath: '/d', ...mount }] }, version);
const ofDevices = (container: Omit<Container, 'name'>) => found((walk, at) => validateVolumeDevices(walk, { name: 'a', ...container }, VOLUMES, at));

test('a mount needs a volume and a place of its own', () => {
	assert.deepEqual(ofMount({}), []);
	assert.deepEqual(ofMount({ name: '', mountPath: '' }), ['at[0].name: Required value', 'at[0].name: Not found: ""', 'at[0].mountPath: Required value']);
	const twice = [
		{ name: 'data', mountPath: '/d' },
		{ name: 'disk', mountPath: '/d' },
	];
	assert.deepEqual(ofContainer({ volumeMounts: twice }), ['at[1].mountPath: Invalid value: "/d": must be unique']);
	assert.deepEqual(ofContainer({ volumeMounts: [{ name: 'disk', mountPath: '/d' }], volumeDevices: [{ name: 'disk', devicePath: '/d' }] }), [
		'at[0].name: Invalid value: "disk": must not already exist in volumeDevices',
		'at[0].mountPath: Invalid value: "/d": must not already exist as a path in volumeDevices',
	]);
});

test('paths within a volume', () => {
	assert.deepEqual(ofMount({ subPath: 'a/b' }), []);
	assert.deepEqual(ofMount({ subPath: '/a/../b', subPathExpr: '$(A)' }), [
		'at.subPath: Invalid value: "/a/../b": must be a relative path',
		`at.subPath: Invalid value: "/a/../b": must not contain '..'`,
		'at[0].subPathExpr: Invalid value: "$(A)": subPathExpr and subPath are mutually exclusive',
	]);
	assert.deepEqual(ofMount({ name: 'art', subPath: 'a' }), []);
	assert.deepEqual(ofMount({ name: 'art', subPath: 'a' }, 32), ['at[0].subPath: Invalid value: "a": not allowed in image volume sources']);
});

test('how a mount behaves', () => {
	assert.deepEqual(ofMount({ mountPropagation: 'HostToContainer' }), []);
	assert.deepEqual(ofMount({ mountPropagation: 'Both' }), [
		'at.mountPropagation: Unsupported value: "Both": supported values: "Bidirectional", "HostToContainer", "None"',
	]);
	const both = [{ name: 'data', mountPath: '/d', mountPropagation: 'Bidirectional' }];
	assert.deepEqual(ofContainer({ volumeMounts: both, securityContext: { privileged: true } }), []);
	assert.deepEqual(ofContainer({ volumeMounts: both }), [
		'at.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers',
	]);
	assert.deepEqual(ofMount({ readOnly: true, recursiveReadOnly: 'Enabled' }), []);
	assert.deepEqual(ofMount({ recursiveReadOnly: 'Enabled', mountPropagation: 'HostToContainer' }), [
		'at.recursiveReadOnly: Forbidden: may only be specified when readOnly is true',
		'at.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified',
	]);
	assert.deepEqual(ofMount({ recursiveReadOnly: 'Yes' }), [
		'at.recursiveReadOnly: Unsupported value: "Yes": supported values: "Disabled", "Enabled", "IfPossible"',
	]);
	assert.deepEqual(ofMount({ bindMountOptions: ['noexec', 'rw', 'noexec'] }), [
		'at[0].bindMountOptions[1]: Unsupported value: "rw": supported values: "nodev", "noexec", "nosuid"',
		'at[0].bindMountOptions[2]: Duplicate value: "noexec"',
	]);
	assert.deepEqual(ofMount({ name: 'art', bindMountOptions: ['nodev'] }), [
		'at[0].bindMountOptions: Invalid value: ["nodev"]: bindMountOptions may not be used with image volumes',
	]);
});

test('devices', () => {
	assert.deepEqual(ofDevices({ volumeDevices: [{ name: 'disk', devicePath: '/dev/a' }] }), []);
	assert.deepEqual(ofDevices({ volumeDevices: [{ name: 'data', devicePath: '' }] }), [
		'at[0].name: Invalid value: "data": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
		'at[0].devicePath: Required value',
	]);
	const twice = { name: 'disk', devicePath: '/dev/a' };
	assert.deepEqual(ofDevices({ volumeDevices: [twice, twice], volumeMounts: [{ name: 'disk', mountPath: '/dev/a' }] }).slice(2), [
		'at[1].name: Invalid value: "disk": must be unique',
		'at[1].devicePath: Invalid value: "/dev/a": must be unique',
		'at[1].name: Invalid value: "disk": must not already exist in volumeMounts',
		'at[1].devicePath: Invalid value: "/dev/a": must not already exist as a path in volumeMounts',
	]);
	assert.deepEqual(ofDevices({ volumeDevices: [{ name: '', devicePath: '/dev/../a' }] }), [
		'at[0].name: Required value',
		'at[0].name: Not found: ""',
		`at[0].devicePath: Invalid value: "/dev/../a": can not contain backsteps ('..')`,
	]);
});
