import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podSecuritySentences, podSecurityViolations } from '../../server/src/rules/pod-security/pod-security';
import type { Minor } from '../../server/src/schema/schema';
import { defaulted, pod } from '../defaults/live';

function security(yaml: string, version: Minor = 37): { readonly baseline?: readonly string[]; readonly restricted?: readonly string[] } {
	const { kind, object } = defaulted(yaml, version);
	return podSecuritySentences(podSecurityViolations(kind, object, version));
}

const SAFE = 'allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}';

/** A pod that passes `restricted`, but for what is added to the container's security context, the container and the spec. */
function safePod(context = '', container = '', spec = ''): string {
	return pod(`securityContext: {${SAFE}, ${context}}, ${container}`, spec);
}

test('the least pod passes baseline and breaks four checks of restricted', () => {
	assert.deepEqual(security(pod()), {
		restricted: [
			'allowPrivilegeEscalation != false: container "c" must set securityContext.allowPrivilegeEscalation=false',
			'unrestricted capabilities: container "c" must set securityContext.capabilities.drop=["ALL"]',
			'runAsNonRoot != true: pod or container "c" must set securityContext.runAsNonRoot=true',
			'seccompProfile: pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"',
		],
	});
	assert.deepEqual(security(safePod()), {});
});

test('each check says what is wrong in its own words, in both levels alike', () => {
	const cases: readonly (readonly [string, string])[] = [
		[safePod('appArmorProfile: {type: Unconfined}'), 'forbidden AppArmor profile: container "c" must not set AppArmor profile type to "Unconfined"'],
		[safePod('', '', 'hostNetwork: true, hostPID: true'), 'host namespaces: hostNetwork=true, hostPID=true'],
		[safePod('', 'ports: [{containerPort: 1, hostPort: 90}, {containerPort: 2, hostPort: 8080}]'), 'hostPort: container "c" uses hostPorts 8080, 90'],
		[safePod('', 'livenessProbe: {tcpSocket: {port: 1, host: h}}'), 'probe or lifecycle host: container "c" uses probe or lifecycle host "h"'],
		[safePod('privileged: true'), 'privileged: container "c" must not set securityContext.privileged=true'],
		[
			safePod('seLinuxOptions: {type: t, user: u}'),
			'seLinuxOptions: container "c" set forbidden securityContext.seLinuxOptions: type "t"; user may not be set',
		],
		[safePod('', '', 'securityContext: {sysctls: [{name: kernel.sem, value: "1"}]}'), 'forbidden sysctls: kernel.sem'],
		[
			safePod('', '', 'securityContext: {windowsOptions: {hostProcess: true}}'),
			'hostProcess: pod must not set securityContext.windowsOptions.hostProcess=true',
		],
		[safePod('procMount: Unmasked'), 'procMount: container "c" must not set securityContext.procMount to "Unmasked"'],
	];
	for (const [yaml, sentence] of cases) assert.deepEqual(security(yaml), { baseline: [sentence], restricted: [sentence] }, yaml);
});

test('restricted puts its own words in the place of some of baseline', () => {
	assert.deepEqual(security(safePod('', '', 'volumes: [{name: a, hostPath: {path: /}}, {name: b, nfs: {server: s, path: /}}, {name: d}]')), {
		baseline: ['hostPath volumes: volume "a"'],
		restricted: ['restricted volume types: volumes "a", "b" use restricted volume types "hostPath", "nfs"'],
	});
	assert.deepEqual(security(pod(`securityContext: {${SAFE.replace('[ALL]', '[ALL], add: [SYS_ADMIN, CHOWN]')}}`)), {
		baseline: ['non-default capabilities: container "c" must not include "SYS_ADMIN" in securityContext.capabilities.add'],
		restricted: ['unrestricted capabilities: container "c" must not include "CHOWN", "SYS_ADMIN" in securityContext.capabilities.add'],
	});
	const unconfined = 'seccompProfile: container "c" must not set securityContext.seccompProfile.type to "Unconfined"';
	assert.deepEqual(security(pod(`securityContext: {${SAFE.replace('RuntimeDefault', 'Unconfined')}}`)), { baseline: [unconfined], restricted: [unconfined] });
});

test("a container may lean on the pod's settings, but not speak against them", () => {
	const context = 'allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}';
	const podLevel = 'securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}';
	assert.deepEqual(security(pod(`securityContext: {${context}}`, podLevel)), {});
	assert.deepEqual(security(pod(`securityContext: {${context}, runAsNonRoot: false, runAsUser: 0}`, podLevel)), {
		restricted: ['runAsNonRoot != true: container "c" must not set securityContext.runAsNonRoot=false', 'runAsUser=0: container "c" must not set runAsUser=0'],
	});
});

test('what a version does not ask for yet', () => {
	assert.deepEqual(security(safePod('', 'livenessProbe: {tcpSocket: {port: 1, host: h}}'), 33), {});
	assert.deepEqual(security(safePod('', '', 'securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: "1"}]}')), {});
	assert.notDeepEqual(security(safePod('', '', 'securityContext: {sysctls: [{name: net.ipv4.tcp_notsent_lowat, value: "1"}]}'), 36), {});
});

test('a user namespace excuses from running as somebody else, since 1.35', () => {
	const rootless = pod(
		'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}',
		'hostUsers: false',
	);
	assert.deepEqual(security(rootless), {});
	assert.equal(security(rootless, 34).restricted?.length, 1);
	const sentence = 'procMount: container "c" must not set securityContext.procMount to "Unmasked"';
	assert.deepEqual(security(safePod('procMount: Unmasked', '', 'hostUsers: false')), { restricted: [sentence] });
});

test('Windows pods need not set what Windows does not know', () => {
	assert.deepEqual(security(pod('securityContext: {runAsNonRoot: true}', 'os: {name: windows}')), {});
});

test('violations know their fields, below the template too', () => {
	const { kind, object } = defaulted(
		'{apiVersion: batch/v1, kind: CronJob, metadata: {name: j}, spec: {schedule: "* * * * *", jobTemplate: {spec: {template: {spec: {hostPID: true, containers: []}}}}}}',
	);
	const [violation] = podSecurityViolations(kind, object, 37).baseline;
	assert.deepEqual(violation?.paths.map(String), ['spec.jobTemplate.spec.template.spec.hostPID']);
});
