import { asTyped, fused, laidOut, lengthOf, type Rope, type Roped, slice, woven } from '../built/rope';
import { compose } from '../yaml/compose';
import { entryOf, type Node, type ScalarNode } from '../yaml/node';
import { resolve } from '../yaml/scalar';
import { goText } from './format';
import { type Dict, type Int, isBool, isDict, isFloat, isInt, isList, isText, NamedDict, type Value } from './value';

/** Where an entry of a map, or an item of a list, was typed. */
interface Holding {
	/** What stood there when it was noted: what was put there since was typed elsewhere. */
	readonly value: Value;
	readonly key: Rope | undefined;
	/** Of what prints as one text; maps and lists have holdings of their own. */
	readonly text: Rope | undefined;
}

type Key = string | number;

/** What was noted, by the maps and lists that hold it. */
export type Notes = WeakMap<object, Map<Key, Holding>>;

/** A text with its tree, where values may come from. */
export interface Typed extends Roped {
	readonly root: Node | undefined;
}

/** A node of such a text. */
interface Source {
	readonly typed: Typed;
	readonly node: Node;
}

/** A values file; its tree is that of the first document, as Helm takes no other. */
export function typedFile(file: string, text: string): Typed {
	return { text, rope: asTyped(file, 0, text.length), root: compose(text, 'as written').root };
}

export const isScalar = (value: Value | undefined): value is string | number | boolean | Int =>
	isText(value) || isFloat(value) || isBool(value) || isInt(value);

const isSame = (a: Value | undefined, b: Value | undefined): boolean => a === b || (isInt(a) && isInt(b) && a.value === b.value);

/** The rope of so many characters from one that may have more, or fewer. */
export const fitted = (rope: Rope, length: number): Rope => (lengthOf(rope) === length ? rope : fused([rope], length));

/** A map under another name is the same map. */
const itself = (holder: Dict | readonly Value[]): object => (holder instanceof NamedDict ? holder.inner : holder);

/** Where what maps and lists hold was typed. They are known by themselves, whatever variable or function they go through; what is copied is noted anew. */
export class Holdings {
	/** One over another: what was noted later counts more. */
	private notes: readonly Notes[] = [new WeakMap()];

	/** What is noted from now on can be taken away; or what was is laid over all again. */
	lay(notes: Notes = new WeakMap()): void {
		this.notes = [notes, ...this.notes];
	}

	/** Takes away what was noted since the last time that something was laid over all. */
	lift(): Notes {
		const [top = new WeakMap(), ...below] = this.notes;
		this.notes = below;
		return top;
	}

	has(holder: Dict | readonly Value[]): boolean {
		return this.notes.some((notes) => notes.has(itself(holder)));
	}

	note(holder: Dict | readonly Value[], key: Key, holding: Holding): void {
		const [top] = this.notes;
		const own = top?.get(itself(holder)) ?? new Map<Key, Holding>();
		top?.set(itself(holder), own.set(key, holding));
	}

	/** Where an entry was typed; undefined where nobody knows, or where another stands there now. */
	of(holder: Value | undefined, key: Key): Holding | undefined {
		if (!isDict(holder) && !isList(holder)) return undefined;
		for (const notes of this.notes) {
			const holding = notes.get(itself(holder))?.get(key);
			if (holding) return isSame(holding.value, isDict(holder) ? holder.get(String(key)) : holder[Number(key)]) ? holding : undefined;
		}
		return undefined;
	}

	/** Notes all that a value holds as it was read from texts, of which the first that has the same counts; `below` are those that have a map, too. */
	read(whole: Value, texts: readonly Typed[], below: (value: Value, path: readonly string[]) => readonly Typed[] = () => []): void {
		/** What is in lists is on no path. */
		const from = (value: Value, sources: readonly Source[], path?: readonly string[]): void => {
			if (isDict(value)) {
				for (const [key, child] of value) {
					const entries = sources.flatMap(({ typed, node }) => {
						const entry = entryOf(node, key) ?? merged(node, key);
						return entry ? [{ typed, key: entry.key, node: entry.value }] : [];
					});
					const [first] = entries;
					const own = entries.flatMap(({ typed, node }) => (node ? [{ typed, node }] : []));
					const way = path && [...path, key];
					this.note(value, key, { value: child, key: first && scalarRope(first.key, first.typed), text: textIn(child, own) });
					from(child, way && isDict(child) ? [...own, ...sourcesIn(below(child, way))] : own, way);
				}
			} else if (isList(value)) {
				const list = sources.find(({ node }) => node.kind === 'list' && node.items.length === value.length);
				for (const [i, child] of value.entries()) {
					const item = list?.node.kind === 'list' ? list.node.items[i]?.value : undefined;
					const own = list && item ? [{ typed: list.typed, node: item }] : [];
					this.note(value, i, { value: child, key: undefined, text: textIn(child, own) });
					from(child, own);
				}
			}
		};
		from(whole, sourcesIn(texts), []);
	}

