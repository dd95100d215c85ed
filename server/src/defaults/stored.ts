import { KINDS, type KindName } from '../schema/kinds';
import { NIL } from '../schema/nil';
import { canonical, parseQuantity } from '../schema/quantity';
import { type Field, type Minor, structOf, type Type } from '../schema/schema';
import type { Decoded } from './defaults';
import { ALWAYS, POINTERS, VALUES } from './go-shapes';

/**
 * The object as the server would print it back: `object` is defaulted and prepared; what Go leaves out is left out,
 * what it always prints is there.
 */
export function storedObject(kind: KindName, object: Decoded, version: Minor): Decoded {
	const apiVersion = KINDS.find((known) => known.kind === kind)?.apiVersion;
	return { apiVersion, ...storedStruct(object, kind, version), kind };
}

function storedStruct(object: Decoded, struct: string, version: Minor): Decoded {
	const stored: Record<string, unknown> = {};
	for (const [name, field] of structOf(struct) ?? []) {
		if (field.since > version || field.until < version) continue;
		const value = storedField(object[name], struct, field, version);
		if (value !== undefined) stored[name] = value;
	}
	// Up to 1.33 a template's metadata has its null.
	if (struct === 'ObjectMeta' && version <= 33) stored.creationTimestamp ??= null;
	return stored;
}

/** Undefined where the field does not appear. */
function storedField(value: unknown, struct: string, field: Field, version: Minor): unknown {
	if (value === undefined) return unset(struct, field, version);
	// The one required field that is a pointer: nothing in it is nothing at all.
	if (struct === 'ScaleIOVolumeSource' && field.name === 'secretRef' && Object.keys(value as object).length === 0) return null;
	if (!field.required && isOmitted(value, struct, field)) return undefined;
	return storedValue(value, field.type, version);
}

function unset(struct: string, field: Field, version: Minor): unknown {
	if (ALWAYS.get(struct)?.has(field.name)) return field.type.kind === 'int32' ? 0 : field.type.kind === 'string' && struct === 'StatefulSetSpec' ? '' : null;
	if (!VALUES.get(struct)?.has(field.name)) return undefined;
	return field.type.kind === 'struct' ? storedStruct({}, field.type.name, version) : '0';
}

/** encoding/json's omitempty. */
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
		default:
			return false;
	}
}

function storedValue(value: unknown, type: Type, version: Minor): unknown {
	switch (type.kind) {
		case 'struct':
			return storedStruct(value as Decoded, type.name, version);
		case 'list':
			return value === NIL ? null : (value as readonly unknown[]).map((item) => storedValue(item, type.of, version));
		case 'map':
			return Object.fromEntries(
				Object.entries(value as object)
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([key, item]) => [key, storedValue(item, type.of, version)]),
			);
		case 'quantity': {
			const amount = parseQuantity(value as string);
			return amount ? canonical(amount) : value;
		}
		default:
			return value;
	}
}
