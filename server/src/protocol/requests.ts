/**
 * The requests and notifications of our own. A constant carries its name and, for the compiler, what goes in and what comes out:
 * both sides use it, so neither can misspell the one or mistake the other.
 */

import type { Scenario } from '../simulator/scenario';
import type { ApplyParams, Former, ShownApply } from './apply';
import type { Lesson, LessonHead, LessonParams, LessonsParams } from './course';
import type { SimulateAnswer } from './life';
import type { LiveAnswer, LiveParams } from './live';
import type { Span } from './text';
import type { LiveLens, PrintedAt, PrintedAtParams, WhatIf, WhatIfParams, WhyAnswer, WhyParams } from './why';

export interface RequestName<Params, Answer> {
	readonly method: string;
	/** Never there: it only holds the types. */
	readonly types?: (params: Params) => Answer;
}

export interface NotificationName<Params> {
	readonly method: string;
	/** Never there: it only holds the type. */
	readonly types?: (params: Params) => void;
}

/** Client to server: null where there is nothing to say of the document. */
export const STATUS: RequestName<StatusParams, StatusAnswer | null> = { method: 'peapod/status' };
/** Client to server: the best answers first. */
export const SEARCH: RequestName<SearchParams, readonly SearchAnswer[]> = { method: 'peapod/search' };
/** Client to server. */
export const SIMULATE: RequestName<SimulateParams, SimulateAnswer> = { method: 'peapod/simulate' };
/** Client to server: what `kubectl apply` of an open file does; of what a chart renders, as it is shown, what `helm upgrade` does. */
export const APPLY: RequestName<ApplyParams, ShownApply> = { method: 'peapod/apply' };
/** Client to server: why live pods are as they are. The text stays where the server runs, and nothing is kept of it. */
export const WHY: RequestName<WhyParams, WhyAnswer> = { method: 'peapod/why' };
/** Client to server: the same of one of them for the panel, with its life. */
export const LIVE: RequestName<LiveParams, LiveAnswer> = { method: 'peapod/live' };
/** Client to server: what a word means in what kubectl printed; null where nothing is known of it. For files that are not YAML. */
export const PRINTED_AT: RequestName<PrintedAtParams, PrintedAt | null> = { method: 'peapod/printedAt' };
/** Client to server: the live pods and workloads in a text of JSON, where lenses of ours do not stand. */
export const LIVE_LENSES: RequestName<{ readonly text: string }, readonly LiveLens[]> = { method: 'peapod/liveLenses' };
/** Client to server: the manifest behind a live pod, and the scenario that explains it; null where there is no such pod. */
export const WHAT_IF: RequestName<WhatIfParams, WhatIf | null> = { method: 'peapod/whatIf' };
/** Client to server: null where the scenario expects nothing. */
export const TEST: RequestName<TestParams, TestAnswer | null> = { method: 'peapod/test' };
/** Client to server: null where nothing lives, or its scenario says already all there is to say. */
export const EXPECT_LIFE: RequestName<ExpectLifeParams, ExpectLifeAnswer | null> = { method: 'peapod/expectLife' };
/** Client to server: the lessons of the course, in their order. */
export const LESSONS: RequestName<LessonsParams, readonly LessonHead[]> = { method: 'peapod/lessons' };
/** Client to server: null where no lesson has that id. */
export const LESSON: RequestName<LessonParams, Lesson | null> = { method: 'peapod/lesson' };
/** Client to server: null where no overlay reaches the file, and no chart renders it. */
export const BUILT: RequestName<BuiltParams, BuiltAnswer | null> = { method: 'peapod/built' };
/** Client to server: null where no chart renders the file. */
export const VALUES_FILES: RequestName<ValuesFilesParams, ValuesFilesAnswer | null> = { method: 'peapod/valuesFiles' };
/** Server to client: null where none of the files can be read. */
export const READ_BESIDE: RequestName<ReadBesideParams, ReadBesideAnswer | null> = { method: 'peapod/readBeside' };
/** Server to client: the texts of files that it asks for by their URIs, in their order, of those called *.tgz the bytes in base64; null for what cannot be read, or lies in no folder that is open. */
export const READ_FILES: RequestName<ReadFilesParams, readonly (string | null)[]> = { method: 'peapod/readFiles' };
/** Server to client: the URIs of all files below a folder that is open, or lies in one; of more than MOST_LISTED only so many. */
export const LIST_FILES: RequestName<ListFilesParams, readonly string[]> = { method: 'peapod/listFiles' };
/** Server to client: what it said of the status of files may be otherwise now. */
export const STATUS_CHANGED: NotificationName<null> = { method: 'peapod/statusChanged' };
/** Client to server. */
export const SEEN: NotificationName<SeenFile> = { method: 'peapod/seen' };
/** Client to server. Of a file of which nothing is told, the text it was opened with counts. */
export const FORMER: NotificationName<Former> = { method: 'peapod/former' };

