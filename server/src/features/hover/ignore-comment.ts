import { problemWords } from '../../docs/problems';
import type { Words } from '../../docs/words';
import type { Bilingual, Language } from '../../protocol/text';
import { isInside } from '../../yaml/node';
import type { Diagnostic } from '../diagnose/diagnostic';
import type { Commented, Directive } from '../diagnose/directives';
import { saidOf, sift } from '../diagnose/ignored';
import type { Hover } from './hover';
import { markdownOf } from './page';

/** Findings that are named one by one. */
const MOST = 8;

/** What a comment that says no ignores; of a code in it, its words as well. `found`: all that is found in the documents. */
export function hoverComment(documents: readonly Commented[], offset: number, found: () => readonly Diagnostic[], language: Language): Hover | undefined {
	const isHere = ({ range }: Directive): boolean => isInside(range, offset);
	if (!saidOf(documents).flat().some(isHere)) return undefined;
	const [directive, ignored] = [...sift(documents, found()).ignored].find(([one]) => isHere(one)) ?? [];
	if (!directive || !ignored) return undefined;
	const named = directive.codes?.find(({ range }) => isInside(range, offset));
	const words: Words | undefined = named && problemWords[named.code];
	const markdown = markdownOf({ title: titleOf(directive), words: words ? [words] : [], lines: ignored.length > 0 ? listOf(ignored) : [NOTHING] }, language);
	return { markdown, range: named?.range ?? directive.range };
}

const NOTHING: Bilingual = { en: 'Nothing is found there.', ko: '그곳에는 발견된 것이 없다.' };

const PLACES: Readonly<Record<Directive['scope'], Bilingual>> = {
	below: { en: 'on the line below', ko: '아래 줄' },
	line: { en: 'on this line', ko: '이 줄' },
	document: { en: 'in this document', ko: '이 문서' },
};

function titleOf({ scope, codes }: Directive): Bilingual {
	const where = PLACES[scope];
	if (!codes) return { en: `**Ignored**: whatever is found ${where.en}.`, ko: `**무시**: ${where.ko}에서 발견되는 모든 것.` };
	const list = codes.map(({ code }) => `\`${code}\``).join(', ');
	if (list === '') return { en: '**Ignored**: nothing; it names no code.', ko: '**무시**: 없음. 적은 코드가 없다.' };
	return { en: `**Ignored**: ${list} ${where.en}.`, ko: `**무시**: ${where.ko}에서 발견되는 ${list}.` };
}

/** The server's sentences, each on a line. */
function listOf(ignored: readonly Diagnostic[]): readonly Bilingual[] {
	const more = ignored.length - MOST;
	const all = ignored.slice(0, MOST).map(({ message, code }) => `- ${inCode(message.split('\n')[0] ?? '')} ${inCode(code)}`);
	return [...all.map((text) => ({ en: text, ko: text })), ...(more > 0 ? [{ en: `- and ${more} more`, ko: `- 그 밖에 ${more}개` }] : [])];
}

/** Nothing in it is Markdown. */
const inCode = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
