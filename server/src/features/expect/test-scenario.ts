/** A scenario file as a test, from its text to its results: what `peapod test` and the Test Explorer run. */
import { manifestsBeside } from '../../protocol/scenario-files';
import type { Bilingual, Language } from '../../protocol/text';
import { outcomeOf } from '../../simulator/clock';
import { entryOf } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { type Diagnostic, inLanguage } from '../diagnose/diagnostic';
import type { Steps } from '../life/usual';
import { particle } from '../particle';
import { type NotBuilt, notBuiltAt } from '../scenario/plays';
import { diagnoseScenario } from '../scenario/scenario-file';
import { plainText } from '../words-of';
import { faultyResults, resultsOf, type TestResult } from './results';
import { type Played, played, type ReadTest, readTest, runTestInSteps } from './run';

/** The manifest that a scenario is played on: its file's name, and what was read and judged of it. */
export interface PlayedFile {
	readonly name: string;
	readonly played: Played;
}

export interface Tested {
	/** What is wrong with the file: errors, in the language asked for. Expectations that they are about are at fault. */
	readonly faults: readonly Diagnostic[];
	/** In the order of the file. */
	readonly results: readonly TestResult[];
}

/** What is said under a result in plain words, a line each, in the languages asked for. */
export function messageOf({ happened, when, why, because, warnings }: TestResult, language: Language): string {
	const words = [happened, when, ...why.map((one, i) => (i === 0 ? one : { en: `← ${one.en}`, ko: `← ${one.ko}` })), ...warnings];
	const lines = words.flatMap((one) => (one ? inLanguage(one, language).map(plainText) : []));
	return [...lines, ...(because === undefined ? [] : [because])].join('\n');
}

/** What there is to play a scenario on, or why there is nothing. */
export type ToPlay = PlayedFile | NotBuilt | undefined;

/** Undefined: the file expects nothing. `name` is the scenario's file; without a manifest there is nothing to judge, unless the scenario has one within. */
export const testScenario = (text: string, name: string, on: ToPlay, language: Language): Tested | undefined =>
	outcomeOf(testInSteps(text, name, on, language));

/** The same in steps, for those who have other things to do in between. */
export function* testInSteps(text: string, name: string, on: ToPlay, language: Language): Steps<Tested | undefined> {
	const beside = on && 'played' in on ? on : undefined;
	const test = readTest(text, beside?.played.file);
	if (!test) return unread(text, language);
	const found = diagnoseScenario(text, language, beside && { name: beside.name, text: beside.played.text, around: beside.played.file.around });
	const faults = found.filter(({ severity }) => severity === 'error');
	const expect = entryOf(test.root, 'expect');
	const isOfExpectations = ({ range }: Diagnostic): boolean => range.start >= (expect?.key.range.end ?? 0) && range.end <= (expect?.value?.range.end ?? 0);
	const whole = faults.some((fault) => !isOfExpectations(fault)) ? undefined : manifestOf(test, beside);
	const missing = faults.length === 0 ? lacking(name, on, whole) : undefined;
	if (!whole || missing) return { faults: [...faults, ...(missing ? [notBuiltAt(text, { fault: missing }, language)] : [])], results: faultyResults(test) };
	return { faults, results: resultsOf(yield* runTestInSteps(test, whole)) };
}

const manifestOf = ({ manifest }: ReadTest, beside: PlayedFile | undefined): Played | undefined =>
	manifest ? played(manifest, beside?.played.version) : beside?.played;

/** What is no YAML may have meant to expect something: where it says so, that is a fault of the test. */
function unread(text: string, language: Language): Tested | undefined {
	if (parse(text).faults.length === 0 || !/^expect\s*:/m.test(text)) return undefined;
	return { faults: diagnoseScenario(text, language).filter(({ severity }) => severity === 'error'), results: [] };
}

function lacking(name: string, on: ToPlay, whole: Played | undefined): Bilingual | undefined {
	if (!whole) {
		if (on && 'fault' in on) return on.fault;
		const wanted = manifestsBeside(name).filter((one) => one.endsWith('.yaml'));
		const list = wanted.map((one) => one.slice(one.lastIndexOf('/') + 1)).join(', ');
		return { en: `There is no manifest to play it on: ${list}.`, ko: `재생할 매니페스트가 없다: ${list}.` };
	}
	if (whole.main) return undefined;
	const file = on && 'name' in on ? on.name : 'manifest';
	if (whole.file.silent === 'template')
		return { en: `${file} is a Go template, not a manifest.`, ko: `${file}${particle(file, '은/는')} 매니페스트가 아니라 Go 템플릿이다.` };
	return { en: `${file} holds no pod and no workload.`, ko: `${file}에 파드나 워크로드가 없다.` };
}
