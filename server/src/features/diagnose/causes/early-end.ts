import { asOneEdit, type Edit } from '../../../yaml/text-edit';
import { why } from '../diagnostic';
import { linesOf } from './broken';
import { type FindSlip, lostBy } from './slip';

/** The first lines stand deeper than the rest: the document ends where they end, and kubectl reads no further. */
export const earlyEnd: FindSlip = ({ document: { root, text, faults } }, told, judge) => {
	const [accused] = told;
	if (!accused || root?.kind !== 'map' || faults.length > 0 || text.charAt(root.range.start - 1) !== ' ') return undefined;
	const lines = linesOf(text).filter((line) => line.text.trim() !== '' && !/^\s*(?:#|---|\.\.\.)/.test(line.text));
	const column = lines[0]?.indent ?? 0;
	const end = lines.findIndex(({ indent }) => indent < column);
	if (end < 0) return undefined;
	const edits: readonly Edit[] = lines.slice(0, end).map(({ start }) => ({ range: { start, end: start + column }, text: '' }));
	if (!lostBy(edits, text, told, judge).includes(accused)) return undefined;
	const [first] = lines;
	const range = { start: (first?.start ?? 0) + column, end: (first?.start ?? 0) + (first?.text.trimEnd().length ?? 0) };
	const title = { en: `Outdent by ${column} to column 1`, ko: `${column}칸 내어쓰기(1번째 칸)` };
	const edit = asOneEdit(edits, text);
	return { edits, finding: { ...accused, ...why('yaml/indentation'), code: 'yaml/indentation', range, ...(edit ? { fix: { title, edit } } : {}) } };
};
