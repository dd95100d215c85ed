import { calledBy, literalOf, type Name, type Operand, type Pipeline } from './actions';

/** A step that leads to each item of a list, or value of a map. */
export const ITEM = null;

/** The way to a value from what a chart's templates are given: `Values`, `image`, `tag`. */
export type Way = readonly (string | typeof ITEM)[];

/** Whether a way leads to a value, rather than to all of them or to something else. */
export const isValue = ([first, ...steps]: Way): boolean => first === 'Values' && steps.length > 0;

/** What may stand behind a dot: isAlphaNumeric of text/template's lexer; a digit at the beginning makes a number. */
export const IS_NAME = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/** A way as one would write it, with `*` for items. */
export const wayText = (way: Way): string => `.${way.map((step) => step ?? '*').join('.')}`;

/** What `dict` or `list` puts together, by its keys, or by its numbers. */
export class Bundle {
	constructor(readonly parts: ReadonlyMap<string, Held | undefined>) {}

	/** All that tells it from others, and from ways. */
	toJSON(): object {
		return { parts: [...this.parts] };
	}
}

/** What an expression stands for: a value at the end of a way, or several together. */
export type Held = Way | Bundle;

export const wayIn = (held: Held | undefined): Way | undefined => (held instanceof Bundle ? undefined : held);

/** What expressions mean at a place: nothing where nobody knows. */
export interface Context {
	readonly dot: Held | undefined;
	/** `$`. */
	readonly root: Held | undefined;
	/** By names with their `$`. */
	readonly variables: ReadonlyMap<string, Held | undefined>;
}

/** What the outermost dot holds: engine.go and chartutil.ToRenderValues. */
export const ROOT_NAMES = ['Values', 'Release', 'Chart', 'Capabilities', 'Template', 'Files', 'Subcharts'] as const;
const isRootName = (name: string): boolean => (ROOT_NAMES as readonly string[]).includes(name);

/** Functions that give the last of their arguments back, or what stands in for it. */
const PASSING: ReadonlySet<string> = new Set(['default', 'required', 'deepCopy', 'mustDeepCopy']);

export const wayOfPipeline = (pipeline: Pipeline, context: Context): Way | undefined => wayIn(heldByPipeline(pipeline, context));

export function heldByPipeline({ commands }: Pipeline, context: Context): Held | undefined {
	let held: Held | undefined;
	for (const [i, command] of commands.entries()) {
		const next = heldByCommand(command, i > 0 ? held : undefined, context);
		if (!next) return undefined;
		held = next;
	}
	return held;
}

function heldByCommand(command: readonly Operand[], piped: Held | undefined, context: Context): Held | undefined {
	const [first, ...args] = command;
	const name = calledBy(command);
	if (!first) return undefined;
	if (name === undefined) return args.length === 0 && !piped ? heldByOperand(first, context) : undefined;
	const [holder, key] = args;
	const last = args.at(-1);
	if (PASSING.has(name)) return piped ?? (last && heldByOperand(last, context));
	if (name === 'dict' || name === 'list') return piped ? undefined : bundleOf(name, args, context);
	const held = holder && (name === 'index' || name === 'get') && args.length === 2 ? heldByOperand(holder, context) : undefined;
	if (held instanceof Bundle) return held.parts.get(literalOf(key)?.text ?? numberOf(key) ?? '');
	const keyed = keyedOf(command, context);
	return keyed?.isWhole ? keyed.way : undefined;
}

function bundleOf(name: 'dict' | 'list', args: readonly Operand[], context: Context): Bundle {
	const held = args.map((one) => heldByOperand(one, context));
	if (name === 'list') return new Bundle(new Map(held.map((one, i) => [String(i), one])));
	return new Bundle(new Map(args.flatMap((one, i) => (i % 2 === 0 ? [[literalOf(one)?.text ?? '', held[i + 1]] as const] : []))));
}

const numberOf = (operand: Operand | undefined): string | undefined => (operand?.head.kind === 'number' ? operand.head.text : undefined);

/** What `index`, `get` and `hasKey` ask a map for: the way to it and the texts that are its keys. */
export interface Keyed {
	readonly way: Way;
	readonly names: readonly Name[];
	/** No key is left that is no text. */
	readonly isWhole: boolean;
}

export function keyedOf(command: readonly Operand[], context: Context): Keyed | undefined {
	const [, holder, ...keys] = command;
	const name = calledBy(command);
	const base = holder && (name === 'index' || name === 'get' || name === 'hasKey') ? wayOfOperand(holder, context) : undefined;
	if (!base) return undefined;
	const names: Name[] = [];
	for (const key of keys) {
		const literal = literalOf(key);
		if (!literal) break;
		names.push(literal);
	}
	return { way: [...base, ...names.map(({ text }) => text)], names, isWhole: names.length === keys.length && names.length > 0 && name !== 'hasKey' };
}

/** The way to what an operand stands for. Where nobody knows what it begins with, `.x.Values.y` is taken for a value of the chart all the same. */
export const wayOfOperand = (operand: Operand, context: Context): Way | undefined => wayIn(heldByOperand(operand, context));

export function heldByOperand(operand: Operand, context: Context): Held | undefined {
	const { held, names } = unbundled(operand, context);
	const own = names.map(({ text }) => text);
	if (held) return held instanceof Bundle ? held : [...held, ...own];
	const from = own.findIndex(isRootName);
	return from >= 0 ? own.slice(from) : undefined;
}

/** The names of an operand that are steps on the way to what it stands for; those before them pick from bundles. */
export const stepsOf = (operand: Operand, context: Context): readonly Name[] => unbundled(operand, context).names;

function unbundled({ head, names }: Operand, context: Context): { readonly held: Held | undefined; readonly names: readonly Name[] } {
	let held = baseOf(head, context);
	for (const [i, { text }] of names.entries()) {
		if (!(held instanceof Bundle)) return { held, names: names.slice(i) };
		held = held.parts.get(text);
	}
	return { held, names: [] };
}

/** Whether it is known what an operand begins with; what is bundled may have been changed since. */
export const isCertain = ({ head }: Operand, context: Context): boolean => wayIn(baseOf(head, context)) !== undefined;

function baseOf(head: Operand['head'], context: Context): Held | undefined {
	switch (head.kind) {
		case 'pipeline':
			return heldByPipeline(head, context);
		case 'dot':
		case 'field':
			return context.dot;
		case 'variable':
			return head.text === '$' ? context.root : context.variables.get(head.text);
		default:
			return undefined;
	}
}
