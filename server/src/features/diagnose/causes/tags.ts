import type { Cause, Finder, Line } from './broken';
import { piecesOf, rangeIn } from './broken';
import { inQuotes, withoutMark } from './quotes';

/** `!important`, `&name`: a value that begins so is read as a tag or an anchor, and nothing is left of it. */
export const tags: Finder = ({ lines, text }) => (SIGN.test(text) ? lines.flatMap(ofLine) : []);

const SIGN = /[!&]/;

function ofLine(line: Line): readonly Cause[] {
	if (!SIGN.test(line.text)) return [];
	const { value = '', valueAt = 0 } = piecesOf(line) ?? {};
	if (!/^(?:![^!<\s]|&\S+$)/.test(value)) return [];
	const range = rangeIn(line, valueAt, valueAt + value.length);
	const title = { en: 'Put it in quotes', ko: '따옴표로 감싸기' };
	const cause: Cause = { code: 'yaml/needs-quotes', range, title, edits: [{ range, text: inQuotes(value) }] };
	const tag = /^![^!<\s]\S*/.exec(value)?.[0];
	const quoting: Cause = tag ? { ...cause, unsaid: { severity: 'warning', message: `${tag} is a tag to YAML and no part of the value` } } : cause;
	return [quoting, ...withoutMark(line)];
}
