import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateIP } from '../../server/src/rules/ip';
import { found } from './found';

const of = (address: string, version?: number) => found((walk, at) => validateIP(walk, address, at, 'host/ip'), version);

test('addresses', () => {
	for (const fine of ['10.9.8.7', '::', '::1', '1::', '2001:db8::ffff', 'FE80:0:0:0:0:0:0:0abc', '1:2:3:4:5:6:7:8', '64:ff9b::1.2.3.4'])
		assert.deepEqual(of(fine), []);
	const bad = [
		'',
		'a',
		'1.2.3',
		'1.2.3.4.5',
		'256.1.1.1',
		':1',
		'1:',
		':::',
		'1::2::3',
		'1:2:3:4:5:6:7:8:9',
		'12345::',
		'fe80::1%eth0',
		'1.2.3.4::',
		'10.0.0.1/8',
	];
	for (const address of bad) assert.deepEqual(of(address), [`at: Invalid value: "${address}": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)`]);
});

test('old ways of writing are refused from 1.36', () => {
	assert.deepEqual(of('010.1.1.1'), ['at: Invalid value: "010.1.1.1": must not have leading 0s']);
	assert.deepEqual(of('1.1.1.01'), ['at: Invalid value: "1.1.1.01": must not have leading 0s']);
	assert.deepEqual(of('00001::'), ['at: Invalid value: "00001::": must not have leading 0s']);
	for (const mapped of ['::ffff:1.2.3.4', '::ffff:102:304'])
		assert.deepEqual(of(mapped), [`at: Invalid value: "${mapped}": must not be an IPv4-mapped IPv6 address`]);
	for (const old of ['010.1.1.1', '::ffff:1.2.3.4']) assert.deepEqual(of(old, 35), []);
	assert.deepEqual(
		found((walk, at) => validateIP(walk, '010.1.1.1', at, 'host/ip', ['010.1.1.1'])),
		[],
	);
});
