import { asTyped, fused, lengthOf, type Rope, type Roped, slice, untyped, woven } from '../built/rope';
import { compose } from '../yaml/compose';
import { isRead, WRITERS } from './endless';
import { goText, printf } from './format';
import { fitted, Holdings, isScalar } from './holdings';
import type { Expression, NumberNode, Template } from './node';
import { isBool, isDict, isInt, isList, isText, type Value } from './value';

/** What a function was given: each value, and the rope of its text where that is known. */
interface Argument {
	readonly value: Value;
	readonly rope: Rope | undefined;
}

/** Functions that keep the characters of all that they are given, in the order in which it comes, or of their last argument; all others make new ones. */
const KEEP_ALL: ReadonlySet<string> = new Set('cat print println quote squote toString trim'.split(' '));
const KEEP_LAST: ReadonlySet<string> = new Set(
	'abbrev indent join nindent nospace substr trimAll trimPrefix trimSuffix trimall trunc wrap wrapWith'.split(' '),
);

/** Functions that read YAML or JSON. */
const READERS: ReadonlySet<string> = new Set('fromYaml fromYamlArray fromJson mustFromJson fromJsonArray'.split(' '));

/** Lists that are longer are not looked through for what was copied from others. */
const LONGEST_LIST = 2000;

/** Where values were typed on their way through a template. Who runs templates asks it only where origins are wanted. */
export class Trace {
	readonly held = new Holdings();
	/** Where what a function made of its arguments was typed; `inner` is what templates printed for it. */
	readonly called = calledOver(this.held);
	/** Templates whose text was made by others: what `tpl` was given. */
	private readonly ropes = new WeakMap<Template, Rope>();

	constructor(
		/** The path of the file that a template is known by. */
		private readonly fileOf: (template: string) => string,
	) {}

	made(template: Template, rope: Rope): void {
		this.ropes.set(template, rope);
	}

	/** Where a part of a template was typed. */
	typedAt(template: Template, start: number, length: number): Rope {
		const made = this.ropes.get(template);
		return made ? slice(made, start, start + length) : asTyped(this.fileOf(template.file), start, length);
	}

	/** The action around a place of a template, with its braces. */
	action(template: Template, at: number): Rope {
		const { text } = template;
		const start = Math.max(0, text.lastIndexOf('{{', at));
		const close = text.indexOf('}}', at);
		// What nobody closed reaches as far as the character at fault, of which none is cut in two.
		const end = close < 0 ? Math.min(at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), text.length) : close + 2;
		return this.typedAt(template, start, end - start);
	}

	constant(template: Template, node: NumberNode | Extract<Expression, { readonly kind: 'constant' }>): Rope {
		const { text, at } = node;
		const isQuoted = node.kind === 'constant' && isText(node.value);
		if (!isQuoted) return this.typedAt(template, at, text.length);
		const length = String(node.value).length;
		return length === text.length - 2 ? this.typedAt(template, at + 1, length) : fused([this.typedAt(template, at, text.length)], length);
	}
}

type Called = (name: string, values: readonly Value[], ropes: readonly (Rope | undefined)[], result: Value, inner: Rope | undefined) => Rope | undefined;

