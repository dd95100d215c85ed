import { fn, type GoFunction } from '../signature';
import { isSpace, latin, lower, onBytes, upper } from './letters';

const isUpper = (c: string): boolean => /^\p{Lu}$/u.test(c);
const isPunctuation = (c: string): boolean => /^\p{P}$/u.test(c);
const isNumber = (c: string): boolean => /^\p{N}$/u.test(c);
/** A letter of a script that has cases, and what belongs to it: isAlphabet of xstrings. */
const isAlphabet = (c: string): boolean => /^\p{L}$/u.test(c) && (lower(c) !== c || upper(c) !== c);
const isConnector = (c: string): boolean => c === '-' || c === '_' || isSpace(c);

/** strings.Title: the first letter of each word; Go's own idea of where one begins. */
function title(text: string): string {
	let before = ' ';
	return text.replace(/./gsu, (c) => {
		const begins = before < '\x80' ? !/[A-Za-z0-9_]/.test(before) : !/[\p{L}\p{Nd}]/u.test(before) && isSpace(before);
		before = c;
		return begins ? upper(c) : c;
	});
}

/** util.Uncapitalize. */
function untitle(text: string): string {
	let begins = true;
	return text.replace(/./gsu, (c) => {
		if (isSpace(c)) begins = true;
		else if (begins) {
			begins = false;
			return lower(c);
		}
		return c;
	});
}

/** util.SwapCase. */
const swapCase = (text: string): string => text.replace(/./gsu, (c) => (/\p{Lu}|\p{Lt}/u.test(c) ? lower(c) : /\p{Ll}/u.test(c) ? upper(c) : c));

/** util.DeleteWhiteSpace, which takes bytes for characters where it finds any. */
function noSpace(text: string): string {
	const bytes = [...latin(text)];
	const kept = bytes.filter((c) => !isSpace(c));
	return kept.length === bytes.length ? text : kept.join('');
}

/** util.Initials, likewise. */
function initials(text: string): string {
	let afterGap = true;
	return [...latin(text)]
		.filter((c) => {
			const begins = afterGap && !isSpace(c);
			afterGap = isSpace(c);
			return begins;
		})
		.join('');
}

/** util.AbbreviateFull. */
function abbreviate(text: string, left: number, width: number): string {
	const { length } = text;
	if (length <= width) return text;
	const offset = Math.min(Math.min(left, length), length - left < width - 3 ? length - (width - 3) : left);
	if (offset <= 4) return `${text.slice(0, width - 3)}...`;
	if (width < 7) return '';
	if (offset + width - 3 < length) return `...${width - 3 < 4 ? '' : abbreviate(text.slice(offset), 0, width - 3)}`;
	return `...${text.slice(length - (width - 3))}`;
}

const abbrevBoth = (left: number, right: number, text: string): string =>
	right < 4 || (left > 0 && right < 7) ? text : onBytes(text, (bytes) => abbreviate(bytes, left, right));

/** util.WrapCustom: by bytes. */
function wrap(text: string, width: number, newLine: string, breaksWords: boolean): string {
	const size = Math.max(1, width);
	let out = '';
	let at = 0;
	while (text.length - at > size) {
		if (text.charAt(at) === ' ') {
			at++;
			continue;
		}
		const space = text.slice(at, at + size + 1).lastIndexOf(' ') + at;
		let end = space;
		if (space < at) end = breaksWords ? at + size : text.indexOf(' ', at + size);
		if (end < 0) return out + text.slice(at);
		out += text.slice(at, end) + newLine;
		at = end + (space < at && breaksWords ? 0 : 1);
	}
	return out + text.slice(at);
}

/** xstrings.ToPascalCase. */
function camelCase(text: string): string {
	const letters = [...text];
	const first = letters.findIndex((c) => !isConnector(c));
	if (first < 0) return text;
	let out = letters.slice(0, first).join('');
	let isRunUpper = isUpper(letters[first] ?? '');
	let last = upper(letters[first] ?? '');
	for (const c of letters.slice(first + 1)) {
		const before = last;
		last = c;
		if (isConnector(c) && isConnector(before)) out += before;
		else if (isConnector(before)) {
			isRunUpper = isUpper(c);
			last = upper(c);
		} else {
			if (isRunUpper && isUpper(c)) last = lower(c);
			else isRunUpper = false;
			out += before;
		}
	}
	return out + last;
}

