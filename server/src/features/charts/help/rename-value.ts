/** Another name for a value of a chart, wherever it is given and used. */
import type { Bilingual } from '../../../protocol/text';
import { compose } from '../../../yaml/compose';
import { childOf, entryOf, isInside, itemsOf, type Node, nodeAt, type Range } from '../../../yaml/node';
import type { Edit } from '../../../yaml/text-edit';
import { quoted, scalarText } from '../../../yaml/write';
import { particle } from '../../particle';
import { DEPENDING } from '../place';
import { holdsValues } from '../values-files';
import { homeOf, usesOf, valueAt } from './navigate-template';
import { type ChartTexts, placeOfFile, type Spot, sameWay } from './survey';
import { writtenAt } from './values';
import { IS_NAME, isValue, type Way } from './ways';

/** What a rename changes in a file, named from the chart's folder. */
export interface ValueEdits {
	readonly file: string;
	readonly edits: readonly Edit[];
}

/** The name of a value at an offset, in a values file or in a template; undefined where there is none, or where no values file gives it. */
export function renamableValue(chart: ChartTexts, file: string, offset: number): { readonly name: string; readonly range: Range } | undefined {
	const value = namedValueAt(chart, file, offset);
	const spots = value && [...givenIn(chart, value), ...usesOf(chart, value)];
	const here = spots?.find((spot) => spot.file === file && isInside(spot.range, offset));
	return value && here && { name: value.name, range: here.range };
}

/** What it changes: keys of values files and of values.schema.json, names in templates and in what dependencies hang on. Or why it cannot be done. */
export function renamedValue(chart: ChartTexts, file: string, offset: number, name: string): readonly ValueEdits[] | Bilingual {
	const value = namedValueAt(chart, file, offset);
	if (!value) return [];
	const [given, uses] = [givenIn(chart, value), usesOf(chart, value)];
	if (!IS_NAME.test(name))
		return { en: `"${name}" cannot stand behind a dot in a template.`, ko: `"${name}"${particle(name, '은/는')} 템플릿에서 점 뒤에 쓸 수 없는 이름이다.` };
	if (name !== value.name && givenIn(chart, { ...value, way: [...value.way.slice(0, -1), name] }).length > 0)
		return { en: `"${name}" is the name of another value already.`, ko: `"${name}"${particle(name, '은/는')} 이미 다른 값의 이름이다.` };
	const changes = [
		...changed(given, () => scalarText(name, 'key')),
		...changed(uses, (spot) => likewiseQuoted(name, textAt(chart, spot))),
		...changed(schemaSpots(chart, value), () => quoted(name)),
		...changed(wantedSpots(chart, value), (spot) => likewiseQuoted(name, textAt(chart, spot))),
	];
	return [...new Set(changes.map((one) => one.file))].map((file) => ({
		file,
		edits: changes
			.filter((one) => one.file === file)
			.map(({ edit }) => edit)
			.filter(({ range }, i, all) => all.findIndex((other) => other.range.start === range.start) === i)
			.sort((a, b) => a.range.start - b.range.start),
	}));
}

const changed = (spots: readonly Spot[], textOf: (spot: Spot) => string): readonly { readonly file: string; readonly edit: Edit }[] =>
	spots.map((spot) => ({ file: spot.file, edit: { range: spot.range, text: textOf(spot) } }));

/**
 * Other values that the one at an offset might have, in all files that give it. A chart often renders the same without a value that is empty, or is what it would be anyway:
 * with these it shows whether all that uses it was found.
 */
export function otherValues(chart: ChartTexts, file: string, offset: number): readonly (readonly ValueEdits[])[] {
	const value = namedValueAt(chart, file, offset);
	const given = value ? writtenIn(chart, value).filter((one) => !/\n/.test(textAt(chart, { ...one, range: one.value?.range ?? one.range }))) : [];
	return PROBES.map((probe) =>
		given.flatMap(({ file: its, text, range, value: node }): readonly ValueEdits[] => {
			const isBlank = !node || node.range.end === node.range.start;
			const at = isBlank ? { start: range.end + 1, end: range.end + 1 } : node.range;
			return isBlank && text.charAt(range.end) !== ':' ? [] : [{ file: its, edits: [{ range: at, text: ` ${probe}` }] }];
		}),
	);
}

