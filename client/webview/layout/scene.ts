/** What layout hands to paint: plain shapes in pixels, each with the name of its look (a class of panel.css). */
import type { Span } from '../../../server/src/protocol/text';
import type { Hand } from '../model/hands';
import type { Glyph } from '../paint/glyphs';

export type Mark =
	| {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly w: number;
			readonly h: number;
			readonly r?: number;
			readonly look: string;
	  }
	| { readonly kind: 'path'; readonly d: string; readonly look: string }
	| { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly r: number; readonly look: string }
	| {
			readonly kind: 'text';
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly look: string;
			readonly anchor?: 'middle' | 'end';
	  }
	| {
			readonly kind: 'glyph';
			readonly x: number;
			readonly y: number;
			readonly scale: number;
			readonly glyph: Glyph;
			readonly look: string;
	  };

/** Where the lanes lie in the panel, in pixels. */
export interface Frame {
	readonly narrow: boolean;
	readonly gutter: number;
	readonly left: number;
	readonly right: number;
}

/** A bar that can be focused, clicked and read aloud. */
export interface Cell {
	readonly key: string;
	readonly t: number;
	readonly x: number;
	readonly y: number;
	readonly w: number;
	readonly h: number;
	readonly label: string;
	readonly marks: readonly Mark[];
	/** How it is known, of a live pod. */
	readonly hand?: Hand;
	/** Where it is written: a press on it selects that. */
	readonly span?: Span;
	/** The cell is a texture of so many bars. */
	readonly many?: number;
}

export type RowKind = 'scenario' | 'owner' | 'pod' | 'phase' | 'status' | 'conditions' | 'container' | 'dump' | 'flags';

export interface Row {
	readonly key: string;
	readonly kind: RowKind;
	readonly name: string;
	readonly y: number;
	readonly height: number;
	/** In the gutter, or above the bar where there is none. */
	readonly head: readonly Mark[];
	/** Where a click on the name folds the lane, opens the pod or the conditions. */
	readonly headBox: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
	readonly folded: boolean;
	readonly pod: number;
	readonly marks: readonly Mark[];
	readonly cells: readonly Cell[];
	/** Over the playhead: exits, probes, words that must not be crossed. */
	readonly tops: readonly Mark[];
}

/** What a row has that is of no pod: nothing to fold, and no place of its own for a click on its name. */
export const NO_POD = { headBox: { x: 0, y: 0, w: 0, h: 0 }, folded: false, pod: -1 } as const satisfies Partial<Row>;

export interface Tick {
	readonly t: number;
	readonly x: number;
	/** Nothing where there is no room for it. */
	readonly text: string;
	/** In a second line, where there is room. */
	readonly below?: string;
	/** Where the middle of its text stands. */
	readonly middle: number;
	/** A round time, and no change. */
	readonly round: boolean;
}

export interface Scene {
	readonly width: number;
	/** With the ruler, which is so high. */
	readonly height: number;
	readonly ruler: number;
	/** The edges of the bars. */
	readonly left: number;
	readonly right: number;
	readonly narrow: boolean;
	/** More than what is in sight can be seen by moving the picture. */
	readonly zoomed: boolean;
	readonly ticks: readonly Tick[];
	readonly cuts: readonly { readonly from: number; readonly x: number; readonly text: string }[];
	readonly rows: readonly Row[];
	/** Under everything: the grid, rooms, rails. */
	readonly back: readonly Mark[];
	/** Over the bars, under the playhead: cuts, batons. */
	readonly front: readonly Mark[];
	/** px of rows that were left out for want of room. */
	readonly spared: number;
	/** How many marks a paint has to draw. */
	readonly count: number;
	/** How far the shapes have to be moved to where they belong: the picture was laid out for a pan a little to the side. */
	readonly shift: number;
	x(t: number): number;
	t(x: number): number;
}

/** px. Of a live pod the time of day stands under what is left until then. */
export const rulerOf = ({ live }: { readonly live?: unknown }): number => (live ? 40 : 26);
export const BAR = 18;

const f = (n: number): number => Math.round(n * 10) / 10;

export const rect = (x: number, y: number, w: number, h: number, look: string, r?: number): Mark => ({
	kind: 'rect',
	x: f(x),
	y: f(y),
	w: f(Math.max(0, w)),
	h: f(h),
	look,
	...(r !== undefined && { r }),
});
export const text = (x: number, y: number, words: string, look: string, anchor?: 'middle' | 'end'): Mark => ({
	kind: 'text',
	x: f(x),
	y: f(y),
	text: words,
	look,
	...(anchor && { anchor }),
});
export const dot = (x: number, y: number, r: number, look: string): Mark => ({
	kind: 'dot',
	x: f(x),
	y: f(y),
	r,
	look,
});
export const sign = (x: number, y: number, scale: number, glyph: Glyph, look: string): Mark => ({
	kind: 'glyph',
	x: f(x),
	y: f(y),
	scale,
	glyph,
	look,
});

/** A path from its parts: numbers are rounded, letters stand for themselves. */
export function path(look: string, ...parts: readonly (string | number)[]): Mark {
	return { kind: 'path', d: parts.map((part) => (typeof part === 'number' ? f(part) : part)).join(' '), look };
}

/**
 * The same picture with fewer shapes: paths, dots and sharp rectangles of one look become one path, where the last of them stood.
 * Words and what they lie on stay as they are.
 */
export function merged(marks: readonly Mark[]): Mark[] {
	const paths = new Map<string, { readonly parts: string[]; last: number }>();
	const apart = marks.map((mark, i) => {
		const part = outline(mark);
		if (part === undefined) return true;
		const path = paths.get(mark.look) ?? { parts: [], last: i };
		path.parts.push(part);
		path.last = i;
		paths.set(mark.look, path);
		return false;
	});
	return marks.flatMap((mark, i): Mark[] => {
		if (apart[i]) return [mark];
		const path = paths.get(mark.look);
		return path?.last === i ? [{ kind: 'path', d: path.parts.join(''), look: mark.look }] : [];
	});
}

/** A mark as the data of a path, if it can be one. */
function outline(mark: Mark): string | undefined {
	switch (mark.kind) {
		case 'path':
			return mark.d;
		case 'dot':
			return `M${f(mark.x - mark.r)} ${mark.y}a${mark.r} ${mark.r} 0 1 0 ${f(mark.r * 2)} 0a${mark.r} ${mark.r} 0 1 0 ${f(-mark.r * 2)} 0`;
		case 'rect':
			return mark.r === undefined ? `M${mark.x} ${mark.y}h${mark.w}v${mark.h}h${-mark.w}z` : undefined;
		case 'text':
		case 'glyph':
			return undefined;
	}
}
