import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../server/src/manifest/read';

const names = (text: string): readonly string[] => read(text).sections.flatMap(({ manifests }) => manifests.map(({ name }) => name));
const holder = (...objects: readonly string[]): string => `{apiVersion: template.openshift.io/v1, kind: Template, objects: [${objects.join(', ')}]}`;
const pod = (name: string): string => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}}`;

test('objects are found in what holds them, and in what holds that', () => {
	assert.deepEqual(names(holder(pod('a'), holder(pod('b')), pod('c'))), ['a', 'b', 'c']);
	assert.deepEqual(names(`{apiVersion: v1, kind: List, items: [${pod('a')}, ${holder(pod('b'))}]}`), ['a', 'b']);
	assert.deepEqual(names(holder(pod('a')).replace('template.openshift.io/v1', 'v1')), ['a'], 'before there were groups');
	assert.deepEqual(names(holder(pod('a')).replace('template.openshift.io', 'example.com')), []);
});

test('what aliases stand for is held once', () => {
	assert.deepEqual(names(holder(`&a ${pod('a')}`, '*a', '*a')), ['a']);
	const bomb = (name: string, item: string): string => `&${name} ${holder(...new Array<string>(3000).fill(item))}`;
	assert.deepEqual(names(`{apiVersion: v1, kind: List, items: [&c ${holder(pod('a'))}, ${bomb('b', '*c')}, ${bomb('d', '*b')}, ${bomb('e', '*d')}]}`), ['a']);
	assert.deepEqual(names('&r {apiVersion: v1, kind: Template, objects: [*r]}'), []);
});
