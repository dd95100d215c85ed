/** The experiment: the questions as chips, and one sentence with knobs in it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Preset, PresetId } from '../../../server/src/protocol/life';
import { type Box, inSight } from '../layout/in-sight';
import { type Glyph, glyph } from '../paint/glyphs';
import { marked } from '../text/markdown';
import { type Clause, clausesOf, sentenceFor } from '../text/say';
import { type Item, menuList } from './menu';
import { slotInput } from './slot';
import type { Act, WithLife } from './view';

export function headline(view: WithLife): TemplateResult {
	const { shown, tongue, words, kept } = view;
	const { against, changes } = shown;
	const told = marked(shown.model.life.headline[tongue]);
	return html`<div class="headline">
		<h1 title=${plain(shown.model.life.headline[tongue])}>${told}</h1>
		${
			against && kept.ghost
				? html`<p>${glyph(against.pinned ? 'pin' : 'ghost')}<span class="compared">${words.compared(against.name)}
					${changes.map((change, i) => html`${i ? ', ' : ''}${marked(change)}`)}</span></p>`
				: nothing
		}
	</div>`;
}

const plain = (text: string): string => text.replaceAll('`', '');

/** px. Below this the row begins without words; from the second on there are two rows of chips. */
const WITH_WORDS = 400;
const TWO_ROWS = 560;

export function whatIf(view: WithLife, act: Act): TemplateResult {
	const { words, shown, kept, tongue, width } = view;
	const clauses = clausesOf(shown.model.life, view.preset, words, tongue);
	const chips = chipsOf(view, act);
	const seen = new Set(inSightOf(view, chips));
	const more = chips.filter(({ id }) => !seen.has(id));
	return html`<section class="what-if" aria-label=${words.whatIf}>
		<div class="questions">
			${width >= WITH_WORDS ? html`<span class="mute" aria-hidden="true">${words.whatIf}</span>` : nothing}
			<div class="chips" role="toolbar" aria-label=${words.whatIf} @keydown=${chipKey}>
				${chips.filter(({ id }) => seen.has(id)).map((chip, i, all) => paintChip(chip, all.some(({ chosen }) => chosen) ? chip.chosen : i === 0))}
				${more.length ? moreChip(more, view, act) : nothing}
			</div>
			${
				view.menu === 'chips'
					? menuList(
							'menu-chips',
							more.map(({ item }) => item),
							() => act.menu(undefined),
						)
					: nothing
			}
		</div>
		<div class="say">
			<span class="clauses">${clauses.map((clause, i) => html`${i ? ' ' : ''}${sentence(clause, act)}`)}</span>
			<button class="link" id="all-knobs" aria-expanded=${kept.knobs} @click=${() => act.toggle('knobs')}>${words.allKnobs}</button>
		</div>
	</section>`;
}

/** A question as a chip, and as a line of the menu that holds what has no room. */
interface Chip {
	readonly id: string;
	readonly glyph: Glyph;
	readonly words: string;
	/** Its words are left out: the glyph stands for them. */
	readonly short: boolean;
	readonly title: string;
	readonly chosen: boolean;
	readonly press: () => void;
	readonly item: Item;
}

/** The life in which all goes well, the scenarios beside the manifest, then what most people ask, in the order in which a pod's life can go wrong. */
function chipsOf(view: WithLife, act: Act): readonly Chip[] {
	const [usual, ...others] = view.shown.model.life.presets;
	const place = ({ id }: Preset) => (USUAL.includes(id) ? USUAL.indexOf(id) : USUAL.length);
	const sorted = others.toSorted((a, b) => place(a) - place(b));
	return [
		...(usual ? [presetChip(usual, view, act, view.width < WITH_WORDS)] : []),
		...fileChips(view, act),
		...sorted.map((preset) => presetChip(preset, view, act, false)),
	];
}

