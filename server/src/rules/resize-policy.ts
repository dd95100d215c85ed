import type { FieldPath } from '../schema/field-path';
import type { ContainerResizePolicy } from '../schema/generated/types';
import { shownName } from './resources';
import { type Printed, Typed, toChoice, type Walk } from './walk';

/** core validation.validateResizePolicy, which says most faults of the whole list. */
export function validateResizePolicy(walk: Walk, policies: readonly ContainerResizePolicy[], podRestartPolicy: string | undefined, path: FieldPath): void {
	const seen = new Set<string>();
	policies.forEach(({ resourceName, restartPolicy }, i) => {
		if (seen.has(resourceName)) walk.duplicate(path.index(i), shownName(walk, resourceName), 'resource/resize-unique', { do: 'remove', path: path.index(i) });
		seen.add(resourceName);
		const restart = path.index(i).child('restartPolicy');
		validateChoice(walk, resourceName, shownName(walk, resourceName), ['cpu', 'memory'], path.index(i).child('resourceName').saidAs(path));
		validateChoice(walk, restartPolicy, new Typed(restartPolicy), ['NotRequired', 'RestartContainer'], restart.saidAs(path));
		if (podRestartPolicy !== 'Never' || restartPolicy === 'NotRequired') return;
		const which = walk.version < 36 ? '' : 'pod ';
		walk.invalid(restart.saidAs(path), new Typed(restartPolicy), `must be 'NotRequired' when ${which}\`restartPolicy\` is 'Never'`, 'resource/resize-never', {
			do: 'set',
			path: restart,
			to: 'NotRequired',
		});
	});
}

function validateChoice(walk: Walk, value: string, shown: Typed | Printed, choices: readonly string[], path: FieldPath): void {
	if (!value) walk.required(path, '', 'resource/resize-required');
	else if (!choices.includes(value)) walk.notSupported(path, shown, choices, 'resource/resize-choice', toChoice(path, value, choices));
}
