import type { Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Chart } from '../charts/chart';
import type { Finding } from '../features/built/finding';
import { completeTemplate } from '../features/charts/help/complete-template';
import { hoverTemplate } from '../features/charts/help/hover-template';
import { definitionsOf, referencesOf } from '../features/charts/help/navigate-template';
import { otherValues, renamableValue, renamedValue, type ValueEdits } from '../features/charts/help/rename-value';
import type { ChartTexts, Spot, SurveyedBefore } from '../features/charts/help/survey';
import { valuesHints } from '../features/charts/help/values-hints';
import { nameIn, openable } from '../features/charts/place';
import type { Diagnostic } from '../features/diagnose/diagnostic';
import type { Hover } from '../features/hover/hover';
import type { ScenarioCompletion } from '../features/scenario/complete-scenario';
import type { Bilingual } from '../protocol/text';
import { edited } from '../yaml/text-edit';
import type { RenderedCharts } from './charts';
import { isPacked } from './packed';
import type { ReadTexts } from './read-texts';
import type { RenderedChart } from './rendering';
import type { Settings } from './settings';
import { plain } from './workspace';

/** An open file of a chart. */
interface Opened {
	readonly chart: ChartTexts;
	/** From the chart's folder. */
	readonly file: string;
	/** What it is rendered to; undefined while it is read, and where no chart is around the file. */
	readonly made: RenderedChart | undefined;
	/** The chart's folder, a plain URI. */
	readonly place: string;
}

/** Help inside the templates of charts, and from their values, as their charts are now. */
export class ChartHelp {
	/** The texts of charts by their paths from the chart's folder. */
	private readonly files = new WeakMap<RenderedChart['texts'], ChartTexts['files']>();
	/** The hints of charts: each open file asks for its own. */
	private readonly found = new WeakMap<RenderedChart, readonly Finding[]>();
	/** What was surveyed of the chart that was asked for last, and its folder. */
	private last: { readonly place: string; readonly before: SurveyedBefore } | undefined;

	constructor(
		private readonly charts: RenderedCharts,
		private readonly texts: Pick<ReadTexts, 'located'>,
	) {}

	hover(document: TextDocument, offset: number, settings: Settings): Hover | undefined {
		const opened = this.opened(document, settings);
		return opened && hoverTemplate(opened.chart, opened.file, offset, opened.made?.answer, settings.language);
	}

	/** Undefined outside of actions. */
	complete(document: TextDocument, offset: number, settings: Settings): readonly ScenarioCompletion[] | undefined {
		const opened = this.opened(document, settings);
		return opened && completeTemplate(opened.chart, opened.file, offset, settings.language);
	}

	definitions(document: TextDocument, offset: number, settings: Settings): readonly Location[] {
		const opened = this.opened(document, settings);
		return opened ? this.located(opened, definitionsOf(opened.chart, opened.file, offset)) : [];
	}

	/** Of what stands in an action, or of a value at its key. */
	references(document: TextDocument, offset: number, withDefinitions: boolean, settings: Settings): readonly Location[] {
		const opened = this.opened(document, settings);
		if (!opened) return [];
		const found = referencesOf(opened.chart, opened.file, offset).filter((one) => withDefinitions || !one.isDefinition);
		return this.located(opened, found);
	}

	/** The name of a value that stands there, if it may be another one. */
	renamable(document: TextDocument, offset: number, settings: Settings): ReturnType<typeof renamableValue> {
		const opened = this.opened(document, settings);
		return opened?.made && renamableValue(opened.chart, opened.file, offset);
	}

	/** What another name for a value changes, by the full paths of the files; the chart renders what it did. Or why not. */
	renamed(document: TextDocument, offset: number, name: string, settings: Settings): readonly ValueEdits[] | Bilingual {
		const opened = this.opened(document, settings);
		if (!opened?.made) return [];
		const { chart, file, made, place } = opened;
		const changes = renamedValue(chart, file, offset, name);
		if ('en' in changes) return changes;
		const placed = placedIn(place, changes);
		const rendered = (all: readonly ValueEdits[]): RenderedChart['answer'] => made.again(withEdits(made.texts, all));
		// The first other value that the chart can be rendered with, and that makes a difference, tells.
		const isAlikeWith = ([others, ...more]: readonly (readonly ValueEdits[])[]): boolean => {
			if (!others) return true;
			const probe = placedIn(place, others);
			const before = rendered(probe);
			return 'error' in before || rendersAlike(made.answer, before) ? isAlikeWith(more) : rendersAlike(before, rendered([...probe, ...placed]));
		};
		const isAlike = rendersAlike(made.answer, rendered(placed)) && isAlikeWith(otherValues(chart, file, offset));
		return isAlike ? placed : RENDERS_OTHERWISE;
	}

