import type { FieldPath } from '../schema/field-path';
import type { PodReadinessGate } from '../schema/generated/types';
import { validateQualifiedName } from './names';
import type { Walk } from './walk';

/** core validation.validateReadinessGates */
export function validateReadinessGates(walk: Walk, gates: readonly PodReadinessGate[], path: FieldPath): void {
	gates.forEach(({ conditionType }, i) => {
		validateQualifiedName(walk, conditionType, path.index(i).child('conditionType'), 'readiness-gate/name');
	});
}
