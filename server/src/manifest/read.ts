import { type Changes, holdsPatches, inlinePatches, inlinePlugins, type PatchOf, type Target } from '../overlays/kustomization';
import { embeddingOf } from '../schema/embedded';
import { isWhole } from '../schema/embedding';
import { KINDS, type Kind, kindOf } from '../schema/kinds';
import { isGoTemplate, withoutActions } from '../yaml/go-template';
import { entryOf, type Item, type ListNode, type Node, type Range, type ScalarNode, textOf } from '../yaml/node';
import { type Document, type Part, parse, parsePart, split, splitStream, wholeRoot } from '../yaml/parse';
import { parseMasked, parseWithPlaceholders, placeholderIn, withPlaceholders } from '../yaml/placeholders';
import { ALONE, type Around, isOverlayOfYtt, isPart } from './around';
import { type Embedded, graftsOf } from './graft';
import { type Head, headOf, meansOurs, saysKind } from './head';
import { madeOfItem } from './held';
import { misspellsHead, noObject, type WrongHead, wrongHead } from './wrong-head';

/** A file larger than this is left alone, in UTF-16 units: nobody edits it by hand, and every keystroke would cost. */
export const LARGEST = 4_000_000;

/** One object of a file, of a kind we know: a whole document, an item of a `kind: List`, or a pod within an object of another kind. */
export interface Manifest {
	readonly kind: Kind;
	readonly name: string;
	readonly node: Node;
	/** Where its document starts in the file; offsets of nodes count from there. */
	readonly start: number;
	readonly document: Document;
	/** It is no whole object, but is merged into one: nobody knows what it lacks. */
	readonly part?: 'patch' | 'piece';
	/** What kustomizations write into it before it is applied. */
	readonly changes?: Changes;
	/** The patches of these kustomizations, for it or for others. */
	readonly patches?: readonly PatchOf[];
	/** What it stands in, where it is no object by itself. */
	readonly embedded?: Embedded;
	/** An object of another kind holds it whole: nobody applies it by itself. */
	readonly isHeld?: boolean;
}

/** A document of the file and the objects found in it. */
export interface Section {
	readonly start: number;
	readonly document: Document;
	/** As of its file; a patch within a kustomization is one. */
	readonly around: Around;
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
	/** What a template is behind its actions: for help, never for a verdict. */
	readonly masked?: () => Masked;
	readonly around: Around;
}

/** A template with its actions out of the way; offsets are those of the template. */
export interface Masked {
	readonly text: string;
	readonly actions: readonly Range[];
	readonly file: File;
}

/** A file that the user wants to be left alone. */
export const IGNORED: File = { text: '', sections: [], silent: 'ignored', around: ALONE };

/**
 * Reads a file as kubectl does. `known` holds documents parsed before, by text: a keystroke costs the one document it changed.
 * A Go template is met with silence: nobody knows what it will become.
 */
export function read(text: string, known?: ReadonlyMap<string, Document>, around: Around = ALONE): File {
	if (text.length > LARGEST) return { text, sections: [], silent: 'tooLarge', around };
	const mayBeTemplate = !around.isRendered && !around.isBuilt;
	if (mayBeTemplate && (around.isInChart ? text.includes('{{') : isGoTemplate(text))) return template(text, around);
	const own = isOverlayOfYtt(text) ? { ...around, isPatch: true } : around;
	const parsed = around.isRendered ? parsePart : filledIn;
	const sections = splitStream(text).flatMap((part) => sectionsOf(part, known?.get(part.text) ?? parsed(part), own));
	return { text, sections: adopted(sections), around };
}

const filledIn = (part: Part): Document => (part.isJson ? withPlaceholders(parsePart(part)) : parseWithPlaceholders(part.text));

function template(text: string, around: Around): File {
	let read: Masked | undefined;
	const masked = (): Masked => {
		read ??= withoutTemplate(text, around);
		return read;
	};
	return { text, sections: [], silent: 'template', masked, around };
}

function withoutTemplate(text: string, around: Around): Masked {
	const { mask, actions, placeholders } = withoutActions(text);
	const sections = split(mask).map((part) => {
		const end = part.start + part.text.length;
		const own = placeholders.filter(({ start }) => part.start <= start && start < end);
		const moved = own.map((one) => ({ ...one, start: one.start - part.start, end: one.end - part.start }));
		return ofObjects(part, parseMasked(text.slice(part.start, end), part.text, moved), around);
	});
	return { text: mask, actions, file: { text, sections, around } };
}

