import { compose } from '../../../yaml/compose';
import type { ChartTexts, Spot } from './survey';
import type { Way } from './ways';

/** A field of Chart.yaml where it is written, as `.Chart` has it: names with a capital letter. */
export function chartFieldAt(
	{ files }: ChartTexts,
	place: string,
	way: Way,
): readonly { readonly spot: Spot; readonly text: string; readonly written: string }[] {
	const [, name] = way;
	const file = `${place}Chart.yaml`;
	const text = files.get(file) ?? '';
	const { root } = compose(text);
	const entry = root?.kind === 'map' && typeof name === 'string' ? root.entries.find(({ key }) => key.text.toLowerCase() === name.toLowerCase()) : undefined;
	if (!entry) return [];
	return [{ spot: { file, range: entry.key.range }, text, written: entry.value ? text.slice(entry.value.range.start, entry.value.range.end) : '' }];
}
