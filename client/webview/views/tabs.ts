/** The same life as a story, as its state at the playhead, as events, as kubectl's watch, as YAML; and the knobs. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { ageOf } from '../../../server/src/protocol/kubectl';
import { around } from '../input/scrolling';
import { inSight } from '../layout/in-sight';
import { shortName } from '../layout/text-fit';
import { eventLines, NEAR, podStateAt, type WatchLine, watchLines } from '../model/at';
import type { Model } from '../model/model';
import { type Shelf, TABS } from '../model/state';
import { type StoryRow, sentenceOf } from '../model/stops';
import { glyph, glyphOf } from '../paint/glyphs';
import { marked } from '../text/markdown';
import { statusYaml } from '../text/status-yaml';
import { span } from '../text/times';
import { allKnobs } from './knobs';
import { type Item, menuList } from './menu';
import { modeView } from './modes';
import { state } from './narrator';
import type { Act, WithLife } from './view';

/** In the wide layout the state and the events stand beside, and so do the knobs, and what a mode has to itself. */
const BESIDE: ReadonlySet<Shelf> = new Set(['own', 'state', 'events', 'knobs']);
const FONT = { size: 12 };
/** px of a tab besides its words, between two of them, of the page beside them, and of the button that holds the rest. */
const TAB = 16;
const GAP = 2;
const PADDING = 16;
const MORE = 28;

export function tabs(view: WithLife, act: Act): TemplateResult {
	const { words, kept, columns, measure, shown } = view;
	const { own, hasKnobs } = modeView(view.mode);
	const all: readonly Shelf[] = [...TABS, 'knobs'];
	const list = all.filter(
		(tab) => (tab !== 'own' || own) && (tab !== 'knobs' || hasKnobs) && (columns < 3 || !BESIDE.has(tab)),
	);
	const wanted: Shelf = kept.knobs && hasKnobs && columns < 3 ? 'knobs' : kept.tab;
	const open = list.includes(wanted) ? wanted : (list[0] ?? 'story');
	const room = { width: shown.scene.width - PADDING, gap: GAP, rows: 1, more: MORE };
	const boxes = list.map((id) => ({ id, width: TAB + measure(nameOf(id, view), FONT) }));
	// The mode's own tab never goes into the menu.
	const seen = new Set([...(own && columns < 3 ? ['own' as const] : []), ...inSight(boxes, open, room)]);
	const hidden = list.filter((tab) => !seen.has(tab));
	return html`<div class="tabs">
			<div role="tablist" aria-label=${words.views} @keydown=${(event: KeyboardEvent) => tabKey(event, list, open, act)}>
				${list.filter((tab) => seen.has(tab)).map((tab) => paintTab(tab, tab === open, view, act))}
			</div>
			${hidden.length ? moreTabs(hidden, view, act) : nothing}
		</div>
		<div class="panel in-${open}" id="tab-panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${open}">${content(open, view, act)}</div>`;
}

function badge(view: WithLife): TemplateResult | typeof nothing {
	const said = modeView(view.mode).badge?.(view);
	return said ? html`<span class="count">${said}</span>` : nothing;
}

const nameOf = (tab: Shelf, { words, mode }: WithLife): string => (tab === 'own' ? words.own[mode] : words.tabs[tab]);

function paintTab(tab: Shelf, open: boolean, view: WithLife, act: Act): TemplateResult {
	return html`<button role="tab" id="tab-${tab}" aria-selected=${open} aria-controls="tab-panel" tabindex=${open ? 0 : -1} @click=${() => act.tab(tab)}>
		${nameOf(tab, view)}${tab === 'own' ? badge(view) : nothing}
	</button>`;
}

function moreTabs(hidden: readonly Shelf[], view: WithLife, act: Act): TemplateResult {
	const { words, menu } = view;
	const open = menu === 'tabs';
	const items = hidden.map((tab): Item => ({ content: nameOf(tab, view), act: () => act.tab(tab) }));
	const press = () => act.menu(open ? undefined : 'tabs');
	return html`<span class="menu-root">
		<button class="icon" id="menu-tabs" aria-label=${words.moreViews} title=${words.moreViews} aria-haspopup="menu" aria-expanded=${open} @click=${press}>${glyph('more')}</button>
		${open ? menuList('menu-tabs', items, () => act.menu(undefined)) : nothing}
	</span>`;
}

