import { Fault, isDict } from '../../templates/value';
import { type Document, type Schema, subschemas } from './schema';

/** What keeps a schema that is one from being compiled: a reference that leads nowhere. What is only defined is looked at where something refers to it. */
export function schemaFault(document: Document): Fault | undefined {
	const seen = new Set<Schema>();
	const queue = [document.at('')];
	for (let place = queue.shift(); place; place = queue.shift()) {
		if (seen.has(place) || !isDict(place.json)) continue;
		seen.add(place);
		for (const keyword of ['$ref', '$recursiveRef', '$dynamicRef']) {
			const reference = place.json.get(keyword);
			const target = typeof reference === 'string' ? document.resolve(reference, place) : undefined;
			if (target instanceof Fault) return target;
			if (target) queue.push(target);
		}
		for (const [way] of subschemas(place.json)) if (!/^(definitions|\$defs)\//.test(way)) queue.push(document.at(`${place.pointer}/${way}`));
	}
	return undefined;
}
