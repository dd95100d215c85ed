/** Searches in lists that ascend. */

/** Index of the first item that has reached what is looked for; the length of the list if none has. Once reached, all that follow have. */
export function firstThat<T>(items: readonly T[], reached: (item: T) => boolean): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item === undefined || reached(item)) high = middle;
		else low = middle + 1;
	}
	return low;
}
