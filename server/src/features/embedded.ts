import { type Embedded, inFile } from '../manifest/graft';
import type { Manifest } from '../manifest/read';
import type { Part } from '../schema/embedding';
import { type FieldPath, type Segment, startsWith } from '../schema/field-path';
import { pathText } from './place';

/** The kind of the object that a manifest is, or stands in. */
export const kindOfObject = ({ kind, embedded }: Manifest): string => embedded?.kind ?? kind.kind;

const PODS: ReadonlySet<string> = new Set(['PodTemplateSpec', 'PodSpec', 'JobTemplateSpec', 'JobSpec']);

/** Whether there is a pod whose life can be shown: a piece of one has none. */
export const hasLife = ({ part, embedded }: Manifest): boolean => !part && (!embedded || PODS.has(embedded.part.is));

/** A path of a manifest as it is in the file; undefined where it leads beside an embedded part. */
export function pathInFile({ embedded }: Manifest, path: FieldPath): string | undefined {
	return embedded ? wayInFile(embedded, path.segments(), path.toString()) : path.toString();
}

/** `text` is the path as the server would write it. */
function wayInFile(embedded: Embedded, way: readonly Segment[], text: string): string | undefined {
	if (!inFile(embedded, way)) return undefined;
	const frame = pathText(embedded.frame);
	return pathText(embedded.at) + (text.startsWith(frame) ? text.slice(frame.length) : '');
}

/** A way below an embedded part as its lists write it, from an item where it is a list: `spec.containers[].image`; undefined where it leads beside the part. */
export function wayInPart({ is }: Part, frame: readonly Segment[], way: readonly Segment[]): string | undefined {
	if (!startsWith(way, frame)) return undefined;
	const rest = way.slice(frame.length);
	const own = is.endsWith('[]') ? rest.slice(1) : rest;
	return own.map((segment, i) => (typeof segment === 'number' ? '[]' : i > 0 ? `.${segment}` : segment)).join('');
}
