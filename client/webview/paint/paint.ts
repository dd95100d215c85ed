/** Shapes to SVG. Knows no pod: every shape says where it stands and which look it wears. */
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { edge } from '../layout/ruler';
import { type Cell, type Mark, merged, type Row, type Scene, type Tick } from '../layout/scene';
import { widthOf } from '../layout/text-fit';
import { pathOf } from './glyphs';

function paintMark(mark: Mark): SVGTemplateResult {
	switch (mark.kind) {
		case 'rect':
			return svg`<rect class=${mark.look} x=${mark.x} y=${mark.y} width=${mark.w} height=${mark.h} rx=${ifDefined(mark.r)} />`;
		case 'path':
			return svg`<path class=${mark.look} d=${mark.d} />`;
		case 'dot':
			return svg`<circle class=${mark.look} cx=${mark.x} cy=${mark.y} r=${mark.r} />`;
		case 'text':
			return svg`<text class=${mark.look} x=${mark.x} y=${mark.y} text-anchor=${ifDefined(mark.anchor)}>${mark.text}</text>`;
		case 'glyph':
			return svg`<path class="sign ${mark.look}" transform="translate(${mark.x} ${mark.y}) scale(${mark.scale})" d=${pathOf(mark.glyph)} />`;
	}
}

const marks = (list: readonly Mark[]) => merged(list).map(paintMark);

/** Patterns and the clip that keeps a moved picture out of the gutter. */
function definitions(scene: Scene): SVGTemplateResult {
	return svg`<defs>
		<pattern id="parting" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
			<rect class="parting-line" width="1.2" height="5" />
		</pattern>
		<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
			<rect class="hatch-ground" width="6" height="6" /><rect class="fill wait" width="1.8" height="6" />
		</pattern>
		<pattern id="fog" width="4" height="4" patternUnits="userSpaceOnUse">
			<rect class="fog-thin" width="4" height="4" /><rect class="fog-thick" width="2" height="4" />
		</pattern>
		<pattern id="pencil" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
			<rect class="fill wait" width="0.9" height="6" />
		</pattern>
		<pattern id="paper" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="paper-dot" cx="3.5" cy="3.5" r="0.75" /></pattern>
		<clipPath id="plot"><rect x=${scene.left - 6} y="0" width=${scene.width - scene.left + 6} height=${scene.height} /></clipPath>
	</defs>`;
}

export interface GridState {
	readonly label: string;
	/** The cell or head that takes the focus. */
	readonly focus: string;
	/** "ready 1/2" at the playhead, for an owner. */
	readonly ready?: string;
}

/** The lanes. What depends neither on the playhead nor on how far the picture is moved is drawn once. */
export function paintLanes(scene: Scene, grid: GridState, playhead: number): TemplateResult {
	const x = scene.x(playhead);
	const line =
		x >= scene.left - 6 && x <= scene.width
			? svg`<path class="playhead" d="M${x} ${scene.ruler}V${scene.height}" />`
			: nothing;
	const outside = (mark: Mark) => !inPlot(scene, mark);
	return html`<svg class="lanes" width=${scene.width} height=${scene.height - scene.ruler} viewBox="0 ${scene.ruler} ${scene.width} ${scene.height - scene.ruler}" role="grid" aria-label=${grid.label} tabindex="-1">
		${guard([scene.rows], () => definitions(scene))}
		${plot(
			scene,
			guard([scene.rows], () => marks(scene.back.filter((mark) => inPlot(scene, mark)))),
		)}
		<g aria-hidden="true">${guard([scene.rows], () => marks(scene.back.filter(outside)))}</g>
		${repeat(
			scene.rows,
			(row) => row.key,
			(row) => svg`<g role="row" aria-label=${row.name}>
				${row.kind === 'owner' && grid.ready ? paintReady(scene, row, grid.ready) : nothing}
				${guard([row, grid.focus], () => (row.head.length ? paintHead(row, grid) : nothing))}
				${
					row.marks.length
						? plot(
								scene,
								guard([row], () => marks(row.marks)),
							)
						: nothing
				}
				<g clip-path="url(#plot)"><g transform=${shifted(scene)}>${guard([row, ownFocus(row, grid.focus)], () => cells(row, grid.focus))}</g></g>
			</g>`,
		)}
		${plot(
			scene,
			guard([scene.rows], () => marks(scene.front)),
		)}
		<g aria-hidden="true" clip-path="url(#plot)">${line}</g>
		${plot(
			scene,
			guard([scene.rows], () => scene.rows.map((row) => marks(row.tops))),
		)}
	</svg>`;
}

