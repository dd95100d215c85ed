/** What is written for rich clients, put plainly for the others. */

/** Markdown as one would type it: no marks, links with their address behind, code set in. */
export function withoutMarkdown(markdown: string): string {
	let inCode = false;
	const lines = markdown.split('\n').flatMap((line) => {
		if (/^```/.test(line)) {
			inCode = !inCode;
			return [];
		}
		if (inCode) return `  ${line}`;
		return /^---+$/.test(line) ? '' : inline(line.replace(/^#+ /, '').trimEnd());
	});
	return lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** A code span or an escape is taken as it is; all else may have marks within. */
const INLINE = /`([^`]+)`|\\([\\`*_[\]])|\[([^\]]*)\]\(([^)]*)\)|\*\*(.+?)\*\*|\*(\S(?:[^*]*\S)?)\*/g;

function inline(text: string): string {
	return text.replace(INLINE, (_, code?: string, escaped?: string, link?: string, address?: string, bold?: string, italic?: string) => {
		if (link !== undefined) return `${inline(link)}: ${address}`;
		return code ?? escaped ?? inline(bold ?? italic ?? '');
	});
}

/** A snippet without its tab stops: what stands in a placeholder stays, of several choices the first. */
export function plainSnippet(snippet: string): string {
	let at = 0;
	// `${1:…}` may hold others: one reader for the whole, and for what stands between braces.
	const read = (end: string): string => {
		let text = '';
		while (at < snippet.length && snippet[at] !== end) {
			if (snippet[at] === '\\') {
				text += snippet[at + 1] ?? '\\';
				at += 2;
				continue;
			}
			const [stop, number, then] = /^\$(\d+|\{\d+([:|}]))/.exec(snippet.slice(at)) ?? [];
			if (stop === undefined || number === undefined) {
				text += snippet[at++];
				continue;
			}
			at += stop.length;
			if (then === ':') {
				text += read('}');
				at++;
			} else if (then === '|') {
				const [all = '', first = ''] = /^((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/.exec(snippet.slice(at)) ?? [];
				text += first.replace(/\\(.)/g, '$1');
				at += all.length;
			}
		}
		return text;
	};
	return read('');
}

/** A text for an editor that indents the lines below the first as deep as the line it goes into: they bring only what is deeper. */
export function dedented(text: string, indent: number): string {
	return text.replace(/\n( *)/g, (_, spaces: string) => `\n${' '.repeat(Math.max(0, spaces.length - indent))}`);
}
