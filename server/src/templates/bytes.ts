/**
 * Go's strings are bytes, ours are UTF-16: a byte that belongs to no character of UTF-8 is kept as the lone surrogate U+DC00 + byte,
 * so that what cuts a character in two, or decodes base64 to anything, loses nothing.
 */
const ESCAPE = 0xdc00;

/** A mark of the byte order is a character like any other. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** The bytes of a Go string. */
export function encode(text: string): Uint8Array {
	if (!/[\ud800-\udfff]/u.test(text)) return new TextEncoder().encode(text);
	const bytes: number[] = [];
	for (const c of text) {
		const code = c.codePointAt(0) ?? 0;
		if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) bytes.push(code - ESCAPE);
		else bytes.push(...new TextEncoder().encode(c));
	}
	return Uint8Array.from(bytes);
}

/** The Go string of bytes. */
export function decode(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; ) {
		const first = bytes[at] ?? 0;
		const size = first < 0x80 ? 1 : sizeOf(bytes, at);
		text += size === 0 ? String.fromCharCode(ESCAPE + first) : size === 1 ? String.fromCharCode(first) : UTF8.decode(bytes.subarray(at, at + size));
		at += Math.max(1, size);
	}
	return text;
}

/** utf8.DecodeRune: how many bytes the character takes that begins here; 0 where none does. */
function sizeOf(bytes: Uint8Array, at: number): number {
	const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
	const tail = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;
	if (a >= 0xc2 && a <= 0xdf) return tail(b) ? 2 : 0;
	if (a >= 0xe0 && a <= 0xef) return tail(b) && tail(c) && !(a === 0xe0 && b < 0xa0) && !(a === 0xed && b > 0x9f) ? 3 : 0;
	if (a >= 0xf0 && a <= 0xf4) return tail(b) && tail(c) && tail(d) && !(a === 0xf0 && b < 0x90) && !(a === 0xf4 && b > 0x8f) ? 4 : 0;
	return 0;
}

/** len(text). */
export const byteLength = (text: string): number => (isAscii(text) ? text.length : encode(text).length);

/** text[from:to], which the caller keeps within its length. */
export const byteSlice = (text: string, from: number, to?: number): string => (isAscii(text) ? text.slice(from, to) : decode(encode(text).subarray(from, to)));

/** A string for what knows no lone surrogates: they become U+FFFD, as encoding/json has it. */
export const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');