const PROBES = ['"peapod"', '1', 'true', '{"peapod": 1}', '["peapod"]'];

interface NamedValue {
	readonly place: string;
	readonly way: Way;
	readonly name: string;
}

/** Items of lists have no name, nor has all of the values. */
function namedValueAt(chart: ChartTexts, file: string, offset: number): NamedValue | undefined {
	const value = valueAt(chart, file, offset);
	const name = value && isValue(value.way) ? value.way.at(-1) : undefined;
	return value && typeof name === 'string' ? { ...value, name } : undefined;
}

/** The keys of a value in all files that the chart may be rendered with. */
const givenIn = (chart: ChartTexts, value: Pick<NamedValue, 'place' | 'way'>): readonly Spot[] =>
	writtenIn(chart, value).map(({ file, range }) => ({ file, range }));

function writtenIn({ files, given = [] }: ChartTexts, { place, way }: Pick<NamedValue, 'place' | 'way'>): ReturnType<typeof writtenAt> {
	const others = [...files].filter(
		([file]) => holdsValues(file) && placeOfFile(file) === '' && file !== 'values.yaml' && !given.some((one) => one.file === file),
	);
	return writtenAt({ files, given: [...given, ...others.map(([file, text]) => ({ file, text }))] }, place, way);
}

const textAt = ({ files }: ChartTexts, { file, range }: Spot): string => (files.get(file) ?? '').slice(range.start, range.end);

/** `index .Values "name"` */
const likewiseQuoted = (name: string, written: string): string => (/^["`]/.test(written) ? quoted(name) : name);

/** The property of a schema, and that it is asked for. */
function schemaSpots(chart: ChartTexts, value: NamedValue): readonly Spot[] {
	const { place, way } = homeOf(chart, value);
	const file = `${place}values.schema.json`;
	let node: Node | undefined = compose(chart.files.get(file) ?? '').root;
	for (const step of way.slice(1, -1)) node = typeof step === 'string' ? nodeAt(node, ['properties', step]) : undefined;
	const property = entryOf(childOf(node, 'properties'), value.name);
	const asked = itemsOf(node, 'required').flatMap((item) => (item.kind === 'scalar' && item.text === value.name ? item.range : []));
	return [...(property ? [property.key.range] : []), ...asked].map((range) => ({ file, range }));
}

/** Where a Chart.yaml has a dependency hang on the value, by its path or as one of `tags`. Without it the dependency is wanted whatever the value: what is rendered now may be the same. */
function wantedSpots(chart: ChartTexts, value: NamedValue): readonly Spot[] {
	const home = homeOf(chart, value);
	const isIt = (place: string, way: Way): boolean => {
		const own = homeOf(chart, { place, way });
		return own.place === home.place && sameWay(own.way, home.way);
	};
	return [...chart.files].flatMap(([file, text]) => {
		const place = placeOfFile(file);
		if (!DEPENDING.includes(file.slice(place.length))) return [];
		return itemsOf(compose(text).root, 'dependencies').flatMap((dependency): readonly Spot[] => {
			const condition = childOf(dependency, 'condition');
			const tags = itemsOf(dependency, 'tags').filter((one) => one.kind === 'scalar' && place === '' && isIt('', ['Values', 'tags', one.text]));
			const steps = condition?.kind === 'scalar' ? stepsIn(text, condition.range).filter(({ way }) => isIt(place, way)) : [];
			return [...steps, ...tags].map(({ range }) => ({ file, range }));
		});
	});
}

/** Each name in the paths of a condition, `a.b,c.d`, with the way that ends there. */
const stepsIn = (text: string, { start, end }: Range): readonly { readonly way: Way; readonly range: Range }[] =>
	[...text.slice(start, end).matchAll(/[^\s,"']+/g)].flatMap((path) => {
		const steps = path[0].split('.');
		return steps.map((step, i) => {
			const from = start + path.index + steps.slice(0, i).join('.').length + (i > 0 ? 1 : 0);
			return { way: ['Values', ...steps.slice(0, i + 1)], range: { start: from, end: from + step.length } };
		});
	});