function presetChip({ id, title }: Preset, view: WithLife, act: Act, tight: boolean): Chip {
	const { words, tongue, shown } = view;
	const press = () => act.preset(id);
	const chosen = id === view.preset;
	const asks = sentenceFor(shown.model.life, id, words, tongue);
	return {
		id,
		glyph: CHIPS[id],
		words: title[tongue],
		short: tight && !chosen,
		title: plain(asks) || title[tongue],
		chosen,
		press,
		item: { content: itemOf(CHIPS[id], title[tongue], asks), act: press },
	};
}

/** So many files beside the manifest are offered at once; the menu of the header has them all. */
const FILES = 3;

function fileChips({ scenarioFiles, kept, words, shown }: WithLife, act: Act): Chip[] {
	const open = kept.question.scenario && !kept.question.preset ? kept.scenarioFile : undefined;
	return scenarioFiles.slice(0, FILES).map((file): Chip => {
		const press = () => act.post({ type: 'openScenario', file });
		const chosen = file === open;
		const describe = chosen ? shown.model.life.scenario.describe : undefined;
		const name = file.replace(/\.scenario\.ya?ml$/i, '');
		return {
			id: `file ${file}`,
			glyph: 'file',
			words: name,
			short: false,
			title: describe ? `${file}: ${describe}` : words.openNamed(file),
			chosen,
			press,
			item: { content: itemOf('file', name, describe ?? words.openNamed(file)), act: press },
		};
	});
}

const itemOf = (sign: Glyph, title: string, asks: string): TemplateResult =>
	html`${glyph(sign)}<span>${title}${asks ? html` <span class="mute">– ${plain(asks)}</span>` : nothing}</span>`;

/** px of a chip besides its words, between two of them, and of the page beside them. */
const CHIP = 37;
const GAP = 6;
const PADDING = 24;
const FONT = { size: 12 };

function inSightOf(view: WithLife, chips: readonly Chip[]): readonly string[] {
	const { measure, words, width, shown } = view;
	const boxes = chips.map(
		({ id, words: said, short }): Box => ({ id, width: short ? CHIP - 5 : CHIP + measure(said, FONT) }),
	);
	const beside = width >= WITH_WORDS ? measure(words.whatIf, { size: 13 }) + GAP + 4 : 0;
	const chosen = chips.find((chip) => chip.chosen)?.id;
	return inSight(boxes, chosen, {
		width: shown.scene.width - PADDING - beside,
		gap: GAP,
		rows: width >= TWO_ROWS ? 2 : 1,
		more: CHIP + measure(words.moreChips(chips.length), FONT),
	});
}

function paintChip({ glyph: sign, words, short, title, chosen, press }: Chip, stop: boolean): TemplateResult {
	return html`<button class="chip" aria-pressed=${chosen} tabindex=${stop ? 0 : -1} title=${title} aria-label=${short ? words : nothing} @click=${press}>
		${glyph(sign)}${short ? nothing : html`<span class="chip-words">${words}</span>`}
	</button>`;
}

function moreChip(more: readonly Chip[], view: WithLife, act: Act): TemplateResult {
	const open = view.menu === 'chips';
	return html`<span class="menu-root"><button class="chip" id="menu-chips" tabindex="-1" aria-haspopup="menu" aria-expanded=${open}
		@click=${() => act.menu(open ? undefined : 'chips')}><span class="chip-words">${view.words.moreChips(more.length)}</span>${glyph('down')}</button></span>`;
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
}

/** A question without a glyph does not compile. */
const CHIPS: Readonly<Record<PresetId, Glyph>> = {
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
	'rolled-out': 'patch',
	applied: 'patch',
};

const USUAL: readonly PresetId[] = [
	'applied',
	'crashes',
	'hangs',
	'rolled-out',
	'slow-start',
	'ignores-sigterm',
	'image-missing',
	'node-lost',
	'deleted',
];

function sentence(clause: Clause, act: Act): TemplateResult[] {
	// A point after a knob must not stand alone on the next line.
	return clause.words.split(/(\{\d\}\p{P}*)/u).map((part) => {
		const slot = /^\{(\d)\}(.*)$/.exec(part);
		const knob = slot && clause.slots[Number(slot[1])];
		return knob ? html`<span class="nowrap">${slotInput(knob, act)}${slot[2]}</span>` : html`${marked(part)}`;
	});
}
