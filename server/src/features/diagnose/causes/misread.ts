import { faultInFile } from '../../../yaml/parse';
import { asOneEdit, type Edit, edited } from '../../../yaml/text-edit';
import { type Diagnostic, why } from '../diagnostic';
import { type Broken, type Line, linesOf } from './broken';
import { gluedDash } from './colon';
import { foreignLines, mayHoldForeignLines } from './foreign-lines';
import { jsonComment } from './json-comment';
import { colonInText } from './quotes';
import { type FindSlip, lostBy, MOST_TRIED, type Slip } from './slip';
import { tags } from './tags';

/** Most that is told is of values: then nothing of it stands in the text. */
const mayBeMisread = (text: string, told: readonly Diagnostic[]): boolean =>
	text.includes('!') || text.includes('&') || /^\s*[{/]/.test(text) || told.some(({ code }) => code.startsWith('decode/')) || mayHoldForeignLines(text);

/** What YAML reads, but not as it was meant: a comment in JSON that becomes part of a key, a value behind `!` that becomes its tag. */
export const misread: FindSlip = (section, told, judge) => {
	const { document } = section;
	const { text, faults } = document;
	if (faults.length > 0 || (told.length === 0 ? !(text.includes('!') && /[:-] +!/.test(text)) : !mayBeMisread(text, told))) return undefined;
	const lines = linesOf(text);
	const readable: Broken = { text, lines, row: 0, at: 0, message: '', others: [], isJson: section.jsonFault !== undefined };
	const linesOfCode = (code: string): readonly Line[] =>
		told.flatMap((one) => (one.code === code ? (lines.findLast(({ start }) => start <= one.range.start) ?? []) : []));
	const dashes = linesOfCode('decode/unknown-field').flatMap((line) => gluedDash(line, lines));
	const causes = [...jsonComment(readable), ...foreignLines(readable), ...tags(readable), ...dashes, ...colonInText(linesOfCode('decode/type'))];
	let refused: Slip | undefined;
	for (const cause of causes.slice(0, MOST_TRIED)) {
		const { edits = [], code, range, title } = cause;
		const edit = asOneEdit(edits, text);
		const lost = lostBy(edits, text, told, judge);
		const unsaid = cause.unsaid && !faultInFile(edited(text, edits)) ? { ...cause.unsaid, code, range } : undefined;
		const server = lost.find(({ severity }) => severity === 'error') ?? lost[0] ?? unsaid;
		if (!edit || !title || !server) continue;
		const slip: Slip = { edits, finding: { ...server, ...why(code), ...(cause.why ? { why: cause.why } : {}), code, range, fix: { title, edit } } };
		if (!isRefused(edit, judge(edited(text, edits)))) return slip;
		refused ??= slip;
	}
	return refused;
};

/** What stands there then is refused for what it is. */
const isRefused = ({ range: { start } }: Edit, found: readonly Diagnostic[] = []): boolean =>
	found.some(({ range, severity }) => severity === 'error' && range.start <= start && start < range.end);
