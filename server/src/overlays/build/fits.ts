import type { Origin } from '../../built/origin';
import { jsonKind } from '../../schema/json';
import { type FieldType, goPath, goStruct, kustomizeField } from '../fields';
import { type Fault, type Fields, fault, isFields, type Value, within } from './object';
import { traceOf } from './written';

/** What is decoded into a struct, and how kustomize begins to say that it is none. */
const DECODED = {
	Kustomization: 'invalid Kustomization',
	TransformerConfig: 'error unmarshaling JSON: while decoding JSON',
} as const;

/**
 * Why encoding/json does not decode a file into its struct (Kustomization.Unmarshal, or makeTransformerConfigFromBytes of builtinconfig; unknown fields disallowed):
 * all that there is, in the order in which it is told: keys come sorted.
 */
export function misfits(value: Fields, struct: keyof typeof DECODED): readonly Fault[] {
	return inStruct(value, struct, '').map((wrong) => within(DECODED[struct], wrong));
}

function inStruct(fields: Fields, struct: string, way: string, holder = struct): readonly Fault[] {
	const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
	return sorted.flatMap(([key, value]): readonly Fault[] => {
		const trace = traceOf(fields, key);
		const type = kustomizeField(struct, key);
		if (type === undefined) return [fault(`json: unknown field "${key}"`, trace?.key)];
		const own = goPath(struct, key);
		const path = way === '' ? own : `${way}.${own}`;
		const odd = type === 'open' ? (struct === 'Any' ? undefined : misfit(value, 'string')) : unfit(value, type);
		if (odd) {
			// A map of texts is no struct: Go names the field that holds it.
			const field = type === 'open' ? `${goStruct(holder)}.${way}` : `${goStruct(struct)}.${path}`;
			return [
				fault(
					`json: cannot unmarshal ${jsonKind(odd.value)}${isBroken(odd) ? ` ${odd.value}` : ''} into Go struct field ${field} of type ${odd.wanted}`,
					odd.at ?? trace?.value,
				),
			];
		}
		return type === 'open' ? [] : below(value, type, path, struct);
	});
}

function below(value: Value, type: FieldType, path: string, holder: string): readonly Fault[] {
	if (type.kind === 'struct' && isFields(value)) return inStruct(value, type.struct, path, holder);
	if (type.kind === 'structs' && Array.isArray(value)) return value.flatMap((item) => (isFields(item) ? inStruct(item, type.struct, path) : []));
	return [];
}

/** A value, and the Go type that is wanted instead; `at` where it is an item of what was asked about. */
interface Misfit {
	readonly value: Value;
	readonly wanted: string;
	readonly at?: Origin | undefined;
}

/** What does not fit in a value; undefined where all of it does. */
function unfit(value: Value, type: FieldType): Misfit | undefined {
	switch (type.kind) {
		case 'text':
		case 'path':
			return misfit(value, 'string', type.kind === 'text' ? type.go : undefined);
		case 'boolean':
			return misfit(value, 'bool');
		case 'integer':
			return misfit(value, 'int64', type.go);
		case 'texts':
		case 'paths':
			return inList(value, '[]string', (item) => misfit(item, 'string'));
		case 'struct':
			return noStruct(value, type.struct);
		case 'structs':
			return inList(value, type.go ?? `[]types.${goStruct(type.struct)}`, (item) => noStruct(item, type.struct));
		case 'any':
			return undefined;
	}
}

function inList(value: Value, wanted: string, misfitOf: (item: Value) => Misfit | undefined): Misfit | undefined {
	if (!Array.isArray(value)) return value === null ? undefined : { value, wanted };
	for (const [index, item] of value.entries()) {
		const odd = misfitOf(item);
		if (odd) return { ...odd, at: traceOf(value, index)?.value };
	}
	return undefined;
}

const noStruct = (value: Value, struct: string): Misfit | undefined =>
	value === null || isFields(value) ? undefined : { value, wanted: `types.${goStruct(struct)}` };

/** null is whatever is wanted. */
function misfit(value: Value, wanted: 'string' | 'bool' | 'int64', go: string = wanted): Misfit | undefined {
	if (value === null) return undefined;
	const kind = wanted === 'string' ? 'string' : wanted === 'bool' ? 'boolean' : 'number';
	return typeof value === kind && (wanted !== 'int64' || Number.isInteger(value)) ? undefined : { value, wanted: go };
}

/** A number that is no integer is told with its digits. */
const isBroken = ({ value, wanted }: Misfit): boolean => typeof value === 'number' && /^int/.test(wanted);
