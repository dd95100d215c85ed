import { matchAt } from '../../yaml/match-at';
import { ASCII_CLASSES, charOf, isScript, PERL_CLASSES, rangeOf, written } from './classes';

/** A regular expression of RE2 (regexp/syntax). A set is the inside of a JavaScript class of code points. */
export type Tree =
	| { readonly kind: 'empty' }
	| { readonly kind: 'set'; readonly set: string; readonly negated: boolean; readonly folds: boolean }
	| { readonly kind: 'assert'; readonly holds: Assertion }
	| { readonly kind: 'group'; readonly of: Tree; readonly index: number }
	| { readonly kind: 'all' | 'any'; readonly of: readonly Tree[] }
	| { readonly kind: 'repeat'; readonly of: Tree; readonly least: number; readonly most: number; readonly lazy: boolean };
/** What holds at a place of a text, or does not. */
export type Assertion = (codes: readonly number[], at: number) => boolean;

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

/** syntax.maxHeight, and the bound of a repetition. */
const MOST_NESTED = 1000;
const MOST_REPEATS = 1000;

const LINE_END = 10;
const atStart: Assertion = (_codes, at) => at === 0;
const atEnd: Assertion = (codes, at) => at === codes.length;
const atLineStart: Assertion = (codes, at) => at === 0 || codes[at - 1] === LINE_END;
const atLineEnd: Assertion = (codes, at) => at === codes.length || codes[at] === LINE_END;
const atBoundary: Assertion = (codes, at) => isWord(codes[at - 1]) !== isWord(codes[at]);
const isWord = (code: number | undefined): boolean => code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));

/** What asserts something behind a backslash. */
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
	'\\A': atStart,
	'\\z': atEnd,
	'\\b': atBoundary,
	'\\B': (codes, at) => !atBoundary(codes, at),
};

