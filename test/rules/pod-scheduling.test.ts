import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateFileKeyRefVolumes } from '../../server/src/rules/file-key-ref';
import { podOptions } from '../../server/src/rules/options';
import { validatePodResources } from '../../server/src/rules/pod-resources';
import { validateReadinessGates } from '../../server/src/rules/readiness-gate';
import { podClaimNames, validatePodResourceClaims } from '../../server/src/rules/resource-claim';
import { validateSchedulingGates } from '../../server/src/rules/scheduling-gate';
import { validateSchedulingGroup } from '../../server/src/rules/scheduling-group';
import type { Container, PodResourceClaim, PodSpec, ResourceRequirements } from '../../server/src/schema/generated/types';
import { found } from './found';

const NONE: PodSpec = { containers: [] };
const shortened = (lines: readonly string[]) => lines.map((line) => line.replace(/: (name part|a lowercase).*/, ': …'));

test('gates', () => {
	const scheduling = (...names: readonly string[]) =>
		shortened(
			found((walk, at) =>
				validateSchedulingGates(
					walk,
					names.map((name) => ({ name })),
					at,
				),
			),
		);
	assert.deepEqual(scheduling('a', 'b.c/d'), []);
	assert.deepEqual(scheduling('a', 'a', 'b c'), ['at[1]: Duplicate value: "a"', 'at[2]: Invalid value: "b c": …']);
	const readiness = (conditionType: string) => shortened(found((walk, at) => validateReadinessGates(walk, [{ conditionType }], at)));
	assert.deepEqual(readiness('a.b/C'), []);
	assert.deepEqual(readiness('a b'), ['at[0].conditionType: Invalid value: "a b": …']);
});

test('a scheduling group', () => {
	const of = (podGroupName: string | undefined, spec: Partial<PodSpec> = {}) =>
		shortened(found((walk, at) => validateSchedulingGroup(walk, podGroupName === undefined ? {} : { podGroupName }, { ...NONE, ...spec }, at)));
	assert.deepEqual(of('a'), []);
	assert.deepEqual(of(undefined), ['at.podGroupName: Invalid value: null: must specify one of: `podGroupName`']);
	assert.deepEqual(of('A', { evictionResponders: [{ name: 'a', priority: 1 }] }), [
		'at.podGroupName: Invalid value: "A": …',
		'at: Forbidden: may not be set when evictionResponders is set',
	]);
});

test('resource claims', () => {
	const of = (claims: readonly PodResourceClaim[], annotations = {}) =>
		shortened(found((walk, at) => validatePodResourceClaims(walk, { annotations }, claims, at)));
	const fine = { name: 'gpu', resourceClaimName: 'a' };
	assert.deepEqual(of([fine, { name: 'nic', resourceClaimTemplateName: 'b' }]), []);
	assert.deepEqual(of([{ ...fine, name: '' }, fine, fine, { ...fine, name: 'a.b', resourceClaimName: 'A' }]), [
		'at[0].name: Required value',
		'at[2].name: Duplicate value: "gpu"',
		'at[3].name: Invalid value: "a.b": must not contain dots',
		'at[3].resourceClaimName: Invalid value: "A": …',
	]);
	assert.deepEqual(of([{ name: 'a' }, { name: 'b', resourceClaimName: 'c', resourceClaimTemplateName: 'd' }]), [
		'at[0]: Invalid value: {"Name":"a","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
		'at[1]: Invalid value: {"Name":"b","ResourceClaimName":"c","ResourceClaimTemplateName":"d"}: at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
	]);
	assert.deepEqual(of([fine], { 'kubernetes.io/config.mirror': '' }), ['[]: Forbidden: static pods do not support resource claims']);
	assert.deepEqual([...podClaimNames({ ...NONE, resourceClaims: [fine, { name: '' }] })], ['gpu']);
});

test('a file of variables lies in an emptyDir', () => {
	const of = (spec: Partial<PodSpec>, version?: number) => {
		const env = [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'vars', path: 'a', key: 'A' } } }];
		return found((walk, at) => validateFileKeyRefVolumes(walk, { ...spec, containers: [{ name: 'web', env }] }, at), version);
	};
	const at = 'at.containers[0].env[0].valueFrom.fileKeyRef.volumeName';
	assert.deepEqual(of({ volumes: [{ name: 'vars', emptyDir: {} }] }), []);
	assert.deepEqual(of({}), [`${at}: Not found: "vars"`]);
	assert.deepEqual(of({ volumes: [{ name: 'vars', secret: {} }] }), [`${at}: Invalid value: "vars": referenced volume must be of type emptyDir`]);
	assert.deepEqual(of({}, 33), []);
});

test('the containers fit into what the pod has', () => {
	const container = (resources: ResourceRequirements, more: Partial<Container> = {}): Container => ({ name: 'web', resources, ...more });
	const of = (resources: ResourceRequirements, spec: Partial<PodSpec>) =>
		found((walk, at) => validatePodResources(walk, { ...NONE, ...spec, resources }, new Set(), podOptions(walk, true), at)).map((line) =>
			line.replace('at.resources', ''),
		);
	const cpu = (cpu: string): ResourceRequirements => ({ requests: { cpu } });
	assert.deepEqual(of(cpu('1'), { containers: [container(cpu('500m')), container(cpu('0.5'))] }), []);
	assert.deepEqual(of(cpu('1'), { containers: [container(cpu('500m')), container(cpu('501m'))] }), [
		'.requests[cpu]: Invalid value: "1": must be greater than or equal to aggregate container requests of 1001m',
	]);
	assert.deepEqual(of({ limits: { cpu: '1' } }, { containers: [container(cpu('2'))] }), []);
	const sidecar = container(cpu('1'), { restartPolicy: 'Always' });
	assert.deepEqual(of(cpu('3'), { containers: [container(cpu('1'))], initContainers: [sidecar, container(cpu('3'))] }), [
		'.requests[cpu]: Invalid value: "3": must be greater than or equal to aggregate container requests of 4',
	]);
	assert.deepEqual(of(cpu('3'), { containers: [container(cpu('1'))], initContainers: [container(cpu('3')), sidecar] }), []);
	const huge = { 'hugepages-2Mi': '4Mi' };
	assert.deepEqual(
		of({ requests: { cpu: '1', 'hugepages-2Mi': '2Mi' }, limits: { 'hugepages-2Mi': '2Mi' } }, { containers: [container({ requests: huge, limits: huge })] }),
		[
			'.requests[hugepages-2Mi]: Invalid value: "2Mi": must be greater than or equal to aggregate container requests of 4Mi',
			'.limits[hugepages-2Mi]: Invalid value: "2Mi": must be greater than or equal to aggregate container limits of 4Mi',
			'.containers[0][hugepages-2Mi].limits: Invalid value: "4Mi": must be less than or equal to pod limits of 2Mi',
		],
	);
	assert.deepEqual(of({ claims: [] }, {}), ['.claims: Forbidden: claims may not be set for Resources at pod-level']);
	assert.deepEqual(of(cpu('1'), { os: { name: 'windows' } }), [': Forbidden: may not be set for a windows pod']);
});
