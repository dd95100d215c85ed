import { type Broken, type Cause, type Finder, isBlank, type Line, linesNear, piecesOf, rangeIn } from './broken';

/** A quote or a bracket that opens and does not close, closes twice, or lacks a comma inside. */
export const unclosed: Finder = (broken) => {
	const openedAt = broken.lines.findLast(({ start }) => start <= broken.at);
	const near = [...new Set([...(openedAt ? [openedAt] : []), ...linesNear(broken), ...opening(broken)])];
	return [...near.flatMap(otherQuote), ...near.flatMap(openQuote), ...brackets(broken), ...comma(broken), ...near.flatMap(tooMany)];
};

/** Where the value of a line, or the comment behind it, ends. */
function endOfValue(line: Line): number {
	const pieces = piecesOf(line);
	return pieces ? pieces.valueAt + pieces.value.length : line.text.length;
}

const CLOSE_QUOTE = { en: 'Close the quote', ko: '따옴표 닫기' };

/** A quote that does not close on its line may be read on until the next one, far below. */
const opening = ({ lines, row }: Broken): readonly Line[] =>
	lines
		.slice(0, row)
		.filter((line) => /^(["'])(?:(?!\1).)+$/.test(piecesOf(line)?.value ?? ''))
		.slice(-3);

/** `"web'`: closed with the other quote. */
function otherQuote(line: Line): readonly Cause[] {
	const { value = '', valueAt = 0 } = piecesOf(line) ?? {};
	const [, quote, end] = /^(["'])[^"']+(["'])$/.exec(value) ?? [];
	if (!quote || quote === end) return [];
	const at = valueAt + value.length;
	const range = rangeIn(line, valueAt, at);
	return [{ code: 'yaml/unclosed-quote', range, title: CLOSE_QUOTE, isCertain: true, edits: [{ range: rangeIn(line, at - 1, at), text: quote }] }];
}

function openQuote(line: Line): readonly Cause[] {
	return ['"', "'"].flatMap((quote) => {
		const places = [...line.text.matchAll(quote === '"' ? /(?<!\\)"/g : /'/g)].map(({ index }) => index);
		const last = places.at(-1);
		if (last === undefined || places.length % 2 === 0) return [];
		// Between brackets it may have been meant to close before a comma or a bracket.
		const inFlow = places.flatMap((place) => {
			const inner = /^[^,\]}"']+(?=[,\]}])/.exec(line.text.slice(place + 1))?.[0].length;
			return inner === undefined ? [] : [place + 1 + inner];
		});
		const ends = [...inFlow, endOfValue(line), line.text.trimEnd().length];
		// Behind the mark of a comment the value has ended before.
		const range = rangeIn(line, last, Math.max(last + 1, endOfValue(line)));
		const closing = [...new Set(ends)].map(
			(end): Cause => ({ code: 'yaml/unclosed-quote', range, title: CLOSE_QUOTE, isCertain: true, edits: [{ range: rangeIn(line, end, end), text: quote }] }),
		);
		const removing: Cause = {
			code: 'yaml/unclosed-quote',
			range: rangeIn(line, last, last + 1),
			title: { en: 'Remove the quote', ko: '따옴표 지우기' },
			edits: [{ range: rangeIn(line, last, last + 1), text: '' }],
		};
		return [...closing, removing];
	});
}

const PAIRS: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

interface Bracket {
	readonly at: number;
	readonly closing: string;
}

/** Brackets that are open where the parser gives up, outside of quotes: what would close them. */
function openBefore({ text }: Broken, end: number): readonly Bracket[] {
	const open: Bracket[] = [];
	// Where a text is not closed each quote in it would be looked through to the end of the line.
	for (const { 0: mark, index } of text.slice(0, end).matchAll(/"(?:[^"\\\n]|\\.){0,1000}"|'(?:[^'\n]|'')*'|(?<=^|\s)#[^\n]*|[[\]{}]/g)) {
		const closing = PAIRS[mark];
		if (closing) open.push({ at: index, closing });
		else if (open.at(-1)?.closing === mark) open.pop();
	}
	return open;
}

/** What closes all of them, the last that opened first. */
const closingOf = (open: readonly Bracket[]): string =>
	open
		.map(({ closing }) => closing)
		.reverse()
		.join('');

function brackets(broken: Broken): readonly Cause[] {
	const open = openBefore(broken, Math.min(broken.at + 1, broken.text.length));
	const [first] = open;
	if (!first) return [];
	const from = broken.lines.findLast(({ start }) => start <= first.at);
	const inside = broken.lines.filter((line) => from && line.start >= from.start && line.start <= broken.at && !isBlank(line));
	const ends = [...new Set([from, ...inside.slice(-2)])].flatMap((line) => (line ? [line.start + endOfValue(line)] : []));
	const range = { start: first.at, end: from ? from.start + from.text.trimEnd().length : first.at + 1 };
	// What opens on later lines may close there.
	const own = open.filter(({ at }) => from && at < from.start + from.text.length);
	const onLine = own.length < open.length && from ? [{ end: from.start + endOfValue(from), closing: closingOf(own) }] : [];
	const closing = closingOf(open);
	return [...onLine, ...ends.map((end) => ({ end, closing }))].map(({ end, closing }) => ({
		code: 'yaml/unclosed-bracket',
		range,
		isCertain: true,
		title: { en: `Close it with ${closing}`, ko: `${closing} 넣어 닫기` },
		edits: [{ range: { start: end, end }, text: closing }],
	}));
}

/** `["sh" "-c"]`: where another item begins. */
function comma(broken: Broken): readonly Cause[] {
	if (!/expected ',' or|after (?:object key:value pair|array element)/.test(broken.message)) return [];
	const whole = broken.text.slice(0, broken.at).trimEnd();
	// `{ name: a image: b }`: the key that follows was read as part of the value.
	const key = broken.text.charAt(broken.at) === ':' ? (/(?<!\s)\s+[\w./-]+$/.exec(whole)?.[0].length ?? 0) : 0;
	const before = whole.length - key;
	const range = { start: Math.max(0, before - 1), end: Math.max(before, broken.at + 1) };
	return [
		{
			code: 'yaml/missing-comma',
			range,
			title: { en: 'Put a comma between the two', ko: '둘 사이에 쉼표 넣기' },
			edits: [{ range: { start: before, end: before }, text: ',' }],
		},
	];
}

/** `[a]]`: one too many, or a few. */
function tooMany(line: Line): readonly Cause[] {
	const end = endOfValue(line);
	const brackets = /[\]}]{1,4}$/.exec(line.text.slice(0, end))?.[0] ?? '';
	return [...brackets].map((_, i) => {
		const range = rangeIn(line, end - i - 1, end);
		const extra = brackets.slice(brackets.length - i - 1);
		return { code: 'yaml/extra-bracket', range, title: { en: `Remove ${extra}`, ko: `${extra} 지우기` }, edits: [{ range, text: '' }] };
	});
}
