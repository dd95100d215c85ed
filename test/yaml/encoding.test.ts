import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, decodeWhole } from '../../server/src/yaml/encoding';

const TEXT = 'kind: Pod\n# 한국어\n';
const utf16 = (text: string, mark: boolean): Buffer => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');

test('UTF-8 is read as it is, its mark of byte order kept', () => {
	assert.deepEqual(decode(Buffer.from(TEXT)), { text: TEXT });
	assert.deepEqual(decode(Buffer.from(`\ufeff${TEXT}`)), { text: `\ufeff${TEXT}` });
	assert.deepEqual(decode(new Uint8Array()), { text: '' });
});

test('UTF-16 is read, and kubectl said to refuse it where it does', () => {
	assert.deepEqual(decode(utf16(TEXT, true)), { text: TEXT, fault: { message: 'incomplete UTF-16 character', at: 0, encoding: 'UTF-16', isOfLines: true } });
	assert.deepEqual(decode(utf16(TEXT, false)), { text: TEXT, fault: { message: 'control characters are not allowed', at: 0, encoding: 'UTF-16' } });
	assert.deepEqual(decode(utf16(TEXT, true).swap16()), { text: TEXT }, 'with the high byte first the lines of kubectl end where they should');
	assert.equal(decode(utf16(TEXT.trimEnd(), true).swap16()).fault?.message, 'incomplete UTF-16 character');
	const utf32 = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), ...[...TEXT].map((letter) => Buffer.from(Uint32Array.of(letter.codePointAt(0) ?? 0).buffer))]);
	assert.deepEqual(decode(utf32), { text: TEXT, fault: { message: 'control characters are not allowed', at: 0, encoding: 'UTF-32' } });
});

test('read as a whole, UTF-16 with its mark is text, unless half a character is left over', () => {
	assert.deepEqual(decodeWhole(utf16(TEXT, true)), { text: TEXT });
	// As a whole it ends where it ends; line by line kubectl puts a break there.
	assert.equal(decodeWhole(Uint8Array.from([0x61, 0xe9])).fault?.message, 'incomplete UTF-8 octet sequence');
	assert.equal(decode(Uint8Array.from([0x61, 0xe9])).fault?.message, 'invalid trailing UTF-8 octet');
	assert.deepEqual(decodeWhole(utf16(TEXT.trimEnd(), true).swap16()), { text: TEXT.trimEnd() });
	assert.equal(decodeWhole(utf16(TEXT, true).subarray(0, -1)).fault?.message, 'incomplete UTF-16 character');
	assert.equal(decodeWhole(utf16(TEXT, false)).fault?.message, 'control characters are not allowed');
	assert.equal(decodeWhole(Buffer.from([0x61, 0xff])).fault?.message, 'invalid leading UTF-8 octet');
});

test('other bytes: go-yaml’s sentence, where it stands, and Korean where it is Korean', () => {
	for (const [bytes, message] of [
		[[0xff], 'invalid leading UTF-8 octet'],
		[[0x80], 'invalid leading UTF-8 octet'],
		[[0xe2, 0x41], 'invalid trailing UTF-8 octet'],
		[[0xe2, 0x82], 'invalid trailing UTF-8 octet'],
		[[0xc0, 0x80], 'invalid length of a UTF-8 sequence'],
		[[0xed, 0xa0, 0x80], 'invalid Unicode character'],
		[[0xf5, 0x80, 0x80, 0x80], 'invalid Unicode character'],
	] as const) {
		const { fault } = decode(Buffer.from([...Buffer.from('é: '), ...bytes]));
		assert.deepEqual(fault, { message, at: 3 }, bytes.join());
	}
	const korean = Buffer.from([0x23, 0x20, 0xc7, 0xd1, 0xb1, 0xdb, 0x0a]);
	assert.deepEqual(decode(korean), { text: '# 한글\n', fault: { message: 'invalid trailing UTF-8 octet', at: 2, encoding: 'CP949' } });
	assert.equal(decode(Buffer.from([0xc7, 0xd1, 0])).fault?.encoding, undefined, 'zeros are no text');
});
