import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encode } from '../bytes';
import { fn, type GoFunction } from '../signature';

const hexOf = (hash: (message: Uint8Array) => Uint8Array): GoFunction => fn('s', (text: string) => bytesToHex(hash(encode(text))));

/** hash/adler32, as a number. */
function adler32(text: string): string {
	let [a, b] = [1, 0];
	for (const byte of encode(text)) {
		a = (a + byte) % 65521;
		b = (b + a) % 65521;
	}
	return String(b * 65536 + a);
}

/** Sprig's sums. */
export const HASHES: Readonly<Record<string, GoFunction>> = {
	sha1sum: hexOf(sha1),
	sha256sum: hexOf(sha256),
	sha512sum: hexOf(sha512),
	adler32sum: fn('s', adler32),
};
