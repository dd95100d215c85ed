import { type Finder, isBlank } from './broken';

/** In a stream of JSON objects nothing stands between them, and no YAML follows two of them. */
export const jsonBetween: Finder = ({ isJson, text, lines }) => {
	if (!isJson || /^\s*\{/.test(text)) return [];
	const start = text.length - text.trimStart().length;
	const mark = /^[,;\]}]+/.exec(text.slice(start))?.[0];
	if (mark) {
		const range = { start, end: start + mark.length };
		return [{ code: 'json/between-objects', range, title: { en: `Remove ${mark}`, ko: `${mark} 지우기` }, edits: [{ range, text: '' }] }];
	}
	const first = lines.find((line) => !isBlank(line));
	return first?.text.startsWith('---') ? [{ code: 'json/then-yaml', range: { start, end: start + 3 } }] : [];
};
