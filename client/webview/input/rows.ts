/** Lists whose rows hold buttons: the arrows go from row to row, to the button that stands in the same place. */

/** True when the key was one of these, within an element that has `data-rows`. */
export function rowKey(event: KeyboardEvent): boolean {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const list = (event.target as Element).closest('[data-rows]');
	if (step === undefined || !list) return false;
	const rows = [...list.children].map((row) => [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')]);
	const here = rows.findIndex((buttons) => buttons.some((button) => button === event.target));
	const place = Math.max(0, rows[here]?.indexOf(event.target as HTMLElement) ?? 0);
	for (let next = here + step; rows[next]; next += step) {
		const button = rows[next]?.[place] ?? rows[next]?.[0];
		if (!button) continue;
		button.focus();
		return true;
	}
	return true;
}
