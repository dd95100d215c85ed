import { nearest } from '../../schema/nearest';
import { parseQuantity } from '../../schema/quantity';
import { type Field, structOf, type Type } from '../../schema/schema';
import { isJson } from '../../yaml/edit';
import { lineStart } from '../../yaml/lines';
import type { ListNode, MapNode, Node, ScalarNode } from '../../yaml/node';
import { resolve } from '../../yaml/scalar';
import type { Edit } from '../../yaml/text-edit';
import { blockText, quoted } from '../../yaml/write';
import type { Place } from '../place';

/** The edit that makes a value the type its field takes, where there is one that nobody would dispute. */
export function retyped(node: Node, { type, field }: Place, text: string): Edit | undefined {
	if (node.kind === 'scalar') {
		const to = node.tag === undefined && node.style !== 'block' ? retypedScalar(node, type, field) : undefined;
		// In JSON the key wants quotes: ../repair puts them.
		return to === undefined || (isJson(text) && to.includes('containerPort')) ? undefined : { range: node.range, text: to };
	}
	if (node.kind === 'map' && type.kind === 'list' && type.of.kind === 'struct') return mapToList(node, type.of.name, text);
	if (node.kind === 'list' && (type.kind === 'map' || type.kind === 'struct')) return listToMap(node, type, text);
	return undefined;
}

function retypedScalar(node: ScalarNode, type: Type, { name, closed }: Field): string | undefined {
	const written = resolve(node).kind;
	switch (type.kind) {
		case 'string':
			return !closed && (written === 'number' || written === 'boolean') ? quoted(node.text) : undefined;
		case 'boolean': {
			const plain = resolve({ ...node, style: 'plain' });
			if (written !== 'string') return undefined;
			return plain.kind === 'boolean' ? String(plain.value) : nearest(node.text, ['true', 'false']);
		}
		case 'int32':
		case 'int64':
			return written === 'string' ? toInteger(node.text, name) : undefined;
		case 'quantity':
			return toQuantity(node.text);
		case 'list':
			return isPort(type.of, node) ? `[{containerPort: ${node.text}}]` : toList(node, type.of, name);
		case 'struct':
			return isPort(type, node) ? `containerPort: ${node.text}` : undefined;
		default:
			return undefined;
	}
}

const isPort = (type: Type, { text }: ScalarNode): boolean => type.kind === 'struct' && type.name === 'ContainerPort' && /^\d{1,5}$/.test(text);

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `"30"` is 30, and so is `30s` where seconds are wanted. */
function toInteger(text: string, field: string): string | undefined {
	if (/^-?\d+$/.test(text)) return text;
	const [, count, unit = ''] = /^(\d+)(s|m|h)$/.exec(text) ?? [];
	const factor = field.endsWith('Seconds') ? SECONDS[unit] : undefined;
	return count && factor ? String(Number(count) * factor) : undefined;
}

/** `512 Mi`, `512mi`, `512MiB` and `1GB`; what `2g` means is not certain. */
function toQuantity(text: string): string | undefined {
	const [, number, unit = ''] = /^([\d.]+)\s*([a-zA-Z]*)$/.exec(text.trim()) ?? [];
	if (!number) return undefined;
	const binary = /^([kmgtpe])ib?$/i.exec(unit);
	const decimal = /^([kMGTPE])[bB]$/.exec(unit);
	const fitting = binary ? `${binary[1]?.toUpperCase()}i` : (decimal?.[1] ?? unit);
	const to = `${number}${fitting}`;
	return to !== text && parseQuantity(to) ? to : undefined;
}

/** A list of the one value; a command line of simple words is cut into them. */
function toList({ text, style }: ScalarNode, of: Type, field: string): string | undefined {
	const isNumber = /^-?\d+$/.test(text);
	if (of.kind === 'int32' || of.kind === 'int64') return isNumber ? `[${text}]` : undefined;
	if (of.kind !== 'string' || text === '') return undefined;
	const isCommand = field === 'command' || field === 'args';
	if (!isCommand || style === 'quoted' || !/\s/.test(text)) return isCommand && /\s/.test(text) ? undefined : `[${quoted(text)}]`;
	// What a shell would read otherwise is left alone.
	return /^[\w./:=@%+, -]+$/.test(text) ? `[${text.split(/\s+/).map(quoted).join(', ')}]` : undefined;
}

/** `containers: {name: …}` wants a dash; `env: {A: b}` wants `name` and `value`. */
function mapToList(map: MapNode, struct: string, text: string): Edit | undefined {
	const range = { start: map.range.start, end: map.range.start + text.slice(map.range.start, map.range.end).trimEnd().length };
	const written = text.slice(range.start, range.end);
	const [first] = map.entries;
	if (!first) return { range, text: '[]' };
	if (struct === 'EnvVar' && !map.entries.some(({ key }) => ['name', 'value', 'valueFrom'].includes(key.text))) return variables(map, written, range, text);
	if (!map.entries.some(({ key }) => structOf(struct)?.has(key.text))) return undefined;
	if (map.flow) return { range, text: `[${written}]` };
	return { range, text: `- ${written.replace(/\n(?=[^\n])/g, '\n  ')}` };
}

function variables(map: MapNode, written: string, range: Edit['range'], text: string): Edit | undefined {
	if (map.flow || written.includes('#')) return undefined;
	const list: { name: string; value?: string }[] = [];
	for (const { key, value } of map.entries) {
		if (value && value.kind !== 'scalar') return undefined;
		list.push(value ? { name: key.text, value: value.text } : { name: key.text });
	}
	const column = range.start - lineStart(text, range.start);
	return { range, text: blockText(list, column).trimStart() };
}

/** `labels: [- app: web]`: what lies behind the dashes is what the map consists of. */
function listToMap(list: ListNode, type: Type, text: string): Edit | undefined {
	const last = list.items.at(-1);
	const [first] = list.items;
	if (list.flow || !first || !last) return undefined;
	const keys = list.items.flatMap(({ value }) => (value?.kind === 'map' && !value.flow ? value.entries.map(({ key }) => key) : [undefined]));
	const columns = new Set(keys.map((key) => key && key.range.start - lineStart(text, key.range.start)));
	if (columns.size !== 1 || columns.has(undefined) || new Set(keys.map((key) => key?.text)).size !== keys.length) return undefined;
	// Where none of them is a field, something else was meant.
	if (type.kind === 'struct' && !keys.some((key) => key && structOf(type.name)?.has(key.text))) return undefined;
	const dashes = new Set(list.items.map((item) => text.lastIndexOf('-', item.range.start - 1)));
	const range = { start: Math.min(...dashes), end: last.range.start + text.slice(last.range.start, last.range.end).trimEnd().length };
	const written = [...text.slice(range.start, range.end)].map((letter, i) => (dashes.has(range.start + i) ? ' ' : letter)).join('');
	return { range, text: written };
}
