import { type Finder, isBlank, piecesOf, rangeIn } from './broken';

/** `ports: 80` and a dash below it: what has a value already takes no list. */
export const listUnderValue: Finder = ({ lines, row }) => {
	const dash = lines.findIndex((line, i) => i >= row - 1 && /^\s*-(?:\s|$)/.test(line.text));
	const above = lines.slice(0, Math.max(0, dash)).findLast((line) => !isBlank(line));
	const item = lines[dash];
	const pieces = above && piecesOf(above);
	if (!item || !pieces?.key || pieces.value === '' || /^[|>&!]/.test(pieces.value)) return [];
	return [
		{
			code: 'yaml/list-depth',
			range: rangeIn(item, item.indent, item.text.trimEnd().length),
			why: {
				en: `\`${pieces.key}\` above has a value on its line already. A list stands below a key that has none.`,
				ko: `바로 위의 \`${pieces.key}\`에는 이미 값이 있다. 목록은 값을 적지 않은 키 아래에 둔다.`,
			},
		},
	];
};
