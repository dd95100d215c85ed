import { type Finder, rangeIn } from './broken';

/** A backslash in double quotes that begins no escape: `"\d+"`, `"C:\Users"`. */
export const badEscape: Finder = ({ lines, row, message }) => {
	const line = lines[row];
	if (!line || !/escape|hexdecimal|Unicode character/.test(message)) return [];
	const quoted = [...line.text.matchAll(/"(?:[^"\\]|\\.)*"?/g)];
	const bad = quoted.flatMap(({ 0: text, index }) =>
		[...text.matchAll(/\\(?:(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0abtnvfre "'/\\N_LP\t])|(.?))/g)].flatMap(({ 1: good, index: at }) =>
			good ? [] : [index + at],
		),
	);
	const [first] = bad;
	if (first === undefined) return [];
	const title = { en: bad.length > 1 ? 'Double the backslashes' : 'Double the backslash', ko: '백슬래시를 두 번 쓰기' };
	return [{ code: 'yaml/escape', range: rangeIn(line, first, first + 2), title, edits: bad.map((at) => ({ range: rangeIn(line, at, at), text: '\\' })) }];
};
