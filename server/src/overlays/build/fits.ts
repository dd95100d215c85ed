import { type FieldType, kustomizeField } from '../fields';
import { type Fault, type Fields, fault, isFields, type Value } from './object';
import { traceOf } from './written';

/** Why encoding/json does not decode a kustomization into its struct (Kustomization.Unmarshal, unknown fields disallowed): all that there is, in the order written. */
export function misfits(kustomization: Fields): readonly Fault[] {
	return inStruct(kustomization, 'Kustomization', '');
}

function inStruct(fields: Fields, struct: string, way: string): readonly Fault[] {
	return Object.entries(fields).flatMap(([key, value]): readonly Fault[] => {
		const trace = traceOf(fields, key);
		const type = kustomizeField(struct, key);
		if (type === undefined) return [fault(`invalid Kustomization: json: unknown field "${key}"`, trace?.key)];
		const path = way === '' ? key : `${way}.${key}`;
		const wanted = type === 'open' ? (struct === 'Any' ? undefined : misfit(value, 'string')) : unfit(value, type);
		if (wanted !== undefined) {
			const field = `Kustomization.${path}`;
			return [fault(`invalid Kustomization: json: cannot unmarshal ${jsonKind(value)} into Go struct field ${field} of type ${wanted}`, trace?.value)];
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
			return value === null || (Array.isArray(value) && value.every((item) => item === null || isFields(item))) ? undefined : `[]types.${type.struct}`;
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

const jsonKind = (value: Value): string => {
	if (Array.isArray(value)) return 'array';
	if (isFields(value)) return 'object';
	return typeof value === 'boolean' ? 'bool' : typeof value === 'string' ? 'string' : 'number';
};
