import { type Exact, exactly, NO_EXACT } from '../schema/int64';
import { KINDS, type KindName } from '../schema/kinds';
import { NIL } from '../schema/nil';
import { canonical, parseQuantity } from '../schema/quantity';
import { type Field, type Minor, structOf, type Type } from '../schema/schema';
import { ZERO_TIME } from '../schema/time';
import type { Decoded } from './defaults';
import { ALWAYS, POINTERS, VALUES } from './go-shapes';

/**
 * The object as the server would print it back: `object` is defaulted and prepared; what Go leaves out is left out,
 * what it always prints is there. Whole numbers that no double holds are bigints.
 */
export function storedObject(kind: KindName, object: Decoded, version: Minor, exact: Exact = NO_EXACT): Decoded {
	const apiVersion = KINDS.find((known) => known.kind === kind)?.apiVersion;
	return { apiVersion, ...new Printer(version, exact).struct(object, kind), kind };
}

/** json.Marshal of the versioned types. */
class Printer {
	constructor(
		private readonly version: Minor,
		private readonly exact: Exact,
	) {}

	struct(object: Decoded, struct: string): Decoded {
		const stored: Record<string, unknown> = {};
		for (const [name, field] of structOf(struct) ?? []) {
			if (field.since > this.version || field.until < this.version) continue;
			const value = this.field(object[name], struct, field);
			if (value !== undefined) stored[name] = value;
		}
		// Up to 1.33 a template's metadata has its null.
		if (struct === 'ObjectMeta' && this.version <= 33) stored.creationTimestamp ??= null;
		return stored;
	}

	/** Undefined where the field does not appear. */
	private field(value: unknown, struct: string, field: Field): unknown {
		if (value === undefined) return this.unset(struct, field);
		// The one required field that is a pointer: nothing in it is nothing at all.
		if (struct === 'ScaleIOVolumeSource' && field.name === 'secretRef' && Object.keys(value as object).length === 0) return null;
		if (!field.required && isOmitted(value, struct, field)) return undefined;
		return this.value(value, field.type);
	}

	private unset(struct: string, field: Field): unknown {
		if (ALWAYS.get(struct)?.has(field.name)) return field.type.kind === 'int32' ? 0 : field.type.kind === 'string' && struct === 'StatefulSetSpec' ? '' : null;
		if (!VALUES.get(struct)?.has(field.name)) return undefined;
		return field.type.kind === 'struct' ? this.struct({}, field.type.name) : '0';
	}

	private value(value: unknown, type: Type): unknown {
		switch (type.kind) {
			case 'struct':
				return this.struct(value as Decoded, type.name);
			case 'list':
				return value === NIL ? null : (value as readonly unknown[]).map((item) => this.value(item, type.of));
			case 'map':
				return Object.fromEntries(
					Object.entries(value as object)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.map(([key, item]) => [key, this.value(item, type.of)]),
				);
			case 'quantity': {
				const amount = parseQuantity(value as string);
				return amount ? canonical(amount) : value;
			}
			case 'int64':
				return exactly(value as number, this.exact);
			case 'time':
				return value === ZERO_TIME ? null : value;
			default:
				return value;
		}
	}
}

/** encoding/json's omitempty, and omitzero of times that are no pointers. */
function isOmitted(value: unknown, struct: string, field: Field): boolean {
	if (ALWAYS.get(struct)?.has(field.name)) return false;
	switch (field.type.kind) {
		case 'list':
			return (value as readonly unknown[]).length === 0;
		case 'map':
			return Object.keys(value as object).length === 0;
		case 'string':
		case 'boolean':
		case 'int32':
		case 'int64':
			return !value && !POINTERS.get(struct)?.has(field.name);
		case 'time':
			return value === ZERO_TIME && !POINTERS.get(struct)?.has(field.name);
		default:
			return false;
	}
}
