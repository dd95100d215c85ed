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

/** A text for an editor that indents the lines below the first as deep as the line it goes into: they bring only what is deeper. */
export function dedented(text: string, indent: number): string {
	return text.replace(/\n( *)/g, (_, spaces: string) => `\n${' '.repeat(Math.max(0, spaces.length - indent))}`);
}
