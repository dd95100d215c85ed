import type { Finder } from './broken';

/** JSON has no comments. */
export const jsonComment: Finder = ({ text }) => {
	if (!/^\s*(?:\{|\/[/*])/.test(text)) return [];
	const comments = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/)){0,2000}\*\//g)].filter(([one]) => !one.startsWith('"'));
	const [first] = comments;
	if (!first) return [];
	return [
		{
			code: 'json/comment',
			range: { start: first.index, end: first.index + first[0].trimEnd().length },
			title: {
				en: comments.length > 1 ? `Remove the ${comments.length} comments` : 'Remove the comment',
				ko: comments.length > 1 ? `주석 ${comments.length}개 지우기` : '주석 지우기',
			},
			edits: comments.map(({ 0: comment, index }) => ({ range: { start: index, end: index + comment.length }, text: '' })),
		},
	];
};