	/** Values that nothing uses, in values.yaml, and those that nobody gives, where they are used. */
	hints(document: TextDocument, settings: Settings): readonly Diagnostic[] {
		const opened = this.opened(document, settings);
		if (!opened?.made) return [];
		const found = this.found.get(opened.made) ?? valuesHints(opened.chart);
		this.found.set(opened.made, found);
		return found.flatMap(({ file, diagnostic }) => (file === opened.file ? [diagnostic] : []));
	}

	private opened(document: TextDocument, settings: Settings): Opened | undefined {
		if (settings.isIgnored) return undefined;
		const uri = plain(document.uri);
		const made = this.charts.rendered(uri, settings);
		if (made) return { chart: this.chartOf(made), file: nameIn(made.place, uri), made, place: made.place };
		// Alone a template knows itself.
		const [, place = '', file] = /^(.*)\/(templates\/.+)$/.exec(uri) ?? [];
		return file !== undefined ? { chart: { files: new Map([[file, document.getText()]]) }, file, made, place } : undefined;
	}

	private chartOf(made: RenderedChart): ChartTexts {
		const files = this.files.get(made.texts) ?? filesOf(made);
		this.files.set(made.texts, files);
		if (this.last?.place !== made.place) this.last = { place: made.place, before: new Map() };
		const { before } = this.last;
		return { files, before, given: made.values.map(({ path }) => ({ file: nameIn(made.place, path), text: made.texts.get(path) ?? '' })) };
	}

	/** Nothing for what lies in no file that one can open. */
	private located({ place }: Opened, spots: readonly Spot[]): readonly Location[] {
		return openable(place, spots).map((spot) => this.texts.located(spot));
	}
}

const BEGINNING = { start: 0, end: 0 };

/** Edits by the full paths of the files; none in what lies in no file that one can open. */
const placedIn = (place: string, all: readonly ValueEdits[]): readonly ValueEdits[] =>
	all.flatMap((one) => openable(place, [{ file: one.file, range: BEGINNING }]).map(({ file }) => ({ file, edits: one.edits })));

function withEdits(texts: RenderedChart['texts'], all: readonly ValueEdits[]): Map<string, string | undefined> {
	const changed = new Map(texts);
	for (const file of new Set(all.map((one) => one.file))) {
		const edits = all.flatMap((one) => (one.file === file ? one.edits : [])).sort((a, b) => a.range.start - b.range.start);
		changed.set(file, edited(texts.get(file) ?? '', edits));
	}
	return changed;
}

/** What cannot be rendered tells nothing. */
function rendersAlike(before: RenderedChart['answer'], after: RenderedChart['answer']): boolean {
	if ('error' in before || 'error' in after) return false;
	return before.files.size === after.files.size && [...before.files].every(([file, text]) => after.files.get(file) === text);
}

const RENDERS_OTHERWISE: Bilingual = {
	en: 'With that name the chart would not render what it does: a template uses the value in a way that nobody can follow, or it does not render as it is.',
	ko: '이 이름으로 바꾸면 렌더링 결과가 달라진다. 따라갈 수 없는 방식으로 값을 쓰는 템플릿이 있거나, 지금도 렌더링되지 않는 차트다.',
};

/** The texts of a chart's files, what is packed among them as if it were not. */
function filesOf(made: RenderedChart): ChartTexts['files'] {
	const files = new Map([...made.texts].flatMap(([path, text]) => (text === undefined || isPacked(path) ? [] : [[nameIn(made.place, path), text] as const])));
	const unpacked = (chart: Chart): void => {
		if (chart.place.includes('.tgz/')) {
			files.set(`${chart.place}Chart.yaml`, `name: ${chart.metadata.name ?? ''}\n`).set(`${chart.place}values.yaml`, chart.valuesText);
			for (const [path, text] of chart.templates) files.set(chart.place + path, text);
		}
		chart.charts.forEach(unpacked);
	};
	if ('templates' in made.chart) unpacked(made.chart);
	return files;
}
