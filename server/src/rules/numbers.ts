import type { FieldPath } from '../schema/field-path';
import type { IntOrString } from '../schema/generated/types';
import { printed } from './internal-form';
import { isValidPercent } from './names';
import type { Walk } from './walk';

/** core validation.ValidateNonnegativeField; an absent field is zero or nil, and either is fine. */
export function validateNonnegativeField(walk: Walk, value: number | undefined, path: FieldPath, code: string): void {
	if (value !== undefined && value < 0) walk.invalid(path, value, 'must be greater than or equal to 0', code);
}

/** apps validation.ValidatePositiveIntOrPercent */
export function validatePositiveIntOrPercent(walk: Walk, value: IntOrString, path: FieldPath, code: string): void {
	if (typeof value === 'string') for (const complaint of isValidPercent(value)) walk.invalid(path, printed(walk, 'x', value), complaint, code);
	else validateNonnegativeField(walk, value, path, code);
}

/** apps validation.IsNotMoreThan100Percent */
export function validateNotMoreThan100Percent(walk: Walk, value: IntOrString, path: FieldPath, code: string): void {
	const percent = percentOf(value);
	if (percent !== undefined && percent > 100) walk.invalid(path, printed(walk, 'x', value), 'must not be greater than 100%', code);
}

/** apps validation.getIntOrPercentValue: text that is no percentage counts as the number it may be. */
export function intOrPercentValue(value: IntOrString): number {
	if (typeof value === 'number') return value;
	return percentOf(value) ?? (/^[+-]?\d+$/.test(value) ? Number(value) : 0);
}

/** apps validation.getPercentValue */
function percentOf(value: IntOrString): number | undefined {
	return typeof value === 'string' && isValidPercent(value).length === 0 ? Number(value.slice(0, -1)) : undefined;
}
