import type { Range } from '../../yaml/node';
import type { Thing } from './naming';
import type { Label, Selector } from './selector';

/** The names in a document, and what its objects are to others. Ranges count from the document's start. */
export interface DocumentIndex {
	readonly objects: readonly IndexedObject[];
	/** By `keyOf` what they name. */
	readonly byName: ReadonlyMap<string, readonly Occurrence[]>;
}

export interface IndexedObject {
	readonly kind: Thing;
	/** '' where it has none. */
	readonly name: string;
	readonly namespace?: string;
	readonly range: Range;
	/** Its name, or else its kind. */
	readonly head: Range;
	/** The value of `kind`. */
	readonly kindRange?: Range;
	/** Its own labels; of what makes pods, those of the pods. */
	readonly labels: readonly Label[];
	readonly makesPods: boolean;
	/** It is merged into another object, and what it says of parts is said of that one's. */
	readonly isPatch?: true;
	/** It stands elsewhere: here are only paths into it. */
	readonly isSpokenOf?: true;
	/** Others are merged into it, or speak of its parts. */
	readonly isPatched?: true;
	readonly selectors: readonly Selector[];
	readonly occurrences: readonly Occurrence[];
	readonly detail?: string;
}

/** A name: where it is given, or used. */
export interface Occurrence {
	readonly object: IndexedObject;
	readonly thing: Thing;
	readonly name: string;
	readonly gives: boolean;
	/** Within which it is a name: the object it is a part of, or for a part of a container the container. */
	readonly owner: string;
	/** The namespace of what it names; undefined where nobody says it, and '' where there is none. */
	readonly namespace: string | undefined;
	readonly range: Range;
	/** What another name takes the place of, and what goes before it there. */
	readonly whole: Range;
	readonly prefix: string;
	readonly written: Written;
	/** It stands in YAML that is a text in quotes itself: in these, the innermost first. */
	readonly quotedIn?: readonly ('"' | "'")[];
	/** Nobody can write another name in its place: it stands in a text whose characters are not those of the file. Its ranges are that of the text. */
	readonly isFixed?: true;
	/** It is looked for in what this selects. */
	readonly selector?: Selector;
	/** All keys of what it names become variables of this container, behind a prefix. */
	readonly brings?: { readonly container: string; readonly prefix: string };
	/** What is known of that which the name is given to, in few words. */
	readonly detail?: string;
}

/** How another name has to be written: within quotes, among brackets, as a key, within a text. */
export type Written = '"' | "'" | 'block' | 'flow' | 'key' | 'within';

export const keyOf = (thing: Thing, name: string): string => `${thing}\n${name}`;
