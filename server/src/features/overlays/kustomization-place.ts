import { kustomizationWords } from '../../docs/kustomization';
import type { FieldWords } from '../../docs/words';
import type { File, Section } from '../../manifest/read';
import { type FieldType, fieldName, kustomizeField } from '../../overlays/fields';
import type { Segment } from '../../schema/field-path';

/** A field of a kustomization, with the struct that has it. */
export interface KustomizationPlace {
	readonly struct: string;
	readonly name: string;
	readonly type: FieldType;
}

/** Whether an offset of a file is in a kustomization itself, and not in a patch that is written out in it. */
export function isOfKustomization({ around, sections }: File, offset: number): boolean {
	const isHere = ({ start, document }: Section): boolean => start <= offset && offset <= start + document.text.length;
	return around.isKustomization === true && !sections.some((section) => section.around.isPatch && isHere(section));
}

/** The struct whose fields may stand at a path; undefined where others stand. */
export function structAt(path: readonly Segment[], from = 'Kustomization'): string | undefined {
	let struct: string | undefined = from;
	for (const segment of path) {
		if (typeof segment === 'number') continue;
		const type: FieldType | 'open' | undefined = struct === undefined ? undefined : kustomizeField(struct, segment);
		struct = type !== undefined && type !== 'open' && (type.kind === 'struct' || type.kind === 'structs') ? type.struct : undefined;
	}
	return struct;
}

/** The field that a path ends at, or the list that it is an item of. */
export function placeAt(path: readonly Segment[]): KustomizationPlace | undefined {
	const last = path.findLastIndex((segment) => typeof segment === 'string');
	const written = path[last];
	const struct = structAt(path.slice(0, Math.max(0, last)));
	const name = struct !== undefined && typeof written === 'string' ? fieldName(struct, written) : undefined;
	const type = struct !== undefined && name !== undefined ? kustomizeField(struct, name) : undefined;
	return struct !== undefined && name !== undefined && type !== undefined && type !== 'open' ? { struct, name, type } : undefined;
}

/** The words for a field of a struct. */
export function wordsOf(struct: string, name: string): FieldWords | undefined {
	const own = `${struct}.${name}`;
	return Object.hasOwn(kustomizationWords, own) ? kustomizationWords[own] : Object.hasOwn(kustomizationWords, name) ? kustomizationWords[name] : undefined;
}

/** What a field takes, in a word. */
export const takes = (type: FieldType): string => {
	switch (type.kind) {
		case 'text':
			return 'string';
		case 'path':
			return 'path';
		case 'texts':
			return 'string[]';
		case 'paths':
			return 'path[]';
		case 'struct':
			return type.struct === 'Pairs' ? 'map[string]string' : type.struct;
		case 'structs':
			return `${type.struct}[]`;
		default:
			return type.kind;
	}
};
