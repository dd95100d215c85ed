import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateSecurityContext } from '../../server/src/rules/container-security-context';
import { podOptions } from '../../server/src/rules/options';
import type { SecurityContext } from '../../server/src/schema/generated/types';
import { found } from './found';

const of = (context: SecurityContext, hostUsers = true, version?: number) =>
	found((walk, at) => validateSecurityContext(walk, context, hostUsers, podOptions(walk, true), at), version);

test('privileges', () => {
	assert.deepEqual(of({ runAsUser: 1000, runAsGroup: 0, allowPrivilegeEscalation: false, capabilities: { add: ['SYS_ADMIN'] } }), []);
	assert.deepEqual(of({ privileged: true }), ['at.privileged: Forbidden: disallowed by cluster policy']);
	assert.deepEqual(
		found((walk, at) => validateSecurityContext(walk, { privileged: true }, true, { ...podOptions(walk, true), allowPrivileged: true }, at)),
		[],
	);
	assert.deepEqual(of({ runAsUser: -1, runAsGroup: 2147483648 }), [
		'at.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive',
		'at.runAsGroup: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive',
	]);
	const [problem] = of({ allowPrivilegeEscalation: false, capabilities: { add: ['CAP_SYS_ADMIN'] } });
	assert.equal(
		problem,
		'at: Invalid value: {"Capabilities":{"Add":["CAP_SYS_ADMIN"],"Drop":null},"Privileged":null,"SELinuxOptions":null,"WindowsOptions":null,"RunAsUser":null,"RunAsGroup":null,"RunAsNonRoot":null,"ReadOnlyRootFilesystem":null,"AllowPrivilegeEscalation":false,"ProcMount":null,"SeccompProfile":null,"AppArmorProfile":null}: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
	);
});

test('the proc file system', () => {
	assert.deepEqual(of({ procMount: 'Unmasked' }, false), []);
	assert.deepEqual(of({ procMount: 'Unmasked' }), ['at.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`']);
	assert.deepEqual(of({ procMount: 'none' }), ['at.procMount: Unsupported value: "none": supported values: "Default", "Unmasked"']);
});

test('seccomp', () => {
	assert.deepEqual(of({ seccompProfile: { type: 'Localhost', localhostProfile: 'a/b.json' } }), []);
	assert.deepEqual(of({ seccompProfile: { type: '' } }), ['at.seccompProfile.type: Required value: type is required when seccompProfile is set']);
	assert.deepEqual(of({ seccompProfile: { type: 'runtime/default' } }), [
		'at.seccompProfile.type: Unsupported value: "runtime/default": supported values: "Localhost", "RuntimeDefault", "Unconfined"',
	]);
	assert.deepEqual(of({ seccompProfile: { type: 'Localhost' } }), [
		'at.seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost',
	]);
	assert.deepEqual(of({ seccompProfile: { type: 'Localhost', localhostProfile: '../a' } }), [
		`at.seccompProfile.localhostProfile: Invalid value: "../a": must not contain '..'`,
	]);
	assert.deepEqual(of({ seccompProfile: { type: 'Unconfined', localhostProfile: 'a' } }), [
		'at.seccompProfile.localhostProfile: Invalid value: {"Type":"Unconfined","LocalhostProfile":"a"}: can only be set when seccomp type is Localhost',
	]);
});

test('AppArmor', () => {
	assert.deepEqual(of({ appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } }), []);
	assert.deepEqual(of({ appArmorProfile: { type: 'Localhost', localhostProfile: ' a' } }), [
		'at.appArmorProfile.localhostProfile: Invalid value: " a": must not be padded with whitespace',
	]);
	assert.deepEqual(of({ appArmorProfile: { type: 'Localhost', localhostProfile: '' } }), [
		'at.appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost',
	]);
	assert.deepEqual(of({ appArmorProfile: { type: 'Localhost', localhostProfile: 'a'.repeat(4096) } }), [
		'at.appArmorProfile.localhostProfile: Too long: may not be more than 4095 bytes',
	]);
	assert.deepEqual(of({ appArmorProfile: { type: 'RuntimeDefault', localhostProfile: 'a' } }), [
		'at.appArmorProfile.localhostProfile: Invalid value: "a": can only be set when AppArmor type is Localhost',
	]);
	assert.deepEqual(of({ appArmorProfile: { type: '' } }), ['at.appArmorProfile.type: Required value: type is required when appArmorProfile is set']);
});

test('Windows', () => {
	const ofUser = (runAsUserName: string, version?: number) =>
		of({ windowsOptions: { runAsUserName } }, true, version).map((line) => line.replace('at.windowsOptions.runAsUserName: Invalid value: ', ''));
	for (const fine of ['ContainerAdministrator', 'DOMAIN\\user name', 'example.com\\u']) assert.deepEqual(ofUser(fine), []);
	assert.deepEqual(ofUser(''), ['"": runAsUserName cannot be an empty string']);
	assert.deepEqual(ofUser('a\tb'), ['"a\\tb": runAsUserName cannot contain control characters']);
	assert.deepEqual(ofUser('a\\b\\c'), ['"a\\\\b\\\\c": runAsUserName cannot contain more than one backslash']);
	assert.deepEqual(ofUser('\\..'), [
		`"\\\\..": runAsUserName's Domain doesn't match the NetBios nor the DNS format`,
		`"\\\\..": runAsUserName's User cannot contain only periods or spaces`,
	]);
	assert.deepEqual(ofUser('a<b'), [`"a\\u003cb": runAsUserName's User cannot contain the following characters: "/\\:;|=,+*?<>@[]`]);
	assert.deepEqual(ofUser('a<b', 33), [`"a<b": runAsUserName's User cannot contain the following characters: "/\\:;|=,+*?<>@[]`]);
	assert.deepEqual(ofUser('d\\'), [`"d\\\\": runAsUserName's User cannot be empty`]);
	assert.equal(ofUser('u'.repeat(105)).length, 1);
	assert.equal(of({ windowsOptions: { gmsaCredentialSpecName: 'A b', gmsaCredentialSpec: '' } }).length, 2);
});
