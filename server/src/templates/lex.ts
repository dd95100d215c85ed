import { goQuote } from '../schema/go-quote';
import { matchAt } from '../yaml/match-at';

/** itemType of text/template/parse lex.go; a keyword has its own name. */
export type TokenKind =
	| 'text'
	| 'open'
	| 'close'
	| 'space'
	| 'string'
	| 'number'
	| 'char'
	| 'field'
	| 'variable'
	| 'identifier'
	| 'bool'
	| 'dot'
	| '('
	| ')'
	| '|'
	| '='
	| ':='
	| 'other'
	| 'error'
	| 'end of file'
	| Keyword;
const KEYWORDS = ['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'nil', 'range', 'template', 'with'] as const;
export type Keyword = (typeof KEYWORDS)[number];

export interface Token {
	readonly kind: TokenKind;
	/** Of an error its sentence. */
	readonly text: string;
	readonly at: number;
	readonly line: number;
}

export const isKeyword = (word: string): word is Keyword => (KEYWORDS as readonly string[]).includes(word);

/** What an operand may begin with. */
export const BEGIN_OPERANDS: ReadonlySet<string> = new Set('bool char dot field identifier number nil string variable ('.split(' '));

/** item.String(): how an error shows a token. */
export function tokenText({ kind, text }: Token): string {
	if (kind === 'end of file') return 'EOF';
	if (kind === 'error') return text;
	if (isKeyword(kind) || kind === 'dot') return `<${text}>`;
	const letters = [...text];
	return text.length > 10 ? `${goQuote(letters.slice(0, 10).join(''))}...` : goQuote(text);
}

const LINE_END = 10;
const CLOSE = /(?:[ \t\r\n]-)?\}\}/y;
const SPACES = /[ \t\r\n]*/y;
/** scanNumber. */
const NUMBER =
	/[-+]?(?:0[xX][\da-fA-F_]*\.?[\da-fA-F_]*(?:[pP][-+]?[\d_]*)?|0[oO][0-7_]*\.?[0-7_]*|0[bB][01_]*\.?[01_]*|[\d_]*\.?[\d_]*(?:[eE][-+]?[\d_]*)?)i?/y;
const WORD = /[\p{L}\p{Nd}_]*/uy;

