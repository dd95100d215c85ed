import { decode, encode, wellFormed } from '../bytes';

/** unicode.IsSpace, as a class of a regular expression. */
export const SPACES = '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const OUTER_SPACE = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, 'g');
const ONE_SPACE = new RegExp(`^[${SPACES}]$`);

/** strings.TrimSpace. */
export const trimSpace = (text: string): string => text.replace(OUTER_SPACE, '');
export const isSpace = (letter: string): boolean => ONE_SPACE.test(letter);

/** A letter whose other case is one letter, too; Go knows no others. What is no character becomes U+FFFD. */
const oneLetter = (letter: string, other: string): string => ([...other].length === 1 ? other : letter);
export const upper = (text: string): string => wellFormed(text).replace(/./gsu, (c) => oneLetter(c, c.toUpperCase()));
export const lower = (text: string): string => wellFormed(text).replace(/./gsu, (c) => oneLetter(c, c === 'İ' ? 'i' : c.toLowerCase()));

/** Runs over the bytes of a text, as Go's indices do: each is a character while it runs. */
export const onBytes = (text: string, run: (bytes: string) => string): string =>
	/[^\0-\x7f]/.test(text) ? decode(Uint8Array.from(run(latin(text)), (c) => c.charCodeAt(0))) : run(text);

/** The bytes of a text, a character each. */
export const latin = (text: string): string => Array.from(encode(text), (byte) => String.fromCharCode(byte)).join('');
