/** Keys and pointer on the stage. */

import type { Scene } from '../layout/scene';
import { NEAR } from '../model/at';
import type { Act, View } from '../views/view';

const SNAP = 4;

export interface StageAct extends Act {
	focusCell(key: string): void;
	fold(rowKey: string): void;
	unfold(from: number): void;
	pan(by: number): void;
}

/** The cell or name that Tab reaches: where the user was last, else the first. */
export function focusIn(scene: Scene, wanted: string): string {
	const exists = scene.rows.some((row) => `${row.key}#` === wanted || row.cells.some((cell) => cell.key === wanted));
	return exists ? wanted : (scene.rows.find((row) => row.cells.length)?.cells[0]?.key ?? '');
}

/** True when the key was one of ours. */
export function stageKey(event: KeyboardEvent, view: View, act: StageAct): boolean {
	const { shown } = view;
	if (!shown || event.altKey || event.metaKey) return false;
	const onCell = (event.target as Element).closest('[data-cell]') !== null;
	const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
	if (arrow !== undefined) {
		if (event.shiftKey) act.seek(shown.t + arrow * (event.ctrlKey ? 10 : 1));
		else if (onCell) moveInRow(arrow, view, act);
		else act.step(arrow as 1 | -1);
		return true;
	}
	if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return moveRow(event.key === 'ArrowUp' ? -1 : 1, view, act);
	if (event.ctrlKey) return false;
	switch (event.key) {
		case 'Home':
			act.seek(0);
			return true;
		case 'End':
			act.seek(shown.scale.end);
			return true;
		case ' ':
			act.toggle('play');
			return true;
		case ',':
			act.faster(-1);
			return true;
		case '.':
			act.faster(1);
			return true;
		case '+':
		case '=':
			act.zoom(1.5);
			return true;
		case '-':
			act.zoom(1 / 1.5);
			return true;
		case '0':
			act.fit();
			return true;
		case 'Enter':
			return onCell && enter(view, act);
		case 'f':
		case 'F':
			return onCell && revealCell(view, act);
		case '[':
			return toMark(-1, view, act);
		case ']':
			return toMark(1, view, act);
		case 'n':
		case 'N':
			return toNow(view, act);
		case 'r':
		case 'R':
			if (view.shown?.model.live?.runs) act.toggle('both');
			return true;
		case 't':
		case 'T':
			act.toggle('table');
			return true;
		case 'g':
		case 'G':
			act.toggle('ghost');
			return true;
		case 'l':
		case 'L':
			act.time(view.kept.time === 'folded' ? 'linear' : 'folded');
			return true;
		default:
			return false;
	}
}

/** To the flag, or the mark of the dump, before or after the playhead. */
function toMark(direction: 1 | -1, { shown }: View, act: StageAct): boolean {
	const cells =
		shown?.scene.rows.flatMap(({ kind, cells }) => (kind === 'flags' || kind === 'dump' ? cells : [])) ?? [];
	const times = cells.map(({ t }) => t).toSorted((a, b) => a - b);
	const now = shown?.t ?? 0;
	const to = direction > 0 ? times.find((t) => t > now + NEAR) : times.findLast((t) => t < now - NEAR);
	if (to !== undefined) act.seek(to);
	return times.length > 0;
}

function toNow({ shown }: View, act: StageAct): boolean {
	const now = shown?.model.live?.now;
	if (now !== undefined) act.seek(now);
	return now !== undefined;
}

/** The keys of a row in order: its name, if it folds, then its bars. */
function keysOf(scene: Scene, row: number): string[] {
	const one = scene.rows[row];
	if (!one) return [];
	return [...(one.headBox.w > 0 ? [`${one.key}#`] : []), ...one.cells.map((cell) => cell.key)];
}

function placeOf(view: View): { row: number; keys: string[] } | undefined {
	const scene = view.shown?.scene;
	if (!scene) return undefined;
	const row = scene.rows.findIndex((_, i) => keysOf(scene, i).includes(view.focus));
	return row < 0 ? undefined : { row, keys: keysOf(scene, row) };
}

function moveInRow(step: number, view: View, act: StageAct): void {
	const place = placeOf(view);
	const next = place?.keys[place.keys.indexOf(view.focus) + step];
	if (next !== undefined) act.focusCell(next);
}

/** To the bar of the next lane that stands over or under, nearest in time. */
function moveRow(step: 1 | -1, view: View, act: StageAct): boolean {
	const scene = view.shown?.scene;
	if (!scene) return false;
	const place = placeOf(view);
	for (let row = (place?.row ?? (step > 0 ? -1 : scene.rows.length)) + step; scene.rows[row]; row += step) {
		const keys = keysOf(scene, row);
		if (!keys.length) continue;
		const here = place && scene.rows[place.row]?.cells.find((cell) => cell.key === view.focus);
		const t = here?.t ?? view.shown?.t ?? 0;
		const cells = scene.rows[row]?.cells ?? [];
		const near = cells.findLast((cell) => cell.t <= t + NEAR) ?? cells[0];
		const next = near?.key ?? keys[0];
		if (next !== undefined) act.focusCell(next);
		return true;
	}
	return true;
}

