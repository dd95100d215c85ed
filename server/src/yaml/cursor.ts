/** The first thing that is not YAML, in go-yaml's words. */
export interface Fault {
	readonly message: string;
	readonly at: number;
	/** The line it names, counted from 0; a complaint of the decoder names none. */
	readonly line?: number;
	/** By how much the line is then moved on: the scanner counts from 1, the parser from 0. */
	readonly lineStep?: 0 | 1;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BREAKS = /\r\n|[\n\r\u0085\u2028\u2029]/g;

export const isBlank = (code: number): boolean => code === SPACE || code === TAB;
export const isBreak = (code: number): boolean => code === LINE_FEED || code === CARRIAGE_RETURN || code === 0x85 || code === 0x2028 || code === 0x2029;
export const isBreakOrEnd = (code: number): boolean => isBreak(code) || code === 0;
export const isBlankOrEnd = (code: number): boolean => (code <= SPACE || code >= 0x85) && (isBlank(code) || isBreakOrEnd(code));
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** is_alpha */
export const isWord = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45;

/**
 * How go-yaml gets a text whose last line has no break: kubectl reads lines and ends each (LineReader of k8s.io/apimachinery), sigs.k8s.io/yaml hands on what is written.
 * A block scalar there keeps the break that it has.
 */
export type LastLine = 'ended' | 'as written';

/** A place in a text that is being scanned; go-yaml's buffer and mark (scannerc.go). Ends with NUL, so that looking ahead is always possible. */
export class Cursor {
	readonly text: string;
	at: number;
	line = 0;
	/** Where the line begins. */
	private lineStart: number;
	/** Set once: what comes after the first fault means nothing. */
	fault: Fault | undefined;

	constructor(text: string, lastLine: LastLine) {
		this.text = `${text}${lastLine === 'as written' || text.endsWith('\n') ? '' : '\n'}\0`;
		// A byte order mark is no part of the text.
		this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
		this.lineStart = this.at;
	}

	get column(): number {
		return this.at - this.lineStart;
	}

	code(ahead = 0): number {
		return this.text.charCodeAt(this.at + ahead);
	}

	/** The scanner cannot go on: yaml_parser_set_scanner_error, which names the line the cursor is in. */
	fail(message: string, at: number = this.at): void {
		this.fault ??= { message, at, line: this.line, lineStep: 1 };
	}

	/** The parser cannot go on with the token that begins at `at`: yaml_parser_set_parser_error. */
	refuse(message: string, at: number): void {
		const line = this.text.slice(0, at).match(BREAKS)?.length ?? 0;
		this.fault ??= { message, at, line: at === this.text.length - 1 && this.isWithinLine(at) ? line + 1 : line, lineStep: 0 };
	}

	/** yaml_parser_fetch_stream_end: behind a last line without a break there is another line. */
	endLastLine(): void {
		if (!this.isWithinLine(this.at)) return;
		this.line++;
		this.lineStart = this.at;
	}

	private isWithinLine(at: number): boolean {
		return at > 0 && !isBreak(this.text.charCodeAt(at - 1));
	}

	skipBlanks(): void {
		while (isBlank(this.code())) this.at++;
	}

	skipComment(): void {
		if (this.code() !== 0x23) return;
		let { at } = this;
		while (!isBreakOrEnd(this.text.charCodeAt(at))) at++;
		this.at = at;
	}

	/** read_line: past a line break, which all read as \n but the two of Unicode. */
	readBreak(): string {
		const code = this.code();
		if (!isBreak(code)) return '';
		this.at += code === CARRIAGE_RETURN && this.code(1) === LINE_FEED ? 2 : 1;
		this.line++;
		this.lineStart = this.at;
		return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
	}

	/** `---` or `...` at the beginning of a line. */
	isDocumentIndicator(): boolean {
		const code = this.code();
		return (code === 0x2d || code === 0x2e) && this.at === this.lineStart && this.code(1) === code && this.code(2) === code && isBlankOrEnd(this.code(3));
	}
}

/** What YAML's line folding makes of line breaks between two words. */
export function folded(first: string, rest: string): string {
	if (first !== '\n') return first + rest;
	return rest === '' ? ' ' : rest;
}
