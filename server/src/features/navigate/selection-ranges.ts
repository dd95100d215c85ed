import type { File } from '../../manifest/read';
import { contentOf } from '../../yaml/edit';
import { isInside, type Node, type Range } from '../../yaml/node';

/** What lies around an offset, from the innermost outward: a name or value, its line with all below it, the map or list around that, the document, the file. */
export function selectionRanges(file: File, offset: number): readonly Range[] {
	const section = file.sections.findLast(({ start }) => start <= offset);
	const ranges: Range[] = [{ start: 0, end: file.text.length }];
	if (section) {
		const { start, document } = section;
		const text = document.text;
		const around = (range: Range): void => {
			const { start: from, end } = contentOf(text, range);
			const last = ranges.at(-1);
			const next = { start: from + start, end: end + start };
			// Where an edit is half done, what is inside may reach beyond what it is in.
			const isWithin = last !== undefined && last.start <= next.start && next.end <= last.end && last.end - last.start > next.end - next.start;
			if (isWithin && isInside(next, offset)) ranges.push(next);
		};
		around({ start: 0, end: text.length });
		inside(document.root, offset - start, around);
	}
	return ranges.reverse();
}

function inside(node: Node | undefined, offset: number, around: (range: Range) => void): void {
	if (!node || !isInside(node.range, offset)) return;
	around(node.range);
	if (node.kind === 'list') {
		const item = node.items.find(({ range, alias }) => isInside(alias ?? range, offset));
		if (item) {
			around(item.range);
			if (!item.alias) inside(item.value, offset, around);
		}
	}
	if (node.kind !== 'map') return;
	const entry = node.entries.find(({ key, value, alias }) => offset >= key.range.start && offset <= (alias ?? value?.range ?? key.range).end);
	if (!entry) return;
	const { key, value, alias } = entry;
	around({ start: key.range.start, end: Math.max(key.range.end, (alias ?? value?.range ?? key.range).end) });
	if (isInside(key.range, offset)) around(key.range);
	else if (!alias) inside(value, offset, around);
}