/** syntax.Parse with the flags of regexp.Compile. */
export function parseRegexp(source: string): Parsed | SyntaxFault {
	const names = [''];
	let fault: SyntaxFault | undefined;
	let at = 0;
	let depth = 0;
	/** The letters of those that are on. */
	let flags = '';

	function whole(): Parsed | SyntaxFault {
		const tree = alternatives();
		if (!fault && at < source.length) fail('unexpected )', source);
		return fault ?? { tree, names };
	}

	function fail(code: string, expression: string): undefined {
		fault ??= new SyntaxFault(code, expression);
		at = source.length;
		return undefined;
	}

	const badRange = (range: string): undefined => fail('invalid character class range', range);
	const noArgument = (operator: string): undefined => fail('missing argument to repetition operator', operator);

	function rest(): string {
		return source.slice(at);
	}

	function take(pattern: RegExp): RegExpExecArray | undefined {
		const match = matchAt(pattern, source, at);
		at += match?.[0].length ?? 0;
		return match;
	}

	function alternatives(): Tree {
		const branches: Tree[] = [sequence()];
		while (take(/\|/y)) branches.push(sequence());
		return branches.length === 1 ? (branches[0] ?? { kind: 'empty' }) : { kind: 'any', of: branches };
	}

	function sequence(): Tree {
		const parts: Tree[] = [];
		while (at < source.length && !/[|)]/.test(source.charAt(at))) {
			const from = at;
			const part = atom();
			if (fault) break;
			if (part === 'flags') noRepetition(from);
			else if (part) parts.push(repeated(part));
		}
		return { kind: 'all', of: parts };
	}

	function noRepetition(from: number): void {
		const [operator] = /^[*+?]/.exec(rest()) ?? [];
		if (operator !== undefined && from === 0) noArgument(operator);
	}

	/** What `*`, `+`, `?` and `{n,m}` behind a tree make of it. */
	function repeated(of: Tree): Tree {
		let tree = of;
		let before = '';
		for (;;) {
			const from = at;
			const [operator, simple, , least, comma, most, lazy] = take(/(?:([*+?])|(\{(\d+)(,(\d*))?\}))(\??)/y) ?? [];
			if (operator === undefined) return tree;
			const low = simple === undefined ? Number(least) : simple === '+' ? 1 : 0;
			const high = simple === undefined ? (comma === undefined ? low : most === '' ? Infinity : Number(most)) : simple === '?' ? 1 : Infinity;
			const tooMany = low > MOST_REPEATS || (high !== Infinity && high > MOST_REPEATS) || high < low;
			if (tooMany) fail('invalid repeat count', source.slice(from, at - (lazy?.length ?? 0)));
			if (before) fail('invalid nested repetition operator', before + operator);
			if (fault) return tree;
			before = operator;
			tree = { kind: 'repeat', of: tree, least: low, most: high, lazy: (lazy === '?') !== flags.includes('U') };
			if (simple === undefined && repeats(tree) > MOST_REPEATS) fail('invalid repeat count', operator);
		}
	}

	function atom(): Tree | 'flags' | undefined {
		const c = charOf(source, at);
		switch (c) {
			case '(':
				return source.charAt(at + 1) === '?' ? special() : group('');
			case '[':
				return bracket();
			case '\\':
				return escaped();
		}
		// `{` that begins no repetition stands for itself.
		const operator = take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y)?.[0];
		if (operator !== undefined) return noArgument(operator);
		at += c.length;
		if (c === '.') return { kind: 'set', set: flags.includes('s') ? '' : '\\n', negated: true, folds: false };
		if (c === '^') return { kind: 'assert', holds: flags.includes('m') ? atLineStart : atStart };
		if (c === '$') return { kind: 'assert', holds: flags.includes('m') ? atLineEnd : atEnd };
		return literal(c);
	}

	function literal(c: string): Tree {
		return setOf(rangeOf(c.codePointAt(0) ?? 0));
	}

	function setOf(set: string, negated = false): Tree {
		return { kind: 'set', set, negated, folds: flags.includes('i') };
	}

	function group(name: string | undefined): Tree {
		const index = name === undefined ? 0 : names.push(name) - 1;
		const outer = flags;
		if (name === '') at++;
		if (++depth > MOST_NESTED) fail('expression nests too deeply', source);
		const of = alternatives();
		depth--;
		flags = outer;
		if (!take(/\)/y)) fail('missing closing )', source);
		return index > 0 ? { kind: 'group', of, index } : of;
	}

	/** Named groups, and flags alone or for a group: parsePerlFlags. */
	function special(): Tree | 'flags' | undefined {
		const whole = rest();
		const named = take(/\(\?P?<([^>]*)>/y);
		if (named) return namedGroup(named);
		if (/^\(\?P?<./s.test(whole)) return fail('invalid named capture', whole);
		const [, set, end] = take(/\(\?([imsU]*(?:-[imsU]+)?)([):])/y) ?? [];
		if (set === undefined) {
			const [wrong = whole] = /^\(\?[imsU-]*[^imsU-]?/u.exec(whole) ?? [];
			return fail('invalid or unsupported Perl syntax', wrong);
		}
		const outer = flags;
		const [on = '', off = ''] = set.split('-');
		flags = [...outer, ...on].filter((flag) => !off.includes(flag)).join('');
		if (end === ')') return 'flags';
		const tree = group(undefined);
		flags = outer;
		return tree;
	}

	function namedGroup([whole, name = '']: RegExpExecArray): Tree | undefined {
		if (!/^[\p{L}\p{Nd}_]+$/u.test(name)) return fail('invalid named capture', whole);
		const index = names.push(name) - 1;
		return { kind: 'group', of: group(undefined), index };
	}

	function escaped(): Tree | undefined {
		const holds = ASSERTIONS[take(/\\[AzbB]/y)?.[0] ?? ''];
		if (holds) return { kind: 'assert', holds };
		const quoted = take(/\\Q([\s\S]*?)(?:\\E|$)/y);
		if (quoted) return { kind: 'all', of: [...(quoted[1] ?? '')].map((c) => literal(c)) };
		const set = classEscape();
		if (set !== undefined) return setOf(set);
		const found = code();
		return found === undefined ? undefined : literal(String.fromCodePoint(found));
	}

	/** `\d` and `\pL` and the like, in and out of brackets. */
	function classEscape(): string | undefined {
		const [, perl = ''] = take(/\\([dDsSwW])/y) ?? [];
		const known = PERL_CLASSES[perl.toLowerCase()];
		if (known) return written(known, perl < 'a');
		const unicode = take(/\\([pP])(?:\{(\^?)([^}]*)\}|(\^?)([\s\S]))/uy);
		if (!unicode) return /^\\[pP]/.test(rest()) ? badRange(rest()) : undefined;
		const [whole, letter, hat = '', long, , short] = unicode;
		const name = long ?? short ?? '';
		const isNot = (letter === 'P') !== (hat !== '');
		if (name === 'Any') return isNot ? '' : rangeOf(0, 0x10ffff);
		const property = isScript(name);
		if (property === undefined) return badRange(whole);
		return `\\${isNot ? 'P' : 'p'}{${property}}`;
	}

	/** A character behind a backslash: syntax.escape. */
	function code(): number | undefined {
		const from = at;
		if (source.length === from + 1) return fail('trailing backslash at end of expression', '');
		const [found, octal, hex, braced, letter, mark] =
			take(/\\(?:([1-7](?=[0-7])[0-7]{1,2}|0[0-7]{0,2})|x([\da-fA-F]{2})|x\{([\da-fA-F]+)\}|([afnrtv])|([!-/:-@[-^`{-~]))/y) ?? [];
		if (found === undefined) return fail('invalid escape sequence', /^\\(?:x\{?[\da-fA-F]*[\s\S]?|[\s\S])/u.exec(rest())?.[0] ?? rest());
		if (octal !== undefined) return Number.parseInt(octal, 8);
		const given = Number.parseInt(hex ?? braced ?? '', 16);
		if (hex !== undefined || braced !== undefined) return given <= 0x10ffff ? given : fail('invalid escape sequence', found);
		return letter !== undefined ? '\x07\f\n\r\t\v'.charCodeAt('afnrtv'.indexOf(letter)) : mark?.charCodeAt(0);
	}

	/** parseClass. */
	function bracket(): Tree | undefined {
		const whole = rest();
		const negated = take(/\[(\^?)/y)?.[1] === '^';
		let set = '';
		for (let isFirst = true; isFirst || source.charAt(at) !== ']'; isFirst = false) {
			if (at >= source.length) return fail('missing closing ]', whole);
			const ascii = take(/\[:(\^?)(\w*):\]/y);
			if (ascii) {
				const known = ASCII_CLASSES[ascii[2] ?? ''];
				if (known === undefined) return badRange(ascii[0]);
				set += written(known, ascii[1] !== '');
				continue;
			}
			const escaped = source.charAt(at) === '\\' ? classEscape() : undefined;
			set += escaped ?? range(whole) ?? '';
			if (fault) return undefined;
		}
		at++;
		return setOf(set, negated);
	}

	function range(whole: string): string | undefined {
		const from = at;
		const low = classChar(whole);
		if (low === undefined) return undefined;
		if (!/^-[^\]]/u.test(rest())) return rangeOf(low);
		at++;
		const high = classChar(whole);
		if (high === undefined) return undefined;
		return high < low ? badRange(source.slice(from, at)) : rangeOf(low, high);
	}

	function classChar(whole: string): number | undefined {
		if (at >= source.length) return fail('missing closing ]', whole);
		const c = charOf(source, at);
		if (c === '\\') return code();
		at += c.length;
		return c.codePointAt(0);
	}

	return whole();
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
