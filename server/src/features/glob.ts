/** A longer pattern is nobody's, in UTF-16 units. */
const LONGEST = 1000;

/**
 * Whether a pattern names a file or a folder around it. `path` has no slash in front: `charts/web/pod.yaml`.
 * As in .gitignore a pattern without a slash names things at any depth, one with a slash begins at the top.
 * `*` and `?` stop at a slash, `**` does not; `{a,b}` is either, `[a-z]` and `[!a-z]` are one character. Takes time in proportion to pattern and path, whatever they are.
 */
export function matchesGlob(pattern: string, path: string): boolean {
	const trimmed = pattern.trim().replace(/^\.?\/(?=.)/, '');
	const isRooted = pattern.trim() !== trimmed || trimmed.replace(/\/$/, '').includes('/');
	const named = trimmed.replace(/\/$/, '');
	if (named === '' || named.length > LONGEST) return false;
	const reached = new Matching(isRooted ? named : `**/${named}`, path).ends();
	return [...reached].some((end) => end === path.length || path[end] === '/');
}

/** Offsets of the path that what was read of the pattern so far may end at: always a set, so nothing is tried twice. */
type Ends = ReadonlySet<number>;

class Matching {
	private at = 0;

	constructor(
		private readonly pattern: string,
		private readonly path: string,
	) {}

	ends(): Ends {
		return this.sequence(new Set([0]), 0);
	}

	/** Up to the end of the pattern, or of the braces it stands in. */
	private sequence(from: Ends, depth: number): Ends {
		let ends = from;
		while (this.at < this.pattern.length) {
			const one = this.pattern[this.at];
			if (depth > 0 && (one === ',' || one === '}')) break;
			ends = this.piece(ends, depth);
		}
		return ends;
	}

	private piece(from: Ends, depth: number): Ends {
		const { pattern } = this;
		if (pattern.startsWith('**/', this.at) && (this.at === 0 || '/{,'.includes(pattern[this.at - 1] ?? ''))) {
			this.at += 3;
			// Any number of folders, none too.
			return new Set([...this.beyond(from, () => true)].filter((end) => from.has(end) || this.path[end - 1] === '/'));
		}
		if (pattern.startsWith('**', this.at)) {
			this.at += 2;
			return this.beyond(from, () => true);
		}
		const one = pattern[this.at] ?? '';
		if (one === '*') {
			this.at += 1;
			return this.beyond(from, (next) => next !== '/');
		}
		if (one === '{' && pattern.includes('}', this.at)) return this.braces(from, depth);
		const set = one === '[' ? /^\[([!^]?)(\]?[^\]/]*)\]/.exec(pattern.slice(this.at)) : null;
		this.at += set ? set[0].length : 1;
		if (set) return this.step(from, (next) => next !== '/' && isIn(next, set[2] ?? '') === (set[1] === ''));
		return this.step(from, one === '?' ? (next) => next !== '/' : (next) => next === one);
	}

	private braces(from: Ends, depth: number): Ends {
		const ends = new Set<number>();
		do {
			this.at += 1;
			for (const end of this.sequence(from, depth + 1)) ends.add(end);
		} while (this.pattern[this.at] === ',');
		this.at += 1;
		return ends;
	}

	private step(from: Ends, accepts: (next: string) => boolean): Ends {
		return new Set([...from].flatMap((end) => (end < this.path.length && accepts(this.path[end] ?? '') ? end + 1 : [])));
	}

	/** From each end on for as long as it goes. */
	private beyond(from: Ends, accepts: (next: string) => boolean): Ends {
		const ends = new Set<number>();
		for (const start of from) {
			let end = start;
			while (!ends.has(end)) {
				ends.add(end);
				if (end >= this.path.length || !accepts(this.path[end] ?? '')) break;
				end++;
			}
		}
		return ends;
	}
}

/** `a-z0-9_`: whether a character is in such a set. */
function isIn(one: string, set: string): boolean {
	for (let at = 0; at < set.length; at++) {
		const [first = '', dash, last] = [set[at], set[at + 1], set[at + 2]];
		if (dash === '-' && last !== undefined) {
			if (first <= one && one <= last) return true;
			at += 2;
		} else if (first === one) return true;
	}
	return false;
}
