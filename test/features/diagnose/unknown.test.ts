import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/features/diagnose/judge';
import { read } from '../../../server/src/manifest/read';
import { NEWEST } from '../../../server/src/schema/schema';

/** What is said of a manifest in which `${…}` stands for what nobody knows yet. */
function said(yaml: string): readonly string[] {
	const [manifest] = read(yaml).sections.flatMap(({ manifests }) => manifests);
	assert.ok(manifest);
	const { decoded, problems, warnings, accepted } = judge(manifest, NEWEST);
	assert.equal(accepted, problems.length === 0 && decoded.faults.length === 0);
	return [...decoded.faults.map(({ message }) => message), ...problems.map(({ path, detail }) => `${path}: ${detail}`), ...warnings.map(({ text }) => text)];
}

const deployment = (spec: string, container: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: "\${NAME}", namespace: "\${NS}"}
spec:
  replicas: \${REPLICAS:=1}
  selector: {matchLabels: {app: "\${NAME}"}}
  template:
    metadata: {labels: {app: "\${NAME}"}}
    spec: {${spec ? `${spec}, ` : ''}containers: [{name: app, image: "\${IMAGE}:\${TAG}"${container}}]}
`;

test('what will be filled in is not wrong', () => {
	assert.deepEqual(said(deployment('', ', ports: [{containerPort: "${PORT}"}], resources: {limits: {memory: "${MEM}"}, requests: {memory: 1Gi}}')), []);
	assert.deepEqual(said(deployment('restartPolicy: "${POLICY}"', ', env: [{name: "${A}"}, {name: "${B}"}], livenessProbe: {httpGet: {port: "${PORT}"}}')), []);
});

test('a name that is looked for may be one that is not known', () => {
	const mount = ', volumeMounts: [{name: data, mountPath: /data}]';
	assert.deepEqual(said(deployment('volumes: [{name: "${V}", emptyDir: {}}]', mount)), []);
	assert.deepEqual(said(deployment('volumes: [{name: other, emptyDir: {}}]', mount)), [
		'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
	]);
});

test('what is wrong however it is filled in is told', () => {
	assert.deepEqual(said(deployment('', ', imagee: "${IMAGE}"')), ['unknown field "spec.template.spec.containers[0].imagee"']);
	assert.deepEqual(
		said(deployment('dnsPolicy: "${DNS}", hostNetwork: maybe', ', stdin: "${X}", ports: [{containerPort: 80, protocol: "${P}"}, {containerPort: 0}]')),
		[
			'json: cannot unmarshal string into Go struct field PodSpec.spec.template.spec.hostNetwork of type bool',
			'spec.template.spec.containers[0].ports[1].containerPort: Required value',
		],
	);
});

test('no fix is built on what is not known', () => {
	const yaml = deployment('', ', resources: {limits: {cpu: "${CPU}", memory: 1Gi}, requests: {cpu: 1, memory: 2Gi}}');
	const [manifest] = read(yaml).sections.flatMap(({ manifests }) => manifests);
	assert.ok(manifest);
	const repairs = judge(manifest, NEWEST).problems.map(({ repair }) => repair && 'to' in repair && repair.to);
	assert.deepEqual(repairs, ['1Gi']);
});
