import type { Manifest } from '../../manifest/read';
import type { Bilingual } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { MapNode } from '../../yaml/node';
import type { Edit } from '../../yaml/text-edit';

/** LSP's kinds, less `refactor.`: each has one of its own, by which commands of editors ask for it. */
export type RefactorKind =
	| 'extract.env'
	| 'rewrite.deployment'
	| 'rewrite.job'
	| 'rewrite.probes'
	| 'rewrite.resources'
	| 'rewrite.restricted'
	| 'rewrite.sidecar';

/** Text to be put in, maybe with tab stops: `${1:proposal}`. */
export interface Insertion extends Edit {
	readonly hasStops: boolean;
}

/** A change that one may wish for; nothing is wrong. Offsets as in the file. */
export interface Refactoring {
	readonly title: Bilingual;
	readonly kind: RefactorKind;
	readonly edits: readonly Insertion[];
}

/** Where one stands: a manifest, and the way to the field at the cursor. */
export interface Spot {
	readonly manifest: Manifest;
	readonly path: readonly Segment[];
	/** All that can be done with the manifest is asked for, not only what belongs to this very line. */
	readonly isWide: boolean;
}

/** The proposals in place of the tab stops. */
export const filledIn = (text: string): string => text.replace(/\$\{\d+:([^}]*)\}/g, '$1');

/** The same as a plain edit. */
export const plainEdit = ({ range, text, hasStops }: Insertion): Edit => ({ range, text: hasStops ? filledIn(text) : text });

/** In what lines keys are written that another may follow: none between brackets. */
export const isBlock = (map: MapNode): boolean => !map.flow && map.entries.length > 0;
