/** The way to a place in a document, read off the indentation alone (outline.ts), so that it can be told while the document is broken. */
export interface Spot {
	/** From the document's root to the map or list the cursor writes into. */
	readonly path: readonly (string | number)[];
	/** Keys that stand in that map already: above the cursor, and below it. */
	readonly above: readonly string[];
	readonly below: readonly string[];
	/** The column at which the map's keys, or the list's dashes, stand. */
	readonly column: number;
	/** Inside `{ }` or `[ ]`. */
	readonly flow: boolean;
	readonly writes: /** a key, of which `typed` is there; with `dash`, it opens a new item on this line */
		| { readonly what: 'key'; readonly typed: string; readonly dash: boolean; readonly colonFollows: boolean }
		/** the value of `key` */
		| { readonly what: 'value'; readonly key: string; readonly typed: string };
	/** Where `typed` begins and where the word in hand ends, behind the cursor. */
	readonly from: number;
	readonly to: number;
	/** The quote before `typed`, which the insertion must close. */
	readonly quote?: '"' | "'";
	/** The colon or the dash stands bare: a space goes before what is written. */
	readonly bare?: true;
	/** Spaces that must take the place of what indents the line, from its start: tabs, or too much. */
	readonly reindent?: { readonly start: number; readonly column: number };
}
