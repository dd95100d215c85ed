import { toJson } from '../../../yaml/json';
import type { Node } from '../../../yaml/node';
import { parse } from '../../../yaml/parse';
import { flowText } from '../../../yaml/write';
import type { Finder } from './broken';

/** An alias whose anchor stands in another document, further down, or nowhere. */
export const alias: Finder = ({ message, at, text, others }) => {
	const [, name] = /^unknown anchor '(.*)' referenced$/.exec(message) ?? [];
	if (name === undefined) return [];
	const range = { start: at, end: at + 1 + name.length };
	const mark = new RegExp(`&${name.replace(/[^\w-]/g, '\\$&')}(?=[\\s,\\]}])`);
	const elsewhere = others.find((other) => mark.test(other));
	if (elsewhere !== undefined) {
		const value = anchored(elsewhere, mark);
		const title = { en: `Write the value of &${name} here`, ko: `&${name}의 값을 여기에 적기` };
		return [{ code: 'yaml/alias', range, why: ELSEWHERE, ...(value === undefined ? {} : { title, edits: [{ range, text: value }] }) }];
	}
	return mark.test(text) ? [{ code: 'yaml/alias', range, why: BELOW }] : [];
};

const ELSEWHERE = {
	en: 'The anchor stands in another document of the file, and `---` ends it. Write the value here once more.',
	ko: '앵커가 파일의 다른 문서에 있다. 앵커는 `---`를 넘지 못하므로 값을 여기에 다시 적는다.',
};
const BELOW = {
	en: 'The anchor stands further down. An alias knows only what stands above it.',
	ko: '앵커가 더 아래에 있다. 별칭은 위에 나온 앵커만 쓸 수 있다.',
};

/** The value that an anchor names in a text, on one line. */
function anchored(text: string, mark: RegExp): string | undefined {
	const found = mark.exec(text);
	const from = (found?.index ?? 0) + (found?.[0].length ?? 0);
	const node = firstFrom(parse(text).root, from);
	return node && text.slice(from, node.range.start).trim() === '' ? flowText(toJson(node)) : undefined;
}

/** The outermost node that begins at an offset or behind it. */
function firstFrom(node: Node | undefined, offset: number): Node | undefined {
	if (!node || node.range.start >= offset) return node;
	if (node.kind === 'scalar') return undefined;
	const within = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items.map(({ value }) => value);
	for (const child of within) {
		const found = child && firstFrom(child, offset);
		if (found) return found;
	}
	return undefined;
}
