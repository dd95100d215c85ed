import type { Segment } from '../../schema/field-path';
import type { MapNode, Node, ScalarNode } from '../../yaml/node';

/** A scalar, and how one came to it. */
export interface At {
	readonly node: ScalarNode;
	readonly path: readonly Segment[];
	/** The maps and lists around it, the innermost last. */
	readonly above: readonly Node[];
	readonly isKey: boolean;
	/** It is a part of a longer text. */
	readonly isWithin?: true;
}

/** Where a walk comes by. */
interface Visit {
	readonly onScalar?: (at: At) => void;
	readonly onField?: (field: Field) => void;
}

/** Goes through an object in the order written, past what came by an alias. */
export function walk(node: Node | undefined, visit: Visit, path: readonly Segment[] = [], above: readonly Node[] = []): void {
	if (node?.kind === 'scalar') return visit.onScalar?.({ node, path, above, isKey: false });
	if (!node) return;
	const inside = [...above, node];
	if (node.kind === 'list') {
		for (const [index, { value, alias }] of node.items.entries()) if (!alias) walk(value, visit, [...path, index], inside);
		return;
	}
	for (const { key, value, alias } of node.entries) {
		const below = [...path, key.text];
		visit.onScalar?.({ node: key, path: below, above: inside, isKey: true });
		if (alias) continue;
		visit.onField?.({ key, value, path: below, beside: node });
		walk(value, visit, below, inside);
	}
}

/** A field with a map or list in it. */
export interface Field {
	readonly key: ScalarNode;
	readonly value: Node | undefined;
	readonly path: readonly Segment[];
	readonly beside: MapNode;
}
