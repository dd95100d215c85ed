import { goQuote } from '../../schema/go-quote';
import { Fault, isFault } from '../value';
import { beginningOf, compile, type Instruction } from './program';
import { parseRegexp, SyntaxFault } from './syntax';

/** A match: pairs of offsets, the whole first, then the groups; -1 where a group took no part. */
type Match = readonly number[];

/** A text by its code points, and what stands between two of them. */
interface Input {
	readonly codes: readonly number[];
	readonly slice: (from: number | undefined, to?: number) => string;
}

function inputOf(text: string): Input {
	const letters = [...text];
	return { codes: letters.map((letter) => letter.codePointAt(0) ?? 0), slice: (from, to) => letters.slice(from, to).join('') };
}

/** What ends a search that reads its text too often. */
const MOST_STEPS = 20_000_000;

/** regexp.Compile; the fault's words are Go's. */
export function compileRegexp(source: string): Regexp | Fault {
	const parsed = parseRegexp(source);
	if (parsed instanceof SyntaxFault) return new Fault(`error parsing regexp: ${parsed.code}: \`${parsed.expression}\``);
	const program = compile(parsed.tree);
	return program ? regexpOf(source, program, parsed.names) : new Fault(`error parsing regexp: expression too large: \`${source}\``);
}

/** regexp.MustCompile: with the words that it panics with. */
export function mustCompile(source: string): Regexp | Fault {
	const compiled = compileRegexp(source);
	if (!isFault(compiled)) return compiled;
	return new Fault(`regexp: Compile(${/[`\p{Cc}\ufeff]/u.test(source.replaceAll('\t', '')) ? goQuote(source) : `\`${source}\``}): ${compiled.message}`);
}

/** A compiled expression. It takes time that grows with the text, never with its powers: no place is tried twice in one state. */
export interface Regexp {
	readonly matches: (text: string) => boolean;
	/** FindString. */
	readonly find: (text: string) => string;
	/** FindAllString; `undefined` where there is none. */
	readonly findAll: (text: string, most: number) => readonly string[] | undefined;
	/** ReplaceAllString: `$1` and `${name}` are what the groups matched. */
	readonly replaceAll: (text: string, replacement: string) => string;
	readonly replaceAllLiteral: (text: string, replacement: string) => string;
	/** Regexp.Split; `undefined` is a nil slice. */
	readonly split: (text: string, most: number) => readonly string[] | undefined;
}

function regexpOf(source: string, program: readonly Instruction[], names: readonly string[]): Regexp {
	const begins = beginningOf(program);

	function matches(text: string): boolean {
		return search(inputOf(text), 0) !== undefined;
	}

	function find(text: string): string {
		return findAll(text, 1)?.[0] ?? '';
	}

	function findAll(text: string, most: number): readonly string[] | undefined {
		const input = inputOf(text);
		const found = all(input, most).map(([start, end]) => input.slice(start, end));
		return found.length > 0 ? found : undefined;
	}

	/** Regexp.allMatches: an empty match right behind another is none. */
	function all(input: Input, most: number): readonly Match[] {
		const found: Match[] = [];
		for (let at = 0, before = -1; at <= input.codes.length && (most < 0 || found.length < most); ) {
			const match = search(input, at);
			if (!match) break;
			const [start = 0, end = 0] = match;
			const isAccepted = end !== at || start !== before;
			at = end === at ? at + 1 : end;
			before = end;
			if (isAccepted) found.push(match);
		}
		return found;
	}

	function replaceAll(text: string, replacement: string): string {
		return replace(text, (input, match) => expand(replacement, input, match));
	}

	function replaceAllLiteral(text: string, replacement: string): string {
		return replace(text, () => replacement);
	}

	/** Regexp.replaceAll. */
	function replace(text: string, write: (input: Input, match: Match) => string): string {
		const input = inputOf(text);
		const out: string[] = [];
		let last = 0;
		for (const match of all(input, -1)) {
			const [start, end] = match;
			out.push(input.slice(last, start), write(input, match));
			last = end ?? last;
		}
		return out.join('') + input.slice(last);
	}

	/** Regexp.expand. */
	function expand(template: string, input: Input, match: Match): string {
		return template.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (_, braced?: string, bare?: string) => {
			const name = braced ?? bare;
			if (name === undefined) return '$';
			const index = /^\d+$/.test(name) ? Number(name) : names.indexOf(name);
			const start = index < 0 ? -1 : (match[2 * index] ?? -1);
			return start < 0 ? '' : input.slice(start, match[2 * index + 1]);
		});
	}

	function split(text: string, most: number): readonly string[] | undefined {
		if (most === 0) return undefined;
		if (source !== '' && text === '') return [''];
		const input = inputOf(text);
		const pieces: string[] = [];
		let begin = 0;
		let end = 0;
		for (const [start = 0, stop = 0] of all(input, most)) {
			if (most > 0 && pieces.length === most - 1) break;
			end = start;
			if (stop !== 0) pieces.push(input.slice(begin, end));
			begin = stop;
		}
		if (end !== input.codes.length) pieces.push(input.slice(begin));
		return pieces;
	}

	/** The leftmost match from an offset on, and of several the one that the expression prefers: bitState of backtrack.go. */
	function search({ codes }: Input, from: number): Match | undefined {
		const tried = new Set<number>();
		for (let start = from; start <= codes.length; start++) {
			if (begins && !(start < codes.length && begins(codes[start] ?? 0))) continue;
			const match = tryAt(codes, start, tried);
			if (match || tried.size > MOST_STEPS) return match;
		}
		return undefined;
	}

	function tryAt(codes: readonly number[], start: number, tried: Set<number>): Match | undefined {
		const slots: number[] = new Array<number>(2 * names.length).fill(-1);
		// What is to be tried next: an instruction and a place; or, below zero, a slot and what it is to be again.
		const stack: [number, number][] = [[program.length - 1, start]];
		for (let job = stack.pop(); job; job = stack.pop()) {
			const [which, at] = job;
			if (which < 0) {
				slots[-1 - which] = at;
				continue;
			}
			const key = which * (codes.length + 1) + at;
			if (tried.has(key)) continue;
			tried.add(key);
			const instruction = program[which];
			switch (instruction?.kind) {
				case 'match':
					slots[1] = at;
					return slots;
				case 'char':
					if (at < codes.length && instruction.accepts(codes[at] ?? 0)) stack.push([instruction.next, at + 1]);
					break;
				case 'split':
					stack.push([instruction.other, at], [instruction.next, at]);
					break;
				case 'save':
					stack.push([-1 - instruction.slot, slots[instruction.slot] ?? -1], [instruction.next, at]);
					slots[instruction.slot] = at;
					break;
				case 'assert':
					if (instruction.holds(codes, at)) stack.push([instruction.next, at]);
			}
		}
		return undefined;
	}

	return { matches, find, findAll, replaceAll, replaceAllLiteral, split };
}
