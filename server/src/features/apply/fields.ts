import { locate } from '../../manifest/locate';
import type { Manifest } from '../../manifest/read';
import type { AppliedObject, FieldChange } from '../../protocol/apply';
import type { Span } from '../../protocol/text';
import type { Segment } from '../../schema/field-path';
import type { Range } from '../../yaml/node';
import { type Change, pathText } from './changes';
import { shownValues } from './shown-values';

/** So many are told; who changes more has written another object. */
const MOST_CHANGES = 50;

/** Changes as they are shown: what decides first, each where it is written. */
export function fieldsOf(
	manifest: Pick<Manifest, 'node' | 'start'>,
	changes: readonly Change[],
	decides: (change: Change) => boolean,
	spanOf: (range: Range) => Span,
): Pick<AppliedObject, 'changes' | 'more'> {
	const fields = changes.map((change): FieldChange => {
		const { path, place, before, after } = change;
		return {
			path: pathText(path),
			span: spanOf(placed(manifest, place)),
			...shownValues(before, after),
			decides: decides(change),
		};
	});
	const more = fields.length - MOST_CHANGES;
	return { changes: fields.toSorted((a, b) => Number(b.decides) - Number(a.decides)).slice(0, MOST_CHANGES), ...(more > 0 && { more }) };
}

/** From a field's key to the end of a scalar behind it. */
function placed({ node, start }: Pick<Manifest, 'node' | 'start'>, path: readonly Segment[]): Range {
	const { key, value, exact } = locate(node, path);
	const end = exact && value?.kind === 'scalar' ? Math.max(key.end, value.range.end) : key.end;
	return { start: start + key.start, end: start + end };
}
