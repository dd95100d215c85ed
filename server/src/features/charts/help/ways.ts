import { calledBy, literalOf, type Name, type Operand, type Pipeline } from './actions';

/** A step that leads to each item of a list, or value of a map. */
export const ITEM = null;

/** The way to a value from what a chart's templates are given: `Values`, `image`, `tag`. */
export type Way = readonly (string | typeof ITEM)[];

/** A way as one would write it, with `*` for items. */
export const wayText = (way: Way): string => `.${way.map((step) => step ?? '*').join('.')}`;

/** What expressions mean at a place: nothing where nobody knows. */
export interface Context {
	readonly dot: Way | undefined;
	/** `$`. */
	readonly root: Way | undefined;
	/** By names with their `$`. */
	readonly variables: ReadonlyMap<string, Way | undefined>;
}

/** What the outermost dot holds: engine.go and chartutil.ToRenderValues. */
export const ROOT_NAMES = ['Values', 'Release', 'Chart', 'Capabilities', 'Template', 'Files', 'Subcharts'] as const;
const isRootName = (name: string): boolean => (ROOT_NAMES as readonly string[]).includes(name);

/** Functions that give the last of their arguments back, or what stands in for it. */
const PASSING: ReadonlySet<string> = new Set(['default', 'required', 'deepCopy', 'mustDeepCopy']);

export function wayOfPipeline({ commands }: Pipeline, context: Context): Way | undefined {
	let way: Way | undefined;
	for (const [i, command] of commands.entries()) {
		const next = wayOfCommand(command, i > 0 ? way : undefined, context);
		if (!next) return undefined;
		way = next;
	}
	return way;
}

function wayOfCommand(command: readonly Operand[], piped: Way | undefined, context: Context): Way | undefined {
	const [first, ...args] = command;
	const name = calledBy(command);
	if (!first) return undefined;
	if (name === undefined) return args.length === 0 && !piped ? wayOfOperand(first, context) : undefined;
	const last = args.at(-1);
	if (PASSING.has(name)) return piped ?? (last && wayOfOperand(last, context));
	const keyed = keyedOf(command, context);
	return keyed?.isWhole ? keyed.way : undefined;
}

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
export function wayOfOperand({ head, names }: Operand, context: Context): Way | undefined {
	const base = baseOf(head, context);
	const own = names.map(({ text }) => text);
	if (base) return [...base, ...own];
	const from = own.findIndex(isRootName);
	return from >= 0 ? own.slice(from) : undefined;
}

/** Whether it is known what an operand begins with. */
export const isCertain = ({ head }: Operand, context: Context): boolean => baseOf(head, context) !== undefined;

function baseOf(head: Operand['head'], context: Context): Way | undefined {
	switch (head.kind) {
		case 'pipeline':
			return wayOfPipeline(head, context);
		case 'dot':
		case 'field':
			return context.dot;
		case 'variable':
			return head.text === '$' ? context.root : context.variables.get(head.text);
		default:
			return undefined;
	}
}
