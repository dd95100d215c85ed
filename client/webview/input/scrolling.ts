/** What is in sight of long lists, and what scrolls into sight by itself: the current row of the story, the chosen chip. */

/** Of a long list the rows around the playhead are drawn; in steps, so that most of them stay when it moves. */
const AROUND = 60;
const STEP = 30;

export function around(current: number, count: number): readonly [from: number, to: number] {
	const from = Math.max(0, Math.floor((current - AROUND) / STEP) * STEP);
	return [from, Math.min(count, from + 2 * AROUND + STEP)];
}

/** In the wide layout the story keeps its current row in the middle, also when the panel is given another height. */
export class StoryCentre {
	private last: { readonly row: Element; readonly height: number } | undefined;

	keep(root: Element): void {
		const row = root.querySelector('.panel .current');
		const panel = row?.closest('.columns-3 .panel');
		if (!row || !panel) {
			this.last = undefined;
			return;
		}
		if (this.last?.row === row && this.last.height === panel.clientHeight) return;
		this.last = { row, height: panel.clientHeight };
		const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
		panel.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
	}
}

/** In the narrow layout the chips are a row that scrolls: once for each choice the chosen one is brought into view. */
export function showChip(root: Element): void {
	const chips = root.querySelector<HTMLElement>('.columns-1 .chips');
	const chosen = chips?.querySelector<HTMLElement>('.chip[aria-pressed=true]');
	if (!chips || !chosen || chips.dataset.shown === chosen.textContent) return;
	chips.dataset.shown = chosen.textContent;
	chips.scrollLeft = chosen.offsetLeft - chips.offsetLeft - 22;
	chips.classList.toggle('scrolled', chips.scrollLeft > 0);
}
