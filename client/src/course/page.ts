import type { Standing } from './course';

/** The words between a lesson's own. */
const WORDS = {
	en: { task: 'Your task', look: 'Look', hint: 'Hint', solved: 'Solved', whatIf: 'What if …', remember: 'Remember' },
	ko: { task: '할 일', look: '보자', hint: '힌트', solved: '통과했다', whatIf: '만약에', remember: '기억하자' },
} as const;

const SIGNS = { holds: '✓', fails: '✗', fault: '○' } as const;

/** A lesson as a page of Markdown: its task and how it stands, the story, the hints that were given, and once it is solved what is worth seeing then. */
export function lessonPage({ lesson, results, isSolved, hints }: Standing, language: 'en' | 'ko'): string {
	const words = WORDS[language];
	const told = results.map(({ title, verdict, message }) => `- ${SIGNS[verdict]} ${title}${verdict === 'fails' ? instead(message) : ''}`);
	const given = lesson.hints.slice(0, hints).map((hint, i) => `**${words.hint} ${i + 1}.** ${hint}`);
	const after = [`## ${words.solved}`, lesson.solved, `## ${words.whatIf}`, ...lesson.whatIf.map((one) => `- ${one}`), `## ${words.remember}`, lesson.remember];
	return [
		`# ${lesson.index + 1}. ${lesson.title}`,
		`*${lesson.goal}*`,
		`## ${words.task}`,
		lesson.task,
		told.join('\n'),
		...(isSolved ? [] : given),
		`## ${words.look}`,
		lesson.look,
		lesson.why,
		...(isSolved ? after : []),
		'',
	].join('\n\n');
}

/** What happened instead: the first line of what is said of it. */
const instead = (message: string): string => (message ? `  \n  ${message.split('\n', 1)[0]}` : '');
