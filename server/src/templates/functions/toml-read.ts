import { goQuote } from '../../schema/go-quote';
import { matchAt } from '../../yaml/match-at';
import { type Dict, Fault, Int, isDict, isFault, isList, type Value } from '../value';
import { parseTime } from './time-parse';

const SPACE = /[ \t]*/y;
const SPACE_AND_LINES = /(?:[ \t\r\n]|#[^\n]*\n)*(?:#[^\n]*)?/y;
const BARE_KEY = /[A-Za-z0-9_-]+/y;
const INTEGER = /^[-+]?(?:0|[1-9](?:_?\d)*|0x[\da-fA-F](?:_?[\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*)$/;
const FLOAT = /^[-+]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d(?:_?\d)*)?|inf|nan)$/;
const MOST_NESTED = 500;

/** Reads TOML as BurntSushi's toml.Unmarshal into a `map[string]interface {}`. */
export function fromToml(text: string): Value | Fault {
	const root: Dict = new Map();
	/** Tables that a header named, or that are closed: neither may be opened again. */
	const closed = new Set<Dict>();
	let at = 0;
	let depth = 0;
	let key = '';
	let fault: Fault | undefined;

	function document(): Dict | Fault {
		let table = root;
		for (skip(SPACE_AND_LINES); at < text.length && !fault; skip(SPACE_AND_LINES)) {
			if (here() === '[') table = header();
			else entry(table);
			skip(SPACE);
			if (!fault && !/^[\r\n#]?$/.test(here())) expected('a top-level item to end with a newline, comment, or EOF, but got');
		}
		return fault ?? root;
	}

	/** ParseError.Error. */
	function fail(message: string): null {
		const line = text.slice(0, at).split('\n').length;
		fault ??= new Fault(`toml: line ${line}${key ? ` (last key ${goQuote(key)})` : ''}: ${message}`);
		return null;
	}

	/** Goes behind what a sticky expression finds. */
	function skip(pattern: RegExp): RegExpExecArray | undefined {
		const match = matchAt(pattern, text, at);
		at += match?.[0].length ?? 0;
		return match;
	}

	function take(word: string): boolean {
		const isHere = text.startsWith(word, at);
		if (isHere) at += word.length;
		return isHere;
	}

	/** The character that comes next. */
	const here = (): string => text.charAt(at);
	const expected = (what: string, got = shown(here()), instead = ' instead'): null => fail(`expected ${what} ${got}${instead}`);
	const redefined = (name: string): null => fail(`Key '${name}' has already been defined.`);

	/** `[a.b]` or `[[a.b]]`: the table that follows. */
	function header(): Dict {
		const isArray = take('[[');
		if (!isArray) at++;
		const path = keys();
		if (!fault && !take(isArray ? ']]' : ']')) expected("'.' or ']' to end table name, but got");
		const name = path.pop() ?? '';
		const parent = below(root, path);
		key = [...path, name].join('.');
		const old = parent.get(name);
		if (isArray) {
			const made: Dict = new Map();
			if (old !== undefined && !isList(old)) fail(`Key '${key}' was already created as a hash.`);
			parent.set(name, [...(isList(old) ? old : []), made]);
			return made;
		}
		if (old !== undefined && (!isDict(old) || closed.has(old))) redefined(key);
		const table: Dict = isDict(old) ? old : new Map();
		closed.add(table);
		parent.set(name, table);
		return table;
	}

	/** The table at the end of a path; of a list of tables its last. */
	function below(from: Dict, path: readonly string[]): Dict {
		let table = from;
		for (const name of path) {
			const old = table.get(name);
			const inner = isList(old) ? old.at(-1) : old;
			if (isDict(inner)) table = inner;
			else {
				if (old !== undefined) redefined(name);
				const made: Dict = new Map();
				table.set(name, made);
				table = made;
			}
		}
		return table;
	}

	function keys(): string[] {
		const path: string[] = [];
		do {
			skip(SPACE);
			if (/["']/.test(here())) path.push(string() ?? '');
			else {
				const bare = skip(BARE_KEY)?.[0];
				if (bare === undefined) expected('key but found');
				path.push(bare ?? '');
			}
			skip(SPACE);
		} while (!fault && take('.'));
		return path;
	}

	function entry(table: Dict): void {
		const path = keys();
		if (fault) return;
		key = path.join('.');
		if (!take('=')) {
			expected("'.' or '=', but got");
			return;
		}
		skip(SPACE);
		const given = value();
		const name = path.pop() ?? '';
		if (fault) return;
		const into = below(table, path);
		if (into.has(name)) redefined(key);
		into.set(name, given);
	}

	function value(): Value {
		const first = here();
		if (++depth > MOST_NESTED) return fail('it nests too deeply');
		const read = first === '[' ? array() : first === '{' ? inlineTable() : first === '"' || first === "'" ? string() : word();
		depth--;
		return read;
	}

	function array(): Value {
		const items: Value[] = [];
		listed(']', () => items.push(value()), "a comma (',') or array terminator (']'), but got", '');
		return items;
	}

	function inlineTable(): Value {
		const table: Dict = new Map();
		listed('}', () => entry(table), "a comma or an inline table terminator '}', but got");
		closed.add(table);
		return table;
	}

	/** What stands in brackets. */
	function listed(end: string, read: () => void, wanted: string, instead?: string): void {
		at++;
		for (skip(SPACE_AND_LINES); !fault && !take(end); skip(SPACE_AND_LINES)) {
			read();
			skip(SPACE_AND_LINES);
			if (!fault && !take(',') && !text.startsWith(end, at)) expected(wanted, undefined, instead);
		}
	}

	function string(): string | null {
		const quote = here();
		const isLong = text.startsWith(quote.repeat(3), at);
		const pattern =
			quote === "'" ? (isLong ? /'''([\s\S]*?)'''(?!')/y : /'([^'\n]*)'/y) : isLong ? /"""((?:[^\\]|\\[\s\S])*?)"""(?!")/y : /"((?:[^"\\\n]|\\.)*)"/y;
		const inner = skip(pattern)?.[1];
		if (inner === undefined) return fail(text.indexOf('\n', at) < 0 || isLong ? `unexpected EOF; expected '${quote}'` : 'strings cannot contain newlines');
		const body = isLong ? inner.replace(/^\r?\n/, '') : inner;
		return quote === "'" ? body : unescaped(body);
	}

	function unescaped(escaped: string): string | null {
		const pattern = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([btnfre"\\])|[ \t]*\r?\n\s*|([\s\S]))/g;
		return escaped.replace(pattern, (_, u?: string, U?: string, x?: string, letter?: string, wrong?: string) => {
			if (wrong !== undefined)
				fail(
					`invalid escape character ${shown(wrong)}; only the following escape characters are allowed: \\b, \\t, \\n, \\f, \\r, \\", \\\\, \\uXXXX, and \\UXXXXXXXX`,
				);
			const code = u ?? U ?? x;
			if (code !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16)));
			return letter === undefined ? '' : ({ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b' }[letter] ?? letter);
		});
	}

	/** Numbers, dates and booleans. */
	function word(): Value {
		const pattern = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?|\d\d:\d\d:\d\d(?:\.\d+)?|[\w+.-]+/y;
		const found = skip(pattern)?.[0];
		if (found === undefined) return expected('value but found');
		if (found === 'true' || found === 'false') return found === 'true';
		const bare = found.replaceAll('_', '').replace(/^\+/, '');
		if (INTEGER.test(found)) return new Int(bare.startsWith('-') ? -BigInt(bare.slice(1)) : BigInt(bare), 'int64');
		if (FLOAT.test(found)) return /inf$/.test(bare) ? (bare.startsWith('-') ? -Infinity : Infinity) : Number(bare);
		const date = dateOf(found);
		return isFault(date) ? expected('value but found', goQuote(found)) : date;
	}

	return document();
}

function dateOf(word: string): Value | Fault {
	if (/^\d\d:/.test(word)) return parseTime('15:04:05', word);
	if (word.length === 10) return parseTime('2006-01-02', word);
	const text = word.replace(/^(.{10})[t ]/, '$1T').replace(/z$/, 'Z');
	return parseTime(/(?:Z|[-+]\d\d:\d\d)$/.test(text) ? '2006-01-02T15:04:05Z07:00' : '2006-01-02T15:04:05', text);
}

const shown = (c: string): string => (c === '' ? 'EOF' : `'${c === "'" ? "\\'" : JSON.stringify(c).slice(1, -1).replace('\\"', '"')}'`);
