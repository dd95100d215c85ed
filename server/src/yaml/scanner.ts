import { Cursor, isBlankOrEnd, type LastLine } from './cursor';
import { scanBlock, scanPlain, scanQuoted } from './scan-scalar';
import { scanAnchor, scanDirective, scanTag } from './scan-tag';

export type TokenKind =
	| 'streamEnd'
	| 'versionDirective'
	| 'tagDirective'
	| 'documentStart'
	| 'documentEnd'
	| 'listStart'
	| 'mapStart'
	| 'blockEnd'
	| 'flowListStart'
	| 'flowListEnd'
	| 'flowMapStart'
	| 'flowMapEnd'
	| 'item'
	| 'comma'
	| 'key'
	| 'value'
	| 'alias'
	| 'anchor'
	| 'tag'
	| 'scalar';

export interface Token {
	readonly kind: TokenKind;
	readonly start: number;
	readonly end: number;
	/** A scalar's text, an anchor's name, a tag's handle, a directive's version or handle. */
	readonly text: string;
	/** A tag's suffix, a directive's prefix. */
	readonly suffix: string;
	readonly style: 'plain' | 'quoted' | 'block';
}

/** What may turn out to be a key, once a `:` follows on the same line. */
interface SimpleKey {
	possible: boolean;
	/** Its token is held back until that is settled. */
	held: boolean;
	/** Nothing but a key may stand here. */
	readonly required: boolean;
	/** Counting from the first token of the text. */
	readonly token: number;
	readonly at: number;
	readonly line: number;
	readonly column: number;
}

const noKey = (token: number): SimpleKey => ({ possible: false, held: false, required: false, token, at: 0, line: 0, column: 0 });

const LONGEST_KEY = 1024;
/** go-yaml goes ten times as deep; nobody writes that, and whoever walks the tree recurses. */
const DEEPEST = 1000;

/**
 * The tokens of a text: go.yaml.in/yaml/v2 scannerc.go, which is what kubectl reads YAML with, function by function,
 * so that the same texts are YAML here as there. After a fault there is nothing but the end.
 */
export class Scanner {
	readonly cursor: Cursor;
	/** Tokens that are scanned and not taken, from `head` to before `count`; its places are used again and again. */
	private readonly queue: Token[] = [];
	private head = 0;
	private count = 0;
	/** Tokens that have been taken. */
	private taken = 0;
	private indent = -1;
	private readonly indents: number[] = [];
	/** One for each flow collection around, and one for the block. */
	private readonly keys: SimpleKey[] = [noKey(0)];
	private keyAllowed = true;
	private flowLevel = 0;
	private ended = false;
	/** The next token, once nothing can come before it any more. */
	private settled: Token | undefined;

	constructor(text: string, lastLine: LastLine) {
		this.cursor = new Cursor(text, lastLine);
	}

	/** The next token, left where it is. */
	peek(): Token {
		if (this.cursor.fault) return this.end();
		this.settled ??= this.settle();
		return this.settled;
	}

	private settle(): Token {
		while (!this.cursor.fault && !this.ended && this.needsMore()) this.fetch();
		return (!this.cursor.fault && this.head < this.count && this.queue[this.head]) || this.end();
	}

	skip(): void {
		this.settled = undefined;
		this.head++;
		this.taken++;
		if (this.head >= this.count) {
			this.head = 0;
			this.count = 0;
		}
	}

	/** yaml_parser_fetch_more_tokens: the next token is not settled while it may still become a key. */
	private needsMore(): boolean {
		if (this.head === this.count) return true;
		for (const key of this.keys) if (key.held && key.possible && key.token === this.taken) return this.isValid(key);
		return false;
	}

	private end(): Token {
		const { at } = this.cursor;
		return { kind: 'streamEnd', start: at, end: at, text: '', suffix: '', style: 'plain' };
	}

	/** yaml_parser_fetch_next_token */
	private fetch(): void {
		const { cursor } = this;
		this.toNextToken();
		this.unroll(cursor.column);
		const code = cursor.code();
		if (code === 0) this.fetchEnd();
		else if (code === 0x25 && cursor.column === 0) this.fetchDirective();
		else if (cursor.isDocumentIndicator()) this.fetchDocumentIndicator(code === 0x2d ? 'documentStart' : 'documentEnd');
		else this.fetchFrom(cursor.text.charAt(cursor.at), isBlankOrEnd(cursor.code(1)));
	}

