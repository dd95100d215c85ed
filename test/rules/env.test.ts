import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateEnv, validateEnvFrom } from '../../server/src/rules/env';
import { podOptions } from '../../server/src/rules/options';
import type { EnvFromSource, EnvVar, EnvVarSource } from '../../server/src/schema/generated/types';
import { found } from './found';

const ofEnv = (variable: EnvVar, version?: number) => found((walk, at) => validateEnv(walk, [variable], podOptions(walk, true), at), version);
const ofEnvFrom = (source: EnvFromSource) => found((walk, at) => validateEnvFrom(walk, [source], podOptions(walk, true), at));
const ofSource = (valueFrom: EnvVarSource, version?: number) => ofEnv({ name: 'A', valueFrom }, version);

test('a variable has a name of printable characters', () => {
	for (const name of ['A', '1-b.c', 'a b']) assert.deepEqual(ofEnv({ name, value: 'x' }), []);
	assert.deepEqual(ofEnv({ name: '' }), ['at[0].name: Required value']);
	assert.deepEqual(ofEnv({ name: 'a=b' }), [
		`at[0].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than '='`,
	]);
});

test('a value comes from one place', () => {
	const secretKeyRef = { name: 's', key: 'k' };
	assert.deepEqual(ofSource({ secretKeyRef }), []);
	assert.deepEqual(ofSource({}), [
		'at[0].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
	]);
	assert.deepEqual(ofSource({}, 33), [
		'at[0].valueFrom: Invalid value: "": must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`',
	]);
	assert.deepEqual(ofEnv({ name: 'A', value: 'x', valueFrom: { secretKeyRef } }), [
		'at[0].valueFrom: Invalid value: "": may not be specified when `value` is not empty',
	]);
	assert.deepEqual(ofSource({ secretKeyRef, configMapKeyRef: secretKeyRef }), [
		'at[0].valueFrom: Invalid value: "": may not have more than one field specified at a time',
	]);
});

test('keys of config maps, secrets and files', () => {
	assert.deepEqual(ofSource({ configMapKeyRef: { name: 'c', key: '' } }), ['at[0].valueFrom.configMapKeyRef.key: Required value']);
	assert.deepEqual(ofSource({ secretKeyRef: { name: 's', key: '..a' } }), [`at[0].valueFrom.secretKeyRef.key: Invalid value: "..a": must not start with '..'`]);
	assert.equal(ofSource({ secretKeyRef: { key: 'k' } }).length, 1, 'a name is needed');
	assert.deepEqual(ofSource({ fileKeyRef: { key: 'K', volumeName: 'v', path: 'a/b' } }), []);
	assert.deepEqual(ofSource({ fileKeyRef: { key: '', volumeName: '', path: 'a/../b' } }), [
		'at[0].valueFrom.fileKeyRef.key: Required value',
		'at[0].valueFrom.fileKeyRef.volumeName: Required value',
		`at[0].valueFrom.fileKeyRef.path: Invalid value: "a/../b": must not contain '..'`,
	]);
});

test('all of a config map or a secret', () => {
	assert.deepEqual(ofEnvFrom({ prefix: 'P_', configMapRef: { name: 'c' } }), []);
	assert.deepEqual(ofEnvFrom({ secretRef: { name: '' } }), ['at[0].secretRef.name: Required value']);
	assert.deepEqual(ofEnvFrom({}), ['at: Invalid value: "": must specify one of: `configMapRef` or `secretRef`']);
	assert.deepEqual(ofEnvFrom({ configMapRef: { name: 'c' }, secretRef: { name: 's' } }), [
		'at: Invalid value: "": may not have more than one field specified at a time',
	]);
	assert.equal(ofEnvFrom({ prefix: 'a=b', configMapRef: { name: 'c' } }).length, 1);
});