/** The tokens of a template up to its end, or to what is no token, which is an error; `from` is where the text begins in a longer one. */
export function lex(text: string, from = 0): readonly Token[] {
	const tokens: Token[] = [];
	let at = 0;
	let line = 1;
	let failed = false;

	function emit(kind: TokenKind, length: number): void {
		tokens.push({ kind, text: text.slice(at, at + length), at: from + at, line });
		skip(length);
	}

	function skip(length: number): void {
		for (const end = at + length; at < end; at++) if (text.charCodeAt(at) === LINE_END) line++;
	}

	function fail(message: string): void {
		tokens.push({ kind: 'error', text: message, at: from + at, line });
		failed = true;
	}

	function textAndAction(): void {
		const open = text.indexOf('{{', at);
		const end = open < 0 ? text.length : open;
		const trims = open >= 0 && /^-[ \t\r\n]/.test(text.slice(open + 2, open + 4));
		const piece = text.slice(at, end);
		const kept = trims ? piece.replace(/[ \t\r\n]+$/, '').length : piece.length;
		if (kept > 0) emit('text', kept);
		skip(piece.length - kept);
		if (open < 0) return;
		const delimiter = trims ? 4 : 2;
		if (text.startsWith('/*', open + delimiter)) {
			skip(delimiter);
			comment();
			return;
		}
		emit('open', 2);
		skip(delimiter - 2);
		action();
	}

	function comment(): void {
		const close = text.indexOf('*/', at + 2);
		if (close < 0) return fail('unclosed comment');
		const [delimiter] = /^(?:[ \t\r\n]-)?\}\}/.exec(text.slice(close + 2, close + 6)) ?? [];
		if (delimiter === undefined) return fail('comment ends before closing delimiter');
		skip(close + 2 - at + delimiter.length);
		if (delimiter.length > 2) skip(found(SPACES).length);
	}

	/** What a sticky expression finds from an offset on. */
	function found(pattern: RegExp, start = at): string {
		return matchAt(pattern, text, start)?.[0] ?? '';
	}

	/** lexInsideAction, up to the right delimiter. */
	function action(): void {
		for (let parens = 0; !failed; ) {
			const close = found(CLOSE);
			if (close !== '') {
				if (parens > 0) return fail('unclosed left paren');
				skip(close.length - 2);
				emit('close', 2);
				if (close.length > 2) skip(found(SPACES).length);
				return;
			}
			const c = text.charAt(at);
			if (c === '(') parens++;
			if (c === ')' && --parens < 0) return fail('unexpected right paren');
			item(c);
		}
	}

	function item(c: string): void {
		if (c === '') fail('unclosed action');
		else if (/[ \t\r\n]/.test(c)) spaces();
		else if (c === '=' || c === '|' || c === '(' || c === ')') emit(c, 1);
		else if (c === ':') text.charAt(at + 1) === '=' ? emit(':=', 2) : fail('expected :=');
		else if (c === '"') quoted('string', /"(?:[^"\\\n]|\\[^\n])*"/uy, 'unterminated quoted string');
		else if (c === '`') quoted('string', /`[^`]*`/y, 'unterminated raw quoted string');
		else if (c === "'") quoted('char', /'(?:[^'\\\n]|\\[^\n])*'/uy, 'unterminated character constant');
		else if (c === '$') name('variable', 1);
		else if (c === '.' && /\D/.test(text.charAt(at + 1))) name('field', 1);
		else if (/[-+.\d]/.test(c)) number();
		else if (found(WORD) !== '') name('identifier', 0);
		else if (/[!-~]/.test(c)) emit('other', 1);
		else fail(`unrecognized character in action: ${shownChar(at)}`);
	}

	/** `%#U` of the character at an offset. */
	function shownChar(place: number): string {
		const code = text.codePointAt(place) ?? 0xfffd;
		const c = String.fromCodePoint(code);
		return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(c) ? ` '${c}'` : ''}`;
	}

	/** Blanks, but for the one that belongs to a trim marker. */
	function spaces(): void {
		const { length } = found(SPACES);
		const own = text.startsWith('-}}', at + length) ? length - 1 : length;
		if (own > 0) emit('space', own);
	}

	function quoted(kind: 'string' | 'char', pattern: RegExp, message: string): void {
		const { length } = found(pattern);
		if (length === 0) fail(message);
		else emit(kind, length);
	}

	function name(kind: 'variable' | 'field' | 'identifier', sign: number): void {
		const word = found(WORD, at + sign);
		const length = sign + word.length;
		if (!/^(?:[ \t\r\n.,|:)(]|\}\}|$)/.test(text.slice(at + length, at + length + 2))) {
			skip(length);
			return fail(`bad character ${shownChar(at)}`);
		}
		if (kind !== 'identifier') emit(kind === 'field' && word === '' ? 'dot' : kind, length);
		else emit(isKeyword(word) ? word : word === 'true' || word === 'false' ? 'bool' : 'identifier', length);
	}

	/** lexNumber: what is wrong in other ways the parser notices. */
	function number(): void {
		const first = found(NUMBER);
		const isPair = /[-+]/.test(text.charAt(at + first.length));
		const whole = isPair ? first + found(NUMBER, at + first.length) : first;
		const [after = ''] = found(WORD, at + whole.length);
		if (after === '' && (!isPair || whole.endsWith('i'))) emit('number', whole.length);
		else fail(`bad number syntax: ${goQuote(whole + after)}`);
	}

	while (!failed && at < text.length) textAndAction();
	return [...tokens, { kind: 'end of file', text: 'EOF', at: from + at, line }];
}
