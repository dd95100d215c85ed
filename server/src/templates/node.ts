import type { Value } from './value';

/** Offsets into the template's text, so that what is printed can be told from where it was typed. */
interface Placed {
	readonly at: number;
}

export type Expression = Placed &
	(
		| { readonly kind: 'dot' }
		| { readonly kind: 'nil' }
		| { readonly kind: 'constant'; readonly value: Value }
		| { readonly kind: 'field'; readonly names: readonly string[] }
		| { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
		| { readonly kind: 'function'; readonly name: string }
		| { readonly kind: 'pipe'; readonly pipe: Pipe }
		| { readonly kind: 'chain'; readonly of: Expression; readonly names: readonly string[] }
	);

export interface Pipe extends Placed {
	/** Names of variables with their `$`. */
	readonly names: readonly string[];
	/** `=` rather than `:=`. */
	readonly assigns: boolean;
	readonly commands: readonly (readonly Expression[])[];
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
