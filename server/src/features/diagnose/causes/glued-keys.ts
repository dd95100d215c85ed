import type { Node, Range } from '../../../yaml/node';
import { asOneEdit, type Edit } from '../../../yaml/text-edit';
import { why } from '../diagnostic';
import { type FindSlip, lostBy, MOST_TRIED } from './slip';

/** `name:web` where only YAML is content: it takes the line for text, or for a key without a value, and the server complains of what comes of it. */
export const gluedKeys: FindSlip = ({ document: { root, text, faults } }, told, judge) => {
	if (!root || told.length === 0 || faults.length > 0) return undefined;
	const accused = told.filter(({ code }) => code === 'decode/type').map(({ range }) => scalarAt(root, range.start));
	const glued = [...accused, ...(text.includes('{') ? keysAlone(root) : [])]
		.flatMap((range) => (range ? { range, edits: spaces(range, text) } : []))
		.filter(({ edits }) => edits.length > 0);
	for (const { range, edits } of glued.slice(0, MOST_TRIED)) {
		const [server] = lostBy(edits, text, told, judge);
		const edit = asOneEdit(edits, text);
		if (!server || !edit) continue;
		const title = { en: 'Put a space behind the colon', ko: '콜론 뒤에 공백 넣기' };
		return { edits, finding: { ...server, ...why('yaml/space-after-colon'), code: 'yaml/space-after-colon', range, fix: { title, edit } } };
	}
	return undefined;
};

/** Behind the colon of each line of a text, if all its lines look like keys with values. */
function spaces({ start, end }: Range, text: string): readonly Edit[] {
	const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)];
	const colons = lines.map(({ 0: line, index }) => {
		const key = /^\s*[A-Za-z][\w./-]*:(?=[^\s:/])/.exec(line)?.[0].length;
		return key === undefined ? -1 : start + index + key;
	});
	return colons.includes(-1) ? [] : colons.map((at) => ({ range: { start: at, end: at }, text: ' ' }));
}

/** The plain scalar that begins at an offset. */
function scalarAt(node: Node, offset: number): Range | undefined {
	if (node.kind === 'scalar') return node.range.start === offset && node.style === 'plain' ? node.range : undefined;
	const children = node.kind === 'map' ? node.entries : node.items;
	for (const { value, alias } of children) {
		const found = value && !alias && value.range.start <= offset && offset <= value.range.end ? scalarAt(value, offset) : undefined;
		if (found) return found;
	}
	return undefined;
}

/** Keys between brackets that have a colon of their own and no value: `{cpu:1}`. */
function keysAlone(node: Node, found: Range[] = []): readonly Range[] {
	if (node.kind === 'scalar') return found;
	if (node.kind === 'map' && node.flow)
		for (const { key, value } of node.entries) if (!value && key.style === 'plain' && /^\w+:\S/.test(key.text)) found.push(key.range);
	for (const { value, alias } of node.kind === 'map' ? node.entries : node.items) if (value && !alias) keysAlone(value, found);
	return found;
}
