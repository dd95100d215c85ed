import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slips } from '../../../server/src/docs/slips';
import { diagnose } from '../../../server/src/features/diagnose/diagnose';
import { placeOf } from '../../../server/src/features/place';
import { read } from '../../../server/src/manifest/read';
import { fieldOf, structOf } from '../../../server/src/schema/schema';

/** What is said of the one field that is none: the first thing in code font, and whether it is a fix. */
function meant(text: string): string {
	const found = diagnose(read(text), 37).filter(({ code }) => code === 'decode/unknown-field');
	assert.equal(found.length, 1, text);
	const [{ why, fix } = { why: undefined, fix: undefined }] = found;
	const [, place = ''] = /`([^`]*)`/.exec(why?.en ?? '') ?? [];
	assert.ok(why && /[가-힣]/.test(why.ko));
	return `${why.en.startsWith('No such field') ? '' : place}${fix ? ' fix' : ''}`;
}

const container = (text: string): string => meant(`{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: i, ${text}}]}}`);
const pod = (text: string): string => meant(`{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {${text}, containers: [{name: c, image: i}]}}`);
const deployment = (text: string): string => meant(`{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {${text}}}`);

test("Compose's words", () => {
	assert.equal(container('environment: [{name: A, value: b}]'), 'env fix');
	assert.equal(container('environment: {A: b}'), 'env');
	assert.equal(container('user: root'), 'spec.containers[0].securityContext.runAsUser');
	assert.equal(container('restart: always'), 'spec.restartPolicy');
	assert.equal(pod('restart: always'), 'restartPolicy fix');
	assert.equal(container('entrypoint: [a]'), 'command fix');
	assert.equal(container('cmd: [a]'), 'command');
	assert.equal(container('healthcheck: {}'), 'livenessProbe fix');
	assert.equal(container('cpu: 1'), 'spec.containers[0].resources.limits.cpu');
	assert.equal(container('depends_on: [a]'), 'initContainers');
	assert.equal(container('network_mode: host'), 'spec.hostNetwork');
	assert.equal(container('volumes: []'), 'spec.volumes');
});

test('the struct first: what must be there, what has the word', () => {
	assert.equal(pod('volumes: [{name: v, secret: {name: s}}]'), 'secretName fix');
	assert.equal(pod('volumes: [{name: v, persistentVolumeClaim: {name: s}}]'), 'claimName fix');
	assert.equal(container('liveness: {}'), 'livenessProbe fix');
	assert.equal(container('ports: [{port: 80}]'), 'containerPort fix');
	assert.equal(container('ports: [{container: 80}]'), 'containerPort fix');
	assert.equal(container('env: [{key: A}]'), 'name fix');
	assert.equal(container('env: [{name: A, val: b}]'), 'value fix');
	assert.equal(container('envFrom: [{name: c}]'), 'spec.containers[0].envFrom[0].configMapRef.name');
	assert.equal(container('volumeMounts: [{name: a, path: /a}]'), 'mountPath fix');
	assert.equal(container('resources: {memory: 1Gi}'), 'spec.containers[0].resources.limits.memory');
	assert.equal(container('resources: {nvidia.com/gpu: 1}'), 'limits');
	assert.equal(pod('volumes: [{name: v, mountPath: /a}]'), 'spec.containers[].volumeMounts[].mountPath');
	assert.equal(pod('volumes: [{name: v, configMapName: a}]'), 'spec.volumes[0].configMap.name');
	assert.equal(deployment('selector: {app: a}'), 'matchLabels');
	assert.equal(container('env: [{LOG: debug}]'), 'name: LOG');
});

test('silence where nobody knows, and of what is written already', () => {
	assert.equal(container('key: x'), '');
	assert.equal(container('env: [{name: A}], environment: []'), '');
	assert.equal(container('container_name: x'), '');
	assert.equal(container('volumeMounts: [{name: a, mountPath: /a, path: /b}]'), '');
	assert.equal(container('resources: {requests: {cpu: 1}, request: {cpu: 1}}'), '');
	assert.equal(deployment('image: x, template: {spec: {containers: [{name: a, image: b}]}}'), '');
});

test('misspelt names and those out of place are found as before', () => {
	assert.equal(container('comand: [x]'), 'command fix');
	assert.equal(container('limits: {cpu: 1}'), 'spec.containers[0].resources.limits');
	assert.equal(container('nodeSelector: {a: b}'), 'spec.nodeSelector');
	assert.equal(container('livenessProbe: {path: /}'), 'spec.containers[0].livenessProbe.httpGet.path');
	assert.equal(deployment('image: x'), 'spec.template.spec.containers[].image');
});

test('one line where an object is wanted says how it is written', () => {
	const why = (text: string): string =>
		diagnose(read(`{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: i, ${text}}]}}`), 37)[0]?.why?.en ?? '';
	assert.match(why('ports: ["80:80"]'), /containerPort: 80.*hostPort/);
	assert.doesNotMatch(why('ports: ["80:80"]'), /quotes/i);
	assert.match(why('env: ["A=b"]'), /- name: …/);
	assert.match(why('volumeMounts: ["./a:/b"]'), /mountPath/);
});

test('what follows from a field that is lacking is not told beside it', () => {
	const codes = diagnose(
		read(
			'{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: i, env: [{key: A}, {key: B}], ports: [{port: 1}, {port: 2}]}]}}',
		),
		37,
	);
	assert.deepEqual([...new Set(codes.map(({ code }) => code))], ['decode/unknown-field', 'port/container-port-required', 'env/name-required']);
});

test('slips are no fields, and what they stand for is one', () => {
	const roots = { pod: ['Pod', 'spec'], container: ['Container'] } as const;
	for (const [struct, table] of Object.entries(slips)) {
		assert.ok(structOf(struct), struct);
		for (const [key, { to = [], en, ko }] of Object.entries(table)) {
			assert.equal(fieldOf(struct, key, 37), undefined, `${struct}.${key} is a field`);
			assert.ok(to.length > 0 || (en && ko), `${struct}.${key} says something`);
			for (const place of to) {
				const [, owner, way = ''] = /^(?:(pod|container):)?(.*)$/.exec(place) ?? [];
				const [root, ...above] = owner === 'pod' || owner === 'container' ? roots[owner] : ([struct] as const);
				const steps = way.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
				assert.ok(placeOf(root, [...above, ...steps]), `${struct}.${key}: ${place}`);
			}
		}
	}
});
