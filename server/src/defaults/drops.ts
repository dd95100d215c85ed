import type { FieldPath } from '../schema/field-path';
import { gateOn, type Minor } from '../schema/schema';

/** A field that was written and that the server drops without a word, because its feature gate is off. */
export interface Dropped {
	readonly path: FieldPath;
	readonly gate: string;
}

/** Collects what goes because a gate is closed in this version. */
export class Drops {
	readonly dropped: Dropped[] = [];

	constructor(readonly version: Minor) {}

	/** Runs `then` when the gate is closed. */
	off(gate: string, then: (gate: string) => void): void {
		if (!gateOn(gate, this.version)) then(gate);
	}

	/** Takes the field off its owner, if it is there. */
	drop<T extends object>(owner: T | undefined, field: keyof T & string, path: FieldPath, gate: string): void {
		if (owner?.[field] === undefined) return;
		delete owner[field];
		this.dropped.push({ path: path.child(field), gate });
	}
}
