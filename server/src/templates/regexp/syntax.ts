import { matchAt } from '../../yaml/match-at';
import { ASCII_CLASSES, charOf, isScript, PERL_CLASSES, rangeOf, written } from './classes';

/** A regular expression of RE2 (regexp/syntax). A set is the inside of a JavaScript class of code points. */
export type Tree =
	| { readonly kind: 'empty' }
	| { readonly kind: 'set'; readonly set: string; readonly negated: boolean; readonly folds: boolean }
	| { readonly kind: 'assert'; readonly what: Assertion }
	| { readonly kind: 'group'; readonly of: Tree; readonly index: number }
	| { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] }
	| { readonly kind: 'repeat'; readonly of: Tree; readonly least: number; readonly most: number; readonly lazy: boolean };
export type Assertion = 'text start' | 'text end' | 'line start' | 'line end' | 'word boundary' | 'no word boundary';

export interface Parsed {
	readonly tree: Tree;
	/** The names of the groups, the whole match first. */
	readonly names: readonly string[];
}

/** syntax.Error: what is wrong, and where. */
export class SyntaxFault {
	constructor(
		readonly code: string,
		readonly expression: string,
	) {}
}

interface Flags {
	readonly i: boolean;
	readonly m: boolean;
	readonly s: boolean;
	readonly U: boolean;
}

/** syntax.maxHeight, and the bound of a repetition. */
const MOST_NESTED = 1000;
const MOST_REPEATS = 1000;

/** syntax.Parse with the flags of regexp.Compile. */
export function parseRegexp(source: string): Parsed | SyntaxFault {
	const parser = new Parser(source);
	const tree = parser.whole();
	return parser.fault ?? { tree, names: parser.names };
}

class Parser {
	fault: SyntaxFault | undefined;
	readonly names: string[] = [''];
	private at = 0;
	private depth = 0;
	private flags: Flags = { i: false, m: false, s: false, U: false };

	constructor(private readonly source: string) {}

	whole(): Tree {
		const tree = this.alternatives();
		if (!this.fault && this.at < this.source.length) this.fail('unexpected )', this.source);
		return tree;
	}

	private fail(code: string, expression: string): undefined {
		this.fault ??= new SyntaxFault(code, expression);
		this.at = this.source.length;
		return undefined;
	}

	private rest(): string {
		return this.source.slice(this.at);
	}

	private take(pattern: RegExp): RegExpExecArray | undefined {
		const match = matchAt(pattern, this.source, this.at);
		this.at += match?.[0].length ?? 0;
		return match;
	}

	private alternatives(): Tree {
		const branches: Tree[] = [this.sequence()];
		while (this.take(/\|/y)) branches.push(this.sequence());
		return branches.length === 1 ? (branches[0] ?? { kind: 'empty' }) : { kind: 'any', of: branches };
	}

