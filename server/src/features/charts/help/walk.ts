import { type Action, nameIn, type Pipeline } from './actions';
import { type Context, type Held, heldByPipeline, ITEM, type Way, wayOfPipeline } from './ways';

/** A block that is open: its action, what that asks, and what holds in it. */
export interface Block extends Context {
	readonly keyword: 'if' | 'with' | 'range' | 'define' | 'block';
	readonly action: Action;
	/** Behind an `else`. */
	readonly isOtherwise: boolean;
}

/** An action where it stands. */
export interface Placed extends Context {
	readonly action: Action;
	/** What is open around it, outermost first; the block that it opens itself is not. */
	readonly within: readonly Block[];
	/** The named template that it stands in. */
	readonly define: string | undefined;
}

/** What holds at the top of a template. */
export const AT_TOP: Context = { dot: [], root: [], variables: new Map() };

/** Walks the actions of a template; `dotOf` says what a named template is given. Whatever is not closed goes on; what closes nothing is passed over. */
export function walk(actions: readonly Action[], dotOf: (define: string) => Held | undefined): readonly Placed[] {
	let open: readonly Block[] = [];
	let top = AT_TOP;
	return actions.map((action): Placed => {
		const context = open.at(-1) ?? top;
		const { dot, root, variables } = context;
		const placed: Placed = { action, dot, root, variables, within: open, define: defineOf(open) };
		const { keyword, pipeline } = action;
		if (keyword === 'end') open = open.slice(0, -1);
		else if (keyword === 'else') open = otherwise(open, action, top);
		else if (keyword === 'define' || keyword === 'block') {
			const held = dotOf(nameIn(pipeline)?.text ?? '');
			open = [...(keyword === 'define' ? [] : open), blockOf(action, { dot: held, root: held, variables: new Map() }, keyword)];
		} else if (keyword === 'if' || keyword === 'with' || keyword === 'range') open = [...open, blockOf(action, inside(keyword, pipeline, context), keyword)];
		else if (pipeline.variables.length > 0) {
			const named = assigned(pipeline, context);
			if (open.length === 0 || pipeline.assigns) top = named(top);
			open = open.map((block, depth) => (pipeline.assigns || depth === open.length - 1 ? { ...block, ...named(block) } : block));
		}
		return placed;
	});
}

const defineOf = (open: readonly Block[]): string | undefined => {
	const block = open.findLast(({ keyword }) => keyword === 'define' || keyword === 'block');
	return block && nameIn(block.action.pipeline)?.text;
};

const blockOf = (action: Action, context: Context, keyword: Block['keyword']): Block => ({ ...context, keyword, action, isOtherwise: false });

function otherwise(open: readonly Block[], action: Action, top: Context): readonly Block[] {
	const block = open.at(-1);
	if (!block) return open;
	const outer = open.at(-2) ?? top;
	const kind = action.tokens.find((token) => token.kind === 'if' || token.kind === 'with')?.kind;
	const context = kind === 'with' ? inside('with', action.pipeline, outer) : outer;
	return [...open.slice(0, -1), { ...blockOf(action, context, kind === 'with' ? 'with' : 'if'), isOtherwise: kind === undefined }];
}

/** What holds inside of a block. */
function inside(keyword: 'if' | 'with' | 'range', pipeline: Pipeline, context: Context): Context {
	const held = keyword === 'range' ? itemOf(pipeline, context) : heldByPipeline(pipeline, context);
	return { ...context, dot: keyword === 'if' ? context.dot : held, variables: withNames(context, pipeline, held) };
}

function itemOf(pipeline: Pipeline, context: Context): Way | undefined {
	const way = wayOfPipeline(pipeline, context);
	return way && [...way, ITEM];
}

/** The last variable of a pipeline gets its value; another one before it is a key. */
function withNames({ variables }: Context, pipeline: Pipeline, held: Held | undefined): Context['variables'] {
	const names = pipeline.variables.map(({ text }) => text);
	return names.length === 0 ? variables : new Map([...variables, ...names.map((name, i) => [name, i === names.length - 1 ? held : undefined] as const)]);
}

/** What a context becomes once a variable has another value; one that was assigned to may be either. */
function assigned(pipeline: Pipeline, context: Context): (to: Context) => Context {
	const held = pipeline.assigns ? undefined : heldByPipeline(pipeline, context);
	return (to) => ({ ...to, variables: withNames(to, pipeline, held) });
}
