/** What a line says to the program that fills the text in: `{% if x %}`, `<% end %>`, `#@ else:`. */
type Statement = 'opens' | 'defines' | 'turns' | 'closes' | 'other';

const TAGS = /^[ \t]*(?:\{%[^\n]*?%\}|\{#[^\n]*?#\}|<%(?!=)[^\n]*?%>)[ \t]*\r?$/;
const YTT = /^[ \t]*#@[ \t]*([\w/-]+)/;
/** Nothing is said without one of these; to look for it at the start of every line takes longer. */
const SIGN = /\{[%#]|<%|#@/;
const ANY = /^[ \t]*(?:\{[%#]|<%(?!=)|#@)/m;

const OPENS = /^(?:if|for|unless|case|with|block|call|filter|raw)\b/;
/** What it holds stands elsewhere in the end. */
const DEFINES = /^(?:def|macro)\b/;
const TURNS = /^(?:el|when\b)/;

/**
 * The text as it is when the first branch of every condition is taken, the other branches and the statements blanked: both branches side by side would be
 * twice the same. Offsets stay.
 */
export function withoutBranches(text: string): string {
	if (!SIGN.test(text) || !ANY.test(text)) return text;
	/** For each statement that is open, whether what it holds is left out. */
	const open: boolean[] = [];
	return text
		.split('\n')
		.map((line) => {
			const statement = statementIn(line);
			if (statement === 'opens') open.push(false);
			else if (statement === 'defines') open.push(true);
			else if (statement === 'closes') open.pop();
			else if (statement === 'turns' && open.length > 0) open[open.length - 1] = true;
			return statement || open.includes(true) ? blank(line) : line;
		})
		.join('\n');
}

const INLINE = /\{%[-+]?[ \t]*(if|for)\b[^\n]{0,400}?\{%[-+]?[ \t]*end\1[ \t]*[-+]?%\}/g;

/** The same of conditions and loops that end on the line they begin on: without what they hold, a comma before it too, the line may be one that YAML reads. */
export const withoutInline = (text: string): string => text.replace(INLINE, blank);

const blank = (line: string): string => line.replace(/[^\r]/g, ' ');

function statementIn(line: string): Statement | undefined {
	const said = TAGS.test(line) ? /[\w].*/.exec(line)?.[0] : YTT.exec(line)?.[1];
	if (said === undefined) return TAGS.test(line) ? 'other' : undefined;
	if (said.startsWith('end')) return 'closes';
	if (TURNS.test(said)) return 'turns';
	// `{% if x %}1{% endif %}`
	if (OPENS.test(said)) return /\bend\w*[ \t]*-?%[}>]/.test(said) ? 'other' : 'opens';
	if (DEFINES.test(said)) return 'defines';
	return / do\b/.test(said) ? 'opens' : 'other';
}
