import { type Finder, linesNear, piecesOf, rangeIn } from './broken';

/** `metadata: name: a`, `env: - name: A`: what belongs below a key stands on its line. */
export const ownLine: Finder = (broken) =>
	linesNear(broken).flatMap((line) => {
		const { key = '', head = '', value = '', valueAt = 0 } = piecesOf(line) ?? {};
		if (key === '' || !/^(?:- |[A-Za-z][\w./-]*:(?: |$))/.test(value)) return [];
		const gap = line.text.slice(0, valueAt).trimEnd().length;
		return [
			{
				code: 'yaml/own-line',
				range: rangeIn(line, valueAt, valueAt + value.length),
				title: { en: 'Put it on the next line', ko: '다음 줄로 내리기' },
				edits: [{ range: rangeIn(line, gap, valueAt), text: `\n${' '.repeat(head.length + (value.startsWith('- ') ? 0 : 2))}` }],
			},
		];
	});
