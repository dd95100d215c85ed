/** A live pod in the panel: its life up to now, lived again so that it shows what its dump shows, and on from there; why it is as it is. */
import type { Life } from './life';
import type { Bilingual, Span } from './text';
import type { LiveName } from './why';

export interface LiveParams {
	/** What kubectl printed, of one pod or of several. */
	readonly text: string;
	/** The file it is from: its settings count. */
	readonly uri?: string;
	/** The pod that is asked for: by its name, or by its place among those of the text. */
	readonly pod?: LiveName | number;
	/** Minutes from UTC to the reader's clock, by which times are told. */
	readonly zone: number;
	/** What the reader's clock shows, milliseconds of the epoch. */
	readonly clock?: number;
	/** Whether now is the time on that clock, and not the newest one in the dump; where nobody says, it is while the dump is being written. */
	readonly isUpToClock?: boolean;
	/** Of a pod that was watched: whether it is told with what was not as it was told at first. */
	readonly isAnew?: boolean;
}

/** Seconds: what is older than this is not told up to the reader's clock. */
export const LONGEST_SINCE = 6 * 3600;

export interface LivePod {
	readonly kind: 'live';
	/** Those that are in the text, and which of them this is. */
	readonly pods: readonly LiveName[];
	readonly index: number;
	/** `unknown`: the dump does not say how the pod is. */
	readonly verdict: 'healthy' | 'unhealthy' | 'unknown';
	/** What happened, and what comes next. Words are Markdown with `code` only. */
	readonly headline: Bilingual;
	/** Nothing will happen to it any more. */
	readonly isOver: boolean;
	/** Oldest first; the last one is what holds the pod now. */
	readonly causes: readonly LiveCause[];
	/** The most promising first, three at most. */
	readonly tries: readonly LiveTry[];
	/** Whether the life that is told shows what the dump shows; what does not fit, and what is missing. */
	readonly fits: boolean;
	readonly fit: Bilingual;
	/** Where nobody can tell why it is as it is. */
	readonly known?: LiveKnown;
	/** The newest time in the dump, milliseconds of the epoch; undefined where it has none. */
	readonly now?: number;
	/** Seconds from then to the time on the reader's clock, up to which it is told; undefined where `now` is the time that is spoken of. */
	readonly since?: number;
	/** Minutes from UTC, as asked. */
	readonly zone: number;
	/** How often the pod was printed, one time after another (`kubectl get -w`). */
	readonly prints: number;
	/** Whether it is told anew, with what was not as it was told at first; undefined where there is nothing to be told anew. */
	readonly isAnew?: boolean;
	/** Up to now and on; `life.live` says where in it now is. None where no life is like the dump. */
	readonly life?: Life;
}

/** What is certain of the pod, and what its dump does not say. Words are Markdown with `code` only. */
export interface LiveKnown {
	readonly certain: readonly Bilingual[];
	readonly missing: readonly Bilingual[];
}

export interface LiveCause {
	/** A CauseCode of the autopsy, for its sign. */
	readonly code: string;
	readonly words: Bilingual;
	readonly evidence: readonly LiveProof[];
}

/** `status.containerStatuses[0].restartCount`, or an event with how often it came; where it is written, in a dump that has places. */
export interface LiveProof {
	readonly name: string;
	readonly count?: number;
	readonly span?: Span;
}

export interface LiveTry {
	readonly words: Bilingual;
	/** A line to copy: a field with what to write there, or a command. */
	readonly line: string;
	/** Where the field is written. */
	readonly span?: Span;
}

export type LiveAnswer =
	| LivePod
	/** There is no pod in the text. */
	| { readonly kind: 'empty' };
