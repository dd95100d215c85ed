import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, live, pod } from './live';

test("a pod's requests follow its limits, a template's do not", () => {
	const resources = 'resources: {limits: {cpu: 1500m, memory: 1024Mi}, requests: {cpu: 0.5}}';
	assert.deepEqual(at(live(pod(resources)).stored, 'spec.containers.0.resources'), {
		limits: { cpu: '1500m', memory: '1Gi' },
		requests: { cpu: '500m', memory: '1Gi' },
	});
	const template = `{apiVersion: v1, kind: PodTemplate, metadata: {name: t}, template: {spec: {containers: [{name: c, ${resources}}]}}}`;
	assert.deepEqual(at(live(template).stored, 'template.spec.containers.0.resources.requests'), { cpu: '500m' });
});

test('quantities are stored in thousandths at the finest', () => {
	const { stored } = live(pod('resources: {requests: {cpu: 1u}}', 'volumes: [{name: v, emptyDir: {sizeLimit: 0.5Gi}}]'));
	assert.equal(at(stored, 'spec.containers.0.resources.requests.cpu'), '1m');
	assert.equal(at(stored, 'spec.volumes.0.emptyDir.sizeLimit'), '512Mi');
});

const TWO =
	'initContainers: [{name: i, resources: {requests: {cpu: 3}, limits: {cpu: 3}}}, {name: s, restartPolicy: Always, resources: {requests: {cpu: 1}, limits: {cpu: 1}}}]';
const OWN = 'resources: {requests: {cpu: 1}, limits: {cpu: 1, hugepages-2Mi: 4Mi}}';

test("a pod's own resources are completed from its containers'", () => {
	const { stored } = live(pod(OWN, `${TWO}, resources: {requests: {memory: 1Gi}}`));
	// The init container peaks at 3; the sidecar and the container run side by side.
	assert.deepEqual(at(stored, 'spec.resources'), {
		limits: { cpu: '3', 'hugepages-2Mi': '4Mi' },
		requests: { cpu: '3', 'hugepages-2Mi': '4Mi', memory: '1Gi' },
	});
});

test('up to 1.36 the limits stay as they are, and without any the requests do too', () => {
	assert.deepEqual(at(live(pod(OWN, `${TWO}, resources: {limits: {memory: 1Gi}}`), 36).stored, 'spec.resources'), {
		limits: { 'hugepages-2Mi': '4Mi', memory: '1Gi' },
		requests: { cpu: '3', 'hugepages-2Mi': '4Mi', memory: '1Gi' },
	});
	assert.deepEqual(at(live(pod('resources: {requests: {cpu: 1}}', 'resources: {requests: {memory: 1Gi}}'), 36).stored, 'spec.resources'), {
		requests: { memory: '1Gi' },
	});
});

test('an empty resources stays empty', () => {
	assert.deepEqual(at(live(pod(OWN, 'resources: {}')).stored, 'spec.resources'), {});
});
