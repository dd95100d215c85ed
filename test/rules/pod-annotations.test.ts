import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import {
	validateAppArmorAnnotationsAndFields,
	validatePodSpecificAnnotations,
	validateSeccompAnnotationsAndFields,
} from '../../server/src/rules/pod-annotations';
import type { PodSpec } from '../../server/src/schema/generated/types';
import { found } from './found';

const SPEC: PodSpec = { containers: [{ name: 'web' }] };
const of = (annotations: Record<string, string>, spec = SPEC) =>
	found((walk, at) => validatePodSpecificAnnotations(walk, annotations, spec, podOptions(walk, true), at));

test('annotations with a meaning', () => {
	const cost = (value: string) => of({ 'controller.kubernetes.io/pod-deletion-cost': value });
	for (const fine of ['0', '-5', '2147483647']) assert.deepEqual(cost(fine), []);
	for (const bad of ['', '+5', '08', '2147483648', '1.5']) {
		assert.deepEqual(cost(bad), [`at[controller.kubernetes.io/pod-deletion-cost]: Invalid value: "${bad}": must be a 32bit integer`]);
	}
	const mirror = { 'kubernetes.io/config.mirror': 'x' };
	assert.deepEqual(of(mirror), ['at[kubernetes.io/config.mirror]: Invalid value: "x": must set spec.nodeName if mirror pod annotation is set']);
	assert.deepEqual(of(mirror, { ...SPEC, nodeName: 'n' }), []);
	assert.deepEqual(of({ 'seccomp.security.alpha.kubernetes.io/pod': 'localhost/a' }), []);
	assert.deepEqual(of({ 'container.seccomp.security.alpha.kubernetes.io/web': 'default' }), [
		'at.container.seccomp.security.alpha.kubernetes.io/web: Invalid value: "default": must be a valid seccomp profile',
	]);
	assert.deepEqual(of({ 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' }), []);
	assert.deepEqual(of({ 'container.apparmor.security.beta.kubernetes.io/db': 'none' }), [
		'at[container.apparmor.security.beta.kubernetes.io/db]: Invalid value: "db": container not found',
		'at[container.apparmor.security.beta.kubernetes.io/db]: Invalid value: "none": invalid AppArmor profile name: "none"',
	]);
});

test('tolerations in an annotation', () => {
	const key = 'scheduler.alpha.kubernetes.io/tolerations';
	const invalid = (complaint: string) => [`at: Invalid value: "${key}": ${complaint}`];
	for (const fine of ['', 'null', '[]', '[{"Key":"a","OPERATOR":"Exists","other":1}]']) assert.deepEqual(of({ [key]: fine }), []);
	assert.deepEqual(of({ [key]: '[' }), invalid('unexpected end of JSON input'));
	assert.deepEqual(of({ [key]: '{}' }), invalid('json: cannot unmarshal object into Go value of type []core.Toleration'));
	assert.deepEqual(of({ [key]: '[true]' }), invalid('json: cannot unmarshal bool into Go value of type core.Toleration'));
	assert.deepEqual(of({ [key]: '[{"key":1}]' }), invalid('json: cannot unmarshal number into Go struct field Toleration.Key of type string'));
	assert.deepEqual(of({ [key]: '[{"tolerationSeconds":3,"operator":"Exists"}]' }), [
		`at.${key}[0].effect: Invalid value: "": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
	]);
});

test('annotations and the fields that replaced them agree', () => {
	const seccomp = (value: string, type: string) => {
		const spec = { containers: [{ name: 'web', securityContext: { seccompProfile: { type, localhostProfile: 'a' } } }] };
		const metadata = { annotations: { 'container.seccomp.security.alpha.kubernetes.io/web': value } };
		return found((walk, at) => validateSeccompAnnotationsAndFields(walk, metadata, spec, at));
	};
	assert.deepEqual(seccomp('docker/default', 'RuntimeDefault'), []);
	assert.deepEqual(seccomp('localhost/a', 'Localhost'), []);
	assert.deepEqual(seccomp('localhost/b', 'Localhost'), [
		'at.containers[0].securityContext.seccompProfile.localhostProfile: Forbidden: seccomp profile in annotation and field must match',
	]);
	assert.deepEqual(seccomp('unconfined', 'Localhost'), [
		'at.containers[0].securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match',
	]);
	const metadata = { annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' } };
	const spec = { ...SPEC, securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } };
	assert.deepEqual(
		found((walk, at) => validateAppArmorAnnotationsAndFields(walk, metadata, spec, at)),
		['at.containers[0].securityContext.appArmorProfile.type: Forbidden: apparmor type in annotation and field must match'],
	);
	assert.deepEqual(
		found((walk, at) => validateAppArmorAnnotationsAndFields(walk, metadata, { ...spec, os: { name: 'windows' } }, at)),
		[],
	);
});
