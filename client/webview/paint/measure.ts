/** How wide words are in the fonts of the page. */
import { type Measure, reckoned } from '../layout/text-fit';

/** A measure in the page's own font, which remembers what it has measured; words are reckoned where nothing can be drawn. */
export function measureIn(page: HTMLElement): Measure {
	const context = document.createElement('canvas').getContext('2d');
	const { fontFamily } = getComputedStyle(page);
	if (!context) return reckoned;
	const known = new Map<string, number>();
	return (text, { bold = false, size = 11 } = {}) => {
		const font = `${bold ? 600 : 400} ${size}px ${fontFamily}`;
		const key = `${font} ${text}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		context.font = font;
		const { width } = context.measureText(text);
		known.set(key, width);
		return width;
	};
}
