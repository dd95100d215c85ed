import type { Roped } from '../built/rope';
import type { Chart } from '../charts/chart';
import type { ParsedTemplates } from '../charts/render';
import type * as Engine from '../charts/render-loaded';
import type { Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import { judgedChart, rootCharts } from '../features/charts/judge-renderings';
import { pathIn } from '../features/charts/place';
import { isShownAlone, showRendering, typedBehind } from '../features/charts/show-rendered';
import { withPlain } from '../features/charts/with-plain';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { BuiltAnswer } from '../protocol/requests';
import type { OwnKinds } from '../schema/embedded';
import type { Fault } from '../templates/value';
import { MOST_ROUNDS, type PlaceIn, type ReadTexts, shownFrom } from './read-texts';
import type { Settings } from './settings';

/** Where the files of charts come from. Files and folders are known by their plain URIs. */
export interface ChartFiles {
	/** Folders that hold a Chart.yaml. */
	readonly charts: () => readonly string[];
	/** All files below a folder. */
	readonly list: (folder: string) => Promise<readonly string[]>;
}

/** A chart as it is now, and what comes of it. */
export interface RenderedChart {
	/** Its folder. */
	readonly place: string;
	/** The texts of its files, by their full paths. */
	readonly texts: ReadonlyMap<string, string | undefined>;
	readonly chart: Chart | Fault;
	/** Files are named from the chart's folder, texts as Helm names their templates. */
	readonly answer: Engine.RenderAnswer;
	readonly told: readonly Told[];
	readonly engine: typeof Engine;
}

/** What is remembered of a chart. */
interface Known {
	/** All its files; undefined until they were listed. */
	files: readonly string[] | undefined;
	/** While its files are listed or read. */
	coming: Promise<void> | undefined;
	readonly parsed: ParsedTemplates;
	readonly before: JudgedBefore;
	last: (RenderedChart & Basis) | undefined;
}

/** What a chart was rendered from. */
interface Basis {
	readonly files: readonly string[];
	readonly inputs: ReadonlyMap<string, string | undefined>;
	readonly version: Settings['version'];
	readonly kinds: OwnKinds | undefined;
}

/** So many charts are remembered, those that were asked for last. */
const MOST_CHARTS = 8;

/** The charts that open files are part of, rendered from what editors and the disk have, and judged. */
export class RenderedCharts {
	private readonly known = new Map<string, Known>();
	/** What an editor shows of charts, by the files or folders that it was rendered from. */
	private readonly shownTexts = new Map<string, Shown>();
	/** What renders: it is read when the first chart is opened. */
	private engine: typeof Engine | undefined;

	constructor(
		private readonly source: ChartFiles,
		private readonly texts: ReadTexts,
		/** What was asked for is there now. */
		private readonly moved: () => void,
	) {}

	/** A file may be there that was not, or be gone; a folder with all that lay in it. */
	forget(file: string): void {
		for (const [chart, known] of this.known) {
			const isStillThere = known.files?.includes(file) && this.texts.now(file) !== undefined;
			if (isIn(chart, file) || (isIn(file, chart) && !isStillThere)) known.files = undefined;
		}
	}

	/** The folder of the chart that renders a file: the outermost that the one around it is part of. Nothing else in a chart's folder makes any difference. */
	chartOf(file: string): string | undefined {
		const around = this.source.charts().filter((chart) => isIn(file, chart) && RENDERED.test(file.slice(chart.length + 1)));
		if (around.length === 0) return undefined;
		return [...rootCharts(around, (one) => this.texts.now(one) ?? '')].sort((a, b) => b.length - a.length)[0];
	}

	/** All that is found in a file, by itself and as its chart renders it. `plain` is what is found in it alone. Charts that are still read come later. */
	found(file: string, plain: readonly Diagnostic[], settings: Settings): readonly Diagnostic[] {
		// What is no YAML says nothing by itself.
		const alone = /\.(?:tpl|txt)$/.test(file) ? [] : plain;
		const told = this.rendered(file, settings)?.told.filter((one) => one.file === file) ?? [];
		if (told.length === 0) return alone;
		return withPlain({ file, text: this.texts.now(file) ?? '', plain: alone }, told).map((one) => this.texts.shown(one));
	}

	/** What a chart that renders a file is rendered with, as people call it; undefined where there is none. */
	valuesOf(file: string): string | undefined {
		return this.chartOf(file) === undefined ? undefined : 'values.yaml';
	}

	/** What a template renders to, or, for other files and for its folder, all of a chart; undefined where there is none. */
	async whole(from: string, settings: Settings): Promise<BuiltAnswer | undefined> {
		const file = this.source.charts().includes(from) ? `${from}/Chart.yaml` : from;
		let made = this.rendered(file, settings);
		for (let round = 0; !made && round < MOST_ROUNDS; round++) {
			const chart = this.chartOf(file);
			const coming = chart === undefined ? undefined : this.known.get(chart)?.coming;
			if (!coming) return undefined;
			await coming;
			made = this.rendered(file, settings);
		}
		if (!made) return undefined;
		const folder = isShownAlone(file) ? file : made.place;
		const { name, text, rope } = showRendering(folder, made, settings.language);
		this.shownTexts.set(folder, { text, rope, place: made.place });
		return { name, folder, text };
	}

	/** Where that was typed which stands at an offset of what a chart renders, as it is shown: what decides first, then what printed it. */
	origins(shown: string, offset: number): readonly PlaceIn[] {
		const known = this.shownTexts.get(shownFrom(shown) ?? '');
		return (known ? typedBehind(known, offset) : []).flatMap(({ file, range }) => {
			const path = known && pathIn(known.place, file);
			return path === undefined ? [] : [this.texts.located({ file: path, range })];
		});
	}

	/** The chart that renders a file, as it is now; undefined where there is none, and while files of it are read. */
	rendered(file: string, settings: Settings): RenderedChart | undefined {
		const chart = this.chartOf(file);
		if (chart === undefined) return undefined;
		const known = this.knownOf(chart);
		const { files, last } = known;
		const { engine } = this;
		if (!files || !engine) {
			known.coming ??= this.prepare(chart, known);
			return undefined;
		}
		// A client that does not list files says nothing of charts.
		if (!files.includes(`${chart}/Chart.yaml`)) return undefined;
		const { version, podTemplates: kinds } = settings;
		const isSame = last?.files === files && last.version === version && last.kinds === kinds;
		if (last && isSame && files.every((one) => PACKED.test(one) || this.texts.now(one) === last.inputs.get(one))) return last;
		const look = () => this.texts.noting((read) => new Map(files.map((one) => [one, PACKED.test(one) ? undefined : asText(read(one))])));
		const { made, inputs, missing } = look();
		if (missing.length > 0) {
			known.coming ??= this.texts
				.fetch(`chart ${chart}`, missing, () => look().missing)
				.then(() => {
					known.coming = undefined;
				});
			return undefined;
		}
		known.last = { ...this.made(chart, made, engine, settings), files, inputs, version, kinds };
		return known.last;
	}

	private made(place: string, texts: RenderedChart['texts'], engine: typeof Engine, { version, podTemplates: kinds }: Settings): RenderedChart {
		const { parsed, before } = this.knownOf(place);
		const chart = engine.chartOf(filesOf(place, texts), () => undefined);
		const how = { values: [], set: [], setText: [], release: 'release', namespace: 'default', kube: `1.${version}.0` };
		const answer = engine.renderLoaded(chart, how, true, parsed);
		const told = judgedChart(place, [{ values: 'values.yaml', files: [], answer }], {
			version,
			around: kinds ? { kinds } : {},
			before,
			textIn: (file) => texts.get(file) ?? '',
			isWhole: ![...texts.keys()].some((file) => PACKED.test(file)),
		});
		return { place, texts, chart, answer, told, engine };
	}

	private knownOf(chart: string): Known {
		const known = this.known.get(chart) ?? { files: undefined, coming: undefined, parsed: new Map(), before: new JudgedBefore(), last: undefined };
		// What was asked for last comes last.
		this.known.delete(chart);
		this.known.set(chart, known);
		for (const oldest of [...this.known.keys()].slice(0, Math.max(0, this.known.size - MOST_CHARTS))) this.known.delete(oldest);
		return known;
	}

	/** Asks for the files of a chart, and for what renders it. */
	private async prepare(chart: string, known: Known): Promise<void> {
		const [files, engine] = await Promise.all([this.source.list(chart), import('../charts/render-loaded')]);
		this.engine = engine;
		known.files = files;
		known.coming = undefined;
		this.moved();
	}
}

/** What an editor shows, and the folder of the chart it comes from. */
interface Shown extends Roped {
	readonly place: string;
}

const isIn = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

/** What decides in a chart, from its folder. */
const RENDERED = /^(?:Chart\.yaml|values\.yaml|templates\/.+|charts\/.+)$/;

/** A packed dependency: editors read texts, so what it defines is not known here. */
const PACKED = /\.tgz$/;

const asText = (content: unknown): string | undefined => (typeof content === 'string' ? content : undefined);

/** The files of a chart as Helm's loader has them, by their paths below its folder. */
function filesOf(place: string, texts: RenderedChart['texts']): ReadonlyMap<string, Uint8Array> {
	const encoder = new TextEncoder();
	return new Map([...texts].flatMap(([file, text]) => (text === undefined ? [] : [[file.slice(place.length + 1), encoder.encode(text)] as const])));
}
