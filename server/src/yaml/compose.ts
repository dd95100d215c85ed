import type { Fault, LastLine } from './cursor';
import { goValue } from './go-value';
import type { Entry, Item, ListNode, MapNode, Node, Range, ScalarNode } from './node';
import { Scanner, type Token, type TokenKind } from './scanner';

export interface Composed {
	readonly root: Node | undefined;
	readonly fault: Fault | undefined;
}

/** The tree of the first document in a text, as kubectl takes no other; go.yaml.in/yaml/v2 parserc.go and the parser of decode.go. */
export function compose(text: string, lastLine: LastLine = 'ended'): Composed {
	const control = CONTROL_CHARACTER.exec(text);
	if (control) return { root: undefined, fault: { message: 'control characters are not allowed', at: control.index } };
	const composer = new Composer(text, lastLine);
	const root = composer.document();
	return { root, fault: composer.fault };
}

/** What go-yaml's reader takes for no text (readerc.go). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** The fault in kubectl's words: parser.fail of go-yaml's decode.go, which does not name the first line. */
export function syntaxSentence({ message, line, lineStep = 0 }: Pick<Fault, 'message' | 'line' | 'lineStep'>, linesAbove = 0): string {
	const named = line === undefined ? 0 : line + linesAbove;
	return named > 0 ? `yaml: line ${named + lineStep}: ${message}` : `yaml: ${message}`;
}

interface Child {
	readonly value: Node | undefined;
	readonly alias?: Range;
}

/** Stands before a node. */
interface Properties {
	readonly anchor: string | undefined;
	/** `!!str`, in the form a node has it. */
	readonly tag: string | undefined;
	/** Where that stands. */
	readonly tagged: Range;
}

const EMPTY: Child = { value: undefined };
const STANDARD_TAGS = 'tag:yaml.org,2002:';

class Composer {
	private readonly scanner: Scanner;
	/** `null` while the node it names is still being read. */
	private readonly anchors = new Map<string, Node | undefined | null>();
	private readonly tagPrefixes = new Map<string, string>();
	/** The decoder's first complaint, which comes once all of the text is parsed. */
	private undecodable: Fault | undefined;

	constructor(
		private readonly text: string,
		lastLine: LastLine,
	) {
		this.scanner = new Scanner(text, lastLine);
	}

	get fault(): Fault | undefined {
		return this.scanner.cursor.fault ?? this.undecodable;
	}

	private get isBroken(): boolean {
		return this.scanner.cursor.fault !== undefined;
	}

	private peek(): Token {
		return this.scanner.peek();
	}

	private take(): Token {
		const token = this.scanner.peek();
		this.scanner.skip();
		return token;
	}

	/** Takes the next token if it is of this kind. */
	private took(kind: TokenKind): Token | undefined {
		return this.peek().kind === kind ? this.take() : undefined;
	}

	private fail(message: string, at: number): Child {
		this.scanner.cursor.refuse(message, at);
		return EMPTY;
	}

	/** yaml_parser_parse_document_start, _content, _end: what follows the document is not looked at. */
	document(): Node | undefined {
		const { kind } = this.peek();
		if (kind === 'streamEnd') return undefined;
		if (kind === 'versionDirective' || kind === 'tagDirective' || kind === 'documentStart') {
			this.directives();
			if (!this.took('documentStart')) this.fail('did not find expected <document start>', this.peek().start);
			if (['versionDirective', 'tagDirective', 'documentStart', 'documentEnd', 'streamEnd'].includes(this.peek().kind)) return undefined;
		}
		const { value } = this.node(true, false);
		// One token further is looked for, whatever it is, and no more.
		this.peek();
		return value;
	}

	/** yaml_parser_process_directives */
	private directives(): void {
		let versions = 0;
		for (let token = this.peek(); token.kind === 'versionDirective' || token.kind === 'tagDirective'; token = this.peek()) {
			if (token.kind === 'versionDirective') {
				if (++versions > 1) this.fail('found duplicate %YAML directive', token.start);
				else if (token.text !== '1.1') this.fail('found incompatible YAML document', token.start);
			} else if (this.tagPrefixes.has(token.text)) this.fail('found duplicate %TAG directive', token.start);
			else this.tagPrefixes.set(token.text, token.suffix);
			this.scanner.skip();
		}
	}

