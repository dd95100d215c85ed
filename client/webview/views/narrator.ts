/** The narrator: why, what kubectl prints, the containers and conditions at the playhead. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { age } from '../../../server/src/protocol/kubectl';
import type { Moment } from '../../../server/src/protocol/life';
import { toneOf } from '../layout/bar';
import { eventLines, kubectlRow, kubectlRows, NEAR, podStateAt } from '../model/at';
import { type Bar, type Lane, stateOf } from '../model/lanes';
import { CONDITIONS } from '../model/model';
import { causesOf, consequenceOf, labelOf, sentenceOf } from '../model/stops';
import { glyph, glyphOf } from '../paint/glyphs';
import { breakable, lastField, marked, shortField } from '../text/markdown';
import type { Act, WithLife } from './view';

export function narrator(view: WithLife, act: Act): TemplateResult {
	const { shown, tongue, words } = view;
	const { moment, model } = shown;
	if (!moment) return html`<section class="why" aria-live="polite"></section>`;
	const causes = causesOf(model, moment);
	const next = consequenceOf(model, moment);
	const chain = next ? [...causes, next] : causes;
	const here = causes.length - 1;
	const pod = moment.pod === undefined || !model.owner ? undefined : model.pods[moment.pod];
	const quiet = view.playing && view.kept.speed > 1;
	const sentence = sentenceOf(model, moment)[tongue];
	return html`<section class="why" aria-live=${quiet ? 'off' : 'polite'}>
		<div class="when">${shown.when.clock(shown.t)}${pod ? ` · ${pod.name}` : ''}</div>
		<div class="sentence">${glyph(glyphOf(moment), moment.tone)}<p title=${sentence.replaceAll('`', '')}>${marked(sentence)}</p></div>
		<div class="under">
			${chain.length > 1 ? html`<div class="chain" role="group" aria-label=${words.causes}>${chain.map((link, i) => paintLink(link, i, i < here - 1, view, act))}</div>` : nothing}
			${links(view, act)}
		</div>
	</section>`;
}

/** A moment in the chain of causes; the one at the playhead stands out, and what is no cause of its own gives way first. */
function paintLink(link: Moment, at: number, isFar: boolean, { shown, tongue }: WithLife, act: Act): TemplateResult {
	const here = link === shown.moment;
	const label = labelOf(shown.model, link)[tongue];
	return html`<span class="step ${isFar ? 'far' : ''}">${at ? glyph('right') : nothing}<button class=${here ? 'me' : ''} title=${label} aria-current=${here ? 'true' : nothing} @click=${() => act.seek(link.t, link)}>
		${label}
	</button></span>`;
}

/** The field that made it so, by its last name and its line; the page about it. */
function links(view: WithLife, act: Act): TemplateResult | typeof nothing {
	const { words, tongue, shown } = view;
	const { moment, model } = shown;
	const field = moment?.field;
	const span = field ? model.life.fields[field] : undefined;
	const link = moment ? model.life.links[moment.code]?.[tongue] : undefined;
	const open = (event: Event) => {
		event.preventDefault();
		if (link) act.post({ type: 'openLink', url: link });
	};
	if (!field && !link) return nothing;
	const line = span ? words.line(span.start.line + 1) : '';
	return html`<div class="links">
		${field ? html`<button class="link field" ?disabled=${!span} title="${shortField(field)} ${line}" @click=${() => act.reveal(field)}>${breakable(lastField(field))}${span ? html`<span class="mute">:${span.start.line + 1}</span>` : nothing}</button>` : nothing}
		${link ? html`<a href=${link} @click=${open}>${words.docs} ↗</a>` : nothing}
	</div>`;
}

/** The open pod as kubectl prints it, in one line. */
export function kubectlLine(view: WithLife): TemplateResult {
	const { shown, words } = view;
	const row = kubectlRow(shown.pod, shown.t);
	const cells = row && [
		row.name,
		row.ready,
		html`<b class="tone-${row.tone}">${row.status}</b>`,
		row.restarts,
		row.age,
	];
	const gone = shown.pod.goneAt !== undefined && shown.t >= shown.pod.goneAt;
	const none = html`<span class="mute">${gone ? words.gone : words.notYet}</span>`;
	return html`<div class="kubectl-line">${cells ? cells.map((cell) => html`<span>${cell}</span> `) : none}</div>`;
}

/** All that is known at the playhead: what kubectl prints, the containers and the conditions. */
export function state(view: WithLife): TemplateResult {
	return html`<div class="block">${kubectl(view)}</div>
		<div class="two">${containers(view)} ${conditions(view)}</div>`;
}

function kubectl(view: WithLife): TemplateResult {
	const { shown } = view;
	const { model } = shown;
	const rows = kubectlRows(model, shown.t);
	const command = model.owner ? '$ kubectl get pods' : `$ kubectl get pod ${model.name}`;
	const nothingThere = model.owner
		? view.words.nothingPrinted
		: `Error from server (NotFound): pods "${model.name}" not found`;
	return html`<div class="kubectl" tabindex="0" role="region" aria-label="kubectl get pod">
		<div class="mute">${command}</div>
		${
			rows.length
				? html`<table>
						<thead>
							<tr>
								${['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'].map((name) => html`<th scope="col">${name}</th>`)}
							</tr>
						</thead>
						<tbody>
							${rows.map(
								(row) => html`<tr>
									<td>${model.owner && row.pod === shown.pod.index ? html`<b>${row.name}</b>` : row.name}</td>
									<td>${row.ready}</td>
									<td><b class="tone-${row.tone}">${row.status}</b></td>
									<td>${row.restarts}</td>
									<td>${row.age}</td>
								</tr>`,
							)}
						</tbody>
					</table>`
				: html`<div>${nothingThere}</div>`
		}
	</div>`;
}

