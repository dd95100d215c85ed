import { decode, encode } from '../bytes';
import { fn, type GoFunction } from '../signature';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `bits` of the bytes make a letter, and the letters groups. */
function write(bytes: Uint8Array, letters: string, bits: number, group: number): string {
	let out = '';
	let held = 0;
	let left = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		for (left += 8; left >= bits; left -= bits) out += letters.charAt((held >> (left - bits)) & ((1 << bits) - 1));
		held &= (1 << left) - 1;
	}
	if (left > 0) out += letters.charAt((held << (bits - left)) & ((1 << bits) - 1));
	return out.padEnd(Math.ceil(out.length / group) * group, '=');
}

export const base64 = (bytes: Uint8Array): string => write(bytes, BASE64, 6, 4);

/** base64.StdEncoding.DecodeString, which skips line ends: the bytes, or the offset of what is wrong. */
export function fromBase64(text: string): Uint8Array | number {
	const source = encode(text);
	const bytes: number[] = [];
	let at = 0;
	const skipEnds = (): void => {
		while (source[at] === 10 || source[at] === 13) at++;
	};
	for (;;) {
		const digits: number[] = [];
		for (skipEnds(); digits.length < 4; skipEnds()) {
			if (at >= source.length) return digits.length === 0 ? Uint8Array.from(bytes) : at - digits.length;
			const value = BASE64.indexOf(String.fromCharCode(source[at++] ?? 0));
			if (value >= 0) digits.push(value);
			else if (source[at - 1] !== EQUALS || digits.length < 2) return at - 1;
			else {
				if (digits.length === 2) {
					skipEnds();
					if (at >= source.length) return source.length;
					if (source[at] !== EQUALS) return at - 1;
					at++;
				}
				skipEnds();
				if (at < source.length) return at;
				pour(digits, 6, bytes);
				return Uint8Array.from(bytes);
			}
		}
		pour(digits, 6, bytes);
	}
}

const EQUALS = 0x3d;

/** base32.StdEncoding.DecodeString. */
function fromBase32(text: string): Uint8Array | number {
	const source = encode(text.replace(/[\r\n]/g, ''));
	const bytes: number[] = [];
	for (let at = 0; at < source.length; ) {
		const digits: number[] = [];
		while (digits.length < 8) {
			if (at >= source.length) return at - digits.length;
			const value = BASE32.indexOf(String.fromCharCode(source[at++] ?? 0));
			const left = source.length - at;
			if (source[at - 1] === EQUALS && digits.length >= 2 && left < 8) {
				if (left + digits.length < 7) return source.length;
				for (let i = 0; i < 7 - digits.length; i++) if (left > i && source[at + i] !== EQUALS) return at + i - 1;
				if (digits.length === 3 || digits.length === 6) return at - 1;
				pour(digits, 5, bytes);
				return Uint8Array.from(bytes);
			}
			if (value < 0) return at - 1;
			digits.push(value);
		}
		pour(digits, 5, bytes);
	}
	return Uint8Array.from(bytes);
}

function pour(digits: readonly number[], bits: number, bytes: number[]): void {
	let held = 0;
	let left = 0;
	for (const digit of digits) {
		held = (held << bits) | digit;
		left += bits;
		if (left < 8) continue;
		left -= 8;
		bytes.push((held >> left) & 0xff);
		held &= (1 << left) - 1;
	}
}

function decoded(bytes: Uint8Array | number, name: string): string {
	return typeof bytes === 'number' ? `illegal ${name} data at input byte ${bytes}` : decode(bytes);
}

/** Sprig's base64 and base32, whose errors are texts like any other. */
export const ENCODINGS: Readonly<Record<string, GoFunction>> = {
	b64enc: fn('s', (text: string) => base64(encode(text))),
	b64dec: fn('s', (text: string) => decoded(fromBase64(text), 'base64')),
	b32enc: fn('s', (text: string) => write(encode(text), BASE32, 5, 8)),
	b32dec: fn('s', (text: string) => decoded(fromBase32(text), 'base32')),
};
