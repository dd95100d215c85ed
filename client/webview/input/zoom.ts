/** Zoom and pan: what of them changes. Pure. */
import type { Shown } from '../views/view';

const WIDEST = 400;

export interface Sight {
	readonly zoom: number;
	readonly pan: number;
}

/** Zoomed about a point of the page, which stays where it is; without one, about the playhead. */
export function zoomed(shown: Shown, zoom: number, factor: number, atX?: number): Sight {
	const { left, right } = shown.scene;
	const width = right - left;
	const next = Math.max(1, Math.min(WIDEST, zoom * factor));
	const x = atX ?? Math.max(left, Math.min(right, shown.scene.x(shown.t)));
	// Widths grow all alike, so a point keeps its share of the whole.
	const share = shown.scale.x(shown.scene.t(x)) / shown.scale.width;
	return { zoom: next, pan: within(share * width * next - (x - left), width * next - width) };
}

export function panned(shown: Shown, pan: number): number {
	return within(pan, shown.scale.width - (shown.scene.right - shown.scene.left));
}

/** Where a zoomed picture has to be moved to keep a time in sight; undefined when it is. */
export function following(shown: Shown, t: number): number | undefined {
	const { left, right } = shown.scene;
	const x = shown.scene.x(t);
	if (x >= left + 8 && x <= right - 8) return undefined;
	return panned(shown, shown.scale.x(t) - (right - left) * 0.3);
}

function within(value: number, most: number): number {
	return Math.max(0, Math.min(Math.max(0, most), value));
}
