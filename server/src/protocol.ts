/** What crosses between server, client and webview: types and names, no logic. */
import type { Scenario } from './simulator/scenario';
import type { Trace } from './simulator/trace';

export type * from './simulator/scenario';
export type * from './simulator/trace';

/** `peapod.language`, resolved: what words are shown in. */
export type Language = 'en' | 'ko' | 'both';

export interface Bilingual {
	readonly en: string;
	readonly ko: string;
}

/** A position in a text document, zero-based, as in LSP. */
export interface Place {
	readonly line: number;
	readonly character: number;
}
export interface Span {
	readonly start: Place;
	readonly end: Place;
}

/** Request `peapod/status` {uri}: what Peapod sees in a file, for the language status item. */
export interface StatusAnswer {
	/** One for each document of the file that Peapod judges. */
	readonly documents: readonly { readonly kind: string; readonly name: string; readonly index: number; readonly span: Span }[];
	readonly kubernetes: string;
	/** Why Peapod is silent, when `documents` is empty. */
	readonly silent?: 'template' | 'otherKind' | 'empty' | 'tooLarge' | 'scenario';
	/** The kind seen when it is none of the nine. */
	readonly otherKind?: string;
	/** Of a scenario file: the manifest it is played on, and whether that is there. */
	readonly scenario?: { readonly manifest: string; readonly found: boolean };
}

/** Request `peapod/readBeside`, of the server to the client: the first of these files in the folder of `uri` that can be read, or null. */
export interface ReadBesideParams {
	readonly uri: string;
	readonly names: readonly string[];
}
export interface ReadBesideAnswer {
	readonly name: string;
	readonly text: string;
}

/** Request `peapod/search` {query, uri?} -> SearchAnswer[]: fields that a question in either language is about; settings are those of `uri`. */
export interface SearchParams {
	readonly query: string;
	readonly uri?: string;
}
export interface SearchAnswer {
	readonly name: string;
	/** `pod.spec.initContainers`. */
	readonly path: string;
	/** The first sentence of its words. */
	readonly first: string;
	/** All there is to say of it, as a page. */
	readonly markdown: string;
}

/** Request `peapod/simulate`. */
export interface SimulateParams {
	readonly uri: string;
	/** Index among the documents of StatusAnswer. */
	readonly document: number;
	readonly scenario?: Scenario;
	/** Id of a preset (see Preset); `scenario` wins. */
	readonly preset?: string;
	/** A scenario as its file has it (*.scenario.yaml); wins over both. */
	readonly scenarioText?: string;
}

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
	/** The manifest's containers, in the order of lanes. */
	readonly containers: readonly LaneContainer[];
}

export interface LaneContainer {
	readonly name: string;
	readonly kind: 'init' | 'sidecar' | 'app' | 'ephemeral';
	readonly image: string;
	readonly probes: readonly ('startup' | 'liveness' | 'readiness')[];
	readonly hooks: readonly ('postStart' | 'preStop')[];
}

/** A question a user asks, with the scenario that answers it for this pod. */
export interface Preset {
	readonly id: string;
	readonly title: Bilingual;
	readonly scenario: Scenario;
}

/** There is no life to show, and why. */
export type NoLife =
	| { readonly kind: 'refused'; readonly errors: readonly { readonly message: string; readonly why?: Bilingual; readonly span: Span }[] }
	| { readonly kind: 'template' }
	| { readonly kind: 'otherKind'; readonly otherKind: string }
	| { readonly kind: 'empty' }
	| { readonly kind: 'scenarioFault'; readonly message: Bilingual };

export type SimulateAnswer = Life | NoLife;

/** What the host tells the panel. */
export type ToWebview =
	| {
			readonly type: 'opened';
			readonly uri: string;
			/** Its last part, `web.yaml`. */
			readonly file: string;
			readonly documents: StatusAnswer['documents'];
			readonly document: number;
			/** The language to begin with; the panel may choose another. */
			readonly language: 'en' | 'ko';
	  }
	/** An answer to the newest question. `because` it was edited, the former life becomes the ghost and a refusal waits until typing rests. */
	| {
			readonly type: 'answered';
			readonly answer: SimulateAnswer;
			readonly because: 'opened' | 'edited' | 'asked';
			/** The scenario file that was opened: its scenario is the question from now on. */
			readonly scenarioFile?: string;
	  }
	| { readonly type: 'failed'; readonly message: string }
	/** Where the cursor stands in the manifest; absent when it stands elsewhere. */
	| { readonly type: 'cursor'; readonly place?: Place }
	/** Scenario files beside the manifest. */
	| { readonly type: 'scenarios'; readonly files: readonly string[] }
	| { readonly type: 'saved'; readonly file: string };

/** What the panel asks of the host. */
export type FromWebview =
	/** The page stands and knows what it showed before; `scenarioFile`: the file beside the manifest that it followed. */
	| { readonly type: 'ready'; readonly document?: number; readonly question?: Question; readonly scenarioFile?: string }
	| { readonly type: 'ask'; readonly document: number; readonly question: Question }
	| { readonly type: 'reveal'; readonly span: Span }
	| { readonly type: 'quickFix'; readonly span: Span }
	| { readonly type: 'openLink'; readonly url: string }
	| { readonly type: 'copy'; readonly text: string }
	/** `data` is text, or base64 for a PNG. */
	| { readonly type: 'export'; readonly format: 'svg' | 'png' | 'md' | 'json'; readonly name: string; readonly data: string }
	| { readonly type: 'saveScenario'; readonly scenario: Scenario }
	/** Without a name the user chooses. */
	| { readonly type: 'openScenario'; readonly file?: string }
	| { readonly type: 'newManifest' };

/** With what a life is to be lived: nothing in particular, a preset of the life before, or a scenario of the user's. */
export interface Question {
	readonly preset?: string;
	readonly scenario?: Scenario;
}

/** Notification `peapod/seen`: a YAML file of the workspace, for the names in it; `text` is null when it is gone. */
export interface SeenFile {
	readonly uri: string;
	readonly text: string | null;
}
