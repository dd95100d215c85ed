/**
 * A text without the characters at its ends that `isCut` matches, one at a time (strings.TrimFunc).
 * In one pass: a pattern that ends in `+$` begins anew at each of a long row of them.
 */
export function trim(text: string, isCut: RegExp): string {
	let start = 0;
	while (start < text.length && isCut.test(text.charAt(start))) start++;
	return trimRight(text.slice(start), isCut);
}

/** The same at its end alone (strings.TrimRightFunc). */
export function trimRight(text: string, isCut: RegExp): string {
	let end = text.length;
	while (end > 0 && isCut.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}