function tabKey(event: KeyboardEvent, list: readonly Shelf[], open: Shelf, act: Act): void {
	const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
	const next = list[(list.indexOf(open) + step + list.length) % list.length];
	if (!step || !next) return;
	event.preventDefault();
	act.tab(next);
	const bar = event.currentTarget as HTMLElement;
	requestAnimationFrame(() => bar.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
}

function content(tab: Shelf, view: WithLife, act: Act): TemplateResult | ReturnType<typeof guard> {
	switch (tab) {
		case 'own':
			return modeView(view.mode).own?.(view, act) ?? story(view, act);
		case 'story':
			return story(view, act);
		case 'state':
			return state(view);
		case 'watch':
			return watch(view, act);
		case 'events':
			return events(view);
		case 'yaml':
			return yaml(view, act);
		case 'knobs':
			return allKnobs(view, act);
	}
}

function story(view: WithLife, act: Act): ReturnType<typeof guard> {
	const { shown, tongue, words } = view;
	const { rows, model, row: current } = shown;
	return guard([model, tongue, current], () => {
		const [from, to] = around(current, rows.length);
		const more = (count: number, said: string, at: StoryRow | undefined) =>
			count > 0 && at
				? html`<li><button class="row" tabindex="-1" @click=${() => act.seek(at.t, at.moment)}><span></span><span></span><span>${said}</span></button></li>`
				: nothing;
		return html`<ol class="story ${model.live ? 'of-day' : ''}" data-rows>
			${more(from, words.earlier(from), rows[from - 1])}
			${repeat(
				rows.slice(from, to),
				(row) => row.moment.id,
				(row, i) => storyRow(view, act, row, rows[from + i - 1], from + i - current, from + i === Math.max(0, current)),
			)}
			${more(rows.length - to, words.later(rows.length - to), rows[to])}
		</ol>`;
	});
}

function storyRow(
	view: WithLife,
	act: Act,
	row: StoryRow,
	before: StoryRow | undefined,
	ahead: number,
	isStop: boolean,
): TemplateResult {
	const { shown, tongue, words } = view;
	const { model } = shown;
	const { point } = shown.when;
	return html`${guard([before, row, tongue], () => {
		const { live } = model;
		if (live && (before?.t ?? 0) <= live.now && row.t > live.now)
			return html`<li class="now-row"><span class="time">${shown.when.clock(live.now)}</span><b>${words.now}</b></li>`;
		const gap = before ? row.t - before.t : 0;
		return gap >= 1.5 ? html`<li class="wait" aria-hidden="true">${span(gap, tongue)}</li>` : nothing;
	})}
		<li class=${ahead === 0 ? 'current' : ahead > 0 ? 'future' : ''} aria-current=${ahead === 0 ? 'true' : nothing}>
			${guard([before, row, tongue, isStop], () => {
				const pod = model.owner && row.moment.pod !== undefined ? model.pods[row.moment.pod]?.name : undefined;
				// One tab stop for them all, where the playhead is, or the first where it is on none; the arrows go on from there.
				return html`<button class="row" tabindex=${isStop ? 0 : -1} @click=${() => act.seek(row.t, row.moment)}>
					<span class="time">${before && point(before.t) === point(row.t) ? nothing : point(row.t)}</span>
					${glyph(glyphOf(row.moment), row.moment.tone)}
					<span>${pod ? html`<span class="pod-name" title=${pod}>${shortName(pod)}</span> ` : nothing}${marked(sentenceOf(model, row.moment)[tongue])}</span>
				</button>`;
			})}
		</li>`;
}

const watched = new WeakMap<Model, WatchLine[]>();

function linesOf(model: Model): WatchLine[] {
	const lines = watched.get(model) ?? watchLines(model);
	watched.set(model, lines);
	return lines;
}

function watch(view: WithLife, act: Act): ReturnType<typeof guard> {
	const { shown } = view;
	const lines = linesOf(shown.model);
	const current = lines.findLastIndex((line) => line.t <= shown.settled + NEAR);
	const [from, to] = around(current, lines.length);
	return guard([shown.model, current], () => {
		const row = (
			line: WatchLine,
			i: number,
		) => html`<tr class=${i === current ? 'current' : i > current ? 'future' : ''} @click=${() => act.seek(line.t)}>
			<td class="mute"><button class="at" aria-current=${i === current ? 'true' : nothing}>${shown.when.point(line.t)}</button></td>
			<td>${line.name}</td>
			<td>${line.ready}</td>
			<td class=${i === current ? '' : `tone-${line.tone}`}>${line.status}</td>
			<td>${line.restarts}</td>
			<td>${line.age}</td>
		</tr>`;
		return html`<div class="print">
			<div class="mute">$ kubectl get pods -w</div>
			<table>
				<thead>
					<tr>
						<td></td>
						${['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'].map((name) => html`<th scope="col">${name}</th>`)}
					</tr>
				</thead>
				<tbody>
					${lines.slice(from, to).map((line, i) => row(line, from + i))}
				</tbody>
			</table>
		</div>`;
	});
}

function events(view: WithLife): TemplateResult {
	const { shown, words } = view;
	const lines = eventLines([...(shown.model.owner?.events ?? []), ...shown.pod.events], shown.t).toSorted(
		(a, b) => a.last - b.last,
	);
	if (!lines.length) return html`<div class="print"><p class="mute">${words.noEvents}</p></div>`;
	return html`<div class="print">
		<table>
			<thead>
				<tr>
					${['Type', 'Reason', 'Age', 'From', 'Message'].map((name) => html`<th scope="col">${name}</th>`)}
				</tr>
			</thead>
			<tbody>
				${lines.map(
					(line) => html`<tr>
						<td class=${line.event.type === 'Warning' ? 'tone-warn' : ''}>${line.event.type}</td>
						<td>${line.event.reason}</td>
						<td>${ageOf(line, shown.t)}</td>
						<td>${line.event.from}</td>
						<td>${line.event.message}</td>
					</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

function yaml(view: WithLife, act: Act): TemplateResult {
	const { shown, words } = view;
	const state = podStateAt(shown.pod, shown.t);
	if (!state || state.gone) return html`<div class="print"><p class="mute">${words.noStatus}</p></div>`;
	const text = statusYaml(state);
	return html`<div class="print">
		<button class="link copy" @click=${() => act.post({ type: 'copy', text })}>${words.copy}</button>
		<pre>${text}</pre>
	</div>`;
}
