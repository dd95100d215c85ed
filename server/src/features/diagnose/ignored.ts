import type { Bilingual } from '../../protocol/text';
import type { Range } from '../../yaml/node';
import type { Diagnostic } from './diagnostic';
import { type Commented, type Directive, directivesOf, type Named } from './directives';
import { familyOf, names } from './severity';

/** What is found in a file, after its comments had their say. */
export interface Sifted {
	readonly kept: readonly Diagnostic[];
	/** What each comment ignores. */
	readonly ignored: ReadonlyMap<Directive, readonly Diagnostic[]>;
	/** A hint for each comment, or code in one, that ignores nothing; its fix needs no trial. */
	readonly idle: readonly Diagnostic[];
}

/** Takes out what comments ignore. `found` is all that there is to say of the documents, in any order. */
export function sift(documents: readonly Commented[], found: readonly Diagnostic[]): Sifted {
	const said = saidOf(documents);
	const ignored = new Map<Directive, readonly Diagnostic[]>();
	if (said.every((directives) => directives.length === 0)) return { kept: found, ignored, idle: [] };
	const here = byDocument(documents, found);
	const idle = said.flatMap((directives, index) =>
		directives.flatMap((directive): readonly Diagnostic[] => {
			const taken = (here[index] ?? []).filter((one) => covers(directive, one) && isNamed(directive, one));
			ignored.set(directive, taken);
			return documents[index]?.isJudged && !directive.isForeign ? idleIn(directive, taken) : [];
		}),
	);
	const gone = new Set([...ignored.values()].flat());
	return { kept: found.filter((one) => !gone.has(one)), ignored, idle };
}

/** The directives about each document. What stands above the first `---` is said of the document below it. */
export function saidOf(documents: readonly Commented[]): readonly (readonly Directive[])[] {
	let above: readonly Directive[] = [];
	return documents.map((one, index) => {
		const directives = [...above, ...directivesOf(one)];
		const isHeader = !one.document.root && one.document.faults.length === 0 && index + 1 < documents.length;
		above = isHeader ? directives.map((directive) => extended(directive, documents[index + 1])) : [];
		return isHeader ? [] : directives;
	});
}

const extended = (directive: Directive, to: Commented | undefined): Directive =>
	directive.scope === 'document' ? { ...directive, covers: { ...directive.covers, end: endOf(to) } } : directive;

const endOf = (commented: Commented | undefined): number => (commented ? commented.start + commented.document.text.length : 0);

/** What was found in each document. What is wrong with a `---` is found in the document below it. */
function byDocument(documents: readonly Commented[], found: readonly Diagnostic[]): readonly (readonly Diagnostic[])[] {
	const lists = documents.map((): Diagnostic[] => []);
	const sorted = found.toSorted((a, b) => a.range.end - b.range.end);
	let index = 0;
	for (const one of sorted) {
		while (index < lists.length - 1 && one.range.end > endOf(documents[index])) index++;
		lists[index]?.push(one);
	}
	return lists;
}

const covers = ({ covers: { start, end } }: Directive, { range }: Diagnostic): boolean => start <= range.start && range.start <= end;

const isNamed = ({ codes }: Directive, { code }: Diagnostic): boolean => codes?.some((one) => names(one.code, code)) ?? true;

/** What is looked for only where a setting asks for it, which others may not share. */
const isAskedFor = ({ code }: Named): boolean => familyOf(code) === 'pod-security';

function idleIn({ range, removal, codes }: Directive, taken: readonly Diagnostic[]): readonly Diagnostic[] {
	const remove = { title: { en: 'Remove this comment', ko: '이 주석 지우기' }, edit: { range: removal, text: '' } };
	if (codes?.length === 0) return [{ ...IDLE, ...UNREAD, range, fix: remove }];
	const idle = codes?.filter((one) => !isAskedFor(one) && !taken.some(({ code }) => names(one.code, code)));
	if (idle ? idle.length === codes?.length : taken.length === 0) return [{ ...IDLE, range, fix: remove }];
	return (idle ?? []).map((one) => ofCode(one, codes ?? []));
}

/** A sentence of ours. */
const own = (en: string, ko: string) => ({ message: en, own: { en, ko } });

const IDLE = {
	severity: 'hint',
	code: 'ignore/idle',
	...own('peapod-ignore: ignores nothing', 'peapod-ignore: 무시할 것이 없다'),
	why: {
		en: 'Nothing of the kind is found where this comment looks, so it can go.',
		ko: '이 주석이 가리키는 곳에는 무시할 것이 없다. 지워도 된다.',
	},
} as const;

const UNREAD = {
	...own('peapod-ignore: cannot be read, so it ignores nothing', 'peapod-ignore: 읽을 수 없어 아무것도 무시하지 않는다'),
	why: {
		en: 'Write `# peapod-ignore` above the line, or `-line` behind it, or `-document` for the whole document; then, to ignore some codes only, `: probe/negative, env/*`.',
		ko: '줄 위에는 `# peapod-ignore`, 줄 끝에는 `-line`, 문서 전체에는 `-document`를 붙여 쓴다. 일부 코드만 무시하려면 뒤에 `: probe/negative, env/*`처럼 적는다.',
	},
} as const;

function ofCode(one: Named, codes: readonly Named[]): Diagnostic {
	const at = codes.indexOf(one);
	const [before, after] = [codes[at - 1], codes[at + 1]];
	const range: Range = after ? { start: one.range.start, end: after.range.start } : { start: before?.range.end ?? one.range.start, end: one.range.end };
	const title: Bilingual = { en: `Remove ${one.code}`, ko: `${one.code} 지우기` };
	return { ...IDLE, ...own(`${IDLE.own.en}: ${one.code}`, `${IDLE.own.ko}: ${one.code}`), range: one.range, fix: { title, edit: { range, text: '' } } };
}
