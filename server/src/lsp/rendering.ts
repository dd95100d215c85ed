import type { Chart } from '../charts/chart';
import type * as Engine from '../charts/render-loaded';
import type { Told } from '../features/built/finding';
import type { JudgedBefore } from '../features/built/judged-before';
import { isTemplate, nameIn } from '../features/charts/place';
import type { ValuesFile } from '../features/charts/values-files';
import { Fault } from '../templates/value';
import { filesOf, type Unpacked } from './packed';
import type { Settings } from './settings';

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

/** What a rendering of a chart leaves to the next one. */
export interface RenderingBefore extends Engine.RenderedBefore {
	/** The chart as it was read, and the texts that it was read from. */
	loaded?: { readonly chart: Chart; readonly texts: Ingredients['texts'] } | undefined;
}

/** Renders a chart. */
export function renderingOf(
	ingredients: Ingredients,
	before: RenderingBefore,
	unpacked: ReadonlyMap<string, Unpacked>,
	{ version, helm: { release, namespace } }: Settings,
): Rendering {
	const { place, texts, values, engine } = ingredients;
	const chart = retyped(ingredients, before) ?? loaded(ingredients, unpacked);
	// Whoever gave the texts may put others in their place.
	before.loaded = chart instanceof Fault ? undefined : { chart, texts: new Map(texts) };
	const files = values.map(({ path }) => ({ name: nameIn(place, path), text: texts.get(path) ?? '' }));
	return { chart, answer: engine.renderLoaded(chart, { values: files, release, namespace, kube: `1.${version}.0` }, true, before) };
}

function loaded({ place, texts, engine }: Ingredients, unpacked: ReadonlyMap<string, Unpacked>): Chart | Fault {
	const packed = [...unpacked.values()];
	return engine.chartOf(filesOf(place, texts, unpacked), (bytes) => packed.find((one) => one.packed === bytes)?.bytes);
}

/** The chart that was read before, with other texts of its templates; undefined where something else became another. */
function retyped({ place, texts, engine }: Ingredients, { loaded: last }: RenderingBefore): Chart | undefined {
	if (last?.texts.size !== texts.size) return undefined;
	let { chart } = last;
	for (const [file, text] of texts) {
		if (last.texts.get(file) === text) continue;
		const name = nameIn(place, file);
		if (text === undefined || last.texts.get(file) === undefined || !isTemplate(name)) return undefined;
		chart = engine.withTemplate(chart, name, text);
	}
	return chart;
}
