import { kept } from '../../../schema/remember';
import { compose } from '../../../yaml/compose';
import { lineStart } from '../../../yaml/lines';
import { type Entry, entryOf, type Node, type Range, textOf } from '../../../yaml/node';
import { DEPENDING } from '../place';
import { type ChartTexts, placeOfFile } from './survey';
import { ITEM, type Way } from './ways';

/** Values where they are written: a file, and the node in it that is all of the values of a chart. */
interface Source {
	readonly file: string;
	readonly text: string;
	readonly root: Node | undefined;
}

/** A value where it is written. */
export interface Written {
	readonly file: string;
	readonly text: string;
	/** Its key; the item itself in a list. */
	readonly range: Range;
	/** Absent where nothing is written behind the key. */
	readonly value: Node | undefined;
}

/** The files that give a chart its values, what counts most first: those of its parents count before its own. */
export function sourcesOf(chart: ChartTexts, place: string): readonly Source[] {
	const { files, given = [] } = chart;
	const source = (file: string, text: string | undefined): readonly Source[] =>
		text === undefined ? [] : [{ file, text, root: rootIn(readOf(files), file, text) }];
	const own = source(`${place}values.yaml`, files.get(`${place}values.yaml`));
	if (place === '') return [...given.toReversed().flatMap(({ file, text }) => source(file, text)), ...own];
	const above = sourcesOf(chart, parentOf(place));
	return [...keysOf(chart, place).flatMap((key) => above.map((source) => ({ ...source, root: entryOf(source.root, key)?.value }))), ...own];
}

/** The folder of the chart that a subchart is part of. */
const parentOf = (place: string): string => place.replace(/charts\/[^/]+\/$/, '');

/** What was read of a chart's files, once for the same ones. */
interface Read {
	readonly roots: Map<string, Pick<Source, 'text' | 'root'>>;
	readonly subcharts: Map<string, ReadonlyMap<string, string>>;
}

const READ = new WeakMap<ChartTexts['files'], Read>();

const readOf = (files: ChartTexts['files']): Read => kept(READ, files, () => ({ roots: new Map(), subcharts: new Map() }));

function rootIn({ roots }: Read, file: string, text: string): Node | undefined {
	const known = roots.get(file);
	const one = known?.text === text ? known : { text, root: rootOf(text) };
	roots.set(file, one);
	return one.root;
}

/** The tree of a text; while it is being written, of what stands before the fault. */
function rootOf(text: string): Node | undefined {
	const { root, fault } = compose(text);
	return root ?? (fault ? compose(text.slice(0, lineStart(text, fault.at))).root : undefined);
}

/** The keys of its parent's values that are a subchart's: its aliases, or its name. */
function keysOf({ files }: ChartTexts, place: string): readonly string[] {
	const parent = parentOf(place);
	const folder = place.slice(parent.length).split('/')[1] ?? '';
	const name = textOf(compose(files.get(`${place}Chart.yaml`) ?? '').root, 'name') ?? folder;
	const aliases = dependenciesOf(files, parent).flatMap((one) => (one.name === name && one.alias !== undefined ? [one.alias] : []));
	return aliases.length > 0 ? aliases : [name];
}

interface Dependency {
	readonly name: string;
	readonly alias: string | undefined;
	/** Paths of values that say whether it is wanted. */
	readonly conditions: readonly string[];
}

/** What they say. */
export function dependenciesOf(files: ChartTexts['files'], place: string): readonly Dependency[] {
	return DEPENDING.flatMap((file) => {
		const list = entryOf(compose(files.get(place + file) ?? '').root, 'dependencies')?.value;
		if (list?.kind !== 'list') return [];
		return list.items.map(({ value }) => ({
			name: textOf(value, 'name') ?? '',
			alias: textOf(value, 'alias'),
			conditions: (textOf(value, 'condition') ?? '').split(',').map((one) => one.trim()),
		}));
	});
}

/** The subcharts of a chart by the keys that their values have in it, with their folders. */
export function subchartsOf(chart: ChartTexts, place: string): ReadonlyMap<string, string> {
	const found = (): ReadonlyMap<string, string> => new Map(placesBelow(chart, place).flatMap((one) => keysOf(chart, one).map((key) => [key, one] as const)));
	return kept(readOf(chart.files).subcharts, place, found);
}

const placesBelow = ({ files }: ChartTexts, place: string): readonly string[] =>
	[...new Set([...files.keys()].map(placeOfFile))].filter((one) => one !== place && one.startsWith(place) && !one.slice(place.length, -1).includes('/charts/'));

/** Where a value is written, what counts most first. A way begins with `Values`. */
export function writtenAt(chart: ChartTexts, place: string, way: Way): readonly Written[] {
	const [values, ...steps] = way;
	if (values !== 'Values' || steps.length === 0) return [];
	const [first] = steps;
	// Globals go down, and count before a subchart's own.
	const above = place !== '' && first === 'global' ? writtenAt(chart, parentOf(place), way) : [];
	const own = sourcesOf(chart, place).flatMap((source) => along(source, steps));
	const below = first === undefined || first === ITEM ? undefined : subchartsOf(chart, place).get(first);
	const inside = below === undefined ? [] : steps.length === 1 ? ownOf(chart, below) : writtenAt(chart, below, ['Values', ...steps.slice(1)]);
	const found = [...above, ...own, ...inside];
	return found.filter((one, i) => found.findIndex((other) => other.file === one.file && other.range.start === one.range.start) === i);
}

/** All that a subchart gives itself. */
const ownOf = (chart: ChartTexts, place: string): readonly Written[] =>
	sourcesOf(chart, place).flatMap(({ file, text, root }) => (file === `${place}values.yaml` ? [{ file, text, range: { start: 0, end: 0 }, value: root }] : []));

function along({ file, text, root }: Source, steps: readonly Way[number][]): readonly Written[] {
	let found: readonly Pick<Written, 'range' | 'value'>[] = [{ range: { start: 0, end: 0 }, value: root }];
	for (const step of steps) found = found.flatMap(({ value }) => stepInto(value, step));
	return found.map((one) => ({ file, text, ...one }));
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
