/** What bytes say, and why go-yaml would not read them (readerc.go), in its words. */
export interface Decoded {
	readonly text: string;
	readonly fault?: EncodingFault;
}

export interface EncodingFault {
	readonly message: string;
	/** Where in the text. */
	readonly at: number;
	/** What the bytes are instead. */
	readonly encoding?: 'UTF-16' | 'UTF-32' | 'CP949';
	/** Read line by line, as kubectl does, it is cut within a character; as a whole it is a text like any other. */
	readonly isOfLines?: true;
}

/** Reads a file's bytes: UTF-8, or what else it must be. The text is there even where kubectl would not read it, so that the rest can be judged. */
export const decode = (bytes: Uint8Array): Decoded => decodedBy(bytes, true);

/** The same of what is read as a whole, as kustomize and Helm do: UTF-16 may stand there, if it begins with its mark. */
export function decodeWhole(bytes: Uint8Array): Decoded {
	const decoded = decodedBy(bytes, false);
	return decoded.fault?.isOfLines ? { text: decoded.text } : decoded;
}

function decodedBy(bytes: Uint8Array, byLines: boolean): Decoded {
	const [first, second, third, fourth] = bytes;
	if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? utf32(bytes) : utf16(bytes, 'utf-16le', 'incomplete UTF-16 character');
	// Read line by line, the low byte of each break comes last: kubectl happens to keep such text whole, if its last line ends.
	if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be', bytes.at(-1) === 0x0a ? undefined : 'incomplete UTF-16 character');
	if (first === 0 || second === 0) return utf16(bytes, first === 0 ? 'utf-16be' : 'utf-16le', 'control characters are not allowed');
	const bad = badByte(bytes, byLines);
	if (!bad) return { text: textOf(bytes, 'utf-8') };
	// What was UTF-8 up to here is not Korean from the start.
	const isKorean = bytes.subarray(0, bad.at).every((byte) => byte < 0x80) && KOREAN.test(textOf(bytes, 'euc-kr'));
	const encoding = isKorean ? 'euc-kr' : 'utf-8';
	const at = textOf(bytes.subarray(0, bad.at), encoding).length;
	return { text: textOf(bytes, encoding), fault: { message: bad.message, at, ...(isKorean ? { encoding: 'CP949' } : {}) } };
}

/** Of UTF-8 the mark of byte order is kept: the offsets are an editor's. */
const textOf = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes);

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', message: string | undefined): Decoded {
	const text = textOf(bytes, encoding);
	const isWhole = bytes.length % 2 === 0 && (bytes[0] ?? 0) >= 0xfe;
	return message === undefined ? { text } : { text, fault: { message, at: 0, encoding: 'UTF-16', ...(isWhole && { isOfLines: true }) } };
}

function utf32(bytes: Uint8Array): Decoded {
	const codes: number[] = [];
	for (let i = 4; i + 3 < bytes.length; i += 4) codes.push((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16));
	const text = codes.map((code) => String.fromCodePoint(Math.min(code, 0x10ffff))).join('');
	return { text, fault: { message: 'control characters are not allowed', at: 0, encoding: 'UTF-32' } };
}

/** Text without a byte left over, and Hangul in it. */
const KOREAN = /^(?=.*[가-힣])[^\ufffd\0]*$/s;

/** yaml_parser_update_buffer: the first byte that cannot stand where it stands. */
function badByte(bytes: Uint8Array, byLines: boolean): { readonly at: number; readonly message: string } | undefined {
	for (let at = 0; at < bytes.length; ) {
		const byte = bytes[at] ?? 0;
		const width = byte < 0x80 ? 1 : byte >> 5 === 0b110 ? 2 : byte >> 4 === 0b1110 ? 3 : byte >> 3 === 0b11110 ? 4 : 0;
		if (width === 0) return { at, message: 'invalid leading UTF-8 octet' };
		if (at + width > bytes.length && !byLines) return { at, message: 'incomplete UTF-8 octet sequence' };
		let code = width === 1 ? byte : byte & (0xff >> (width + 1));
		for (let i = 1; i < width; i++) {
			// Behind the last line kubectl reads a line break.
			const next = bytes[at + i] ?? 0x0a;
			if (next >> 6 !== 0b10) return { at, message: 'invalid trailing UTF-8 octet' };
			code = (code << 6) | (next & 0x3f);
		}
		if (width > 1 && code < (LEAST[width] ?? 0)) return { at, message: 'invalid length of a UTF-8 sequence' };
		if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return { at, message: 'invalid Unicode character' };
		at += width;
	}
	return undefined;
}

/** The least that is written in as many bytes. */
const LEAST: Readonly<Record<number, number>> = { 2: 0x80, 3: 0x800, 4: 0x10000 };
