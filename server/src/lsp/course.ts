import { lessonHeads, lessonOf } from '../features/course/lessons';
import { LESSON, LESSONS } from '../protocol/requests';
import { invalid } from './answering';
import type { Session } from './session';

/** The course: its lessons, read when the first of them is asked for. */
export function registerCourse({ answering }: Session): void {
	answering.answer(LESSONS, ({ language }) => lessonHeads(languageOf(language)));
	answering.answer(LESSON, ({ id, language }) => {
		if (typeof id !== 'string') throw invalid('id');
		return lessonOf(id, languageOf(language)) ?? null;
	});
}

function languageOf(language: unknown): 'en' | 'ko' {
	if (language !== 'en' && language !== 'ko') throw invalid('language');
	return language;
}
