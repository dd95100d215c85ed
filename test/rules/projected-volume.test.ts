import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podOptions } from '../../server/src/rules/options';
import { validateProjectedVolume } from '../../server/src/rules/projected-volume';
import { validateSignerName } from '../../server/src/rules/signer-name';
import type { ClusterTrustBundleProjection, PodCertificateProjection, VolumeProjection } from '../../server/src/schema/generated/types';
import { found } from './found';

const of = (...sources: readonly VolumeProjection[]) => found((walk, at) => validateProjectedVolume(walk, { sources }, podOptions(walk, true), at));
const bundle = (clusterTrustBundle: Partial<ClusterTrustBundleProjection>) =>
	of({ clusterTrustBundle: { path: 'ca', ...clusterTrustBundle } }).map((line) => line.replace('at.sources[0].clusterTrustBundle', 'bundle'));
const certificate = (podCertificate: Partial<PodCertificateProjection>) =>
	of({ podCertificate: { signerName: 'example.com/a', keyType: 'ED25519', keyPath: 'key', ...podCertificate } }).map((line) =>
		line.replace('at.sources[0].podCertificate', 'certificate'),
	);
const token = { path: 'token', expirationSeconds: 3600 };

test('sources bring their files together', () => {
	const items = [{ key: 'a', path: 'b' }];
	assert.deepEqual(of({ secret: { name: 's', items } }, { configMap: { name: 'c' } }, { serviceAccountToken: token }), []);
	assert.deepEqual(of({}), []);
	assert.deepEqual(of({ secret: { name: 's', items } }, { configMap: { name: 'c', items } }), ['at: Invalid value: "c": conflicting duplicate paths']);
	const fieldRef = { apiVersion: 'v1', fieldPath: 'metadata.name' };
	assert.deepEqual(
		of({
			downwardAPI: {
				items: [
					{ path: 'a', fieldRef },
					{ path: 'a', fieldRef },
				],
			},
		}),
		['at: Invalid value: "a": conflicting duplicate paths'],
	);
	assert.deepEqual(of({ secret: {}, configMap: {} }), [
		'at.sources[0].secret.name: Required value',
		'at.sources[0].configMap.name: Required value',
		'at.sources[0]: Forbidden: may not specify more than 1 volume type per source',
	]);
	assert.deepEqual(
		found((walk, at) => validateProjectedVolume(walk, { defaultMode: -1, defaultUser: -1 }, podOptions(walk, true), at)),
		[
			'at.defaultMode: Invalid value: -1: must be a number between 0 and 0777 (octal), both inclusive',
			'at.defaultUser: Invalid value: -1: must be between 0 and 2147483647, inclusive',
		],
	);
});

test('a token lasts ten minutes at least, and its path is told of at the volume', () => {
	const at = 'at.sources[0].serviceAccountToken.expirationSeconds';
	assert.deepEqual(of({ serviceAccountToken: { path: '' } }), [`${at}: Required value`, 'at.path: Required value']);
	assert.deepEqual(of({ serviceAccountToken: { path: '../a', expirationSeconds: 599 } }), [
		`${at}: Invalid value: 599: may not specify a duration less than 10 minutes`,
		`at.path: Invalid value: "../a": must not contain '..'`,
	]);
	assert.deepEqual(of({ serviceAccountToken: { ...token, expirationSeconds: 2 ** 32 } }), []);
	assert.deepEqual(of({ serviceAccountToken: { ...token, expirationSeconds: 2 ** 32 + 1 } }), [
		`${at}: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds`,
	]);
});

test('a trust bundle goes by its name or by its signer', () => {
	const labelSelector = { matchLabels: { a: 'b' } };
	assert.deepEqual(bundle({ name: 'roots' }), []);
	assert.deepEqual(bundle({ name: 'example.com:a:roots' }), []);
	assert.deepEqual(bundle({ signerName: 'example.com/a', labelSelector }), []);
	assert.deepEqual(bundle({}), ['bundle: Required value: either name or signerName must be specified']);
	assert.deepEqual(bundle({ name: 'roots', signerName: 'example.com/a', path: '' }), [
		'bundle: Invalid value: {"Name":"roots","SignerName":"example.com/a","LabelSelector":null,"Optional":null,"Path":"","User":null}: only one of name and signerName may be used',
		'bundle.path: Required value',
	]);
	assert.deepEqual(bundle({ name: 'roots', labelSelector }), [
		'bundle.labelSelector: Invalid value: {"matchLabels":{"a":"b"}}: labelSelector must be unset if name is specified',
	]);
	const bad = (name: string) => bundle({ name }).map((line) => line.replace('bundle.name: Invalid value: ', ''));
	assert.deepEqual(bad(':a'), ['":a": not a valid clustertrustbundlename: ClusterTrustBundle without signer name must not have ":" in its name']);
	assert.deepEqual(bad('a/b:c'), ['"a/b:c": not a valid clustertrustbundlename: ClusterTrustBundle for signerName a/b must be named with prefix a:b:']);
	assert.equal(bad('a:B').length, 1);
	assert.equal(bad('').length, 2);
});

test('a pod certificate', () => {
	assert.deepEqual(certificate({ credentialBundlePath: 'bundle', maxExpirationSeconds: 7862400, userAnnotations: { 'Example.com/a': 'b' } }), []);
	assert.deepEqual(certificate({ signerName: 'kubernetes.io/a', maxExpirationSeconds: 86401 }), [
		'certificate.maxExpirationSeconds: Invalid value: 86401: if provided, maxExpirationSeconds must be <= 86400',
	]);
	assert.deepEqual(certificate({ maxExpirationSeconds: 3599, keyType: 'RSA<1>', keyPath: '' }), [
		'certificate.keyType: Unsupported value: "RSA<1>": supported values: "RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519"',
		'certificate.maxExpirationSeconds: Invalid value: 3599: if provided, maxExpirationSeconds must be >= 3600',
		'certificate: Required value: specify at least one of credentialBundlePath, keyPath, and certificateChainPath',
	]);
	assert.deepEqual(certificate({ certificateChainPath: 'key' }), ['at: Invalid value: "key": conflicting duplicate paths']);
	assert.deepEqual(certificate({ userAnnotations: { a: 'b', '': '' } }), [
		'certificate.userAnnotations: Invalid value: "a": must be a domain-prefixed key (such as "acme.io/foo")',
		'certificate.userAnnotations: Required value',
	]);
	assert.deepEqual(certificate({ userAnnotations: { 'a/b': 'x'.repeat(256 * 1024) } }), [
		'certificate.userAnnotations: Too long: may not be more than 262144 bytes',
	]);
});

test('names of signers', () => {
	const signer = (name: string) => found((walk, at) => validateSignerName(walk, name, at)).map((line) => line.replace(/: a lowercase.*/, ': …'));
	assert.deepEqual(signer('example.com/a.b'), []);
	assert.deepEqual(signer(''), ['at: Required value']);
	for (const name of ['example.com', 'a.b/c/d']) {
		assert.deepEqual(signer(name), [`at: Invalid value: "${name}": must be a fully qualified domain and path of the form 'example.com/signer-name'`]);
	}
	assert.deepEqual(signer('A/b_c'), [
		'at: Invalid value: "A": validating label "A": …',
		'at: Invalid value: "A": should be a domain with at least two segments separated by dots',
		'at: Invalid value: "b_c": validating label "b_c": …',
	]);
	assert.deepEqual(signer(`${'a.'.repeat(127)}a/b`), ['at: Too long: may not be more than 253 bytes']);
});