	/** Where what stands at a path was typed: its text, or its key, which may be asked for; of what is not there, the nearest thing above it. */
	along(holder: Value, path: readonly string[], isKey = false): Rope | undefined {
		let at: Value = holder;
		let found: Rope | undefined;
		for (const [i, name] of path.entries()) {
			const holding = this.of(at, isList(at) ? Number(name) : name);
			if (!holding) break;
			found = (isKey && i === path.length - 1 ? holding.key : undefined) ?? holding.text ?? holding.key ?? found;
			at = holding.value;
		}
		return found;
	}

	/** The rope of a text that is a value written as YAML or JSON: every key and scalar by itself. */
	written(text: string, value: Value): Rope {
		const parts: { readonly start: number; readonly rope: Rope }[] = [];
		const add = (node: ScalarNode, rope: Rope | undefined, held: string): void => {
			if (rope) parts.push({ start: node.range.start, rope: outside(text.slice(node.range.start, node.range.end), held, rope) });
		};
		const child = (node: Node | undefined, held: Value | undefined, holding: Holding | undefined): void => {
			if (node?.kind === 'scalar') add(node, holding?.text, isScalar(held) ? goText(held) : '');
			else walk(node, held);
		};
		const walk = (node: Node | undefined, one: Value | undefined): void => {
			if (node?.kind === 'map' && isDict(one)) {
				for (const { key, value: own } of node.entries) {
					const holding = this.of(one, key.text);
					add(key, holding?.key, key.text);
					child(own, one.get(key.text), holding);
				}
			} else if (node?.kind === 'list' && isList(one)) for (const [i, { value: own }] of node.items.entries()) child(own, one[i], this.of(one, i));
		};
		walk(compose(text).root, value);
		return laidOut(text.length, parts);
	}
}

const sourcesIn = (texts: readonly Typed[]): readonly Source[] => texts.flatMap((typed) => (typed.root ? [{ typed, node: typed.root }] : []));

/** What comes by `<<`. */
function merged(node: Node, key: string): ReturnType<typeof entryOf> {
	const from = entryOf(node, '<<')?.value;
	const maps = from?.kind === 'list' ? from.items.map(({ value }) => value) : [from];
	return maps.map((map) => entryOf(map, key)).find((entry) => entry !== undefined);
}

/** Where a scalar was typed: in the first source that says the same. */
function textIn(value: Value, sources: readonly Source[]): Rope | undefined {
	if (!isScalar(value)) return undefined;
	const text = goText(value);
	const scalars = sources.flatMap(({ typed, node }) => (node.kind === 'scalar' ? [{ typed, node }] : []));
	const found = scalars.find(({ node }) => means(node, value));
	if (!found) return undefined;
	return fitted(scalarRope(found.node, found.typed), text.length);
}

function means(node: ScalarNode, value: Value): boolean {
	const scalar = resolve(node);
	if (scalar.kind === 'string') return scalar.text === value;
	if (scalar.kind === 'boolean') return scalar.value === value;
	return scalar.kind === 'number' && Number(scalar.digits) === Number(isInt(value) ? value.value : value);
}

/** The rope of a scalar's text, without quotes and indentation. */
function scalarRope({ range, text }: ScalarNode, { text: whole, rope }: Roped): Rope {
	const [raw, own] = [whole.slice(range.start, range.end), slice(rope, range.start, range.end)];
	if (raw === text) return own;
	if (raw.slice(1, -1) === text) return slice(own, 1, raw.length - 1);
	// The lines of a block stand as they are, but for their indentation; not where they were folded.
	const block = text.includes('\n') ? wovenFrom(raw.slice(raw.indexOf('\n') + 1), slice(own, raw.indexOf('\n') + 1, raw.length), text) : undefined;
	return block ?? fused([own], text.length);
}

/** The rope of a text whose lines stand in another one. */
function wovenFrom(raw: string, rope: Rope, text: string): Rope | undefined {
	const parts: { readonly start: number; readonly rope: Rope }[] = [];
	let [cursor, at] = [0, 0];
	for (const line of text.split('\n')) {
		const start = raw.indexOf(line, cursor);
		if (start < 0) return undefined;
		parts.push({ start: at, rope: slice(rope, start, start + line.length) });
		cursor = start + line.length;
		at += line.length + 1;
	}
	return laidOut(text.length, parts);
}

/** The rope of a scalar as it is written, from that of what it holds. */
function outside(raw: string, held: string, rope: Rope): Rope {
	if (raw === held) return rope;
	const inside = lengthOf(rope) === held.length ? woven(raw, [{ text: held, rope }]) : undefined;
	return inside ? (fused([rope], raw.length).length === 1 && !raw.includes('\n') ? framed(raw, held, rope) : inside) : fused([rope], raw.length);
}

/** Quotes around a text were typed where it was. */
function framed(raw: string, held: string, rope: Rope): Rope {
	const before = raw.indexOf(held);
	return [...fused([rope], before), ...rope, ...fused([rope], raw.length - before - held.length)];
}
