import { type Finder, rangeIn } from './broken';

/** `%YAML 1.2`: kubectl knows no directives but that of YAML 1.1, and not even that on its own. */
export const directive: Finder = ({ lines }) => {
	const found = lines.filter(({ text }) => /^%(?:YAML|TAG)\b/.test(text));
	const [first] = found;
	if (!first) return [];
	const edits = found.map((line) => ({ range: { start: line.start, end: lines[lines.indexOf(line) + 1]?.start ?? line.start + line.text.length }, text: '' }));
	return [{ code: 'yaml/directive', range: rangeIn(first, 0, first.text.length), title: { en: 'Remove the directive', ko: '지시자 지우기' }, edits }];
};
