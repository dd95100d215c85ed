import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Explained, explain } from '../../../server/src/features/hover/explain';
import { search } from '../../../server/src/features/hover/search';
import { KINDS } from '../../../server/src/schema/kinds';

function found(path: string, isRecursive = false): Explained {
	const answer = explain(path, 37, isRecursive);
	assert.ok(!('fault' in answer), 'fault' in answer ? answer.fault.en : '');
	return answer;
}
const fault = (path: string, version = 37): string => {
	const answer = explain(path, version, false);
	return 'fault' in answer ? answer.fault.en : `found ${answer.path}`;
};

describe('explain', () => {
	it('finds a field with its kind, and without', () => {
		assert.equal(found('pod.spec.containers.livenessProbe').type.en, 'Probe');
		assert.equal(found('spec.containers[0].livenessProbe').kind.kind, 'Pod');
		assert.equal(found('deployment.spec.strategy').kind.kind, 'Deployment');
		assert.equal(found('deploy.spec.strategy.rollingUpdate.maxSurge').path, 'spec.strategy.rollingUpdate.maxSurge');
		assert.equal(found('CronJobs').path, '');
	});

	it('says what a field means in its place', () => {
		const [startup, liveness] = ['startupProbe', 'livenessProbe'].map((probe) => found(`pod.spec.containers.${probe}.failureThreshold`).words?.ko);
		assert.notEqual(startup, liveness);
		assert.match(found('pod.spec.initContainers.restartPolicy').words?.en ?? '', /sidecar/);
		assert.match(found('deployment.spec.replicas').facts[0]?.en ?? '', /default `1`/);
	});

	it('names the nearest field, or kind', () => {
		assert.match(fault('pod.spec.contaners'), /no field "contaners" in "pod.spec". Did you mean "containers"\?/);
		assert.match(fault('deploymnet.spec'), /Did you mean "deployment"\?/);
		assert.match(fault('pod.spec.containers.image.tag'), /has no fields/);
		assert.match(fault('pod.spec.containers.restartPolicyRules', 33), /came with Kubernetes 1\.34/);
	});

	it('goes all the way down, once around each type', () => {
		for (const { kind } of KINDS) assert.ok(found(kind, true).fields.length > 2);
		const containers = found('pod.spec', true).fields.find(({ name }) => name === 'containers');
		assert.ok(containers?.fields.find(({ name }) => name === 'livenessProbe')?.fields.some(({ name }) => name === 'httpGet'));
	});
});

describe('search', () => {
	const first = (query: string, count = 1): readonly string[] =>
		search(query, 'both', 37)
			.slice(0, count)
			.map(({ path }) => path);

	it('finds a field by its name, its words and what people call it, in either language', () => {
		for (const query of ['initContainers', 'init container', 'init containers', '초기화 컨테이너', '초기화컨테이너'])
			assert.deepEqual(first(query), ['pod.spec.initContainers'], query);
		for (const query of ['라이브니스', '활성 프로브', 'liveness probe']) assert.deepEqual(first(query), ['pod.spec.containers.livenessProbe'], query);
		for (const query of ['레디니스', '준비성 프로브', 'readiness']) assert.deepEqual(first(query), ['pod.spec.containers.readinessProbe'], query);
		assert.deepEqual(first('유예 기간'), ['pod.spec.terminationGracePeriodSeconds']);
		assert.deepEqual(first('restartPolicy'), ['pod.spec.restartPolicy']);
		assert.deepEqual(first('cron'), ['cronjob.spec.schedule']);
		assert.ok(first('환경 변수', 2).includes('pod.spec.containers.env'));
		assert.ok(first('OOMKilled', 5).some((path) => path.includes('resources')));
	});

	it('finds nothing for nonsense, and nothing for nothing', () => {
		assert.deepEqual(search('qqxxyy', 'en', 37), []);
		assert.deepEqual(search('  ', 'en', 37), []);
	});
});
