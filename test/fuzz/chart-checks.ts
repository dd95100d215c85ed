import { lengthOf } from '../../server/src/built/rope';
import * as engine from '../../server/src/charts/render-loaded';
import type { Told } from '../../server/src/features/built/finding';
import { JudgedBefore } from '../../server/src/features/built/judged-before';
import { completeTemplate } from '../../server/src/features/charts/help/complete-template';
import { hoverTemplate } from '../../server/src/features/charts/help/hover-template';
import { definitionsOf, referencesOf } from '../../server/src/features/charts/help/navigate-template';
import type { ChartTexts, SurveyedBefore } from '../../server/src/features/charts/help/survey';
import { valuesHints } from '../../server/src/features/charts/help/values-hints';
import { judgedChart } from '../../server/src/features/charts/judge-renderings';
import { livedTemplate } from '../../server/src/features/charts/lived-template';
import { openable } from '../../server/src/features/charts/place';
import { isShownAlone, showRendering, typedBehind } from '../../server/src/features/charts/show-rendered';
import { calledTogether, isValuesFile, type ValuesFile } from '../../server/src/features/charts/values-files';
import { withPlain } from '../../server/src/features/charts/with-plain';
import { diagnose } from '../../server/src/features/diagnose/diagnose';
import { fixesIn } from '../../server/src/features/diagnose/fixes';
import { simulateManifest } from '../../server/src/features/life/simulate';
import type { OpenFile } from '../../server/src/lsp/manifests';
import { isPacked } from '../../server/src/lsp/packed';
import { type Rendering, type RenderingBefore, renderingOf } from '../../server/src/lsp/rendering';
import type { Random } from '../conformance/random';
import { applied } from '../features/applied';
import type { ChartFiles } from './chart-files';
import { cursorIn, type Findings, shownOf } from './findings';

/** What the server remembers of a chart. */
export interface KeptChart {
	readonly rendered: RenderingBefore;
	readonly before: JudgedBefore;
	readonly surveyed: SurveyedBefore;
}

export const nothingKept = (): KeptChart => ({ rendered: { parsed: new Map() }, before: new JudgedBefore(), surveyed: new Map() });

/** A chart of which one file has just been edited. */
interface Asked extends ChartFiles {
	readonly file: string;
	/** The edited file as the server has it. */
	readonly open: OpenFile;
	readonly kept: KeptChart;
	readonly findings: Findings;
	readonly random: Random;
}

/** Everything an editor asks of the files of a chart, and what must hold of the answers; whether the chart renders. */
export function askChart(asked: Asked): boolean {
	const { texts, file, kept, findings, random } = asked;
	const shown = shownOf(texts);
	const made = findings.ask('chart', shown, () => rendered(asked, kept));
	if (!made) return false;
	const told = findings.ask('chart judge', shown, () => judged(asked, made, kept)) ?? [];
	within(
		asked,
		'chart judge',
		told.flatMap(({ file: at, diagnostic: { range }, related }) => [{ file: at, range }, ...related]),
	);
	findings.ask('chart alone', shown, () => withPlain({ file, text: texts.get(file) ?? '', plain: plainly(asked) }, told));
	if (random.chance(0.3)) origins(asked, made);
	if (random.chance(0.1)) afresh(asked, made, told);
	help(asked, made);
	if (random.chance(0.2)) show(asked, made);
	if (random.chance(0.2)) fixes(asked, made);
	return !('error' in made.answer);
}

const valuesOf = ({ place, texts }: ChartFiles): readonly ValuesFile[] =>
	[...texts.keys()].flatMap((path) => {
		const name = path.slice(place.length + 1);
		return isValuesFile(name) ? [{ path, name }] : [];
	});

const rendered = (
	{ place, texts, unpacked, open: { settings } }: Pick<Asked, 'place' | 'texts' | 'unpacked' | 'open'>,
	{ rendered: before }: Pick<KeptChart, 'rendered'>,
): Rendering => renderingOf({ place, texts, values: valuesOf({ place, texts, unpacked }), engine }, before, unpacked, settings);

