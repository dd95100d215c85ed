import { characterCode, characterName } from '../../../docs/look-alikes';
import type { Words } from '../../../docs/words';
import { pathAt } from '../../../manifest/locate';
import type { Bilingual } from '../../../protocol/text';
import { lineStart } from '../../../yaml/lines';
import { type LookAlike, lookAlikesIn } from '../../../yaml/look-alikes';
import type { Node } from '../../../yaml/node';
import { type Document, faultInFile, parse } from '../../../yaml/parse';
import { asOneEdit, type Edit, edited } from '../../../yaml/text-edit';
import { particle } from '../../particle';
import type { Diagnostic } from '../diagnostic';
import { type FindSlip, gone } from './slip';

/**
 * Characters that look like those that YAML, an image or a command is written with. One finding names them: where the server complains of what
 * comes of them, with its sentence, else where what it takes could never work. In free text they are let be.
 */
export const lookAlikes: FindSlip = ({ document }, told, judge) => {
	const all = lookAlikesIn(document.text);
	if (all.length === 0) return undefined;
	const { meant, doomed } = sorted(all, document);
	if (meant.length === 0 || (told.length === 0 && doomed.length === 0)) return undefined;
	const best = edits(meant, document.text, (text) => judge(text)?.length ?? Number.POSITIVE_INFINITY);
	if (!best) return undefined;
	const lost = gone(told, judge(edited(document.text, best)) ?? told);
	const at = lost.length > 0 ? meant : doomed;
	if (at.length === 0) return undefined;
	const places = new Set(at.map((one) => one.at));
	const chosen = best.filter(({ range }) => places.has(range.start));
	return { edits: chosen, finding: finding(at, chosen, document.text, lost) };
};

interface Sorted {
	/** Meant as what they look like. */
	readonly meant: readonly LookAlike[];
	/** Those of them that the server takes, and that work nowhere. */
	readonly doomed: readonly LookAlike[];
}

function sorted(all: readonly LookAlike[], { text, root, faults }: Document): Sorted {
	const isBroken = faults.length > 0;
	// Of a broken document the values are known once what stands between them is mended.
	const isStructure = ({ where }: LookAlike): boolean => isBroken && where === 'structure';
	const tree = isBroken ? parse(edited(text, all.filter(isStructure).map(plainEdit))).root : root;
	const meant: LookAlike[] = [];
	const doomed: LookAlike[] = [];
	let by = 0;
	for (const one of all) {
		const use = isStructure(one) ? 'meant' : useOf(one, text, tree, one.at + by);
		if (isStructure(one)) by += one.means.length - 1;
		if (use !== 'free') meant.push(one);
		if (use === 'doomed') doomed.push(one);
	}
	return { meant, doomed };
}

