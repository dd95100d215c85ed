/** What is said of lessons outside of their pages, in the language of the lessons: theirs may be another one than VS Code's. */
export interface CourseWords {
	readonly list: (solved: number, all: number) => string;
	readonly folder: string;
	readonly nextHint: string;
	readonly solution: string;
	readonly hint: (number: number, of: number, text: string) => string;
	readonly compared: (title: string) => string;
	readonly lesson: (number: number) => string;
	readonly place: (number: number, of: number, title: string) => string;
	readonly solved: string;
	readonly met: (held: number, all: number) => string;
	readonly ask: string;
	readonly next: (title: string) => string;
	readonly done: (title: string, remember: string) => string;
}

export const COURSE_WORDS: Readonly<Record<'en' | 'ko', CourseWords>> = {
	en: {
		list: (solved, all) => `Learn Pods: ${solved} of ${all} solved`,
		folder: 'Choose a folder to save lessons in',
		nextHint: 'Next Hint',
		solution: 'Show the Solution',
		hint: (number, of, text) => `Hint ${number} of ${of}: ${text}`,
		compared: (title) => `${title}: yours, and one solution`,
		lesson: (number) => `Lesson ${number}`,
		place: (number, of, title) => `Lesson ${number} of ${of}: ${title}`,
		solved: 'Solved',
		met: (held, all) => `${held} of ${all} met`,
		ask: 'Hint',
		next: (title) => `Next: ${title}`,
		done: (title, remember) => `Solved: ${title}. ${remember}`,
	},
	ko: {
		list: (solved, all) => `파드 배우기: ${all}단원 중 ${solved}단원을 풀었다`,
		folder: '단원을 저장할 폴더 고르기',
		nextHint: '다음 힌트',
		solution: '풀이 보기',
		hint: (number, of, text) => `힌트 ${number}/${of}: ${text}`,
		compared: (title) => `${title}: 내 답과 풀이`,
		lesson: (number) => `${number}단원`,
		place: (number, of, title) => `${of}단원 중 ${number}단원: ${title}`,
		solved: '통과했다',
		met: (held, all) => `${all}개 중 ${held}개 통과`,
		ask: '힌트',
		next: (title) => `다음: ${title}`,
		done: (title, remember) => `통과했다: ${title}. ${remember}`,
	},
};
