import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENV_FIELD_PATHS, VOLUME_FIELD_PATHS, validateObjectFieldSelector, validateResourceFieldSelector } from '../../server/src/rules/downward-api';
import type { ResourceFieldSelector } from '../../server/src/schema/generated/types';
import { found } from './found';

const ofPath = (fieldPath: string, supported = ENV_FIELD_PATHS, apiVersion = 'v1') =>
	found((walk, at) => validateObjectFieldSelector(walk, { apiVersion, fieldPath }, supported, at));

test('fields of the pod', () => {
	for (const fine of ['status.podIP', "metadata.labels['a']", "metadata.annotations['Example.com/A']", 'spec.host']) assert.deepEqual(ofPath(fine), []);
	assert.deepEqual(ofPath(''), ['at.fieldPath: Required value']);
	assert.deepEqual(ofPath('metadata.nam'), [
		'at.fieldPath: Invalid value: "metadata.nam": error converting fieldPath: field label not supported: metadata.nam',
	]);
	assert.deepEqual(ofPath("spec.containers['a']"), [
		`at.fieldPath: Invalid value: "spec.containers['a']": error converting fieldPath: field label does not support subscript: spec.containers['a']`,
	]);
	assert.deepEqual(ofPath('metadata.name', ENV_FIELD_PATHS, 'v2'), [
		'at.fieldPath: Invalid value: "metadata.name": error converting fieldPath: unsupported pod version: v2',
	]);
	assert.match(ofPath('metadata.labels').join(), /^at\.fieldPath: Unsupported value: "metadata\.labels": supported values: "metadata\.name", /);
	assert.match(ofPath("metadata.labels['a b']").join(), /^at: Invalid value: "a b": name part must consist/);
	assert.deepEqual(ofPath('metadata.labels', VOLUME_FIELD_PATHS), []);
	assert.match(ofPath('status.podIP', VOLUME_FIELD_PATHS).join(), /^at\.fieldPath: Unsupported value: "status\.podIP"/);
});

test('resources of a container', () => {
	const of = (selector: ResourceFieldSelector, place: 'env' | 'volume' = 'env') =>
		found((walk, at) => validateResourceFieldSelector(walk, selector, at, place));
	for (const [resource, divisor] of [
		['limits.cpu', '1m'],
		['requests.memory', '1024'],
		['limits.memory', '1Mi'],
		['limits.hugepages-2Mi', '0'],
	] as const) {
		assert.deepEqual(of({ resource, divisor }), divisor === '1024' ? [`at.divisor: ${invalidDivisor(resource, 'memory')}`] : []);
	}
	assert.deepEqual(of({ resource: 'limits.cpu' }, 'volume'), ['at.containerName: Required value']);
	assert.deepEqual(of({ resource: '' }), ['at.resource: Required value']);
	assert.match(of({ resource: 'limits.disk' }).join(), /^at\.resource: Unsupported value: "limits\.disk": supported values: "limits\.cpu", /);
	assert.deepEqual(of({ resource: 'limits.cpu', divisor: '10m' }), [
		`at.divisor: Invalid value: "limits.cpu": only divisor's values 1m and 1 are supported with the cpu resource`,
	]);
	assert.deepEqual(of({ resource: 'limits.ephemeral-storage', divisor: '2' }), [
		`at.divisor: ${invalidDivisor('limits.ephemeral-storage', 'local ephemeral storage')}`,
	]);
});

function invalidDivisor(resource: string, what: string): string {
	const sizes = '1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei';
	return `Invalid value: "${resource}": only divisor's values ${sizes} are supported with the ${what} resource`;
}
