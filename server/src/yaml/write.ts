import { Document, isCollection, type Scalar, visit } from 'yaml';
import { compose } from './compose';
import type { Node } from './node';
import { resolve, resolveKey } from './scalar';

/** Where a scalar is written: as a value on a line of its own key, between brackets, or as a key. */
export type Where = 'block' | 'flow' | 'key';

/** A number, boolean or null as YAML has it; a text in quotes where kubectl would read something else without. */
export function scalarText(value: unknown, where: Where = 'block'): string {
	return typeof value === 'string' && !isPlain(value, where) ? quoted(value) : String(value);
}

/** Whether a text may stand without quotes: asked of the reader itself, so that the two never disagree. */
function isPlain(text: string, where: Where): boolean {
	if (PLAIN_WORD.test(text)) return text.length > 5 || isString(text, where);
	// At the start of a line the marks of a document would end it.
	if (text !== text.trim() || ESCAPED.test(text) || /^(?:---|\.\.\.)/.test(text)) return false;
	if (where === 'key') return readsAsKey(text);
	return readsAs(where === 'flow' ? `[${text}]` : `- ${text}`, text);
}

/** In double quotes, which hold any text. */
export function quoted(text: string): string {
	// JSON leaves alone what YAML takes for line breaks, or for no text at all.
	return JSON.stringify(text).replace(new RegExp(ESCAPED, 'g'), (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const ESCAPED = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** YAML for a value below a key, each line indented by `indent` columns; the dashes of its lists stand as in the text that it becomes a part of. */
export function blockText(value: unknown, indent: number, around = ''): string {
	return written(value, false, indentsLists(around))
		.split('\n')
		.map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
		.join('\n');
}

/** Whether the dashes of a list stand further in than its key, as its first one shows. */
export function indentsLists(text: string): boolean {
	let key = -1;
	for (let start = 0; start < text.length; ) {
		const end = text.indexOf('\n', start);
		const line = text.slice(start, end < 0 ? text.length : end);
		start = end < 0 ? text.length : end + 1;
		if (NOTHING.test(line)) continue;
		const [, blanks = '', dashes = ''] = DASHES.exec(line) ?? [];
		if (key >= 0 && dashes !== '' && blanks.length >= key) return blanks.length > key;
		key = KEY_ALONE.test(line) ? blanks.length + dashes.length : -1;
	}
	return false;
}

const NOTHING = /^\s*(?:#.*)?$/;
const DASHES = /^( *)((?:- +)*)/;
const KEY_ALONE = /:[ \t]*(?:#.*)?\r?$/;

/** A value on one line. */
export const flowText = (value: unknown): string => (typeof value === 'object' && value !== null ? written(value, true, false) : scalarText(value));

/** Letters and dashes: most names, which can be nothing but text once they are longer than `false`. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z-]*$/;

const isString = (text: string, where: Where): boolean => {
	const node = { kind: 'scalar', range: { start: 0, end: 0 }, text, style: 'plain' } as const;
	return where === 'key' ? resolveKey(node) === text : resolve(node).kind === 'string';
};

/** Whether a list of one item, as it is written, holds this text. */
function readsAs(list: string, text: string): boolean {
	const { root, fault } = compose(list);
	const [only, ...others] = root?.kind === 'list' && !fault ? root.items : [];
	return others.length === 0 && isThis(only?.value, text) && isString(text, 'block');
}

function readsAsKey(text: string): boolean {
	const { root, fault } = compose(`{${text}: x}`);
	const [only, ...others] = root?.kind === 'map' && !fault ? root.entries : [];
	return others.length === 0 && isThis(only?.key, text) && only?.value?.kind === 'scalar' && isString(text, 'key');
}

const isThis = (node: Node | undefined, text: string): boolean => node?.kind === 'scalar' && node.style === 'plain' && !node.tag && node.text === text;

function written(value: unknown, flow: boolean, indentSeq: boolean): string {
	const document = new Document(value, { version: '1.1', aliasDuplicateObjects: false });
	visit(document, {
		Scalar: (key, scalar: Scalar) => {
			// Several lines are a block of their own, but not between brackets.
			if (typeof scalar.value !== 'string' || (scalar.value.includes('\n') && !flow)) return;
			if (!isPlain(scalar.value, key === 'key' ? 'key' : flow ? 'flow' : 'block')) scalar.type = 'QUOTE_DOUBLE';
		},
		Collection: (_, collection) => {
			collection.flow = flow || (isCollection(collection) && collection.items.length === 0);
		},
	});
	return document.toString({ indent: 2, indentSeq, lineWidth: 0, directives: false }).trimEnd();
}
