import type { Bilingual } from '../../protocol/text';
import type { Minor } from '../../schema/schema';
import { entryOf, type Range } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import type { Beside } from '../scenario/scenario-names';
import { played } from './run';
import { testScenario } from './test-scenario';

/** What stands over `expect` of a scenario: how many of its expectations hold, and an offer to run them. Undefined where nothing is expected. */
export function testLens(
	text: string,
	uri: string,
	beside: Beside | undefined,
	version: Minor,
): { readonly range: Range; readonly title: Bilingual } | undefined {
	const { root } = parse(text);
	const range = root && entryOf(root, 'expect')?.key.range;
	const tested = range && testScenario(text, uri, beside && { name: beside.name, played: played(beside, version) }, 'en');
	if (!range || !tested || tested.results.length === 0) return undefined;
	const count = (verdict: string): number => tested.results.filter((one) => one.verdict === verdict).length;
	const [holds, fails, faults] = [count('holds'), count('fails'), count('fault')];
	const en = [
		`${holds} ${holds === 1 ? 'holds' : 'hold'}`,
		...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
		...(faults > 0 ? [`${faults} at fault`] : []),
	];
	const ko = [`맞음 ${holds}개`, ...(fails > 0 ? [`어긋남 ${fails}개`] : []), ...(faults > 0 ? [`잘못 적음 ${faults}개`] : [])];
	return { range, title: { en: `Run: ${en.join(', ')}`, ko: `실행: ${ko.join(', ')}` } };
}
