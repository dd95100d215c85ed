import { type Kind, kindOf } from '../schema/kinds';
import { entryOf, type Node, textOf } from '../yaml/node';
import { type Document, type Part, parse, split } from '../yaml/parse';
import { headOf } from './head';

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
	/** What it says it is, when that is none of our kinds; '' when it says nothing. */
	readonly otherKind?: string;
	readonly separatorFault?: Part['separatorFault'];
	readonly linesAbove: number;
}

export interface File {
	readonly sections: readonly Section[];
	/** Why nothing is read at all. */
	readonly silent?: 'template' | 'tooLarge' | 'ignored';
}

/** A file that the user wants to be left alone. */
export const IGNORED: File = { sections: [], silent: 'ignored' };

/**
 * Reads a file. `known` holds documents parsed before, by text: a keystroke costs the one document it changed.
 * A file with Go template in it is met with silence: nobody knows what it will become.
 */
export function read(text: string, known?: ReadonlyMap<string, Document>): File {
	const isTemplate = text.length <= LARGEST && (INLINE_TEMPLATE.test(text) || TEMPLATE_LINE.test(text));
	return isTemplate ? { sections: [], silent: 'template' } : readLiterally(text, known);
}

/** The same, where braces are taken for what the server will get: only a chart's template is nobody's manifest. */
export function readLiterally(text: string, known?: ReadonlyMap<string, Document>): File {
	if (text.length > LARGEST) return { sections: [], silent: 'tooLarge' };
	if (CHART_TEMPLATE.test(text)) return { sections: [], silent: 'template' };
	return { sections: split(text).map((part) => section(part, known)) };
}

// What stands between braces is bounded and holds no further pair, and no line goes on beyond what `^` takes for its end: a long text would be read over and over.
const CHART_TEMPLATE = /\{\{(?:-|\/\*|(?:[^{}\n]|\{(?!\{)){0,400}?(?:\.Values|\.Release|\.Chart|\binclude)\b)/;
const TEMPLATE_LINE = /^[ \t]*\{\{/m;
/** Braces in a value or a list item; inside a block of shell or a comment they are somebody else's. */
const INLINE_TEMPLATE = /^[^#\n\r\u2028\u2029]*\{\{-? *[.$\w](?:[^{}\n]|\{(?!\{)){0,400}\}\}/m;

function section(part: Part, known: ReadonlyMap<string, Document> | undefined): Section {
	const document = known?.get(part.text) ?? parse(part.text);
	const manifests = objectsOf(document.root).flatMap((node) => {
		const head = headOf(node);
		const kind = head.fault === undefined ? kindOf(head.apiVersion, head.kind) : undefined;
		return kind ? [{ kind, name: textOf(entryOf(node, 'metadata')?.value, 'name') ?? '', node, start: part.start, document }] : [];
	});
	return {
		start: part.start,
		document,
		manifests,
		linesAbove: part.linesAbove,
		...(manifests.length === 0 ? { otherKind: textOf(document.root, 'kind') ?? '' } : {}),
		...(part.separatorFault ? { separatorFault: part.separatorFault } : {}),
	};
}

/** The document itself, or what a `kind: List` lists. */
function objectsOf(root: Node | undefined): readonly Node[] {
	if (!root) return [];
	if (textOf(root, 'kind') !== 'List' || textOf(root, 'apiVersion') !== 'v1') return [root];
	const items = entryOf(root, 'items')?.value;
	return items?.kind === 'list' ? items.items.flatMap((item) => (item.value ? [item.value] : [])) : [];
}
