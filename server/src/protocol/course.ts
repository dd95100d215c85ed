/** The course as it crosses to who shows it, in one language. Texts are Markdown: paragraphs, lists, `code`, **strong**, and fences of what kubectl prints. */

export interface LessonsParams {
	readonly language: 'en' | 'ko';
}
export interface LessonParams extends LessonsParams {
	/** Of a LessonHead. */
	readonly id: string;
}

export interface LessonHead {
	/** The same in every language and version: progress is kept by it. */
	readonly id: string;
	readonly title: string;
	/** What one can do afterwards: a sentence. */
	readonly goal: string;
}

/** Solved is a lesson when TEST, asked with its scenario and what the learner has made of its start, answers that all holds: every result `holds`, and no faults. */
export interface Lesson extends LessonHead {
	/** Its place among LESSONS, from 0, and how many there are. */
	readonly index: number;
	readonly of: number;
	/** What the manifest is called (lesson-files.ts), and its scenario beside it. */
	readonly file: string;
	readonly scenarioFile: string;
	/** The manifest as the learner finds it. */
	readonly start: string;
	/** The scenario with what is expected, as its file has it. */
	readonly scenario: string;
	/** One answer of several; what holds counts, not what is the same. */
	readonly solution: string;
	/** What the learner sees when the start is played, and what is behind it. */
	readonly look: string;
	readonly why: string;
	/** One or two sentences. */
	readonly task: string;
	/** Three steps: where to look, what it means, what to write. */
	readonly hints: readonly string[];
	/** What is worth seeing once all holds. */
	readonly solved: string;
	readonly whatIf: readonly string[];
	/** The first of `whatIf`, to be played on what the learner has made, where it can be. */
	readonly whatIfScenario?: string;
	readonly remember: string;
	/** None after the last. */
	readonly next?: LessonHead;
}
