import { faultInFile } from '../../../yaml/parse';
import { edited } from '../../../yaml/text-edit';
import { alias } from './alias';
import { blockText } from './block-text';
import type { Broken, Cause, Finder } from './broken';
import { colonOrDash } from './colon';
import { controlCharacters } from './control';
import { directive } from './directive';
import { badEscape } from './escape';
import { conflict, foreignLines } from './foreign-lines';
import { indentation } from './indentation';
import { jsonBetween } from './json-between';
import { jsonComment } from './json-comment';
import { listUnderValue } from './list-under-value';
import { missingDash } from './missing-dash';
import { ownLine } from './own-line';
import { needsQuotes } from './quotes';
import type { Judge } from './slip';
import { strayWords } from './stray-words';
import { unclosed } from './unclosed';

/** The surer comes first: of causes that explain as much, the first is told. */
const FINDERS: readonly Finder[] = [
	controlCharacters,
	conflict,
	foreignLines,
	directive,
	jsonComment,
	jsonBetween,
	alias,
	badEscape,
	ownLine,
	needsQuotes,
	colonOrDash,
	strayWords,
	missingDash,
	unclosed,
	blockText,
	indentation,
	listUnderValue,
];

/** How much text may be read, and judged, to find a cause, in characters; and how often at most. */
const READ = { characters: 1_000_000, times: 80 } as const;
const JUDGED = { characters: 150_000, times: 6 } as const;

/** What helps even if more is wrong. Of the others nothing shows that they were meant where they do not mend all. */
const HELPING: ReadonlySet<string> = new Set(
	'control-character foreign-line directive space-after-colon space-after-dash needs-quotes escape'.split(' ').map((name) => `yaml/${name}`),
);

/**
 * Why a document is no YAML: a cause whose edits mend it, tried out, and leave the fewest faults by `judge`; else one that brings the parser further.
 * `judge` tells what is left of another text; undefined where it is none of ours any more.
 */
export function causeOf(broken: Broken, judge: Judge): Cause | undefined {
	const times = (most: typeof READ | typeof JUDGED): number => Math.min(most.times, Math.floor(most.characters / broken.text.length));
	const causes = FINDERS.flatMap((find) => find(broken));
	const mending: Cause[] = [];
	let helping: Cause | undefined;
	for (const cause of causes.slice(0, times(READ))) {
		if (mending.length >= times(JUDGED)) break;
		if (!cause.edits && mending.length > 0) continue;
		if (!cause.edits) return cause;
		const fault = faultInFile(edited(broken.text, cause.edits));
		if (!fault) mending.push(cause);
		else if (HELPING.has(cause.code) && isFurther(fault.at, cause, broken)) helping ??= cause;
	}
	return fewest(mending, broken, judge) ?? helping;
}

/** The parser now gives up on a later line than before. */
function isFurther(at: number, { edits = [] }: Cause, { text, at: before }: Broken): boolean {
	const moved = edits.reduce((by, { range, text: put }) => (range.start <= before ? by + put.length - (range.end - range.start) : by), 0);
	const lineEnd = text.indexOf('\n', before);
	// What runs on to the end of the text was not mended but opened.
	return lineEnd >= 0 && at > lineEnd + moved && at < text.trimEnd().length - 1 + moved;
}

function fewest(causes: readonly Cause[], { text }: Broken, judge: Judge): Cause | undefined {
	let best: Cause | undefined;
	let least = Number.POSITIVE_INFINITY;
	for (const cause of causes) {
		const mended = edited(text, cause.edits ?? []);
		// Where nothing is left there is nothing to judge.
		const found = mended.trim() === '' ? [] : judge(mended);
		if (!found) continue;
		// What means nothing where it stands now was not meant so; lines may still be in the wrong place, and nobody knows in which they belong.
		const isLost = found.some(({ code, range }) => code.startsWith('decode/') && isTouched(mended, range.start, cause));
		// Of two that mend as well the smaller change was meant.
		const faults = found.length + (isLost ? 1000 : 0) + (cause.edits?.length ?? 0) / 1000;
		if (faults >= least || (isLost && !cause.isCertain)) continue;
		best = isLost ? { code: cause.code, range: cause.range } : cause;
		least = faults;
	}
	return best;
}

/** Whether edits changed the line that an offset of the mended text lies in. */
function isTouched(mended: string, offset: number, { edits = [] }: Cause): boolean {
	const start = mended.lastIndexOf('\n', offset - 1) + 1;
	const end = mended.indexOf('\n', offset) < 0 ? mended.length : mended.indexOf('\n', offset);
	let by = 0;
	for (const { range, text } of edits) {
		if (range.start + by <= end && range.start + by + text.length >= start) return true;
		by += text.length - (range.end - range.start);
	}
	return false;
}
