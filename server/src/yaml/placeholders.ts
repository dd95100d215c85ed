import { withoutBranches, withoutInline } from './branches';
import { lineStart } from './lines';
import type { Entry, Item, Node, Placeholder, ScalarNode } from './node';
import { type Document, parse } from './parse';

/** What stands for a placeholder while its document is parsed: no text holds these, and to YAML they are letters. */
const FIRST = '\ufdd0';
const NEXT = '\ufdd1';
const STAND_IN = /\ufdd0\ufdd1*/g;

/** Of bounded length, and ending where another begins, so that reading them takes no longer than the text. */
const FORMS = [
	// ${X}, ${X:=1}, ${{ x }}
	/\$\{(?:[^{}\n]|\{[^{}\n]{0,100}\}){0,200}\}/,
	// $(X); $$(X) is how Kubernetes writes it where it is meant as it stands
	/(?<!\$)\$\([\w.[\]"' /:-]{1,200}\)/,
	// $X; a directive of a patch begins the same way
	/\$(?!(?:patch|retainKeys)\b|setElementOrder\/|deleteFromPrimitiveList\/)[A-Za-z_]\w*/,
	// {{ x }}, {% if x %}1{% endif %}, <%= x %>
	/\{\{(?:[^{\n]|\{(?!\{)){0,400}?\}\}/,
	/(?:\{%(?:[^{\n]|\{(?!%)){0,200}?%\}[^\n{]{0,100}){1,10}(?<=%\})|\{%(?:[^{\n]|\{(?!%)){0,200}?%\}/,
	/<%(?:[^<\n]|<(?!%)){0,400}?%>/,
	// <image>, __X__, @X@
	/<[A-Za-z][\w .:/-]{0,100}>/,
	/__[A-Za-z]\w{0,100}?__/,
	/@[A-Za-z][\w.-]{0,100}@/,
	// %X%, but not the bytes of a URL
	/%(?![0-9A-Fa-f]{2}%)[A-Za-z_]\w{0,100}%/,
	// #{X}#, where it is no comment of its own
	/(?<=[^\s#][ \t]{0,20})#\{[^{}\n]{1,200}\}#?/,
	// ytt: a value, and a part of a text
	/(?<=[:-][ \t]{1,20})#@ [^\r\n]*/,
	/\(@(?:[^(\n]|\((?!@)){0,400}?@\)/,
];
const FORM = new RegExp(FORMS.map(({ source }) => source).join('|'), 'y');
/** How each of them begins, and a statement of `branches.ts`; most texts have none of it. */
const SIGN = /\$[({A-Za-z_]|\{[{%#]|<[%A-Za-z]|__[A-Za-z]|@[A-Za-z]|%[A-Za-z_]|#[{@]|\(@/;
const SIGNS = new RegExp(SIGN, 'g');
/** Kubernetes' own form: k8s.io/kubernetes/third_party/forked/golang/expansion, and what a variable may be called. */
const REFERENCE = /^\$\([A-Za-z_.-][\w.-]*\)$/;

/** Parses a document as `parse` does, with placeholders taken for values that nobody knows: whatever they are made of, they break nothing. */
export function parseWithPlaceholders(text: string): Document {
	if (!SIGN.test(text)) return parse(text);
	const lines = withoutBranches(text);
	const placeholders = formsIn(lines);
	if (lines === text && placeholders.length === 0) return parse(text);
	const document = parseMasked(text, masked(lines, placeholders), placeholders);
	if (document.faults.length === 0) return document;
	// What only looks like a placeholder may go from one text into another.
	const plain = parse(text);
	return plain.faults.length === 0 ? { ...plain, placeholders } : (withoutInlineIn(text, lines) ?? document);
}

/** `[a{% if x %}, {{ b }}{% endif %}]` */
function withoutInlineIn(text: string, lines: string): Document | undefined {
	const barer = withoutInline(lines);
	if (barer === lines) return undefined;
	const placeholders = formsIn(barer);
	const document = parseMasked(text, masked(barer, placeholders), placeholders);
	return document.faults.length === 0 ? document : undefined;
}

/** A document with the placeholders in it, where these break nothing: in JSON they stand in quotes. */
export function withPlaceholders(document: Document): Document {
	const placeholders = SIGN.test(document.text) ? formsIn(document.text) : [];
	return placeholders.length > 0 ? { ...document, placeholders } : document;
}

/** Parses what `mask` made of a text, in which every placeholder is `maskOf` its length, and gives the scalars back their text. */
export function parseMasked(text: string, mask: string, placeholders: readonly Placeholder[]): Document {
	const { root, faults } = parse(mask);
	const there = placeholders.filter(({ start }) => mask.charAt(start) === FIRST);
	return { text, root: root && new Restorer(text, there).node(root), faults, placeholders: there };
}

/** As long as the placeholder, and a word to YAML. */
export const maskOf = (length: number): string => (length === 0 ? '' : FIRST + NEXT.repeat(length - 1));

/** The placeholder of a document that a scalar holds; of several one that is not Kubernetes' own. */
export function placeholderIn(document: Document, scalar: ScalarNode): Placeholder | undefined {
	const within = placeholdersIn(document, scalar);
	return within.find(({ isReference }) => !isReference) ?? within[0];
}

/** All placeholders of a document that a scalar holds. */
export function placeholdersIn({ placeholders = [] }: Document, { range }: ScalarNode): readonly Placeholder[] {
	return placeholders.filter(({ start, end }) => start < range.end && range.start < end);
}

/** A form is looked for only where there is a sign of one: to try them all at every character costs as much as to scan the text. */
function formsIn(text: string): readonly Placeholder[] {
	const found: Placeholder[] = [];
	SIGNS.lastIndex = 0;
	for (let sign = SIGNS.exec(text); sign; sign = SIGNS.exec(text)) {
		FORM.lastIndex = sign.index;
		const [form] = FORM.exec(text) ?? [];
		if (form) found.push({ start: sign.index, end: sign.index + form.length, isReference: REFERENCE.test(form) });
		SIGNS.lastIndex = sign.index + (form?.length ?? 1);
	}
	return found;
}

function masked(text: string, placeholders: readonly Placeholder[]): string {
	let mask = '';
	let end = 0;
	for (const { start, end: next } of placeholders) {
		mask += text.slice(end, start) + maskOf(next - start);
		end = next;
	}
	mask += text.slice(end);
	return placeholders.some(({ start }) => text.slice(lineStart(text, start), start).trim() === '') ? withoutLonely(mask) : mask;
}

/** A line that is a placeholder and nothing else stands for lines: there may be none, unless a key waits for its value. */
function withoutLonely(mask: string): string {
	return mask.replace(/(^|\n)([ \t]*)(\ufdd0\ufdd1*)(?=[ \t]*(?:\r?\n|$))/g, (whole, before: string, indent: string, form: string, at: number) =>
		/[:\-|>][ \t]*\r?$/.test(mask.slice(mask.lastIndexOf('\n', at - 1) + 1, at)) ? whole : before + indent + ' '.repeat(form.length),
	);
}

/** The list itself where nothing in it changes. */
function mapped<T>(all: readonly T[], change: (one: T) => T): readonly T[] {
	let changed: T[] | undefined;
	for (const [i, one] of all.entries()) {
		const next = change(one);
		if (next !== one) changed ??= all.slice(0, i);
		changed?.push(next);
	}
	return changed ?? all;
}

/** Puts back what was written; what holds no placeholder stays as it is. What aliases share stays shared. */
class Restorer {
	private readonly done = new Map<Node, Node>();

	constructor(
		private readonly text: string,
		private readonly placeholders: readonly Placeholder[],
	) {}

	node<T extends Node>(node: T): T {
		if (node.kind === 'scalar' && !node.text.includes(FIRST)) return node;
		const known = this.done.get(node);
		if (known) return known as T;
		const restored = this.restored(node);
		this.done.set(node, restored);
		return restored as T;
	}

	private restored(node: Node): Node {
		switch (node.kind) {
			case 'scalar':
				return this.scalar(node);
			case 'list': {
				const items = mapped(node.items, (item) => this.item(item));
				return items === node.items ? node : { ...node, items };
			}
			case 'map': {
				const entries = mapped(node.entries, (entry) => this.entry(entry));
				return entries === node.entries ? node : { ...node, entries };
			}
		}
	}

	private item(item: Item): Item {
		const value = item.value && this.node(item.value);
		return value === item.value ? item : { ...item, value };
	}

	private entry(entry: Entry): Entry {
		const key = this.scalar(entry.key);
		const value = entry.value && this.node(entry.value);
		return key === entry.key && value === entry.value ? entry : { ...entry, key, value };
	}

	private scalar(node: ScalarNode): ScalarNode {
		if (!node.text.includes(FIRST)) return node;
		let next = this.placeholders.findIndex(({ start }) => start >= node.range.start);
		const text = node.text.replace(STAND_IN, () => {
			const { start, end } = this.placeholders[next++] ?? { start: 0, end: 0 };
			return this.text.slice(start, end);
		});
		return { ...node, text };
	}
}
