import type { FieldPath } from '../../schema/field-path';
import type { PersistentVolumeClaimSpec, Quantity } from '../../schema/generated/types';
import { canonical, milliValue, parseQuantity } from '../../schema/quantity';
import { goQuote } from '../walk';
import type { Warnings } from './warning';

/** persistentvolumeclaim.GetWarningsForPersistentVolumeClaimSpec. `said` is the path in the sentence, which is not always where the field is. */
export function warningsForClaimSpec(warnings: Warnings, said: FieldPath, path: FieldPath, spec: PersistentVolumeClaimSpec | undefined): void {
	for (const which of ['requests', 'limits'] as const) {
		const sentence = fractionalBytes(spec?.resources?.[which]?.storage);
		if (sentence)
			warnings.free(
				path.child('resources', which).key('storage'),
				`${said.child('resources', which).key('storage')}: ${sentence}`,
				'resource/fractional-bytes',
			);
	}
}

/** The complaint about bytes that are no whole number. */
export function fractionalBytes(quantity: Quantity | undefined): string | undefined {
	const amount = quantity === undefined ? undefined : parseQuantity(quantity);
	if (!amount || milliValue(amount) % 1000n === 0n) return undefined;
	return `fractional byte value ${goQuote(canonical(amount))} is invalid, must be an integer`;
}
