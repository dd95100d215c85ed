import type { Edit } from '../../yaml/text-edit';
import type { Diagnostic } from './diagnostic';

/** Whether what is said of the text before, and what is said after, show that the fault went and none came but what it hid. */
export function mends(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	if (!isGone(fault, edits, before, after)) return false;
	// Nothing was judged before: all may show itself now but another fault of this sort above.
	if (isUnjudged(fault)) return !after.some((one) => isUnjudged(one) && one.range.start < fault.range.start);
	return !isRefusedForGood(fault, edits, after) && isNoWorse(fault, edits, before, after);
}

/** Whether no fault came but what the one that went had hidden. */
export function isNoWorse(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	const had = counts(before);
	return [...counts(after)].every(([code, count]) => count <= (had.get(code) ?? 0) || (isRevealed(code) && hides(fault, edits)));
}

/** The text could not be read, or not as what it is. */
export const isUnjudged = ({ code }: Diagnostic): boolean => /^(?:yaml|json|head)\//.test(code);

/** What is told more often than before, those first whose mending may mend the others. */
export function cameOf(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
	const had = counts(before);
	const more = new Set([...counts(after)].flatMap(([code, count]) => (count > (had.get(code) ?? 0) ? code : [])));
	// Of several of a name the last: what was there before stands where it stood. What was not read may be what others miss.
	const came = after.filter(({ code, severity }) => more.has(code) && (severity === 'error' || isLoss(code))).toReversed();
	const isUnread = ({ code }: Diagnostic): boolean => code.startsWith('decode/');
	return [...came.filter(isUnread), ...came.filter((one) => !isUnread(one))];
}

/** Whether the server refuses less than before; of what it takes nothing is asked. */
export const isBetter = (fault: Diagnostic, before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean =>
	fault.severity !== 'error' || errorsIn(after) < errorsIn(before);

export const errorsIn = (all: readonly Diagnostic[]): number => all.filter(({ severity }) => severity === 'error').length;

/** It is told less often, or at least no longer where it stood. */
export function isGone(fault: Diagnostic, edits: readonly Edit[], before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
	const at = placeAfter(fault, edits);
	const count = (all: readonly Diagnostic[]): number => all.filter(({ code }) => code === fault.code).length;
	return count(after) < count(before) || !after.some(({ code, range }) => code === fault.code && range.start === at);
}

/** The same of what is built from the text, where the faults `here` stand as they are told of it. */
export const mendsBuilt = (
	fault: Diagnostic,
	edits: readonly Edit[],
	before: readonly Diagnostic[],
	after: readonly Diagnostic[],
	here: readonly Diagnostic[],
): boolean => !isRefusedForGood(fault, edits, here) && isNoWorse(fault, edits, before, after);

/** A value that was not read is not mended if it is refused for what it is. */
function isRefusedForGood(fault: Diagnostic, edits: readonly Edit[], after: readonly Diagnostic[]): boolean {
	const at = placeAfter(fault, edits);
	return UNREAD_VALUE.has(fault.code) && after.some(({ range, severity, fix }) => range.start === at && severity === 'error' && !fix);
}

/** Where a fault would show itself once edits were made. */
const placeAfter = (fault: Diagnostic, edits: readonly Edit[]): number =>
	edits.reduce((at, { range, text }) => (range.end <= fault.range.start ? at + text.length - (range.end - range.start) : at), fault.range.start);

const UNREAD_VALUE: ReadonlySet<string> = new Set(['decode/type', 'decode/quantity', 'decode/time', 'decode/scalar']);

/** How often each fault is told that must not become more: what is refused, and what is lost. */
function counts(all: readonly Diagnostic[]): ReadonlyMap<string, number> {
	const map = new Map<string, number>();
	for (const { code, severity } of all) if (severity === 'error' || isLoss(code)) map.set(code, (map.get(code) ?? 0) + 1);
	return map;
}

const isLoss = (code: string): boolean => code.endsWith('/repeated-key');

/** What a value that nobody could read held back may show itself once it is read. */
const isRevealed = (code: string): boolean => !code.startsWith('yaml/') && !isLoss(code);

/** Whether text stood there that was not read. In an empty list or map there was none. */
function hides({ code }: Diagnostic, edits: readonly Edit[]): boolean {
	return (code.startsWith('decode/') || code === 'scenario/unknown-key') && !edits.some(({ text }) => text === '[]' || text === '{}');
}