function containers(view: WithLife): TemplateResult {
	const { words, shown } = view;
	const state = podStateAt(shown.pod, shown.t);
	return html`<div class="block">
		<h2>${words.containers}</h2>
		<table class="grid">
			<thead>
				<tr>
					<th scope="col">${words.name}</th>
					<th scope="col">${words.state}</th>
					<th scope="col" class="number" aria-label=${words.restarts}>↻</th>
					<th scope="col">${words.lastExit}</th>
				</tr>
			</thead>
			<tbody>
				${shown.pod.lanes.map((lane) => {
					const there = stateOf(state?.gone ? undefined : state, lane.name);
					const bar = state && !state.gone ? barAt(lane, shown.t) : undefined;
					return html`<tr>
						<th scope="row"><b>${lane.name}</b> ${lane.name === lane.kind ? nothing : html`<span class="mute">${words.kinds[lane.kind]}</span>`}</th>
						<td>
							${swatch(bar)} ${bar ? stateWord(bar, view) : state?.gone ? words.gone : state ? words.states.waiting : words.notYet}${
								there && there.state !== 'running' && there.reason ? html` <code>${there.reason}</code>` : nothing
							}
						</td>
						<td class="number">${there?.restartCount ?? 0}</td>
						<td>${there?.lastState ? html`<code>${there.lastState.exitCode ?? ''} ${there.lastState.reason ?? ''}</code>` : '–'}</td>
					</tr>`;
				})}
			</tbody>
		</table>
	</div>`;
}

function barAt(lane: Lane, t: number): Bar | undefined {
	return lane.bars.findLast((bar) => bar.from <= t + NEAR);
}

function stateWord(bar: Bar, { words }: WithLife): string {
	return bar.what === 'ended' && bar.amount !== undefined ? words.exitCode(bar.amount) : words.states[bar.what];
}

/** The lane's shape in small. */
function swatch(bar: Bar | undefined): TemplateResult {
	const tone = bar ? toneOf(bar) : 'done';
	const shape = () => {
		switch (bar?.what) {
			case 'starting':
			case 'notReady':
				return svg`<rect class="hollow ok" x="1" y="1" width="9" height="8" rx="2" />`;
			case 'backOff':
			case 'imageBackOff':
				return svg`<rect class="hatch" width="11" height="10" />`;
			case 'stuck':
				return svg`<rect class="stuck" x="1" y="1" width="9" height="8" />`;
			case 'terminating':
				return svg`<path class="fill term" d="M0 0L11 8V10H0z" />`;
			case 'waiting':
				return svg`<path class="dots" d="M0 5h11" />`;
			case 'ended':
				return svg`<path class="flat ${tone}" d="M0 5h11" />`;
			case undefined:
				return svg``;
			default:
				return svg`<rect class="fill ${tone}" width="11" height="10" rx="2" />`;
		}
	};
	return html`<svg class="swatch" width="12" height="10" aria-hidden="true">${shape()}</svg>`;
}

function conditions(view: WithLife): TemplateResult {
	const { words, shown } = view;
	const state = podStateAt(shown.pod, shown.t);
	const there = state?.gone ? {} : (state?.conditions ?? {});
	const others = Object.keys(there).filter((name) => !(CONDITIONS as readonly string[]).includes(name));
	return html`<div class="block">
		<h2>${words.conditions}</h2>
		<ul class="conditions">
			${[...CONDITIONS, ...others].map((name) => {
				const condition = there[name];
				const sign = !condition
					? glyph('none', 'done')
					: condition.status === 'True'
						? glyph('ok', 'ok')
						: glyph('fail', 'warn');
				return html`<li>
					${sign}<span>${name}<span class="unseen"> ${condition?.status ?? '–'}</span></span
					><span class="reason">${condition?.reason ?? ''}</span>
				</li>`;
			})}
		</ul>
	</div>`;
}

/** The newest events first, as the wide layout shows them beside the lanes. */
export function eventsBeside(view: WithLife): TemplateResult {
	const { words, shown } = view;
	const owner = shown.model.owner?.events ?? [];
	const lines = eventLines([...owner, ...shown.pod.events], shown.t).toSorted((a, b) => b.last - a.last);
	return html`<div class="block">
		<h2>${words.events}</h2>
		<table class="grid events">
			<tbody>
				${lines.slice(0, 12).map(
					(line) => html`<tr>
						<td class="number">${age(shown.t - line.last)}</td>
						<td><code class=${line.event.type === 'Warning' ? 'warning' : ''}>${line.event.reason}</code>${line.count > 1 ? ` ×${line.count}` : ''}</td>
						<td>${line.event.message}</td>
					</tr>`,
				)}
			</tbody>
		</table>
		${lines.length ? nothing : html`<p class="mute">${words.noEvents}</p>`}
	</div>`;
}
