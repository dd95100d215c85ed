import type { Segment } from '../../schema/field-path';
import { entryOf, type Node, nodeAt, type ScalarNode, textOf } from '../../yaml/node';
import { TELLING, type Thing } from './naming';

/** So much of a text is told. */
const LONGEST = 60;

/** A text of its own: a piece of a longer one would keep all of that in memory, and an index outlives the files it is of. */
export const ownText = (text: string): string => (text.length < SHORTEST_PIECE ? text : (JSON.parse(JSON.stringify(text)) as string));

/** V8 copies shorter ones. */
const SHORTEST_PIECE = 13;

/** What there is to say of that which a name is given to; `above` are the maps and lists around the name. What a Secret holds is nobody's business. */
export function detailOf(thing: Thing, above: readonly Node[], path: readonly Segment[], node: ScalarNode): string | undefined {
	const beside = above.at(-1);
	switch (thing) {
		case 'volume':
			return path.at(-2) === 'metadata' ? undefined : sourceOf(beside);
		case 'container':
			return short(textOf(beside, 'image'));
		case 'port':
			return short(textOf(beside, 'containerPort'));
		case 'variable':
			return short(textOf(beside, 'value')) ?? sourceOf(entryOf(beside, 'valueFrom')?.value);
		case 'ConfigMap key':
			return short(textOf(beside, node.text));
		case 'Service port':
		case 'Service port number': {
			const to = textOf(beside, 'targetPort');
			return short([textOf(beside, 'port') ?? '', ...(to ? [to] : [])].join(' → '));
		}
		default:
			return undefined;
	}
}

/** What tells most of an object of a kind. */
export function telling(kind: Thing, node: Node): string | undefined {
	const path = Object.hasOwn(TELLING, kind) ? (TELLING[kind] ?? []) : [];
	const found = nodeAt(path.length > 0 ? node : undefined, path);
	return found?.kind === 'scalar' ? short(found.text) : undefined;
}

const NAME_FIELDS = ['name', 'claimName', 'secretName', 'path', 'fieldPath', 'resource', 'image', 'driver', 'server'] as const;

/** `configMap settings`: the field beside the name, and what it names. */
function sourceOf(node: Node | undefined): string | undefined {
	const entry = node?.kind === 'map' ? node.entries.find(({ key }) => key.text !== 'name') : undefined;
	if (!entry) return undefined;
	const name = NAME_FIELDS.map((field) => textOf(entry.value, field)).find(Boolean);
	const key = textOf(entry.value, 'key');
	return short([entry.key.text, name, key].filter(Boolean).join(' '));
}

/** The first line, not all of a long one. */
function short(text: string | undefined): string | undefined {
	const [line = ''] = (text ?? '').slice(0, LONGEST * 2).split(/[\r\n]/, 1);
	if (line === '') return undefined;
	return ownText(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}
