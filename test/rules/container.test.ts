import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PodContext, validateContainers, validateContainersOnlyForPod, validateInitContainers } from '../../server/src/rules/container';
import { validateEphemeralContainers } from '../../server/src/rules/ephemeral-container';
import { podOptions } from '../../server/src/rules/options';
import { Walk } from '../../server/src/rules/walk';
import { FieldPath } from '../../server/src/schema/field-path';
import type { Container, EphemeralContainer } from '../../server/src/schema/generated/types';
import { NEWEST } from '../../server/src/schema/schema';
import { found } from './found';

const podOf = (walk: Walk): PodContext => ({
	volumes: new Map(),
	claimNames: new Set(),
	gracePeriod: 30,
	os: undefined,
	restartPolicy: 'Always',
	hostUsers: true,
	options: podOptions(walk, true),
});
const container = (more: Partial<Container> = {}): Container => ({
	name: 'web',
	image: 'web:1',
	imagePullPolicy: 'IfNotPresent',
	terminationMessagePolicy: 'File',
	...more,
});
const regular = (containers: readonly Container[], version?: number) => found((walk, at) => validateContainers(walk, containers, podOf(walk), at), version);
const init = (more: Partial<Container>, version?: number) =>
	found((walk, at) => validateInitContainers(walk, [container({ name: 'init', ...more })], [container()], podOf(walk), at), version);
const exec = { command: ['true'] };

test('what every container has', () => {
	assert.deepEqual(regular([container()]), []);
	assert.deepEqual(regular([]), ['at: Required value']);
	assert.deepEqual(regular([{ name: '' }]), [
		'at[0].name: Required value',
		'at[0].image: Required value',
		'at[0].terminationMessagePolicy: Required value',
		'at[0].imagePullPolicy: Required value',
	]);
	assert.deepEqual(regular([container({ imagePullPolicy: 'always', terminationMessagePolicy: 'file' })]), [
		'at[0].terminationMessagePolicy: Unsupported value: "file": supported values: "File", "FallbackToLogsOnError"',
		'at[0].imagePullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"',
	]);
});

test('names are told apart across the lists', () => {
	assert.deepEqual(regular([container(), container()]), ['at[1].name: Duplicate value: "web"']);
	assert.deepEqual(init({ name: 'web' }), ['at[0].name: Duplicate value: "web"']);
});

test('only sidecars among the init containers have probes and hooks', () => {
	const life = { lifecycle: { preStop: { exec } }, startupProbe: { exec, successThreshold: 1 } };
	assert.deepEqual(init({ ...life, restartPolicy: 'Always' }), []);
	assert.deepEqual(init(life), [
		'at[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always',
		'at[0].startupProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
	]);
	const resizePolicy = [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }];
	assert.deepEqual(init({ resizePolicy }), [
		`at[0].resizePolicy[0].restartPolicy: Invalid value: "RestartContainer": must not be set to 'RestartContainer' for non-sidecar initContainers`,
	]);
	assert.deepEqual(init({ resizePolicy }, 35), []);
});

test('restart policies of containers', () => {
	const exitCodes = { operator: 'In', values: [1] };
	assert.deepEqual(regular([container({ restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart', exitCodes }] })]), []);
	assert.deepEqual(regular([container({ restartPolicyRules: [{ action: 'restart', exitCodes: { operator: 'Equals' } }] })]), [
		'at[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used',
		'at[0].restartPolicyRules[0].action: Unsupported value: "restart": supported values: "Restart", "RestartAllContainers"',
		'at[0].restartPolicyRules[0].exitCodes.operator: Unsupported value: "Equals": supported values: "In", "NotIn"',
	]);
	assert.deepEqual(regular([container({ restartPolicy: 'Sometimes', restartPolicyRules: [{ action: 'Restart' }] })]), [
		'at[0].restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
		'at[0].restartPolicyRules[0].exitCodes: Required value: must be specified',
	]);
	const many = Array.from({ length: 21 }, () => ({ action: 'Restart', exitCodes }));
	assert.deepEqual(regular([container({ restartPolicy: 'Never', restartPolicyRules: many })]), [
		'at[0].restartPolicyRules: Too many: 21: must have at most 20 items',
	]);
	assert.deepEqual(regular([container({ restartPolicy: 'Never', restartPolicyRules: many })], 35), [
		'at[0].restartPolicyRules: Too long: may not be more than 20 bytes',
	]);
	assert.deepEqual(regular([container({ restartPolicy: 'Never' })], 34), ['at[0].restartPolicy: Forbidden: may not be set for non-init containers']);
	assert.deepEqual(init({ restartPolicy: 'Never' }), []);
	assert.deepEqual(init({ restartPolicy: 'Never' }, 34), ['at[0].restartPolicy: Unsupported value: "Never": supported values: "Always"']);
});

test('ephemeral containers are poor', () => {
	const of = (more: Partial<EphemeralContainer>) =>
		found((walk, at) => validateEphemeralContainers(walk, [{ ...container({ name: 'debug' }), ...more }], [container()], [], podOf(walk), at));
	assert.deepEqual(of({ targetContainerName: 'web', resources: {} }), []);
	assert.deepEqual(of({ name: 'web', targetContainerName: 'gone' }), ['at[0].name: Duplicate value: "web"', 'at[0].targetContainerName: Not found: "gone"']);
	assert.deepEqual(of({ ports: [], resources: { limits: {} }, image: ' a' }), [
		'at[0].image: Invalid value: " a": must not have leading or trailing whitespace',
		'at[0].resources: Forbidden: cannot be set for an Ephemeral Container',
		'at[0].ports: Forbidden: cannot be set for an Ephemeral Container',
	]);
});

test('a pod, unlike a template, wants an image without spaces around it', () => {
	const of = (image: string) => found((walk, at) => validateContainersOnlyForPod(walk, [container({ image })], at));
	assert.deepEqual(of('web:1'), []);
	assert.deepEqual(of('web:1\n'), ['at[0].image: Invalid value: "web:1\\n": must not have leading or trailing whitespace']);
});

test('a choice in the wrong case can be put right, another word cannot', () => {
	const repairs = (imagePullPolicy: string) => {
		const walk = new Walk(NEWEST);
		validateContainers(walk, [container({ imagePullPolicy })], podOf(walk), FieldPath.of('at'));
		return walk.problems.map(({ repair }) => repair?.do === 'replace' && repair.to);
	};
	assert.deepEqual(repairs('ifnotpresent '), ['IfNotPresent']);
	assert.deepEqual(repairs('Sometimes'), [false]);
});
