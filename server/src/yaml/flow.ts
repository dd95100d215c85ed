import { matchAt } from './match-at';
import type { Spot } from './spot';

interface Level {
	readonly kind: 'map' | 'list';
	readonly keys: string[];
	index: number;
	/** The key whose value is being written. */
	key: string | undefined;
}

/** `{`, `}`, a quoted text, a plain one … */
const TOKEN =
	/"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|[{}[\],]|:(?=[\s,\]}"'{[]|$)|#[^\n]*|(?:[^\s{}[\],:"'#]|:(?![\s,\]}])|(?<=\S)["'#])+(?:[ \t]+(?:[^\s{}[\],:"'#]|:(?![\s,\]}]))+)*|\s+/g;

/** How far brackets are open at the end of a line, and the quote that is not closed there. */
export interface Brackets {
	readonly depth: number;
	readonly quote?: '"' | "'";
}

export const CLOSED: Brackets = { depth: 0 };

/** The same after a further line, which comes to nothing behind the bracket that closes the first. */
export function readOn({ depth: before, quote: open }: Brackets, line: string): Brackets {
	let depth = before;
	let quote = open;
	/** A quote begins a text only where no word is being read. */
	let inWord = false;
	for (let at = 0; at < line.length; at++) {
		const one = line.charAt(at);
		if (quote) {
			if (one === '\\' && quote === '"') at++;
			else if (one === quote) quote = undefined;
			continue;
		}
		if (!inWord && one === '#') break;
		if (one === '{' || one === '[') depth++;
		else if (one === '}' || one === ']') depth--;
		else if (!inWord && (one === '"' || one === "'")) quote = one;
		if (depth <= 0) return CLOSED;
		inWord = quote === undefined && !'{}[], \t\r'.includes(one) && !(one === ':' && '{}[], \t\r"\''.includes(line.charAt(at + 1)));
	}
	return quote ? { depth, quote } : { depth };
}

/** Where a cursor writes inside the brackets opened at `open`: path and siblings count from there. */
export function flowSpot(text: string, open: number, offset: number): Omit<Spot, 'column'> | undefined {
	const levels: Level[] = [];
	let word = '';
	/** A space follows the word: nothing can be added to it. */
	let ended = false;
	/** The word goes on with a text that began before it. */
	let goesOn = false;
	for (const match of text.slice(open, offset).matchAll(TOKEN)) {
		const token = match[0];
		if (/^\s+$/.test(token) && word === '') continue;
		const level = levels.at(-1);
		if (token === '{' || token === '[') levels.push({ kind: token === '{' ? 'map' : 'list', keys: [], index: 0, key: undefined });
		else if (token === '}' || token === ']') levels.pop();
		else if (token === ',' && level) Object.assign(level, { index: level.index + 1, key: undefined });
		else if (token === ':' && level) Object.assign(level, { key: unquoted(word) }).keys.push(unquoted(word));
		if (/^[{[,:]$/.test(token)) {
			word = '';
			goesOn = false;
		} else if (!/^\s+$/.test(token)) {
			goesOn = word !== '';
			word = token;
		}
		ended = /^\s+$/.test(token);
	}
	const level = levels.at(-1);
	if (!level || ended || goesOn || /^[}\]#|>&*!%@`]/.test(word)) return undefined;
	return spotIn(levels, level, word, offset, text);
}

function spotIn(levels: readonly Level[], level: Level, word: string, offset: number, text: string): Omit<Spot, 'column'> | undefined {
	const path = levels.flatMap((one): (string | number)[] => {
		if (one.kind === 'list') return [one.index];
		return one === level || one.key === undefined ? [] : [one.key];
	});
	const quote: Spot['quote'] = quoteOf(word);
	const typed = quote ? word.slice(1) : word;
	const after = text.slice(offset);
	if (quote && quoteEnd(typed, quote) >= 0) return undefined;
	const base: Pick<Spot, 'path' | 'flow' | 'from' | 'quote'> = { path, flow: true, from: offset - typed.length, ...(quote ? { quote } : {}) };
	const isValue = level.kind === 'map' && level.key !== undefined;
	const tail = quote ? (leftIn(quote, typed, lineOf(after)) ?? '') : tailOf(lineOf(after), isValue);
	const rest = after.slice(tail.length + (quote && after.charAt(tail.length) === quote ? 1 : 0));
	const colonFollows = !isValue && /^ *:/.test(rest);
	// Without a comma between, two are none.
	if (!colonFollows && !isEndAt(text, text.length - rest.length)) return undefined;
	const to = offset + tail.length;
	if (level.kind === 'map' && level.key !== undefined) return { ...base, above: [], below: [], writes: { what: 'value', key: level.key, typed }, to };
	const below = level.kind === 'map' ? keysAfter(after, colonFollows) : [];
	return { ...base, above: level.keys, below, writes: { what: 'key', typed, dash: level.kind === 'list', colonFollows }, to };
}

/** Nothing more of the word's kind follows. A # is a comment's behind a blank alone. */
const isEndAt = (text: string, at: number): boolean => matchAt(/[ \t\r]*(?:$|[\n,}\]]|(?<=[ \t])#)/y, text, at) !== undefined;

/** What is left of the word in hand behind the cursor, on its line. */
function tailOf(line: string, isValue: boolean): string {
	return isValue ? (/^[^,{}[\]#]*/.exec(line)?.[0].trimEnd() ?? '') : (/^[\w./-]*/.exec(line)?.[0] ?? '');
}

const lineOf = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Keys of the same brackets behind the cursor. */
function keysAfter(text: string, inKey: boolean): readonly string[] {
	const keys: string[] = [];
	let depth = 0;
	let word = '';
	let skip = inKey;
	for (const [token] of text.matchAll(TOKEN)) {
		if (token === '{' || token === '[') depth++;
		else if (token === '}' || token === ']') depth--;
		if (depth < 0) break;
		if (token === ':' && depth === 0) {
			if (!skip) keys.push(unquoted(word));
			skip = false;
		} else if (!/^\s+$/.test(token)) {
			word = token;
		}
	}
	return keys;
}

/** The quote a word begins with. */
export const quoteOf = (word: string): '"' | "'" | undefined => (word.startsWith('"') ? '"' : word.startsWith("'") ? "'" : undefined);

/** Where the quote stands that ends a text, of which this begins behind the one that opens it; -1 where none does. */
export function quoteEnd(text: string, quote: '"' | "'"): number {
	const { length } = (quote === '"' ? /^[^"\\]*(?:\\.[^"\\]*)*/s : /^[^']*(?:''[^']*)*/).exec(text)?.[0] ?? '';
	return text.charAt(length) === quote ? length : -1;
}

/** What is left within quotes behind a cursor on its line; undefined where nothing closes them there. */
export function leftIn(quote: '"' | "'", typed: string, after: string): string | undefined {
	const end = quoteEnd(typed + after, quote);
	return end < typed.length ? undefined : after.slice(0, end - typed.length);
}

const unquoted = (word: string): string => word.replace(/^(["'])(.*)\1$/, '$2');
