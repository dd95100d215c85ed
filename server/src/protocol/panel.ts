/** What the panel and its host say to each other. */
import type { Scenario } from '../simulator/scenario';
import type { ApplyAnswer } from './apply';
import type { Lesson, LessonHead } from './course';
import type { SimulateAnswer } from './life';
import type { LiveAnswer } from './live';
import type { Mode } from './mode';
import type { StatusAnswer } from './requests';
import type { Place, Span } from './text';
import type { LiveName } from './why';

/** What the host tells the panel. */
export type ToWebview =
	| {
			readonly type: 'opened';
			readonly uri: string;
			/** Its last part, `web.yaml`. */
			readonly file: string;
			/** The overlay that its objects are lived in. */
			readonly overlay?: string;
			readonly documents: readonly Pick<StatusAnswer['documents'][number], 'kind' | 'name' | 'index'>[];
			readonly document: number;
			/** What is asked of the file, and what else may be. */
			readonly mode: Mode;
			readonly modes: readonly Mode[];
			/** The language to begin with; the panel may choose another. */
			readonly language: 'en' | 'ko';
			/** What is asked of it: a file that comes back does so with its question. */
			readonly question?: Question;
	  }
	/** An answer to the newest question. `because` it was edited, the former life becomes the ghost and a refusal waits until typing rests. */
	| {
			readonly type: 'answered';
			/** In the mode Why, of a live pod. */
			readonly answer: SimulateAnswer | LiveAnswer;
			readonly because: 'opened' | 'edited' | 'asked';
			/** The scenario file that was opened: its scenario is the question from now on. */
			readonly scenarioFile?: string;
			/** The second at which it is to be seen. */
			readonly at?: number;
			/** In the mode Apply; the life is that of one of its objects. */
			readonly applied?: ShownApplied;
			/** In the mode Lesson. */
			readonly lesson?: ShownLesson;
	  }
	| { readonly type: 'failed'; readonly message: string }
	/** Where the cursor stands in the manifest; absent when it stands elsewhere. */
	| { readonly type: 'cursor'; readonly place?: Place }
	/** Scenario files beside the manifest. */
	| {
			readonly type: 'scenarios';
			/** The manifest. */
			readonly uri: string;
			readonly files: readonly string[];
			/** One of them expects something. */
			readonly expects?: boolean;
	  }
	| { readonly type: 'saved'; readonly file: string };

/** What a file may be compared with: its last commit, what is saved, another file. */
export const AGAINST = ['HEAD', 'saved', 'file'] as const;
export type Against = (typeof AGAINST)[number];

/** What applying a file does, and over what. */
export interface ShownApplied {
	readonly answer: ApplyAnswer;
	readonly against: Against;
	/** The name of that other file. */
	readonly name?: string;
	/** What else there is. */
	readonly choices: readonly Against[];
}

/** A lesson of the course with its place in it, in the language of the page. */
export interface ShownLesson {
	readonly lesson: Lesson;
	/** All of them, in their order, and the ids of those that were solved. */
	readonly heads: readonly LessonHead[];
	readonly solved: readonly string[];
	/** The life is that of its "what if", by which nothing is judged. */
	readonly isWhatIf: boolean;
}

/** What the panel asks of the host. */
export type FromWebview =
	/** The page stands and knows what it showed before; `scenarioFile`: the file beside the manifest that it followed; `zone`: minutes from UTC to the reader's clock. */
	| {
			readonly type: 'ready';
			readonly document?: number;
			readonly question?: Question;
			readonly scenarioFile?: string;
			readonly language?: 'en' | 'ko';
			readonly mode?: Mode;
			readonly zone?: number;
	  }
	/** Something else is asked of the file. */
	| { readonly type: 'mode'; readonly mode: Mode }
	/** The user chose the language of the page; the tab follows. */
	| { readonly type: 'speak'; readonly language: 'en' | 'ko' }
	| { readonly type: 'ask'; readonly document: number; readonly question: Question }
	/** Selects in the editor; `in`: in the scenario's file instead of the manifest's. */
	| { readonly type: 'reveal'; readonly span: Span; readonly in?: 'scenario' }
	| { readonly type: 'quickFix'; readonly span: Span }
	| { readonly type: 'openLink'; readonly url: string }
	| { readonly type: 'copy'; readonly text: string }
	/** `data` is text, or base64 for a PNG. */
	| { readonly type: 'export'; readonly format: 'svg' | 'png' | 'md' | 'json'; readonly name: string; readonly data: string }
	| { readonly type: 'saveScenario'; readonly scenario: Scenario }
	/** Something that was wanted could not be made. */
	| { readonly type: 'trouble'; readonly message: string }
	/** Without a name the user chooses. */
	| { readonly type: 'openScenario'; readonly file?: string }
	/** What the file is to be compared with; for another file the user chooses. */
	| { readonly type: 'compare'; readonly against: Against }
	/** Whether a live pod is told up to the time on the reader's clock, or to the newest one in its file. */
	| { readonly type: 'upToClock'; readonly is: boolean }
	/** Whether a live pod that was watched is told with what was not as it was told at first. */
	| { readonly type: 'tellAnew'; readonly is: boolean }
	/** Of a live pod the manifest behind it, and the scenario that explains it, to be tried. */
	| { readonly type: 'tryFix'; readonly pod: LiveName }
	/** What may be done with the lesson that is shown: its start anew, one solution beside it, the next one; what is worth seeing once it is solved. */
	| { readonly type: 'lesson'; readonly act: 'startOver' | 'solution' | 'next' | 'whatIf' }
	/** Another lesson, by its id. */
	| { readonly type: 'openLesson'; readonly id: string }
	| { readonly type: 'newManifest' };

/** With what a life is to be lived: nothing in particular, a preset of the life before, or a scenario of the user's. */
export interface Question {
	readonly preset?: string;
	readonly scenario?: Scenario;
}