	/** `alone`: white space follows the character. */
	private fetchFrom(character: string, alone: boolean): void {
		const inFlow = this.flowLevel > 0;
		switch (character) {
			case '[':
				this.openFlow('flowListStart');
				break;
			case '{':
				this.openFlow('flowMapStart');
				break;
			case ']':
				this.closeFlow('flowListEnd');
				break;
			case '}':
				this.closeFlow('flowMapEnd');
				break;
			case ',':
				this.fetchComma();
				break;
			case '-':
				if (alone) this.fetchItem();
				else this.fetchPlain();
				break;
			case '?':
				if (inFlow || alone) this.fetchKey();
				else this.fetchPlain();
				break;
			case ':':
				if (inFlow || alone) this.fetchValue();
				else this.fetchPlain();
				break;
			case '*':
				this.fetchAnchor('alias');
				break;
			case '&':
				this.fetchAnchor('anchor');
				break;
			case '!':
				this.fetchTag();
				break;
			case '"':
			case "'":
				this.fetchQuoted();
				break;
			case '|':
			case '>':
				if (inFlow) this.refuse();
				else this.fetchBlock();
				break;
			case '\t':
			case '#':
			case '%':
			case '@':
			case '`':
				this.refuse();
				break;
			default:
				this.fetchPlain();
		}
	}

	private refuse(): void {
		this.cursor.fail('found character that cannot start any token');
	}

	/** yaml_parser_scan_to_next_token: a tab may stand where no key may begin. */
	private toNextToken(): void {
		const { cursor } = this;
		for (;;) {
			let code = cursor.code();
			while (code === 0x20 || (code === 0x09 && (this.flowLevel > 0 || !this.keyAllowed))) {
				cursor.at++;
				code = cursor.code();
			}
			cursor.skipComment();
			if (cursor.readBreak() === '') return;
			if (this.flowLevel === 0) this.keyAllowed = true;
		}
	}

	private push(kind: TokenKind, start: number, end: number, text = '', style: Token['style'] = 'plain', suffix = ''): void {
		this.queue[this.count++] = { kind, start, end, text, suffix, style };
	}

	/** Before the token that has this number. */
	private insert(kind: TokenKind, number: number, at: number): void {
		const { queue } = this;
		const place = this.head + number - this.taken;
		for (let i = this.count; i > place; i--) queue[i] = queue[i - 1] as Token;
		queue[place] = { kind, start: at, end: at, text: '', suffix: '', style: 'plain' };
		this.count++;
	}

	/** A token of `length` characters of punctuation. */
	private mark(kind: TokenKind, length: number): void {
		const start = this.cursor.at;
		this.cursor.at += length;
		this.push(kind, start, this.cursor.at);
	}

	/** The token that comes next will have this number. */
	private get next(): number {
		return this.taken + this.count - this.head;
	}

	private get key(): SimpleKey | undefined {
		return this.keys[this.keys.length - 1];
	}

	/** yaml_simple_key_is_valid */
	private isValid(key: SimpleKey): boolean {
		if (!key.possible) return false;
		if (key.line >= this.cursor.line && key.at + LONGEST_KEY >= this.cursor.at) return true;
		if (key.required) this.cursor.fail("could not find expected ':'");
		key.possible = false;
		return false;
	}

	private saveKey(): void {
		if (!this.keyAllowed) return;
		const { at, line, column } = this.cursor;
		this.removeKey();
		this.keys[this.keys.length - 1] = {
			possible: true,
			held: true,
			required: this.flowLevel === 0 && this.indent === column,
			token: this.next,
			at,
			line,
			column,
		};
	}

	private removeKey(): void {
		const { key } = this;
		if (!key?.possible) return;
		if (key.required) this.cursor.fail("could not find expected ':'");
		key.possible = false;
	}

	/** yaml_parser_roll_indent: a block begins in this column, before the token `number`. */
	private roll(column: number, kind: TokenKind, number: number, at: number): void {
		if (this.flowLevel > 0 || this.indent >= column) return;
		this.indents.push(this.indent);
		this.indent = column;
		if (this.indents.length > DEEPEST) this.cursor.fail(`exceeded max depth of ${DEEPEST}`, at);
		this.insert(kind, number, at);
	}

