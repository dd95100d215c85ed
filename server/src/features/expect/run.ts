/** A scenario file as a test: its expectations judged by the life of its manifest. */
import { storedObject } from '../../defaults/stored';
import type { Expectation } from '../../expect/expectation';
import { judgeExpectations } from '../../expect/judge';
import type { Judged, Warning } from '../../expect/judged';
import { readExpectations } from '../../expect/read';
import { type Lived, livedOf } from '../../expect/tracks';
import type { ManifestRecord } from '../../expect/vocabulary';
import { watched } from '../../expect/watched';
import { locate } from '../../manifest/locate';
import type { File, Manifest } from '../../manifest/read';
import type { Trace } from '../../protocol/life';
import type { PodSecurity } from '../../rules/pod-security/pod-security';
import { podQos } from '../../schema/pod-qos';
import { type Minor, NEWEST } from '../../schema/schema';
import { outcomeOf } from '../../simulator/clock';
import { HALFWAY } from '../../simulator/pace';
import { readScenario, type ScenarioFault } from '../../simulator/read-scenario';
import type { Scenario } from '../../simulator/scenario';
import { toJson } from '../../yaml/json';
import { entryOf, type Node, type Range } from '../../yaml/node';
import { parse, syntaxSentence } from '../../yaml/parse';
import { type Judgement, judge } from '../diagnose/judge';
import { podSpecOf } from '../life/pod-of';
import { liveIn } from '../life/simulate';
import type { Steps } from '../life/usual';
import { manifestsOf } from '../manifests';
import { fileOf, type ManifestText } from '../scenario/scenario-names';
import { givenOf } from './given';

/** A manifest that scenarios are played on, read and judged once for all of them. */
export interface Played {
	readonly text: string;
	readonly file: File;
	/** What lives: the first pod or workload of the file. */
	readonly main: Manifest | undefined;
	readonly judgement: Judgement | undefined;
	readonly version: Minor;
}

export function played(manifest: ManifestText, version: Minor = NEWEST): Played {
	const file = fileOf(manifest);
	const main = manifestsOf(file)[0];
	return { text: file.text, file, main, judgement: main && judge(main, version), version };
}

/** A scenario file with what is expected in it. */
export interface ReadTest {
	readonly root: Node;
	readonly scenario: Scenario;
	readonly expectations: readonly Expectation[];
	/** How many there are in the file, those at fault among them. */
	readonly count: number;
	/** The manifest within the scenario, where it has one. */
	readonly manifest?: ManifestText;
}

/** Reads a scenario's expectations; undefined where it is no YAML, or expects nothing. Its faults are diagnoseScenario's to tell. */
export function readTest(text: string, manifest: ManifestText | undefined): ReadTest | undefined {
	const { root, faults } = parse(text);
	if (!root || faults.length > 0) return undefined;
	const json = toJson(root);
	const raw = entryIn(json, 'expect');
	if (raw === undefined || raw === null) return undefined;
	const { scenario, faults: misread } = readScenario(json);
	const within = entryIn(json, 'manifest');
	const own = typeof within === 'string' ? { text: within } : undefined;
	const { expectations } = readExpectations(raw, scenario, givenOf(scenario, own ?? manifest));
	return {
		root,
		scenario,
		expectations: expectations.filter(({ index }) => !isMisread(misread, index)),
		count: Array.isArray(raw) ? raw.length : 0,
		...(own && { manifest: own }),
	};
}

const entryIn = (json: unknown, key: string): unknown =>
	typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? (json as Readonly<Record<string, unknown>>)[key] : undefined;

/** The scenario's own reader refuses something of an expectation. */
const isMisread = (faults: readonly ScenarioFault[], index: number): boolean => faults.some(({ path }) => path[0] === 'expect' && path[1] === index);

/** A test that was run: what became of each expectation that could be read. */
export interface RunTest extends ReadTest {
	readonly life: Lived;
	/** Undefined where the server refuses the manifest: nothing lived. */
	readonly trace: Trace | undefined;
	readonly judged: readonly Judged[];
	readonly kind: string;
}

export const runTest = (test: ReadTest, manifest: Played): RunTest => outcomeOf(runTestInSteps(test, manifest));