/** The same as the API server reads a text: documents between `---` alone, keys in any case, and braces are what they are in all but a chart's template. */
export function readLiterally(text: string): File {
	if (text.length > LARGEST) return { text, sections: [], silent: 'tooLarge', around: ALONE };
	if (CHART_TEMPLATE.test(text)) return { text, sections: [], silent: 'template', around: ALONE };
	return { text, sections: split(text).map((part) => ofObjects(part, parse(part.text), ALONE)), around: ALONE };
}

// What stands between braces is bounded and holds no further pair, and no line goes on beyond what `^` takes for its end: a long text would be read over and over.
const CHART_TEMPLATE = /\{\{(?:-|\/\*|(?:[^{}\n]|\{(?!\{)){0,400}?(?:\.Values|\.Release|\.Chart|\binclude)\b)/;

/** A document and, where it is a kustomization or a transformer, the patches written out in it. */
function sectionsOf(part: Part, document: Document, around: Around): readonly Section[] {
	if (!around.isKustomization && !holdsPatches(document.root)) return [section(part, document, around)];
	const blocks = inlinePatches(document.root).filter(({ node }) => node.style === 'block');
	const patches = blocks.flatMap(({ node: { range }, target }) =>
		documentsIn(document.text, range).map(({ start, end }) => {
			const own: Part = { start: part.start + start, text: document.text.slice(start, end), linesAbove: 0 };
			return section(own, filledIn(own), ofPatch(around, target));
		}),
	);
	return [ofObjects(part, document, around), ...patches];
}

/** YAML that is a text in another document; in quotes each of its characters stands for itself, and whoever writes into it writes into them. */
export interface TextWithin {
	readonly section: Section;
	readonly quote?: '"' | "'";
	/** Its characters are not those of the document: of what is in it only the whole has a place. */
	readonly whole?: Range;
}

/** The patches and plug-ins within a document, for the names in them: what else may be said of patches in blocks is said where they are sections of their own. */
export function textsWithin({ start, document, around }: Section, isSection: boolean): readonly TextWithin[] {
	const { text, root } = document;
	if (!around.isKustomization && !holdsPatches(root)) return [];
	const patches = inlinePatches(root).filter(({ node }) => !isSection || node.style !== 'block');
	return [...patches, ...inlinePlugins(root)].flatMap(({ node, target, isPlugin }) => {
		const quote = node.style === 'quoted' ? quoteAt(text, node.range.start) : undefined;
		const its = isPlugin ? { ...around, isKustomization: false } : ofPatch(around, target);
		const ranges = rangesOf(text, node);
		const parts = ranges?.map((range) => ({ start: start + range.start, text: text.slice(range.start, range.end), linesAbove: 0 }));
		const found = ranges ? (quote ? { quote } : {}) : { whole: node.range };
		return (parts ?? split(node.text).map((part) => ({ ...part, linesAbove: 0 }))).flatMap((part) => {
			const own = parse(part.text);
			return wholeRoot(own) ? { section: section(part, own, its), ...found } : [];
		});
	});
}

const quoteAt = (text: string, at: number): '"' | "'" => (text.charAt(at) === '"' ? '"' : "'");

/** Where the documents in a text stand; undefined where a character may stand for another. */
function rangesOf(text: string, { range, style, text: own }: ScalarNode): readonly Range[] | undefined {
	if (style === 'block') return documentsIn(text, range);
	const within = { start: range.start + 1, end: range.end - 1 };
	return style === 'quoted' && text.slice(within.start, within.end) === own ? [within] : undefined;
}

const ofPatch = (around: Around, target: Target | undefined): Around => ({ ...around, isPatch: true, ...(target ? { targets: [target] } : {}) });

/** The documents in a block of text: what parts them stands where its first line begins. */
function documentsIn(text: string, block: Range): readonly Range[] {
	const first = text.indexOf('\n', block.start) + 1;
	const lines = text.slice(first, block.end).split('\n');
	const separator = `${/^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0]}---`;
	const found: Range[] = [];
	let [start, at] = [first, first];
	for (const line of lines) {
		const below = at + line.length + 1;
		if (line.trimEnd() === separator) {
			found.push({ start, end: at });
			start = below;
		}
		at = below;
	}
	return [...found, { start: Math.min(start, block.end), end: block.end }];
}

function section(part: Part, document: Document, around: Around): Section {
	// Which object a part is merged into need not be said in it.
	const fault = (node: Node): WrongHead | undefined => {
		const wrong = wrongHead(node, document.text);
		return wrong && (!isPart(document, around) || misspellsHead(node)) ? wrong : undefined;
	};
	const read = ofObjects(part, document, around, fault, (node, head) => podsIn(node, head, document, around));
	if (read.isOurs || !isMeant(part, document)) return read;
	const { root } = document;
	if (isUnread(part, document) || !root) return { ...read, isOurs: true };
	return isPart(document, around) ? read : { ...read, isOurs: true, heads: [noObject(root, document.text)] };
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

/** `fault` is what is wrong with the head of an object, `within` the pods in one that is none of ours. */
function ofObjects(
	part: Part,
	document: Document,
	around: Around,
	fault: (node: Node) => WrongHead | undefined = () => undefined,
	within: (node: Node, head: Head) => readonly Pick<Manifest, 'kind' | 'node' | 'part' | 'embedded'>[] = () => [],
): Section {
	const { start, linesAbove, separatorFault, jsonFault } = part;
	const heads: WrongHead[] = [];
	const manifests = objectsOf(document.root).flatMap(({ node, kind, isHeld }): Manifest | readonly Manifest[] => {
		const of = { name: textOf(entryOf(node, 'metadata')?.value, 'name') ?? '', start, document, ...(isHeld ? { isHeld } : {}) };
		const alone = kind ?? kindAlone(node, document);
		const head = headOf(node);
		const pods = alone ? [] : within(node, head);
		if (pods.length > 0) return pods.map((pod) => ({ ...pod, ...of }));
		const wrong = alone ? undefined : fault(node);
		if (wrong) heads.push(wrong);
		const known = wrong ? undefined : (alone ?? (head.fault === undefined ? kindOf(head.apiVersion, head.kind) : undefined));
		return known ? { kind: known, node, ...of, ...roleIn(document, around) } : [];
	});
	return {
		start,
		document,
		around,
		manifests,
		heads,
		isOurs: manifests.length + heads.length > 0,
		linesAbove,
		...(manifests.every(({ embedded }) => embedded) ? { otherKind: textOf(document.root, 'kind') ?? '' } : {}),
		...(separatorFault ? { separatorFault } : {}),
		...(jsonFault ? { jsonFault } : {}),
	};
}

/** What the files around an object make of it. */
function roleIn(document: Document, around: Around): Pick<Manifest, 'part' | 'changes' | 'patches'> {
	if (isPart(document, around)) return { part: 'patch' };
	const { changes, patches } = around;
	return { ...(changes ? { changes } : {}), ...(patches ? { patches } : {}) };
}

/** The pods in an object of a kind that is none of ours. */
function podsIn(
	node: Node,
	{ apiVersion = '', kind = '', fault }: Head,
	document: Document,
	around: Around,
): readonly Pick<Manifest, 'kind' | 'node' | 'part' | 'embedded'>[] {
	const embedding = fault === undefined ? embeddingOf(apiVersion, kind, around.kinds) : undefined;
	const grafts = embedding ? graftsOf(node, apiVersion, kind, embedding) : [];
	const isPatch = grafts.length > 0 && isPart(document, around);
	return grafts.map((graft) => ({ ...graft, ...(isPatch ? { part: 'patch' } : isWhole(graft.embedded.part) ? {} : { part: 'piece' }) }));
}

/** Where the apiVersion is filled in later, the kind has to say it. */
function kindAlone(node: Node, document: Document): Kind | undefined {
	const apiVersion = entryOf(node, 'apiVersion')?.value;
	const isOpen = apiVersion?.kind === 'scalar' && placeholderIn(document, apiVersion) !== undefined;
	return isOpen ? KINDS.find(({ kind }) => kind === textOf(node, 'kind')) : undefined;
}

interface Found extends Pick<Manifest, 'node' | 'isHeld'> {
	readonly kind?: Kind;
}

/** The document itself, or what it lists or holds: items of a list of one kind need not say it (UnstructuredJSONScheme.decodeToList). */
function objectsOf(root: Node | undefined): readonly Found[] {
	if (!root) return [];
	const name = textOf(root, 'kind');
	const listed = KINDS.find(({ kind, apiVersion }) => `${kind}List` === name && apiVersion === textOf(root, 'apiVersion'));
	const isList = listed || (name === 'List' && textOf(root, 'apiVersion') === 'v1');
	const items = isList ? entryOf(root, 'items')?.value : undefined;
	const all: readonly Pick<Item, 'value' | 'alias'>[] = !isList ? [{ value: root }] : items?.kind === 'list' ? items.items : [];
	const isSilent = (node: Node): boolean => !textOf(node, 'kind') || !textOf(node, 'apiVersion');
	return all.flatMap((item): Found | readonly Found[] =>
		listed && item.value && isSilent(item.value) ? { node: item.value, kind: listed } : madeOfItem(item).map((node) => ({ node, isHeld: node !== item.value })),
	);
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
