import { type Broken, type Cause, type Finder, isBlank, type Line, rangeIn } from './broken';

/** What came along when the manifest was copied: a Markdown fence, the shell command around it, prose, HTML, marks before each line. */
export const foreignLines: Finder = (broken) => {
	const lines = [...new Set([...above(broken), ...broken.lines.filter(({ text }) => FENCE.test(text)), ...below(broken)])];
	const [first] = lines;
	return [...(first ? [removing(broken, first, lines)] : []), ...marks(broken)];
};

/** Whether a line begins in the first column as no line of a manifest does, or with a number; JSON does, too. */
export const mayHoldForeignLines = (text: string): boolean => /^(?:(?!(?:[A-Za-z][\w./-]*[ \t]*:(?:\s|$)|#|---))\S| *\d)/m.test(text);

/** The marks of a merge that is not settled: only its author knows which side. */
export const conflict: Finder = ({ lines }) => {
	const found = lines.find(({ text }) => /^(?:<{7}|\|{7}|>{7})(?: |$)/.test(text));
	return found ? [{ code: 'yaml/conflict', range: rangeIn(found, 0, found.text.length) }] : [];
};

const FENCE = /^(?:`{3,}|~{3,})[\w-]*\s*$/;
const SHELL =
	/^(?:[$%❯>] \S|\[?[\w.-]+@[\w.-]+[: ~/\w.-]*\]?[$#]|(?:sudo |echo |cat |tee |kubectl |oc |helm |vi |vim |nano )|(?:EOF|EOT|END|YAML)\s*$|<\/?(?:pre|code|p|div)\b[^>]*>)/;
/** Words after words, and no key. */
const PROSE = /^[A-Za-z*_[(][^:]*\s\S|^\S+\s[^:]*:\s*$/;
const KEY = /^(?:[A-Za-z][\w./-]*|"[^"]*"|'[^']*')\s*:(?:\s|$)/;
const HEAD = /^\s*["']?(?:apiVersion|kind)["']?\s*:/;

const isForeign = ({ text }: Line): boolean => !KEY.test(text) && !/^(?:#|---|\s)/.test(text) && (SHELL.test(text) || PROSE.test(text));

/** Before the line that says what this is. */
function above({ lines }: Broken): readonly Line[] {
	const head = lines.findIndex(({ text }) => HEAD.test(text));
	return lines.slice(0, Math.max(0, head)).filter(isForeign);
}

/** Behind the last line of YAML. */
function below({ lines }: Broken): readonly Line[] {
	const last = lines.findLastIndex((line) => !isBlank(line) && !isForeign(line));
	return lines.slice(last + 1).filter(isForeign);
}

function removing({ text }: Broken, first: Line, lines: readonly Line[]): Cause {
	const title =
		lines.length > 1 ? { en: `Remove these ${lines.length} lines`, ko: `이런 줄 ${lines.length}개 지우기` } : { en: 'Remove the line', ko: '이 줄 지우기' };
	const edits = lines.map(({ start, text: line }) => {
		const end = text.indexOf('\n', start + line.length);
		return { range: { start, end: end < 0 ? text.length : end + 1 }, text: '' };
	});
	return { code: 'yaml/foreign-line', range: rangeIn(first, 0, first.text.length), title, edits };
}

/** What a quoted mail, a diff or a numbered listing puts before each line. */
const MARKS = [/^> ?/, /^\+/, /^[|│] ?/, /^ *\d+(?:[.:)│|]|(?=\s)) ?/];

function marks({ lines }: Broken): readonly Cause[] {
	const written = lines.filter((line) => !isBlank(line));
	const [first] = written;
	const mark = MARKS.find((one) => written.length > 1 && written.every(({ text }) => one.test(text)));
	if (!first || !mark) return [];
	const edits = written.map((line) => ({ range: rangeIn(line, 0, mark.exec(line.text)?.[0].length ?? 0), text: '' }));
	const title = { en: 'Remove the marks before the lines', ko: '줄 앞의 표시 지우기' };
	return [{ code: 'yaml/foreign-line', range: edits[0]?.range ?? rangeIn(first, 0, 1), title, edits }];
}
