/** The shape of a YAML document: what was written where. Offsets count UTF-16 units from the start of the document's text. */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** Text that something fills in before kubectl reads the file. */
export interface Placeholder extends Range {
	/** `$(NAME)`, which Kubernetes itself fills in where a field takes it. */
	readonly isReference: boolean;
}

export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
	readonly kind: 'map';
	readonly range: Range;
	/** In the order written; a key may stand twice. */
	readonly entries: readonly Entry[];
	/** `{ a: b }` rather than lines. */
	readonly flow: boolean;
}

export interface Entry {
	readonly key: ScalarNode;
	/** Absent where nothing is written after the colon. */
	readonly value: Node | undefined;
	/** The value came by an alias, `*name`, written here. */
	readonly alias?: Range;
}

export interface ListNode {
	readonly kind: 'list';
	readonly range: Range;
	readonly items: readonly Item[];
	readonly flow: boolean;
}

export interface Item {
	readonly value: Node | undefined;
	readonly alias?: Range;
	/** The item with its dash; where it is empty, the place it would have. */
	readonly range: Range;
}

export interface ScalarNode {
	readonly kind: 'scalar';
	readonly range: Range;
	/** The text with quotes, escapes and folds undone. */
	readonly text: string;
	/** Only a plain scalar may mean a number, a boolean or null. */
	readonly style: 'plain' | 'quoted' | 'block';
	/** `!!str`, `!!int`, … where one is written. */
	readonly tag?: string;
}

export const isInside = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;

/** The value under a key, the last one where the key is repeated (as kubectl takes it). */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
	return node?.kind === 'map' ? node.entries.findLast((entry) => entry.key.text === key) : undefined;
}

/** A range as far from where it is, on or back. */
export const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });

/** What a map has under a key, or a list at an index. */
export function childOf(node: Node | undefined, key: string | number): Node | undefined {
	if (typeof key === 'string') return entryOf(node, key)?.value;
	return node?.kind === 'list' ? node.items[key]?.value : undefined;
}

/** What a list under a key holds; nothing where there is none. */
export function itemsOf(node: Node | undefined, key: string): readonly Node[] {
	const list = entryOf(node, key)?.value;
	return list?.kind === 'list' ? list.items.flatMap(({ value }) => value ?? []) : [];
}

/** The keys of a map. */
export const keysOf = (node: Node | undefined): readonly ScalarNode[] => (node?.kind === 'map' ? node.entries.map(({ key }) => key) : []);

/** What stands at the end of a way down from a node. */
export const nodeAt = (root: Node | undefined, way: readonly (string | number)[]): Node | undefined =>
	way.reduce<Node | undefined>((node, key) => childOf(node, key), root);

/** The text of a scalar under a key. */
export function textOf(node: Node | undefined, key: string): string | undefined {
	const value = entryOf(node, key)?.value;
	return value?.kind === 'scalar' ? value.text : undefined;
}
