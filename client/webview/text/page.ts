/** Pages of a lesson: paragraphs, lists, fences of what kubectl prints, `code` and **strong**. All text goes through lit, which escapes it. */
import { html, type TemplateResult } from 'lit';
import { marked } from './markdown';

export function page(markdown: string): TemplateResult[] {
	return markdown
		.split(/(^```[\s\S]*?^```$)|\n{2,}/m)
		.filter((block) => block?.trim())
		.map((block = '') => paintBlock(block.trim()));
}

function paintBlock(block: string): TemplateResult {
	const fence = /^```.*\n([\s\S]*?)\n?```$/.exec(block);
	if (fence) return html`<pre tabindex="0">${fence[1]}</pre>`;
	const lines = block.split('\n');
	if (lines.every((line) => /^(?:- |\d+\. )/.test(line)))
		return html`<ul>${lines.map((line) => html`<li>${inline(line.replace(/^(?:- |\d+\. )/, ''))}</li>`)}</ul>`;
	return html`<p>${inline(block.replaceAll('\n', ' '))}</p>`;
}

/** A sentence or two. */
export function inline(text: string): TemplateResult[] {
	return text.split('**').map((part, i) => (i % 2 ? html`<strong>${marked(part)}</strong>` : html`${marked(part)}`));
}
