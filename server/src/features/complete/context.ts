import type { Embedded } from '../../manifest/graft';
import type { Language } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';
import type { Node, Range } from '../../yaml/node';
import type { Spot } from '../../yaml/spot';
import type { Edit } from '../../yaml/text-edit';
import type { WorkspaceNames } from '../navigate/known-names';
import type { WordsKey } from '../words-of';

/** Something to write at the cursor. */
export interface Completion {
	readonly label: string;
	readonly kind: 'field' | 'value' | 'reference' | 'snippet';
	/** A snippet with tab stops ($1, ${2:x}) in place of `range`, offsets of the file. */
	readonly insert: string;
	readonly range: Range;
	/** What changes elsewhere along with it. */
	readonly also?: readonly Edit[];
	/** Smaller comes first; ties by label. */
	readonly rank: number;
	/** What the typed text is compared with, where that is not the label. */
	readonly filter?: string;
	readonly detail?: string;
	/** Kubernetes has something better today. */
	readonly isRetired?: boolean;
	/** What is shown beside it once somebody looks: see completionWords. */
	readonly words?: WordsKey;
	/** Ask for completion again at once: a value follows. */
	readonly again?: boolean;
	/** It goes on from what is typed, a number and its unit: with more of it there is something else to offer. */
	readonly continues?: boolean;
}

export interface CompletionSettings {
	readonly language: Language;
	readonly version: Minor;
	/** Names seen in any file, asked for only where one may stand. */
	readonly known?: () => WorkspaceNames;
}

/** Where a completion is asked for, and what is known of it. */
export interface Context {
	readonly spot: Spot;
	readonly root: Node | undefined;
	readonly settings: CompletionSettings;
	/** What an insertion takes the place of, in offsets of the file. */
	readonly range: Range;
	/** The document's text, and where it starts in the file. */
	readonly text: string;
	/** The type of the object the spot lies in, as far as it can be told. */
	readonly kind?: string;
	/** What of an object of another kind it is, and where in ours it is taken to stand. */
	readonly embedded?: Pick<Embedded, 'part' | 'frame'>;
	/** The object, as far as it was read, and the path below it. */
	readonly object: Node | undefined;
	readonly path: readonly Segment[];
	/** The object is merged into another: directives may stand in it. */
	readonly isPart: boolean;
	readonly known: () => WorkspaceNames;
}
