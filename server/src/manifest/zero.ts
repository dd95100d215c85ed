import { NIL } from '../schema/nil';
import { type Minor, requiredOf, type Type } from '../schema/schema';

/** What Go holds where nothing is written; a required selector is a pointer there, and a time prints as none. */
export function zeroOf(type: Type, version: Minor): unknown {
	switch (type.kind) {
		case 'string':
			return '';
		case 'boolean':
			return false;
		case 'int32':
		case 'int64':
		case 'intOrString':
			return 0;
		case 'quantity':
			return '0';
		case 'time':
			return undefined;
		case 'list':
			return NIL;
		case 'map':
		case 'object':
			return {};
		case 'struct': {
			if (type.name === 'LabelSelector') return undefined;
			const value: Record<string, unknown> = {};
			fillZeros(value, type.name, version);
			return value;
		}
	}
}

/** Gives a struct the zero values of the required fields that it lacks. */
export function fillZeros(value: Record<string, unknown>, struct: string, version: Minor): void {
	for (const { name, type, since, until } of requiredOf(struct)) {
		if (!(name in value) && since <= version && version <= until) value[name] = zeroOf(type, version);
	}
}
