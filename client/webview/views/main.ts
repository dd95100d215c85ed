/** The page under the header: a life in one, two or three columns, or what stands where it would be. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { applyHead, applyTab, chosenObject } from './apply';
import { allKnobs } from './knobs';
import { lessonCard, lessonTab } from './lesson';
import { modeView } from './modes';
import { eventsBeside, kubectlLine, narrator, state } from './narrator';
import { blank, noLife, ourError } from './other';
import { stage } from './stage';
import { tabs } from './tabs';
import type { Act, View, WithLife } from './view';
import { whyHead, whyTab } from './why';

export function main(view: View, act: Act): TemplateResult {
	if (view.failed !== undefined) return html`<main>${ourError(view, view.failed, act)}</main>`;
	if (view.applied && (view.noLife || isRefused(view)))
		return html`<main class="told">${applyHead(view, view.applied, act)} ${applyTab(view, view.applied, act)}</main>`;
	if (view.noLife && view.lesson)
		return html`<main class="told">${lessonCard(view, view.lesson, act)} ${noLife(view, view.noLife, act)} ${lessonTab(view, view.lesson, act)}</main>`;
	if (view.noLife) return html`<main>${noLife(view, view.noLife, act)} ${behind(view, act)}</main>`;
	if (!view.shown && view.live)
		return html`<main class="told">${whyHead(view, view.live, act)} ${whyTab(view, view.live, act)}</main>`;
	if (!view.shown) return html`<main>${blank(view.words.waiting, '', 'pod')}</main>`;
	const shown: WithLife = { ...view, shown: view.shown };
	const mode = modeView(view.mode);
	const head = html`${mode.head(shown, act)} ${stage(shown, act)}`;
	const told: WithLife = { ...view, shown: view.told ?? view.shown };
	const { columns, kept, tongue, playing, menu } = view;
	const { live, lesson, applied } = view;
	const calm = (words: () => TemplateResult) =>
		guard(
			[
				told.shown,
				view.mode,
				live,
				lesson,
				applied,
				kept.hints,
				kept.object,
				tongue,
				columns,
				kept.tab,
				kept.knobs,
				menu,
				playing,
			],
			words,
		);
	const spoken = () => (mode.narrates(told) ? narrator(told, act) : nothing);
	if (columns < 3)
		return html`<main>${head} ${calm(() => html`${spoken()} ${mode.hasKubectl ? kubectlLine(told) : nothing} ${tabs(told, act)}`)}</main>`;
	const beside = () =>
		html`${kept.knobs && mode.hasKnobs ? allKnobs(told, act) : nothing} ${mode.own ? mode.own(told, act) : nothing} ${spoken()} ${state(told)} ${eventsBeside(told)}`;
	return html`<main>
		<div class="left">${head} ${calm(() => tabs(told, act))}</div>
		<aside class="right">${calm(beside)}</aside>
	</main>`;
}

/** What is refused changes nothing: where no old life goes on, there is none to be shown. */
function isRefused(view: View): boolean {
	const answer = view.applied?.answer;
	const isKept = view.shown?.model.apply?.isRefused === true;
	return answer?.kind === 'applied' && !isKept && chosenObject(answer, view)?.outcome === 'refused';
}

/** The last life, faint and inert, behind a refusal by the server or by Helm. */
function behind(view: View, act: Act): TemplateResult | typeof nothing {
	if (!view.shown || !['refused', 'unrendered'].includes(view.noLife?.kind ?? '')) return nothing;
	return html`<div class="behind" inert aria-hidden="true">${stage({ ...view, shown: view.shown }, act)}</div>`;
}
