import type { FieldPath } from '../../schema/field-path';
import type { Repair } from '../../schema/problem';
import type { Minor } from '../../schema/schema';

/** What the server says beside its answer, and kubectl prints as `Warning: …`. */
export interface Warning {
	/** What it is about; some warnings do not say. */
	readonly path?: FieldPath;
	/** The server's sentence, word for word. */
	readonly text: string;
	/** Stable, `family/fault`, as problems have. */
	readonly code: string;
	/** Where one is certain. */
	readonly repair?: Repair;
}

/** Nobody reads more, and the server sends no more than 4,096 characters of them (apiserver/pkg/endpoints/filters/warning.go). */
const MOST = 1000;

/** Collects warnings, in the server's order. */
export class Warnings {
	readonly list: Warning[] = [];

	constructor(readonly version: Minor) {}

	/** There is no use in looking for more. */
	get full(): boolean {
		return this.list.length >= MOST;
	}

	/** `path: sentence`. */
	at(path: FieldPath, sentence: string, code: string, repair?: Repair): void {
		this.free(path, `${path}: ${sentence}`, code, repair);
	}

	/** A sentence that does not begin with the path of what it is about. */
	free(path: FieldPath, text: string, code: string, repair?: Repair): void {
		if (!this.full) this.list.push(repair ? { path, text, code, repair } : { path, text, code });
	}
}
