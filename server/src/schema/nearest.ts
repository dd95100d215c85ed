/** Nobody misspells a longer name by hand, nor chooses among more: guessing would take longer than all else. */
const LONGEST = 100;
const MOST = 100;

/** The candidate that is near enough to be what was meant, if it is the only one. */
export function onlyNear(word: string, candidates: ReadonlySet<string> | readonly string[]): string | undefined {
	if (('size' in candidates ? candidates.size : candidates.length) > MOST) return undefined;
	let near: string | undefined;
	for (const candidate of candidates) {
		if (nearest(word, [candidate]) === undefined) continue;
		if (near !== undefined) return undefined;
		near = candidate;
	}
	return near;
}

/** The candidate most like `word`, if one is near enough to be what was meant: no more letters may differ than `most`, a third of them by default. */
export function nearest(word: string, candidates: Iterable<string>, most: number = Math.max(1, Math.floor(word.length / 3))): string | undefined {
	if (word.length > LONGEST) return undefined;
	let best: string | undefined;
	let least = most + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= least) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < least) {
			least = distance;
			best = candidate;
		}
	}
	return best;
}

/** Damerau-Levenshtein (optimal string alignment): a swap of neighbours counts once. */
function editDistance(a: string, b: string): number {
	let beforeLast: readonly number[] = [];
	let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? 0;
}
