import type { Origin } from '../../built/origin';
import type { RenderAnswer } from '../../charts/render-loaded';
import type { RefusedValue } from '../../charts/rendered';
import type { Around } from '../../manifest/around';
import type { Minor } from '../../schema/schema';
import { compose } from '../../yaml/compose';
import { type Range, textOf } from '../../yaml/node';
import { characterAt, faultIn } from '../../yaml/parse';
import { isNull } from '../../yaml/scalar';
import type { Finding, Told } from '../built/finding';
import type { JudgedBefore } from '../built/judged-before';
import { gatheredRenderings, type Rendering } from './gather-charts';
import { alsoRefused, homeOf, judgeRendered, missingDependency, refusedBySchema, saidByHelm, unfetchedSchema } from './judge-chart';
import { dependencyPlace, packedPlaceOf } from './packed-place';
import { openable, pathIn } from './place';

/** What came of a chart with some values. */
export interface RenderedWith {
	/** The values, as people call them. */
	readonly values: string;
	/** The values files beside the chart's own, as they were named to whoever rendered it. */
	readonly files: readonly string[];
	readonly answer: RenderAnswer;
}

/** How a chart is judged. */
export interface Judging {
	readonly version: Minor;
	readonly around: Around;
	readonly before: JudgedBefore;
	/** The text of a file by its full path; empty where there is none. */
	readonly textIn: (file: string) => string;
	/** All that lies in the chart could be read; else nobody knows what a dependency defines. */
	readonly isWhole: boolean;
}

/** Charts that lie in no other one, by their folders, but for those that others are made of (`type: library`): those are rendered by others. */
export function rootCharts(charts: readonly string[], textIn: Judging['textIn'], isLibrary = saysLibrary): readonly string[] {
	const roots = charts.filter((chart) => !charts.some((other) => chart.startsWith(`${other}/charts/`)));
	return roots.filter((chart) => !isLibrary(textIn(`${chart}/Chart.yaml`)));
}

/** Whether a Chart.yaml is that of a library. */
export const saysLibrary = (text: string): boolean => textOf(compose(text).root, 'type') === 'library';

/** What the server would refuse of all that a chart renders, and what keeps it from being rendered, where it was typed. */
export function judgedChart(chart: string, renderings: readonly RenderedWith[], { version, around, before, textIn, isWhole }: Judging): readonly Told[] {
	const home = homeOf(chart);
	const all = renderings.map(({ values, files, answer }): Rendering => {
		const packing = { chart, textIn, packed: answer.packed ?? nothing };
		if (!('error' in answer)) {
			const { findings } = judgeRendered(answer, { version, around, before, home, chart, packing });
			return { values, findings: [...findings, ...answer.unfetched.map((one) => unfetchedSchema(home, one))] };
		}
		const isAlone = answer.missing.length === 0 && isWhole;
		// What is missed may come from a dependency.
		const refused = refusedByPlace(
			chart,
			(answer.refused ?? []).filter(({ isKey }) => isAlone || !isKey),
		);
		// What a dependency defines is missed wherever it is asked for.
		if (refused.length > 0 || !isAlone) return { values, findings: refused };
		const own = [...files, 'values.yaml', 'Chart.yaml'].flatMap((file) => pathIn(chart, file) ?? []);
		const [at = packedPlaceOf(answer.origins, packing)?.at ?? unread(own, textIn) ?? home, ...others] = openable(chart, answer.origins);
		const besides = (answer.others ?? []).flatMap(({ error, origins }) => {
			const [there] = openable(chart, origins);
			return there ? [alsoRefused(there, error)] : [];
		});
		return { values, findings: [saidByHelm([at, ...others], answer.error), ...besides] };
	});
	const missing = isWhole ? [...new Set(renderings.flatMap(({ answer }) => answer.missing))] : [];
	return [...gatheredRenderings(chart, all), ...missing.map((name) => ofMissing(chart, name, textIn))];
}

const nothing = (): undefined => undefined;

/** Where the first of some files stops being YAML, or else has something else than a map. */
function unread(files: readonly string[], textIn: Judging['textIn']): Origin | undefined {
	for (const file of files) {
		const text = textIn(file);
		const fault = faultIn(text);
		if (!fault) continue;
		// What is missing at the end is missed behind it.
		return { file, range: characterAt(text, Math.min(fault.at, text.length - 1)) };
	}
	for (const file of files) {
		const text = textIn(file);
		const { root } = compose(text);
		if (root && root.kind !== 'map' && !isNull(root)) return { file, range: firstLine(text, root.range) };
	}
	return undefined;
}

const firstLine = (text: string, { start, end }: Range): Range => ({ start, end: start + text.slice(start, end).search(/\r?\n|$/) });

/** What a chart depends on and does not have, where it says so. */
function ofMissing(chart: string, name: string, textIn: Judging['textIn']): Told {
	const at = dependencyPlace(chart, name, textIn) ?? homeOf(chart);
	return { file: at.file, diagnostic: missingDependency(at, name).diagnostic, related: [], isUnanimous: false };
}

/** What schemas do not allow, told once in each place, with all that they say of it. */
function refusedByPlace(folder: string, refused: readonly RefusedValue[]): readonly Finding[] {
	const places = new Map<string, { readonly at: Origin; readonly chart: string; readonly all: string[] }>();
	for (const { chart, words, origins } of refused) {
		const [at] = openable(folder, origins);
		if (!at) continue;
		const key = JSON.stringify([chart, at.file, at.range.start, at.range.end]);
		const place = places.get(key) ?? { at, chart, all: [] };
		place.all.push(words);
		places.set(key, place);
	}
	return [...places.values()].map(({ at, chart, all }) => refusedBySchema(at, chart, all));
}
