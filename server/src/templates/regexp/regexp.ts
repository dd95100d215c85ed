import { goQuote } from '../../schema/go-quote';
import { Fault, isFault } from '../value';
import { beginningOf, compile, type Instruction } from './program';
import { type Assertion, parseRegexp, SyntaxFault } from './syntax';

/** A match: pairs of offsets, the whole first, then the groups; -1 where a group took no part. */
type Match = readonly number[];

/** A text by its characters, and their code points. */
interface Input {
	readonly letters: readonly string[];
	readonly codes: readonly number[];
}

function inputOf(text: string): Input {
	const letters = [...text];
	return { letters, codes: letters.map((letter) => letter.codePointAt(0) ?? 0) };
}

/** What ends a search that reads its text too often. */
const MOST_STEPS = 20_000_000;

/** regexp.Compile; the fault's words are Go's. */
export function compileRegexp(source: string): Regexp | Fault {
	const parsed = parseRegexp(source);
	if (parsed instanceof SyntaxFault) return new Fault(`error parsing regexp: ${parsed.code}: \`${parsed.expression}\``);
	const program = compile(parsed.tree);
	return program ? new Regexp(source, program, parsed.names) : new Fault(`error parsing regexp: expression too large: \`${source}\``);
}

/** regexp.MustCompile: with the words that it panics with. */
export function mustCompile(source: string): Regexp | Fault {
	const compiled = compileRegexp(source);
	if (!isFault(compiled)) return compiled;
	return new Fault(`regexp: Compile(${/[`\p{Cc}\ufeff]/u.test(source.replaceAll('\t', '')) ? goQuote(source) : `\`${source}\``}): ${compiled.message}`);
}

/** A compiled expression. It takes time that grows with the text, never with its powers: no place is tried twice in one state. */
export class Regexp {
	constructor(
		private readonly source: string,
		private readonly program: readonly Instruction[],
		private readonly names: readonly string[],
	) {}

	matches(text: string): boolean {
		return this.search(inputOf(text), 0) !== undefined;
	}

	/** FindString. */
	find(text: string): string {
		const input = inputOf(text);
		const match = this.search(input, 0);
		return match ? input.letters.slice(match[0], match[1]).join('') : '';
	}

	/** FindAllString; `undefined` where there is none. */
	findAll(text: string, most: number): readonly string[] | undefined {
		const input = inputOf(text);
		const found = this.all(input, most).map(([start, end]) => input.letters.slice(start, end).join(''));
		return found.length > 0 ? found : undefined;
	}

	/** Regexp.allMatches: an empty match right behind another is none. */
	private all(input: Input, most: number): readonly Match[] {
		const found: Match[] = [];
		for (let at = 0, before = -1; at <= input.letters.length && (most < 0 || found.length < most); ) {
			const match = this.search(input, at);
			if (!match) break;
			const [start = 0, end = 0] = match;
			const isAccepted = end !== at || start !== before;
			at = end === at ? at + 1 : end;
			before = end;
			if (isAccepted) found.push(match);
		}
		return found;
	}

	/** ReplaceAllString: `$1` and `${name}` are what the groups matched. */
	replaceAll(text: string, replacement: string): string {
		return this.replace(text, (letters, match) => this.expand(replacement, letters, match));
	}

	replaceAllLiteral(text: string, replacement: string): string {
		return this.replace(text, () => replacement);
	}

	/** Regexp.replaceAll. */
	private replace(text: string, write: (letters: readonly string[], match: Match) => string): string {
		const input = inputOf(text);
		const { letters } = input;
		const out: string[] = [];
		let last = 0;
		for (const match of this.all(input, -1)) {
			const [start, end] = match;
			out.push(letters.slice(last, start).join(''), write(letters, match));
			last = end ?? last;
		}
		return out.join('') + letters.slice(last).join('');
	}

	/** Regexp.expand. */
	private expand(template: string, letters: readonly string[], match: Match): string {
		return template.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (_, braced?: string, bare?: string) => {
			const name = braced ?? bare;
			if (name === undefined) return '$';
			const index = /^\d+$/.test(name) ? Number(name) : this.names.indexOf(name);
			const start = index < 0 ? -1 : (match[2 * index] ?? -1);
			return start < 0 ? '' : letters.slice(start, match[2 * index + 1]).join('');
		});
	}

	/** Regexp.Split; `undefined` is a nil slice. */
	split(text: string, most: number): readonly string[] | undefined {
		if (most === 0) return undefined;
		if (this.source !== '' && text === '') return [''];
		const input = inputOf(text);
		const { letters } = input;
		const pieces: string[] = [];
		let begin = 0;
		let end = 0;
		for (const [start = 0, stop = 0] of this.all(input, most)) {
			if (most > 0 && pieces.length === most - 1) break;
			end = start;
			if (stop !== 0) pieces.push(letters.slice(begin, end).join(''));
			begin = stop;
		}
		if (end !== letters.length) pieces.push(letters.slice(begin).join(''));
		return pieces;
	}

	/** The leftmost match from an offset on, and of several the one that the expression prefers: bitState of backtrack.go. */
	private search({ codes }: Input, from: number): Match | undefined {
		const tried = new Set<number>();
		const begins = beginningOf(this.program);
		for (let start = from; start <= codes.length; start++) {
			if (begins && !(start < codes.length && begins(codes[start] ?? 0))) continue;
			const match = this.tryAt(codes, start, tried);
			if (match || tried.size > MOST_STEPS) return match;
		}
		return undefined;
	}

	private tryAt(codes: readonly number[], start: number, tried: Set<number>): Match | undefined {
		const slots: number[] = new Array<number>(2 * this.names.length).fill(-1);
		// What is to be tried next: an instruction and a place; or, below zero, a slot and what it is to be again.
		const stack: [number, number][] = [[this.program.length - 1, start]];
		for (let job = stack.pop(); job; job = stack.pop()) {
			const [which, at] = job;
			if (which < 0) {
				slots[-1 - which] = at;
				continue;
			}
			const key = which * (codes.length + 1) + at;
			if (tried.has(key)) continue;
			tried.add(key);
			const instruction = this.program[which];
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
					if (holds(instruction.what, codes, at)) stack.push([instruction.next, at]);
			}
		}
		return undefined;
	}
}

const isWord = (code: number | undefined): boolean => code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));

function holds(what: Assertion, codes: readonly number[], at: number): boolean {
	switch (what) {
		case 'text start':
			return at === 0;
		case 'text end':
			return at === codes.length;
		case 'line start':
			return at === 0 || codes[at - 1] === 10;
		case 'line end':
			return at === codes.length || codes[at] === 10;
		default:
			return (isWord(codes[at - 1]) !== isWord(codes[at])) === (what === 'word boundary');
	}
}
