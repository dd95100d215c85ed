type Ranges = readonly (readonly [number, number])[];

const hex = (code: number): string => `\\u{${code.toString(16)}}`;

/** A range as it stands in a JavaScript class with the flag `u`. */
export const rangeOf = (low: number, high: number): string => (low === high ? hex(low) : `${hex(low)}-${hex(high)}`);

const write = (ranges: Ranges): string => ranges.map(([low, high]) => rangeOf(low, high)).join('');

/** All code points that are in none of the ranges, which are in order. */
export function complement(ranges: Ranges): string {
	const out: string[] = [];
	let next = 0;
	for (const [low, high] of ranges) {
		if (low > next) out.push(rangeOf(next, low - 1));
		next = high + 1;
	}
	return out.join('') + rangeOf(next, 0x10ffff);
}

const DIGIT: Ranges = [[0x30, 0x39]];
const SPACE: Ranges = [
	[0x9, 0xa],
	[0xc, 0xd],
	[0x20, 0x20],
];
const WORD: Ranges = [
	[0x30, 0x39],
	[0x41, 0x5a],
	[0x5f, 0x5f],
	[0x61, 0x7a],
];

/** perl_groups.go. */
export const PERL_CLASSES: Readonly<Record<string, string>> = {
	d: write(DIGIT),
	D: complement(DIGIT),
	s: write(SPACE),
	S: complement(SPACE),
	w: write(WORD),
	W: complement(WORD),
};

/** posixGroup of perl_groups.go. */
export const ASCII_CLASSES: Readonly<Record<string, Ranges>> = {
	alnum: [
		[0x30, 0x39],
		[0x41, 0x5a],
		[0x61, 0x7a],
	],
	alpha: [
		[0x41, 0x5a],
		[0x61, 0x7a],
	],
	ascii: [[0, 0x7f]],
	blank: [
		[0x9, 0x9],
		[0x20, 0x20],
	],
	cntrl: [
		[0, 0x1f],
		[0x7f, 0x7f],
	],
	digit: DIGIT,
	graph: [[0x21, 0x7e]],
	lower: [[0x61, 0x7a]],
	print: [[0x20, 0x7e]],
	punct: [
		[0x21, 0x2f],
		[0x3a, 0x40],
		[0x5b, 0x60],
		[0x7b, 0x7e],
	],
	space: [
		[0x9, 0xd],
		[0x20, 0x20],
	],
	upper: [[0x41, 0x5a]],
	word: WORD,
	xdigit: [
		[0x30, 0x39],
		[0x41, 0x46],
		[0x61, 0x66],
	],
};

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
