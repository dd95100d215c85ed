import { type Cursor, folded, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit } from './cursor';

export interface Scanned {
	readonly text: string;
	readonly end: number;
}

/** One of `,?[]{}`. */
const isFlowIndicator = (code: number): boolean => code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;

/** yaml_parser_scan_plain_scalar. `indent` is the least that its further lines need; `brokeLine` says that it ended beyond a line break. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): Scanned & { readonly brokeLine: boolean } {
	const { text } = cursor;
	let value = '';
	let end = cursor.at;
	let between = '';
	let brokeLine = false;
	while (!cursor.isDocumentIndicator() && cursor.code() !== 0x23) {
		const start = cursor.at;
		let at = start;
		let code = text.charCodeAt(at);
		for (; !isBlankOrEnd(code); code = text.charCodeAt(++at)) {
			if (code === 0x3a && isBlankOrEnd(text.charCodeAt(at + 1))) break;
			if (inFlow && isFlowIndicator(code)) break;
		}
		cursor.at = at;
		if (at > start) {
			value += between + text.slice(start, at);
			end = at;
			brokeLine = false;
		}
		if (!isBlank(code) && !isBreak(code)) break;
		const gap = scanGap(cursor, indent);
		if (cursor.fault) break;
		between = gap.text;
		brokeLine = gap.hasBreak;
		if (!inFlow && cursor.column < indent) break;
	}
	return { text: value, end, brokeLine };
}

/** White space within a plain or quoted scalar, as it reads there. */
function scanGap(cursor: Cursor, indent = 0): { readonly text: string; readonly hasBreak: boolean } {
	const start = cursor.at;
	cursor.skipBlanks();
	if (!isBreak(cursor.code())) return { text: cursor.text.slice(start, cursor.at), hasBreak: false };
	return { text: scanBreaks(cursor, cursor.readBreak(), indent), hasBreak: true };
}

function scanBreaks(cursor: Cursor, first: string, indent: number): string {
	let rest = '';
	for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
		if (isBreak(code)) {
			rest += cursor.readBreak();
			continue;
		}
		if (code === 9 && cursor.column < indent) {
			cursor.fail('found a tab character that violates indentation');
			break;
		}
		cursor.at++;
	}
	return folded(first, rest);
}

const ESCAPES: Readonly<Record<string, string>> = {
	0: '\0',
	a: '\x07',
	b: '\b',
	t: '\t',
	'\t': '\t',
	n: '\n',
	v: '\v',
	f: '\f',
	r: '\r',
	e: '\x1b',
	' ': ' ',
	'"': '"',
	"'": "'",
	'\\': '\\',
	N: '\x85',
	_: '\xa0',
	L: '\u2028',
	P: '\u2029',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** yaml_parser_scan_flow_scalar: the cursor stands on the opening quote. */
export function scanQuoted(cursor: Cursor): Scanned {
	const start = cursor.at;
	const quote = cursor.code();
	let value = '';
	for (cursor.at++; !cursor.fault; ) {
		if (cursor.isDocumentIndicator()) cursor.fail('found unexpected document indicator', start);
		else if (cursor.code() === 0) cursor.fail('found unexpected end of stream', start);
		else value += quote === 0x27 ? scanSingle(cursor) : scanDouble(cursor, start);
		if (cursor.code() === quote) break;
		if (isBlankOrEnd(cursor.code())) value += scanGap(cursor).text;
	}
	cursor.at++;
	return { text: value, end: cursor.at };
}

function scanSingle(cursor: Cursor): string {
	let value = '';
	for (;;) {
		const start = cursor.at;
		while (!isBlankOrEnd(cursor.code()) && cursor.code() !== 0x27) cursor.at++;
		value += cursor.text.slice(start, cursor.at);
		if (cursor.code() !== 0x27 || cursor.code(1) !== 0x27) return value;
		value += "'";
		cursor.at += 2;
	}
}

function scanDouble(cursor: Cursor, opening: number): string {
	let value = '';
	for (;;) {
		const start = cursor.at;
		let code = cursor.code();
		while (!isBlankOrEnd(code) && code !== 0x22 && code !== 0x5c) {
			cursor.at++;
			code = cursor.code();
		}
		value += cursor.text.slice(start, cursor.at);
		if (code !== 0x5c) return value;
		if (isBreak(cursor.code(1))) {
			cursor.at++;
			cursor.readBreak();
			return value + escapedGap(cursor);
		}
		value += scanEscape(cursor, opening);
		if (cursor.fault) return value;
	}
}

/** What follows an escaped line break: the next line's indentation goes, further breaks stay. */
function escapedGap(cursor: Cursor): string {
	let breaks = '';
	for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
		if (isBreak(code)) breaks += cursor.readBreak();
		else cursor.at++;
	}
	return breaks;
}

