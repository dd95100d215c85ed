/** A lesson as it is written: a folder of files, which this puts together. */

export interface Lesson {
	/** The name of its folder, in which also the learner's file is known. Progress is kept by it. */
	readonly id: string;
	/** The manifest as the learner finds it. */
	readonly start: string;
	/** What happens to it, and what must come of it. */
	readonly scenario: string;
	/** One answer of several. */
	readonly solution: string;
	/** What is played when all is met: the first of "what if", as a scenario of the solution. */
	readonly whatIf?: string;
	/** The page, in Markdown. */
	readonly en: string;
	readonly ko: string;
}

/** The page of a lesson, taken apart. Markdown throughout. */
export interface LessonPage {
	readonly title: string;
	/** What one can do afterwards: a sentence. */
	readonly goal: string;
	/** What the scenario does: a sentence, which stands over it as `describe`. */
	readonly story: string;
	readonly look: string;
	readonly why: string;
	readonly task: string;
	/** Where to look, what it means, what to write. */
	readonly hints: readonly string[];
	readonly solved: string;
	readonly whatIf: readonly string[];
	readonly remember: string;
}

/** The sections of a page in their order, by their headings in each language. */
export const HEADINGS = {
	en: ['Story', 'Look', 'Why', 'Task', 'Hints', 'Solved', 'What if', 'Remember'],
	ko: ['이야기', '보자', '까닭', '할 일', '힌트', '풀었으면', '만약에', '기억하자'],
} as const;

/** `{{45 s: solved shop restarted}}`: a number, and where in the lesson's lives it comes from, which is for the test alone. */
export const MEASURED = /\{\{([^:{}]+): ([^{}]+)\}\}/g;
/** "```watch solved": rows of kubectl, and whose they are. */
export const WATCHED = /^```watch (.+)$/gm;

/** Takes a page apart: headings, then the text under each. What is not there is empty. */
export function readPage(markdown: string, language: 'en' | 'ko'): LessonPage {
	const [head = '', ...sections] = markdown.replace(MEASURED, '$1').replace(WATCHED, '```').split(/^## /m);
	const under = new Map(sections.map((section) => [lineOf(section), section.slice(lineOf(section).length).trim()]));
	const [story = '', look = '', why = '', task = '', hints = '', solved = '', whatIf = '', remember = ''] = HEADINGS[language].map((name) => under.get(name));
	const title = lineOf(head).replace(/^# /, '');
	const goal = head.slice(lineOf(head).length).trim();
	return { title, goal, story, look, why, task, hints: itemsOf(hints), solved, whatIf: itemsOf(whatIf), remember };
}

const lineOf = (text: string): string => text.split('\n', 1)[0] ?? '';

/** The items of a list, each one line. */
const itemsOf = (list: string): readonly string[] => list.split('\n').flatMap((line) => /^(?:\d+\.|-) (.*)$/.exec(line)?.[1] ?? []);
