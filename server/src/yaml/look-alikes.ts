/** A character that looks like one that YAML has a use for, and is another. Offsets in UTF-16 units. */
export interface LookAlike {
	readonly at: number;
	readonly character: string;
	/** What it is taken for; '' for what cannot be seen at all. */
	readonly means: string;
	/** From the start of its line. */
	readonly column: number;
	/** Nothing but blanks stands before it on its line. */
	readonly indents: boolean;
	/** Nothing but blanks stands behind it on its line, or between it and a quote that it is inside of. */
	readonly isLoose: boolean;
	readonly where: /** between the words of YAML: indentation, dashes, colons, keys, what stands behind a value */
		| 'structure'
		/** in a value, or in the text of a block below its first line's indentation */
		| 'value';
}

/** What each is taken for, as ranges and single characters. Letters are those of other alphabets that no eye can tell apart. */
const TABLE: readonly (readonly [characters: string, means: string])[] = [
	['\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0', ' '],
	['\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff', ''],
	['\u201c-\u201f\u2033\u2036\u00ab\u00bb\u300c-\u300f\u301d-\u301f\uff02', '"'],
	['\u2018-\u201b\u2032\u2035\u00b4\uff07', "'"],
	['\u02d0\u05c3\u2236\ua789\ufe13\ufe55\uff1a', ':'],
	['\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d', '-'],
	['\u3001\ufe50\uff0c', ','],
	['\u0430', 'a'],
	['\u0441', 'c'],
	['\u0435', 'e'],
	['\u0456', 'i'],
	['\u0458', 'j'],
	['\u043e\u03bf', 'o'],
	['\u0440', 'p'],
	['\u0455', 's'],
	['\u0445', 'x'],
	['\u0443', 'y'],
	['\u0410\u0391', 'A'],
	['\u0412\u0392', 'B'],
	['\u0421', 'C'],
	['\u0415\u0395', 'E'],
	['\u0406\u0399', 'I'],
	['\u0408', 'J'],
	['\u041a\u039a', 'K'],
	['\u041c\u039c', 'M'],
	['\u041e\u039f', 'O'],
	['\u0420\u03a1', 'P'],
	['\u0405', 'S'],
	['\u0422\u03a4', 'T'],
];
/** Full-width forms of ASCII stand as far from it as U+FF01 from `!`. */
const FULL_WIDTH = '\uff01-\uff5e';
/** Taken for a dash only where a list's dash belongs. */
const BULLETS = '\u2022\u2023\u25aa\u25cf\u00b7\u2219\u30fb';

const MEANS = TABLE.map(([characters, means]) => [new RegExp(`[${characters}]`), means] as const);
const ANY = new RegExp(`[\\t${FULL_WIDTH}${BULLETS}${TABLE.map(([characters]) => characters).join('')}]`);

const EVERY = new RegExp(ANY, 'g');
/** Most texts are plain ASCII without tabs, and that is seen four times as fast. */
const PERHAPS = /[\t\x80-\uffff]/;

/** What a character is taken for; undefined for one that looks like itself alone. */
function meaningOf(character: string): string | undefined {
	const named = MEANS.find(([characters]) => characters.test(character));
	if (named) return named[1];
	const code = character.charCodeAt(0);
	return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
}

/** The text with every look-alike as what it is taken for, character for character: what cannot be seen stays. */
const asTaken = (text: string): string => replaced(text, (character) => meaningOf(character) || character);

/** The text as it looks. */
export const asMeant = (text: string): string => replaced(text.replaceAll('\0', ''), (character) => meaningOf(character) ?? character);

const replaced = (text: string, by: (character: string) => string): string => (ANY.test(text) ? text.replace(EVERY, by) : text);

/** A block of text begun on a line above. */
interface Block {
	/** Deeper than this its lines stand. */
	readonly column: number;
	/** The line it begins on is itself indented by look-alikes, and so will be its text. */
	readonly isOddly: boolean;
}

