/** What is asked of a file, and what else may be. */
import type { Life, PresetId } from '../../../server/src/protocol/life';
import { MODES, type Mode } from '../../../server/src/protocol/mode';
import type { Question } from '../../../server/src/protocol/panel';

/** The modes that a file has, in their order: the host knows, but for tests, of which the page is told with the scenarios. */
export const modesIn = (told: readonly Mode[], hasTests: boolean): readonly Mode[] =>
	MODES.filter((mode) => told.includes(mode) || (mode === 'tests' && hasTests));

/** The preset in force: the chosen one, or the one whose scenario this life was lived with. */
export function presetOf({ presets, scenario }: Life, question: Question): PresetId | undefined {
	if (question.preset || question.scenario) return presets.find(({ id }) => id === question.preset)?.id;
	const lived = JSON.stringify(scenario);
	return presets.find((preset) => JSON.stringify(preset.scenario) === lived)?.id;
}
