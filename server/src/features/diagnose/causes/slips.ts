import type { Section } from '../../../manifest/read';
import type { Range } from '../../../yaml/node';
import { type Edit, edited } from '../../../yaml/text-edit';
import { type Diagnostic, moved } from '../diagnostic';
import { earlyEnd } from './early-end';
import { gluedKeys } from './glued-keys';
import { lookAlikes } from './look-alikes';
import { misread } from './misread';
import { missingSeparator } from './missing-separator';
import type { FindSlip, Judge } from './slip';

const FIND: readonly FindSlip[] = [lookAlikes, missingSeparator, earlyEnd, misread, gluedKeys];

/** Longer texts are not judged again and again. */
const LONGEST = 100_000;

/**
 * What is told of a document that holds a slip: the slip, once, and what would be left if it were mended. Whatever else the server says follows from it.
 * Undefined where none is found.
 * `judge` tells what the server says of another text, `follow` the same as it is told here. Offsets as in the document.
 */
export function withoutFollowers(
	section: Section,
	told: readonly Diagnostic[],
	judge: Judge,
	follow: (text: string) => readonly Diagnostic[],
): readonly Diagnostic[] | undefined {
	const { text } = section.document;
	if (!section.isOurs || text.length > LONGEST) return undefined;
	for (const find of FIND) {
		const slip = find(section, told, judge);
		if (!slip) continue;
		const rest = follow(edited(text, slip.edits)).map((one) => moved(one, (range) => before(range, slip.edits)));
		return [slip.finding, ...rest];
	}
	return undefined;
}

/** Where a range of the mended text stood before the edits. */
function before({ start, end }: Range, edits: readonly Edit[]): Range {
	const from = offsetBefore(start, edits);
	return { start: from, end: Math.max(from, offsetBefore(end, edits)) };
}

function offsetBefore(offset: number, edits: readonly Edit[]): number {
	let by = 0;
	for (const { range, text } of edits) {
		const start = range.start + by;
		if (offset <= start) break;
		if (offset < start + text.length) return range.start;
		by += text.length - (range.end - range.start);
	}
	return offset - by;
}