/** The same in steps, for those who have other things to do in between. */
export function* runTestInSteps(test: ReadTest, manifest: Played): Steps<RunTest> {
	const { file, main, judgement, version } = manifest;
	const scenario = watched(test.scenario);
	const kind = main?.kind.kind ?? 'Pod';
	const isAccepted = main && judgement && recordOf(main, judgement, version).accepted;
	const live = isAccepted ? liveIn(file, podSpecOf(main, judgement), { version, judged: (one) => judge(one, version) }) : undefined;
	if (!live || !judgement) return judgedBy(test, manifest, undefined);
	let retries = false;
	const trace = yield* live(kind, judgement.object, scenario, (after) => {
		retries ||= after === 'retry';
		return HALFWAY;
	});
	const run = judgedBy(test, manifest, trace);
	if (!retries || !run.judged.some(({ verdict }) => verdict === 'holds')) return run;
	const longest = judgedBy(test, manifest, yield* live(kind, judgement.object, scenario, () => 1));
	const briefest = judgedBy(test, manifest, yield* live(kind, judgement.object, scenario, () => 0));
	return { ...run, judged: run.judged.map((one, i) => warned(one, longest.judged[i], briefest.judged[i])) };
}

/** What holds because of where the kubelet's waits happen to lie says so: after a failure a real one waits by chance up to half as long again. */
function warned(judged: Judged, longest: Judged | undefined, briefest: Judged | undefined): Judged {
	const other = [longest, briefest].find((one) => one?.verdict === 'fails');
	if (judged.verdict !== 'holds' || other?.verdict !== 'fails') return judged;
	const { failure } = other;
	const warning: Warning = { kind: 'jitter', isLongest: other === longest, ...(failure.code === 'late' && { late: failure.by }) };
	// It says more than that some seconds later it would fail.
	return { ...judged, warnings: [...judged.warnings.filter(({ kind }) => kind !== 'edge'), warning] };
}

/** A test judged by a life of its manifest in its scenario; undefined where nothing lived. */
export function judgedBy(test: ReadTest, { main, judgement, version }: Played, trace: Trace | undefined): RunTest {
	const kind = main?.kind.kind ?? 'Pod';
	const record = main && judgement ? recordOf(main, judgement, version) : NO_MANIFEST;
	const life = livedOf(trace ?? { name: main?.name ?? '', kind, until: 0 }, judgement?.object, watched(test.scenario), record);
	return { ...test, life, trace, judged: judgeExpectations(test.expectations, life), kind };
}

const NO_MANIFEST: ManifestRecord = { accepted: false, errors: [], warnings: [], level: () => 'privileged', stored: () => undefined };

/** What `peapod check` says of the manifest. */
function recordOf(main: Manifest, judgement: Judgement, version: Minor): ManifestRecord {
	const { accepted, decoded, problems, denials, warnings, violations, object } = judgement;
	const [broken] = main.document.faults;
	const qosClass = judgement.qos ?? podQos({ spec: podSpecOf(main, judgement) }, version);
	return {
		accepted: accepted && !broken,
		errors: [
			...(broken ? [syntaxSentence(broken)] : []),
			...decoded.faults.flatMap(({ severity, message }) => (severity === 'repeated' ? [] : message)),
			...problems.map(({ path, detail }) => `${path}: ${detail}`),
			...denials.flatMap(({ isCertain, message }) => (isCertain ? message : [])),
		],
		warnings: warnings.map(({ text }) => text),
		qosClass,
		level: () => levelOf(violations()),
		stored: () => storedObject(main.kind.kind, object, version, decoded.exact),
	};
}

const levelOf = ({ baseline, restricted }: PodSecurity): 'privileged' | 'baseline' | 'restricted' =>
	baseline.length > 0 ? 'privileged' : restricted.length > 0 ? 'baseline' : 'restricted';

/** Where an expectation stands in its file: at the value of its verb, else at its first key. */
export function rangeOfExpectation(root: Node, index: number): Range {
	const { key, value } = locate(root, ['expect', index]);
	const verb = ['is', 'becomes', 'stays', 'never', 'happens', 'order'].find((name) => entryOf(value, name));
	if (verb === undefined) return key;
	const spot = locate(root, ['expect', index, verb]);
	return spot.value?.kind === 'scalar' && spot.value.range.end > spot.value.range.start ? spot.value.range : spot.key;
}
