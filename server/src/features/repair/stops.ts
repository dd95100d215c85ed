import type { Edit } from '../../yaml/text-edit';
import type { Insertion } from '../refactor/refactoring';

/**
 * An edit of a file that puts a proposal there, with a tab stop at each value. Editors indent a snippet as deep as the text before it: new lines begin behind the line
 * break, and where that cannot be it comes without stops.
 */
export function withStops(file: string, edit: Edit): Insertion {
	const { range, text } = edit;
	const plain = { ...edit, hasStops: false };
	if (!/\r?\n/.test(text)) return { range, text: stops(text), hasStops: true };
	const [, first = '', lines = ''] = /^(\r?\n)(.*)$/s.exec(text) ?? [];
	if (first === '' || range.start !== range.end || !file.startsWith(first, range.start)) return plain;
	const start = range.start + first.length;
	return { range: { start, end: start }, text: stops(lines) + first, hasStops: true };
}

/** A key, or the dash of a list, and what stands behind it. */
const LINE = /^([ \t]*(?:- +)*(?:[^\s:]+:(?: +|$))?)(.*)$/;

function stops(text: string): string {
	let number = 0;
	return text
		.split(/(\r?\n)/)
		.map((line) => {
			const [, before = '', value = ''] = LINE.exec(line) ?? [];
			return value === '' ? escaped(line) : `${escaped(before)}\${${++number}:${escaped(value)}}`;
		})
		.join('');
}

/** As snippets have it. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
