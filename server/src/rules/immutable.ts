import type { FieldPath } from '../schema/field-path';
import { printed, sameInternally } from './internal-form';
import type { Walk } from './walk';

/** apimachinery validation.ValidateImmutableField; `type` as in internal-form. */
export function validateImmutableField(walk: Walk, type: string, value: unknown, old: unknown, path: FieldPath, code: string): void {
	if (sameInternally(type, value, old)) return;
	walk.invalid(path, type === 's' ? (value ?? '') : printed(walk, type, value), 'field is immutable', code);
}