function calledOver(held: Holdings): Called {
	const entry = (holder: Value, key: string | number): Rope | undefined => held.of(holder, key)?.text;

	/** What was taken out of a map or list. */
	function picked(name: string, args: readonly Argument[], result: Value): Rope | undefined {
		const [first] = args;
		const values = args.map(({ value }) => value);
		const rope = (holder: Value | undefined, keys: readonly Value[]): Rope | undefined => alongPath(holder, keys, result);
		switch (name) {
			case 'get':
			case 'index':
				return rope(first?.value, values.slice(1));
			case 'dig':
				return rope(values.at(-1), values.slice(0, -2));
			case 'first':
			case 'mustFirst':
				return rope(first?.value, [0]);
			case 'last':
			case 'mustLast':
				return rope(first?.value, [isList(first?.value) ? first.value.length - 1 : 0]);
			default:
				return undefined;
		}
	}

	function alongPath(holder: Value | undefined, keys: readonly Value[], result: Value): Rope | undefined {
		let at = holder;
		for (const [i, key] of keys.entries()) {
			const own = isText(key) ? key : Number(isInt(key) ? key.value : key);
			const holding = held.of(at, own);
			if (!holding) return undefined;
			if (i === keys.length - 1) return isScalar(result) && isScalar(holding.value) && goText(holding.value) === goText(result) ? holding.text : undefined;
			at = holding.value;
		}
		return undefined;
	}

	/** A text made of others. */
	function wrought(name: string, args: readonly Argument[], text: string): Rope | undefined {
		const [first] = args;
		if (WRITERS.has(name) && first) return isScalar(first.value) ? keptIn(text, textsIn([first])) : held.written(text, first.value);
		if (name === 'replace') return replaced(args, text);
		const texts = textsIn(args);
		const sources = name === 'printf' ? formatted(args) : KEEP_ALL.has(name) ? texts : KEEP_LAST.has(name) ? textsIn(args.slice(-1)) : [];
		const kept = keptIn(text, sources);
		if (kept) return kept;
		const ropes = texts.filter(isTyped).map(({ rope }) => rope);
		return ropes.length > 0 ? fused(ropes, text.length) : undefined;
	}

	function keptIn(text: string, sources: readonly Roped[]): Rope | undefined {
		const part = partOf(text, sources);
		if (part) return part;
		const known = sources.filter(isTyped);
		const whole = known.length > 0 ? woven(text, known) : undefined;
		return whole && quoted(text, whole);
	}

	/** The texts among what a function was given, those in lists as well. */
	function textsIn(args: readonly Argument[]): readonly Roped[] {
		return args.flatMap(({ value, rope }): readonly Roped[] => {
			if (isList(value)) return value.length > LONGEST_LIST ? [] : textsIn(value.map((item, i) => ({ value: item, rope: entry(value, i) })));
			return isScalar(value) ? [ropedText(goText(value), rope)] : [];
		});
	}

	/** Where what a new map or list holds was typed. */
	function holder(name: string, args: readonly Argument[], result: Value): void {
		if (!isDict(result) && !isList(result)) return;
		const [first, second, third] = args;
		const note = (key: string | number, value: Value, keyRope: Rope | undefined, rope: Rope | undefined): void =>
			held.note(result, key, { value, key: keyRope, text: rope });
		if (name === 'set' && second && third) note(String(second.value), third.value, second.rope, third.rope);
		else if (READERS.has(name) && first?.rope && isText(first.value))
			held.read(result, [{ text: first.value, rope: first.rope, root: compose(first.value, 'as written').root }]);
		else if (name === 'dict')
			for (const [i, { value, rope }] of args.entries()) {
				const before = args[i - 1];
				if (i % 2 === 1 && before) note(String(before.value), value, before.rope, rope);
			}
		else if (name === 'list' || name === 'tuple') for (const [i, { value, rope }] of args.entries()) note(i, value, undefined, rope);
		else if (!held.has(result) || /^(must)?[mM]erge/.test(name)) copied(result, args);
	}

	/** What a new map or list has from others: what stood there under the same key, or at all. What is in it twice is gone through once. */
	function copied(result: Value, args: readonly Argument[], seen: Set<Value> = new Set()): void {
		if (seen.has(result)) return;
		seen.add(result);
		if (isRead(result)) {
			const texts = textsIn(args.filter(({ rope }) => rope));
			const dicts = args.flatMap(({ value }) => (isRead(value) && value !== result ? [value] : []));
			for (const [key, value] of result) {
				const isKnown = held.of(result, key) !== undefined;
				const from = isKnown ? [] : dicts.flatMap((dict) => held.of(dict, key) ?? []);
				const same = from.find((holding) => holding.value === value);
				const part = !isKnown && isText(value) ? partOf(value, texts) : undefined;
				if (from.length > 0 || part) held.note(result, key, { key: (same ?? from[0])?.key, text: same?.text ?? part, value });
				if (!(isDict(value) || isList(value)) || dicts.some((dict) => dict.get(key) === value)) continue;
				// What is merged into a map that was there is merged into the maps that it holds, too.
				const isMerged = isDict(value) && dicts.some((dict) => isDict(dict.get(key)));
				if (isMerged || !(isKnown || held.has(value)))
					copied(
						value,
						dicts.map((dict) => ({ value: dict.get(key) ?? null, rope: undefined })),
						seen,
					);
			}
		} else if (isList(result) && result.length <= LONGEST_LIST) copiedList(result, args, seen);
	}

	function copiedList(result: readonly Value[], args: readonly Argument[], seen: Set<Value>): void {
		const known = new Map<Value, Rope>();
		for (const { value, rope } of args) {
			if (isScalar(value) && rope) known.set(value, rope);
			if (isList(value) && value.length <= LONGEST_LIST) for (const [i, item] of value.entries()) offer(known, item, entry(value, i));
			if (isRead(value)) for (const [key, item] of value) offer(offer(known, key, held.of(value, key)?.key), item, entry(value, key));
		}
		const texts = textsIn(args.filter(({ value, rope }) => rope && isText(value)));
		for (const [i, item] of result.entries()) {
			const rope = known.get(item) ?? (isText(item) ? partOf(item, texts) : undefined);
			held.note(result, i, { value: item, key: undefined, text: rope });
			const twin = args.map(({ value }) => (isList(value) && value.length === result.length ? (value[i] ?? null) : null));
			if ((isDict(item) || isList(item)) && !held.has(item) && !twin.includes(item))
				copied(
					item,
					twin.map((value) => ({ value, rope: undefined })),
					seen,
				);
		}
	}

	function offer(known: Map<Value, Rope>, value: Value, rope: Rope | undefined): Map<Value, Rope> {
		return rope && isScalar(value) && !known.has(value) ? known.set(value, rope) : known;
	}

	return (name, values, ropes, result, inner) => {
		const args = values.map((value, i): Argument => ({ value, rope: ropes[i] }));
		if (isDict(result) || isList(result)) {
			holder(name, args, result);
			return undefined;
		}
		if (!isScalar(result)) return undefined;
		const text = goText(result);
		if (inner) return fitted(inner, text.length);
		const from = args.findLast(({ value, rope }) => rope !== undefined && isScalar(value) && goText(value) === text);
		return from?.rope ?? picked(name, args, result) ?? (isBool(result) ? undefined : wrought(name, args, text));
	};
}

