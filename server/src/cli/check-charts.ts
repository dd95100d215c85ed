import type { RenderWith } from '../charts/render-loaded';
import type { ParsedTemplates } from '../charts/render-templates';
import type { Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import { judgedChart, rootCharts } from '../features/charts/judge-renderings';
import { isValuesFile } from '../features/charts/values-files';
import type { OwnKinds } from '../schema/embedded';
import type { Minor } from '../schema/schema';
import { entriesOf } from './files';

/** How charts are judged. */
export interface ChartsHow {
	readonly version: Minor;
	readonly kinds: OwnKinds;
	/** What charts are rendered with, beside their own values: files, and what --set says. */
	readonly values: readonly { readonly name: string; readonly text: string }[];
	readonly set: readonly string[];
}

/** Where charts lie: the texts of files by full paths, empty where there is none, and how they are shown. */
interface Files {
	readonly textIn: (file: string) => string;
	readonly shown: (file: string) => string;
	/** Files that somebody named. */
	readonly named: readonly string[];
}

/** Values that a chart is rendered with, beside its own. */
interface Given {
	/** As people call them. */
	readonly name: string;
	readonly files: RenderWith['values'];
}

/**
 * Renders every chart that lies in no other one, with its values.yaml and with each of its ci/*-values.yaml, or with what is given; what the server would refuse is told where it
 * was typed. A values file that was named is one of those that it is rendered with, as in an editor. Charts that others are made of (`type: library`) are rendered by those.
 */
export async function judgedCharts(charts: readonly string[], how: ChartsHow, { textIn, shown, named }: Files): Promise<readonly Told[]> {
	const rendered = rootCharts(charts, textIn);
	if (rendered.length === 0) return [];
	const { chartAt, plainly, renderLoaded, setBy } = await import('./render-chart');
	const { version, kinds, set } = how;
	const more = { ...plainly(version), set: setBy(set) };
	return rendered.flatMap((place) => {
		const chart = chartAt(place);
		const parsed: ParsedTemplates = new Map();
		const renderings = [...valuesOf(place, how, textIn, shown), ...namedValues(place, how, textIn, named)].map(({ name, files }) => ({
			values: name,
			files: files.map((file) => file.name),
			answer: renderLoaded(chart, { ...more, values: files }, true, { parsed }),
		}));
		return judgedChart(place, renderings, { version, around: { kinds }, before: new JudgedBefore(), textIn, isWhole: true });
	});
}

/** What a chart is rendered with, time after time. */
export function valuesOf(
	chart: string,
	{ values, set }: Pick<ChartsHow, 'values' | 'set'>,
	textIn: (file: string) => string,
	shown: (file: string) => string,
): readonly Given[] {
	if (values.length > 0 || set.length > 0) {
		return [{ name: ['values.yaml', ...values.map(({ name }) => shown(name)), ...(set.length > 0 ? ['--set'] : [])].join(' + '), files: values }];
	}
	return [{ name: 'values.yaml', files: [] }, ...ciFiles(chart).map((name) => ({ name, files: [{ name, text: textIn(`${chart}/${name}`) }] }))];
}

/** Values files of a chart that were named, where nothing else says what it is rendered with. */
function namedValues(
	chart: string,
	{ values, set }: Pick<ChartsHow, 'values' | 'set'>,
	textIn: (file: string) => string,
	named: readonly string[],
): readonly Given[] {
	if (values.length > 0 || set.length > 0) return [];
	const own = named.flatMap((file) => (file.startsWith(`${chart}/`) ? file.slice(chart.length + 1) : []));
	const tested = ciFiles(chart);
	const wanted = own.filter((name) => isValuesFile(name) && !tested.includes(name));
	return wanted.map((name) => ({ name, files: [{ name, text: textIn(`${chart}/${name}`) }] }));
}

/** Values files that a chart is tested with. */
const ciFiles = (chart: string): readonly string[] => entriesOf(`${chart}/ci`).flatMap(({ name }) => (/-values\.ya?ml$/.test(name) ? `ci/${name}` : []));
