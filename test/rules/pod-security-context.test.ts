import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validatePodOS } from '../../server/src/rules/os';
import { validatePodSecurityContext } from '../../server/src/rules/pod-security-context';
import { validateWindowsHostProcessPod } from '../../server/src/rules/windows-host-process';
import type { Container, PodSecurityContext, PodSpec } from '../../server/src/schema/generated/types';
import { found } from './found';

const NONE: PodSpec = { containers: [] };
const of = (context: PodSecurityContext, spec: Partial<PodSpec> = {}, version?: number) =>
	found((walk, at) => validatePodSecurityContext(walk, context, { ...NONE, ...spec }, podOptions(walk, true), at), version);
const container = (securityContext: Container['securityContext'] = {}): Container => ({ name: 'web', securityContext });

test('ids and choices', () => {
	assert.deepEqual(
		of({
			fsGroup: 0,
			runAsUser: 2147483647,
			supplementalGroups: [1],
			fsGroupChangePolicy: 'Always',
			supplementalGroupsPolicy: 'Strict',
			seLinuxChangePolicy: 'Recursive',
			seccompProfile: { type: 'RuntimeDefault' },
		}),
		[],
	);
	const range = 'must be between 0 and 2147483647, inclusive';
	assert.deepEqual(of({ fsGroup: -1, runAsUser: -1, runAsGroup: 2147483648, supplementalGroups: [0, -1] }), [
		`at.fsGroup: Invalid value: -1: ${range}`,
		`at.runAsUser: Invalid value: -1: ${range}`,
		`at.runAsGroup: Invalid value: 2147483648: ${range}`,
		`at.supplementalGroups[1]: Invalid value: -1: ${range}`,
	]);
	assert.deepEqual(of({ fsGroupChangePolicy: 'always', supplementalGroupsPolicy: '', seLinuxChangePolicy: 'None' }), [
		'at.fsGroupChangePolicy: Unsupported value: "always": supported values: "Always", "OnRootMismatch"',
		'at.supplementalGroupsPolicy: Unsupported value: "": supported values: "Merge", "Strict"',
		'at.seLinuxChangePolicy: Unsupported value: "None": supported values: "MountOption", "Recursive"',
	]);
	assert.deepEqual(of({ seLinuxChangePolicy: 'MountOption' }, {}, 36), [
		'at.seLinuxChangePolicy: Unsupported value: "MountOption": supported values: "Recursive"',
	]);
	assert.equal(of({ seccompProfile: { type: 'Localhost' }, appArmorProfile: { type: '' }, windowsOptions: { runAsUserName: '' } }).length, 3);
});

test('sysctls', () => {
	const sysctls = (names: readonly string[], spec?: Partial<PodSpec>) =>
		of({ sysctls: names.map((name) => ({ name, value: '1' })) }, spec).map((line) => line.replace('at.sysctls', ''));
	assert.deepEqual(sysctls(['kernel.shm_rmid_forced', 'net.ipv4.tcp_syncookies', 'net/ipv4/conf/eth0.1/rp_filter', 'vm.swappiness']), []);
	assert.deepEqual(sysctls(['', 'a', 'a']), ['[0].name: Required value', '[2].name: Duplicate value: "a"']);
	assert.match(
		sysctls(['Kernel']).join(),
		/^\[0].name: Invalid value: "Kernel": must have at most 253 characters and match regex \^\(\[a-z0-9]\(\[-_a-z0-9]\*\[a-z0-9]\)\?\[\\.\/]\)\*/,
	);
	const names = ['net.a', 'net/a', 'kernel.msgmax', 'fs.mqueue.a', 'kernel.domainname'];
	assert.deepEqual(sysctls(names, { hostNetwork: true }), [
		`[0].name: Invalid value: "net.a": may not be specified when 'hostNetwork' is true`,
		`[1].name: Invalid value: "net/a": may not be specified when 'hostNetwork' is true`,
	]);
	assert.deepEqual(sysctls(names, { hostIPC: true }), [
		`[2].name: Invalid value: "kernel.msgmax": may not be specified when 'hostIPC' is true`,
		`[3].name: Invalid value: "fs.mqueue.a": may not be specified when 'hostIPC' is true`,
	]);
});

test('what an operating system leaves out', () => {
	const os = (name: string, spec: Partial<PodSpec> = {}, version?: number) =>
		found((walk, at) => validatePodOS(walk, { ...NONE, ...spec, os: { name } }, at), version);
	assert.deepEqual(os('', {}), ['at.os.name: Required value']);
	assert.deepEqual(os('', {}, 33), ['at.os.name: Required value: cannot be empty']);
	assert.deepEqual(os('Linux'), ['at.os: Unsupported value: "Linux": supported values: "linux", "windows"']);
	const windows = { securityContext: { windowsOptions: {} }, containers: [container({ windowsOptions: {} })] };
	assert.deepEqual(os('windows', windows), []);
	assert.deepEqual(os('linux', windows), [
		'at.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod',
		'at.containers[0].securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod',
	]);
	const linux: Partial<PodSpec> = {
		securityContext: { fsGroup: 1, sysctls: [] },
		hostPID: false,
		hostUsers: true,
		containers: [container({ privileged: false, runAsNonRoot: true })],
	};
	assert.deepEqual(os('linux', linux), []);
	assert.deepEqual(os('windows', linux), [
		'at.securityContext.fsGroup: Forbidden: cannot be set for a windows pod',
		'at.hostUsers: Forbidden: cannot be set for a windows pod',
		'at.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod',
	]);
	assert.deepEqual(os('windows', { hostPID: true, securityContext: { sysctls: [{ name: 'a', value: '' }] } }), [
		'at.securityContext.sysctls: Forbidden: cannot be set for a windows pod',
		'at.hostPID: Forbidden: cannot be set for a windows pod',
	]);
});

test('processes of a Windows host', () => {
	const of = (spec: Partial<PodSpec>, allowPrivileged = true) =>
		found((walk, at) => validateWindowsHostProcessPod(walk, { ...NONE, ...spec }, { ...podOptions(walk, true), allowPrivileged }, at));
	const hostProcess = { windowsOptions: { hostProcess: true } };
	const containers = [container()];
	assert.deepEqual(of({ containers }), []);
	assert.deepEqual(of({ hostNetwork: true, containers, securityContext: hostProcess }), []);
	assert.deepEqual(of({ hostNetwork: true, containers, securityContext: hostProcess }, false), [
		'at: Forbidden: hostProcess containers are disallowed by cluster policy',
	]);
	assert.deepEqual(of({ containers: [container(hostProcess), container()] }), [
		'at: Invalid value: "": If pod contains any hostProcess containers then all containers must be HostProcess containers',
		'at.hostNetwork: Invalid value: false: hostNetwork must be true if pod contains any hostProcess containers',
	]);
	const other = { windowsOptions: { hostProcess: false } };
	assert.deepEqual(of({ containers: [container(other)], securityContext: hostProcess }), [
		'at.containers[0].securityContext.windowsOptions.hostProcess: Invalid value: false: pod hostProcess value must be identical if both are specified, was true',
	]);
});
