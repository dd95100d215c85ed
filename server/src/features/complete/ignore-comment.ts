import { commentsOf } from '../../yaml/comments';
import type { Diagnostic } from '../diagnose/diagnostic';
import { type Commented, directivesOf } from '../diagnose/directives';
import { allCodes, allFamilies } from '../diagnose/severity';
import type { Completion } from './context';

const WORDS = ['peapod-ignore', 'peapod-ignore-line', 'peapod-ignore-document'];

/** What may be written in a comment that says no: its word, then codes, those found where it looks first. Undefined where no such comment is being written. */
export function completeComment(documents: readonly Commented[], offset: number, found: () => readonly Diagnostic[]): readonly Completion[] | undefined {
	const commented = documents.find(({ start, document }) => start <= offset && offset <= start + document.text.length);
	if (!commented) return undefined;
	const { start, document } = commented;
	const { text } = document;
	const at = offset - start;
	if (!MAY_BEGIN.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))) return undefined;
	const comment = commentsOf(document).find(({ range }) => range.start < at && at <= range.end);
	if (!comment) return undefined;
	const typed = text.slice(comment.range.start, at);
	const word = /^#+[ \t]*([\w-]+)$/.exec(typed)?.[1];
	if (word !== undefined)
		return offersOf(
			WORDS.filter((one) => one.startsWith(word)),
			{ start: offset - word.length, end: offset },
		);
	if (!/^#+[ \t]*peapod-ignore(?:-line|-document)?[ \t]*:(?!.*[ \t]--)/.test(typed)) return undefined;
	const directive = directivesOf(commented).find(({ range }) => range.start === start + comment.range.start);
	if (!directive) return undefined;
	const [before = ''] = /[a-z0-9/*-]*$/.exec(typed) ?? [];
	const [after = ''] = /^[a-z0-9/*-]*/.exec(text.slice(at, comment.range.end)) ?? [];
	const range = { start: offset - before.length, end: offset + after.length };
	const listed = new Set(directive.codes?.flatMap((one) => (one.range.start === range.start ? [] : one.code)));
	const here = new Map(
		found().flatMap((one) => (directive.covers.start <= one.range.start && one.range.start <= directive.covers.end ? [[one.code, one]] : [])),
	);
	const others = [...allCodes(), ...allFamilies().map((family) => `${family}/*`)].filter((code) => !here.has(code));
	return [
		...[...here.values()].map(
			({ code, message }): Completion => ({ label: code, kind: 'value', insert: code, range, rank: 0, detail: message.split('\n')[0] ?? '' }),
		),
		...offersOf(others, range),
	].filter(({ label }) => !listed.has(label));
}

const MAY_BEGIN = /#[ \t]*p/;

const offersOf = (labels: readonly string[], range: Completion['range']): readonly Completion[] =>
	labels.map((label, index) => ({ label, kind: 'value', insert: label, range, rank: index + 1 }));
