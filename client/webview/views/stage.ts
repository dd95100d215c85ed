/** Transport and lanes: the stage. */
import { html, nothing, type TemplateResult } from 'lit';
import { around } from '../input/scrolling';
import { shortName } from '../layout/text-fit';
import { isAtNow, lastBefore, NEAR } from '../model/at';
import type { Bar, Lane } from '../model/lanes';
import type { PodModel } from '../model/model';
import { sentenceOf } from '../model/stops';
import { glyph } from '../paint/glyphs';
import { paintLanes, paintRuler } from '../paint/paint';
import { span } from '../text/times';
import type { Act, WithLife } from './view';

export function stage(view: WithLife, act: Act): TemplateResult {
	return html`<section class="stage">${transport(view, act)} ${view.kept.table ? table(view) : lanes(view)}</section>`;
}

function transport(view: WithLife, act: Act): TemplateResult {
	const { words, kept, shown } = view;
	const icon = (name: Parameters<typeof glyph>[0], label: string, key: string, press: () => void, pressed?: boolean) =>
		html`<button class="icon" aria-label=${label} title="${label} (${key})" aria-pressed=${pressed === undefined ? nothing : pressed} @click=${press}>${glyph(name)}</button>`;
	return html`<div class="transport" role="toolbar" aria-label=${words.playback}>
		${icon('previous', words.previous, '←', () => act.step(-1))}
		<button class="icon play" aria-label=${view.playing ? words.pause : words.play} title="${view.playing ? words.pause : words.play} (Space)" @click=${() => act.toggle('play')}>
			${glyph(view.playing ? 'pause' : 'play')}
		</button>
		${icon('next', words.next, '→', () => act.step(1))}
		<span class="clock">${shown.when.clock(shown.t)}</span>
		${nowButton(view, act)}
		<button class="icon speed" aria-label=${words.speed(kept.speed)} title="${words.speed(kept.speed)} (, .)" @click=${() => act.faster(1)}>${kept.speed}×</button>
		<span class="space"></span>
		${kept.zoom > 1 ? html`<button class="icon zoomed" aria-label=${words.zoomFit} title="${words.zoomFit} (0)" @click=${() => act.fit()}>${Math.round(kept.zoom * 10) / 10}×&#8202;⤢</button>` : nothing}
		${view.mode === 'life' ? icon('ghost', words.ghost, 'G', () => act.toggle('ghost'), kept.ghost && !!shown.ghost) : nothing}
		${shown.model.live?.runs ? icon('ghost', words.both, 'R', () => act.toggle('both'), kept.both) : nothing}
		${icon('table', words.table, 'T', () => act.toggle('table'), kept.table)}
		${timeMode(view, act)}
	</div>`;
}

/** px. Two words have no room beside all that plays below it. */
const BOTH_MODES = 400;

/** Of a live pod the playhead is at now; from elsewhere this leads back. */
function nowButton({ words, shown, width }: WithLife, act: Act): TemplateResult | typeof nothing {
	const { live } = shown.model;
	if (!live) return nothing;
	// Where there is little room, the ruler says it alone.
	return isAtNow(shown)
		? width < BOTH_MODES
			? nothing
			: html`<span class="mute">${words.now}</span>`
		: html`<button class="link" title="${words.backToNow} (N)" @click=${() => act.seek(live.now)}>${words.backToNow}</button>`;
}

function timeMode({ words, kept, width }: WithLife, act: Act): TemplateResult {
	const other = kept.time === 'folded' ? 'linear' : 'folded';
	const modes = (['folded', 'linear'] as const).map(
		(mode) => html`<button aria-pressed=${kept.time === mode} @click=${() => act.time(mode)}>${words[mode]}</button>`,
	);
	return html`<span class="segments" role="group" aria-label=${words.timeMode}>${
		width < BOTH_MODES
			? html`<button title="→ ${words[other]}" @click=${() => act.time(other)}>${words[kept.time]}</button>`
			: modes
	}</span>`;
}

function lanes(view: WithLife): TemplateResult {
	const { words, shown, tongue } = view;
	const sentence = shown.moment ? sentenceOf(shown.model, shown.moment)[tongue].replaceAll('`', '') : '';
	const { live } = shown.model;
	const isNow = isAtNow(shown);
	const tick = shown.when.tick(shown.t);
	const badge = isNow ? words.now : tick.text;
	const ruler = {
		t: shown.t,
		badge,
		...(tick.below !== undefined && { below: tick.below }),
		...(live && !isNow && { now: { t: live.now, text: words.now, below: shown.when.clock(live.now) } }),
		valueText: `${shown.when.clock(shown.t)}: ${sentence}`,
		label: words.time,
		time: shown.when.clock,
		governed: shown.governed,
	};
	// Of lanes that have no room the ruler stays in sight.
	return html`<div class="canvas">
		${paintRuler(shown.scene, shown.scale.end, ruler)}
		<div class="lanes-view">${paintLanes(shown.scene, { label: words.lanes, focus: view.focus, ...readyAt(view) }, shown.t)}</div>
	</div>`;
}

