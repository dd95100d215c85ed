const ESCAPES: Readonly<Record<string, string>> = {
	'\\': '\\\\',
	'"': '\\"',
	'\x07': '\\a',
	'\b': '\\b',
	'\f': '\\f',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\v': '\\v',
};

/** strconv.Quote: what `%q` prints. Only letters, marks, numbers, punctuation, symbols and the space stand for themselves. */
export function goQuote(text: string): string {
	return `"${text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (c) => ESCAPES[c] ?? escaped(c.codePointAt(0) ?? 0))}"`;
}

function escaped(code: number): string {
	// A byte that belongs to no character: see templates/bytes.ts.
	if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
	const [mark, digits] = code < 0x80 ? ['x', 2] : code < 0x10000 ? ['u', 4] : ['U', 8];
	return `\\${mark}${code.toString(16).padStart(digits, '0')}`;
}
