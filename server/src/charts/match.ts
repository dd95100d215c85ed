/** One step of a pattern: a character, or any number of them. */
type Step =
	| { readonly kind: 'one'; readonly fits: (character: string) => boolean; readonly literal?: string }
	| { readonly kind: 'some' }
	| { readonly kind: 'all' };

/** A compiled pattern: any of its alternatives may match. */
export type Pattern = readonly (readonly Step[])[];

const SOME: Step = { kind: 'some' };
const ALL: Step = { kind: 'all' };
const one = (fits: (character: string) => boolean): Step => ({ kind: 'one', fits });
const literal = (wanted: string): Step => ({ kind: 'one', fits: (character) => character === wanted, literal: wanted });
const NOT_SLASH = one((character) => character !== '' && character !== '/');

/** Whether a path is what a pattern asks for; takes time as its length times the pattern's. */
export function matches(pattern: Pattern, path: string): boolean {
	const characters = [...path];
	return pattern.some((steps) => reaches(steps, characters));
}

/** Goes through the pattern with all places of the path that it may have come to. */
function reaches(steps: readonly Step[], characters: readonly string[]): boolean {
	const fixed = steps.findIndex(({ kind }) => kind !== 'one');
	// Most paths part from most patterns at their first characters.
	if (fixed < 0 && steps.length !== characters.length) return false;
	const start = steps.slice(0, fixed < 0 ? undefined : fixed);
	if (start.some((step, i) => step.kind !== 'one' || !step.fits(characters[i] ?? ''))) return false;
	return fixed < 0 || rest(steps.slice(fixed), characters.slice(fixed));
}

function rest(steps: readonly Step[], characters: readonly string[]): boolean {
	let places = [true, ...characters.map(() => false)];
	for (const step of steps) {
		const next = places.map(() => false);
		for (const [i, isHere] of places.entries()) {
			const before = characters[i - 1];
			if (step.kind === 'one') next[i] = before !== undefined && places[i - 1] === true && step.fits(before);
			else next[i] = isHere || (next[i - 1] === true && (step.kind === 'all' || before !== '/'));
		}
		places = next;
	}
	return places[characters.length] === true;
}

/** How sets in brackets are read, from behind the bracket on, and whether braces and `**` mean more than their characters. */
interface Syntax {
	readonly set: (characters: readonly string[], from: number) => { readonly step: Step; readonly end: number } | undefined;
	readonly isGlob: boolean;
}

/** The pattern of filepath.Match; undefined where Go says `syntax error in pattern`. */
export const shellPattern = (text: string): Pattern | undefined => terms([...text], 0, false, { set: shellSet, isGlob: false })?.alternatives;

/** `[^a-z]` of filepath.Match, from behind its bracket on. */
function shellSet(characters: readonly string[], from: number): { readonly step: Step; readonly end: number } | undefined {
	let i = from;
	const isNegated = characters[i] === '^';
	if (isNegated) i++;
	const letter = (): string | undefined => {
		const first = characters[i++];
		if (first === undefined || first === '-' || first === ']') return undefined;
		return first === '\\' ? characters[i++] : first;
	};
	const ranges: (readonly [string, string])[] = [];
	while (characters[i] !== ']' || ranges.length === 0) {
		const low = letter();
		if (low === undefined) return undefined;
		let high: string | undefined = low;
		if (characters[i] === '-') {
			i++;
			high = letter();
		}
		if (high === undefined || i >= characters.length) return undefined;
		ranges.push([low, high]);
	}
	return { step: one((c) => c !== '' && ranges.some(([low, high]) => low <= c && c <= high) !== isNegated), end: i + 1 };
}

/** Alternatives in braces multiply; more of them nobody writes. */
const MOST_ALTERNATIVES = 1000;

/** The pattern of github.com/gobwas/glob with `/` as separator; undefined where it does not compile. */
export function globPattern(text: string): Pattern | undefined {
	const read = terms([...text], 0, false, { set: globSet, isGlob: true });
	return read?.alternatives.flatMap((steps) => [steps, ...overlaps(steps)]);
}

/** match.PrefixSuffix: of `a/**\/b` what begins and what ends may be one, so that it matches `a/b`. */
function overlaps(steps: readonly Step[]): Pattern {
	const at = steps.indexOf(ALL);
	const isPlain = at > 0 && at < steps.length - 1 && steps.every((step, i) => i === at || (step.kind === 'one' && step.literal !== undefined));
	if (!isPlain) return [];
	const [prefix, suffix] = [steps.slice(0, at), steps.slice(at + 1)].map((part) => part.map((step) => (step.kind === 'one' ? (step.literal ?? '') : '')));
	if (!prefix || !suffix) return [];
	const shared = Array.from({ length: Math.min(prefix.length, suffix.length) }, (_, i) => i + 1).filter(
		(n) => prefix.slice(-n).join('') === suffix.slice(0, n).join(''),
	);
	return shared.map((n) => [...prefix, ...suffix.slice(n)].map(literal));
}

/** Terms up to the end, or within braces up to their end; `alternatives` are those of the whole group. */
function terms(
	characters: readonly string[],
	from: number,
	isInBraces: boolean,
	syntax: Syntax,
): { readonly alternatives: Pattern; readonly end: number } | undefined {
	const done: (readonly Step[])[] = [];
	let open: readonly (readonly Step[])[] = [[]];
	const add = (step: Step): void => {
		open = open.map((steps) => [...steps, step]);
	};
	for (let i = from; i < characters.length; ) {
		const character = characters[i++] ?? '';
		if (isInBraces && character === '}') return { alternatives: [...done, ...open], end: i };
		if (isInBraces && character === ',') {
			done.push(...open);
			open = [[]];
		} else if (character === '*') {
			const isAll = syntax.isGlob && characters[i] === '*';
			while (characters[i] === '*') i++;
			add(isAll ? ALL : SOME);
		} else if (character === '?') add(NOT_SLASH);
		else if (character === '[') {
			const set = syntax.set(characters, i);
			if (!set) return undefined;
			add(set.step);
			i = set.end;
		} else if (character === '{' && syntax.isGlob) {
			const group = terms(characters, i, true, syntax);
			if (!group || group.alternatives.length * open.length > MOST_ALTERNATIVES) return undefined;
			open = open.flatMap((before) => group.alternatives.map((after) => [...before, ...after]));
			i = group.end;
		} else if (character === '\\') {
			const next = characters[i++];
			if (next === undefined) return undefined;
			add(literal(next));
		} else add(literal(character));
	}
	// Braces that are never closed are closed at the end.
	return { alternatives: [...done, ...open], end: characters.length };
}

/** `[!a-z]` or `[!abc]` of gobwas/glob, from behind its bracket on. */
function globSet(characters: readonly string[], from: number): { readonly step: Step; readonly end: number } | undefined {
	const isNegated = characters[from] === '!';
	const start = isNegated ? from + 1 : from;
	const end = characters.indexOf(']', start);
	if (end <= start) return undefined;
	const inside = characters.slice(start, end).filter((character, i, all) => character !== '\\' || all[i - 1] === '\\');
	const [low = '', dash, high = ''] = inside;
	const isRange = inside.length === 3 && dash === '-';
	if (isRange && low > high) return undefined;
	return { step: one((c) => c !== '' && (isRange ? low <= c && c <= high : inside.includes(c)) !== isNegated), end: end + 1 };
}
