import type * as Engine from '../charts/render-loaded';
import type { RenderAnswer, RenderedBefore } from '../charts/render-loaded';
import { keyOf, type Told } from '../features/built/finding';
import { JudgedBefore } from '../features/built/judged-before';
import type { Lived } from '../features/built/lived';
import { toldIn } from '../features/charts/gather-charts';
import { renderedText } from '../features/charts/judge-chart';
import { judgedChart, rootCharts, saysLibrary } from '../features/charts/judge-renderings';
import { livedTemplate } from '../features/charts/lived-template';
import { nameIn } from '../features/charts/place';
import { isShownAlone } from '../features/charts/show-rendered';
import { calledTogether, decides, isValuesFile, namedFiles, type ValuesFile, type ValuesPlaces } from '../features/charts/values-files';
import { withPlain } from '../features/charts/with-plain';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import { commentedText } from '../features/diagnose/directives';
import { sift } from '../features/diagnose/ignored';
import type { TriedFix } from '../features/diagnose/trial';
import type { Beside } from '../features/scenario/scenario-names';
import { RENDERED } from '../manifest/around';
import type { OwnKinds } from '../schema/embedded';
import { mendedChart, mendedElsewhere } from './mended-charts';
import { isPacked, type Unpacked, unpacked } from './packed';
import { MOST_ROUNDS, type ReadTexts } from './read-texts';
import { MadeOnce, remembered } from './remembered';
import { type Ingredients, type RenderedChart, type Rendering, type RenderingBefore, renderingOf } from './rendering';
import { aroundOf, PLAIN_HELM, type Settings } from './settings';
import { isIn } from './workspace';

/** Where the files of charts come from. Files and folders are known by their plain URIs. */
export interface ChartFiles {
	/** Folders that hold a Chart.yaml. */
	readonly charts: () => readonly string[];
	/** All files below a folder. Undefined where whoever lists them keeps us waiting: `late` hears of them when they come after all. */
	readonly list: (folder: string, late: (files: readonly string[]) => void) => Promise<readonly string[] | undefined>;
	/** The same as they were committed last. */
	readonly listFormer: (folder: string) => Promise<readonly string[] | undefined>;
	/** The folder of the workspace that a file lies in. */
	readonly folderOf: (file: string) => string;
	/** The files that are open. */
	readonly open: () => Pick<ReadonlySet<string>, 'has' | 'size'>;
}

/** What is remembered of a chart. */
interface Known {
	/** All its files; undefined until they were listed. */
	files: readonly string[] | undefined;
	/** How often files came or went. */
	changes: number;
	/** While its files are listed or read: whether they come in time. */
	coming: Promise<boolean> | undefined;
	/** Packed dependencies, by their paths. */
	readonly unpacked: Map<string, Unpacked>;
	readonly parsed: RenderedBefore['parsed'];
	/** By what it is rendered with: what is chosen, and the values file that is open though nobody chose it. */
	readonly variants: Map<string, Variant>;
}

/** A chart as it was rendered last, with some values. */
interface Variant {
	readonly before: JudgedBefore;
	readonly rendered: RenderingBefore;
	last: (RenderedChart & Basis) | undefined;
}

/** What a chart was rendered from, beside its texts. */
interface Basis {
	readonly files: readonly string[];
	readonly version: Settings['version'];
	readonly kinds: OwnKinds | undefined;
}

/** So many charts are remembered, those that were asked for last, or as many as files are open: each of those asks for its own, again and again. */
const MOST_CHARTS = 8;
const MOST_VARIANTS = 4;
const MOST_LIBRARIES = 64;

