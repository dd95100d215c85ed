/** Texts that others wrote, put into a page of Markdown: they stay what they are. */

/** Code on a line, whatever stands in it: the fence is longer than any within. */
export function code(text: string): string {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return longest > 0 || text === '' ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Lines of code by themselves. */
export const fenced = (text: string): string => `~~~~text\n${text.replaceAll('~~~~', '~~~')}\n~~~~`;

/** Our words with what others wrote filled in: `code` stays code, and nothing else means anything: no picture is fetched, no link made. */
export const sentence = (words: string): string =>
	words
		.split(/(`[^`\n]+`)/)
		.map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>!~#|&]/g, '\\$&').replace(/\s*\n\s*/g, ' ')))
		.join('');
