/** What a scenario expects of the life that is shown, judged by that very life. */
import type { File } from '../../manifest/read';
import type { Expected, SimulateAnswer } from '../../protocol/life';
import type { SimulateParams } from '../../protocol/requests';
import type { Span } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import type { Trace } from '../../simulator/trace';
import type { Range } from '../../yaml/node';
import { judging } from '../diagnose/diagnose';
import { type ServerAnswers, simulateInSteps } from '../life/simulate';
import type { Steps } from '../life/usual';
import { manifestsOf } from '../manifests';
import { fileOf, type ManifestText } from '../scenario/scenario-names';
import { resultsOf, type TestResult } from './results';
import { judgedBy, readTest } from './run';

/** Where things stand for an editor: in the manifest's file, and in the scenario's. */
export interface Spans {
	readonly manifest: (range: Range) => Span;
	readonly scenario: (range: Range) => Span;
}

/** The life that simulateInSteps tells, or why there is none, with what its scenario expects. Of a refused manifest only what is expected of the manifest itself is judged. */
export function* liveExpecting(file: File, params: SimulateParams, server: ServerAnswers, spans: Spans): Steps<SimulateAnswer> {
	const answer = yield* simulateInSteps(file, params, server, spans.manifest);
	if (params.scenarioText === undefined || (answer.kind !== 'life' && answer.kind !== 'refused')) return answer;
	const expected = expectedIn(params.scenarioText, file, params.document, server, spans, answer.kind === 'life' ? answer.trace : undefined);
	return expected ? { ...answer, expected } : answer;
}

/** The same on what a folder builds for a scenario: nobody typed that text, so no field of it has a place, and what it is refused for stands at `at` in the scenario. */
export function* liveOnBuilt(
	built: ManifestText,
	params: Omit<SimulateParams, 'document'>,
	version: Minor,
	spans: { readonly at: Span; readonly scenario: Spans['scenario'] },
): Steps<SimulateAnswer> {
	const server = { version, judged: judging(version) };
	const answer = yield* liveExpecting(fileOf(built), { ...params, document: 0 }, server, {
		manifest: () => spans.at,
		scenario: spans.scenario,
	});
	return answer.kind === 'life' ? { ...answer, fields: {} } : answer;
}

function expectedIn(
	text: string,
	file: File,
	document: number,
	{ version, judged }: ServerAnswers,
	{ scenario: spanOf }: Spans,
	trace: Trace | undefined,
): readonly Expected[] | undefined {
	const test = readTest(text, file);
	if (!test) return undefined;
	const main = manifestsOf(file)[document];
	const run = judgedBy(test, { text: file.text, file, main, judgement: main && judged(main), version }, trace);
	const asksManifest = new Set(test.expectations.flatMap(({ index, said }) => ('subject' in said && said.subject.kind === 'manifest' ? index : [])));
	return resultsOf(run).map((result) => ({ ...(trace ? told(result) : toldOfNoLife(result, asksManifest.has(result.index))), span: spanOf(result.range) }));
}

/** A result as it is shown where nothing lived: what is expected of a life is open, and what the manifest is refused for is told already. */
function toldOfNoLife({ title, verdict }: TestResult, asksManifest: boolean): Omit<Expected, 'span'> {
	return { title, verdict: asksManifest || verdict === 'fault' ? verdict : 'open', why: [] };
}

/** A result as it is shown. */
function told(result: TestResult): Omit<Expected, 'span'> {
	const { title, verdict, found, warnings, happened, when, why, because, t, field } = result;
	const details = [...(happened ? [happened] : []), ...(when ? [when] : []), ...warnings];
	return {
		title,
		verdict,
		...(found && { found }),
		...(details.length > 0 && { details }),
		why,
		...(because !== undefined && { because }),
		...(t !== undefined && { t: t / 1000 }),
		...(field !== undefined && { field }),
	};
}
