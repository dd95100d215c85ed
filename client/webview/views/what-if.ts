/** The experiment: presets as chips, one sentence with knobs in it, and all knobs behind it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Preset } from '../../../server/src/protocol/life';
import { type Glyph, glyph } from '../paint/glyphs';
import { marked } from '../text/markdown';
import { type Clause, clausesOf } from '../text/say';
import { allKnobs } from './knobs';
import { slotInput } from './slot';
import type { Act, WithLife } from './view';

export function headline(view: WithLife): TemplateResult {
	const { shown, tongue, words, kept } = view;
	return html`<div class="headline">
		<h1>${marked(shown.model.life.headline[tongue])}</h1>
		${
			shown.ghost && kept.ghost
				? html`<p>${glyph(kept.pinned ? 'pin' : 'ghost')}<span>${kept.pinned ? words.pinned : words.whatChanged}: ${shown.changes.map((change, i) => html`${i ? ', ' : ''}${marked(change)}`)}</span></p>`
				: nothing
		}
	</div>`;
}

export function whatIf(view: WithLife, act: Act): TemplateResult {
	const { words, shown, kept, tongue } = view;
	const { life } = shown.model;
	const clauses = clausesOf(life, view.preset, words, tongue);
	const chips = chipsOf(view);
	return html`<section class="what-if" aria-label=${words.whatIf}>
			<span class="mute" id="what-if">${words.whatIf}</span>
			<div class="chips" role="toolbar" aria-labelledby="what-if" @keydown=${chipKey}>
				${chips.shown.map((preset, i) => {
					const chosen = preset.id === view.preset;
					const stop = view.preset ? chosen : i === 0;
					return html`<button class="chip" aria-pressed=${chosen} tabindex=${stop ? 0 : -1} @click=${() => act.preset(preset.id)}>
						${glyph(CHIPS[preset.id] ?? 'start')}${preset.title[tongue]}
					</button>`;
				})}
				${fileChips(view, act)}
				${chips.more ? html`<button class='chip' tabindex='-1' aria-expanded='false' @click=${() => act.toggle('chips')}>${words.moreChips(chips.more)}</button>` : nothing}
			</div>
			<div class="say">
				${clauses.map((clause, i) => html`${i ? ' ' : ''}${sentence(clause, act)}`)}
				<button class="link" aria-expanded=${kept.knobs} @click=${() => act.toggle('knobs')}>${words.allKnobs} ${kept.knobs ? '▴' : '▾'}</button>
			</div>
		</section>
		${kept.knobs ? allKnobs(view, act) : nothing}`;
}

/** So many files beside the manifest are offered at once; the menu has them all. */
const FILES = 3;

function fileChips({ scenarioFiles, kept, words }: WithLife, act: Act): TemplateResult[] {
	const open = kept.question.scenario && !kept.question.preset ? kept.scenarioFile : undefined;
	return scenarioFiles.slice(0, FILES).map(
		(
			file,
		) => html`<button class="chip" aria-pressed=${file === open} tabindex="-1" title=${words.openNamed(file)} @click=${() => act.post({ type: 'openScenario', file })}>
				${glyph('file')}${file}
			</button>`,
	);
}

/** One tab stop; arrows move, Enter chooses. */
function chipKey(event: KeyboardEvent): void {
	const bar = event.currentTarget as HTMLElement;
	const chips = [...bar.querySelectorAll<HTMLElement>('.chip')];
	const at = chips.indexOf(document.activeElement as HTMLElement);
	const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: chips.length - 1 }[event.key];
	const next = to === undefined ? undefined : chips[(to + chips.length) % chips.length];
	if (!next) return;
	event.preventDefault();
	event.stopPropagation();
	chips[at]?.setAttribute('tabindex', '-1');
	next.setAttribute('tabindex', '0');
	next.focus();
	next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const CHIPS: Readonly<Record<string, Glyph>> = {
	healthy: 'ok',
	crashes: 'error',
	oom: 'memory',
	hangs: 'silent',
	'slow-start': 'slow',
	'readiness-flaps': 'fail',
	'image-missing': 'pull',
	'registry-slow': 'pull',
	'sidecar-crashes': 'error',
	'init-never-ends': 'clock',
	'config-missing': 'error',
	deleted: 'delete',
	'ignores-sigterm': 'kill',
	'pre-stop-too-long': 'hook',
	evicted: 'delete',
	'node-lost': 'node',
	'node-pressure': 'memory',
	'image-changed': 'patch',
};

/** What most people ask comes first, in the order in which a pod's life can go wrong; the rest waits behind a chip. */
const USUAL = ['healthy', 'crashes', 'hangs', 'slow-start', 'ignores-sigterm', 'image-missing', 'node-lost', 'deleted'];
const FEW = 9;

function chipsOf(view: WithLife): { readonly shown: readonly Preset[]; readonly more: number } {
	const { presets } = view.shown.model.life;
	const place = ({ id }: Preset) => (USUAL.includes(id) ? USUAL.indexOf(id) : USUAL.length);
	const all = [...presets].sort((a, b) => place(a) - place(b));
	if (view.columns === 1 || view.kept.chips || all.length <= FEW) return { shown: all, more: 0 };
	const shown = all.filter((preset) => place(preset) < USUAL.length || preset.id === view.preset);
	return { shown, more: all.length - shown.length };
}

function sentence(clause: Clause, act: Act): TemplateResult[] {
	// A point after a knob must not stand alone on the next line.
	return clause.words.split(/(\{\d\}\p{P}*)/u).map((part) => {
		const slot = /^\{(\d)\}(.*)$/.exec(part);
		const knob = slot && clause.slots[Number(slot[1])];
		return knob ? html`<span class="nowrap">${slotInput(knob, act)}${slot[2]}</span>` : html`${marked(part)}`;
	});
}