/** What a character is there for: text that anybody may write, something the server or YAML has an opinion of, or something that only fails once it runs. */
function useOf({ means, character }: LookAlike, text: string, tree: Node | undefined, offset: number): 'free' | 'meant' | 'doomed' {
	const place = tree && pathAt(tree, offset);
	if (!place || place.onKey || place.node.kind !== 'scalar') return 'meant';
	const { node } = place;
	const names = place.segments.filter((segment) => typeof segment === 'string');
	const [above, field = ''] = [names.at(-2), names.at(-1)];
	if (field === 'image') return 'doomed';
	if (above === 'annotations') return 'free';
	const isCommand = field === 'command' || field === 'args';
	const isQuote = means === '"' || means === "'";
	if (isCommand || (above === 'env' && field === 'value')) {
		if (node.style === 'plain' && isQuote && isAround(node.text, character, node.range.start === offset)) return 'doomed';
		if (!isCommand) return 'free';
		if (isBracket(means) && node.style === 'plain' && (node.range.start === offset || node.text.endsWith(character))) return 'meant';
		const begins = /^["']?[-\u2010-\u2015\u2212]*$/.test(text.slice(node.range.start, offset));
		const isSpace = means.trim() === '' && isPlain(lineAt(text, node, offset));
		return (means === '-' && begins) || isSpace ? 'doomed' : 'free';
	}
	return node.style === 'block' ? 'free' : 'meant';
}

const QUOTES = /^["'\u2018-\u201f\u300c-\u300f\u301d-\u301f\uff02\uff07\u00ab\u00bb]/;

/** Whether a quote opens or closes a whole text. Between brackets a comma may have cut it in two. */
const isAround = (text: string, character: string, isFirst: boolean): boolean =>
	text.length > 1 && (isFirst ? QUOTES.test(text.at(-1) ?? '') || text.indexOf(character, 1) < 0 : text.endsWith(character) && QUOTES.test(text));

/** The line of a block, or the whole of another text. */
function lineAt(text: string, { style, range }: Node & { readonly kind: 'scalar' }, offset: number): string {
	if (style !== 'block') return text.slice(range.start, range.end);
	const end = text.indexOf('\n', offset);
	return text.slice(lineStart(text, offset), end < 0 ? text.length : end);
}

/** Longer texts are not for the eye. */
const LONGEST_LINE = 4000;

/** Nobody who writes in another language than English chooses his spaces for the shell. */
const isPlain = (text: string): boolean => text.length <= LONGEST_LINE && !/\p{L}/u.test(text.replace(/[\p{Script=Latin}]/gu, ''));

const isBracket = (means: string): boolean => /^[[\]{}]$/.test(means);

const plainEdit = ({ at, means }: LookAlike): Edit => ({ range: { start: at, end: at + 1 }, text: means });

/** How wide a tab or a full-width space is when it indents; the editor that showed it knew. */
const WIDTHS = [2, 1, 4, 8];

/** A tab, or a space as wide as two letters, that indents. */
const isWide = ({ character, indents }: LookAlike): boolean => indents && '\t\u3000\u3164'.includes(character);

/** Longer keys nobody has. */
const LONGEST_KEY = 300;

/** A colon of full width brings its own space; a space at the end of a line, or of a text in quotes, brings nothing. */
function edit(one: LookAlike, text: string): Edit {
	const { at, means, column, isLoose } = one;
	const isKey = means === ':' && column < LONGEST_KEY && /^\s*(?:-\s+)*[\w./-]+$/.test(text.slice(at - column, at)) && /\S/.test(text.charAt(at + 1));
	return { ...plainEdit(one), text: isKey ? ': ' : means === ' ' && isLoose ? '' : means };
}

/** The edits that mend; of several widths the one that leaves the fewest faults. None if they break what was whole. */
function edits(meant: readonly LookAlike[], text: string, faults: (text: string) => number): readonly Edit[] | undefined {
	const widths = meant.some(isWide) ? WIDTHS : [1];
	const made = widths.map((width) =>
		meant.map((one) => (isWide(one) ? { ...plainEdit(one), text: ' '.repeat(one.character === '\t' ? width : Math.min(2, width)) } : edit(one, text))),
	);
	const wasWhole = faultInFile(text) === undefined;
	const readable = made.filter((one) => faultInFile(edited(text, one)) === undefined);
	if (readable.length <= 1) return readable[0] ?? (wasWhole ? undefined : made[0]);
	const counts = readable.map((one) => faults(edited(text, one)));
	return readable[counts.indexOf(Math.min(...counts))];
}

function finding(at: readonly LookAlike[], all: readonly Edit[], text: string, lost: readonly Diagnostic[]): Diagnostic {
	const [first] = at;
	const start = first?.at ?? 0;
	// Those that follow at once and are the same.
	const run = at.findIndex((one, i) => one.at !== start + i || one.character !== first?.character);
	const end = start + (run < 0 ? at.length : run);
	const server = lost.find(({ severity }) => severity === 'error') ?? lost[0];
	const characters = [...new Map(at.map((one) => [one.character, one])).values()];
	const words = whyOf(characters);
	const lineEnd = text.indexOf('\n', start);
	const line = all.filter(({ range }) => range.start <= (lineEnd < 0 ? text.length : lineEnd));
	const ofFile = asOneEdit(all, text);
	const ofLine = line.length < all.length ? asOneEdit(line, text) : undefined;
	return {
		range: { start, end },
		severity: server?.severity ?? 'warning',
		code: 'yaml/look-alike',
		message: server?.message ?? `${namesOf([first?.character ?? '']).en} becomes part of the value`,
		why: words,
		...(ofFile ? { fix: { title: titleOf(characters, ofLine ? 'file' : 'line'), edit: ofFile } } : {}),
		...(ofLine ? { otherFixes: [{ title: titleOf(characters, 'line'), edit: ofLine }] } : {}),
	};
}

/** What a character is taken for. */
function meaning({ means }: LookAlike): Words {
	switch (means) {
		case ' ':
			return { en: 'a space', ko: '공백' };
		case '"':
		case "'":
			return { en: 'a straight quote', ko: '곧은따옴표' };
		default:
			return { en: `\`${means}\``, ko: `\`${means}\`` };
	}
}

const FROM = {
	en: 'It usually comes along with text copied from a web page or a chat.',
	ko: '웹 페이지나 메신저에서 복사할 때 흔히 딸려 온다.',
};

function whyOf(characters: readonly LookAlike[]): Bilingual {
	const [first] = characters;
	if (!first) return FROM;
	if (first.character === '\t')
		return { en: 'A tab stands in the indentation. YAML indents with spaces alone.', ko: '들여쓰기에 탭이 있다. YAML은 공백으로만 들여쓴다.' };
	const names = namesOf(characters.slice(0, 3).map(({ character }) => character));
	const [stands, looks, are] = characters.length > 1 ? ['stand', 'look', 'are other characters'] : ['stands', 'looks', 'is another character'];
	if (first.means === '')
		return { en: `${names.en} ${stands} here and cannot be seen. ${FROM.en}`, ko: `눈에 보이지 않는 문자가 있다: ${names.ko}. ${FROM.ko}` };
	const taken = characters.every(({ means }) => means === first.means) ? meaning(first) : { en: 'what YAML is written with', ko: 'YAML에 쓰는 문자' };
	return { en: `${names.en} ${looks} like ${taken.en} and ${are}. ${FROM.en}`, ko: `${names.ko}: ${taken.ko}처럼 보이지만 다른 문자다. ${FROM.ko}` };
}

/** `U+201C, U+201D (curly quote)`: those that follow one another and have one name share it. */
function namesOf(characters: readonly string[]): Words {
	const named = characters.map((character, i) => {
		const code = characterCode(character);
		const name = characterName(character);
		const next = characters[i + 1];
		const isShared = next !== undefined && characterName(next)?.en === name?.en;
		return isShared || !name ? { en: code, ko: code } : { en: `${code} (${name.en})`, ko: `${code}(${name.ko})` };
	});
	return { en: named.map(({ en }) => en).join(', '), ko: named.map(({ ko }) => ko).join(', ') };
}

function titleOf(characters: readonly LookAlike[], where: 'line' | 'file'): Bilingual {
	const [en, ko] = where === 'line' ? [' in this line', '이 줄에서 '] : [' in the whole file', '파일 전체에서 '];
	const [only, ...others] = characters;
	if (!only || others.length > 0) return { en: `Replace the look-alike characters${en}`, ko: `${ko}비슷한 문자 바꾸기` };
	if (only.character === '\t') return { en: `Replace tabs with spaces${en}`, ko: `${ko}탭을 공백으로 바꾸기` };
	const code = characterCode(only.character);
	if (only.means === '') return { en: `Remove ${code}${en}`, ko: `${ko}${code} 지우기` };
	const taken = { en: only.means === ' ' ? 'a space' : only.means, ko: only.means === ' ' ? '공백으로' : `${only.means}${particle(only.means, '으로/로')}` };
	return { en: `Replace ${code} with ${taken.en}${en}`, ko: `${ko}${code} 문자를 ${taken.ko} 바꾸기` };
}

/** Each document tells of its own; what mends one of them mends them all. */
export function togetherInFile(found: readonly Diagnostic[], text: string): readonly Diagnostic[] {
	const alike = found.filter(({ code }) => code === 'yaml/look-alike');
	if (alike.length < 2) return found;
	const edit = asOneEdit(
		alike.flatMap(({ fix }) => fix?.edit ?? []),
		text,
	);
	if (!edit) return found;
	return found.map((one) => {
		if (!alike.includes(one) || !one.fix) return one;
		const title = { en: 'Replace the look-alike characters in the whole file', ko: '파일 전체에서 비슷한 문자 바꾸기' };
		return { ...one, fix: { title, edit }, otherFixes: one.otherFixes ?? [one.fix] };
	});
}
