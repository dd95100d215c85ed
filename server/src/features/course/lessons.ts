/** The course in the language asked for. */
import { readPage, type Lesson as Written } from '../../course/lesson';
import { LESSONS } from '../../course/lessons';
import type { Lesson, LessonHead } from '../../protocol/course';
import { lessonFile, scenarioFileOf } from '../../protocol/lesson-files';

type One = 'en' | 'ko';

export const lessonHeads = (language: One): readonly LessonHead[] => LESSONS.map((lesson) => headOf(lesson, language));

/** Undefined where no lesson has that id. */
export function lessonOf(id: string, language: One): Lesson | undefined {
	const index = LESSONS.findIndex((lesson) => lesson.id === id);
	const written = LESSONS[index];
	if (!written) return undefined;
	const { start, scenario, solution, whatIf } = written;
	const { story, ...page } = readPage(written[language], language);
	const next = LESSONS[index + 1];
	return {
		...page,
		id,
		index,
		of: LESSONS.length,
		file: lessonFile(index, id),
		scenarioFile: scenarioFileOf(lessonFile(index, id)),
		start,
		scenario: `describe: ${story}\n${scenario}`,
		solution,
		...(whatIf !== undefined && { whatIfScenario: whatIf }),
		...(next && { next: headOf(next, language) }),
	};
}

function headOf(lesson: Written, language: One): LessonHead {
	const { title, goal } = readPage(lesson[language], language);
	return { id: lesson.id, title, goal };
}
