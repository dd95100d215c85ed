import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateContainerPorts, validateHostPortsUnique, validatePortNumOrName } from '../../server/src/rules/container-port';
import type { ContainerPort } from '../../server/src/schema/generated/types';
import { found } from './found';

const ofPorts = (...ports: ContainerPort[]) => found((walk, at) => validateContainerPorts(walk, ports, at));
const RANGE = 'must be between 1 and 65535, inclusive';

test('a port has a number, a protocol and perhaps a name', () => {
	assert.deepEqual(ofPorts({ containerPort: 80, protocol: 'TCP', name: 'http', hostPort: 8080 }, { containerPort: 53, protocol: 'UDP' }), []);
	assert.deepEqual(ofPorts({ containerPort: 0, protocol: 'tcp' }), [
		'at[0].containerPort: Required value',
		'at[0].protocol: Unsupported value: "tcp": supported values: "SCTP", "TCP", "UDP"',
	]);
	assert.deepEqual(ofPorts({ containerPort: 70000, hostPort: -1 }), [
		`at[0].containerPort: Invalid value: 70000: ${RANGE}`,
		`at[0].hostPort: Invalid value: -1: ${RANGE}`,
		'at[0].protocol: Required value',
	]);
});

test('names of ports are valid and told apart, but a bad one twice is only bad', () => {
	const named = (name: string) => ({ containerPort: 80, protocol: 'TCP', name });
	assert.deepEqual(ofPorts(named('http'), named('http')), ['at[1].name: Duplicate value: "http"']);
	const bad = 'Invalid value: "80": must contain at least one letter (a-z)';
	assert.deepEqual(ofPorts(named('80'), named('80')), [`at[0].name: ${bad}`, `at[1].name: ${bad}`]);
});

test('a port of the host belongs to one container', () => {
	const container = (hostPort: number, hostIP?: string) => ({ name: 'a', ports: [{ containerPort: 1, protocol: 'TCP', hostPort, ...(hostIP && { hostIP }) }] });
	const of = (...containers: ReturnType<typeof container>[]) => found((walk, at) => validateHostPortsUnique(walk, containers, at));
	assert.deepEqual(of(container(80), container(81), container(80, '10.0.0.1'), container(0), container(0)), []);
	assert.deepEqual(of(container(80), container(80)), ['at[1].ports[0].hostPort: Duplicate value: "TCP//80"']);
});

test('a port by number or by name', () => {
	const of = (port: number | string) => found((walk, at) => validatePortNumOrName(walk, port, at));
	assert.deepEqual(of(80), []);
	assert.deepEqual(of('http'), []);
	assert.deepEqual(of(0), [`at: Invalid value: 0: ${RANGE}`]);
	assert.deepEqual(of('80'), ['at: Invalid value: "80": must contain at least one letter (a-z)']);
	assert.deepEqual(of(''), [
		'at: Invalid value: "": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
		'at: Invalid value: "": must contain at least one letter (a-z)',
	]);
});
