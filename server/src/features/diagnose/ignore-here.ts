import type { Bilingual } from '../../protocol/text';
import { contentsOf, scalarsOf } from '../../yaml/comments';
import type { Range } from '../../yaml/node';
import { type Document, parse } from '../../yaml/parse';
import { type Edit, shiftedEdit } from '../../yaml/text-edit';
import type { Diagnostic } from './diagnostic';
import { type Commented, directivesOf, linesAround } from './directives';
import { names } from './severity';

/** A comment that ignores a finding. */
export interface IgnoreFix {
	readonly diagnostic: Diagnostic;
	readonly title: Bilingual;
	readonly edit: Edit;
}

/** What may be tried for one question, in characters read anew. */
const MOST_READ = 3_000_000;
/** More of them nobody looks through. */
const MOST = 10;

/** For each code found within a range, the comment that ignores it there; none where no comment can stand, as in JSON. `found` has been sifted. */
export function ignoreFixes(documents: readonly Commented[], found: readonly Diagnostic[], { start, end }: Range): readonly IgnoreFix[] {
	const fixes: IgnoreFix[] = [];
	let left = MOST_READ;
	for (const diagnostic of found) {
		if (fixes.length >= MOST || diagnostic.range.start > end || diagnostic.range.end < start) continue;
		const commented = documents.find((one) => diagnostic.range.end <= one.start + one.document.text.length);
		left -= commented?.document.text.length ?? 0;
		if (left < 0) break;
		const edit = commented && commentFor(commented, diagnostic);
		if (!edit || fixes.some((one) => one.diagnostic.code === diagnostic.code && one.edit.range.start === edit.range.start)) continue;
		fixes.push({ diagnostic, title: { en: `Ignore ${diagnostic.code} here`, ko: `여기서는 ${diagnostic.code} 무시` }, edit });
	}
	return fixes;
}

/** The comment, if with it the document says the same as before and the finding is ignored. */
function commentFor(commented: Commented, { code, range }: Diagnostic): Edit | undefined {
	const { start, document } = commented;
	if (isJson(document)) return undefined;
	// Above all that is written it is a comment, whatever that is.
	if (document.faults.length > 0) return shiftedEdit(above(document, code), start);
	const at = range.start - start;
	const edit = joined(commented, code, range.start) ?? before(document, code, at);
	const text = document.text.slice(0, edit.range.start) + edit.text + document.text.slice(edit.range.end);
	const after = parse(text);
	const place = at + (edit.range.start <= at ? edit.text.length : 0);
	const isHeard = directivesOf({ start: 0, document: after }).some(
		({ codes, covers }) => codes?.some((one) => names(one.code, code)) && covers.start <= place && place <= covers.end,
	);
	return isHeard && saysTheSame(document, after) ? shiftedEdit(edit, start) : undefined;
}

/** kubectl takes what begins like this for JSON, which has no comments. */
const isJson = ({ text }: Document): boolean => /^[\s\ufeff]*[{[]/.test(text);

/** A broken document is ignored as a whole, from its first line. */
function above({ text }: Document, code: string): Edit {
	const at = text.startsWith('\ufeff') ? 1 : 0;
	return { range: { start: at, end: at }, text: `# peapod-ignore-document: ${code}${breakOf(text)}` };
}

/** Behind the codes of a comment that speaks of the same line already. */
function joined(commented: Commented, code: string, offset: number): Edit | undefined {
	const there = directivesOf(commented).find(
		({ scope, codes, covers }) => scope !== 'document' && (codes?.length ?? 0) > 0 && covers.start <= offset && offset <= covers.end,
	);
	const last = there?.codes?.at(-1);
	if (!last) return undefined;
	const at = last.range.end - commented.start;
	return { range: { start: at, end: at }, text: `, ${code}` };
}

/** On a line of its own, as deep as the line it speaks of; of text over several lines the first one counts. */
function before(document: Document, code: string, offset: number): Edit {
	const { text } = document;
	const at = linesAround(text, contentsOf(document), offset).start;
	const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? '';
	return { range: { start: at, end: at }, text: `${indent}# peapod-ignore: ${code}${breakOf(text)}` };
}

const breakOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function saysTheSame(one: Document, other: Document): boolean {
	const [before, after] = [one, other].map(({ root }) => scalarsOf(root));
	return (
		other.faults.length === 0 &&
		before?.length === after?.length &&
		(before ?? []).every(({ text, style }, index) => text === after?.[index]?.text && style === after[index]?.style)
	);
}
