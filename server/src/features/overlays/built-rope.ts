import type { Origin } from '../../built/origin';
import { laidOut, type Rope } from '../../built/rope';
import type { File } from '../../manifest/read';
import { type Fields, isFields, type Value } from '../../overlays/build/object';
import { traceAt } from '../../overlays/build/origin-at';
import type { Segment } from '../../schema/field-path';
import { type Node, type Range, shifted } from '../../yaml/node';
import type { Source } from '../built/finding';

/** What is built as a text, and which object each document of it is. */
export interface BuiltFile {
	readonly file: File;
	/** By where their documents begin. */
	readonly objects: ReadonlyMap<number, Fields>;
}

/** Where the keys and scalars of what is built were typed, and which of them stand in a file as they are; all between them kustomize writes. */
export function ropeOf({ file, objects }: BuiltFile, source: Source): Rope {
	const parts = file.sections.flatMap(({ start, document }) => {
		const object = objects.get(start);
		return object ? scalarsOf(object, document.root).map((one) => strandOf(one, start)) : [];
	});
	return laidOut(
		file.text.length,
		parts.sort((a, b) => a.start - b.start),
	);

	function strandOf({ range, origin: { via: _, ...origin } }: Typed, start: number) {
		const at = shifted(range, start);
		const isExact = origin.file === source.file && source.text.slice(origin.range.start, origin.range.end) === file.text.slice(at.start, at.end);
		return { start: at.start, rope: [{ length: at.end - at.start, origins: [origin], isExact }] };
	}
}

/** A key or scalar of a document, and where it was typed. */
interface Typed {
	readonly range: Range;
	readonly origin: Origin;
}

function scalarsOf(object: Fields, root: Node | undefined): readonly Typed[] {
	const found: Typed[] = [];
	const walk = (node: Node | undefined, value: Value | undefined, path: readonly Segment[]): void => {
		const trace = path.length > 0 ? traceAt(object, path) : undefined;
		if (node?.kind === 'scalar' && trace) found.push({ range: node.range, origin: trace.value });
		if (node?.kind === 'map' && isFields(value)) {
			for (const entry of node.entries) {
				const key = traceAt(object, [...path, entry.key.text])?.key;
				if (key) found.push({ range: entry.key.range, origin: key });
				walk(entry.value, value[entry.key.text], [...path, entry.key.text]);
			}
		}
		if (node?.kind === 'list' && Array.isArray(value)) for (const [i, item] of node.items.entries()) walk(item.value, value[i], [...path, i]);
	};
	walk(root, object, []);
	return found;
}