const ropedText = (text: string, rope: Rope | undefined): Roped => ({ text, rope: rope ? fitted(rope, text.length) : untyped(text.length) });

/** Whether somebody typed some of it. */
const isTyped = ({ rope }: Roped): boolean => rope.some(({ origins }) => origins.length > 0);

/** The rope of a text that stands in another. */
function partOf(text: string, sources: readonly Roped[]): Rope | undefined {
	const whole = sources.findLast((source) => source.text.includes(text));
	if (!whole || text === '') return undefined;
	const start = whole.text.indexOf(text);
	return slice(whole.rope, start, start + text.length);
}

/** Quotes around a text were typed where it was. */
function quoted(text: string, rope: Rope): Rope {
	const [first, second] = rope;
	const last = rope.at(-1);
	if (!first || !second || !last || !/^(["'])[\s\S]*\1$/.test(text) || first.length !== 1 || last.length !== 1) return rope;
	const before = rope.at(-2);
	return [{ ...second, length: 1, isExact: false }, ...rope.slice(1, -1), { ...(before ?? second), length: 1, isExact: false }];
}

/** A format's own text and what is filled into it, as they come. */
function formatted([format, ...args]: readonly Argument[]): readonly Roped[] {
	if (!isText(format?.value)) return [];
	const { value } = format;
	const own = ropedText(value, format.rope);
	const found: Roped[] = [];
	let at = 0;
	let next = 0;
	for (const verb of value.matchAll(/%[-+# 0-9.]*[a-zA-Z]/g)) {
		found.push({ text: value.slice(at, verb.index), rope: slice(own.rope, at, verb.index) });
		const filled = args[next++];
		if (filled && isScalar(filled.value)) found.push(ropedText(filledIn(verb[0], filled.value), filled.rope));
		at = verb.index + verb[0].length;
	}
	return [...found, { text: value.slice(at), rope: slice(own.rope, at, value.length) }];
}

/** What a verb prints of a value: its text where that is in it, or else all of it, as `%1.f` writes a number anew. */
function filledIn(verb: string, value: Value): string {
	const text = goText(value);
	const printed = printf(verb, [value]);
	return printed.includes(text) ? text : printed;
}

/** What `replace` leaves, and what it puts in between. */
function replaced([from, to, of]: readonly Argument[], text: string): Rope | undefined {
	if (!isText(from?.value) || !isText(to?.value) || !isText(of?.value) || from.value === '') return undefined;
	const own = ropedText(of.value, of.rope);
	const put = ropedText(to.value, to.rope);
	let at = 0;
	const rope = of.value.split(from.value).flatMap((piece, i) => {
		const before = i > 0 ? put.rope : [];
		const strands = [...before, ...slice(own.rope, at, at + piece.length)];
		at += piece.length + String(from.value).length;
		return strands;
	});
	return lengthOf(rope) === text.length ? rope : undefined;
}
