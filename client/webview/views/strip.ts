/** Probe answers as cells of one second that can be painted: drag paints, Space toggles, Shift + arrow extends. */
import { html, type TemplateResult } from 'lit';

export interface StripState {
	readonly label: string;
	readonly cell: (second: number, ok: boolean) => string;
	readonly paint: (answers: readonly boolean[]) => void;
}

/** The answers with the seconds from one to another, either way round, all saying the same. */
export function painted(answers: readonly boolean[], from: number, to: number, ok: boolean): boolean[] {
	const [low, high] = from < to ? [from, to] : [to, from];
	return answers.map((answer, i) => (i >= low && i <= high ? ok : answer));
}

export function strip(answers: readonly boolean[], state: StripState): TemplateResult {
	return html`<div class="strip" role="group" aria-label=${state.label} @pointerdown=${(event: PointerEvent) => drag(event, answers, state)} @keydown=${(event: KeyboardEvent) => key(event, answers, state)}>
		${answers.map((ok, i) => html`<button class=${ok ? 'pass' : 'miss'} data-second=${i} aria-pressed=${ok} aria-label=${state.cell(i, ok)} tabindex=${i === 0 ? 0 : -1}></button>`)}
	</div>`;
}

function cellAt(event: Event): number | undefined {
	const second = (event.target as Element | null)?.closest<HTMLElement>('[data-second]')?.dataset.second;
	return second === undefined ? undefined : Number(second);
}

function drag(event: PointerEvent, answers: readonly boolean[], state: StripState): void {
	const from = cellAt(event);
	if (from === undefined || event.button !== 0) return;
	const root = event.currentTarget as HTMLElement;
	const ok = !answers[from];
	let next = painted(answers, from, from, ok);
	show(root, next);
	const move = (moved: PointerEvent) => {
		const under = document.elementFromPoint(moved.clientX, moved.clientY);
		const second =
			under && root.contains(under) ? under.closest<HTMLElement>('[data-second]')?.dataset.second : undefined;
		if (second === undefined) return;
		next = painted(answers, from, Number(second), ok);
		show(root, next);
	};
	const up = (end: Event) => {
		removeEventListener('pointermove', move);
		removeEventListener('pointerup', up);
		removeEventListener('pointercancel', up);
		if (end.type === 'pointerup') state.paint(next);
		else show(root, answers);
	};
	addEventListener('pointermove', move);
	addEventListener('pointerup', up);
	addEventListener('pointercancel', up);
}

/** While the pointer is down only the cells change; the life is asked for when it is lifted. */
function show(root: HTMLElement, answers: readonly boolean[]): void {
	root.querySelectorAll<HTMLElement>('[data-second]').forEach((cell, i) => {
		cell.className = answers[i] ? 'pass' : 'miss';
	});
}

function key(event: KeyboardEvent, answers: readonly boolean[], state: StripState): void {
	const at = cellAt(event);
	if (at === undefined) return;
	const root = event.currentTarget as HTMLElement;
	const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: answers.length - 1 - at }[event.key];
	if (event.key === ' ' || event.key === 'Enter') state.paint(painted(answers, at, at, !answers[at]));
	else if (step !== undefined) {
		const to = Math.max(0, Math.min(answers.length - 1, at + step));
		const cells = root.querySelectorAll<HTMLElement>('[data-second]');
		cells.forEach((cell, i) => {
			cell.tabIndex = i === to ? 0 : -1;
		});
		cells[to]?.focus();
		if (event.shiftKey) state.paint(painted(answers, at, to, answers[at] ?? true));
	} else return;
	event.preventDefault();
	event.stopPropagation();
}
