import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { FieldChange } from '../../protocol/apply';
import type { Span } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Range } from '../../yaml/node';
import { type Change, pathText, valueText } from './changes';

/** So many are told; who changes more has written another object. */
const MOST_CHANGES = 50;

/** Changes as they are shown: what decides first, each where it is written. */
export function fieldsOf(
	manifest: Pick<Manifest, 'node' | 'start'>,
	changes: readonly Change[],
	decides: (change: Change) => boolean,
	spanOf: (range: Range) => Span,
): readonly FieldChange[] {
	const fields = changes.map((change): FieldChange => {
		const { path, place, before, after } = change;
		return {
			path: pathText(path),
			span: spanOf(placed(manifest, place)),
			...(before !== undefined && { before: valueText(before) }),
			...(after !== undefined && { after: valueText(after) }),
			decides: decides(change),
		};
	});
	return fields.toSorted((a, b) => Number(b.decides) - Number(a.decides)).slice(0, MOST_CHANGES);
}

/** From a field's key to the end of a scalar behind it. */
function placed({ node, start }: Pick<Manifest, 'node' | 'start'>, path: readonly Segment[]): Range {
	const { key, value, exact } = locate(node, path);
	const end = exact && value?.kind === 'scalar' ? Math.max(key.end, value.range.end) : key.end;
	return { start: start + key.start, end: start + end };
}
