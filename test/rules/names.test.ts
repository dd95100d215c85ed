import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as names from '../../server/src/rules/names';
import { Walk } from '../../server/src/rules/walk';

const newest = new Walk(37);
const LABEL = "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const KEY =
	"must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

test('DNS labels and subdomains', () => {
	assert.deepEqual(names.isDNS1123Label('web-1'), []);
	assert.deepEqual(names.isDNS1123Label('web.1'), ['must not contain dots']);
	assert.deepEqual(names.isDNS1123Label('a'.repeat(64)), ['must be no more than 63 characters']);
	const [complaint = ''] = names.isDNS1123Label('Web');
	assert.ok(complaint.startsWith('a lowercase RFC 1123 label must consist of') && complaint.endsWith(`(e.g. 'my-name',  or '123-abc', ${LABEL}`), complaint);
	assert.equal(names.isDNS1123Label('é'.repeat(32)).length, 2, 'Go counts bytes');
	assert.deepEqual(names.isDNS1123Subdomain('a.b-c.d'), []);
	assert.equal(names.isDNS1123Subdomain('a..b').length, 1);
	assert.equal(names.isDNS1123Subdomain('a\n').length, 1);
});

test('qualified names and label values, whose words changed in 1.35', () => {
	for (const fine of ['a', 'a_b.c', 'example.com/A-b']) assert.deepEqual(names.isQualifiedName(newest, fine), []);
	assert.deepEqual(names.isQualifiedName(newest, ''), ['name part must be non-empty', `name part ${KEY}`]);
	assert.deepEqual(names.isQualifiedName(newest, '/a'), ['prefix part must be non-empty']);
	assert.deepEqual(names.isQualifiedName(newest, 'a'.repeat(64)), ['name part must be no more than 63 bytes']);
	assert.deepEqual(names.isQualifiedName(new Walk(34), 'a'.repeat(64)), ['name part must be no more than 63 characters']);
	const tail = " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
	assert.deepEqual(names.isQualifiedName(newest, 'a/b/c'), [`a valid label key ${KEY}${tail}`]);
	assert.deepEqual(names.isQualifiedName(new Walk(34), 'a/b/c'), [`a qualified name ${KEY}${tail}`]);
	assert.deepEqual(names.isValidLabelValue(newest, ''), []);
	assert.deepEqual(names.isValidLabelValue(newest, `${'a'.repeat(64)}`), ['must be no more than 63 bytes']);
	assert.equal(names.isValidLabelValue(newest, 'a b').length, 1);
});

test('names of variables, keys, headers and ports', () => {
	assert.deepEqual(names.isEnvVarName('_a.b-C1'), []);
	assert.equal(names.isEnvVarName('1a').length, 1);
	assert.deepEqual(names.isEnvVarName('..a'), ["must not start with '..'"]);
	assert.deepEqual(names.isRelaxedEnvVarName('1 a'), []);
	assert.equal(names.isRelaxedEnvVarName('a=b').length, 1);
	assert.deepEqual(names.isRelaxedEnvVarName(''), ['environment variable name must be non-empty']);
	assert.deepEqual(names.isConfigMapKey('a.b_C'), []);
	assert.deepEqual(names.isConfigMapKey('..'), ["must not be '..'"]);
	assert.equal(names.isConfigMapKey('a/b').length, 1);
	assert.equal(names.isHTTPHeaderName('X Y').length, 1);
	assert.deepEqual(names.isValidPercent('25%'), []);
	assert.equal(names.isValidPercent('25').length, 1);
	assert.deepEqual(names.isValidPortName('http-1'), []);
	assert.deepEqual(names.isValidPortName('a--'), ['must not contain consecutive hyphens', 'must not begin or end with a hyphen']);
	assert.deepEqual(names.isValidPortName('80'), ['must contain at least one letter (a-z)']);
	assert.deepEqual(names.isValidPortName('averyverylongname'), ['must be no more than 15 characters']);
	assert.deepEqual(names.isValidPortNum(0), ['must be between 1 and 65535, inclusive']);
});

test('a generateName may end in a dash', () => {
	assert.deepEqual(names.nameIsDNSSubdomain('web-', true), []);
	assert.equal(names.nameIsDNSSubdomain('web-', false).length, 1);
	assert.deepEqual(names.nameIsDNSLabel('web--', true), []);
});

test('bytes as Go counts them', () => {
	assert.equal(names.byteLength('aé한😀'), 1 + 2 + 3 + 4);
});
