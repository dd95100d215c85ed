import { goNames } from './generated/go-names';
import type { Minor, Type } from './schema';

interface GoStruct {
	/** Types of their own, by the field that is of them or lists them. */
	readonly names: ReadonlyMap<string, string>;
	/** The embedded struct, by the field it brings. */
	readonly embedded: ReadonlyMap<string, string>;
}

let structs: ReadonlyMap<string, GoStruct> | undefined;

/** The type of a field's value, or of an item of it, as reflect prints it: `v1.PullPolicy`, `[]v1.Container`. */
export function goType(type: Type, struct: string, field: string): string {
	switch (type.kind) {
		case 'string':
			return goStruct(struct)?.names.get(field) ?? 'string';
		case 'boolean':
			return 'bool';
		case 'intOrString':
			return 'int32';
		case 'quantity':
			return 'resource.Quantity';
		case 'time':
			return 'v1.Time';
		case 'object':
			return 'v1.FieldsV1';
		case 'list':
			return `[]${goType(type.of, struct, field)}`;
		case 'map':
			return type.of.kind === 'quantity' ? 'v1.ResourceList' : `map[string]${goType(type.of, struct, field)}`;
		case 'struct':
			return goStruct(struct)?.names.get(field) ?? `v1.${type.name}`;
		default:
			return type.kind;
	}
}

/** A field as encoding/json names it on the way to a fault: behind the struct that it is embedded by, which the decoder says since 1.35. */
export function goField(struct: string, field: string, version: Minor): string {
	const embedded = version >= 35 ? goStruct(struct)?.embedded.get(field) : undefined;
	return embedded === undefined ? field : `${embedded}.${field}`;
}

function goStruct(name: string): GoStruct | undefined {
	structs ??= new Map(
		goNames
			.trim()
			.split('\n')
			.map((line) => readStruct(line.split(' '))),
	);
	return structs.get(name);
}

function readStruct([struct = '', ...words]: readonly string[]): [string, GoStruct] {
	const names = words.map((word) => word.split('=')).flatMap(([field = '', name]): [string, string][] => (name === undefined ? [] : [[field, name]]));
	const embedded = words
		.map((word) => word.split('>'))
		.flatMap(([by = '', fields]) => (fields ?? '').split(',').flatMap((field): [string, string][] => (field ? [[field, by]] : [])));
	return [struct, { names: new Map(names), embedded: new Map(embedded) }];
}
