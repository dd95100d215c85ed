import { type Finder, type Line, linesNear, rangeIn } from './broken';

/** A line of words between the lines of a manifest, or a comment as other languages have it: it lacks its `#`. */
export const strayWords: Finder = (broken) =>
	linesNear(broken)
		.filter(isStray)
		.map((line) => ({
			code: 'yaml/foreign-line',
			range: rangeIn(line, line.indent, line.text.trimEnd().length),
			title: { en: 'Make it a comment', ko: '주석으로 바꾸기' },
			edits: [{ range: rangeIn(line, line.indent, line.indent + (OTHER.exec(line.text.slice(line.indent))?.[0].length ?? 0)), text: '# ' }],
			why: {
				en: 'This line is no part of the manifest. A comment begins with `#`.',
				ko: '매니페스트에 속하지 않는 줄이다. 주석은 `#`으로 시작한다.',
			},
		}));

/** Several words and no key, marks of other comments, or letters that no key has. */
const isStray = ({ text }: Line): boolean => {
	const words = text.trim();
	return MARKS.test(words) || (!/^(?:#|---|- |["'[{\]}])/.test(words) && !/:(?:\s|$)/.test(words) && (/\S\s+\S/.test(words) || /[^\p{ASCII}]/u.test(words)));
};

/** The marks of other languages, whose place `#` takes. */
const OTHER = /^(?:\/\/|--|;)+ */;
const MARKS = /^(?:\/\/|--(?!-)|<!--|\/\*|\*\/|;|`{3}|~{3}|={3}|\*{3})/;
