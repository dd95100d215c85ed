import { fieldOf, type Minor, type Type } from './schema';

/** Whether plain JSON has the shape of a type, so that it can be used as one; what reading it as this type would refuse does not. Keys that nobody knows do not matter. */
export function fits(value: unknown, type: Type, version: Minor): boolean {
	if (value === undefined || value === null) return true;
	switch (type.kind) {
		case 'object':
			return true;
		case 'string':
		case 'time':
			return typeof value === 'string';
		case 'boolean':
			return typeof value === 'boolean';
		case 'int32':
		case 'int64':
			return Number.isInteger(value);
		case 'quantity':
		case 'intOrString':
			return typeof value === 'string' || typeof value === 'number';
		case 'list':
			return Array.isArray(value) && value.every((item) => item !== null && fits(item, type.of, version));
		case 'map':
			return isMap(value) && Object.values(value).every((item) => fits(item, type.of, version));
		case 'struct':
			return isMap(value) && Object.entries(value).every(([key, child]) => fits(child, fieldOf(type.name, key, version)?.type ?? { kind: 'object' }, version));
	}
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
