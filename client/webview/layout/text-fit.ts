/** Widths of words in a lane, reckoned instead of measured, so that layout stays pure: at 11 px a Hangul syllable is 11 px, a Latin letter about 6. */
export const PROPORTIONAL = 6.1;
export const MONOSPACE = 6.7;

export function widthOf(text: string, letter = PROPORTIONAL): number {
	let width = 0;
	for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 11 : letter;
	return width;
}

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

/** A generated name by its last part, which is what tells pods apart. */
export function shortName(name: string): string {
	return name.length > 14 && name.includes('-') ? `…${name.slice(name.lastIndexOf('-') + 1)}` : name;
}
