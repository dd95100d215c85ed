import { KINDS, type Kind, kindOf } from '../schema/kinds';
import { entryOf, type ListNode, type Node, textOf } from '../yaml/node';
import { type Document, type Part, parse, parsePart, split, splitStream } from '../yaml/parse';
import { headOf, meansOurs, saysKind } from './head';
import { noObject, type WrongHead, wrongHead } from './wrong-head';

/** A file larger than this is left alone, in UTF-16 units: nobody edits it by hand, and every keystroke would cost. */
export const LARGEST = 4_000_000;

/** One object of a file, of a kind we know: a whole document, or an item of a `kind: List`. */
export interface Manifest {
	readonly kind: Kind;
	readonly name: string;
	readonly node: Node;
	/** Where its document starts in the file; offsets of nodes count from there. */
	readonly start: number;
	readonly document: Document;
}

/** A document of the file and the objects found in it. */
export interface Section {
	readonly start: number;
	readonly document: Document;
	readonly manifests: readonly Manifest[];
	/** Objects that would be ours, but for what they say they are. */
	readonly heads: readonly WrongHead[];
	/** It has objects of ours or plainly means to: what keeps it from being read is told. */
	readonly isOurs: boolean;
	/** What it says it is, when that is none of our kinds; '' when it says nothing. */
	readonly otherKind?: string;
	readonly separatorFault?: Part['separatorFault'];
	readonly jsonFault?: Part['jsonFault'];
	readonly linesAbove: number;
}

export interface File {
	readonly text: string;
	readonly sections: readonly Section[];
	/** Why nothing is read at all. */
	readonly silent?: 'template' | 'tooLarge' | 'ignored';
}

/** A file that the user wants to be left alone. */
export const IGNORED: File = { text: '', sections: [], silent: 'ignored' };

/**
 * Reads a file as kubectl does. `known` holds documents parsed before, by text: a keystroke costs the one document it changed.
 * A file with Go template in it is met with silence: nobody knows what it will become.
 */
export function read(text: string, known?: ReadonlyMap<string, Document>): File {
	if (text.length > LARGEST) return { text, sections: [], silent: 'tooLarge' };
	if (INLINE_TEMPLATE.test(text) || TEMPLATE_LINE.test(text) || CHART_TEMPLATE.test(text)) return { text, sections: [], silent: 'template' };
	return { text, sections: adopted(splitStream(text).map((part) => section(part, known?.get(part.text) ?? parsePart(part)))) };
}

/** The same as the API server reads a text: documents between `---` alone, keys in any case, and braces are what they are in all but a chart's template. */
export function readLiterally(text: string): File {
	if (text.length > LARGEST) return { text, sections: [], silent: 'tooLarge' };
	if (CHART_TEMPLATE.test(text)) return { text, sections: [], silent: 'template' };
	return { text, sections: split(text).map((part) => ofObjects(part, parse(part.text), () => undefined)) };
}

