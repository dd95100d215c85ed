/** Shapes to SVG. Knows no pod: every shape says where it stands and which look it wears. */
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { pathOf } from './glyphs';
import { edge } from './layout';
import { type Cell, type Mark, type Row, RULER, type Scene } from './scene';
import { widthOf } from './text-fit';

export function paintMark(mark: Mark): SVGTemplateResult {
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

const marks = (list: readonly Mark[]) => list.map(paintMark);

/** Patterns and the clip that keeps a moved picture out of the gutter. */
function definitions(scene: Scene): SVGTemplateResult {
	return svg`<defs>
		<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
			<rect class="hatch-ground" width="6" height="6" /><rect class="fill wait" width="1.8" height="6" />
		</pattern>
		<pattern id="fog" width="4" height="4" patternUnits="userSpaceOnUse">
			<rect class="fog-thin" width="4" height="4" /><rect class="fog-thick" width="2" height="4" />
		</pattern>
		<clipPath id="plot"><rect x=${scene.left - 6} y="0" width=${scene.width - scene.left + 6} height=${scene.height} /></clipPath>
	</defs>`;
}

export interface GridState {
	readonly label: string;
	/** The cell or head that takes the focus. */
	readonly focus: string;
}

/** The lanes. What does not depend on the playhead is drawn once a scene. */
export function paintLanes(scene: Scene, grid: GridState, playhead: number): TemplateResult {
	const x = scene.x(playhead);
	const line = x >= scene.left - 6 && x <= scene.width ? svg`<path class="playhead" d="M${x} ${RULER}V${scene.height}" />` : nothing;
	return html`<svg class="lanes" width=${scene.width} height=${scene.height - RULER} viewBox="0 ${RULER} ${scene.width} ${scene.height - RULER}" role="grid" aria-label=${grid.label} tabindex="-1">
		${guard([scene], () => definitions(scene))}
		<g aria-hidden="true" clip-path="url(#plot)">${guard([scene], () => marks(scene.back.filter(inPlot(scene))))}</g>
		<g aria-hidden="true">${guard([scene], () => marks(scene.back.filter((mark) => !inPlot(scene)(mark))))}</g>
		${guard([scene, grid.focus], () =>
			repeat(
				scene.rows,
				(row) => row.key,
				(row) => paintRow(row, grid),
			),
		)}
		<g aria-hidden="true" clip-path="url(#plot)">${guard([scene], () => marks(scene.front))}</g>
		<g aria-hidden="true" clip-path="url(#plot)">${line}</g>
		<g aria-hidden="true" clip-path="url(#plot)">${guard([scene], () => scene.rows.map((row) => marks(row.tops)))}</g>
	</svg>`;
}

/** Names and rails in the gutter are not part of the picture that moves. */
function inPlot(scene: Scene): (mark: Mark) => boolean {
	return (mark) => {
		if (scene.narrow) return true;
		if (mark.kind === 'path') return mark.look !== 'rail' && mark.look !== 'rule';
		return !('x' in mark) || mark.kind === 'rect' || mark.x >= scene.left - 6;
	};
}

function paintRow(row: Row, grid: GridState): SVGTemplateResult {
	return svg`<g role="row" aria-label=${row.name}>
		${row.head.length ? paintHead(row, grid) : nothing}
		<g aria-hidden="true" clip-path="url(#plot)">${marks(row.marks)}</g>
		<g clip-path="url(#plot)">${repeat(
			row.cells,
			(cell) => cell.key,
			(cell) => paintCell(cell, grid.focus === cell.key),
		)}</g>
	</g>`;
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
	return svg`<g role="gridcell" class="cell" tabindex=${focused ? 0 : -1} aria-label=${cell.label} data-cell=${cell.key} data-t=${cell.t}>
		<title>${cell.label}</title>
		<rect class="hit" x=${cell.x} y=${cell.y} width=${cell.w} height=${cell.h} rx="3" />
		${marks(cell.marks)}
	</g>`;
}

export interface RulerState {
	readonly t: number;
	readonly badge: string;
	readonly valueText: string;
	readonly label: string;
	/** Times of the moments that the cursor's field governs. */
	readonly governed: readonly number[];
}

/** The ruler, with the playhead's badge; a time under the badge gives way to it. */
export function paintRuler(scene: Scene, end: number, state: RulerState): TemplateResult {
	const x = Math.max(scene.left - 4, Math.min(scene.width, scene.x(state.t)));
	const w = widthOf(state.badge, 6.6) + 12;
	const left = Math.max(2, Math.min(scene.width - w - 2, x - w / 2));
	const covered = (from: number, to: number) => to > left - 6 && from < left + w + 6;
	return html`<svg class="ruler" width=${scene.width} height=${RULER} viewBox="0 0 ${scene.width} ${RULER}" role="slider" tabindex="0" aria-label=${state.label} aria-orientation="horizontal"
		aria-valuemin="0" aria-valuemax=${Math.round(end * 10) / 10} aria-valuenow=${Math.round(state.t * 10) / 10} aria-valuetext=${state.valueText}>
		<path class="rule" d="M0 ${RULER - 0.5}H${scene.width}" />
		${scene.ticks.map(
			(tick) => svg`<path class="tick" d="M${tick.x} ${RULER - 5}v4" />
			${covered(edge(tick, -1), edge(tick, 1)) ? nothing : svg`<text class="word mute" x=${tick.x} y="15" text-anchor=${tick.anchor}>${tick.text}</text>`}`,
		)}
		${scene.cuts.map((cut) => {
			const half = widthOf(cut.text) / 2;
			return svg`<path class="slash" d="M${cut.x - 3} ${RULER}l2 -6M${cut.x + 3} ${RULER}l2 -6" />
				<g class="cut" data-unfold=${cut.from}><rect class="hit" x=${cut.x - 12} y="0" width="24" height=${RULER} />
				${cut.text && !covered(cut.x - half, cut.x + half) ? svg`<text class="word mute" x=${cut.x} y="15" text-anchor="middle">${cut.text}</text>` : nothing}</g>`;
		})}
		${state.governed.map((t) => svg`<circle class="governed" cx=${scene.x(t)} cy=${RULER - 1} r="3" />`)}
		<rect class="badge" x=${left} y="2" width=${w} height="18" rx="4" />
		<path class="badge-tip" d="M${x - 4} 20h8l-4 5z" />
		<text class="badge-word" x=${left + w / 2} y="15" text-anchor="middle">${state.badge}</text>
	</svg>`;
}