/** What a client may say of itself at initialize, where LSP has no word for it. Everything may be left out; settings may stand beside these. */
export interface InitializationOptions {
	/** The language of help where the settings name none; else the locale of initialize. */
	readonly locale?: string;
	/** It answers READ_BESIDE, READ_FILES and LIST_FILES, and tells SEEN. Without it the server reads by itself, where it has a disk. */
	readonly readsFiles?: boolean;
	/** Commands of its own that answers may carry: OPEN_PANEL over each pod, PREVIEW_APPLY over what differs, EXPLAIN_WHY and TRY_FIX over a pod with status, RUN_TESTS over what is expected, TRIGGER_SUGGEST where a value is to follow. */
	readonly commands?: readonly string[];
}

/** Shows the life of a pod; its arguments are the URI of the manifest or of a scenario, the document's index, and the second at which it is to be seen. */
export const OPEN_PANEL = 'peapod.openPanel';
/** Shows what applying a file does; its argument is the file's URI. */
export const PREVIEW_APPLY = 'peapod.previewApply';
/** Shows why a live pod is as it is; its arguments are the URI of the file and the pod's LiveName. Without them all pods of the active editor are meant. */
export const EXPLAIN_WHY = 'peapod.why';
/** Opens the manifest behind a live pod, and a scenario beside it; its arguments are those of EXPLAIN_WHY. */
export const TRY_FIX = 'peapod.tryFix';
/** Shows what the overlays of a file build, or what its chart renders; its argument is the file's URI. */
export const SHOW_BUILT = 'peapod.showBuilt';
/** Runs what a scenario file expects; its argument is the file's URI. */
export const RUN_TESTS = 'peapod.runTests';
/** VS Code's own: asks for completions. */
export const TRIGGER_SUGGEST = 'editor.action.triggerSuggest';

export interface StatusParams {
	readonly uri: string;
}

/** What Peapod sees in a file, for the language status item. */
export interface StatusAnswer {
	/** One for each document of the file that Peapod judges. */
	readonly documents: readonly { readonly kind: string; readonly name: string; readonly index: number; readonly span: Span }[];
	readonly kubernetes: string;
	/** Why Peapod is silent, when `documents` is empty. */
	readonly silent?: 'template' | 'patch' | 'otherKind' | 'unreadable' | 'empty' | 'tooLarge' | 'scenario' | 'ignored';
	/** The kind seen when it is none of the nine. */
	readonly otherKind?: string;
	/** Of a scenario file: the manifest it is played on, and whether that is there; where it is what a folder builds, what lives. */
	readonly scenario?: { readonly manifest: string; readonly found: boolean; readonly lives?: { readonly kind: string; readonly name: string } };
	/** The overlay, as people call it, in which its objects are lived. */
	readonly overlay?: string;
	/** A chart renders it, or it decides in one: the values files that the chart is rendered with. */
	readonly chart?: string;
	/** Why the chart does not render with them, in Helm's words. */
	readonly unrendered?: string;
	/** It has pods with status: one may ask why they are as they are. */
	readonly isLive?: true;
	/** It differs from what was applied last: one may ask what applying it does. */
	readonly differs?: true;
}

/** Asks what an overlay builds: the one in a folder, else the first that reaches the file; or what a template renders to, or all of its chart. */
export interface BuiltParams {
	readonly uri: string;
	readonly folder?: string;
	/** As its files were committed last; null where that cannot be built, or nobody knows. */
	readonly isFormer?: true;
}
export interface BuiltAnswer {
	/** The overlay, the template or the chart as people call it, and what to ask for to have it again: its folder or its file, a URI. */
	readonly name: string;
	readonly folder: string;
	/** The YAML of all objects; where it cannot be built, or there are none, why, in comments. */
	readonly text: string;
	/** Where none was asked for and the file is part of several overlays: all of them. */
	readonly among?: readonly Pick<BuiltAnswer, 'name' | 'folder'>[];
}

