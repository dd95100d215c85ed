import { type FieldType, kustomizeField } from '../fields';
import { type Fault, type Fields, fault, isFields, type Value, within } from './object';
import { traceOf } from './written';

/** What is decoded into a struct, and how kustomize begins to say that it is none. */
const DECODED = {
	Kustomization: 'invalid Kustomization',
	TransformerConfig: 'error unmarshaling JSON: while decoding JSON',
} as const;

/**
 * Why encoding/json does not decode a file into its struct (Kustomization.Unmarshal, or makeTransformerConfigFromBytes of builtinconfig; unknown fields disallowed):
 * all that there is, in the order written.
 */
export function misfits(value: Fields, struct: keyof typeof DECODED): readonly Fault[] {
	return inStruct(value, struct, '').map((wrong) => within(DECODED[struct], wrong));
}

function inStruct(fields: Fields, struct: string, way: string): readonly Fault[] {
	return Object.entries(fields).flatMap(([key, value]): readonly Fault[] => {
		const trace = traceOf(fields, key);
		const type = kustomizeField(struct, key);
		if (type === undefined) return [fault(`json: unknown field "${key}"`, trace?.key)];
		const path = way === '' ? key : `${way}.${key}`;
		const wanted = type === 'open' ? (struct === 'Any' ? undefined : misfit(value, 'string')) : unfit(value, type);
		if (wanted !== undefined) {
			return [fault(`json: cannot unmarshal ${jsonKind(value)} into Go struct field ${struct}.${path} of type ${wanted}`, trace?.value)];
		}
		return type === 'open' ? [] : below(value, type, path);
	});
}

function below(value: Value, type: FieldType, path: string): readonly Fault[] {
	if (type.kind === 'struct' && isFields(value)) return inStruct(value, type.struct, path);
	if (type.kind === 'structs' && Array.isArray(value)) return value.flatMap((item) => (isFields(item) ? inStruct(item, type.struct, path) : []));
	return [];
}

/** The Go type that is wanted instead of a value; undefined where it fits. */
function unfit(value: Value, type: FieldType): string | undefined {
	switch (type.kind) {
		case 'text':
		case 'path':
			return misfit(value, 'string');
		case 'boolean':
			return misfit(value, 'bool');
		case 'integer':
			return misfit(value, 'int64');
		case 'texts':
		case 'paths':
			return value === null || (Array.isArray(value) && value.every((item) => misfit(item, 'string') === undefined)) ? undefined : '[]string';
		case 'struct':
			return value === null || isFields(value) ? undefined : `types.${type.struct}`;
		case 'structs':
			return value === null || (Array.isArray(value) && value.every((item) => item === null || isFields(item)))
				? undefined
				: (type.go ?? `[]types.${type.struct}`);
		case 'any':
			return undefined;
	}
}

/** null is whatever is wanted. */
function misfit(value: Value, wanted: 'string' | 'bool' | 'int64'): string | undefined {
	if (value === null) return undefined;
	const kind = wanted === 'string' ? 'string' : wanted === 'bool' ? 'boolean' : 'number';
	return typeof value === kind && (wanted !== 'int64' || Number.isInteger(value)) ? undefined : wanted;
}

/** What encoding/json calls a value. */
export const jsonKind = (value: Value): string => {
	if (Array.isArray(value)) return 'array';
	if (isFields(value)) return 'object';
	return typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : 'number';
};