/** The charts that open files are part of, rendered from what editors and the disk have, and judged. */
export class RenderedCharts {
	private readonly known = new Map<string, Known>();
	/** Whether a text of a Chart.yaml says that others are made of the chart: it is asked at every keystroke. */
	private readonly libraries = new Map<string, boolean>();
	/** What templates render to, by their files, as long as the chart is as it is. */
	private readonly templates = new MadeOnce<RenderedChart, Lived>();
	/** What mends faults, by their keys: an editor asks at every move of the cursor. */
	private readonly fixes = new MadeOnce<RenderedChart, readonly TriedFix[]>();
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
			if (!isIn(chart, file) && (isStillThere || !isIn(file, chart))) continue;
			known.files = undefined;
			known.changes++;
		}
	}

	/** Whether a chart that was rendered was made of a file, or would be: it may render to something else now. */
	isMadeOf(file: string): boolean {
		for (const [chart, { variants }] of this.known) {
			const mayRead = isIn(file, chart) && decides(file.slice(chart.length + 1));
			for (const { last } of variants.values()) if (last && (mayRead || last.texts.has(file))) return true;
		}
		return false;
	}

	/** The folder of the chart that renders a file: the outermost that the one around it is part of, or one that it gives values to. Nothing else in a chart's folder makes any difference. */
	chartOf(file: string): string | undefined {
		const around = this.source.charts().filter((chart) => isIn(file, chart) && decides(file.slice(chart.length + 1)));
		if (around.length === 0) return this.givenTo(file);
		const isLibrary = (text: string): boolean => remembered(this.libraries, text, MOST_LIBRARIES, () => saysLibrary(text));
		return [...rootCharts(around, (one) => this.texts.now(one) ?? '', isLibrary)].sort((a, b) => b.length - a.length)[0];
	}

	/** A chart that was rendered with a file from outside. */
	private givenTo(file: string): string | undefined {
		for (const [chart, { variants }] of this.known) for (const { last } of variants.values()) if (last?.values.some(({ path }) => path === file)) return chart;
		return undefined;
	}

	/** Whether a chart lies in a folder. */
	isChart(folder: string): boolean {
		return this.source.charts().includes(folder);
	}

	/** All that is found in a file, by itself and as its chart renders it. `plain` is what is found in it alone. Charts that are still read come later. */
	found(file: string, plain: readonly Diagnostic[], settings: Settings): readonly Diagnostic[] {
		// What is no YAML says nothing by itself.
		const alone = /\.(?:tpl|txt)$/.test(file) ? [] : plain;
		const told = this.toldIn(file, this.rendered(file, settings));
		if (told.length === 0) return alone;
		return withPlain({ file, text: this.texts.now(file) ?? '', plain: alone }, told).map((one) => this.texts.shown(one));
	}

	/** What is told of a file as its chart renders it, but for what comments say no to where it was typed: those of an open file are heard by whoever asks. */
	private toldIn(file: string, made: RenderedChart | undefined): readonly Told[] {
		const open = this.source.open();
		const told = toldIn(file, made?.told ?? [], (one) => open.has(one));
		return told.filter(({ typed }) => !typed || !isIgnored(this.texts.now(typed.file) ?? '', typed.diagnostic));
	}

	/** What mends a fault of what its chart renders, in the file that it is told of; `former` is that file as it was applied last. */
	mended(file: string, fault: Diagnostic, settings: Settings, former: string | undefined): readonly TriedFix[] {
		const made = this.rendered(file, settings);
		if (!made) return [];
		const key = keyOf({ file, diagnostic: fault });
		const typed = this.toldIn(file, made).find((one) => keyOf(one) === key)?.typed;
		const fixes = this.fixes.of(made, JSON.stringify([key, typed?.file, former]), () =>
			typed ? mendedElsewhere(made, file, typed, settings) : mendedChart(made, file, fault, settings, former),
		);
		return fixes.map((fix) => ({ ...fix, diagnostic: fault }));
	}

	/** What the chart that renders a file is rendered with, as people call it; undefined where there is none. */
	valuesOf(file: string, settings: Settings): string | undefined {
		const chart = this.chartOf(file);
		if (chart === undefined) return undefined;
		return calledTogether(this.rendered(file, settings)?.values ?? this.valuesFor(file, chart, settings).wanted);
	}

	/** All that the chart in a folder renders with these values files and no others, as `helm template` would; why it does not; or undefined where there is none. */
	async text(folder: string, values: readonly string[], settings: Settings): Promise<Beside | { readonly error: string } | undefined> {
		const made = this.isChart(folder) ? await this.ready(`${folder}/Chart.yaml`, { ...settings, helm: { ...PLAIN_HELM, values } }) : undefined;
		if (!made) return undefined;
		const missing = values.find((one) => !made.values.some(({ path }) => path === one));
		if (missing !== undefined) return { error: `open ${missing}: no such file or directory` };
		const name = folder.slice(this.source.folderOf(folder).length).replace(/^\//, '') || '.';
		return 'error' in made.answer ? { error: made.answer.error } : { name, text: renderedText(made.answer), around: RENDERED };
	}

	/** What a template renders to, to be lived; undefined where it is none, and while its chart is read or cannot be rendered. */
	template(file: string, settings: Settings): Lived | undefined {
		const made = isShownAlone(file) ? this.rendered(file, settings) : undefined;
		if (!made || 'error' in made.answer) return undefined;
		const { place, answer } = made;
		return this.templates.of(made, file, () => livedTemplate(place, answer, file, aroundOf(settings), settings.version));
	}

	/** Why the chart of a file does not render, in Helm's words; undefined where it does, where there is none, and while it is read. */
	unrendered(file: string, settings: Settings): string | undefined {
		const made = this.rendered(file, settings);
		return made && 'error' in made.answer ? made.answer.error : undefined;
	}

	/** The chart that renders a file, once all its files are read. */
	async ready(file: string, settings: Settings): Promise<RenderedChart | undefined> {
		for (let round = 0; round < MOST_ROUNDS; round++) {
			const made = this.rendered(file, settings);
			const chart = this.chartOf(file);
			const coming = chart === undefined ? undefined : this.known.get(chart)?.coming;
			if (made || !coming || !(await coming)) return made;
		}
		return undefined;
	}

	/** The chart that renders a file, as it is now; undefined where there is none, and while files of it are read. */
	rendered(file: string, settings: Settings): RenderedChart | undefined {
		const chart = this.chartOf(file);
		if (chart === undefined) return undefined;
		const known = this.knownOf(chart);
		const { files } = known;
		const { engine } = this;
		if (!files || !engine) return this.wait(known, () => this.prepare(chart, known));
		// A client that does not list files says nothing of charts.
		if (!files.includes(`${chart}/Chart.yaml`)) return undefined;
		const { own, wanted } = this.valuesFor(file, chart, settings);
		const variant = remembered(known.variants, JSON.stringify([own, settings.helm]), MOST_VARIANTS, () => newVariant(known));
		const { last } = variant;
		const basis = { files, version: settings.version, kinds: settings.podTemplates };
		const isSame = last?.files === files && last.version === basis.version && last.kinds === basis.kinds;
		if (last && isSame && [...last.texts].every(([one, text]) => this.texts.now(one) === text)) return last;
		const look = () =>
			this.texts.noting((read) => {
				for (const one of [...files, ...wanted.map(({ path }) => path)]) read(one);
			});
		const { inputs: texts, missing } = look();
		if (missing.length > 0) return this.wait(known, () => this.texts.fetch(`chart ${chart}`, missing, () => look().missing));
		const folded = [...texts].filter(([one, text]) => isPacked(one) && text !== undefined && known.unpacked.get(one)?.base64 !== text);
		if (folded.length > 0) return this.wait(known, () => this.unpack(known, folded));
		const values = wanted.filter(({ path }) => texts.get(path) !== undefined);
		variant.last = { ...this.made({ place: chart, texts, values, engine }, known, variant, settings), ...basis };
		return variant.last;
	}

	/** Whoever asks gets nothing while something comes, one thing at a time. */
	private wait(known: Known, bring: () => Promise<boolean>): undefined {
		known.coming ??= bring().then((isTimely) => {
			known.coming = undefined;
			return isTimely;
		});
	}

	/** The files over a chart's own values: those that were chosen, and the one that is open if it is a values file. */
	valuesFor(file: string, chart: string, { helm }: Settings): { readonly own: string | undefined; readonly wanted: readonly ValuesFile[] } {
		const chosen = namedFiles(helm.values, this.placesOf(chart));
		const name = file.slice(chart.length + 1);
		const own = isIn(file, chart) && isValuesFile(name) && !chosen.some(({ path }) => path === file) ? file : undefined;
		return { own, wanted: own === undefined ? chosen : [...chosen, { path: own, name }] };
	}

	/** Where the values files of a chart are looked for. */
	placesOf(chart: string): ValuesPlaces {
		return { chart, folder: this.source.folderOf(chart), files: this.known.get(chart)?.files ?? [] };
	}

	/** The chart that renders a file as it was when its files were committed last; undefined where there is none, or they cannot be read. A chart of which nothing was there renders nothing. */
	async former(file: string, settings: Settings): Promise<(Pick<RenderedChart, 'place'> & Rendering) | 'nothing' | undefined> {
		const place = this.chartOf(file);
		if (place === undefined) return undefined;
		const [files, engine] = await Promise.all([this.source.listFormer(place), import('../charts/render-loaded')]);
		if (!files) return undefined;
		if (!files.includes(`${place}/Chart.yaml`)) return 'nothing';
		const { wanted } = this.valuesFor(file, place, settings);
		const all = [...files, ...wanted.map(({ path }) => path)];
		const texts = await this.texts.formerly((read) => new Map(all.map((one) => [one, asText(read(one))])));
		if (texts.get(`${place}/Chart.yaml`) === undefined) return undefined;
		// Values that are new may have been given all the same.
		for (const { path } of wanted) if (texts.get(path) === undefined) texts.set(path, this.texts.now(path));
		const values = wanted.filter(({ path }) => texts.get(path) !== undefined);
		const rendering = async (): Promise<Rendering> => {
			const packed = new Map<string, Unpacked>();
			for (const [one, text] of texts) if (isPacked(one) && text !== undefined) packed.set(one, await unpacked(text));
			return renderingOf({ place, texts, values, engine }, { parsed: new Map() }, packed, settings);
		};
		const made = await rendering();
		if (made.answer.missing.length === 0) return { place, ...made };
		// Dependencies are fetched more often than committed: they are taken to be those that there are now.
		for (const [one, text] of (await this.ready(file, settings))?.texts ?? []) {
			if (one.startsWith(`${place}/charts/`) && texts.get(one) === undefined) texts.set(one, text);
		}
		return { place, ...(await rendering()) };
	}

	private made(from: Ingredients, { parsed, unpacked }: Known, { before, rendered }: Variant, settings: Settings): RenderedChart {
		const { place, texts, values } = from;
		const { version } = settings;
		const { chart, answer } = renderingOf(from, rendered, unpacked, settings);
		const told = judgedChart(place, [{ values: calledTogether(values), files: values.map(({ path }) => nameIn(place, path)), answer }], {
			version,
			around: aroundOf(settings),
			before,
			textIn: (file) => texts.get(file) ?? '',
			isWhole: [...texts.keys()].every((file) => !isPacked(file) || unpacked.get(file)?.bytes !== undefined),
		});
		const again = (changed: Ingredients['texts']): RenderAnswer =>
			renderingOf({ ...from, texts: changed }, { parsed: new Map(parsed) }, unpacked, settings).answer;
		return { ...from, chart, answer, told, before, again };
	}

	private knownOf(chart: string): Known {
		return remembered(this.known, chart, Math.max(MOST_CHARTS, this.source.open().size), () => ({
			files: undefined,
			changes: 0,
			coming: undefined,
			unpacked: new Map(),
			parsed: new Map(),
			variants: new Map(),
		}));
	}

	/** Unfolds packed dependencies, for once. */
	private async unpack(known: Known, folded: readonly (readonly [string, string | undefined])[]): Promise<boolean> {
		for (const [file, base64 = ''] of folded) known.unpacked.set(file, await unpacked(base64));
		this.moved();
		return true;
	}

	/** Asks for the files of a chart, and for what renders it. Where they are not listed in time, the next who needs them asks again. */
	private async prepare(chart: string, known: Known): Promise<boolean> {
		const { changes } = known;
		const late = (files: readonly string[]): void => {
			if (known.changes === changes) known.files ??= files;
			this.moved();
		};
		const [files, engine] = await Promise.all([this.source.list(chart, late), import('../charts/render-loaded')]);
		this.engine = engine;
		if (!files) return false;
		known.files = files;
		this.moved();
		return true;
	}
}

const isIgnored = (text: string, fault: Diagnostic): boolean => text.includes('peapod-ignore') && sift(commentedText(text), [fault]).kept.length === 0;

const newVariant = ({ parsed }: Known): Variant => ({ before: new JudgedBefore(), rendered: { parsed }, last: undefined });

const asText = (content: unknown): string | undefined => (typeof content === 'string' ? content : undefined);
