/** What of a row of buttons is in sight, when the rest waits behind one more. Nothing scrolls sideways. */
export interface Box {
	readonly id: string;
	/** px. */
	readonly width: number;
}

export interface Room {
	/** px of a row, and between two boxes. */
	readonly width: number;
	readonly gap: number;
	readonly rows: number;
	/** px of the button that holds the rest. */
	readonly more: number;
}

/** As many from the first one on as fit; the chosen one always, if need be in the last place. */
export function inSight(boxes: readonly Box[], chosen: string | undefined, room: Room): readonly string[] {
	for (let count = boxes.length; count > 1; count--) {
		const some = firstWith(boxes, chosen, count);
		const widths = some.map(({ width }) => width);
		if (fits(count < boxes.length ? [...widths, room.more] : widths, room)) return some.map(({ id }) => id);
	}
	return firstWith(boxes, chosen, 1).map(({ id }) => id);
}

function firstWith(boxes: readonly Box[], chosen: string | undefined, count: number): readonly Box[] {
	const first = boxes.slice(0, count);
	const missing = boxes.slice(count).find(({ id }) => id === chosen);
	return missing ? [...first.slice(0, -1), missing] : first;
}

function fits(widths: readonly number[], { width, gap, rows }: Room): boolean {
	let [row, used] = [1, 0];
	for (const own of widths) {
		if (used > 0 && used + gap + own > width) {
			row++;
			used = own;
		} else used += (used > 0 ? gap : 0) + own;
		if (row > rows || own > width) return false;
	}
	return true;
}
