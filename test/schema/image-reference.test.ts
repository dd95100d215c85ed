import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageTag, readImage } from '../../server/src/schema/image-reference';

const SHA256 = `sha256:${'ab'.repeat(32)}`;

test('references are read as the kubelet reads them', () => {
	assert.deepEqual(readImage('nginx'), { name: 'docker.io/library/nginx', tag: '', digest: '' });
	assert.deepEqual(readImage('index.docker.io/nginx:1'), { name: 'docker.io/library/nginx', tag: '1', digest: '' });
	assert.deepEqual(readImage('Host/a__b:V_1'), { name: 'Host/a__b', tag: 'V_1', digest: '' });
	assert.deepEqual(readImage(`localhost:5000/a/b:1@${SHA256}`), { name: 'localhost:5000/a/b', tag: '1', digest: SHA256 });
	assert.deepEqual(readImage('[::1]:5000/a'), { name: '[::1]:5000/a', tag: '', digest: '' });
});

/** Recorded from parsers.ParseImageName of Kubernetes 1.37.1. */
const FAULTS: Readonly<Record<string, string>> = {
	'': 'invalid reference format',
	'https://ghcr.io/a/b': 'invalid reference format',
	'ghcr.io/Acme/web:1': 'invalid reference format: repository name (Acme/web) must be lowercase',
	Nginx: 'invalid reference format: repository name (library/Nginx) must be lowercase',
	'busybox":"latest': 'invalid reference format',
	'nginx: 1': 'invalid reference format',
	'nginx:': 'invalid reference format',
	'nginx:1:2': 'invalid reference format',
	'nginx@sha256:ab': 'invalid reference format',
	[`nginx@md5:${'ab'.repeat(16)}`]: 'unsupported digest algorithm',
	[`nginx@sha256:${'ab'.repeat(16)}`]: 'invalid checksum digest length',
	[`nginx@sha256:${'AB'.repeat(32)}`]: 'invalid checksum digest format',
	[`ghcr.io/${'a'.repeat(256)}`]: 'repository name must not be more than 255 characters',
	['a'.repeat(64)]: `invalid repository name (${'a'.repeat(64)}), cannot specify 64-byte hexadecimal strings`,
};

test('what is none is told in the words of the library', () => {
	for (const [image, fault] of Object.entries(FAULTS)) assert.deepEqual(readImage(image), { fault }, image);
});

test('a digest stands for itself, the tag that is not written for latest', () => {
	assert.deepEqual(['a', 'a:1', `a@${SHA256}`, `a:1@${SHA256}`, 'A', 'registry:5000/a'].map(imageTag), ['latest', '1', '', '1', '', 'latest']);
});