function judged(asked: Asked, { answer }: Rendering, { before }: KeptChart): readonly Told[] {
	const values = valuesOf(asked);
	const given = { values: calledTogether(values), files: values.map(({ name }) => name), answer };
	const textIn = (file: string): string => asked.texts.get(file) ?? '';
	return judgedChart(asked.place, [given], { version: asked.open.settings.version, around: {}, before, textIn, isWhole: true });
}

const plainly = ({ open: { file, settings, judged } }: Asked) => diagnose(file, settings.version, judged);

/** Places lie in files that are there, and within them. */
function within(
	{ texts, findings }: Asked,
	request: string,
	places: readonly { readonly file: string; readonly range: { readonly start: number; readonly end: number } }[],
): void {
	for (const { file, range } of places) {
		const text = texts.get(file);
		if (text === undefined) findings.add(`${request}: a file that is not there`, file, file);
		else findings.ranges(request, text, [range]);
	}
}

/** What is rendered is the same whether anybody asks where it was typed, and every letter of it is known to come from somewhere, or from nowhere. */
function origins(asked: Asked, { chart, answer }: Rendering): void {
	const { findings, texts, place, open } = asked;
	const files = valuesOf(asked).map(({ path, name }) => ({ name, text: texts.get(path) ?? '' }));
	const { release, namespace } = open.settings.helm;
	const how = { values: files, release, namespace, kube: `1.${open.settings.version}.0` };
	const bare = findings.ask('chart without origins', shownOf(texts), () => engine.renderLoaded(chart, how, false));
	if (!bare) return;
	const [one, other] = [textsOf(answer), textsOf(bare)];
	// Where both go round in circles, the stack of either may end before Helm's limit is met.
	const goRound = 'error' in answer && 'error' in bare && [answer, bare].some(({ error }) => error.endsWith(': it nests too deeply, or is too large'));
	if (one !== other && !goRound) findings.add('chart: with origins it is another', shownOf(texts), firstDifference(one, other));
	for (const [name, rope] of 'ropes' in answer ? answer.ropes : []) {
		if (lengthOf(rope) !== (answer as engine.Answer).files.get(name)?.length) findings.add('chart: origins do not cover the text', shownOf(texts), name);
		within(asked, 'chart origins', openable(place, rope.flatMap((strand) => strand.origins).slice(0, 50)));
	}
}

const textsOf = (answer: engine.RenderAnswer): string => JSON.stringify('error' in answer ? answer.error : [...answer.files]);

function firstDifference(one: string, other: string): string {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	return `${one.slice(Math.max(0, at - 60), at + 100)} instead of ${other.slice(Math.max(0, at - 60), at + 100)}`;
}

/** What is told of a chart that was edited piece by piece is what is told of it afresh. */
function afresh(asked: Asked, made: Rendering, told: readonly Told[]): void {
	const { findings, texts } = asked;
	const fresh = nothingKept();
	const again = rendered(asked, fresh);
	const [ropes, ropesAfresh] = [made, again].map(({ answer }) => JSON.stringify('error' in answer ? answer : [...answer.ropes]));
	if (ropes !== ropesAfresh) findings.add('chart: typed again is not as fresh', shownOf(texts), firstDifference(ropes ?? '', ropesAfresh ?? ''));
	if (textsOf(again.answer) !== textsOf(made.answer))
		findings.add('chart: rendered again is not as fresh', shownOf(texts), firstDifference(textsOf(made.answer), textsOf(again.answer)));
	const [one, other] = [JSON.stringify(told), JSON.stringify(judged(asked, again, fresh))];
	if (one !== other) findings.add('chart judge: judged again is not as fresh', shownOf(texts), firstDifference(one, other));
	const hints = [asked.kept.surveyed, new Map()].map((before) => JSON.stringify(valuesHints(textsFor(asked, before))));
	if (hints[0] !== hints[1]) findings.add('chart hints: surveyed again is not as fresh', shownOf(texts), firstDifference(hints[0] ?? '', hints[1] ?? ''));
}