/** All look-alikes of a document but those in comments, tabs among them where they indent. Read off the lines, so that the document may be broken. */
export function lookAlikesIn(text: string): readonly LookAlike[] {
	if (!PERHAPS.test(text) || !ANY.test(text)) return [];
	const found: LookAlike[] = [];
	let block: Block | undefined;
	let start = 0;
	for (const line of text.split('\n')) {
		const taken = asTaken(line);
		const indent = /^[^\S\r]*/.exec(taken)?.[0] ?? '';
		const isBlank = taken.trim() === '';
		if (block && !isBlank && widthOf(indent) <= block.column) block = undefined;
		const zones = block ? inBlock(line, indent, block) : zonesOf(line, taken);
		for (const one of lookAlikesOf(line, start, zones)) found.push(one);
		if (!block && !isBlank && /(?:^|[:-]\s+(?:[&!]\S+\s+)*)[|>][-+0-9]*\s*(?:#.*)?$/.test(taken)) {
			block = { column: widthOf(/^(?:\s*-\s)*\s*/.exec(taken)?.[0].replace(/-\s+$/, '') ?? ''), isOddly: /[^ ]/.test(line.slice(0, indent.length)) };
		}
		start += line.length + 1;
	}
	return found;
}

/** A tab is taken for two columns. */
const widthOf = (indent: string): number => indent.replaceAll('\t', '  ').length;

/** Where on a line things begin and end. */
interface Zones {
	/** The value; before it and from `behind` on stands structure. */
	readonly value: number;
	readonly behind: number;
	/** From here on nothing counts. */
	readonly comment: number;
	/** Up to here blanks and dashes indent. */
	readonly indented: number;
	/** A list's dash, if one stands there. */
	readonly dash: number | undefined;
}

/** Where the blanks at the end of a line begin, and those at either end of the quotes that its value stands in. */
function looseIn(taken: string, value: number): (column: number) => boolean {
	const end = taken.trimEnd().length;
	if (!/["']/.test(taken.charAt(value))) return (column) => column >= end;
	const opened = value + 1 + (/^\s*/.exec(taken.slice(value + 1))?.[0].length ?? 0);
	const closed = taken.slice(0, end - 1).trimEnd().length;
	return (column) => column >= end || (column > value && column < opened) || (column >= closed && column < end - 1);
}

const inBlock = (line: string, indent: string, { isOddly }: Block): Zones => ({
	value: isOddly ? indent.length : 0,
	behind: line.length,
	comment: line.length,
	indented: isOddly ? indent.length : 0,
	dash: undefined,
});

const COMMENT = /(?:^|[ \t])#/;
const KEY = /^(?:"[^"]*"|'[^']*'|[^\s"'#,[{][^#]*)\s*$/;
const BULLET = new RegExp(`^[${BULLETS}](?=\\s)`);

function zonesOf(line: string, taken: string): Zones {
	const indent = /^\s*/.exec(taken)?.[0].length ?? 0;
	const dashed = taken.slice(indent).replace(BULLET, '-');
	const marks = /^(?:-\s+)*/.exec(dashed)?.[0].length ?? 0;
	const colon = dashed.slice(marks).search(/:(?:\s|$)/) + 1;
	const key = KEY.test(dashed.slice(marks, marks + Math.max(0, colon - 1))) ? colon : 0;
	const from = indent + marks + key;
	const value = from + (/^\s*/.exec(taken.slice(from))?.[0].length ?? 0);
	const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(line.slice(value))?.[0].length ?? 0;
	// A space of another kind begins no comment.
	const found = COMMENT.exec(line.slice(value + quoted));
	const comment = found ? value + quoted + found.index : line.length;
	const behind = value + taken.slice(value, comment).trimEnd().length;
	return {
		value: Math.min(value, comment),
		behind: Math.max(value, behind),
		comment,
		indented: indent + marks,
		dash: BULLET.test(taken.slice(indent)) ? indent : undefined,
	};
}

function lookAlikesOf(line: string, start: number, zones: Zones): readonly LookAlike[] {
	if (!ANY.test(line)) return [];
	const taken = asTaken(line);
	const indent = /^\s*/.exec(taken)?.[0].length ?? 0;
	const isLoose = looseIn(taken, zones.value);
	const found: LookAlike[] = [];
	for (let i = 0; i < zones.comment; i++) {
		const character = line.charAt(i);
		const means = i === zones.dash ? '-' : character === '\t' ? (i < zones.indented ? '  ' : undefined) : meaningOf(character);
		// The mark of byte order is none where it stands first.
		if (means === undefined || (start + i === 0 && character === '\ufeff')) continue;
		const where = i < zones.value || i >= zones.behind ? 'structure' : 'value';
		found.push({ at: start + i, character, means, column: i, indents: i < indent, isLoose: isLoose(i), where });
	}
	return found;
}
