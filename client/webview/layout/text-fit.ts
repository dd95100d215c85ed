/**
 * How words fit. Where much depends on it (names, chips, tabs) they are measured by whoever can; words inside bars are reckoned,
 * so that layout stays pure: at 11 px a Hangul syllable is 11 px, a Latin letter about 6.
 */
export interface Font {
	readonly bold?: boolean;
	/** px; 11 if nothing is said. */
	readonly size?: number;
}

/** The width of words in px. */
export type Measure = (text: string, font?: Font) => number;

const PROPORTIONAL = 6.1;
export const MONOSPACE = 6.7;
const BOLD = 6.6;

export function widthOf(text: string, letter = PROPORTIONAL): number {
	let width = 0;
	for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 11 : letter;
	return width;
}

/** Where nothing can be measured. */
export const reckoned: Measure = (text, { bold = false, size = 11 } = {}) =>
	(widthOf(text, bold ? BOLD : PROPORTIONAL) * size) / 11;

/** The text, cut with an ellipsis to fit; nothing when fewer than three letters would be left. */
export function shorten(text: string, room: number, letter = PROPORTIONAL): string {
	if (widthOf(text, letter) <= room) return text;
	const letters = [...text];
	while (letters.length > 2 && widthOf(`${letters.join('')}…`, letter) > room) letters.pop();
	return letters.length > 2 ? `${letters.join('')}…` : '';
}

/** The text if it fits whole, else nothing. */
export function whole(text: string, room: number, letter = PROPORTIONAL): string {
	return widthOf(text, letter) <= room ? text : '';
}

/** A name keeps its beginning, which one reads first, and its end, which tells it from its like. */
const FIRST = 5;
const LAST = 4;

/** A name, or what fits of it: its middle goes first, then its end, its first five letters never. */
export function fitName(name: string, room: number, measure: Measure, font?: Font, last = LAST): string {
	const letters = [...name];
	if (measure(name, font) <= room || letters.length <= FIRST + 1) return name;
	const end = letters.slice(-last).join('');
	for (let first = letters.length - last - 1; first >= FIRST; first--) {
		const cut = `${letters.slice(0, first).join('')}…${end}`;
		if (measure(cut, font) <= room) return cut;
	}
	return `${letters.slice(0, FIRST).join('')}…`;
}

/** A generated name by its last part, which is what tells pods apart. */
export function shortName(name: string): string {
	return name.length > 14 && name.includes('-') ? `…${name.slice(name.lastIndexOf('-') + 1)}` : name;
}