/** Beside the curve in the gutter, or over its right end. */
function paintReady(scene: Scene, row: Row, ready: string): SVGTemplateResult {
	return scene.narrow
		? svg`<text class="word mute" aria-hidden="true" x=${scene.right} y=${row.y - 5} text-anchor="end">${ready}</text>`
		: svg`<text class="word mute" aria-hidden="true" x="12" y=${row.y + 25}>${ready}</text>`;
}

const shifted = (scene: Scene) => `translate(${scene.shift} 0)`;

/** A layer of the picture that moves, for the eye only. */
function plot(scene: Scene, content: unknown): SVGTemplateResult {
	return svg`<g aria-hidden="true" clip-path="url(#plot)"><g transform=${shifted(scene)}>${content}</g></g>`;
}

/** Names and rails in the gutter are not part of the picture that moves. */
function inPlot(scene: Scene, mark: Mark): boolean {
	if (mark.kind === 'path') return mark.look !== 'rail' && mark.look !== 'rule';
	return scene.narrow || mark.kind === 'rect' || mark.x >= scene.left - 6 || mark.x < 0;
}

/** The focus, if it is in this row: rows without it need not be drawn again when it moves. */
function ownFocus(row: Row, focus: string): string {
	return row.cells.some((cell) => cell.key === focus) ? focus : '';
}

function cells(row: Row, focus: string) {
	return repeat(
		row.cells,
		(cell) => cell.key,
		(cell) => paintCell(cell, focus === cell.key),
	);
}

function paintHead(row: Row, grid: GridState): SVGTemplateResult {
	const foldable = row.headBox.w > 0;
	const key = `${row.key}#`;
	const words = row.head.flatMap((mark) => (mark.kind === 'text' ? mark.text : []));
	return svg`<g role="rowheader" class=${foldable ? 'head foldable' : 'head'} data-row=${row.key} data-cell=${key} aria-label=${words.join(' ')}
		aria-expanded=${ifDefined(foldable ? String(!row.folded) : undefined)} tabindex=${grid.focus === key ? 0 : -1}>
		${foldable ? svg`<rect class="hit" x=${row.headBox.x} y=${row.headBox.y} width=${row.headBox.w} height=${row.headBox.h} rx="4" />` : nothing}
		${marks(row.head)}
	</g>`;
}

function paintCell(cell: Cell, focused: boolean): SVGTemplateResult {
	// A solid bar is its own target; lines and patterns get one to be hit by.
	const solid = cell.marks[0]?.kind === 'rect' && cell.marks[0].h >= 12;
	return svg`<g role="gridcell" class=${cell.hand ? `cell ${cell.hand}` : 'cell'} tabindex=${focused ? 0 : -1} aria-label=${cell.label} data-cell=${cell.key} data-t=${cell.t} data-many=${ifDefined(cell.many)}>
		${solid ? nothing : svg`<rect class="hit" x=${cell.x} y=${cell.y} width=${cell.w} height=${cell.h} rx="3" />`}${marks(cell.marks)}
	</g>`;
}

export interface RulerState {
	readonly t: number;
	readonly badge: string;
	/** In a second line. */
	readonly below?: string;
	/** Where now is, of a live pod whose playhead is elsewhere. */
	readonly now?: { readonly t: number; readonly text: string; readonly below: string };
	readonly valueText: string;
	readonly label: string;
	/** A time in words. */
	readonly time: (t: number) => string;
	/** Times of the moments that the cursor's field governs. */
	readonly governed: readonly number[];
}

/** px that a time at either end of a moved picture keeps for itself. */
const END_GAP = 6;

/** The ruler, with the playhead's badge. A time under the badge gives way to it, and to those at the ends of a picture that is not whole. */
export function paintRuler(scene: Scene, end: number, state: RulerState): TemplateResult {
	const x = Math.max(scene.left - 4, Math.min(scene.width, scene.x(state.t)));
	const w = Math.max(widthOf(state.badge, 6.6), widthOf(state.below ?? '', 6.6)) + 12;
	const left = Math.max(2, Math.min(scene.width - w - 2, x - w / 2));
	const apart = (one: Pick<End, 'from' | 'to'>, other: Pick<End, 'from' | 'to'>) =>
		one.to + END_GAP < other.from || one.from - END_GAP > other.to;
	const badge = { from: left, to: left + w };
	const ends = endsOf(scene, end, state.time).filter((one) => apart(one, badge));
	const plate = state.now && plateOf(scene, state.now);
	const taken = [badge, ...ends, ...(plate ? [plate] : [])];
	const covered = (from: number, to: number) => !taken.every((one) => apart({ from, to }, one));
	return html`<svg class="ruler" width=${scene.width} height=${scene.ruler} viewBox="0 0 ${scene.width} ${scene.ruler}"
		role="slider" tabindex="0" aria-label=${state.label} aria-orientation="horizontal" aria-valuemin="0"
		aria-valuemax=${Math.round(end * 10) / 10} aria-valuenow=${Math.round(state.t * 10) / 10} aria-valuetext=${state.valueText}>
		<path class="rule" d="M0 ${scene.ruler - 0.5}H${scene.width}" />
		${ticks(scene).map((tick) => paintTick(tick, scene.ruler, covered(edge(tick, -1), edge(tick, 1))))}
		${cuts(scene).map((cut) => {
			const half = widthOf(cut.text) / 2;
			return paintCut(cut, scene.ruler, covered(cut.x - half, cut.x + half));
		})}
		${ends.map((one) => svg`<text class="word mute end" x=${one.from} y="15">${one.text}</text>`)}
		${state.governed.map((t) => svg`<circle class="governed" cx=${scene.x(t)} cy=${scene.ruler - 1} r="3" />`)}
		${plate && apart(plate, badge) ? paintPlate(scene, plate) : nothing}
		<rect class="badge" x=${left} y="2" width=${w} height=${scene.ruler - 8} rx="4" />
		<path class="badge-tip" d="M${x - 4} ${scene.ruler - 6}h8l-4 5z" />
		<text class="badge-word" x=${left + w / 2} y="15" text-anchor="middle">${state.badge}</text>
		${state.below ? svg`<text class="badge-word mono" x=${left + w / 2} y="29" text-anchor="middle">${state.below}</text>` : nothing}
	</svg>`;
}

