import { goQuote } from '../../schema/go-quote';
import { matchAt } from '../../yaml/match-at';
import { type Dict, Fault, Int, isDict, isList, type Value } from '../value';
import { parseTime } from './time-parse';

/** Reads TOML as BurntSushi's toml.Unmarshal into a `map[string]interface {}`. */
export function fromToml(text: string): Value | Fault {
	const reader = new Reader(text);
	return reader.document();
}

const SPACE = /[ \t]*/y;
const SPACE_AND_LINES = /(?:[ \t\r\n]|#[^\n]*\n)*(?:#[^\n]*)?/y;
const BARE_KEY = /[A-Za-z0-9_-]+/y;
const INTEGER = /^[-+]?(?:0|[1-9](?:_?\d)*|0x[\da-fA-F](?:_?[\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const FLOAT = /^[-+]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d(?:_?\d)*)?|inf|nan)$/;
const MOST_NESTED = 500;

class Reader {
	private at = 0;
	private depth = 0;
	private key = '';
	private fault: Fault | undefined;
	private readonly root: Dict = new Map();
	/** Tables that a header named, or that are closed: neither may be opened again. */
	private readonly closed = new Set<Dict>();

	constructor(private readonly text: string) {}

	document(): Dict | Fault {
		let table = this.root;
		for (this.skip(SPACE_AND_LINES); this.at < this.text.length && !this.fault; this.skip(SPACE_AND_LINES)) {
			if (this.text.charAt(this.at) === '[') table = this.header();
			else this.entry(table);
			this.skip(SPACE);
			if (!this.fault && !/^[\r\n#]?$/.test(this.text.charAt(this.at)))
				this.fail(`expected a top-level item to end with a newline, comment, or EOF, but got ${this.next()} instead`);
		}
		return this.fault ?? this.root;
	}

	/** ParseError.Error. */
	private fail(message: string): null {
		const line = this.text.slice(0, this.at).split('\n').length;
		this.fault ??= new Fault(`toml: line ${line}${this.key ? ` (last key ${goQuote(this.key)})` : ''}: ${message}`);
		return null;
	}

	/** Goes behind what a sticky expression finds. */
	private skip(pattern: RegExp): RegExpExecArray | undefined {
		const match = matchAt(pattern, this.text, this.at);
		this.at += match?.[0].length ?? 0;
		return match;
	}

	private take(text: string): boolean {
		const isHere = this.text.startsWith(text, this.at);
		if (isHere) this.at += text.length;
		return isHere;
	}

	/** The character that comes next, as faults show it. */
	private next(): string {
		return shown(this.text.charAt(this.at));
	}

	/** `[a.b]` or `[[a.b]]`: the table that follows. */
	private header(): Dict {
		const isArray = this.take('[[');
		if (!isArray) this.at++;
		const path = this.keys();
		if (!this.fault && !this.take(isArray ? ']]' : ']')) this.fail(`expected '.' or ']' to end table name, but got ${this.next()} instead`);
		const name = path.pop() ?? '';
		const parent = this.below(this.root, path);
		this.key = [...path, name].join('.');
		const old = parent.get(name);
		if (isArray) {
			const made: Dict = new Map();
			if (old !== undefined && !isList(old)) this.fail(`Key '${this.key}' was already created as a hash.`);
			parent.set(name, [...(isList(old) ? old : []), made]);
			return made;
		}
		if (old !== undefined && (!isDict(old) || this.closed.has(old))) this.fail(`Key '${this.key}' has already been defined.`);
		const table: Dict = isDict(old) ? old : new Map();
		this.closed.add(table);
		parent.set(name, table);
		return table;
	}

	/** The table at the end of a path; of a list of tables its last. */
	private below(from: Dict, path: readonly string[]): Dict {
		let table = from;
		for (const name of path) {
			const old = table.get(name);
			const next = isList(old) ? old.at(-1) : old;
			if (isDict(next)) table = next;
			else {
				if (old !== undefined) this.fail(`Key '${name}' has already been defined.`);
				const made: Dict = new Map();
				table.set(name, made);
				table = made;
			}
		}
		return table;
	}

	private keys(): string[] {
		const path: string[] = [];
		do {
			this.skip(SPACE);
			if (/["']/.test(this.text.charAt(this.at))) path.push(this.string() ?? '');
			else {
				const bare = this.skip(BARE_KEY)?.[0];
				if (bare === undefined) this.fail(`expected key but found ${this.next()} instead`);
				path.push(bare ?? '');
			}
			this.skip(SPACE);
		} while (!this.fault && this.take('.'));
		return path;
	}

	private entry(table: Dict): void {
		const path = this.keys();
		if (this.fault) return;
		this.key = path.join('.');
		if (!this.take('=')) {
			this.fail(`expected '.' or '=', but got ${this.next()} instead`);
			return;
		}
		this.skip(SPACE);
		const value = this.value();
		const name = path.pop() ?? '';
		if (this.fault) return;
		const into = this.below(table, path);
		if (into.has(name)) this.fail(`Key '${this.key}' has already been defined.`);
		into.set(name, value);
	}

	private value(): Value {
		const first = this.text.charAt(this.at);
		if (++this.depth > MOST_NESTED) return this.fail('it nests too deeply');
		const value = first === '[' ? this.array() : first === '{' ? this.inlineTable() : first === '"' || first === "'" ? this.string() : this.word();
		this.depth--;
		return value;
	}

	private array(): Value {
		const items: Value[] = [];
		this.at++;
		for (this.skip(SPACE_AND_LINES); !this.fault && !this.take(']'); this.skip(SPACE_AND_LINES)) {
			items.push(this.value());
			this.skip(SPACE_AND_LINES);
			this.comma(']', (next) => `expected a comma (',') or array terminator (']'), but got ${next}`);
		}
		return items;
	}

	private inlineTable(): Value {
		const table: Dict = new Map();
		this.at++;
		for (this.skip(SPACE_AND_LINES); !this.fault && !this.take('}'); this.skip(SPACE_AND_LINES)) {
			this.entry(table);
			this.skip(SPACE_AND_LINES);
			this.comma('}', (next) => `expected a comma or an inline table terminator '}', but got ${next} instead`);
		}
		this.closed.add(table);
		return table;
	}

	/** Behind an item. */
	private comma(end: string, wrong: (next: string) => string): void {
		if (!this.fault && !this.take(',') && !this.text.startsWith(end, this.at)) this.fail(wrong(this.next()));
	}

	private string(): string | null {
		const quote = this.text.charAt(this.at);
		const isLong = this.text.startsWith(quote.repeat(3), this.at);
		const pattern =
			quote === "'" ? (isLong ? /'''([\s\S]*?)'''(?!')/y : /'([^'\n]*)'/y) : isLong ? /"""((?:[^\\]|\\[\s\S])*?)"""(?!")/y : /"((?:[^"\\\n]|\\.)*)"/y;
		const inner = this.skip(pattern)?.[1];
		if (inner === undefined)
			return this.fail(this.text.indexOf('\n', this.at) < 0 || isLong ? `unexpected EOF; expected '${quote}'` : 'strings cannot contain newlines');
		const body = isLong ? inner.replace(/^\r?\n/, '') : inner;
		return quote === "'" ? body : this.unescaped(body);
	}

	private unescaped(text: string): string | null {
		const pattern = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([btnfre"\\])|[ \t]*\r?\n\s*|([\s\S]))/g;
		return text.replace(pattern, (_, u?: string, U?: string, x?: string, letter?: string, wrong?: string) => {
			if (wrong !== undefined)
				this.fail(
					`invalid escape character ${shown(wrong)}; only the following escape characters are allowed: \\b, \\t, \\n, \\f, \\r, \\", \\\\, \\uXXXX, and \\UXXXXXXXX`,
				);
			const code = u ?? U ?? x;
			if (code !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
			return letter === undefined ? '' : ({ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b' }[letter] ?? letter);
		});
	}

	/** Numbers, dates and booleans. */
	private word(): Value {
		const pattern = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?|\d\d:\d\d:\d\d(?:\.\d+)?|[\w+.-]+/y;
		const word = this.skip(pattern)?.[0];
		if (word === undefined) return this.fail(`expected value but found ${this.next()} instead`);
		if (word === 'true' || word === 'false') return word === 'true';
		const bare = word.replaceAll('_', '').replace(/^\+/, '');
		if (INTEGER.test(word)) return new Int(bare.startsWith('-') ? -BigInt(bare.slice(1)) : BigInt(bare), 'int64');
		if (FLOAT.test(word)) return /inf$/.test(bare) ? (bare.startsWith('-') ? -Infinity : Infinity) : Number(bare);
		const date = dateOf(word);
		return date instanceof Fault ? this.fail(`expected value but found ${goQuote(word)} instead`) : date;
	}
}

function dateOf(word: string): Value | Fault {
	if (/^\d\d:/.test(word)) return parseTime('15:04:05', word);
	if (word.length === 10) return parseTime('2006-01-02', word);
	const text = word.replace(/^(.{10})[t ]/, '$1T').replace(/z$/, 'Z');
	return parseTime(/(?:Z|[-+]\d\d:\d\d)$/.test(text) ? '2006-01-02T15:04:05Z07:00' : '2006-01-02T15:04:05', text);
}

const shown = (c: string): string => (c === '' ? 'EOF' : `'${c === "'" ? "\\'" : JSON.stringify(c).slice(1, -1).replace('\\"', '"')}'`);
