/** The name of what is shown, the modes it may be shown in, its language, and menus. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Mode } from '../../../server/src/protocol/mode';
import { type Glyph, glyph } from '../paint/glyphs';
import { type Item, menuList } from './menu';
import type { Act, View } from './view';

export function header(view: View, act: Act): TemplateResult {
	const { words, shown } = view;
	const name = shown?.model.name ?? view.live?.pods[view.live.index]?.name ?? 'Peapod';
	const kind = view.mode === 'life' ? shown?.model.kind : words.modes[view.mode];
	// Of several a choice names the kinds; the file is in the tab's title too, and goes first where there is no room.
	const own = view.documents.length > 1 || !view.file ? [] : [kind, view.file];
	const place = [
		view.overlay === undefined ? undefined : words.inOverlay(view.width < NARROW ? lastOf(view.overlay) : view.overlay),
		...own,
	]
		.filter(Boolean)
		.join(' · ');
	return html`<header>
		${modeChoice(view, act)}
		${view.documents.length > 1 ? documentChoice(view, act) : html`<b class="name">${name}</b>`}
		<span class="file" title=${view.overlay === undefined ? place : words.inOverlay(view.overlay)}>${place}</span>
		${view.follows ? html`<span class="follows ${view.follows}">${words.follows[view.follows]}</span>` : nothing}
		<span class="segments" role="group" aria-label=${words.language}>
			<button aria-pressed=${view.tongue === 'en'} lang="en" aria-label="EN, English" @click=${() => act.speak('en')}>EN</button>
			<button aria-pressed=${view.tongue === 'ko'} lang="ko" aria-label="한국어" @click=${() => act.speak('ko')}>한</button>
		</span>
		${shown ? menu('export', view, act) : nothing} ${menu('more', view, act)}
	</header>`;
}

/** px. Below this an overlay goes by its last folder. */
const NARROW = 400;
const lastOf = (overlay: string): string =>
	overlay.includes('/') ? `…/${overlay.slice(overlay.lastIndexOf('/') + 1)}` : overlay;

const SIGNS: Readonly<Record<Mode, Glyph>> = {
	life: 'pod',
	why: 'magnifier',
	tests: 'flag',
	lesson: 'book',
	apply: 'apply',
};

/** The sign of the mode; where the file has others, a menu of them. */
function modeChoice(view: View, act: Act): TemplateResult {
	const { words, mode, modes, menu: open } = view;
	const others = modes.filter((one) => one !== mode);
	if (others.length === 0) return glyph(SIGNS[mode]);
	const items = others.map(
		(one): Item => ({ content: html`${glyph(SIGNS[one])} ${words.modes[one]}`, act: () => act.mode(one) }),
	);
	const label = words.modeIs(words.modes[mode]);
	return html`<span class="menu-root from-left">
		<button class="icon" id="menu-modes" aria-label=${label} title=${label} aria-haspopup="menu" aria-expanded=${open === 'modes'}
			@click=${() => act.menu(open === 'modes' ? undefined : 'modes')}>${glyph(SIGNS[mode])}</button>
		${open === 'modes' ? menuList('menu-modes', items, () => act.menu(undefined)) : nothing}
	</span>`;
}

function documentChoice(view: View, act: Act): TemplateResult {
	const choose = (event: Event) => act.document(Number((event.target as HTMLSelectElement).value));
	return html`<select class="document" aria-label=${view.words.document} .value=${String(view.kept.document)} @change=${choose}>
		${view.documents.map((one) => html`<option value=${one.index} ?selected=${one.index === view.kept.document}>${one.name} · ${one.kind}</option>`)}
	</select>`;
}

function menu(which: 'export' | 'more', view: View, act: Act): TemplateResult {
	const { words } = view;
	const open = view.menu === which;
	const items = which === 'export' ? exports(view, act) : others(view, act);
	const press = () => act.menu(open ? undefined : which);
	return html`<span class="menu-root">
		<button class="icon" id="menu-${which}" aria-label=${words[which]} title=${words[which]} aria-haspopup="menu" aria-expanded=${open} @click=${press}>
			${glyph(which)}
		</button>
		${open ? menuList(`menu-${which}`, items, () => act.menu(undefined)) : nothing}
	</span>`;
}

function exports({ words }: View, act: Act): Item[] {
	return [
		{ content: words.exportSvg, act: () => act.export('svg') },
		{ content: words.exportPng, act: () => act.export('png') },
		{ content: words.exportMarkdown, act: () => act.export('md') },
		{ content: words.exportJson, act: () => act.export('json') },
	];
}

function others(view: View, act: Act): Item[] {
	const { words, shown, kept } = view;
	const items: Item[] = [];
	if (shown) {
		items.push({ content: kept.pinned ? words.unpin : words.pin, act: () => act.toggle('pin') });
		items.push({ content: `${words.speed(kept.speed)} +`, act: () => act.faster(1) });
		items.push({ content: words.zoomFit, act: () => act.fit() });
		items.push({
			content: words.saveScenario,
			act: () => act.post({ type: 'saveScenario', scenario: shown.model.life.scenario }),
		});
	}
	items.push({ content: words.openScenario, act: () => act.post({ type: 'openScenario' }) });
	for (const file of view.scenarioFiles)
		items.push({ content: words.openNamed(file), act: () => act.post({ type: 'openScenario', file }) });
	if (shown) items.push({ content: words.resetScenario, act: () => act.forget() });
	return items;
}
