import type { FieldPath } from '../../schema/field-path';
import type { Minor } from '../../schema/schema';

/** What the server says beside its answer, and kubectl prints as `Warning: …`. */
export interface Warning {
	/** What it is about; some warnings do not say. */
	readonly path?: FieldPath;
	/** The server's sentence, word for word. */
	readonly text: string;
	/** Stable, `family/fault`, as problems have. */
	readonly code: string;
}

/** Collects warnings, in the server's order. */
export class Warnings {
	readonly list: Warning[] = [];

	constructor(readonly version: Minor) {}

	/** `path: sentence`. */
	at(path: FieldPath, sentence: string, code: string): void {
		this.list.push({ path, text: `${path}: ${sentence}`, code });
	}

	/** A sentence that does not begin with the path of what it is about. */
	free(path: FieldPath, text: string, code: string): void {
		this.list.push({ path, text, code });
	}
}
