import { kept } from '../../../schema/remember';
import { compose } from '../../../yaml/compose';
import { lineStart } from '../../../yaml/lines';
import { childOf, type Entry, entryOf, itemsOf, type Node, type ScalarNode, textOf } from '../../../yaml/node';
import { DEPENDING, isTemplate } from '../place';
import { type ChartTexts, placeOfFile, type SurveyedBefore } from './survey';

/** Values where they are written: a file, and the node in it that is all of the values of a chart. */
export interface Source {
	readonly file: string;
	readonly text: string;
	readonly root: Node | undefined;
	/** They come by `import-values`. */
	readonly isImported?: true;
}

/** What gives a chart its values, what counts most first: the files of its parents count before its own, and what it imports from its dependencies last. */
export const sourcesOf = (chart: ChartTexts, place: string): readonly Source[] => gatheredAt(chart, place, (at) => importedInto(chart, at));

/** The same with what is said to be imported into each chart on the way. */
function gatheredAt(chart: ChartTexts, place: string, imported: (place: string) => readonly Source[]): readonly Source[] {
	const { files, given = [] } = chart;
	const source = (file: string, text: string | undefined): readonly Source[] =>
		text === undefined ? [] : [{ file, text, root: rootIn(readOf(chart), file, text) }];
	const own = [...source(`${place}values.yaml`, files.get(`${place}values.yaml`)), ...imported(place)];
	if (place === '') return [...given.toReversed().flatMap(({ file, text }) => source(file, text)), ...own];
	const above = gatheredAt(chart, parentOf(place), imported);
	return [...keysOf(chart, place).flatMap((key) => above.map((source) => ({ ...source, root: entryOf(source.root, key)?.value }))), ...own];
}

/** chartutil's processImportValues: what a chart has from its dependencies, whatever else it is rendered with. */
function importedInto({ files }: ChartTexts, place: string): readonly Source[] {
	return kept(readOf({ files }).imported, place, () =>
		importsOf({ files }, place).flatMap(({ from, child, parent }) =>
			gatheredAt({ files }, from, (at) => (at === from ? importedInto({ files }, at) : [])).flatMap((source): readonly Source[] => {
				const entry = entryAt(source.root, child);
				return entry?.value
					? [{ ...source, isImported: true, root: parent.reduceRight((value, text) => holding({ ...entry.key, text }, value), entry.value) }]
					: [];
			}),
		),
	);
}

const entryAt = (root: Node | undefined, [first = '', ...rest]: readonly string[]): Entry | undefined =>
	rest.length === 0 ? entryOf(root, first) : entryAt(childOf(root, first), rest);

const holding = (key: ScalarNode, value: Node): Node => ({ kind: 'map', range: value.range, entries: [{ key, value }], flow: false });

/** What a chart imports: from which subchart, by its folder, and from where to where. */
export interface Import {
	readonly from: string;
	readonly child: readonly string[];
	readonly parent: readonly string[];
}

/** All that a chart imports. */
export function importsOf(chart: ChartTexts, place: string): readonly Import[] {
	return dependenciesOf(chart.files, place).flatMap(({ name, alias, imports }) => {
		const from = imports.length > 0 ? subchartsOf(chart, place).get(alias ?? name) : undefined;
		return from === undefined ? [] : imports.map((one) => ({ from, ...one }));
	});
}

/** An entry of `import-values`: a name of what is exported, or a pair of paths. */
function importOf(node: Node): Omit<Import, 'from'> {
	if (node.kind === 'scalar') return { child: ['exports', ...node.text.split('.')], parent: [] };
	const parent = textOf(node, 'parent') ?? '';
	return { child: (textOf(node, 'child') ?? '').split('.'), parent: parent === '.' ? [] : parent.split('.') };
}

/** The folder of the chart that a subchart is part of. */
export const parentOf = (place: string): string => place.replace(/charts\/[^/]+\/$/, '');

/** What was read of a chart's files, once as long as those stay as they are that give values, or say which charts there are. */
export interface Read {
	/** What all of it was read from. */
	readonly from: readonly string[];
	readonly roots: Map<string, Pick<Source, 'text' | 'root'>>;
	readonly subcharts: Map<string, ReadonlyMap<string, string>>;
	readonly dependencies: Map<string, readonly Dependency[]>;
	readonly imported: Map<string, readonly Source[]>;
}

const READ = new WeakMap<ChartTexts['files'], Read>();
/** By what is kept for those who come again. */
const LAST = new WeakMap<SurveyedBefore, Read>();

export const readOf = ({ files, given = [], before }: ChartTexts): Read =>
	kept(READ, files, () => {
		const from = [...given.flatMap(({ file, text }) => [file, text]), ...[...files].flatMap(([file, text]) => (isTemplate(file) ? file : [file, text]))];
		const last = before && LAST.get(before);
		const isSame = last?.from.length === from.length && from.every((text, i) => last.from[i] === text);
		const read = isSame ? last : { from, roots: new Map(), subcharts: new Map(), dependencies: new Map(), imported: new Map() };
		if (before) LAST.set(before, read);
		return read;
	});

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
	readonly imports: readonly Omit<Import, 'from'>[];
}

/** What a chart says that it depends on. */
export const dependenciesOf = (files: ChartTexts['files'], place: string): readonly Dependency[] =>
	kept(readOf({ files }).dependencies, place, () =>
		DEPENDING.flatMap((file) =>
			itemsOf(compose(files.get(place + file) ?? '').root, 'dependencies').map((one) => ({
				name: textOf(one, 'name') ?? '',
				alias: textOf(one, 'alias'),
				conditions: (textOf(one, 'condition') ?? '').split(',').map((path) => path.trim()),
				imports: itemsOf(one, 'import-values').map(importOf),
			})),
		),
	);

/** The subcharts of a chart by the keys that their values have in it, with their folders. */
export function subchartsOf(chart: ChartTexts, place: string): ReadonlyMap<string, string> {
	const found = (): ReadonlyMap<string, string> => new Map(placesBelow(chart, place).flatMap((one) => keysOf(chart, one).map((key) => [key, one] as const)));
	return kept(readOf(chart).subcharts, place, found);
}

const placesBelow = ({ files }: ChartTexts, place: string): readonly string[] =>
	[...new Set([...files.keys()].map(placeOfFile))].filter((one) => one !== place && one.startsWith(place) && !one.slice(place.length, -1).includes('/charts/'));