	/** yaml_parser_parse_node. `indentless`: the dashes of a list may stand in the column of its key. */
	private node(block: boolean, indentless: boolean): Child {
		const alias = this.took('alias');
		if (alias) return this.alias(alias);
		const properties = this.properties();
		const { anchor } = properties;
		if (anchor !== undefined) this.anchors.set(anchor, null);
		const value = this.content(properties, block, indentless);
		// The name may have been given anew within.
		if (anchor !== undefined && this.anchors.get(anchor) === null) this.anchors.set(anchor, value);
		return { value };
	}

	private alias({ text: name, start, end }: Token): Child {
		const value = this.anchors.get(name);
		const alias = { start, end };
		if (value === null) this.undecodable ??= { message: `anchor '${name}' value contains itself`, at: start };
		// The one complaint of the parser that names no line.
		else if (!this.anchors.has(name)) this.scanner.cursor.fault ??= { message: `unknown anchor '${name}' referenced`, at: start };
		return { value: value ?? undefined, alias };
	}

	private properties(): Properties {
		const { start } = this.peek();
		let anchor = this.took('anchor');
		const tag = this.took('tag');
		if (tag) anchor ??= this.took('anchor');
		return { anchor: anchor?.text, tag: tag && this.tag(tag), tagged: { start: tag?.start ?? start, end: tag?.end ?? start } };
	}

	private tag({ text: handle, suffix, start }: Token): string {
		const prefix = this.tagPrefixes.get(handle) ?? { '': '', '!': '!', '!!': STANDARD_TAGS }[handle];
		if (prefix === undefined) this.fail('found undefined tag handle', start);
		const tag = `${prefix ?? ''}${suffix}`;
		return tag.startsWith(STANDARD_TAGS) ? `!!${tag.slice(STANDARD_TAGS.length)}` : tag;
	}

	private content(properties: Properties, block: boolean, indentless: boolean): Node | undefined {
		const token = this.peek();
		switch (token.kind) {
			case 'item':
				if (indentless) return this.list(token.start, true);
				break;
			case 'scalar':
				this.scanner.skip();
				return this.scalar(token, properties.tag);
			case 'flowListStart':
				return this.flowList();
			case 'flowMapStart':
				return this.flowMap();
			case 'listStart':
				if (block) return this.list(this.take().start, false);
				break;
			case 'mapStart':
				if (block) return this.map(this.take().start);
				break;
			default:
				break;
		}
		if (properties.anchor === undefined && properties.tag === undefined) this.fail('did not find expected node content', token.start);
		// Nothing written means null, unless it has a tag.
		if (properties.tag === undefined) return undefined;
		return { kind: 'scalar', range: properties.tagged, text: '', style: 'plain', tag: properties.tag };
	}

	private scalar({ text, style, start, end }: Token, tag: string | undefined): ScalarNode {
		const range = { start, end: Math.min(end, this.text.length) };
		return tag === undefined ? { kind: 'scalar', range, text, style } : { kind: 'scalar', range, text, style, tag };
	}

	/** parse_block_sequence_entry, parse_indentless_sequence_entry. */
	private list(start: number, indentless: boolean): ListNode {
		const items: Item[] = [];
		let end = start;
		for (let dash = this.took('item'); dash; dash = this.took('item')) {
			const { kind } = this.peek();
			const isEmpty = kind === 'item' || kind === 'blockEnd' || (indentless && (kind === 'key' || kind === 'value'));
			const child = isEmpty ? EMPTY : this.node(true, false);
			items.push(itemOf(child, dash.end));
			end = items.at(-1)?.range.end ?? end;
		}
		if (!indentless && !this.took('blockEnd')) this.fail("did not find expected '-' indicator", this.peek().start);
		return { kind: 'list', range: { start, end }, items, flow: false };
	}