	private sequence(): Tree {
		const parts: Tree[] = [];
		while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at))) {
			const from = this.at;
			const atom = this.atom();
			if (this.fault) break;
			if (atom === 'flags') this.noRepetition(from);
			else if (atom) parts.push(this.repeated(atom));
		}
		return { kind: 'all', of: parts };
	}

	private noRepetition(from: number): void {
		const [operator] = /^[*+?]/.exec(this.rest()) ?? [];
		if (operator !== undefined && !this.source.slice(0, from)) this.fail('missing argument to repetition operator', operator);
	}

	/** What `*`, `+`, `?` and `{n,m}` behind a tree make of it. */
	private repeated(of: Tree): Tree {
		let tree = of;
		let before = '';
		for (;;) {
			const from = this.at;
			const [operator, simple, , least, comma, most, lazy] = this.take(/(?:([*+?])|(\{(\d+)(,(\d*))?\}))(\??)/y) ?? [];
			if (operator === undefined) return tree;
			const low = simple === undefined ? Number(least) : simple === '+' ? 1 : 0;
			const high = simple === undefined ? (comma === undefined ? low : most === '' ? Infinity : Number(most)) : simple === '?' ? 1 : Infinity;
			const tooMany = low > MOST_REPEATS || (high !== Infinity && high > MOST_REPEATS) || high < low;
			if (tooMany) this.fail('invalid repeat count', this.source.slice(from, this.at - (lazy?.length ?? 0)));
			if (before) this.fail('invalid nested repetition operator', before + operator);
			if (this.fault) return tree;
			before = operator;
			tree = { kind: 'repeat', of: tree, least: low, most: high, lazy: (lazy === '?') !== this.flags.U };
			if (simple === undefined && repeats(tree) > MOST_REPEATS) this.fail('invalid repeat count', operator);
		}
	}

	private atom(): Tree | 'flags' | undefined {
		const c = charOf(this.source, this.at);
		switch (c) {
			case '(':
				return this.source.charAt(this.at + 1) === '?' ? this.special() : this.group('');
			case '[':
				return this.bracket();
			case '\\':
				return this.escape();
			case '*':
			case '+':
			case '?':
				return this.fail('missing argument to repetition operator', this.take(/[*+?]\??/y)?.[0] ?? c);
		}
		// `{` that begins no repetition stands for itself.
		const counted = this.take(/\{\d+(?:,\d*)?\}\??/y);
		if (counted) return this.fail('missing argument to repetition operator', counted[0]);
		this.at += c.length;
		if (c === '.') return { kind: 'set', set: this.flags.s ? '' : '\\n', negated: true, folds: false };
		if (c === '^') return { kind: 'assert', what: this.flags.m ? 'line start' : 'text start' };
		if (c === '$') return { kind: 'assert', what: this.flags.m ? 'line end' : 'text end' };
		return this.literal(c);
	}

	private literal(c: string): Tree {
		const code = c.codePointAt(0) ?? 0;
		return this.setOf(rangeOf(code, code));
	}

	private setOf(set: string, negated = false): Tree {
		return { kind: 'set', set, negated, folds: this.flags.i };
	}

	private group(name: string | undefined): Tree {
		const index = name === undefined ? 0 : this.names.push(name) - 1;
		const { flags } = this;
		if (name === '') this.at++;
		if (++this.depth > MOST_NESTED) this.fail('expression nests too deeply', this.source);
		const of = this.alternatives();
		this.depth--;
		this.flags = flags;
		if (!this.take(/\)/y)) this.fail('missing closing )', this.source);
		return index > 0 ? { kind: 'group', of, index } : of;
	}

	/** Named groups, and flags alone or for a group: parsePerlFlags. */
	private special(): Tree | 'flags' | undefined {
		const named = /^\(\?P?<([^>]*)>/.exec(this.rest());
		if (named) return this.named(named);
		if (/^\(\?P?<(?![=!])/.test(this.rest())) return this.fail('invalid named capture', this.rest());
		const [found, set = '', end] = /^\(\?([imsU-]*)([):])/.exec(this.rest()) ?? [];
		const isLegal = found !== undefined && /^[imsU]*(?:-[imsU]+)?$/.test(set);
		if (!isLegal) {
			const [wrong = this.rest()] = /^\(\?[imsU-]*[^imsU-]?/u.exec(this.rest()) ?? [];
			return wrong === this.rest() && !/[^imsU(?-]$/.test(wrong)
				? this.fail('missing closing )', this.source)
				: this.fail('invalid or unsupported Perl syntax', wrong);
		}
		const outer = this.flags;
		const [on = '', off = ''] = set.split('-');
		const flag = (name: keyof Flags): boolean => (on.includes(name) || outer[name]) && !off.includes(name);
		this.at += found.length;
		this.flags = { i: flag('i'), m: flag('m'), s: flag('s'), U: flag('U') };
		if (end === ')') return 'flags';
		const tree = this.group(undefined);
		this.flags = outer;
		return tree;
	}

	private named([whole, name = '']: RegExpExecArray): Tree | undefined {
		if (!/^[\p{L}\p{Nd}_]+$/u.test(name)) return this.fail('invalid named capture', whole);
		if (this.names.includes(name)) return this.fail('duplicate capture group name', name);
		const index = this.names.push(name) - 1;
		this.at += whole.length;
		return { kind: 'group', of: this.group(undefined), index };
	}

	private escape(): Tree | undefined {
		const assertion = this.take(/\\([AzbB])/y)?.[1];
		if (assertion) return { kind: 'assert', what: ({ A: 'text start', z: 'text end', b: 'word boundary', B: 'no word boundary' } as const)[assertion as 'A'] };
		const quoted = this.take(/\\Q([\s\S]*?)(?:\\E|$)/y);
		if (quoted) return { kind: 'all', of: [...(quoted[1] ?? '')].map((c) => this.literal(c)) };
		const set = this.classEscape();
		if (set !== undefined) return this.setOf(set);
		const code = this.code();
		return code === undefined ? undefined : this.literal(String.fromCodePoint(code));
	}

	/** `\d` and `\pL` and the like, in and out of brackets. */
	private classEscape(): string | undefined {
		const [, perl = ''] = this.take(/\\([dDsSwW])/y) ?? [];
		const known = PERL_CLASSES[perl.toLowerCase()];
		if (known) return written(known, perl < 'a');
		const from = this.at;
		const unicode = this.take(/\\([pP])(?:\{(\^?)([^}]*)\}|(\^?)([\s\S]))/uy);
		if (!unicode) return /\\[pP]/y.test(this.source.slice(this.at, this.at + 2)) ? this.fail('invalid character class range', this.rest()) : undefined;
		const [whole, letter, hat = '', long, , short] = unicode;
		const name = long ?? short ?? '';
		const isNot = (letter === 'P') !== (hat !== '');
		if (name === 'Any') return isNot ? '' : rangeOf(0, 0x10ffff);
		const property = isScript(name);
		if (property === undefined) {
			this.at = from;
			return this.fail('invalid character class range', whole);
		}
		return `\\${isNot ? 'P' : 'p'}{${property}}`;
	}

	/** A character behind a backslash: syntax.escape. */
	private code(): number | undefined {
		const from = this.at;
		if (this.source.length === from + 1) return this.fail('trailing backslash at end of expression', '');
		const [found, octal, hex, braced, letter, mark] =
			this.take(/\\(?:([1-7](?=[0-7])[0-7]{1,2}|0[0-7]{0,2})|x([\da-fA-F]{2})|x\{([\da-fA-F]+)\}|([afnrtv])|([!-/:-@[-^`{-~]))/y) ?? [];
		if (found === undefined) return this.fail('invalid escape sequence', /^\\(?:x\{?[\da-fA-F]*[\s\S]?|[\s\S])/u.exec(this.rest())?.[0] ?? this.rest());
		if (octal !== undefined) return Number.parseInt(octal, 8);
		const code = Number.parseInt(hex ?? braced ?? '', 16);
		if (hex !== undefined || braced !== undefined) return code <= 0x10ffff ? code : this.fail('invalid escape sequence', found);
		return letter !== undefined ? '\x07\f\n\r\t\v'.charCodeAt('afnrtv'.indexOf(letter)) : mark?.charCodeAt(0);
	}

	/** parseClass. */
	private bracket(): Tree | undefined {
		const whole = this.rest();
		const negated = this.take(/\[(\^?)/y)?.[1] === '^';
		let set = '';
		for (let isFirst = true; isFirst || this.source.charAt(this.at) !== ']'; isFirst = false) {
			if (this.at >= this.source.length) return this.fail('missing closing ]', whole);
			const ascii = this.take(/\[:(\^?)(\w*):\]/y);
			if (ascii) {
				const known = ASCII_CLASSES[ascii[2] ?? ''];
				if (known === undefined) return this.fail('invalid character class range', ascii[0]);
				set += written(known, ascii[1] !== '');
				continue;
			}
			const escaped = this.source.charAt(this.at) === '\\' ? this.classEscape() : undefined;
			set += escaped ?? this.range(whole) ?? '';
			if (this.fault) return undefined;
		}
		this.at++;
		return this.setOf(set, negated);
	}

	private range(whole: string): string | undefined {
		const from = this.at;
		const low = this.classChar(whole);
		if (low === undefined) return undefined;
		if (!/^-[^\]]/u.test(this.rest())) return rangeOf(low, low);
		this.at++;
		const high = this.classChar(whole);
		if (high === undefined) return undefined;
		return high < low ? this.fail('invalid character class range', this.source.slice(from, this.at)) : rangeOf(low, high);
	}

	private classChar(whole: string): number | undefined {
		if (this.at >= this.source.length) return this.fail('missing closing ]', whole);
		const c = charOf(this.source, this.at);
		if (c === '\\') return this.code();
		this.at += c.length;
		return c.codePointAt(0);
	}
}

/** How often a tree is written out: checkRepeat. */
function repeats(tree: Tree): number {
	switch (tree.kind) {
		case 'repeat':
			return (tree.most === Infinity ? Math.max(1, tree.least) : Math.max(1, tree.most)) * repeats(tree.of);
		case 'group':
			return repeats(tree.of);
		case 'all':
		case 'any':
			return Math.max(1, ...tree.of.map(repeats));
		default:
			return 1;
	}
}
