/** What a word means in what `kubectl describe pod`, `kubectl get pods` or `kubectl get events` printed, and of a described pod, what holds it. */
import { plainLines } from '../../autopsy/pasted';
import { isDescribed } from '../../autopsy/read-describe';
import { eventRows } from '../../autopsy/read-events';
import { isTable } from '../../autopsy/read-table';
import { exitCodeWords, signalWords } from '../../docs/exit-codes';
import type { Words } from '../../docs/words';
import { LARGEST } from '../../manifest/read';
import type { Bilingual, Language } from '../../protocol/text';
import { trimRight } from '../../schema/trim';
import { filledIn } from '../fill';
import { termOf } from '../hover/glossary';
import type { Hover } from '../hover/hover';
import { markdownOf, type Story } from '../hover/page';
import { sentence } from '../markdown';
import { explain } from './explain';
import { readDump } from './read-dump';

/** Undefined where nothing is known of the word at an offset, or the text is none of these. A described pod is explained for this: up to half a second. */
export function printedAt(text: string, offset: number, language: Language): Hover | undefined {
	if (text.length > LARGEST) return undefined;
	const line = lineAt(text, offset);
	const word = wordAt(line, offset);
	if (!word) return undefined;
	const story = isDescribed(text) ? ofDescribed(text, line, word) : isTable(text) || eventRows(plainLines(text)).length > 0 ? ofWord(word.text) : undefined;
	return story && { markdown: markdownOf(story, language), range: word.range };
}

interface Line {
	readonly text: string;
	readonly start: number;
}

function lineAt(text: string, offset: number): Line {
	const start = text.lastIndexOf('\n', offset - 1) + 1;
	const end = text.indexOf('\n', offset);
	return { text: text.slice(start, end < 0 ? undefined : end), start };
}

interface Word {
	readonly text: string;
	readonly range: Hover['range'];
}

function wordAt({ text, start }: Line, offset: number): Word | undefined {
	for (const match of text.matchAll(/[\w:/.-]+/g)) {
		const word = trimRight(match[0], /[:/.-]/);
		const range = { start: start + match.index, end: start + match.index + word.length };
		if (word !== '' && range.start <= offset && offset <= range.end) return { text: word, range };
	}
	return undefined;
}

/** Lines that say how the pod is: hovered, they tell why. */
const ASKS = /^ *(Status|Reason|State|Last State|Exit Code|Restart Count|Ready): /;

function ofDescribed(text: string, line: Line, word: Word): Story | undefined {
	const key = ASKS.exec(line.text)?.[1];
	const isCode = key === 'Exit Code' && /^\d+$/.test(word.text);
	const own = isCode ? ofExitCode(Number(word.text)) : ofWord(word.text);
	if (key === undefined) return own;
	const part = text.slice(text.lastIndexOf('\nName: ', line.start) + 1);
	const next = part.slice(1).search(/^Name: /m);
	const [told] = explain(readDump(next < 0 ? part : part.slice(0, next + 1)));
	if (!told) return own;
	const said = ({ en, ko }: Bilingual): Bilingual => ({ en: sentence(en), ko: sentence(ko) });
	const headline = said(told.headline);
	const lines = [{ en: `**${headline.en}**`, ko: `**${headline.ko}**` }, ...told.causes.map(({ words }) => said(words))];
	return own ? { ...own, lines } : { title: { en: '', ko: '' }, words: [], lines };
}

/** A reason or a word of STATUS; topics are for who asks by name. */
function ofWord(word: string): Story | undefined {
	const term = termOf(word);
	if (!term || term.name.toLowerCase() !== word.toLowerCase() || term.path.startsWith('topic.')) return undefined;
	return { title: term.title, words: [term.words], lines: [], ...(term.link ? { link: term.link } : {}) };
}

function ofExitCode(code: number): Story | undefined {
	const signal: Words = { en: filledIn(signalWords.en, () => String(code - 128)), ko: filledIn(signalWords.ko, () => String(code - 128)) };
	const words = exitCodeWords[code] ?? (code > 128 && code < 193 ? signal : undefined);
	return words && { title: { en: `Exit code \`${code}\``, ko: `종료 코드 \`${code}\`` }, words: [words], lines: [] };
}
