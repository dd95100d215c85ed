import type { Roped } from '../built/rope';
import { openable } from '../features/charts/place';
import { isShownAlone, nameOf, showRendering, typedBehind } from '../features/charts/show-rendered';
import { namedFiles, offeredFiles } from '../features/charts/values-files';
import type { BuiltAnswer, ValuesFilesAnswer } from '../protocol/requests';
import type { RenderedCharts } from './charts';
import { type PlaceIn, type ReadTexts, shownFrom } from './read-texts';
import type { Settings } from './settings';

/** What an editor shows, and the folder of the chart it comes from. */
interface Shown extends Roped {
	readonly place: string;
	/** Why it is no more than that. */
	readonly error: string | undefined;
}

/** What an editor shows of charts beside their files: what they render to, and with which values they may be rendered. */
export class ShownCharts {
	/** By the files or folders that it was rendered from. */
	private readonly shownTexts = new Map<string, Shown>();

	constructor(
		private readonly charts: RenderedCharts,
		private readonly texts: ReadTexts,
	) {}

	/** What a template renders to, or, for other files and for its folder, all of a chart; undefined where there is none. */
	async whole(from: string, settings: Settings): Promise<BuiltAnswer | undefined> {
		const file = this.charts.isChart(from) ? `${from}/Chart.yaml` : from;
		const made = await this.charts.ready(file, settings);
		if (!made) return undefined;
		const template = isShownAlone(file) ? file : undefined;
		const { name, text, rope } = showRendering(made, template, settings.language);
		// With values that nobody chose it is shown for the file that has them.
		const folder = template ?? (this.charts.valuesFor(file, made.place, settings).own ? file : made.place);
		this.shownTexts.set(folder, { text, rope, place: made.place, error: 'error' in made.answer ? made.answer.error : undefined });
		return { name, folder, text };
	}

	/** Why a chart did not render what is shown of it; undefined where it did. */
	error(shown: string): string | undefined {
		return this.shownTexts.get(shownFrom(shown) ?? '')?.error;
	}

	/** Whether a chart renders what is asked for: a file or a folder. */
	isOfChart(from: string): boolean {
		return this.charts.isChart(from) || this.charts.chartOf(from) !== undefined;
	}

	/** The same as the files of the chart were committed last: nothing where there was none; undefined where it did not render. */
	async former(from: string, settings: Settings): Promise<BuiltAnswer | undefined> {
		const file = this.charts.isChart(from) ? `${from}/Chart.yaml` : from;
		const made = await this.charts.former(file, settings);
		if (!made || (made !== 'nothing' && 'error' in made.answer)) return undefined;
		if (made === 'nothing') return { name: '', folder: from, text: '' };
		const { name, text } = showRendering(made, isShownAlone(file) ? file : undefined, settings.language);
		return { name, folder: from, text };
	}

	/** The values files that the chart of a file is rendered with, and those that it might be; undefined where there is none. */
	async valuesFiles(file: string, settings: Settings): Promise<ValuesFilesAnswer | undefined> {
		const made = await this.charts.ready(file, settings);
		if (!made) return undefined;
		const places = this.charts.placesOf(made.place);
		const chosen = namedFiles(settings.helm.values, places).filter(({ path }) => made.values.some((one) => one.path === path));
		const names = chosen.map(({ name }) => name);
		const offered = offeredFiles(places).filter((name) => !names.includes(name));
		return { chart: nameOf(made), files: [...names.map((name) => ({ name, isChosen: true })), ...offered.map((name) => ({ name, isChosen: false }))] };
	}

	/** Where that was typed which stands at an offset of what a chart renders, as it is shown: what decides first, then what printed it. */
	origins(shown: string, offset: number): readonly PlaceIn[] {
		const known = this.shownTexts.get(shownFrom(shown) ?? '');
		return known ? openable(known.place, typedBehind(known, offset)).map((origin) => this.texts.located(origin)) : [];
	}
}