type Word = { readonly kind: 'number' | 'upper' | 'letters' | 'connector' | 'punctuation' | 'other' | 'end'; readonly text: string };

/** xstrings.nextWord. */
function wordsOf(text: string): readonly Word[] {
	const letters = [...text];
	const found: Word[] = [];
	for (let at = 0; at < letters.length; ) {
		const word = wordAt(letters, at);
		found.push(word);
		at += [...word.text].length;
	}
	return found;
}

function wordAt(letters: readonly string[], from: number): Word {
	const run = (start: number, fits: (c: string) => boolean): number => {
		let at = start;
		while (at < letters.length && fits(letters[at] ?? '')) at++;
		return at;
	};
	const word = (kind: Word['kind'], to: number): Word => ({ kind, text: letters.slice(from, to).join('') });
	const first = letters[from] ?? '';
	const isSmall = (c: string): boolean => isAlphabet(c) && !isUpper(c);
	if (isConnector(first)) return word('connector', run(from, isConnector));
	if (isPunctuation(first)) return word('punctuation', run(from, isPunctuation));
	if (isUpper(first)) {
		const second = letters[from + 1] ?? '';
		if (!isUpper(second)) return word('upper', run(from + 1, isSmall));
		const end = run(from, isUpper);
		// Of HTTPStatus the S begins the next word.
		return word('upper', end < letters.length && isAlphabet(letters[end] ?? '') ? end - 1 : end);
	}
	if (isAlphabet(first)) return word('letters', run(from, isSmall));
	if (isNumber(first)) return word('number', run(from, isNumber));
	return word(
		'other',
		run(from, (c) => !isConnector(c) && !isAlphabet(c) && !isNumber(c) && !isPunctuation(c)),
	);
}

/** camelCaseToLowerCase of xstrings. */
function separated(text: string, connector: string): string {
	if (text === '') return '';
	const words = wordsOf(text);
	let next = 0;
	let out = '';
	const END: Word = { kind: 'end', text: '' };
	const take = (): Word => words[next++] ?? END;
	const put = (word: Word): void => {
		out += word.kind === 'connector' ? connector.repeat([...word.text].length) : lower(word.text);
	};
	const putBreak = (before: Word): void => {
		if (before.kind !== 'connector' && before.kind !== 'punctuation' && before.kind !== 'end') out += connector;
	};
	const putRun = (from: Word): Word => {
		let word = from;
		while (word.kind === 'letters' || word.kind === 'number') {
			put(word);
			word = take();
		}
		return word;
	};
	let word = take();
	while (next < words.length) {
		if (word.kind !== 'connector') put(word);
		const before = word;
		word = take();
		if (before.kind === 'number') {
			word = putRun(word);
			putBreak(word);
		} else if (before.kind === 'connector') put(before);
		else if (before.kind !== 'punctuation') {
			if (word.kind !== 'number') {
				putBreak(word);
				continue;
			}
			if (next >= words.length) continue;
			const number = word;
			word = take();
			// A number that no small letters follow belongs to the word before it: Bld4Floor.
			if (word.kind !== 'letters') {
				put(number);
				putBreak(word);
				continue;
			}
			out += connector;
			put(number);
			word = putRun(word);
			putBreak(word);
		}
	}
	put(word);
	return out;
}

/** What Sprig does with words: goutils and xstrings. */
export const WORDS: Readonly<Record<string, GoFunction>> = {
	title: fn('s', title),
	untitle: fn('s', untitle),
	swapcase: fn('s', swapCase),
	nospace: fn('s', noSpace),
	initials: fn('s', initials),
	abbrev: fn('is', (width: number, text: string) => abbrevBoth(0, width, text)),
	abbrevboth: fn('iis', abbrevBoth),
	wrap: fn('is', (width: number, text: string) => onBytes(text, (bytes) => wrap(bytes, width, '\n', false))),
	wrapWith: fn('iss', (width: number, newLine: string, text: string) =>
		onBytes(text, (bytes) => wrap(bytes, width, bytes === text ? newLine || '\n' : latin(newLine || '\n'), true)),
	),
	camelcase: fn('s', camelCase),
	snakecase: fn('s', (text: string) => separated(text, '_')),
	kebabcase: fn('s', (text: string) => separated(text, '-')),
};
