/** Keys of the page: what closes, what is copied, hints, rows of lists; on the stage those of input.ts. */
import type { View } from '../views/view';
import { type StageAct, stageKey } from './input';
import { rowKey } from './rows';

/** Does what a key asks for; one that is ours goes no further. */
export function pageKey(event: KeyboardEvent, view: View, act: StageAct): void {
	const target = event.target as Element;
	if (event.key === 'Escape') return leave(target, view, act);
	if (hintKey(event, target, view, act) || copyKey(event, view, act) || rowKey(event)) {
		event.preventDefault();
		return;
	}
	if (!target.closest('.canvas, .table-view') || !stageKey(event, view, act)) return;
	event.preventDefault();
	event.stopPropagation();
}

/** Out of a menu, or of the knobs back to where they were opened. */
function leave(target: Element, { menu, kept }: View, act: StageAct): void {
	if (menu) return act.menu(undefined);
	if (!kept.knobs || !target.closest('.knobs, .tabs')) return;
	act.toggle('knobs');
	requestAnimationFrame(() => document.querySelector<HTMLElement>('#all-knobs')?.focus());
}

/** H is one hint more; not in a field, where it is a letter. */
function hintKey(
	{ key, ctrlKey, metaKey, altKey }: KeyboardEvent,
	target: Element,
	{ lesson }: View,
	act: StageAct,
): boolean {
	const isHint = key.toLowerCase() === 'h' && !(ctrlKey || metaKey || altKey);
	if (!isHint || !lesson || !target.closest('.stage, .panel, .right')) return false;
	act.hint();
	return true;
}

/** Alt + 1, 2, 3 copies the line of a card of the mode Why. */
function copyKey({ altKey, key }: KeyboardEvent, { live }: View, act: StageAct): boolean {
	const line = altKey ? live?.tries[Number(key) - 1]?.line : undefined;
	if (line !== undefined) act.post({ type: 'copy', text: line });
	return line !== undefined;
}