	private unroll(column: number): void {
		if (this.flowLevel > 0) return;
		while (this.indent > column) {
			this.push('blockEnd', this.cursor.at, this.cursor.at);
			this.indent = this.indents.pop() ?? -1;
		}
	}

	private fetchEnd(): void {
		this.cursor.endLastLine();
		this.endBlocks();
		this.ended = true;
		this.mark('streamEnd', 0);
	}

	private endBlocks(): void {
		this.unroll(-1);
		this.removeKey();
		this.keyAllowed = false;
	}

	private fetchDirective(): void {
		this.endBlocks();
		const start = this.cursor.at;
		const directive = scanDirective(this.cursor);
		if (directive.kind === 'version') this.push('versionDirective', start, this.cursor.at, directive.version);
		else this.push('tagDirective', start, this.cursor.at, directive.handle, 'plain', directive.prefix);
	}

	private fetchDocumentIndicator(kind: TokenKind): void {
		this.endBlocks();
		this.mark(kind, 3);
	}

	private openFlow(kind: TokenKind): void {
		this.saveKey();
		this.keys.push(noKey(this.next));
		if (++this.flowLevel > DEEPEST) this.cursor.fail(`exceeded max depth of ${DEEPEST}`);
		this.keyAllowed = true;
		this.mark(kind, 1);
	}

	private closeFlow(kind: TokenKind): void {
		this.removeKey();
		if (this.flowLevel > 0) {
			this.flowLevel--;
			const within = this.keys.pop();
			// yaml_parser_decrease_flow_level forgets the key of that token: in `{}` it is that of the bracket itself.
			if (this.key && this.key.token === within?.token) this.key.held = false;
		}
		this.keyAllowed = false;
		this.mark(kind, 1);
	}

	private fetchComma(): void {
		this.removeKey();
		this.keyAllowed = true;
		this.mark('comma', 1);
	}

	private fetchItem(): void {
		const { cursor } = this;
		if (this.flowLevel === 0) {
			if (!this.keyAllowed) cursor.fail('block sequence entries are not allowed in this context');
			this.roll(cursor.column, 'listStart', this.next, cursor.at);
		}
		this.removeKey();
		this.keyAllowed = true;
		this.mark('item', 1);
	}

	private fetchKey(): void {
		const { cursor } = this;
		if (this.flowLevel === 0) {
			if (!this.keyAllowed) cursor.fail('mapping keys are not allowed in this context');
			this.roll(cursor.column, 'mapStart', this.next, cursor.at);
		}
		this.removeKey();
		this.keyAllowed = this.flowLevel === 0;
		this.mark('key', 1);
	}

	private fetchValue(): void {
		const { cursor, key } = this;
		if (key && this.isValid(key)) {
			this.insert('key', key.token, key.at);
			this.roll(key.column, 'mapStart', key.token, key.at);
			key.possible = false;
			this.keyAllowed = false;
		} else {
			if (this.flowLevel === 0) {
				if (!this.keyAllowed) cursor.fail('mapping values are not allowed in this context');
				this.roll(cursor.column, 'mapStart', this.next, cursor.at);
			}
			this.keyAllowed = this.flowLevel === 0;
		}
		this.mark('value', 1);
	}

	private fetchAnchor(kind: TokenKind): void {
		const start = this.startScalar();
		const name = scanAnchor(this.cursor);
		this.push(kind, start, this.cursor.at, name);
	}

	private fetchTag(): void {
		const start = this.startScalar();
		const { handle, suffix } = scanTag(this.cursor);
		this.push('tag', start, this.cursor.at, handle, 'plain', suffix);
	}

	private fetchQuoted(): void {
		const start = this.startScalar();
		const { text, end } = scanQuoted(this.cursor);
		this.push('scalar', start, end, text, 'quoted');
	}

	private fetchPlain(): void {
		const start = this.startScalar();
		const { text, end, brokeLine } = scanPlain(this.cursor, this.indent + 1, this.flowLevel > 0);
		if (brokeLine) this.keyAllowed = true;
		this.push('scalar', start, end, text);
	}

	private fetchBlock(): void {
		const start = this.cursor.at;
		this.removeKey();
		this.keyAllowed = true;
		const { text, end } = scanBlock(this.cursor, this.indent);
		this.push('scalar', start, end, text, 'block');
	}

	/** What may be a key, and is followed by none. */
	private startScalar(): number {
		this.saveKey();
		this.keyAllowed = false;
		return this.cursor.at;
	}
}
