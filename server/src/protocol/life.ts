/** A life as it is shown: the trace, and every word that tells it. */
import type { Scenario } from '../simulator/scenario';
import type { Trace } from '../simulator/trace';
import type { Bilingual, Span } from './text';

export type { MomentCode } from '../simulator/moments';
export type * from '../simulator/scenario';
export type * from '../simulator/trace';

/** A trace with everything a view needs to tell it. */
export interface Life {
	readonly kind: 'life';
	readonly trace: Trace;
	/** The scenario it was lived with, presets resolved. */
	readonly scenario: Scenario;
	/** The whole life in one or two sentences. Markdown: `code` only. */
	readonly headline: Bilingual;
	/** The moment that the headline is about, by its id: where the panel opens. None if all goes well. */
	readonly point?: number;
	/** One sentence for each of trace.story.moments. */
	readonly sentences: readonly Bilingual[];
	/** A word or two for each moment, for chains: "liveness fails 2/2", "killed". */
	readonly labels: readonly Bilingual[];
	/** Where the fields named by moments lie, by field path. */
	readonly fields: Readonly<Record<string, Span>>;
	/** A docs page for a moment's code, with its language. */
	readonly links: Readonly<Record<string, Bilingual>>;
	readonly presets: readonly Preset[];
	/** The life in which all goes well, to compare with; none if this is that life, or one too long to be compared. */
	readonly usual?: UsualLife;
	/** The manifest's containers, in the order of lanes. */
	readonly containers: readonly LaneContainer[];
	/** What its scenario expects of it, in the order of its file; only where that was asked for as a text. */
	readonly expected?: readonly Expected[];
	/** Of the preset `applied`: how the new text is applied in the midst of the old one's life. */
	readonly apply?: AppliedTimes;
	/** Of a live pod: what of this life is known, and what is foretold. */
	readonly live?: LiveTimes;
}

export interface AppliedTimes {
	/** Seconds: when it is applied. */
	readonly at: number;
	/** The server does not take it, and the old life goes on. */
	readonly isRefused?: true;
	/** The fewest pods that its strategy leaves ready while they are replaced. */
	readonly fewestReady?: number;
}

/** An expectation, and what came of it. Words are Markdown with `code` only. */
export interface Expected {
	readonly title: Bilingual;
	/** `open`: nothing lived that it could be judged by; `fault`: it could not be understood. */
	readonly verdict: 'holds' | 'fails' | 'open' | 'fault';
	/** Where it is found true. */
	readonly found?: Bilingual;
	/** What happened instead, and when; of one that holds, what is to be said all the same. */
	readonly details?: readonly Bilingual[];
	/** What made it so, then what led there. */
	readonly why: readonly Bilingual[];
	/** The author's own line. */
	readonly because?: string;
	/** Seconds: the instant that decides. None where the whole life does. */
	readonly t?: number;
	/** The field that the cause names, one of Life.fields. */
	readonly field?: string;
	/** In the scenario's file. */
	readonly span: Span;
}

/** Seconds of the life, unless said otherwise. */
export interface LiveTimes {
	/** Where the reader stands: at the newest time in the dump, or at a later one up to which it is told. */
	readonly now: number;
	/** The newest time in the dump: what is later is foretold. */
	readonly known: number;
	/** When the life begins, milliseconds of the epoch. */
	readonly zero: number;
	/** Minutes from UTC to the reader's clock. */
	readonly zone: number;
	/** How old the pod was when this life begins: of a long one only the end is lived. */
	readonly before: number;
	/** What stands in the dump, in order of time. */
	readonly marks: readonly DumpMark[];
	/** Where the life of a pod that was printed again and again (`-w`) was not as the one that is told, and what the told one relied on there. In order of time. */
	readonly parted: readonly LivePart[];
	/** The runs of its containers, as they were, and as they would have been in the life that explains it; and what was alike, a sentence a container. */
	readonly runs?: { readonly real: readonly LiveRun[]; readonly told: readonly LiveRun[]; readonly alike: readonly Bilingual[] };
}

/** A run of a container, from 0, and what is known of it. Seconds of the life. */
export interface LiveRun {
	readonly container: string;
	readonly index: number;
	readonly from?: number;
	readonly to?: number;
	readonly exitCode?: number;
	/** When the pod was ready first in it. */
	readonly ready?: number;
}

export interface LivePart {
	readonly t: number;
	readonly container: string;
	readonly words: Bilingual;
}

/** A time that is written in a dump: a field's, or an event's, which may have come again and again. */
export interface DumpMark {
	readonly t: number;
	/** When the event came last, if it was counted. */
	readonly lastT?: number;
	readonly what: 'field' | 'event';
	/** The field's path, or the event's reason. */
	readonly name: string;
	readonly count?: number;
	readonly isWarning?: boolean;
	readonly span?: Span;
}

export interface LaneContainer {
	readonly name: string;
	readonly kind: 'init' | 'sidecar' | 'app' | 'ephemeral';
	readonly image: string;
	readonly probes: readonly ('startup' | 'liveness' | 'readiness')[];
	readonly hooks: readonly ('postStart' | 'preStop')[];
}

export interface UsualLife {
	/** Without moments and events. */
	readonly trace: Trace;
	readonly scenario: Scenario;
}

/** A question a user asks, with the scenario that answers it for this pod. */
export interface Preset {
	readonly id: PresetId;
	readonly title: Bilingual;
	readonly scenario: Scenario;
	/** The container that the question is about, if it is about one. */
	readonly container?: string;
}

/** Every question that may be asked; a pod is asked those that change something for it. */
export type PresetId =
	| 'healthy'
	| 'crashes'
	| 'oom'
	| 'hangs'
	| 'slow-start'
	| 'readiness-flaps'
	| 'image-missing'
	| 'registry-slow'
	| 'sidecar-crashes'
	| 'init-never-ends'
	| 'config-missing'
	| 'deleted'
	| 'ignores-sigterm'
	| 'pre-stop-too-long'
	| 'evicted'
	| 'node-lost'
	| 'node-pressure'
	| 'image-changed'
	| 'rolled-out'
	/** The old text's life, and the new one applied in its midst; where a former text is known. */
	| 'applied';

/** There is no life to show, and why. */
export type NoLife =
	| {
			readonly kind: 'refused';
			readonly errors: readonly { readonly message: string; readonly why?: Bilingual; readonly span: Span }[];
			readonly expected?: readonly Expected[];
	  }
	| { readonly kind: 'template' }
	/** The chart of a template does not render; in Helm's words. */
	| { readonly kind: 'unrendered'; readonly error: string }
	/** The user wants the file to be left alone. */
	| { readonly kind: 'ignored' }
	| { readonly kind: 'otherKind'; readonly otherKind: string }
	| { readonly kind: 'empty' }
	/** The file has fewer documents with a life than were asked for. */
	| { readonly kind: 'noDocument'; readonly documents: number }
	| { readonly kind: 'scenarioFault'; readonly message: Bilingual };

export type SimulateAnswer = Life | NoLife;
