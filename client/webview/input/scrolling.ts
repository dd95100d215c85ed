/** What is in sight of long lists, and what scrolls into sight by itself: the current row of the story. */

/** Of a long list the rows around the playhead are drawn; in steps, so that most of them stay when it moves. */
const AROUND = 60;
const STEP = 30;

export function around(current: number, count: number): readonly [from: number, to: number] {
	const from = Math.max(0, Math.floor((current - AROUND) / STEP) * STEP);
	return [from, Math.min(count, from + 2 * AROUND + STEP)];
}

/** The story keeps its current row in the middle, also when the panel is given another height. */
export class StoryCentre {
	private last: { readonly row: Element; readonly height: number } | undefined;
	private tab = '';

	keep(root: Element): void {
		this.beginTab(root.querySelector('.panel'));
		const row = root.querySelector('.panel .current');
		const panel = row?.closest('.panel');
		if (!row || !panel) {
			this.last = undefined;
			return;
		}
		if (this.last?.row === row && this.last.height === panel.clientHeight) return;
		this.last = { row, height: panel.clientHeight };
		const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
		panel.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
	}

	/** Another tab begins at its top. */
	private beginTab(panel: Element | null): void {
		const tab = panel?.getAttribute('aria-labelledby') ?? '';
		if (panel && tab !== this.tab) panel.scrollTop = 0;
		this.tab = tab;
	}
}
