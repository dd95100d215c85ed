/** The mode Tests: what a scenario expects, and what came of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Expected } from '../../../server/src/protocol/life';
import { type Glyph, glyph } from '../paint/glyphs';
import { breakable, lastField, marked } from '../text/markdown';
import type { Act, WithLife } from './view';

/** How many hold, and what broke first; the scenario, and again. */
export function testsHead(view: WithLife, act: Act): TemplateResult {
	const { words, tongue, shown, kept } = view;
	const { expected = [], scenario } = shown.model.life;
	const broken = inOrder(expected).filter(isBroken);
	const [first] = broken;
	const file = kept.scenarioFile;
	const name = scenario.describe ?? file ?? '';
	return html`<div class="headline">
			<h1>${first ? html`${words.broken(broken.length, expected.length)} ${marked(`${first.title[tongue]}.`)}` : words.allHold(expected.length)}</h1>
		</div>
		<div class="act-row">
			<span class="mute">${words.scenarioOf}</span>
			<span class="chips">
				<span class="chip chosen" title=${file ?? ''}>${glyph('flag')}<span class="chip-words">${name}</span></span>
				${file ? html`<button class="chip" @click=${() => act.post({ type: 'openScenario', file })}>${glyph('restart')}${words.runAgain}</button>` : nothing}
			</span>
		</div>`;
}

/** The tab carries how many are broken. */
export function testsBadge({ shown }: WithLife): string {
	const { expected = [] } = shown.model.life;
	const broken = expected.filter(isBroken).length;
	return broken ? `${broken}/${expected.length}` : '';
}

/** Broken first, then in order of time. */
export function testsTab(view: WithLife, act: Act): TemplateResult {
	return html`<ul class="results" data-rows>${inOrder(view.shown.model.life.expected ?? []).map((one) => result(one, view, act))}</ul>`;
}

const isBroken = ({ verdict }: Expected): boolean => verdict === 'fails' || verdict === 'fault';

function inOrder(expected: readonly Expected[]): readonly Expected[] {
	const rank = (one: Expected): number => (isBroken(one) ? 0 : 1);
	return expected.toSorted(
		(a, b) => rank(a) - rank(b) || (a.t ?? Number.POSITIVE_INFINITY) - (b.t ?? Number.POSITIVE_INFINITY),
	);
}

function result(one: Expected, view: WithLife, act: Act): TemplateResult {
	const { words, tongue, shown, kept } = view;
	const { title, verdict, found, details = [], because, t, span } = one;
	const broken = isBroken(one);
	const said = [...(found ? [found] : []), ...details];
	return html`<li class=${broken ? 'broken' : ''}>
		${verdictSign(one, words.verdicts[verdict])}
		<div>
			<p class="title">${marked(title[tongue])}</p>
			${said.map((line) => html`<p class="mute">${marked(line[tongue])}</p>`)}
			${broken ? one.why.map((line, i) => html`<p class="mute">${i ? '← ' : nothing}${marked(line[tongue])}</p>`) : nothing}
			${because ? html`<p class="mute">${because}</p>` : nothing}
			${
				broken
					? html`<div class="buttons">
							${t === undefined ? nothing : html`<button class="act" @click=${() => act.watch(t)}>${glyph('play')} ${words.watchBroken}</button>`}
							<button class="link" @click=${() => act.post({ type: 'reveal', span, in: 'scenario' })}>${kept.scenarioFile ?? words.scenarioOf}:${span.start.line + 1}</button>
							${fieldLink(one, view, act)}
						</div>`
					: nothing
			}
		</div>
		${instant(one, shown.when.clock, words.theEnd, act)}
	</li>`;
}

/** The moment it was decided leads there. */
export function instant({ t }: Expected, clock: (t: number) => string, end: string, act: Act): TemplateResult {
	return t === undefined
		? html`<span class="mute instant">${end}</span>`
		: html`<button class="link instant" @click=${() => act.seek(t)}>${clock(t)}</button>`;
}

function fieldLink({ field }: Expected, { shown }: WithLife, act: Act): TemplateResult | typeof nothing {
	const span = field === undefined ? undefined : shown.model.life.fields[field];
	if (field === undefined || !span) return nothing;
	return html`<button class="link field" title=${field} @click=${() => act.reveal(field)}>${breakable(lastField(field))}:${span.start.line + 1}</button>`;
}

const SIGNS: Readonly<Record<Expected['verdict'], readonly [sign: Glyph, tone: string]>> = {
	holds: ['passed', 'ok'],
	fails: ['broken', 'bad'],
	fault: ['broken', 'bad'],
	open: ['notYet', 'done'],
};

/** Met is round, broken is square, open is a dashed ring: each with its word. */
export function verdictSign({ verdict }: Expected, word: string): TemplateResult {
	const [sign, tone] = SIGNS[verdict];
	return html`<span class="verdict ${verdict}" role="img" aria-label=${word}>${glyph(sign, tone)}</span>`;
}