function scanEscape(cursor: Cursor, opening: number): string {
	const letter = cursor.text.charAt(cursor.at + 1);
	const digits = HEX_DIGITS[letter];
	if (digits === undefined) {
		const meant = ESCAPES[letter];
		if (meant === undefined) cursor.fail('found unknown escape character', cursor.at);
		cursor.at += 2;
		return meant ?? '';
	}
	const hex = cursor.text.slice(cursor.at + 2, cursor.at + 2 + digits);
	const point = Number.parseInt(hex, 16);
	if (hex.length < digits || /[^0-9A-Fa-f]/.test(hex)) cursor.fail('did not find expected hexdecimal number', opening);
	else if ((point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) cursor.fail('found invalid Unicode character escape code', cursor.at);
	if (cursor.fault) return '';
	cursor.at += 2 + digits;
	return String.fromCodePoint(point);
}

/** yaml_parser_scan_block_scalar: the cursor stands on `|` or `>`; `outer` is the indentation of the block around it. */
export function scanBlock(cursor: Cursor, outer: number): Scanned {
	const start = cursor.at;
	const literal = cursor.code() === 0x7c;
	cursor.at++;
	const { chomping, increment } = scanHeader(cursor, start);
	if (cursor.fault) return { text: '', end: cursor.at };
	let indent = increment > 0 ? Math.max(outer, 0) + increment : 0;
	let value = '';
	let lineBreak = '';
	let afterBlank = false;
	let { breaks, end, widest } = scanEmptyLines(cursor, indent, start);
	if (indent === 0) indent = Math.max(widest, outer + 1, 1);
	while (cursor.column === indent && cursor.code() !== 0 && !cursor.fault) {
		const blank = isBlank(cursor.code());
		value += !literal && !afterBlank && !blank && lineBreak === '\n' ? folded(lineBreak, breaks) : lineBreak + breaks;
		afterBlank = blank;
		const from = cursor.at;
		while (!isBreakOrEnd(cursor.code())) cursor.at++;
		value += cursor.text.slice(from, cursor.at);
		lineBreak = cursor.readBreak();
		({ breaks, end, widest } = scanEmptyLines(cursor, indent, start));
	}
	if (chomping !== '-') value += lineBreak;
	if (chomping === '+') value += breaks;
	return { text: value, end };
}

function scanHeader(cursor: Cursor, start: number): { readonly chomping: string; readonly increment: number } {
	let chomping = '';
	let increment = 0;
	for (let step = 0; step < 2; step++) {
		const code = cursor.code();
		if (chomping === '' && (code === 0x2b || code === 0x2d)) chomping = code === 0x2b ? '+' : '-';
		else if (increment === 0 && isDigit(code)) {
			increment = code - 48;
			if (increment === 0) cursor.fail('found an indentation indicator equal to 0', start);
		} else break;
		cursor.at++;
	}
	cursor.skipBlanks();
	cursor.skipComment();
	if (!isBreakOrEnd(cursor.code())) cursor.fail('did not find expected comment or line break', cursor.at);
	cursor.readBreak();
	return { chomping, increment };
}

/** yaml_parser_scan_block_scalar_breaks. `indent` 0 means that it is not known yet. */
function scanEmptyLines(cursor: Cursor, indent: number, start: number): { readonly breaks: string; readonly end: number; readonly widest: number } {
	let breaks = '';
	let end = cursor.at;
	let widest = 0;
	for (;;) {
		while ((indent === 0 || cursor.column < indent) && cursor.code() === 0x20) cursor.at++;
		widest = Math.max(widest, cursor.column);
		if ((indent === 0 || cursor.column < indent) && cursor.code() === 9) {
			cursor.fail('found a tab character where an indentation space is expected', start);
		}
		if (cursor.fault || !isBreak(cursor.code())) return { breaks, end, widest };
		breaks += cursor.readBreak();
		end = cursor.at;
	}
}
