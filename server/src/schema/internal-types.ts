import { internalTypes } from './generated/internal';

/** A field of one of Kubernetes' internal types: what the server holds an object in, and shows of it when a problem quotes a part. */
export interface InternalField {
	/** The key in JSON; '' for the metadata that lies flat in the struct around it. */
	readonly key: string;
	readonly shown: string;
	readonly omitEmpty: boolean;
	/** A struct's name, `*` for a pointer, `[` for a list, `{` for a map, then s, b, i, q, x, t, o. */
	readonly type: string;
}

let structs: ReadonlyMap<string, readonly InternalField[]> | undefined;

/** The fields of an internal type, in Go's order. */
export function internalFieldsOf(struct: string): readonly InternalField[] {
	structs ??= readInternalTypes();
	return structs.get(struct) ?? [];
}

function readInternalTypes(): ReadonlyMap<string, readonly InternalField[]> {
	const all = new Map<string, InternalField[]>();
	let fields: InternalField[] = [];
	for (const line of internalTypes.split('\n')) {
		if (line.startsWith(' ')) fields.push(readField(line.slice(1).split(' ')));
		else if (line) {
			fields = [];
			all.set(line, fields);
		}
	}
	return all;
}

function readField([name = '', shown = '', type]: readonly string[]): InternalField {
	if (type === undefined) return { key: name.slice(3), shown: '', omitEmpty: false, type: shown };
	const key = name.replace('?', '');
	const upper = key.charAt(0).toUpperCase() + key.slice(1);
	return { key, shown: shown === '+' ? upper : shown === '-' ? key : shown, omitEmpty: name.startsWith('?'), type };
}
