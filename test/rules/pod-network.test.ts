import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateDNSPolicy, validatePodDNSConfig } from '../../server/src/rules/dns';
import { validateHostAliases } from '../../server/src/rules/host-alias';
import { validateHostUsers, validatePodHostNetworkDeps, validateShareProcessNamespace } from '../../server/src/rules/host-namespaces';
import { validatePodHostName } from '../../server/src/rules/hostname';
import { podOptions } from '../../server/src/rules/options';
import type { PodDNSConfig, PodSpec } from '../../server/src/schema/generated/types';
import { found } from './found';

const NONE: PodSpec = { containers: [] };
const shortened = (lines: readonly string[]) => lines.map((line) => line.replace(/: a lowercase.*/, ': …'));

test('DNS', () => {
	const policy = (policy: string) => found((walk, at) => validateDNSPolicy(walk, policy, at));
	assert.deepEqual(policy('ClusterFirst'), []);
	assert.deepEqual(policy(''), ['at: Required value']);
	const of = (config: PodDNSConfig | undefined, policy = 'ClusterFirst', version?: number) =>
		shortened(found((walk, at) => validatePodDNSConfig(walk, config, policy, podOptions(walk, true), at), version));
	assert.deepEqual(of(undefined), []);
	assert.deepEqual(of(undefined, 'None'), ['at: Required value: must provide `dnsConfig` when `dnsPolicy` is None']);
	assert.deepEqual(of({ searches: ['A'] }, 'None'), ['at.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None']);
	const config: PodDNSConfig = { nameservers: ['10.0.0.1'], searches: ['a.b.', '_c.d', '.'], options: [{ name: 'ndots', value: '2' }] };
	assert.deepEqual(of(config, 'None'), []);
	assert.deepEqual(of(config, 'None', 32), ['at.searches[1]: Invalid value: "_c.d": …', 'at.searches[2]: Invalid value: "": …']);
	assert.deepEqual(of({ nameservers: ['a', '::', '::', '::'], searches: ['A.'], options: [{}] }), [
		'at.nameservers: Invalid value: ["a","::","::","::"]: must not have more than 3 nameservers',
		'at.nameservers[0]: Invalid value: "a": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
		'at.searches[0]: Invalid value: "A": …',
		'at.options[0]: Required value: must not be empty',
	]);
	const many = of({ searches: Array<string>(33).fill('x'.repeat(63)) }).map((line) => line.replace(/\[.*]/, '[…]'));
	assert.deepEqual(many, [
		'at.searches: Invalid value: […]: must not have more than 32 search paths',
		'at.searches: Invalid value: […]: must not have more than 2048 characters (including spaces) in the search list',
	]);
});

test('host aliases', () => {
	const of = (ip: string, ...hostnames: readonly string[]) => shortened(found((walk, at) => validateHostAliases(walk, [{ ip, hostnames }], at)));
	assert.deepEqual(of('10.0.0.1', 'a.b'), []);
	assert.deepEqual(of('10.0.0', 'a', 'B'), [
		'at[0].ip: Invalid value: "10.0.0": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
		'at[0].hostnames[1]: Invalid value: "B": …',
	]);
});

test('a hostname that overrides', () => {
	const of = (spec: Partial<PodSpec>) => shortened(found((walk, at) => validatePodHostName(walk, { ...NONE, ...spec }, at)));
	assert.deepEqual(of({ setHostnameAsFQDN: true, hostNetwork: true }), []);
	assert.deepEqual(of({ hostnameOverride: 'a.b' }), []);
	assert.deepEqual(of({ hostnameOverride: 'A'.repeat(65), setHostnameAsFQDN: true, hostNetwork: true }), [
		'at.hostnameOverride: Forbidden: may not be specified when setHostnameAsFQDN is true',
		'at.hostnameOverride: Forbidden: may not be specified when hostNetwork is true',
		'at.hostnameOverride: Too long: may not be more than 64 bytes',
		`at.hostnameOverride: Invalid value: "${'A'.repeat(65)}": …`,
	]);
});

test('ports on the network of the host', () => {
	const of = (isPod: boolean, hostPort?: number) => {
		const ports = [{ containerPort: 80, protocol: 'TCP', ...(hostPort === undefined ? {} : { hostPort }) }];
		return found((walk, at) => validatePodHostNetworkDeps(walk, { hostNetwork: true, containers: [{ name: 'web', ports }] }, podOptions(walk, isPod), at));
	};
	const bad = (port: number) => [`at.containers[0].ports[0].hostPort: Invalid value: ${port}: must match \`containerPort\` when \`hostNetwork\` is true`];
	assert.deepEqual(of(true, 80), []);
	assert.deepEqual(of(true), bad(0));
	assert.deepEqual(of(false), []);
	assert.deepEqual(of(false, 81), bad(81));
});

test('namespaces of the host', () => {
	const users = (spec: Partial<PodSpec>, version?: number) =>
		found((walk, at) => validateHostUsers(walk, { ...NONE, ...spec }, podOptions(walk, true), at), version);
	const all: Partial<PodSpec> = {
		hostNetwork: true,
		hostPID: true,
		hostIPC: true,
		containers: [{ name: 'web', volumeDevices: [{ name: 'a', devicePath: '/b' }] }],
	};
	assert.deepEqual(users(all), []);
	assert.deepEqual(users({ hostUsers: false }), []);
	assert.deepEqual(users({ ...all, hostUsers: false }), [
		'at.hostNetwork: Forbidden: when `hostUsers` is false',
		'at.HostPID: Forbidden: when `hostUsers` is false',
		'at.HostIPC: Forbidden: when `hostUsers` is false',
		'at.containers[0].volumeDevices: Forbidden: when `hostUsers` is false',
	]);
	assert.deepEqual(users({ hostPID: true, hostUsers: false }, 33), ['at.HostPID: Forbidden: when `pod.Spec.HostUsers` is false']);
	const share = (spec: Partial<PodSpec>, version?: number) => found((walk, at) => validateShareProcessNamespace(walk, { ...NONE, ...spec }, at), version);
	const detail = 'Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled';
	assert.deepEqual(share({ shareProcessNamespace: true }), []);
	assert.deepEqual(share({ shareProcessNamespace: true, hostPID: true }), [`at.shareProcessNamespace: ${detail}`]);
	assert.deepEqual(share({ shareProcessNamespace: true, hostPID: true }, 36), [`at.securityContext.shareProcessNamespace: ${detail}`]);
});
