import type { FieldPath } from '../schema/field-path';
import type { PodSchedulingGate } from '../schema/generated/types';
import { validateQualifiedName } from './names';
import type { Walk } from './walk';

/** core validation.validateSchedulingGates */
export function validateSchedulingGates(walk: Walk, gates: readonly PodSchedulingGate[], path: FieldPath): void {
	const seen = new Set<string>();
	gates.forEach(({ name }, i) => {
		validateQualifiedName(walk, name, path.index(i), 'scheduling-gate/name');
		if (seen.has(name)) walk.duplicate(path.index(i), name, 'scheduling-gate/unique', { do: 'remove', path: path.index(i) });
		seen.add(name);
	});
}
