/** The text of a file's bytes as an editor shows it that opens the file: in UTF-16 where a mark of byte order says so, else in UTF-8. */
export function decoded(bytes: Uint8Array): string {
	const [first, second] = bytes;
	const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}
