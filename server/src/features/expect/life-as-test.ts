/** A life written as what is expected of it, into the scenario that it was lived in. */
import { derived, type Written } from '../../expect/derive';
import { same } from '../../schema/same';
import { outcomeOf } from '../../simulator/clock';
import { readScenario } from '../../simulator/read-scenario';
import { addEntry, addItem, replaceWithBlock } from '../../yaml/edit';
import { toJson } from '../../yaml/json';
import { entryOf, type MapNode } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { edited } from '../../yaml/text-edit';
import { blockText } from '../../yaml/write';
import type { Steps } from '../life/usual';
import { type Played, readTest, runTestInSteps } from './run';

export interface LifeAsTest {
	/** The scenario file's text with what is expected. */
	readonly text: string;
	/** How many expectations are new in it. */
	readonly added: number;
}

export const lifeAsTest = (scenario: string, manifest: Played): LifeAsTest | undefined => outcomeOf(lifeAsTestInSteps(scenario, manifest));

/** Undefined where nothing lives, the text is no scenario, or says all of it already. What is written holds: it was tried, and what did not is left out. */
export function* lifeAsTestInSteps(scenario: string, manifest: Played): Steps<LifeAsTest | undefined> {
	const { root, faults } = parse(scenario);
	const json = root ? toJson(root) : {};
	const read = readScenario(json);
	if (faults.length > 0 || read.faults.length > 0 || (root && root.kind !== 'map')) return undefined;
	const before = Array.isArray(read.scenario.expect) ? read.scenario.expect : [];
	const test = { root: root ?? EMPTY, scenario: { ...read.scenario, expect: before }, expectations: [], count: 0 };
	const { life, trace } = yield* runTestInSteps(test, manifest);
	if (!trace) return undefined;
	let wanted = derived(life).filter((one) => !before.some((other) => same(one, other)));
	// A longer `within` may be watched longer, and then something else be seen: what fails goes, until all holds.
	while (wanted.length > 0) {
		const text = withExpectations(scenario, wanted);
		const fails = yield* failing(text, before.length, manifest);
		if (fails.size === 0) return { text, added: wanted.length };
		wanted = wanted.filter((_, i) => !fails.has(i));
	}
	return undefined;
}

const EMPTY: MapNode = { kind: 'map', range: { start: 0, end: 0 }, entries: [], flow: false };

/** Which of the expectations that were added fail, or cannot be read. */
function* failing(text: string, from: number, manifest: Played): Steps<ReadonlySet<number>> {
	const test = readTest(text, manifest.file);
	if (!test) return new Set();
	const { judged } = yield* runTestInSteps(test, manifest);
	const holding = new Set(judged.flatMap(({ verdict, expectation }) => (verdict === 'holds' ? expectation.index : [])));
	return new Set(Array.from({ length: test.count - from }, (_, i) => i).filter((i) => !holding.has(i + from)));
}

function withExpectations(text: string, added: readonly Written[]): string {
	const { root } = parse(text);
	// Comments may stand where there is nothing else.
	if (root?.kind !== 'map') return `${text.trimEnd()}\n${blockText({ expect: added }, 0)}\n`.trimStart();
	const entry = entryOf(root, 'expect');
	const list = entry?.value;
	if (!entry) return ended(edited(text, [addEntry(text, root, 'expect', added)]));
	if (list?.kind !== 'list' || list.items.length === 0) return ended(edited(text, [replaceWithBlock(text, entry, added)]));
	return added.reduce((whole, one) => {
		const now = entryOf(parse(whole).root, 'expect')?.value;
		return now?.kind === 'list' ? ended(edited(whole, [addItem(whole, now, one)])) : whole;
	}, text);
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
