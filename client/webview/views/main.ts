/** The page under the header: a life in one, two or three columns, or what stands where it would be. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { conditions, containers, eventsBeside, kubectl, why } from './narrator';
import { blank, noLife, ourError } from './other';
import { stage } from './stage';
import { tabs } from './tabs';
import type { Act, View, WithLife } from './view';
import { headline, whatIf } from './what-if';

export function main(view: View, act: Act): TemplateResult {
	if (view.failed !== undefined) return html`<main>${ourError(view, view.failed, act)}</main>`;
	if (view.noLife) return html`<main>${noLife(view, view.noLife, act)} ${behind(view, act)}</main>`;
	if (!view.shown) return html`<main>${blank(view.words.waiting, '', 'pod')}</main>`;
	const shown: WithLife = { ...view, shown: view.shown };
	const head = html`${headline(shown)} ${whatIf(shown, act)} ${stage(shown, act)}`;
	const told: WithLife = { ...view, shown: view.told ?? view.shown };
	const calm = (words: () => TemplateResult) =>
		guard([told.shown, view.tongue, view.columns, view.kept.tab, view.playing], words);
	const state = () => html`${why(told, act)}
		<div class="block">${kubectl(told)}</div>
		<div class="two">${containers(told)} ${conditions(told)}</div>`;
	if (view.columns < 3) return html`<main>${head} ${calm(() => html`${state()} ${tabs(told, act)}`)}</main>`;
	return html`<main>
		<div class="left">${head} ${calm(() => tabs(told, act))}</div>
		<aside class="right">${calm(() => html`${state()} ${eventsBeside(told)}`)}</aside>
	</main>`;
}

/** The last accepted life, faint and inert, behind a refusal. */
function behind(view: View, act: Act): TemplateResult | typeof nothing {
	if (!view.shown || view.noLife?.kind !== 'refused') return nothing;
	return html`<div class="behind" inert aria-hidden="true">${stage({ ...view, shown: view.shown }, act)}</div>`;
}
