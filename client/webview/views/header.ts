import { html, nothing, type TemplateResult } from 'lit';
import { glyph } from '../paint/glyphs';
import type { Act, View } from './view';

export function header(view: View, act: Act): TemplateResult {
	const { words, shown } = view;
	const name = shown?.model.name ?? 'Peapod';
	return html`<header>
		${glyph('pod')}
		${view.documents.length > 1 ? documentChoice(view, act) : html`<b class="name">${name}</b>`}
		<span class="file">${view.documents.length > 1 || !view.file ? nothing : html`${shown ? `${shown.model.kind} · ` : ''}${view.file}`}</span>
		<span class="segments" role="group" aria-label=${words.language}>
			<button aria-pressed=${view.tongue === 'en'} lang="en" aria-label="EN, English" @click=${() => act.speak('en')}>EN</button>
			<button aria-pressed=${view.tongue === 'ko'} lang="ko" aria-label="한국어" @click=${() => act.speak('ko')}>한</button>
		</span>
		${shown ? menu('export', view, act) : nothing} ${menu('more', view, act)}
	</header>`;
}

function documentChoice(view: View, act: Act): TemplateResult {
	const choose = (event: Event) => act.document(Number((event.target as HTMLSelectElement).value));
	return html`<select class="document" aria-label=${view.words.document} .value=${String(view.kept.document)} @change=${choose}>
		${view.documents.map((one) => html`<option value=${one.index} ?selected=${one.index === view.kept.document}>${one.name} · ${one.kind}</option>`)}
	</select>`;
}

interface Item {
	readonly words: string;
	readonly act: () => void;
}

function menu(which: 'export' | 'more', view: View, act: Act): TemplateResult {
	const { words } = view;
	const open = view.menu === which;
	const items = which === 'export' ? exports(view, act) : others(view, act);
	const key = (event: KeyboardEvent) => menuKey(event, () => act.menu(undefined));
	return html`<span class="menu-root">
		<button class="icon" id="menu-${which}" aria-label=${words[which]} title=${words[which]} aria-haspopup="menu" aria-expanded=${open} @click=${() => act.menu(open ? undefined : which)}>
			${glyph(which)}
		</button>
		${
			open
				? html`<div class="menu" role="menu" aria-labelledby="menu-${which}" @keydown=${key}>
						${items.map((item) => html`<button role="menuitem" tabindex="-1" @click=${() => [item.act(), act.menu(undefined)]}>${item.words}</button>`)}
					</div>`
				: nothing
		}
	</span>`;
}

function exports({ words }: View, act: Act): Item[] {
	return [
		{ words: words.exportSvg, act: () => act.export('svg') },
		{ words: words.exportPng, act: () => act.export('png') },
		{ words: words.exportMarkdown, act: () => act.export('md') },
		{ words: words.exportJson, act: () => act.export('json') },
	];
}

function others(view: View, act: Act): Item[] {
	const { words, shown, kept } = view;
	const items: Item[] = [];
	if (shown) {
		items.push({ words: kept.pinned ? words.unpin : words.pin, act: () => act.toggle('pin') });
		items.push({ words: `${words.speed(kept.speed)} +`, act: () => act.faster(1) });
		items.push({ words: words.zoomFit, act: () => act.fit() });
		items.push({
			words: words.saveScenario,
			act: () => act.post({ type: 'saveScenario', scenario: shown.model.life.scenario }),
		});
	}
	items.push({ words: words.openScenario, act: () => act.post({ type: 'openScenario' }) });
	for (const file of view.scenarioFiles)
		items.push({ words: words.openNamed(file), act: () => act.post({ type: 'openScenario', file }) });
	if (shown) items.push({ words: words.resetScenario, act: () => act.forget() });
	return items;
}

function menuKey(event: KeyboardEvent, close: () => void): void {
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
		list.parentElement?.querySelector('button')?.focus();
	} else return;
	event.preventDefault();
	event.stopPropagation();
}
