/** One step of a pattern: a character that is itself, or any of which something holds; of the two below any number. */
type Step = string | ((character: string) => boolean);

/** A compiled pattern: any of its alternatives may match. */
export type Pattern = readonly (readonly Step[])[];

const NOT_SLASH: Step = (character) => character !== '/';
const SOME: Step = (character) => character !== '/';
const ALL: Step = () => true;

const isStar = (step: Step): boolean => step === SOME || step === ALL;

const fits = (step: Step, character: string | undefined): boolean =>
	character !== undefined && (typeof step === 'string' ? step === character : step(character));

/** Whether a path is what a pattern asks for; takes time as its length times the pattern's. */
export function matches(pattern: Pattern, path: string): boolean {
	const characters = [...path];
	return pattern.some((steps) => reaches(steps, characters));
}

/** Goes through the pattern with all places of the path that it may have come to. */
function reaches(steps: readonly Step[], characters: readonly string[]): boolean {
	const star = steps.findIndex(isStar);
	// Most paths part from most patterns at their first characters.
	if (star < 0 && steps.length !== characters.length) return false;
	const fixed = star < 0 ? steps.length : star;
	return steps.slice(0, fixed).every((step, i) => fits(step, characters[i])) && rest(steps.slice(fixed), characters.slice(fixed));
}

function rest(steps: readonly Step[], characters: readonly string[]): boolean {
	let places = [true, ...characters.map(() => false)];
	for (const step of steps) {
		const next: boolean[] = [];
		for (const [i, isHere] of places.entries()) {
			const isReached = fits(step, characters[i - 1]) && (isStar(step) ? next : places)[i - 1] === true;
			next.push(isReached || (isStar(step) && isHere));
		}
		places = next;
	}
	return places[characters.length] === true;
}

/** The pattern of filepath.Match; undefined where Go says `syntax error in pattern`. */
export const shellPattern = (text: string): Pattern | undefined => read(text, false);

/** The pattern of github.com/gobwas/glob with `/` as separator; undefined where it does not compile. */
export const globPattern = (text: string): Pattern | undefined => read(text, true)?.flatMap((steps) => [steps, ...overlaps(steps)]);

/** match.PrefixSuffix: of `a/**\/b` what begins and what ends may be one, so that it matches `a/b`. */
function overlaps(steps: readonly Step[]): Pattern {
	const at = steps.indexOf(ALL);
	const [prefix, suffix] = [steps.slice(0, Math.max(0, at)), steps.slice(at + 1)];
	if (![...prefix, ...suffix].every((step) => typeof step === 'string')) return [];
	const shared = Array.from({ length: Math.min(prefix.length, suffix.length) }, (_, i) => i + 1).filter(
		(n) => prefix.slice(-n).join('') === suffix.slice(0, n).join(''),
	);
	return shared.map((n) => [...prefix, ...suffix.slice(n)]);
}

/** Alternatives in braces multiply; more of them nobody writes. */
const MOST_ALTERNATIVES = 1000;

/** To gobwas/glob braces and `**` mean more than their characters, and sets in brackets are others. */
function read(text: string, isGlob: boolean): Pattern | undefined {
	const characters = [...text];
	let at = 0;

	/** The alternatives up to the end, or within braces up to their end: those that are never closed are closed there. */
	function alternatives(isInBraces: boolean): Pattern | undefined {
		const done: (readonly Step[])[] = [];
		let open: Pattern = [[]];
		while (at < characters.length) {
			const character = characters[at++] ?? '';
			if (isInBraces && character === '}') break;
			if (isInBraces && character === ',') {
				done.push(...open);
				open = [[]];
				continue;
			}
			const behind = character === '{' && isGlob ? alternatives(true) : alone(stepOf(character));
			if (!behind || behind.length * open.length > MOST_ALTERNATIVES) return undefined;
			open = open.flatMap((before) => behind.map((after) => [...before, ...after]));
		}
		return [...done, ...open];
	}

	function stepOf(character: string): Step | undefined {
		switch (character) {
			case '*': {
				const isAll = isGlob && characters[at] === '*';
				while (characters[at] === '*') at++;
				return isAll ? ALL : SOME;
			}
			case '?':
				return NOT_SLASH;
			case '[':
				return isGlob ? globSet() : shellSet();
			case '\\':
				return characters[at++];
			default:
				return character;
		}
	}

	/** Passes over a character, if it is there. */
	function passes(character: string): boolean {
		const isHere = characters[at] === character;
		if (isHere) at++;
		return isHere;
	}

	/** `[^a-z]` */
	function shellSet(): Step | undefined {
		const isNegated = passes('^');
		const ranges: (readonly [string, string])[] = [];
		while (characters[at] !== ']' || ranges.length === 0) {
			const low = letter();
			const high = passes('-') ? letter() : low;
			if (low === undefined || high === undefined || at >= characters.length) return undefined;
			ranges.push([low, high]);
		}
		at++;
		return (one) => ranges.some(([low, high]) => low <= one && one <= high) !== isNegated;
	}

	function letter(): string | undefined {
		const first = characters[at++];
		if (first === '-' || first === ']') return undefined;
		return first === '\\' ? characters[at++] : first;
	}

	/** `[!a-z]` or `[!abc]` */
	function globSet(): Step | undefined {
		const isNegated = passes('!');
		const end = characters.indexOf(']', at);
		if (end <= at) return undefined;
		const inside = characters.slice(at, end).filter((character, i, all) => character !== '\\' || all[i - 1] === '\\');
		at = end + 1;
		const [low = '', dash, high = ''] = inside;
		const isRange = inside.length === 3 && dash === '-';
		if (isRange && low > high) return undefined;
		return (one) => (isRange ? low <= one && one <= high : inside.includes(one)) !== isNegated;
	}

	return alternatives(false);
}

const alone = (step: Step | undefined): Pattern | undefined => (step === undefined ? undefined : [[step]]);
