import { kept } from '../../../schema/remember';
import { compose } from '../../../yaml/compose';
import { type Entry, entryOf, type Node, type Range } from '../../../yaml/node';
import { parentOf, type Source, sourcesOf, subchartsOf } from './sources';
import type { ChartTexts } from './survey';
import { ITEM, isValue, type Way } from './ways';

/** A value where it is written. */
export interface Written {
	readonly file: string;
	readonly text: string;
	/** Its key; the item itself in a list. */
	readonly range: Range;
	/** Absent where nothing is written behind the key. */
	readonly value: Node | undefined;
	/** It comes by `import-values`. */
	readonly isImported?: true;
}

const WRITTEN = new WeakMap<ChartTexts, Map<string, readonly Written[]>>();

/** Where a value is written, what counts most first. A way begins with `Values`. */
export const writtenAt = (chart: ChartTexts, place: string, way: Way): readonly Written[] =>
	kept(
		kept(WRITTEN, chart, () => new Map()),
		JSON.stringify([place, way]),
		() => (isValue(way) ? foundAt(chart, place, way) : []),
	);

function foundAt(chart: ChartTexts, place: string, way: Way): readonly Written[] {
	const steps = way.slice(1);
	const [first] = steps;
	// Globals go down, and count before a subchart's own.
	const above = place !== '' && first === 'global' ? writtenAt(chart, parentOf(place), way) : [];
	const own = sourcesOf(chart, place).flatMap((source) => along(source, steps));
	const below = first === undefined || first === ITEM ? undefined : subchartsOf(chart, place).get(first);
	const inside = below === undefined ? [] : steps.length === 1 ? ownOf(chart, below) : writtenAt(chart, below, ['Values', ...steps.slice(1)]);
	const found = [...above, ...own, ...inside];
	return found.filter((one, i) => found.findIndex((other) => other.file === one.file && other.range.start === one.range.start) === i);
}

/** A field of Chart.yaml, as `.Chart` has it: names with a capital letter. */
export function chartFieldAt({ files }: ChartTexts, place: string, [, name]: Way): readonly Written[] {
	const file = `${place}Chart.yaml`;
	const text = files.get(file) ?? '';
	const { root } = compose(text);
	const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key.text.toLowerCase() === name?.toLowerCase()) : undefined;
	return entry ? [{ file, text, range: entry.key.range, value: entry.value }] : [];
}

/** A value as it is written. */
export const valueIn = ({ text, value }: Written): string => (value ? text.slice(value.range.start, value.range.end) : '');

/** All that a subchart gives itself. */
const ownOf = (chart: ChartTexts, place: string): readonly Written[] =>
	sourcesOf(chart, place).flatMap(({ file, text, root }) => (file === `${place}values.yaml` ? [{ file, text, range: { start: 0, end: 0 }, value: root }] : []));

function along({ root, ...source }: Source, steps: readonly Way[number][]): readonly Written[] {
	let found: readonly Pick<Written, 'range' | 'value'>[] = [{ range: { start: 0, end: 0 }, value: root }];
	for (const step of steps) found = found.flatMap(({ value }) => stepInto(value, step));
	return found.map((one) => ({ ...source, ...one }));
}

function stepInto(node: Node | undefined, step: Way[number]): readonly Pick<Written, 'range' | 'value'>[] {
	const ofEntry = ({ key, value }: Entry): Pick<Written, 'range' | 'value'> => ({ range: key.range, value });
	if (step !== ITEM) {
		const entry = entryOf(node, step);
		return entry ? [ofEntry(entry)] : [];
	}
	if (node?.kind === 'map') return node.entries.map(ofEntry);
	return node?.kind === 'list' ? node.items.map(({ range, value }) => ({ range: value?.range ?? range, value })) : [];
}

/** A text as a part of a regular expression. */
export const literally = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');

/** What is said of a value above it: comment lines, without their signs; helm-docs' `--` and the `@param` lines of bitnami's as well. */
export function commentOf({ text, range }: Written, way: Way): string | undefined {
	const path = way.slice(1).join('.');
	const param = new RegExp(`^[ \\t]*##[ \\t]*@param[ \\t]+${literally(path)}[ \\t]+(?:\\[[^\\]]*\\][ \\t]*)?(.*)$`, 'm').exec(text)?.[1];
	if (param) return param;
	const lines = text.slice(0, range.start).split('\n').slice(0, -1);
	const from = lines.findLastIndex((line) => !/^[ \t]*#/.test(line)) + 1;
	const said = lines.slice(from).map((line) =>
		line
			.trim()
			.replace(/^#+[ \t]?/, '')
			.replace(/^-- /, ''),
	);
	// What is said to tools.
	return (
		said
			.filter((line) => !/^@\w/.test(line))
			.join('\n')
			.trim() || undefined
	);
}

/** What `if` takes for no. */
export function isEmpty({ value }: Written): boolean {
	if (!value) return true;
	if (value.kind === 'map') return value.entries.length === 0;
	if (value.kind === 'list') return value.items.length === 0;
	return value.text === '' || (value.style === 'plain' && /^(?:false|no|off|null|~|0+(?:\.0*)?)$/i.test(value.text));
}