function textsFor(asked: Asked, before: SurveyedBefore): ChartTexts {
	const { place, texts } = asked;
	const files = new Map([...texts].flatMap(([path, text]) => (isPacked(path) ? [] : [[path.slice(place.length + 1), text] as const])));
	return { files, before, given: valuesOf(asked).map(({ path, name }) => ({ file: name, text: texts.get(path) ?? '' })) };
}

/** Help inside of actions. */
function help(asked: Asked, { answer }: Rendering): void {
	const { place, file, texts, kept, findings, random } = asked;
	const text = texts.get(file) ?? '';
	const chart = textsFor(asked, kept.surveyed);
	const name = file.slice(place.length + 1);
	const actions = [...text.matchAll(/\{\{/g)];
	for (let tries = 0; tries < 2; tries++) {
		const offset = actions.length > 0 && random.chance(0.7) ? Math.min(text.length, random.of(actions).index + random.below(40)) : cursorIn(text, random);
		const hover = findings.ask('chart hover', text, () => hoverTemplate(chart, name, offset, answer, 'both'));
		if (hover) findings.ranges('chart hover', text, [hover.range]);
		const items = findings.ask('chart complete', text, () => completeTemplate(chart, name, offset, 'both')) ?? [];
		findings.ranges(
			'chart complete',
			text,
			items.map(({ range }) => range),
		);
		const found = [
			...(findings.ask('chart definition', text, () => definitionsOf(chart, name, offset)) ?? []),
			...(findings.ask('chart references', text, () => referencesOf(chart, name, offset)) ?? []),
		];
		within(asked, 'chart names', openable(place, found));
	}
	if (!random.chance(0.3)) return;
	const hints = findings.ask('chart hints', text, () => valuesHints(chart)) ?? [];
	within(
		asked,
		'chart hints',
		hints.map(({ file: at, diagnostic: { range } }) => ({ file: `${place}/${at}`, range })),
	);
}

/** What it renders to, and the life of it. */
function show(asked: Asked, made: Rendering): void {
	const {
		place,
		file,
		texts,
		open: { settings },
		findings,
		random,
	} = asked;
	const rendering = { ...made, place };
	const shown = findings.ask('chart show', shownOf(texts), () => showRendering(rendering, isShownAlone(file) ? file : undefined, 'en'));
	if (!shown) return;
	within(
		asked,
		'chart show',
		openable(place, findings.ask('chart typed behind', shownOf(texts), () => typedBehind(shown, random.below(shown.text.length + 1))) ?? []),
	);
	const { answer } = made;
	if (!isShownAlone(file) || 'error' in answer || random.chance(0.7)) return;
	findings.ask('chart simulate', shownOf(texts), () => {
		const { file: lived, judged, placed } = livedTemplate(place, answer, file, {}, settings.version);
		const spanOf = findings.spanning('chart simulate', texts.get(file) ?? '');
		return simulateManifest(lived, { uri: '', document: 0 }, { version: settings.version, judged }, (range) => spanOf(placed(range)));
	});
}

/** A fix in a file of a chart leaves a chart that renders. */
function fixes(asked: Asked, { answer }: Rendering): void {
	const { file, texts, open, findings, random } = asked;
	const found = plainly(asked).filter(({ fix }) => fix);
	if ('error' in answer || found.length === 0) return;
	const text = texts.get(file) ?? '';
	const tried = findings.ask('chart codeAction', text, () => fixesIn(open.file, random.of(found).range, plainly(asked), open.settings.version)) ?? [];
	for (const { edits, title, diagnostic } of tried.slice(0, 2)) {
		const after = rendered({ ...asked, texts: new Map([...texts, [file, applied(text, edits)]]) }, nothingKept());
		if ('error' in after.answer) findings.add('chart codeAction: breaks the chart', shownOf(texts), `${diagnostic.code}: ${title.en} ${after.answer.error}`);
	}
}
