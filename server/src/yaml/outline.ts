/**
 * The way to a place in a block-style document, read off the indentation alone, so that it can be told while the document is broken.
 */
export interface Spot {
	/** From the document's root to the map or list the cursor writes into. */
	readonly path: readonly (string | number)[];
	/** Keys that stand in that map already. */
	readonly siblings: ReadonlySet<string>;
	/** The column at which the map's keys, or the list's dashes, stand. */
	readonly column: number;
	readonly writes:
		/** a key, of which `typed` is there; with `dash`, it opens a new item on this line */
		| { readonly what: 'key'; readonly typed: string; readonly dash: boolean; readonly colonFollows: boolean }
		/** the value of `key` */
		| { readonly what: 'value'; readonly key: string; readonly typed: string };
	/** Offset at which `typed` begins. */
	readonly from: number;
}

interface Line {
	readonly start: number;
	readonly text: string;
	/** Columns of the dashes, outermost first. */
	readonly dashes: readonly number[];
	/** The column of what follows indentation and dashes. */
	readonly column: number;
	readonly key?: string;
	readonly hasValue: boolean;
	/** Blank, a comment, or inside a block scalar. */
	readonly empty: boolean;
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s#:'"{[&*!|>][^#:]*?|[^\s#:'"{[&*!|>])) *:(?:[ \t]|$)/;

function readLine(text: string, start: number): Line {
	const dashes: number[] = [];
	let column = /^ */.exec(text)?.[0].length ?? 0;
	for (let match = /^- */.exec(text.slice(column)); match && /^-( |$)/.test(text.slice(column)); match = /^- */.exec(text.slice(column))) {
		dashes.push(column);
		column += Math.max(match[0].length, 2);
	}
	const rest = text.slice(column);
	const match = KEY.exec(rest);
	const key = match ? (match[1] ?? match[2] ?? match[3]) : undefined;
	const value = match ? rest.slice(match[0].length).trim() : rest.trim();
	const hasValue = value !== '' && !value.startsWith('#');
	return { start, text, dashes, column, hasValue, empty: (dashes.length === 0 && rest.trim() === '') || /^\s*#/.test(text), ...(key === undefined ? {} : { key }) };
}

/** Lines of a document; what lies in a block scalar counts as empty. */
function readLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	let scalarColumn = -1;
	for (const one of text.split('\n')) {
		const line = readLine(one.replace(/\r$/, ''), start);
		start += one.length + 1;
		const indent = /^ */.exec(one)?.[0].length ?? 0;
		if (scalarColumn >= 0 && (one.trim() === '' || indent > scalarColumn)) {
			lines.push({ ...line, empty: true });
			continue;
		}
		scalarColumn = /(?:^|[:\-] |[:\-] .* )[|>][-+0-9]*\s*(?:#.*)?$/.test(one) && !line.empty ? (line.key === undefined ? (line.dashes.at(-1) ?? indent) : line.column) : -1;
		lines.push(line);
	}
	return lines;
}

/** Where a cursor at `offset` of a document writes; undefined inside a comment, a block scalar, or a quoted or flow value. */
export function spotAt(text: string, offset: number): Spot | undefined {
	const lines = readLines(text);
	const row = lines.findLastIndex((line) => line.start <= offset);
	const line = lines[row];
	if (!line || (line.empty && line.text.trim() !== '')) return undefined;
	const before = text.slice(line.start, offset);
	const after = text.slice(offset, line.start + line.text.length);
	const head = /^( *)((?:- +)*)(-?)(.*)$/.exec(before);
	if (!head) return undefined;
	const [, indent = '', dashes = '', bareDash = '', rest = ''] = head;
	if (bareDash && rest) return undefined;
	const column = indent.length + dashes.length + (bareDash ? 2 : 0);
	const ownDashes = readLine(before, 0).dashes;
	const climbed = climb(lines, row, column, ownDashes);
	const base = { path: climbed.path, siblings: climbed.siblings, column: climbed.column };
	const value = KEY.exec(`${rest} `);
	if (value && /^.*?:\s+/.test(rest)) {
		const typed = rest.slice(/^(?:"[^"]*"|'[^']*'|[^:]*) *:\s*/.exec(rest)?.[0].length ?? 0);
		if (/^[[{|>&*!]/.test(typed)) return undefined;
		return { ...base, writes: { what: 'value', key: value[1] ?? value[2] ?? value[3] ?? '', typed }, from: offset - typed.length };
	}
	if (/[:{}[\]]/.test(rest)) return undefined;
	const colonFollows = /^[\w./-]*"?'? *:/.test(after);
	return { ...base, writes: { what: 'key', typed: rest, dash: ownDashes.length > 0 || bareDash !== '', colonFollows }, from: offset - rest.length };
}

/** Walks up from a line, outward from column to column. */
function climb(lines: readonly Line[], row: number, column: number, dashes: readonly number[]): { path: (string | number)[]; siblings: Set<string>; column: number } {
	const path: (string | number)[] = [];
	const siblings = new Set<string>();
	let at = column;
	let inMap = true;
	/** Dashes of the line in hand that lie left of where we are. */
	let pending = [...dashes];
	let i = row;
	let own = true;
	let items = 0;
	let mapColumn = column;
	while (i >= 0) {
		const line = lines[i];
		if (!line || (line.empty && !own)) {
			i--;
			own = false;
			continue;
		}
		if (!own) {
			const key = line.key;
			if (inMap && line.column === at && key !== undefined) {
				if (path.length === 0) siblings.add(key);
				pending = [...line.dashes];
			} else if (inMap && line.column < at) {
				if (key === undefined) break;
				// An empty line deeper than its neighbours writes into the key above it.
				path.unshift(key);
				at = line.column;
				pending = [...line.dashes];
			} else if (!inMap && line.dashes.includes(at)) {
				items++;
				pending = line.dashes.filter((dash) => dash < at);
				if (pending.length > 0) {
					path.unshift(items);
					items = 0;
				}
			} else if (!inMap && line.column <= at && key !== undefined) {
				path.unshift(items);
				path.unshift(key);
				items = 0;
				inMap = true;
				at = line.column;
				pending = [...line.dashes];
			} else {
				pending = [];
			}
		}
		own = false;
		for (let dash = pending.pop(); dash !== undefined; dash = pending.pop()) {
			if (dash >= at) continue;
			if (!inMap) path.unshift(items);
			inMap = false;
			items = 0;
			at = dash;
		}
		i--;
		if (at === 0 && inMap) {
			// The rest of the document can only hold siblings of the outermost map.
			if (path.length > 0) break;
		}
	}
	if (!inMap) path.unshift(items);
	collectBelow(lines, row, column, siblings);
	return { path, siblings, column: mapColumn };
}

/** Keys of the same map further down. */
function collectBelow(lines: readonly Line[], row: number, column: number, siblings: Set<string>): void {
	for (let i = row + 1; i < lines.length; i++) {
		const line = lines[i];
		if (!line || line.empty) continue;
		const left = line.dashes[0] ?? line.column;
		if (left < column) return;
		if (line.dashes.length === 0 && line.column === column && line.key !== undefined) siblings.add(line.key);
	}
}