// What stands between braces is bounded and holds no further pair, and no line goes on beyond what `^` takes for its end: a long text would be read over and over.
const CHART_TEMPLATE = /\{\{(?:-|\/\*|(?:[^{}\n]|\{(?!\{)){0,400}?(?:\.Values|\.Release|\.Chart|\binclude)\b)/;
const TEMPLATE_LINE = /^[ \t]*\{\{/m;
/** Braces in a value or a list item; inside a block of shell or a comment they are somebody else's. */
const INLINE_TEMPLATE = /^[^#\n\r\u2028\u2029]*\{\{-? *[.$\w](?:[^{}\n]|\{(?!\{)){0,400}\}\}/m;

function section(part: Part, document: Document): Section {
	const read = ofObjects(part, document, (node) => wrongHead(node, document.text));
	if (read.isOurs || !isMeant(part, document)) return read;
	const { root } = document;
	return { ...read, isOurs: true, heads: isUnread(part, document) || !root ? [] : [noObject(root, document.text)] };
}

/** Nothing is known of it but its text. */
const isUnread = ({ jsonFault, separatorFault }: Part, { faults }: Document): boolean =>
	faults.length > 0 || separatorFault !== undefined || jsonFault?.isFinal === true;

/** Whether what is none of our objects plainly means to be one. */
function isMeant(part: Part, document: Document): boolean {
	const { root, text } = document;
	// What stands behind `---` by mistake was meant for the document.
	if (isUnread(part, document)) return meansOurs(`${part.separatorFault?.rest ?? ''}\n${text}`, 3);
	if (root?.kind === 'list' && !endsEarly(root, text)) return areOurs(root);
	if (root?.kind === 'scalar' || endsEarly(root, text)) return meansOurs(text, 3);
	return root?.kind === 'map' && !textOf(root, 'kind') && meansOurs(text, 0);
}

/** `fault` is what is wrong with the head of an object. */
function ofObjects(part: Part, document: Document, fault: (node: Node) => WrongHead | undefined): Section {
	const { start, linesAbove, separatorFault, jsonFault } = part;
	const heads: WrongHead[] = [];
	const manifests = objectsOf(document.root).flatMap(({ node, kind }): Manifest | readonly Manifest[] => {
		const wrong = kind ? undefined : fault(node);
		if (wrong) heads.push(wrong);
		const head = headOf(node);
		const known = wrong ? undefined : (kind ?? (head.fault === undefined ? kindOf(head.apiVersion, head.kind) : undefined));
		return known ? { kind: known, name: textOf(entryOf(node, 'metadata')?.value, 'name') ?? '', node, start, document } : [];
	});
	return {
		start,
		document,
		manifests,
		heads,
		isOurs: manifests.length + heads.length > 0,
		linesAbove,
		...(manifests.length === 0 ? { otherKind: textOf(document.root, 'kind') ?? '' } : {}),
		...(separatorFault ? { separatorFault } : {}),
		...(jsonFault ? { jsonFault } : {}),
	};
}

/** The document itself, or what a list lists: items of a list of one kind need not say it (UnstructuredJSONScheme.decodeToList). */
function objectsOf(root: Node | undefined): readonly { readonly node: Node; readonly kind?: Kind }[] {
	if (!root) return [];
	const name = textOf(root, 'kind');
	const listed = KINDS.find(({ kind, apiVersion }) => `${kind}List` === name && apiVersion === textOf(root, 'apiVersion'));
	if (!listed && (name !== 'List' || textOf(root, 'apiVersion') !== 'v1')) return [{ node: root }];
	const items = entryOf(root, 'items')?.value;
	const nodes = items?.kind === 'list' ? items.items.flatMap((item) => item.value ?? []) : [];
	const isSilent = (node: Node): boolean => !textOf(node, 'kind') || !textOf(node, 'apiVersion');
	return nodes.map((node) => (listed && isSilent(node) ? { node, kind: listed } : { node }));
}

/** Whether more is written behind the document than comments: nobody reads it any more. */
const endsEarly = (root: Node | undefined, text: string): boolean =>
	root !== undefined && /^(?!\.\.\.)[ \t]*[^\s#]/m.test(text.slice(root.range.end).replace(/^.*/, ''));

/** Objects of ours in a list that nothing says is one. */
const areOurs = ({ items }: ListNode): boolean => items.length > 0 && items.every(({ value }) => kindOf(textOf(value, 'apiVersion'), textOf(value, 'kind')));

/** What is no object, and stands beside one of ours, belongs to the same mishap: the text before a `---`, a directive, the end of a pasted shell command. */
function adopted(sections: readonly Section[]): readonly Section[] {
	return sections.map((section, i) => {
		const { document, isOurs, heads } = section;
		const isText = document.faults.length > 0 || document.root?.kind === 'scalar';
		if (isOurs || !isText || saysKind(document.text) || ![sections[i - 1], sections[i + 1]].some((beside) => beside?.isOurs)) return section;
		return { ...section, isOurs: true, heads: document.faults.length > 0 || !document.root ? heads : [noObject(document.root, document.text)] };
	});
}
