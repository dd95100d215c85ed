/** A lesson as it stands: what is expected, as it was judged last, and what of it has just changed. */
import type { Expected, SimulateAnswer } from '../../../server/src/protocol/life';
import type { ShownLesson } from '../../../server/src/protocol/panel';

export interface LessonState extends ShownLesson {
	readonly expected: readonly Expected[];
	/** Places of those that were judged otherwise a moment ago. */
	readonly changed: ReadonlySet<number>;
	readonly isSolved: boolean;
}

type Answer = Pick<SimulateAnswer, 'kind'> & { readonly expected?: readonly Expected[] };

/** What comes of an answer; of its "what if" nothing is judged. */
export function lessonAfter(before: LessonState | undefined, shown: ShownLesson, answer: Answer): LessonState {
	const same = before?.lesson.id === shown.lesson.id ? before : undefined;
	const expected = shown.isWhatIf ? (same?.expected ?? []) : (answer.expected ?? []);
	const changed = expected.flatMap(({ verdict }, i) => {
		const was = same?.expected[i]?.verdict;
		return was !== undefined && was !== verdict ? [i] : [];
	});
	return {
		...shown,
		expected,
		changed: new Set(changed),
		isSolved: expected.length > 0 && expected.every(({ verdict }) => verdict === 'holds'),
	};
}