interface Plate extends Pick<End, 'from' | 'to' | 'text'> {
	readonly below: string;
}

function plateOf(scene: Scene, { t, text, below }: NonNullable<RulerState['now']>): Plate | undefined {
	const x = scene.x(t);
	const w = Math.max(widthOf(text), widthOf(below, 6.6)) + 12;
	const from = Math.max(2, Math.min(scene.width - w - 2, x - w / 2));
	return x < scene.left - 6 || x > scene.width ? undefined : { from, to: from + w, text, below };
}

function paintPlate({ ruler }: Scene, { from, to, text, below }: Plate): SVGTemplateResult {
	const middle = (from + to) / 2;
	return svg`<rect class="now-plate" x=${from} y="2" width=${to - from} height=${ruler - 8} rx="4" />
		<text class="word" x=${middle} y="15" text-anchor="middle">${text}</text>
		<text class="word mono" x=${middle} y="29" text-anchor="middle">${below}</text>`;
}

interface End {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/** Of a picture that goes on at an end, the time that stands there. */
function endsOf(scene: Scene, end: number, time: (t: number) => string): End[] {
	if (!scene.zoomed) return [];
	const [first, last] = [scene.t(scene.left), scene.t(scene.right)];
	const ends: End[] = [];
	if (first > 0.05) ends.push(endAt(`‹ ${time(first)}`, (w) => Math.max(2, scene.left - w / 2)));
	if (last < end - 0.05) ends.push(endAt(`${time(last)} ›`, (w) => scene.width - 2 - w));
	return ends;
}

function endAt(text: string, place: (width: number) => number): End {
	const width = widthOf(text);
	const from = place(width);
	return { from, to: from + width, text };
}

function paintTick(tick: Tick, ruler: number, covered: boolean): SVGTemplateResult {
	const height = tick.round ? 4 : 5;
	return svg`<path class=${tick.round ? 'tick round' : 'tick'} d="M${tick.x} ${ruler - height}v${height - 1}" />
		${covered || !tick.text ? nothing : svg`<text class="word mute" x=${tick.middle} y="15" text-anchor="middle">${tick.text}</text>`}
		${covered || !tick.below ? nothing : svg`<text class="word mute mono" x=${tick.middle} y="29" text-anchor="middle">${tick.below}</text>`}`;
}

function paintCut(cut: Scene['cuts'][number], ruler: number, covered: boolean): SVGTemplateResult {
	const words = covered || !cut.text;
	return svg`<path class="slash" d="M${cut.x - 3} ${ruler}l2 -6M${cut.x + 3} ${ruler}l2 -6" />
		<g class="cut" data-unfold=${cut.from}><rect class="hit" x=${cut.x - 12} y="0" width="24" height=${ruler} />
		${words ? nothing : svg`<text class="word mute" x=${cut.x} y="15" text-anchor="middle">${cut.text}</text>`}</g>`;
}

/** Where the moved picture has its times; one that would stand half in the gutter is gone. */
function ticks(scene: Scene): Tick[] {
	return scene.ticks
		.map((tick) => ({ ...tick, x: tick.x + scene.shift, middle: tick.middle + scene.shift }))
		.filter((tick) => tick.x >= scene.left - 1 && tick.x <= scene.width);
}

function cuts(scene: Scene): Scene['cuts'] {
	return scene.cuts
		.map((cut) => ({ ...cut, x: cut.x + scene.shift }))
		.filter((cut) => cut.x >= scene.left && cut.x <= scene.width);
}
