import type { Finder } from './broken';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /\x1b\[[\d;]*[A-Za-z]|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]+/g;

/** Characters that no text has: colors copied from a terminal, the zeros of UTF-16. */
export const controlCharacters: Finder = ({ message, text }) => {
	if (!message.startsWith('control characters')) return [];
	const found = [...text.matchAll(CONTROL)];
	const [first] = found;
	if (!first) return [];
	const code = (first[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	const [en, ko] = first[0].startsWith('\x1b')
		? [', a terminal’s color', ', 터미널의 색']
		: first[0] === '\0'
			? [', a zero of UTF-16 or of a binary file', ', UTF-16이나 바이너리 파일의 0']
			: ['', ''];
	return [
		{
			code: 'yaml/control-character',
			range: { start: first.index, end: first.index + first[0].length },
			why: {
				en: `\`U+${code}\`${en}, stands here and cannot be seen. YAML takes no control characters.`,
				ko: `눈에 보이지 않는 제어 문자 \`U+${code}\`${ko ? `(${ko.slice(2)})` : ''}가 있다. YAML은 제어 문자를 받지 않는다.`,
			},
			title: { en: found.length > 1 ? `Remove all ${found.length}` : 'Remove it', ko: found.length > 1 ? `${found.length}개 모두 지우기` : '지우기' },
			edits: found.map(({ 0: all, index }) => ({ range: { start: index, end: index + all.length }, text: '' })),
		},
	];
};
