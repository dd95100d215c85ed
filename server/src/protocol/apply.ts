/** What applying a text over another does, as it is told and shown. */
import type { Bilingual, Span } from './text';

/** What becomes of an object, the worst first. */
export const OUTCOMES = ['refused', 'deleted', 'replaced', 'restarted', 'changed', 'created', 'unchanged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Asks what `kubectl apply` of an open file does. */
export interface ApplyParams {
	readonly uri: string;
	/** What was applied before; without it what FORMER told, or the text that the file was opened with. */
	readonly old?: string;
}

/** The text of an open file as it was applied last, or is taken to have been; null where there is none. */
export interface Former {
	readonly uri: string;
	readonly text: string | null;
}

export interface ShownApply {
	readonly answer: ApplyAnswer;
	/** The same as a page, in the language of the reader. Markdown. */
	readonly page: string;
	/** The same as words behind the lines. */
	readonly marks: readonly Mark[];
}

/** Words in the language of the reader, to be put behind a line. */
export interface Mark {
	/** From 0. */
	readonly line: number;
	readonly text: string;
	readonly isBad: boolean;
}

export type ApplyAnswer =
	| Applied
	/** There is nothing to compare with. */
	| { readonly kind: 'noFormer' }
	/** One of the two is no text of manifests: a Go template, too large, or broken YAML. */
	| { readonly kind: 'unreadable'; readonly message: Bilingual };

export interface Applied {
	readonly kind: 'applied';
	/** All of it in a sentence or two. Markdown: `code` only. */
	readonly headline: Bilingual;
	/** The worst first, then in the order of the file. */
	readonly objects: readonly AppliedObject[];
}

export interface AppliedObject {
	readonly kind: string;
	readonly name: string;
	readonly outcome: Outcome;
	/** What becomes of it, in a sentence or two. Markdown: `code` only. */
	readonly sentence: Bilingual;
	/** Its place in the new text: its head, and its index among the documents of StatusAnswer. None where only the old text has it. */
	readonly span?: Span;
	readonly document?: number;
	/** In the server's words. */
	readonly refusals: readonly Refusal[];
	/** What differs of the stored object, what decides first. */
	readonly changes: readonly FieldChange[];
	/** So many more differ. */
	readonly more?: number;
	/** How to get what is refused all the same. */
	readonly wayOut?: WayOut;
}

export interface Refusal {
	/** `spec.selector: Invalid value: …: field is immutable` */
	readonly message: string;
	readonly why?: Bilingual;
	readonly span: Span;
}

export interface FieldChange {
	/** `spec.template.spec.containers[0].image` */
	readonly path: string;
	/** Where it is written, or would be. */
	readonly span: Span;
	/** As JSON has it, strings as they are, of the longest what differs; absent where the field is. */
	readonly before?: string;
	readonly after?: string;
	/** What is left out of them. */
	readonly note?: Bilingual;
	/** It makes pods be replaced, or a container restart. */
	readonly decides: boolean;
}

export interface WayOut {
	readonly sentence: Bilingual;
	/** A line to copy. */
	readonly command: string;
}
