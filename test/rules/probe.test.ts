import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Handler, validateHandler } from '../../server/src/rules/handler';
import { validateLifecycle } from '../../server/src/rules/lifecycle';
import { validateLivenessProbe, validateReadinessProbe, validateStartupProbe } from '../../server/src/rules/probe';
import type { HTTPGetAction, Probe } from '../../server/src/schema/generated/types';
import { found } from './found';

const exec = { command: ['true'] };

test('what starts or kills a container succeeds at once', () => {
	const twice: Probe = { exec, successThreshold: 2 };
	assert.deepEqual(
		found((walk, at) => validateReadinessProbe(walk, twice, 30, at)),
		[],
	);
	for (const validate of [validateLivenessProbe, validateStartupProbe]) {
		assert.deepEqual(
			found((walk, at) => validate(walk, { exec, successThreshold: 1 }, 30, at)),
			[],
		);
		assert.deepEqual(
			found((walk, at) => validate(walk, twice, 30, at)),
			['at.successThreshold: Invalid value: 2: must be 1'],
		);
		assert.deepEqual(
			found((walk, at) => validate(walk, undefined, 30, at)),
			[],
		);
	}
});

test('times and counts of a probe', () => {
	const of = (probe: Probe) => found((walk, at) => validateReadinessProbe(walk, probe, 30, at));
	assert.deepEqual(of({ exec, periodSeconds: -1, failureThreshold: -2 }), [
		'at.periodSeconds: Invalid value: -1: must be greater than or equal to 0',
		'at.failureThreshold: Invalid value: -2: must be greater than or equal to 0',
	]);
	assert.deepEqual(of({ exec, terminationGracePeriodSeconds: 0 }), [
		'at.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0',
		'at.terminationGracePeriodSeconds: Invalid value: 0: must not be set for readinessProbes',
	]);
});

test('one handler, and a good one', () => {
	const of = (handler: Handler, version?: number) => found((walk, at) => validateHandler(walk, handler, 30, at), version);
	const http: HTTPGetAction = { path: '/', port: 80, scheme: 'HTTP' };
	assert.deepEqual(of({ httpGet: { ...http, httpHeaders: [{ name: 'X-A', value: '' }], protocol: 'HTTP2' } }), []);
	assert.deepEqual(of({}), ['at: Required value: must specify a handler type']);
	assert.deepEqual(of({ exec: { command: [] }, httpGet: { port: 0 } }), [
		'at.exec.command: Required value',
		'at.httpGet: Forbidden: may not specify more than 1 handler type',
	]);
	assert.deepEqual(of({ httpGet: { port: 'http', path: '/', scheme: 'http', httpHeaders: [{ name: 'a b', value: '' }] } }), [
		'at.httpGet.scheme: Unsupported value: "http": supported values: "HTTP", "HTTPS"',
		`at.httpGet.httpHeaders: Invalid value: "a b": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')`,
	]);
	assert.deepEqual(of({ httpGet: { ...http, protocol: 'HTTP3' } }), ['at.httpGet.protocol: Unsupported value: "HTTP3": supported values: "HTTP1", "HTTP2"']);
	assert.deepEqual(of({ httpGet: { ...http, scheme: 'HTTPS', protocol: 'HTTP2' } }), [
		'at.httpGet.protocol: Invalid value: "HTTP2": is only supported with HTTP (H2C)',
	]);
	assert.deepEqual(of({ httpGet: { ...http, host: 'a', protocol: 'HTTP2' } }), [
		'at.httpGet.host: Invalid value: "a": must be empty when `protocol` is "HTTP2"',
	]);
	assert.deepEqual(of({ tcpSocket: { port: 0 } }), ['at.tcpSocket.port: Invalid value: 0: must be between 1 and 65535, inclusive']);
	assert.deepEqual(of({ grpc: { port: 80, mode: 'mTLS' } }), ['at.grpc.mode: Unsupported value: "mTLS": supported values: "Plaintext", "TLS"']);
	assert.deepEqual(of({ sleep: { seconds: 0 } }), []);
	assert.deepEqual(of({ sleep: { seconds: 31 } }), ['at.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)']);
	assert.equal(of({ sleep: { seconds: 0 } }, 32).length, 1, 'no sleep of no time before 1.33');
});

test('hooks and the signal to stop', () => {
	const of = (stopSignal: string, os?: string) => found((walk, at) => validateLifecycle(walk, { stopSignal }, 30, at, os ? { name: os } : undefined));
	assert.deepEqual(of('SIGUSR1', 'linux'), []);
	assert.deepEqual(of('SIGRTMIN+15', 'linux'), []);
	assert.deepEqual(of('SIGTERM'), ['at.stopSignal: Forbidden: may not be set for containers with empty `spec.os.name`']);
	assert.deepEqual(of('SIGHUP', 'windows'), ['at.stopSignal: Unsupported value: "SIGHUP": supported values: "SIGKILL", "SIGTERM"']);
	assert.match(of('TERM', 'linux').join(), /: supported values: "SIGABRT", "SIGALRM", .*"SIGPWR", "SIGQUIT", "SIGRTMAX", "SIGRTMAX-1", "SIGRTMAX-10", /);
	const hooks = found((walk, at) => validateLifecycle(walk, { preStop: {}, postStart: { exec } }, 30, at, undefined));
	assert.deepEqual(hooks, ['at.preStop: Required value: must specify a handler type']);
});
