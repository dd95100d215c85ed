import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectsOf } from '../../server/src/features/objects';
import { read } from '../../server/src/manifest/read';
import { parse } from '../../server/src/yaml/parse';

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
	const listed = `{apiVersion: v1, kind: List, items: [&t ${holder(pod('a'), pod('b'))}, *t, *t]}`;
	assert.deepEqual(names(listed), ['a', 'b']);
	assert.equal(objectsOf(parse(listed).root).length, 4, 'the two that the first holds, and it twice again');
	assert.deepEqual(names('&r {apiVersion: v1, kind: Template, objects: [*r]}'), []);
});
