import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validateResizePolicy } from '../../server/src/rules/resize-policy';
import { validateContainerResourceRequirements, validatePodResourceRequirements } from '../../server/src/rules/resources';
import type { ContainerResizePolicy, ResourceRequirements } from '../../server/src/schema/generated/types';
import { found } from './found';

const CLAIMS = new Set(['gpu', 'fpga']);
const of = (resources: ResourceRequirements, version?: number) =>
	found((walk, at) => validateContainerResourceRequirements(walk, resources, CLAIMS, podOptions(walk, true), at), version);
const ofPod = (resources: ResourceRequirements) => found((walk, at) => validatePodResourceRequirements(walk, resources, CLAIMS, podOptions(walk, true), at));

test('requests stay within limits', () => {
	assert.deepEqual(of({ requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1000m', memory: '1024Mi' } }), []);
	assert.deepEqual(of({ requests: { cpu: '1.5' }, limits: { cpu: '1' } }), [
		'at.requests: Invalid value: "1500m": must be less than or equal to cpu limit of 1',
	]);
	assert.deepEqual(of({ requests: { 'example.com/a': '1' }, limits: { 'example.com/a': '2' } }), [
		'at.requests: Invalid value: "1": must be equal to example.com/a limit of 2',
	]);
	assert.deepEqual(of({ requests: { 'example.com/a': '1' } }), ['at.limits: Required value: Limit must be set for non overcommitable resources']);
});

test('amounts are not negative, and whole where things are counted', () => {
	assert.deepEqual(of({ limits: { memory: '-1Gi' } }), ['at.limits[memory]: Invalid value: "-1Gi": must be greater than or equal to 0']);
	assert.deepEqual(of({ limits: { 'example.com/a': '2.5' } }), ['at.limits[example.com/a]: Invalid value: "2500m": must be an integer']);
});

test('names of resources', () => {
	assert.deepEqual(of({ limits: { 'ephemeral-storage': '1', 'kubernetes.io/batch': '1' } }), []);
	assert.deepEqual(of({ limits: { gpu: '1' } }), [
		'at.limits[gpu]: Invalid value: "gpu": must be a standard resource type or fully qualified',
		'at.limits[gpu]: Invalid value: "gpu": must be a standard resource for containers',
	]);
	assert.deepEqual(of({ limits: { pods: '1' } }), ['at.limits[pods]: Invalid value: "pods": must be a standard resource for containers']);
	assert.match(of({ limits: { 'a/b/c': '1' } })[0] ?? '', /^at\.limits\[a\/b\/c\]: Invalid value: "a\/b\/c": a valid label key must consist/);
	assert.deepEqual(of({ limits: { 'requests.example.com/a': '1' } }), [
		`at.limits[requests.example.com/a]: Invalid value: "requests.example.com/a": doesn't follow extended resource name standard`,
	]);
	assert.deepEqual(ofPod({ limits: { cpu: '1', 'hugepages-2Mi': '2Mi' } }), []);
	assert.deepEqual(ofPod({ limits: { 'example.com/a': '1' } }), [
		'at.limits[example.com/a]: Unsupported value: "example.com/a": supported values: "cpu", "hugepages-", "memory"',
	]);
});

test('huge pages', () => {
	assert.deepEqual(of({ limits: { 'hugepages-2Mi': '4Mi', cpu: '1' } }), []);
	assert.deepEqual(of({ limits: { 'hugepages-2Mi': '3Mi', cpu: '1' } }), [
		'at.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi',
	]);
	assert.deepEqual(of({ limits: { 'hugepages-2Mi': '4Mi' } }), ['at: Forbidden: HugePages require cpu or memory']);
	assert.deepEqual(of({ limits: { 'hugepages-a': '4Mi', cpu: '1' } }), [
		'at.limits[hugepages-a]: Invalid value: "4Mi": 4Mi is not positive integer multiple of hugepages-a',
	]);
});

test('claims name what the pod has, each once', () => {
	const ofClaims = (...claims: { name: string; request?: string }[]) => of({ claims });
	assert.deepEqual(ofClaims({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'b' }, { name: 'fpga' }), []);
	assert.deepEqual(ofClaims({ name: '' }), ['at.claims[0]: Required value']);
	assert.deepEqual(ofClaims({ name: 'x' }), ['at.claims[0]: Not found: "x": must be one of the names in pod.spec.resourceClaims: fpga, gpu']);
	assert.deepEqual(ofClaims({ name: 'gpu' }, { name: 'gpu' }), ['at.claims[1]: Duplicate value: "gpu"']);
	assert.deepEqual(ofClaims({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'a' }), ['at.claims[1]: Duplicate value: "gpu/a"']);
	assert.deepEqual(ofClaims({ name: 'gpu', request: 'a' }, { name: 'gpu' }), ['at.claims[1]: Duplicate value: "gpu"']);
	assert.deepEqual(ofClaims({ name: 'gpu' }, { name: 'gpu', request: 'a' }), ['at.claims[1]: Duplicate value: "gpu"']);
});

test('resize policies', () => {
	const ofPolicies = (restartPolicy: string, policies: ContainerResizePolicy[], version?: number) =>
		found((walk, at) => validateResizePolicy(walk, policies, restartPolicy, at), version);
	const cpu = { resourceName: 'cpu', restartPolicy: 'NotRequired' };
	assert.deepEqual(ofPolicies('Always', [cpu, { resourceName: 'memory', restartPolicy: 'RestartContainer' }]), []);
	assert.deepEqual(ofPolicies('Always', [cpu, cpu]), ['at[1]: Duplicate value: "cpu"']);
	assert.deepEqual(ofPolicies('Always', [{ resourceName: 'disk', restartPolicy: '' }]), [
		'at: Unsupported value: "disk": supported values: "cpu", "memory"',
		'at: Required value',
	]);
	const restart = [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }];
	assert.deepEqual(ofPolicies('Never', restart), [`at: Invalid value: "RestartContainer": must be 'NotRequired' when pod \`restartPolicy\` is 'Never'`]);
	assert.deepEqual(ofPolicies('Never', restart, 35), [`at: Invalid value: "RestartContainer": must be 'NotRequired' when \`restartPolicy\` is 'Never'`]);
});
