/** The mode Apply: what becomes of each object, and what decides. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Applied, AppliedObject, FieldChange, Outcome, Refusal } from '../../../server/src/protocol/apply';
import type { Against, ShownApplied } from '../../../server/src/protocol/panel';
import { type Glyph, glyph } from '../paint/glyphs';
import { breakable, marked } from '../text/markdown';
import type { Act, View } from './view';

/** px. Below it only the chosen row has its sentence. */
const SENTENCES = 560;

export function applyHead(view: View, shown: ShownApplied, act: Act): TemplateResult {
	const { words, tongue } = view;
	const { answer } = shown;
	const said = answer.kind === 'applied' ? answer.headline : answer.kind === 'unreadable' ? answer.message : undefined;
	return html`<div class="headline">
			<h1>${said ? marked(said[tongue]) : words.nothingToCompare}</h1>
			<p>${words.comparedWith} ${comparison(shown, view, act)}${answer.kind === 'applied' ? rest(answer, view) : nothing}</p>
		</div>
		${answer.kind === 'applied' ? rows(answer, view, act) : nothing}`;
}

function comparison({ against, name, choices }: ShownApplied, { words }: View, act: Act): TemplateResult {
	const choose = (event: Event) =>
		act.post({ type: 'compare', against: (event.target as HTMLSelectElement).value as Against });
	const said = (one: Against): string => (one === 'file' && name ? name : words.overText[one]);
	return html`<select aria-label=${words.comparedWith} @change=${choose}>
		${choices.map((one) => html`<option value=${one} ?selected=${one === against}>${said(one)}</option>`)}
	</select>`;
}

/** What has no row of its own where there is little room. */
function rest({ objects }: Applied, { words, width }: View): TemplateResult | typeof nothing {
	const same = objects.filter(({ outcome }) => outcome === 'unchanged').length;
	return same > 0 && width < SENTENCES ? html`<span>${words.staySame(same)}</span>` : nothing;
}

const SIGNS: Readonly<Record<Outcome, readonly [sign: Glyph, tone: string]>> = {
	refused: ['kill', 'bad'],
	deleted: ['none', 'warn'],
	replaced: ['swap', 'prep'],
	restarted: ['restart', 'warn'],
	changed: ['patch', 'prep'],
	created: ['created', 'ok'],
	unchanged: ['none', 'done'],
};

/** The object that is shown: the one that was chosen, else the first that has a life. */
export function chosenObject({ objects }: Applied, { kept }: View): AppliedObject | undefined {
	const named = objects.find((one) => keyOf(one) === kept.object);
	return named ?? objects.find(({ document }) => document !== undefined) ?? objects[0];
}

const keyOf = ({ kind, name }: AppliedObject): string => `${kind}/${name}`;

/** One row an object, the worst first; arrows choose. */
function rows(applied: Applied, view: View, act: Act): TemplateResult {
	const { words, tongue, width } = view;
	const chosen = chosenObject(applied, view);
	const seen = applied.objects.filter((one) => width >= SENTENCES || one.outcome !== 'unchanged' || one === chosen);
	const step = (event: KeyboardEvent) => {
		const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const next = by === undefined || !chosen ? undefined : seen[seen.indexOf(chosen) + by];
		if (!next) return;
		event.preventDefault();
		event.stopPropagation();
		act.object(keyOf(next), next.document);
		// What is refused has no lanes: the page around the list may be another one then.
		requestAnimationFrame(() => document.querySelector<HTMLElement>('.objects')?.focus());
	};
	return html`<div class="objects" role="listbox" tabindex="0" aria-label=${words.modes.apply} aria-activedescendant=${chosen ? `object-${applied.objects.indexOf(chosen)}` : nothing} @keydown=${step}>
		${seen.map((one) => {
			const [sign, tone] = SIGNS[one.outcome];
			const isChosen = one === chosen;
			return html`<div class="object" role="option" id="object-${applied.objects.indexOf(one)}" aria-selected=${isChosen} @click=${() => act.object(keyOf(one), one.document)}>
				${glyph(sign, isChosen ? undefined : tone)}
				<p><b>${one.kind} ${one.name}</b>${width >= SENTENCES || isChosen ? html`: ${marked(one.sentence[tongue])}` : nothing}</p>
				<span class="outcome ${isChosen ? '' : `tone-${tone}`}">${words.outcomes[one.outcome]}</span>
			</div>`;
		})}
	</div>`;
}

/** The fields that make it so, old and new; of a refused object what the server says, and the way out. */
export function applyTab(view: View, { answer }: ShownApplied, act: Act): TemplateResult {
	const { words, tongue } = view;
	const object = answer.kind === 'applied' ? chosenObject(answer, view) : undefined;
	if (!object) return html`<div class="decides"></div>`;
	const { refusals, changes, more, wayOut, outcome } = object;
	const isDecided = refusals.length > 0 || changes.some(({ decides }) => decides);
	return html`<div class="decides">
		${refusals.map((one) => refusal(one, view, act))}
		${
			wayOut
				? html`<p>${marked(wayOut.sentence[tongue])}</p>
						<div class="to-copy">
							<code>${breakable(wayOut.command)}</code>
							<button class="icon" aria-label=${words.copy} title=${words.copy} @click=${() => act.post({ type: 'copy', text: wayOut.command })}>${glyph('copy')}</button>
						</div>`
				: nothing
		}
		${isDecided || outcome === 'created' ? nothing : html`<p class="mute">${changes.length ? words.nothingDecides : words.nothingDiffers}</p>`}
		<ul data-rows>${changes.toSorted((a, b) => Number(b.decides) - Number(a.decides)).map((one) => change(one, view, act))}</ul>
		${more ? html`<p class="mute">${words.moreFields(more)}</p>` : nothing}
	</div>`;
}

/** Letters of what the server says: some quote a whole template. Its end says what is wrong. */
const MOST = 280;

const shortened = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST * 0.6)} … ${text.slice(-MOST * 0.4)}` : text;

function refusal({ message, why, span }: Refusal, { words, tongue }: View, act: Act): TemplateResult {
	return html`<div class="refusal">
		<p class="server" title=${message}>${shortened(message)}</p>
		${why ? html`<p>${marked(why[tongue])}</p>` : nothing}
		<button class="act second" @click=${() => act.post({ type: 'reveal', span })}>${words.goToLine(span.start.line + 1)}</button>
	</div>`;
}

function change(
	{ path, span, before, after, note, decides }: FieldChange,
	{ words, tongue }: View,
	act: Act,
): TemplateResult {
	return html`<li class=${decides ? 'decisive' : ''}>
		<button class="link field" @click=${() => act.post({ type: 'reveal', span })}>${breakable(path)}</button>
		<span class="mute">${words.line(span.start.line + 1)}${note ? html` · ${note[tongue]}` : nothing}</span>
		<p>${before === undefined ? nothing : html`<del>${before}</del>`} ${after === undefined ? nothing : html`<ins>${after}</ins>`}</p>
	</li>`;
}