function enter(view: View, act: StageAct): boolean {
	if (view.focus.endsWith('#')) act.fold(view.focus.slice(0, -1));
	else {
		const cell = cellOf(view);
		if (cell) act.seek(cell.t);
	}
	return true;
}

function cellOf(view: View, key: string | undefined = view.focus) {
	return view.shown?.scene.rows.flatMap((row) => row.cells).find((cell) => cell.key === key);
}

function revealCell(view: View, act: StageAct): boolean {
	const cell = cellOf(view);
	const { shown } = view;
	if (!cell || !shown) return true;
	const row = shown.scene.rows.find((one) => one.cells.includes(cell));
	const near = shown.model.moments.filter((moment) => Math.abs(moment.t - cell.t) < 0.3 && moment.field);
	const moment = near.find((one) => one.container === row?.name) ?? near[0];
	if (cell.span) act.post({ type: 'reveal', span: cell.span });
	else if (moment?.field) act.reveal(moment.field);
	return true;
}

/** A press on the lanes or the ruler: drags the playhead, or does what stands under it. */
export function stagePointer(event: PointerEvent, view: () => View, act: StageAct): void {
	const target = event.target as Element;
	const canvas = target.closest<HTMLElement>('.canvas');
	if (!canvas || event.button !== 0 || !event.isPrimary) return;
	const head = target.closest<HTMLElement>('.foldable');
	if (head?.dataset.row) {
		act.fold(head.dataset.row);
		return;
	}
	// In a texture the place is meant, not the cell.
	const cell = target.closest<HTMLElement>('[data-cell]:not([data-many])');
	const at = (move: PointerEvent) => {
		const x = move.clientX - canvas.getBoundingClientRect().left;
		const shown = view().shown;
		if (shown)
			act.seek(
				snapped(
					x,
					shown.scene,
					shown.stops.map((stop) => stop.t),
					move.altKey,
				),
			);
	};
	const startX = event.clientX;
	let dragging = !cell;
	if (dragging) at(event);
	const move = (moved: PointerEvent) => {
		if (!dragging && Math.abs(moved.clientX - startX) < 3) return;
		dragging = true;
		at(moved);
	};
	const up = () => {
		canvas.removeEventListener('pointermove', move);
		canvas.removeEventListener('pointerup', up);
		canvas.removeEventListener('pointercancel', up);
		canvas.removeEventListener('pointerdown', second);
		if (dragging || !cell?.dataset.t) return;
		act.seek(Number(cell.dataset.t));
		const span = cellOf(view(), cell.dataset.cell)?.span;
		if (span) act.post({ type: 'reveal', span });
	};
	const second = (finger: PointerEvent) => {
		dragging = true;
		up();
		pinch(canvas, event, finger, act);
	};
	canvas.setPointerCapture(event.pointerId);
	canvas.addEventListener('pointerdown', second);
	canvas.addEventListener('pointermove', move);
	canvas.addEventListener('pointerup', up);
	canvas.addEventListener('pointercancel', up);
}

/** Two fingers: the picture grows with the distance between them, about the point in their middle. */
function pinch(canvas: HTMLElement, one: PointerEvent, other: PointerEvent, act: StageAct): void {
	const at = new Map([one, other].map((finger) => [finger.pointerId, finger.clientX]));
	const distance = () => {
		const [a = 0, b = 0] = at.values();
		return { far: Math.max(10, Math.abs(a - b)), middle: (a + b) / 2 };
	};
	let before = distance().far;
	let frame = 0;
	const grow = () => {
		frame = 0;
		const { far, middle } = distance();
		act.zoom(far / before, middle - canvas.getBoundingClientRect().left);
		before = far;
	};
	// Each finger tells its own moves; both have spoken by the next frame.
	const move = (moved: PointerEvent) => {
		if (!at.has(moved.pointerId)) return;
		at.set(moved.pointerId, moved.clientX);
		if (!frame) frame = requestAnimationFrame(grow);
	};
	const up = (gone: PointerEvent) => {
		if (!at.has(gone.pointerId)) return;
		canvas.removeEventListener('pointermove', move);
		canvas.removeEventListener('pointerup', up);
		canvas.removeEventListener('pointercancel', up);
	};
	canvas.addEventListener('pointermove', move);
	canvas.addEventListener('pointerup', up);
	canvas.addEventListener('pointercancel', up);
}

function snapped(x: number, scene: Scene, stops: readonly number[], free: boolean): number {
	const t = scene.t(x);
	if (free) return t;
	let best = t;
	let distance: number = SNAP;
	const after = stops.findIndex((stop) => stop >= t);
	for (const stop of after < 0 ? stops.slice(-1) : stops.slice(Math.max(0, after - 1), after + 1)) {
		const off = Math.abs(scene.x(stop) - x);
		if (off <= distance) {
			best = stop;
			distance = off;
		}
	}
	return best;
}

/** Ctrl + wheel and pinch zoom at the pointer; sideways and Shift + wheel pan; else the page scrolls. */
export function stageWheel(event: WheelEvent, act: StageAct): void {
	const canvas = (event.target as Element).closest('.canvas');
	if (!canvas) return;
	if (event.ctrlKey || event.metaKey) {
		event.preventDefault();
		act.zoom(
			Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0025)),
			event.clientX - canvas.getBoundingClientRect().left,
		);
	} else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
		event.preventDefault();
		act.pan(event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX);
	}
}
