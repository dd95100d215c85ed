/**
 * A folded text after kustomize has written it folded and read it again (RNode.MarshalJSON). yaml_emitter_write_folded_scalar of go-yaml doubles the break
 * behind each line that is not indented further, for folding to take one away; none is taken where the next line is indented further, or where the text ends and is kept.
 */
export function refolded(text: string): string {
	// Such texts are quoted (yaml_emitter_analyze_scalar).
	if (/ (?:\n|$)/.test(text)) return text;
	const isDoubling = /^\n*[^\s]/.test(text);
	return text.replace(/(?<=^|\n)([^ \t\n][^\n]*)(\n+)(?=([^\n]?))/g, (_, line: string, breaks: string, next: string) => {
		const isEnd = next === '';
		const isFolding = !isEnd && next !== ' ' && next !== '\t';
		const isKept = isEnd && breaks.length > 1;
		const change = isFolding ? (isDoubling ? 0 : -1) : isDoubling && (!isEnd || isKept) ? 1 : 0;
		const count = breaks.length + change;
		return line + (count === 0 ? ' ' : '\n'.repeat(count));
	});
}
