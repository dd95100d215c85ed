import type { Chart } from '../charts/chart';
import type { ParsedTemplates } from '../charts/render';
import type * as Engine from '../charts/render-loaded';
import type { Told } from '../features/built/finding';
import type { JudgedBefore } from '../features/built/judged-before';
import type { ValuesFile } from '../features/charts/values-files';
import type { Fault } from '../templates/value';
import { filesOf, type Unpacked } from './packed';
import type { Settings } from './settings';
import { isIn } from './workspace';

/** What a chart is rendered from, and with. */
export interface Ingredients {
	/** Its folder. */
	readonly place: string;
	/** The texts of its files, by their full paths. */
	readonly texts: ReadonlyMap<string, string | undefined>;
	/** The values files over its own, as far as they are there. */
	readonly values: readonly ValuesFile[];
	readonly engine: typeof Engine;
}

/** What comes of a chart. */
export interface Rendering {
	readonly chart: Chart | Fault;
	/** Files are named from the chart's folder, texts as Helm names their templates. */
	readonly answer: Engine.RenderAnswer;
}

/** A chart as it is now, and what it might be. */
export interface RenderedChart extends Ingredients, Rendering {
	readonly told: readonly Told[];
	readonly before: JudgedBefore;
	/** What it would render from other texts. */
	readonly again: (texts: Ingredients['texts']) => Engine.RenderAnswer;
}

/** Renders a chart. */
export function renderingOf(
	{ place, texts, values, engine }: Ingredients,
	{ parsed, unpacked }: { readonly parsed: ParsedTemplates; readonly unpacked: ReadonlyMap<string, Unpacked> },
	{ version, helm: { release, namespace } }: Settings,
): Rendering {
	const packed = [...unpacked.values()];
	const chart = engine.chartOf(filesOf(place, texts, unpacked), (bytes) => packed.find((one) => one.packed === bytes)?.bytes);
	const files = values.map(({ path }) => ({ name: nameIn(place, path), text: texts.get(path) ?? '' }));
	return { chart, answer: engine.renderLoaded(chart, { values: files, release, namespace, kube: `1.${version}.0` }, true, parsed) };
}

/** A file as its chart calls it: from the chart's folder if it lies there, else by its plain URI. */
export const nameIn = (place: string, file: string): string => (isIn(file, place) ? file.slice(place.length + 1) : file);
