type Ranges = readonly (readonly [number, number])[];

const hex = (code: number): string => `\\u{${code.toString(16)}}`;

/** A range as it stands in a JavaScript class with the flag `u`. */
export const rangeOf = (low: number, high = low): string => (low === high ? hex(low) : `${hex(low)}-${hex(high)}`);

/** Ranges, which are in order, or all code points that are in none of them. */
export function written(ranges: Ranges, isNegated: boolean): string {
	if (!isNegated) return ranges.map(([low, high]) => rangeOf(low, high)).join('');
	const out: string[] = [];
	let next = 0;
	for (const [low, high] of ranges) {
		if (low > next) out.push(rangeOf(next, low - 1));
		next = high + 1;
	}
	return out.join('') + rangeOf(next, 0x10ffff);
}

/** Ranges by their first and last characters. */
const rangesOf = (ends: string): Ranges => [...ends.matchAll(/../gs)].map(([both]) => [both.charCodeAt(0), both.charCodeAt(1)]);

/** posixGroup of perl_groups.go. */
export const ASCII_CLASSES: Readonly<Record<string, Ranges>> = {
	alnum: rangesOf('09AZaz'),
	alpha: rangesOf('AZaz'),
	ascii: rangesOf('\0\x7f'),
	blank: rangesOf('\t\t  '),
	cntrl: rangesOf('\0\x1f\x7f\x7f'),
	digit: rangesOf('09'),
	graph: rangesOf('!~'),
	lower: rangesOf('az'),
	print: rangesOf(' ~'),
	punct: rangesOf('!/:@[`{~'),
	space: rangesOf('\t\r  '),
	upper: rangesOf('AZ'),
	word: rangesOf('09AZ__az'),
	xdigit: rangesOf('09AFaf'),
};

/** perl_groups.go. */
export const PERL_CLASSES: Readonly<Record<string, Ranges | undefined>> = { d: ASCII_CLASSES.digit, s: rangesOf('\t\n\f\r  '), w: ASCII_CLASSES.word };

/** How JavaScript names a category or script of Unicode that Go knows by this name. */
export function isScript(name: string): string | undefined {
	if (/^(?:C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/.test(name)) return name;
	const script = `Script=${name}`;
	return /^[A-Z][a-z]+(?:_[A-Z][a-z]+)*$/.test(name) && compiles(script) ? script : undefined;
}

function compiles(property: string): boolean {
	try {
		new RegExp(`\\p{${property}}`, 'u');
		return true;
	} catch {
		return false;
	}
}

/** The character that begins at an offset. */
export const charOf = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);
