import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Applier } from '../features/apply/applier';
import { applyInSteps } from '../features/apply/apply';
import { applyMarks, applyPage } from '../features/apply/page';
import { liveExpecting, liveOnBuilt } from '../features/expect/expected';
import { search } from '../features/hover/search';
import { playsAt } from '../features/scenario/plays';
import { scenarioStatus, status } from '../features/status';
import { whyLenses } from '../features/why/lenses';
import { livePod } from '../features/why/live';
import { whyPageInSteps } from '../features/why/page';
import { printedAt } from '../features/why/printed-at';
import { whatIf } from '../features/why/what-if';
import { read } from '../manifest/read';
import type { ApplyAnswer, ShownApply } from '../protocol/apply';
import type { NoLife, SimulateAnswer } from '../protocol/life';
import { APPLY, LIVE, LIVE_LENSES, PRINTED_AT, SEARCH, SIMULATE, STATUS, type StatusAnswer, WHAT_IF, WHY } from '../protocol/requests';
import type { WhyAnswer } from '../protocol/why';
import type { Range } from '../yaml/node';
import { giveUpIfCancelled, invalid } from './answering';
import { toRange } from './convert';
import { livedOf } from './manifests';
import { shownFrom } from './read-texts';
import { manifestName } from './scenarios';
import type { Session } from './session';
import { plain } from './workspace';

/** What does not render is not applied. */
const unrendered = (error: string): ApplyAnswer => ({
	kind: 'unreadable',
	message: { en: `The chart does not render: ${error}`, ko: `차트를 렌더링할 수 없다: ${error}` },
});

/** Minutes. */
const DAY = 24 * 60;

/** Requests of our own: what is seen in a file, the life of its pods, what applying it does, why a live one is as it is, fields by what they are about. */
export function registerLives({ answering, on, charts, shownCharts, settingsOf }: Session): void {
	answering.answer(STATUS, ({ uri }) =>
		on<StatusAnswer | null>(
			uri,
			null,
			(document, open) => {
				const { settings } = open;
				const chart = charts.valuesOf(plain(document.uri), settings);
				const error = charts.unrendered(plain(document.uri), settings);
				const { file, former, placed, overlay } = livedOf(open);
				return {
					...status(file, settings.version, (range) => toRange(document, placed(range)), former()),
					...(overlay !== undefined && { overlay }),
					...(chart !== undefined && { chart, ...(error !== undefined && { unrendered: error }) }),
				};
			},
			(_, { settings, beside, isBuilt }) => scenarioStatus(beside?.name ?? manifestName(uri), beside !== undefined, settings.version, isBuilt && beside),
		),
	);

	answering.answer(SIMULATE, async (params, token) => {
		if (!Number.isInteger(params.document)) throw invalid('document');
		for (const name of ['scenarioText', 'old'] as const) if (params[name] !== undefined && typeof params[name] !== 'string') throw invalid(name);
		const scenario = TextDocument.create('', 'yaml', 0, params.scenarioText ?? '');
		const inScenario = (range: Range) => toRange(scenario, range);
		const life = await on<Generator<void, SimulateAnswer> | NoLife>(
			params.uri,
			{ kind: 'empty' },
			(document, open) => {
				const { file, judged, former, placed, from } = livedOf(open);
				const error = file.silent === 'template' ? charts.unrendered(plain(document.uri), open.settings) : undefined;
				if (error !== undefined) return { kind: 'unrendered', error };
				const over = params.old === undefined ? former() : from(params.old);
				return liveExpecting(
					file,
					params,
					{ version: open.settings.version, judged, former: over },
					{ manifest: (range) => toRange(document, placed(range)), scenario: inScenario },
				);
			},
			(document, { text, beside, notBuilt, settings: { version } }) => {
				if (!beside) return notBuilt ? { kind: 'scenarioFault', message: notBuilt.fault } : { kind: 'empty' };
				return liveOnBuilt(beside, params, version, { at: toRange(document, playsAt(text)), scenario: inScenario });
			},
		);
		return 'kind' in life ? life : atLeisure(life, token);
	});

	answering.answer(APPLY, async ({ uri, old }, token): Promise<ShownApply> => {
		if (old !== undefined && typeof old !== 'string') throw invalid('old');
		const { language } = await settingsOf(typeof uri === 'string' ? uri : '');
		const steps = await on<Generator<void, ApplyAnswer> | undefined>(uri, undefined, (document, { file, settings: { version }, judged, former }) => {
			const over = old === undefined ? former : read(old, undefined, file.around);
			return over && applyInSteps(file, over, { version, judged }, (range) => toRange(document, range), applierOf(uri));
		});
		const error = shownCharts.error(plain(uri));
		const answer: ApplyAnswer = error !== undefined ? unrendered(error) : steps ? await atLeisure(steps, token) : { kind: 'noFormer' };
		return { answer, page: applyPage(answer, language), marks: applyMarks(answer, language) };
	});

	/** What is rendered is applied by who rendered it. */
	const applierOf = (uri: string): Applier => (shownCharts.isOfChart(shownFrom(plain(uri)) ?? '') ? 'helm' : 'kubectl');

	answering.answer(WHY, async ({ text, uri, only }, token): Promise<WhyAnswer> => {
		if (typeof text !== 'string') throw invalid('text');
		if (only !== undefined && typeof only?.name !== 'string') throw invalid('only.name');
		const { language } = await settingsOf(typeof uri === 'string' ? uri : '');
		return { page: await atLeisure(whyPageInSteps(text, language, only), token) };
	});

	answering.answer(LIVE, (params) => {
		const { text, pod, zone, clock } = params;
		if (typeof text !== 'string') throw invalid('text');
		if (pod !== undefined && typeof pod !== 'number' && typeof pod?.name !== 'string') throw invalid('pod');
		if (!Number.isFinite(zone) || Math.abs(zone) > DAY) throw invalid('zone');
		if (clock !== undefined && !Number.isFinite(clock)) throw invalid('clock');
		const document = TextDocument.create('', 'yaml', 0, text);
		return livePod(params, (range) => toRange(document, range));
	});

	answering.answer(PRINTED_AT, async ({ text, offset, uri }) => {
		if (typeof text !== 'string') throw invalid('text');
		if (typeof offset !== 'number') throw invalid('offset');
		const { language } = await settingsOf(typeof uri === 'string' ? uri : '');
		const found = printedAt(text, offset, language);
		return found ? { markdown: found.markdown, ...found.range } : null;
	});

	answering.answer(LIVE_LENSES, ({ text }) => {
		if (typeof text !== 'string') throw invalid('text');
		return whyLenses(read(text)).map(({ live, range }) => ({ live, at: range.start }));
	});

	answering.answer(WHAT_IF, async ({ text, uri, only }) => {
		if (typeof text !== 'string') throw invalid('text');
		if (only !== undefined && typeof only?.name !== 'string') throw invalid('only.name');
		const { language } = await settingsOf(typeof uri === 'string' ? uri : '');
		return whatIf(text, language, only) ?? null;
	});

	answering.answer(SEARCH, async ({ query, uri }) => {
		if (typeof query !== 'string') throw invalid('query');
		const { language, version } = await settingsOf(typeof uri === 'string' ? uri : '');
		return search(query, language, version);
	});
}

/** Takes the steps of what takes long, and lets other messages in between them: one may say that nobody waits any more. */
export async function atLeisure<T>(steps: Generator<void, T>, token: CancellationToken): Promise<T> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await new Promise<void>((goOn) => setTimeout(goOn, 0));
		giveUpIfCancelled(token);
	}
}
