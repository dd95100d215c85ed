import { liveScenario } from '../features/scenario/scenario-life';
import { minorOf, NEWEST } from '../schema/schema';
import { mapLines } from './lines';

/** What a line may hold besides the scenario itself. */
const NOT_SCENARIO = new Set([
	'manifest',
	'kubernetes',
	'qosClass',
	'createdSubSecond',
	'timeline',
	'events',
	'pods',
	'owner',
	'ownerEvents',
	'actionsDone',
	'notes',
	'story',
]);

/** `peapod simulate --jsonl`: a scenario with its manifest on each line in, its trace on each line out. */
export function simulateLines(): Promise<number> {
	return mapLines((question) => {
		const { name, manifest, kubernetes } = question;
		if (typeof manifest !== 'string') return { name, error: 'The line needs "manifest", a string.' };
		const scenario = Object.fromEntries(Object.entries(question).filter(([key]) => !NOT_SCENARIO.has(key)));
		const life = liveScenario(manifest, scenario, minorOf(typeof kubernetes === 'string' ? kubernetes : undefined) ?? NEWEST);
		return 'trace' in life ? { ...life.trace, name } : { name, error: life.faults.join(' ') };
	});
}
