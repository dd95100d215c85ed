/** Expectations that hold whatever a scenario's world is. */
import type { Language } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { type Diagnostic, inLanguage } from '../diagnose/diagnostic';
import type { Beside } from '../scenario/scenario-names';
import { played, rangeOfExpectation, readTest, runTest } from './run';

/** It is told to those who ask for it by this name: what is to survive a bad world holds in a good one too, and says so rightly. */
export const SAYS_NOTHING = 'expect/says-nothing';

const WORDS = {
	en: 'This holds without world too: it says nothing about this scenario.',
	ko: 'world가 없어도 성립한다. 이 시나리오에서 달라지는 것이 없다.',
};

/** Hints at the expectations of a scenario that has a world and that hold as well in the life without it, where all goes well. Two lives are lived for it. */
export function sayingNothing(text: string, beside: Beside | undefined, version: Minor, language: Language): readonly Diagnostic[] {
	const test = readTest(text, beside);
	const on = test?.manifest ?? beside;
	if (!test || !on) return [];
	const { world, ...usual } = test.scenario;
	if (!world) return [];
	const manifest = played(on, version);
	const [here, there] = [runTest(test, manifest), runTest({ ...test, scenario: usual }, manifest)];
	return here.judged.flatMap(({ verdict, expectation: { index } }, i) => {
		if (verdict !== 'holds' || there.judged[i]?.verdict !== 'holds') return [];
		return [{ range: rangeOfExpectation(test.root, index), severity: 'hint', code: SAYS_NOTHING, message: inLanguage(WORDS, language).join('\n') }];
	});
}
