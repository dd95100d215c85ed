import { goQuote } from '../../schema/go-quote';
import { byteLength, byteSlice } from '../bytes';
import { goText } from '../format';
import { fn, type GoFunction, outOfBounds } from '../signature';
import { andThen, compareText, Fault, type Int, int, isList, TypedMap, texts, type Value } from '../value';
import { textOf, textsOf } from './cast';
import { lower, trimSpace, upper } from './letters';
import { WORDS } from './words';

/** What `%q` prints; a byte that belongs to no character is one. */
export const quoteText = (text: string): string => (/[\ud800-\udfff]/u.test(text) ? goQuote(text).replace(/\\udc([89a-f][\da-f])/g, '\\x$1') : goQuote(text));

/** What no text is made longer than. */
const LONGEST = 10_000_000;
const TOO_LONG = new Fault(`the text would have more than ${LONGEST} characters`);

/** strings.Repeat. */
function repeat(count: number, text: string): string | Fault {
	if (count < 0) return new Fault('strings: negative Repeat count');
	return count * text.length > LONGEST ? TOO_LONG : text.repeat(count);
}

function indent(count: number, text: string): string | Fault {
	return andThen(repeat(count, ' '), (pad) => (pad.length * text.split('\n').length > LONGEST ? TOO_LONG : pad + text.replaceAll('\n', `\n${pad}`)));
}

/** text[from:to], or the words with which Go panics. */
export function cut(text: string, from: number, to: number | undefined): string | Fault {
	const length = byteLength(text);
	const end = to ?? length;
	if (end < 0) return outOfBounds(`:${end}]`);
	if (end > length) return outOfBounds(`:${end}] with length ${length}`);
	return from > end ? outOfBounds(`${from}:${end}]`) : byteSlice(text, from, end);
}

function substr(from: number, to: number, text: string): string | Fault {
	if (from < 0) return cut(text, 0, to);
	return cut(text, from, to < 0 || to > byteLength(text) ? undefined : to);
}

function trunc(count: number, text: string): string {
	const length = byteLength(text);
	if (count < 0) return length + count > 0 ? byteSlice(text, length + count) : text;
	return length > count ? byteSlice(text, 0, count) : text;
}

/** strings.Trim. */
function trimSet(set: string, text: string): string {
	const [letters, cuts] = [[...text], new Set(set)];
	let [from, to] = [0, letters.length];
	while (from < to && cuts.has(letters[from] ?? '')) from++;
	while (to > from && cuts.has(letters[to - 1] ?? '')) to--;
	return letters.slice(from, to).join('');
}

/** strings.Replace of all. */
function replace(from: string, to: string, text: string): string {
	if (from !== '') return text.split(from).join(to);
	return to + [...text].map((c) => c + to).join('');
}

/** strings.SplitN; without a separator, into characters. */
function splitText(separator: string, text: string, most = -1): readonly string[] {
	if (most === 0) return [];
	const pieces = separator === '' ? [...text] : text.split(separator);
	if (most < 0 || pieces.length <= most) return pieces;
	return [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(separator)];
}

const numbered = (pieces: readonly string[]): TypedMap =>
	new TypedMap(
		'string',
		pieces.map((piece, i) => [`_${i}`, piece] as const),
	);

/** strconv.Atoi, whose error nobody hears: too large a number is the largest. */
function atoi(text: string): Int {
	if (!/^[-+]?\d+$/.test(text)) return int(0);
	const value = BigInt(text.replace(/^\+/, ''));
	const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
	return int(value < least ? least : value > most ? most : value);
}

/** All that is not nil, with a blank between each two. */
const spaced = (shown: (one: Value) => string): GoFunction =>
	fn('a*', (...all: readonly Value[]) =>
		all
			.filter((one) => one !== null)
			.map(shown)
			.join(' '),
	);

/** Sprig's strings.go, and what functions.go takes from Go's strings. */
export const STRINGS: Readonly<Record<string, GoFunction>> = {
	...WORDS,
	hello: fn('', () => 'Hello!'),
	trim: fn('s', trimSpace),
	upper: fn('s', upper),
	lower: fn('s', lower),
	trunc: fn('is', trunc),
	substr: fn('iis', substr),
	indent: fn('is', indent),
	nindent: fn('is', (count: number, text: string) => andThen(indent(count, text), (made) => `\n${made}`)),
	repeat: fn('is', repeat),
	replace: fn('sss', replace),
	trimAll: fn('ss', trimSet),
	trimall: fn('ss', trimSet),
	trimSuffix: fn('ss', (suffix: string, text: string) => (suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text)),
	trimPrefix: fn('ss', (prefix: string, text: string) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
	contains: fn('ss', (part: string, text: string) => text.includes(part)),
	hasPrefix: fn('ss', (part: string, text: string) => text.startsWith(part)),
	hasSuffix: fn('ss', (part: string, text: string) => text.endsWith(part)),
	quote: spaced((one) => quoteText(textOf(one))),
	squote: spaced((one) => `'${goText(one)}'`),
	cat: spaced(goText),
	toString: fn('a', textOf),
	toStrings: fn('a', textsOf),
	join: fn('sa', (separator: string, list: Value) => textsOf(list).join(separator)),
	split: fn('ss', (separator: string, text: string) => numbered(splitText(separator, text))),
	splitn: fn('sis', (separator: string, most: number, text: string) => numbered(splitText(separator, text, most))),
	splitList: fn('ss', (separator: string, text: string) => texts(splitText(separator, text))),
	sortAlpha: fn('a', (list: Value) => texts(isList(list) ? ([...textsOf(list)] as string[]).sort(compareText) : [textOf(list)])),
	plural: fn('ssi', (one: string, many: string, count: number) => (count === 1 ? one : many)),
	atoi: fn('s', atoi),
};
