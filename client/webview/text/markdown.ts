/** Sentences carry `code` and nothing else of Markdown; a number stays with its unit. All text goes through lit, which escapes it. */
import { html, type TemplateResult } from 'lit';

export function marked(sentence: string): TemplateResult[] {
	const parts = sentence.replace(/(\d) (s|min|h|ms)\b/g, '$1\u00a0$2').split('`');
	return parts.map((part, i) => (i % 2 ? html`<code>${part}</code>` : html`${part}`));
}

/** A field path that may break after its dots. */
export function breakable(path: string): TemplateResult[] {
	return path.split('.').map((part, i, all) => html`${part}${i < all.length - 1 ? html`.<wbr />` : ''}`);
}

/** The path without the part that every path of a pod begins with. */
export function shortField(field: string): string {
	return field.replace(/^spec\.(jobTemplate\.spec\.)?(template\.spec\.)?/, '') || field;
}

/** Its last name, with the list or the container that it stands in when the name alone says too little. */
export function lastField(field: string): string {
	const names = shortField(field).split('.');
	const last = names.at(-1) ?? '';
	return /\]$/.test(last) || names.length === 1 ? last : last.length > 5 ? last : names.slice(-2).join('.');
}
