import { chartWords } from '../../docs/chart';
import { kustomizationWords } from '../../docs/kustomization';
import type { FieldWords } from '../../docs/words';
import type { File, Section } from '../../manifest/read';
import { type FieldType, fieldName, KUSTOMIZE_STRUCTS, kustomizeField, type Structs } from '../../overlays/fields';
import type { Segment } from '../../schema/field-path';
import { CHART_STRUCTS } from '../charts/chart-fields';

/** What is at the root of a file that says how something is built: of a kustomization, or of a Chart.yaml. */
export type Root = 'Kustomization' | 'Chart';

/** A field of such a file, with the struct that has it. */
export interface BuildField {
	readonly struct: string;
	readonly name: string;
	readonly type: FieldType;
}

/** What a file says at an offset of how something is built; undefined in other files, and in a patch that is written out in a kustomization. */
export function rootAt({ around, sections }: File, offset: number): Root | undefined {
	if (around.isChart) return 'Chart';
	const isHere = ({ start, document }: Section): boolean => start <= offset && offset <= start + document.text.length;
	return around.isKustomization && !sections.some((section) => section.around.isPatch && isHere(section)) ? 'Kustomization' : undefined;
}

/** The struct whose fields may stand at a path; undefined where others stand. */
export function structAt(path: readonly Segment[], from: string): string | undefined {
	let struct: string | undefined = from;
	for (const segment of path) {
		if (typeof segment === 'number') continue;
		const type: BuildField['type'] | undefined = struct === undefined ? undefined : fieldOf(struct, segment)?.type;
		struct = type?.kind === 'struct' || type?.kind === 'structs' ? type.struct : undefined;
	}
	return struct;
}

/** The field that a path ends at, or the list that it is an item of. */
export function fieldAt(path: readonly Segment[], root: Root): BuildField | undefined {
	const last = path.findLastIndex((segment) => typeof segment === 'string');
	const written = path[last];
	const struct = structAt(path.slice(0, Math.max(0, last)), root);
	return struct !== undefined && typeof written === 'string' ? fieldOf(struct, written) : undefined;
}

function fieldOf(struct: string, written: string): BuildField | undefined {
	const ofChart = CHART_STRUCTS[struct];
	if (ofChart) return Object.hasOwn(ofChart, written) && ofChart[written] ? { struct, name: written, type: ofChart[written] } : undefined;
	const name = fieldName(struct, written);
	const type = name === undefined ? undefined : kustomizeField(struct, name);
	return name === undefined || type === undefined || type === 'open' ? undefined : { struct, name, type };
}

/** The fields of a struct, in the order in which people write them. */
export const fieldsIn = (struct: string): Structs[string] => CHART_STRUCTS[struct] ?? KUSTOMIZE_STRUCTS[struct] ?? {};

/** The words for a field of a struct: its own, or those that it has everywhere. */
export function wordsOf(struct: string, name: string): FieldWords | undefined {
	const words = Object.hasOwn(CHART_STRUCTS, struct) ? chartWords : kustomizationWords;
	const key = [`${struct}.${name}`, name].find((one) => Object.hasOwn(words, one));
	return key === undefined ? undefined : words[key];
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