/** Asks with which values files the chart of a file may be rendered. */
export interface ValuesFilesParams {
	readonly uri: string;
}
export interface ValuesFilesAnswer {
	/** The chart's name. */
	readonly chart: string;
	/** As `peapod.helm.values` names them: those that it is rendered with first, in their order, then those that it might be. */
	readonly files: readonly { readonly name: string; readonly isChosen: boolean }[];
}

/** The scheme under which an editor shows what is built; what it is built from stands in the query. */
export const BUILT_TEXT = 'peapod-built';

/** Asks for the first of these files in the folder of `uri` that can be read. */
export interface ReadBesideParams {
	readonly uri: string;
	readonly names: readonly string[];
}
export interface ReadFilesParams {
	readonly uris: readonly string[];
	/** As they were committed last. */
	readonly isFormer?: true;
}
export interface ListFilesParams {
	readonly folder: string;
	/** As they were committed last. */
	readonly isFormer?: true;
}
export interface ReadBesideAnswer {
	readonly name: string;
	readonly text: string;
}

/** Fields that a question in either language is about; settings are those of `uri`. */
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

/** Whose life is asked for, and in which scenario. */
export interface SimulateParams {
	/** The manifest's, or that of a scenario which is played on what a folder builds. */
	readonly uri: string;
	/** Index among the documents of StatusAnswer. */
	readonly document: number;
	readonly scenario?: Scenario;
	/** Id of a preset (see Preset); `scenario` wins. */
	readonly preset?: string;
	/** A scenario as its file has it (*.scenario.yaml); wins over both. */
	readonly scenarioText?: string;
	/** The text that was applied before, for the preset `applied`; without it what FORMER told. */
	readonly old?: string;
}

/** A scenario file that need not be open, and the manifest that it is played on, where there is one. */
export interface TestParams {
	readonly uri: string;
	readonly text: string;
	readonly beside?: ReadBesideAnswer;
}
export interface TestAnswer {
	/** One for each expectation, in the order of the file, in the language of its settings. */
	readonly results: readonly TestedExpectation[];
	/** What keeps expectations from being judged. */
	readonly faults: readonly { readonly span: Span; readonly message: string }[];
}
export interface TestedExpectation {
	/** The same as long as the file says the same. */
	readonly id: string;
	/** The sentence. */
	readonly title: string;
	readonly verdict: 'holds' | 'fails' | 'fault';
	readonly span: Span;
	/** What happened instead, when and why, a line each; of one that holds, what is to be said all the same. */
	readonly message: string;
	/** Seconds: the instant that decides. */
	readonly t?: number;
}

/** Asks for the life of an open manifest's first pod or workload as expectations, in the scenario that it was lived in. */
export interface ExpectLifeParams {
	readonly uri: string;
	/** The scenario as its file has it. */
	readonly scenarioText: string;
}
export interface ExpectLifeAnswer {
	/** The scenario with what is expected: all of it holds. */
	readonly text: string;
	/** How many expectations are new. */
	readonly added: number;
}

/** A YAML file of the workspace, for the names in it; `text` is null when it is gone. */
export interface SeenFile {
	readonly uri: string;
	readonly text: string | null;
}

/** What the files of a workspace are that are worth telling of: more, or larger ones (bytes), are nobody's ConfigMaps. */
export const YAML_FILES = '**/{*.yaml,*.yml,Kustomization}';
/** What charts have beside YAML. */
export const CHART_FILES = '**/templates/**/*.{tpl,txt}';
export const MOST_SEEN = 300;
/** Those that say what others are, of which there may be more. */
export const SURROUNDING_FILES = '**/{kustomization.yaml,kustomization.yml,Kustomization,Chart.yaml}';
export const MOST_SURROUNDING = 1000;
export const LARGEST_SEEN = 200_000;
/** No file that is built is larger. */
export const LARGEST_BUILT = 4_000_000;
/** No chart has more files. */
export const MOST_LISTED = 2000;
