/** A list of actions that hangs from a button: arrows move in it, Escape and Tab lead back to the button. */
import { html, type TemplateResult } from 'lit';

export interface Item {
	readonly content: TemplateResult | string;
	readonly act: () => void;
}

export function menuList(labelledBy: string, items: readonly Item[], close: () => void): TemplateResult {
	const key = (event: KeyboardEvent) => menuKey(event, close, () => document.getElementById(labelledBy)?.focus());
	return html`<div class="menu" role="menu" aria-labelledby=${labelledBy} @keydown=${key}>
		${items.map(
			({ content, act }) =>
				html`<button role="menuitem" tabindex="-1" @click=${() => [act(), close()]}>${content}</button>`,
		)}
	</div>`;
}

function menuKey(event: KeyboardEvent, close: () => void, back: () => void): void {
	const list = event.currentTarget as HTMLElement;
	const items = [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
	const at = items.indexOf(document.activeElement as HTMLElement);
	const go = (i: number) => items[(i + items.length) % items.length]?.focus();
	if (event.key === 'ArrowDown') go(at + 1);
	else if (event.key === 'ArrowUp') go(at - 1);
	else if (event.key === 'Home') go(0);
	else if (event.key === 'End') go(-1);
	else if (event.key === 'Escape' || event.key === 'Tab') {
		close();
		back();
	} else return;
	event.preventDefault();
	event.stopPropagation();
}
