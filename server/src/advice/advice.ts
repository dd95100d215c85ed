import type { FieldPath } from '../schema/field-path';
import type { Repair } from '../schema/problem';

/** Something that the server takes, and that can never work or hardly does what was meant. */
export interface Advice {
	/** The field that is wrong, in the object that the rule was asked about. */
	readonly path: FieldPath;
	/** Stable, `advice/fault`. Its sentence and its words lie in docs/problems/advice.ts. */
	readonly code: string;
	/** Warning: it cannot work. Information: it works, but hardly as meant. Hint: it is well to know. */
	readonly severity: 'warning' | 'information' | 'hint';
	/** What the sentence names, by the names it has there: `{port}`. */
	readonly args: Readonly<Record<string, string | number>>;
	/** Where one is certain. */
	readonly repair?: Repair;
}

/** What most rules say of most objects. */
export const NONE: readonly Advice[] = [];

/** Spread into an Advice: nothing where there is no repair. */
export const repairedBy = (repair: Repair | undefined): { readonly repair?: Repair } => (repair ? { repair } : {});
