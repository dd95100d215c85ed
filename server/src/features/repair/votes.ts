/** Of two spellings of one name: whether a text speaks for the first, which it has more often. */
export function speaksFor(text: string, word: string, other: string): boolean {
	if (word === '' || other === '') return other === '' && word !== '';
	const [own, others] = [timesAlone(text, word), timesAlone(text, other)];
	if (own !== others || word.includes(other) || other.includes(word)) return own > others;
	return timesWithin(text, word) > timesWithin(text, other);
}

/** By itself, as the whole of a name. */
const timesAlone = (text: string, word: string): number => times(text, word, /[\w.-]/);

/** As a part of a name too: `config` of `web-config`. */
const timesWithin = (text: string, word: string): number => times(text, word, /\w/);

function times(text: string, word: string, letter: RegExp): number {
	let count = 0;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
		if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + word.length))) count++;
	}
	return count;
}
