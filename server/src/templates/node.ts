/** Offsets into the template's text, so that what is printed can be told from where it was typed. */
interface Placed {
	readonly at: number;
}

/** A number has every type that can represent it: which one it gets depends on who takes it (parse.NumberNode). */
export interface NumberNode extends Placed {
	readonly kind: 'number';
	readonly text: string;
	readonly int?: bigint;
	readonly float?: number;
	/** What it is to all who ask for neither. */
	readonly complex?: { readonly isZero: boolean; readonly shown: string };
}

export type Expression =
	| (Placed & { readonly kind: 'dot' })
	| (Placed & { readonly kind: 'nil' })
	| (Placed & { readonly kind: 'constant'; readonly value: string | boolean; readonly text: string })
	| NumberNode
	/** `pos` is where Go says that it stands: at its second name, where it has one. */
	| (Placed & { readonly kind: 'field'; readonly names: readonly string[]; readonly pos: number })
	| (Placed & { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[]; readonly pos: number })
	| (Placed & { readonly kind: 'function'; readonly name: string })
	| (Placed & { readonly kind: 'chain'; readonly of: Expression; readonly names: readonly string[]; readonly pos: number })
	| Pipe;

/** An operand and its arguments. */
export interface Command extends Placed {
	readonly kind: 'command';
	readonly args: readonly Expression[];
}

export interface Pipe extends Placed {
	readonly kind: 'pipe';
	/** Names of variables with their `$`. */
	readonly names: readonly string[];
	/** `=` rather than `:=`. */
	readonly assigns: boolean;
	readonly commands: readonly Command[];
}

export type Step = Placed &
	(
		| { readonly kind: 'text'; readonly text: string }
		| { readonly kind: 'action'; readonly pipe: Pipe }
		| { readonly kind: 'if' | 'with' | 'range'; readonly pipe: Pipe; readonly body: readonly Step[]; readonly otherwise: readonly Step[] }
		| { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined }
		| { readonly kind: 'break' | 'continue' }
	);

/** What one `define`, or one file, holds. */
export interface Template {
	/** The file it stands in. */
	readonly file: string;
	readonly steps: readonly Step[];
	readonly text: string;
}

/** What may be named in an error. */
export type Shown = Expression | Command | Extract<Step, { readonly kind: 'template' }>;

/** Node.String(): how an error shows a node. */
export function nodeText(node: Shown): string {
	switch (node.kind) {
		case 'dot':
			return '.';
		case 'nil':
			return 'nil';
		case 'constant':
		case 'number':
			return node.text;
		case 'field':
			return `.${node.names.join('.')}`;
		case 'variable':
			return [node.name, ...node.names].join('.');
		case 'function':
			return node.name;
		case 'chain':
			return [inParens(node.of), ...node.names].join('.');
		case 'command':
			return node.args.map(inParens).join(' ');
		case 'pipe':
			return `${node.names.length > 0 ? `${node.names.join(', ')} ${node.assigns ? '=' : ':='} ` : ''}${node.commands.map(nodeText).join(' | ')}`;
		default:
			return `{{template ${JSON.stringify(node.name)}${node.pipe ? ` ${nodeText(node.pipe)}` : ''}}}`;
	}
}

const inParens = (node: Expression): string => (node.kind === 'pipe' ? `(${nodeText(node)})` : nodeText(node));

/** Whether a template is but white space: such a one replaces none of its name (parse.IsEmptyTree). */
export const isEmptyTemplate = (steps: readonly Step[]): boolean => steps.every((step) => step.kind === 'text' && !step.text.trim());