/** How many pods of the owner are ready at the playhead. */
function readyAt({ shown, words }: WithLife): { ready?: string } {
	const { owner } = shown.model;
	return owner ? { ready: `${words.ready} ${lastBefore(owner.ready, shown.t)?.count ?? 0}/${owner.most}` } : {};
}

/** The lanes as a plain table of the same bars. */
function table(view: WithLife): TemplateResult {
	const { words, shown, tongue } = view;
	const pods = shown.model.owner ? shown.model.pods : [shown.pod];
	const name = (pod: PodModel, lane: Lane) =>
		html`${shown.model.owner ? html`<span class="pod-name" title=${pod.name}>${shortName(pod.name)}</span> ` : nothing}${lane.name}`;
	const row = (pod: PodModel, lane: Lane, bar: Bar) => {
		const state =
			bar.what === 'ended' && bar.amount !== undefined ? words.exitCode(bar.amount) : words.states[bar.what];
		const current = shown.t + NEAR >= bar.from && shown.t + NEAR < bar.to;
		return html`<tr class=${current ? 'current' : ''} aria-current=${current ? 'true' : nothing} data-t=${bar.from}>
			<th scope="row">${name(pod, lane)}</th>
			<td>${state}${bar.reason && bar.what !== 'ended' ? html` <code>${bar.reason}</code>` : nothing}</td>
			<td class="number">${shown.when.point(bar.from)}</td>
			<td class="number">${shown.when.point(bar.to)}</td>
			<td class="number">${span(bar.to - bar.from, tongue)}</td>
			<td>${bar.exit ? html`<code>${bar.exit.code} ${bar.exit.reason}</code>` : nothing}</td>
		</tr>`;
	};
	const more = (pod: PodModel, lane: Lane, bar: Bar | undefined, said: string) =>
		bar
			? html`<tr data-t=${bar.from}>
				<th scope="row">${name(pod, lane)}</th>
				<td colspan="5" class="mute">${said}</td>
			</tr>`
			: nothing;
	const rows = pods.flatMap((pod) =>
		pod.lanes.map((lane) => {
			const bars = lane.bars.filter((bar) => bar.to - bar.from > 0.15);
			const [from, to] = around(
				bars.findLastIndex((bar) => bar.from <= shown.t + NEAR),
				bars.length,
			);
			return html`${more(pod, lane, from ? bars[from - 1] : undefined, words.earlier(from))}
				${bars.slice(from, to).map((bar) => row(pod, lane, bar))}
				${more(pod, lane, bars[to], words.later(bars.length - to))}`;
		}),
	);
	return html`<div class="block table-view" tabindex="0" role="region" aria-label=${words.lanes}>
		<table class="grid">
			<thead>
				<tr>
					<th scope="col">${words.name}</th>
					<th scope="col">${words.state}</th>
					<th scope="col" class="number">${words.from}</th>
					<th scope="col" class="number">${words.to}</th>
					<th scope="col" class="number">${words.for}</th>
					<th scope="col">${words.exit}</th>
				</tr>
			</thead>
			<tbody>
				${rows}
			</tbody>
		</table>
	</div>`;
}
