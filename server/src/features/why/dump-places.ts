/** Where in the text of a dump things are written: fields of its pods, events by their reason. */
import { itemsOf } from '../../autopsy/read-objects';
import { locate } from '../../manifest/locate';
import type { LiveName } from '../../protocol/why';
import { entryOf, type Node, type Range, shifted, textOf } from '../../yaml/node';
import { parse, split } from '../../yaml/parse';
import { segmentsOf } from '../life/simulate';

export interface DumpPlaces {
	/** A field by its path from the root of the pod; undefined where it is not written. */
	readonly field: (path: string) => Range | undefined;
	/** The reason of the newest event that has it. */
	readonly event: (reason: string) => Range | undefined;
}

/** Looks for the places of one pod, which may have been printed again and again. What is no YAML, or JSON, has none. */
export function placesIn(text: string, { name, namespace }: LiveName): DumpPlaces {
	const objects = split(text).flatMap(({ text: part, start }) => itemsOf(parse(part).root).map((node) => ({ node, start })));
	const isIt = (node: Node | undefined): boolean => textOf(node, 'name') === name && (textOf(node, 'namespace') || 'default') === (namespace || 'default');
	const pod = objects.findLast(({ node }) => textOf(node, 'kind') === 'Pod' && isIt(entryOf(node, 'metadata')?.value));
	const about = (node: Node): Node | undefined => (entryOf(node, 'involvedObject') ?? entryOf(node, 'regarding'))?.value;
	const events = objects.filter(({ node }) => textOf(node, 'kind') === 'Event' && isIt(about(node)));
	return {
		field: (path) => {
			const spot = pod && locate(pod.node, segmentsOf(path));
			if (!pod || !spot?.exact) return undefined;
			const { key, value } = spot;
			return shifted(value?.kind === 'scalar' && value.range.start > key.end ? { start: key.start, end: value.range.end } : key, pod.start);
		},
		event: (reason) => {
			const event = events.findLast(({ node }) => textOf(node, 'reason') === reason);
			const place = event && entryOf(event.node, 'reason')?.value?.range;
			return event && place && shifted(place, event.start);
		},
	};
}
