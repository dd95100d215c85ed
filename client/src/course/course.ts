import type { Lesson, LessonHead } from '../../../server/src/protocol/course';
import { lessonIn, scenarioFileOf } from '../../../server/src/protocol/lesson-files';
import type { TestAnswer, TestedExpectation, TestParams } from '../../../server/src/protocol/requests';

/** Everybody else that the course needs. URIs throughout. */
export interface Around {
	readonly heads: () => Promise<readonly LessonHead[]>;
	readonly lesson: (id: string) => Promise<Lesson | null>;
	readonly test: (params: TestParams) => Promise<TestAnswer | null>;
	/** What outlasts the session: the ids of the lessons that were solved. Nobody vouches for what comes back. */
	readonly remembered: () => unknown;
	readonly remember: (solved: readonly string[]) => void;
	/** A file stands otherwise now. */
	readonly changed: (uri: string, standing: Standing) => void;
	/** A lesson is solved that was not before. */
	readonly solved: (uri: string, lesson: Lesson) => void;
}

/** How a learner's file stands. */
export interface Standing {
	readonly lesson: Lesson;
	readonly results: readonly TestedExpectation[];
	readonly isSolved: boolean;
	/** How many hints were given. */
	readonly hints: number;
}

/** Which lessons were solved, and how the files of those that are open stand. */
export class Course {
	private readonly standings = new Map<string, Standing>();
	/** By the id of the lesson. */
	private readonly hints = new Map<string, number>();
	/** Of several judgements of one file only the newest counts. */
	private readonly tickets = new Map<string, number>();

	constructor(private readonly around: Around) {}

	get solved(): ReadonlySet<string> {
		const remembered = this.around.remembered();
		return new Set(Array.isArray(remembered) ? remembered.filter((id) => typeof id === 'string') : []);
	}

	/** All lessons, each with whether it was solved. */
	async list(): Promise<readonly (LessonHead & { readonly isSolved: boolean })[]> {
		const { solved } = this;
		return (await this.around.heads()).map((head) => ({ ...head, isSolved: solved.has(head.id) }));
	}

	/** The first lesson that was not solved, else the first of all; undefined where there is none. */
	async following(): Promise<string | undefined> {
		const all = await this.list();
		return (all.find(({ isSolved }) => !isSolved) ?? all[0])?.id;
	}

	lesson(id: string): Promise<Lesson | null> {
		return this.around.lesson(id);
	}

	standing(uri: string): Standing | undefined {
		return this.standings.get(uri);
	}

	/** Judges what a file has; undefined where it is of no lesson, or was edited meanwhile. */
	async look(uri: string, text: string): Promise<Standing | undefined> {
		const id = lessonIn(uri);
		if (id === undefined) return undefined;
		const ticket = (this.tickets.get(uri) ?? 0) + 1;
		this.tickets.set(uri, ticket);
		const lesson = await this.around.lesson(id);
		if (!lesson) return undefined;
		const answer = await this.around.test({ uri: scenarioFileOf(uri), text: lesson.scenario, beside: { name: lesson.file, text } });
		if (this.tickets.get(uri) !== ticket) return undefined;
		const results = answer?.results ?? [];
		const isSolved = results.length > 0 && answer?.faults.length === 0 && results.every(({ verdict }) => verdict === 'holds');
		const standing = { lesson, results, isSolved, hints: this.hints.get(id) ?? 0 };
		this.keep(uri, standing);
		if (isSolved && !this.solved.has(id)) {
			this.around.remember([...this.solved, id]);
			this.around.solved(uri, lesson);
		}
		return standing;
	}

	/** One hint more, and its number from 1; the last one again where there are no more. Undefined where the file was not judged yet. */
	hint(uri: string): { readonly text: string; readonly number: number; readonly of: number } | undefined {
		const standing = this.standings.get(uri);
		if (!standing) return undefined;
		const { lesson } = standing;
		const number = Math.min(standing.hints + 1, lesson.hints.length);
		this.hints.set(lesson.id, number);
		this.keep(uri, { ...standing, hints: number });
		return { text: lesson.hints[number - 1] ?? '', number, of: lesson.hints.length };
	}

	/** Begins a lesson anew: no hint was given. That it was solved once stays. */
	startOver(uri: string): void {
		const standing = this.standings.get(uri);
		if (!standing) return;
		this.hints.delete(standing.lesson.id);
		this.keep(uri, { ...standing, hints: 0 });
	}

	forget(uri: string): void {
		this.standings.delete(uri);
		this.tickets.delete(uri);
	}

	private keep(uri: string, standing: Standing): void {
		this.standings.set(uri, standing);
		this.around.changed(uri, standing);
	}
}
