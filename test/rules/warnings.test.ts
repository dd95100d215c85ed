import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warningsOnCreate, warningsOnUpdate } from '../../server/src/rules/warnings/warnings';
import type { Minor } from '../../server/src/schema/schema';
import { live, pod } from '../defaults/live';

function warnings(yaml: string, version: Minor = 37): readonly string[] {
	const { kind, object } = live(yaml, version);
	return warningsOnCreate(kind, object, version).map(({ text }) => text);
}

function workload(kind: string, template: string, spec = '', name = 'w'): string {
	const [group, selector] = kind === 'Job' ? ['batch/v1', ''] : ['apps/v1', 'selector: {matchLabels: {app: a}},'];
	return `{apiVersion: ${group}, kind: ${kind}, metadata: {name: ${name}}, spec: {${selector} ${spec} template: {metadata: {labels: {app: a}, ${template}}}}`;
}

test('a name that is no DNS label', () => {
	const complaint =
		"a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
	const [ofPod = ''] = warnings('{apiVersion: v1, kind: Pod, metadata: {name: a.b}, spec: {containers: [{name: c}]}}');
	assert.ok(
		ofPod.startsWith("metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: ["),
		ofPod,
	);
	const [ofDeployment = ''] = warnings(workload('Deployment', '}, spec: {containers: [{name: c}]', '', 'a_b'));
	assert.equal(
		ofDeployment,
		`metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [${complaint}]`,
	);
	assert.deepEqual(warnings(workload('DaemonSet', '}, spec: {containers: [{name: c}]', '', 'a.b')), []);
});

test('each sentence of the pod, in the words and the order of the server', () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		[
			pod('', 'nodeSelector: {beta.kubernetes.io/os: linux}'),
			['spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead'],
		],
		[
			pod('', 'topologySpreadConstraints: [{maxSkew: 1, topologyKey: failure-domain.beta.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule}]'),
			[
				'spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
				'spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod',
			],
		],
		[
			pod('', '', 'annotations: {scheduler.alpha.kubernetes.io/critical-pod: "", seccomp.security.alpha.kubernetes.io/pod: x}'),
			[
				'metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead',
				'metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: non-functional in v1.27+; use the "seccompProfile" field instead',
			],
		],
		[pod('', 'volumes: [{name: v, storageos: {}}]'), ['spec.volumes[0].storageOS: deprecated in v1.22, non-functional in v1.25+']],
		[
			pod('', 'hostAliases: [{ip: 1.2.3.4}, {ip: 1.2.3.4}], imagePullSecrets: [{name: s}, {name: s}, {}]'),
			[
				'spec.hostAliases[1].ip: duplicate ip "1.2.3.4"',
				'spec.imagePullSecrets[1].name: duplicate name "s"',
				'spec.imagePullSecrets[2].name: invalid empty name ""',
			],
		],
		[
			pod('resources: {limits: {memory: 1500m}}'),
			['limits', 'requests'].map((list) => `spec.containers[0].resources.${list}[memory]: fractional byte value "1500m" is invalid, must be an integer`),
		],
		[
			pod('env: [{name: A, value: x}, {name: A, value: "$(A):y"}, {name: A, value: z}]'),
			['spec.containers[0].env[2]: hides previous definition of "A", which may be dropped when using apply'],
		],
		[
			pod('ports: [{containerPort: 80, name: x}, {containerPort: 80, hostPort: 8080, name: x}, {containerPort: 81, hostIP: 1.2.3.4}]'),
			[
				'spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]',
				'spec.containers[0].ports[2]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:81 Protocol:TCP HostIP:1.2.3.4}',
				'spec.containers[0].ports[1]: duplicate port name "x" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]',
			],
		],
		[
			pod('', 'affinity: {podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: h}}]}}'),
			[
				'spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector: a null labelSelector results in matching no pod',
			],
		],
	];
	for (const [yaml, expected] of cases) assert.deepEqual(warnings(yaml), expected, yaml);
});

test('files of one volume in the same place', () => {
	const configMap = 'configMap: {name: m, items: [{key: a, path: x}, {key: b, path: x/y}, {key: c, path: z/}]}';
	const projected = 'projected: {sources: [{secret: {name: s, items: [{key: a, path: t}]}}, {serviceAccountToken: {path: t}}, {}]}';
	assert.deepEqual(warnings(pod('', `volumes: [{name: v, ${configMap}}, {name: w, ${projected}}]`)), [
		'volume "v" (ConfigMap "m"): overlapping paths: "x/y" with "x"',
		'volume "w" (Projected): overlapping paths: "t" (ServiceAccountToken) with "t" (Secret "s")',
		'volume "w" (Projected) has no sources provided',
	]);
});

