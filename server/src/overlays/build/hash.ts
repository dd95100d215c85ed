/** SHA-256 (FIPS 180-4) of bytes, as lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
	const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
	view.setUint32(padded.length - 4, bytes.length << 3);
	const state = new Uint32Array(START);
	for (let from = 0; from < padded.length; from += 64) block(state, view, from);
	return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const PRIMES = primes(64);
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 0x100000000);
const ROUNDS = new Uint32Array(PRIMES.map((prime) => fraction(Math.cbrt(prime))));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function primes(count: number): readonly number[] {
	const found: number[] = [];
	for (let next = 2; found.length < count; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
	return found;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function block(state: Uint32Array, view: DataView, from: number): void {
	const words = new Uint32Array(64);
	const word = (index: number): number => words[index] ?? 0;
	for (let index = 0; index < 16; index++) words[index] = view.getUint32(from + index * 4);
	for (let index = 16; index < 64; index++) {
		const [early, late] = [word(index - 15), word(index - 2)];
		const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
		const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
		words[index] = word(index - 16) + low + word(index - 7) + high;
	}
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let index = 0; index < 64; index++) {
		const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[index] ?? 0) + word(index)) | 0;
		const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + value;
}

const STAND_INS: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** api/hasher encode: what stands behind the name of a generated object. */
export const nameHash = (bytes: Uint8Array): string =>
	sha256(bytes)
		.slice(0, 10)
		.replace(/[013ae]/g, (digit) => STAND_INS[digit] ?? digit);
