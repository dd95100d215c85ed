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

/** item.String(): how an error shows a token. */
export function tokenText({ kind, text }: Token): string {
	if (kind === 'end of file') return 'EOF';
	if (kind === 'error') return text;
	if (isKeyword(kind) || kind === 'dot') return `<${text}>`;
	const letters = [...text];
	return text.length > 10 ? `${goQuote(letters.slice(0, 10).join(''))}...` : goQuote(text);
}

/** The tokens of a template up to its end, or to what is no token, which is an error. */
export function lex(text: string): readonly Token[] {
	return new Lexer(text).tokens();
}

const SPACES = /[ \t\r\n]*/y;
/** scanNumber. */
const NUMBER =
	/[-+]?(?:0[xX][\da-fA-F_]*\.?[\da-fA-F_]*(?:[pP][-+]?[\d_]*)?|0[oO][0-7_]*\.?[0-7_]*|0[bB][01_]*\.?[01_]*|[\d_]*\.?[\d_]*(?:[eE][-+]?[\d_]*)?)i?/y;
const WORD = /[\p{L}\p{Nd}_]*/uy;

class Lexer {
	private readonly emitted: Token[] = [];
	private at = 0;
	private line = 1;
	private failed = false;

	constructor(private readonly text: string) {}

	tokens(): readonly Token[] {
		while (!this.failed && this.at < this.text.length) this.textAndAction();
		this.emitted.push({ kind: 'end of file', text: 'EOF', at: this.at, line: this.line });
		return this.emitted;
	}

	private emit(kind: TokenKind, length: number): void {
		const text = this.text.slice(this.at, this.at + length);
		this.emitted.push({ kind, text, at: this.at, line: this.line });
		this.skip(length);
	}

	private skip(length: number): void {
		for (let at = this.text.indexOf('\n', this.at); at >= 0 && at < this.at + length; at = this.text.indexOf('\n', at + 1)) this.line++;
		this.at += length;
	}

	private fail(message: string): void {
		this.emitted.push({ kind: 'error', text: message, at: this.at, line: this.line });
		this.failed = true;
	}

	private textAndAction(): void {
		const open = this.text.indexOf('{{', this.at);
		const end = open < 0 ? this.text.length : open;
		const trims = open >= 0 && /^-[ \t\r\n]/.test(this.text.slice(open + 2, open + 4));
		const piece = this.text.slice(this.at, end);
		const kept = trims ? piece.replace(/[ \t\r\n]+$/, '').length : piece.length;
		if (kept > 0) this.emit('text', kept);
		this.skip(piece.length - kept);
		if (open < 0) return;
		if (this.text.startsWith('/*', open + (trims ? 4 : 2))) {
			this.skip(trims ? 4 : 2);
			this.comment();
			return;
		}
		this.emit('open', 2);
		if (trims) this.skip(2);
		this.action();
	}

	private comment(): void {
		const close = this.text.indexOf('*/', this.at + 2);
		if (close < 0) return this.fail('unclosed comment');
		const [delimiter] = /^(?:[ \t\r\n]-)?\}\}/.exec(this.text.slice(close + 2, close + 6)) ?? [];
		if (delimiter === undefined) return this.fail('comment ends before closing delimiter');
		this.skip(close + 2 - this.at + delimiter.length);
		if (delimiter.length > 2) this.skip(this.found(SPACES).length);
	}

	/** What a sticky expression finds from an offset on. */
	private found(pattern: RegExp, at = this.at): string {
		return matchAt(pattern, this.text, at)?.[0] ?? '';
	}

	/** lexInsideAction, up to the right delimiter. */
	private action(): void {
		for (let parens = 0; !this.failed; ) {
			const ahead = this.text.slice(this.at, this.at + 4);
			const [close] = /^(?:[ \t\r\n]-)?\}\}/.exec(ahead) ?? [];
			if (close !== undefined) {
				if (parens > 0) return this.fail('unclosed left paren');
				this.skip(close.length - 2);
				this.emit('close', 2);
				if (close.length > 2) this.skip(this.found(SPACES).length);
				return;
			}
			const c = ahead.charAt(0);
			if (c === '(') parens++;
			if (c === ')' && --parens < 0) return this.fail('unexpected right paren');
			this.item(c);
		}
	}

	private item(c: string): void {
		if (c === '') this.fail('unclosed action');
		else if (/[ \t\r\n]/.test(c)) this.spaces();
		else if (c === '=' || c === '|' || c === '(' || c === ')') this.emit(c, 1);
		else if (c === ':') this.text.charAt(this.at + 1) === '=' ? this.emit(':=', 2) : this.fail('expected :=');
		else if (c === '"') this.quoted('string', /"(?:[^"\\\n]|\\[^\n])*"/uy, 'unterminated quoted string');
		else if (c === '`') this.quoted('string', /`[^`]*`/y, 'unterminated raw quoted string');
		else if (c === "'") this.quoted('char', /'(?:[^'\\\n]|\\[^\n])*'/uy, 'unterminated character constant');
		else if (c === '$') this.name('variable', 1);
		else if (c === '.' && /\D/.test(this.text.charAt(this.at + 1))) this.name('field', 1);
		else if (/[-+.\d]/.test(c)) this.number();
		else if (this.found(WORD) !== '') this.name('identifier', 0);
		else if (/[!-~]/.test(c)) this.emit('other', 1);
		else this.fail(`unrecognized character in action: ${shownChar(this.charAt(this.at))}`);
	}

	private charAt(at: number): string {
		return String.fromCodePoint(this.text.codePointAt(at) ?? 0xfffd);
	}

	/** Blanks, but for the one that belongs to a trim marker. */
	private spaces(): void {
		const { length } = this.found(SPACES);
		const own = this.text.startsWith('-}}', this.at + length) ? length - 1 : length;
		if (own > 0) this.emit('space', own);
	}

	private quoted(kind: 'string' | 'char', pattern: RegExp, message: string): void {
		const found = this.found(pattern);
		if (found === '') this.fail(message);
		else this.emit(kind, found.length);
	}

	private name(kind: 'variable' | 'field' | 'identifier', from: number): void {
		const word = this.found(WORD, this.at + from);
		const end = this.at + from + word.length;
		const next = this.text.charAt(end);
		if (!/^[ \t\r\n.,|:)(]?$/.test(next) && !this.text.startsWith('}}', end)) {
			this.skip(from + word.length);
			return this.fail(`bad character ${shownChar(this.charAt(end))}`);
		}
		if (kind !== 'identifier') this.emit(kind === 'field' && word === '' ? 'dot' : kind, from + word.length);
		else this.emit(isKeyword(word) ? word : word === 'true' || word === 'false' ? 'bool' : 'identifier', word.length);
	}

	/** lexNumber: what is wrong in other ways the parser notices. */
	private number(): void {
		const first = this.found(NUMBER);
		const isPair = /[-+]/.test(this.text.charAt(this.at + first.length));
		const number = isPair ? first + this.found(NUMBER, this.at + first.length) : first;
		const [after = ''] = this.found(WORD, this.at + number.length);
		if (after === '' && (!isPair || number.endsWith('i'))) this.emit('number', number.length);
		else this.fail(`bad number syntax: ${goQuote(number + after)}`);
	}
}

/** `%#U`. */
function shownChar(c: string): string {
	const code = c.codePointAt(0) ?? 0;
	return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(c) ? ` '${c}'` : ''}`;
}
