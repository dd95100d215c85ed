import { locate, pathAt } from '../../manifest/locate';
import type { Segment } from '../../schema/field-path';
import type { Node, Range } from '../../yaml/node';

/** The path of the key or value that a range is about: of several that begin there the one that ends there too. */
export function valueWrittenAt(root: Node, range: Range): readonly Segment[] | undefined {
	const at = pathAt(root, range.start);
	if (!at || (at.onKey && at.node.range.end === range.end)) return at?.segments;
	for (let length = at.segments.length; length > 0; length--) {
		const path = at.segments.slice(0, length);
		const { value, exact } = locate(root, path);
		if (exact && value?.range.start === range.start && value.range.end === range.end) return path;
	}
	return undefined;
}
