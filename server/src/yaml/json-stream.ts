/** Where a JSON value ends, or the first thing that is no JSON, in encoding/json's words. */
export type Scanned = { readonly end: number } | { readonly at: number; readonly message: string };

/** What may come next: a value, a value or `]`, a key, a key or `}`, the colon, and what ends or goes on in a list or map. */
type Next = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'afterItem' | 'afterEntry';

const DEEPEST = 10_000;
const SPACE = /[ \t\r\n]*/y;

/** Behind the white space of JSON. */
export function skipSpace(text: string, at: number): number {
	SPACE.lastIndex = at;
	SPACE.test(text);
	return SPACE.lastIndex;
}

/** Reads one value from an offset on: encoding/json scanner.go, whose sentences kubectl shows. */
export function scanJson(text: string, from: number): Scanned {
	const open: ('[' | '{')[] = [];
	let next: Next = 'value';
	let at = skipSpace(text, from);
	for (;;) {
		const character = text.charAt(at);
		if (character === '') return { at, message: 'unexpected EOF' };
		const closes = character === ']' ? next === 'valueOrEnd' || next === 'afterItem' : character === '}' && (next === 'keyOrEnd' || next === 'afterEntry');
		if (closes) {
			open.pop();
			at++;
		} else if (next === 'colon' || next === 'afterItem' || next === 'afterEntry') {
			if (character !== (next === 'colon' ? ':' : ',')) return wrong(text, at, EXPECTED[next]);
			next = next === 'afterEntry' ? 'key' : 'value';
			at = skipSpace(text, at + 1);
			continue;
		} else if (next === 'key' || next === 'keyOrEnd') {
			if (character !== '"') return wrong(text, at, EXPECTED.key);
			const string = scanString(text, at);
			if ('message' in string) return string;
			at = skipSpace(text, string.end);
			next = 'colon';
			continue;
		} else if (character === '[' || character === '{') {
			open.push(character);
			if (open.length > DEEPEST) return { at, message: 'exceeded max depth' };
			next = character === '[' ? 'valueOrEnd' : 'keyOrEnd';
			at = skipSpace(text, at + 1);
			continue;
		} else {
			const scalar = character === '"' ? scanString(text, at) : scanWord(text, at);
			if ('message' in scalar) return scalar;
			at = scalar.end;
		}
		const around = open.at(-1);
		if (!around) return { end: at };
		next = around === '[' ? 'afterItem' : 'afterEntry';
		at = skipSpace(text, at);
	}
}

const EXPECTED = {
	value: 'looking for beginning of value',
	key: 'looking for beginning of object key string',
	colon: 'after object key',
	afterItem: 'after array element',
	afterEntry: 'after object key:value pair',
} as const;

function wrong(text: string, at: number, context: string): Scanned {
	const character = text.charAt(at);
	return { at, message: character === '' ? 'unexpected EOF' : `invalid character ${quoteCharacter(text, at)} ${context}` };
}

const NAMED: Readonly<Record<string, string>> = {
	"'": "\\'",
	'\\': '\\\\',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\b': '\\b',
	'\f': '\\f',
	'\v': '\\v',
	'\x07': '\\a',
};

/** quoteChar: it looks at bytes, so of other letters it shows the first byte of UTF-8 as if that were one. */
export function quoteCharacter(text: string, at: number): string {
	const code = text.codePointAt(at) ?? 0;
	const byte = code < 0x80 ? code : code < 0x800 ? 0xc0 | (code >> 6) : code < 0x10000 ? 0xe0 | (code >> 12) : 0xf0 | (code >> 18);
	const character = String.fromCharCode(byte);
	return `'${NAMED[character] ?? (byte < 0x20 || byte === 0x7f ? `\\x${byte.toString(16).padStart(2, '0')}` : character)}'`;
}

function scanString(text: string, start: number): Scanned {
	for (let at = start + 1; ; at++) {
		const character = text.charAt(at);
		if (character === '"') return { end: at + 1 };
		if (character < ' ') return wrong(text, at, 'in string literal');
		if (character !== '\\') continue;
		at++;
		const escaped = text.charAt(at);
		if (escaped === 'u') {
			for (const last = at + 4; at < last; ) if (!/[\da-fA-F]/.test(text.charAt(++at))) return wrong(text, at, 'in \\u hexadecimal character escape');
		} else if (escaped === '' || !'bfnrt\\/"'.includes(escaped)) return wrong(text, at, 'in string escape code');
	}
}

/** `true`, `false`, `null` and numbers. */
function scanWord(text: string, start: number): Scanned {
	const literal = ['true', 'false', 'null'].find((word) => text.startsWith(word.charAt(0), start));
	if (!literal) return scanNumber(text, start);
	for (let i = 1; i < literal.length; i++) {
		if (text.charAt(start + i) !== literal[i]) return wrong(text, start + i, `in literal ${literal} (expecting '${literal[i]}')`);
	}
	return { end: start + literal.length };
}

function scanNumber(text: string, start: number): Scanned {
	const digits = (at: number): number => {
		let end = at;
		while (/\d/.test(text.charAt(end))) end++;
		return end;
	};
	let at = text.charAt(start) === '-' ? start + 1 : start;
	if (!/\d/.test(text.charAt(at))) return wrong(text, at, at > start ? 'in numeric literal' : EXPECTED.value);
	at = text.charAt(at) === '0' ? at + 1 : digits(at);
	if (text.charAt(at) === '.') {
		if (!/\d/.test(text.charAt(at + 1))) return wrong(text, at + 1, 'after decimal point in numeric literal');
		at = digits(at + 1);
	}
	if (/[eE]/.test(text.charAt(at))) {
		at += /[-+]/.test(text.charAt(at + 1)) ? 2 : 1;
		if (!/\d/.test(text.charAt(at))) return wrong(text, at, 'in exponent of numeric literal');
		at = digits(at);
	}
	return { end: at };
}
