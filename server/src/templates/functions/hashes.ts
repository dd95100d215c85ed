import { encode } from '../bytes';
import { fn, type GoFunction } from '../signature';

/** The message with the padding of FIPS 180-4: a one, zeros, and how many bits it has. */
function padded(message: Uint8Array, block: number): DataView {
	const lengthBytes = block / 8;
	const size = Math.ceil((message.length + 1 + lengthBytes) / block) * block;
	const bytes = new Uint8Array(size);
	bytes.set(message);
	bytes[message.length] = 0x80;
	const view = new DataView(bytes.buffer);
	view.setBigUint64(size - 8, BigInt(message.length) * 8n);
	return view;
}

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
const rotateRight = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

const hexOf = (words: Iterable<number>): string => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

/** crypto/sha1, in hexadecimal. */
export function sha1(message: Uint8Array): string {
	const view = padded(message, 64);
	const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
	const words = new Int32Array(80);
	for (let offset = 0; offset < view.byteLength; offset += 64) {
		for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + 4 * i);
		for (let i = 16; i < 80; i++) words[i] = rotateLeft((words[i - 3] ?? 0) ^ (words[i - 8] ?? 0) ^ (words[i - 14] ?? 0) ^ (words[i - 16] ?? 0), 1);
		let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
		for (let i = 0; i < 80; i++) {
			const [mixed, key] =
				i < 20
					? [(b & c) | (~b & d), 0x5a827999]
					: i < 40
						? [b ^ c ^ d, 0x6ed9eba1]
						: i < 60
							? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
							: [b ^ c ^ d, 0xca62c1d6];
			const next = (rotateLeft(a, 5) + mixed + e + key + (words[i] ?? 0)) | 0;
			[a, b, c, d, e] = [next, a, rotateLeft(b, 30), c, d];
		}
		for (const [i, value] of [a, b, c, d, e].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
	}
	return hexOf(state);
}

/** The first bits of the fractions of the roots of the first primes, of which SHA-2 is made. */
function rootBits(count: number, isCube: boolean): readonly bigint[] {
	const found: bigint[] = [];
	for (let n = 2n; found.length < count; n++) {
		let isPrime = true;
		for (let d = 2n; d * d <= n; d++) if (n % d === 0n) isPrime = false;
		if (isPrime) found.push(BigInt.asUintN(64, root(n << (isCube ? 192n : 128n), isCube ? 3n : 2n)));
	}
	return found;
}

/** The whole part of a root, by Newton's steps. */
function root(value: bigint, degree: bigint): bigint {
	let guess = 1n << BigInt(Math.ceil(value.toString(2).length / Number(degree)));
	for (;;) {
		const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
		if (next >= guess) return guess;
		guess = next;
	}
}

interface Constants {
	readonly keys: readonly bigint[];
	readonly start: readonly bigint[];
}

let constants: Constants | undefined;

/** Computed when they are first asked for. */
function sha2(): Constants {
	constants ??= { keys: rootBits(80, true), start: rootBits(8, false) };
	return constants;
}

/** crypto/sha256, in hexadecimal. */
export function sha256(message: Uint8Array): string {
	const high = (value: bigint): number => Number(value >> 32n) | 0;
	const keys = Int32Array.from(sha2().keys.slice(0, 64), high);
	const state = Int32Array.from(sha2().start, high);
	const view = padded(message, 64);
	const words = new Int32Array(64);
	for (let offset = 0; offset < view.byteLength; offset += 64) {
		for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + 4 * i);
		for (let i = 16; i < 64; i++) {
			const [x = 0, y = 0] = [words[i - 15], words[i - 2]];
			const low = rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
			const up = rotateRight(y, 17) ^ rotateRight(y, 19) ^ (y >>> 10);
			words[i] = ((words[i - 16] ?? 0) + low + (words[i - 7] ?? 0) + up) | 0;
		}
		let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
		for (let i = 0; i < 64; i++) {
			const up = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
			const first = (h + up + ((e & f) ^ (~e & g)) + (keys[i] ?? 0) + (words[i] ?? 0)) | 0;
			const low = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
			const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
			[a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
		}
		for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
	}
	return hexOf(state);
}

/** crypto/sha512, in hexadecimal. */
export function sha512(message: Uint8Array): string {
	const { keys, start } = sha2();
	const state = BigUint64Array.from(start);
	const view = padded(message, 128);
	const words = new BigUint64Array(80);
	const turn = (value: bigint, by: bigint): bigint => BigInt.asUintN(64, (value >> by) | (value << (64n - by)));
	for (let offset = 0; offset < view.byteLength; offset += 128) {
		for (let i = 0; i < 16; i++) words[i] = view.getBigUint64(offset + 8 * i);
		for (let i = 16; i < 80; i++) {
			const [x = 0n, y = 0n] = [words[i - 15], words[i - 2]];
			words[i] = (words[i - 16] ?? 0n) + (turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n)) + (words[i - 7] ?? 0n) + (turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n));
		}
		let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
		for (let i = 0; i < 80; i++) {
			const first = h + (turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n)) + ((e & f) ^ (~e & g)) + (keys[i] ?? 0n) + (words[i] ?? 0n);
			const second = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
			[a, b, c, d, e, f, g, h] = [BigInt.asUintN(64, first + second), a, b, c, BigInt.asUintN(64, d + first), e, f, g];
		}
		for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0n) + value;
	}
	return Array.from(state, (word) => word.toString(16).padStart(16, '0')).join('');
}

/** hash/adler32, as a number. */
function adler32(message: Uint8Array): string {
	let [a, b] = [1, 0];
	for (const byte of message) {
		a = (a + byte) % 65521;
		b = (b + a) % 65521;
	}
	return String(b * 65536 + a);
}

/** Sprig's sums. */
export const HASHES: Readonly<Record<string, GoFunction>> = {
	sha1sum: fn('s', (text: string) => sha1(encode(text))),
	sha256sum: fn('s', (text: string) => sha256(encode(text))),
	sha512sum: fn('s', (text: string) => sha512(encode(text))),
	adler32sum: fn('s', (text: string) => adler32(encode(text))),
};