	/** parse_block_mapping_key, parse_block_mapping_value. */
	private map(start: number): MapNode {
		const entries: Entry[] = [];
		let end = start;
		for (let mark = this.took('key'); mark; mark = this.took('key')) {
			const key = this.isEntryEnd() ? EMPTY : this.node(true, true);
			const colon = this.took('value');
			const value = !colon || this.isEntryEnd() ? EMPTY : this.node(true, true);
			end = value.alias?.end ?? value.value?.range.end ?? colon?.end ?? key.value?.range.end ?? end;
			this.entry(entries, key, value, mark.end);
		}
		if (!this.took('blockEnd')) this.fail('did not find expected key', this.peek().start);
		return { kind: 'map', range: { start, end }, entries, flow: false };
	}

	private isEntryEnd(): boolean {
		const { kind } = this.peek();
		return kind === 'key' || kind === 'value' || kind === 'blockEnd';
	}

	private entry(into: Entry[], key: Child, child: Child, at: number): void {
		if (key.value && key.value.kind !== 'scalar') {
			this.undecodable ??= { message: `invalid map key: ${goValue(key.value)}`, at: key.value.range.start };
		} else into.push(child.alias ? { key: keyOf(key, at), value: child.value, alias: child.alias } : { key: keyOf(key, at), value: child.value });
	}

	private flowList(): ListNode {
		const { start, end: opened } = this.take();
		const items: Item[] = [];
		for (let isFirst = true; this.peek().kind !== 'flowListEnd' && !this.isBroken; isFirst = false) {
			if (!isFirst && !this.took('comma')) this.fail("did not find expected ',' or ']'", this.peek().start);
			if (this.peek().kind === 'flowListEnd' || this.isBroken) break;
			const child = this.peek().kind === 'key' ? { value: this.pair() } : this.node(false, false);
			items.push(itemOf(child, opened));
		}
		return { kind: 'list', range: { start, end: this.closing() }, items, flow: true };
	}

	/** Behind the bracket that closes; of one that nothing closes, the end of the text. */
	private closing(): number {
		return Math.min(this.take().end, this.text.length);
	}

	/** `[a: b]` is a list of a map of one entry. */
	private pair(): MapNode {
		const { start, end } = this.take();
		const entries: Entry[] = [];
		const key = this.isFlowEnd('flowListEnd') ? this.skipped() : this.node(false, false);
		const value = !this.took('value') || ['comma', 'flowListEnd'].includes(this.peek().kind) ? EMPTY : this.node(false, false);
		this.entry(entries, key, value, end);
		return { kind: 'map', range: { start, end: value.value?.range.end ?? entries[0]?.key.range.end ?? end }, entries, flow: true };
	}

	/** Where no key is written in such a pair, go-yaml passes over the token that shows it. */
	private skipped(): Child {
		this.scanner.skip();
		return EMPTY;
	}

	private isFlowEnd(end: TokenKind): boolean {
		const { kind } = this.peek();
		return kind === 'value' || kind === 'comma' || kind === end;
	}

	private flowMap(): MapNode {
		const { start } = this.take();
		const entries: Entry[] = [];
		for (let isFirst = true; this.peek().kind !== 'flowMapEnd' && !this.isBroken; isFirst = false) {
			if (!isFirst && !this.took('comma')) this.fail("did not find expected ',' or '}'", this.peek().start);
			if (this.peek().kind === 'flowMapEnd' || this.isBroken) break;
			const mark = this.took('key');
			const { end } = mark ?? this.peek();
			const key = mark && this.isFlowEnd('flowMapEnd') ? EMPTY : this.node(false, false);
			// Without a mark it is a key alone, `{a}`: a colon would have made one.
			const value = mark && this.took('value') && !['comma', 'flowMapEnd'].includes(this.peek().kind) ? this.node(false, false) : EMPTY;
			this.entry(entries, key, value, end);
		}
		return { kind: 'map', range: { start, end: this.closing() }, entries, flow: true };
	}
}

function itemOf(child: Child, emptyAt: number): Item {
	const range = child.alias ?? child.value?.range ?? { start: emptyAt, end: emptyAt };
	return child.alias ? { value: child.value, alias: child.alias, range } : { value: child.value, range };
}

/** A key that is not written is null; one that came by an alias stands where the alias is. */
function keyOf({ value, alias }: Child, at: number): ScalarNode {
	if (value?.kind !== 'scalar') return { kind: 'scalar', range: alias ?? { start: at, end: at }, text: '', style: 'plain' };
	return alias ? { ...value, range: alias } : value;
}