test('addresses in forms of old', () => {
	const addresses: Record<string, readonly string[]> = {
		'10.0.0.1': [],
		'2001:db8::1': [],
		'010.0.0.1': ['non-standard IP address "010.0.0.1" is invalid: use "10.0.0.1"'],
		'::ffff:1.2.3.4': ['non-standard IP address "::ffff:1.2.3.4" is invalid: use "1.2.3.4"'],
		'2001:DB8:0:0::1': ['IPv6 address "2001:DB8:0:0::1" should be in RFC 5952 canonical format ("2001:db8::1")'],
		'1:0:0:2:0:0:0:3': ['IPv6 address "1:0:0:2:0:0:0:3" should be in RFC 5952 canonical format ("1:0:0:2::3")'],
		nonsense: [],
	};
	for (const [address, sentences] of Object.entries(addresses)) {
		const yaml = pod('', `dnsConfig: {nameservers: ["${address}"]}`);
		assert.deepEqual(
			warnings(yaml),
			sentences.map((sentence) => `spec.dnsConfig.nameservers[0]: ${sentence}`),
			address,
		);
		assert.deepEqual(warnings(yaml, 32), [], address);
	}
});

test('templates: paths from the root, the AppArmor annotation, a negative grace period', () => {
	const template =
		'annotations: {container.apparmor.security.beta.kubernetes.io/c: unconfined}}, spec: {terminationGracePeriodSeconds: -1, containers: [{name: c}]}';
	assert.deepEqual(warnings(workload('Job', template)), [
		'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/c]: deprecated since v1.30; use the "appArmorProfile" field instead',
		'spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1',
	]);
});

test('claims of a StatefulSet are named in one way on creation, in another on an update', () => {
	const yaml = workload(
		'StatefulSet',
		'}, spec: {containers: [{name: c}]}',
		'volumeClaimTemplates: [{metadata: {name: d}, spec: {resources: {requests: {storage: 500m}}}}],',
	);
	const sentence = 'resources.requests[storage]: fractional byte value "500m" is invalid, must be an integer';
	assert.deepEqual(warnings(yaml), [`spec.volumeClaimTemplates[0].${sentence}`]);
	const { kind, object } = live(yaml);
	const [warning] = warningsOnUpdate(kind, object, object, false, 37);
	assert.equal(warning?.text, `spec.volumeClaimTemplates[0].Spec.${sentence}`);
	assert.equal(warning?.path?.toString(), 'spec.volumeClaimTemplates[0].spec.resources.requests[storage]');
});

test('of warnings without end the first thousand are told', () => {
	const ports = Array.from({ length: 3000 }, () => '{containerPort: 80}').join(', ');
	const told = warnings(`{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, ports: [${ports}]}]}}`);
	assert.equal(told.length, 1000, 'of four and a half million pairs');
	assert.equal(told[0], 'spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]');
});

test('of files in twenty thousand places none is compared with all others', () => {
	const items = Array.from({ length: 20_000 }, (_, i) => `{key: k, path: p${i}/a}`);
	const told = warnings(pod('', `volumes: [{name: v, configMap: {name: c, items: [${[...items, '{key: k, path: p7}', '{key: k, path: p8/a/b//}'].join()}]}}]`));
	assert.deepEqual(told, [
		'volume "v" (ConfigMap "c"): overlapping paths: "p7" with "p7/a"',
		'volume "v" (ConfigMap "c"): overlapping paths: "p8/a/b" with "p8/a"',
	]);
});

test('overlapping places are told in the order they were written in, whether above or below', () => {
	const items = ['a/b/c', 'a', 'a/b', 'b', '', 'a/b/'].map((path) => `{key: k, path: '${path}'}`).join();
	const sentences = warnings(pod('', `volumes: [{name: v, configMap: {name: c, items: [${items}]}}]`));
	assert.deepEqual(
		sentences.map((sentence) => sentence.replace(/^.*: /, '')),
		['"a" with "a/b/c"', '"a/b" with "a/b/c"', '"a/b" with "a"', '"a/b" with "a/b/c"', '"a/b" with "a"', '"a/b" with "a/b"'],
	);
});
