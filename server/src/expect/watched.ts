import type { Scenario } from '../simulator/scenario';
import { watchedFor } from './horizon';
import { readExpectations } from './read';

/** A scenario as it is watched: one that expects something and has no `until` is watched as long as it takes. */
export function watched(scenario: Scenario): Scenario {
	if (scenario.expect === undefined || scenario.until !== undefined) return scenario;
	const { expectations } = readExpectations(scenario.expect, scenario, {});
	return {
		...scenario,
		until:
			watchedFor(
				scenario,
				expectations.map(({ said }) => said),
			) / 1000,
	};
}
