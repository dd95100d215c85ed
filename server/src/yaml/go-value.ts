import type { Node } from './node';
import { resolve } from './scalar';

/** `%#v` of what go-yaml makes of a node where no type is asked for. */
export function goValue(node: Node | undefined): string {
	if (node?.kind === 'list') return `[]interface {}{${node.items.map((item) => goValue(item.value)).join(', ')}}`;
	if (node?.kind === 'map') {
		const sorted = node.entries.toSorted((a, b) => (a.key.text < b.key.text ? -1 : 1));
		return `map[interface {}]interface {}{${sorted.map(({ key, value }) => `${goValue(key)}:${goValue(value)}`).join(', ')}}`;
	}
	const scalar = node && resolve(node);
	switch (scalar?.kind) {
		case 'string':
			return JSON.stringify(scalar.text);
		case 'number':
			return scalar.digits;
		case 'boolean':
			return String(scalar.value);
		default:
			return 'interface {}(nil)';
	}
}
