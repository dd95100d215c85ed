import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { components } from '../components';

/** Repetitions up to so many are written out; more are a loop. */
const WRITTEN_OUT = 6;
/** What stands for all characters: ASCII, and some of every other kind that classes tell apart. */
const ALPHABET = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), ...'\u0085\u00a0éß가Жא\u2028\ufeff一'];

/** A part of a pattern as Glushkov's automaton sees it: by the places that consume a character. */
interface Part {
	readonly isNullable: boolean;
	readonly first: readonly number[];
	readonly last: readonly number[];
}

const NOTHING: Part = { isNullable: true, first: [], last: [] };

/**
 * Whether a regular expression that backtracks may take exponential time: its automaton reads one text from a place back to this place in two ways
 * (EDA of Weber and Seidl, "On the degree of ambiguity of finite automata"). What looks around is taken to hold, so an expression that only those keep from ambiguity counts as ambiguous.
 */
export function isExponential(source: string, flags: string): boolean {
	const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
		unicode: flags.includes('u'),
		unicodeSets: flags.includes('v'),
	});
	const automaton = new Automaton(flags);
	automaton.add(pattern);
	return automaton.isAmbiguous();
}

class Automaton {
	/** The characters that a place takes, by their place in the alphabet. */
	private readonly takes: (readonly boolean[])[] = [];
	/** In how many ways one place comes after another. */
	private readonly follows: Map<number, number>[] = [];
	private readonly flags: string;

	constructor(flags: string) {
		this.flags = flags.replace(/[^iusv]/g, '');
	}

	add(node: AST.Node): Part {
		switch (node.type) {
			case 'Pattern':
			case 'Group':
			case 'CapturingGroup':
				return union(node.alternatives.map((one) => this.add(one)));
			case 'Alternative':
				return node.elements.reduce<Part>((before, element) => this.sequence(before, this.add(element)), NOTHING);
			case 'Quantifier':
				return this.repeated(node);
			case 'Assertion':
				// What looks around is an expression of its own.
				if ('alternatives' in node) for (const one of node.alternatives) this.add(one);
				return NOTHING;
			case 'Character':
			case 'CharacterSet':
			case 'CharacterClass':
			case 'ExpressionCharacterClass':
				return this.place(node.raw);
			default:
				return NOTHING;
		}
	}

	private place(raw: string): Part {
		const one = new RegExp(`^(?:${raw})$`, this.flags);
		const at = this.takes.push(ALPHABET.map((letter) => one.test(letter))) - 1;
		this.follows.push(new Map());
		return { isNullable: false, first: [at], last: [at] };
	}

	private repeated({ element, min, max }: AST.Quantifier): Part {
		if (max > WRITTEN_OUT) {
			const part = this.add(element);
			this.link(part.last, part.first);
			return min === 0 ? { ...part, isNullable: true } : part;
		}
		let all = NOTHING;
		for (let i = max; i > 0; i--) {
			const part = this.sequence(this.add(element), all);
			all = i > min ? { ...part, isNullable: true } : part;
		}
		return all;
	}

	private sequence(before: Part, after: Part): Part {
		this.link(before.last, after.first);
		return {
			isNullable: before.isNullable && after.isNullable,
			first: before.isNullable ? [...before.first, ...after.first] : before.first,
			last: after.isNullable ? [...before.last, ...after.last] : after.last,
		};
	}

	private link(from: readonly number[], to: readonly number[]): void {
		for (const one of from) for (const next of to) this.follows[one]?.set(next, (this.follows[one]?.get(next) ?? 0) + 1);
	}

	isAmbiguous(): boolean {
		const after = this.follows.map((next) => [...next.keys()]);
		return components(
			after.map((_, at) => at),
			(at) => after[at] ?? [],
		).some((loop) => this.isAmbiguousIn(new Set(loop)));
	}

	private isAmbiguousIn(loop: ReadonlySet<number>): boolean {
		const inside = new Map([...loop].map((at) => [at, [...(this.follows[at] ?? [])].filter(([next]) => loop.has(next))]));
		const steps = [...inside.values()].flat();
		if (steps.length === 0) return false;
		if (steps.some(([, ways]) => ways > 1)) return true;
		const size = this.follows.length;
		const next = (pair: number): readonly number[] =>
			(inside.get(Math.floor(pair / size)) ?? []).flatMap(([one]) =>
				(inside.get(pair % size) ?? []).flatMap(([other]) => (this.meet(one, other) ? one * size + other : [])),
			);
		const isSame = (pair: number): boolean => Math.floor(pair / size) === pair % size;
		return components(
			[...loop].map((at) => at * size + at),
			next,
		).some((pairs) => pairs.some(isSame) && !pairs.every(isSame));
	}

	/** Whether there is a character that both take. */
	private meet(one: number, other: number): boolean {
		return this.takes[one]?.some((takes, i) => takes && this.takes[other]?.[i] === true) === true;
	}
}

const union = (parts: readonly Part[]): Part => ({
	isNullable: parts.some(({ isNullable }) => isNullable),
	first: parts.flatMap(({ first }) => first),
	last: parts.flatMap(({ last }) => last),
});
