import type { FieldPath } from '../schema/field-path';
import type { LabelSelector, LabelSelectorRequirement } from '../schema/generated/types';
import type { Repair } from '../schema/problem';
import { trim } from '../schema/trim';
import { isQualifiedName, isValidLabelValue, reportInvalid } from './names';
import { Typed, toChoice, type Walk } from './walk';

/** metav1 LabelSelectorValidationOptions: an update may keep a value that was let in before it was checked. */
export interface LabelSelectorOptions {
	readonly allowInvalidLabelValueInSelector: boolean;
}

/** metav1 validation.ValidateLabelSelector */
export function validateLabelSelector(walk: Walk, selector: LabelSelector | undefined, options: LabelSelectorOptions, path: FieldPath): void {
	if (!selector) return;
	validateLabels(walk, selector.matchLabels, path.child('matchLabels'));
	selector.matchExpressions?.forEach((requirement, i) => {
		validateLabelSelectorRequirement(walk, requirement, options, path.child('matchExpressions').index(i));
	});
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** metav1 validation.ValidateLabelSelectorRequirement */
function validateLabelSelectorRequirement(walk: Walk, requirement: LabelSelectorRequirement, options: LabelSelectorOptions, path: FieldPath): void {
	const values = requirement.values ?? [];
	switch (requirement.operator) {
		case 'In':
		case 'NotIn':
			if (values.length === 0) walk.required(path.child('values'), "must be specified when `operator` is 'In' or 'NotIn'", 'selector/values-required');
			break;
		case 'Exists':
		case 'DoesNotExist':
			if (values.length > 0) {
				const repair = { do: 'remove', path: path.child('values') } as const;
				walk.forbidden(path.child('values'), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'", 'selector/values-forbidden', repair);
			}
			break;
		default:
			walk.invalid(
				path.child('operator'),
				new Typed(requirement.operator),
				'not a valid selector operator',
				'selector/operator',
				toChoice(path.child('operator'), requirement.operator, OPERATORS),
			);
	}
	validateLabelName(walk, requirement.key, path.child('key'));
	if (options.allowInvalidLabelValueInSelector) return;
	values.forEach((value, i) => {
		reportInvalid(walk, path.child('values').index(i), value, isValidLabelValue(walk, value), 'label/value');
	});
}

/** metav1 validation.ValidateLabelName */
export function validateLabelName(walk: Walk, name: string, path: FieldPath): void {
	reportInvalid(walk, path, name, isQualifiedName(walk, name), 'label/key');
}

/** metav1 validation.ValidateLabels, which says its faults of the whole map. */
export function validateLabels(
	walk: Walk,
	labels: Readonly<Record<string, string>> | undefined,
	path: FieldPath,
	repairOf: (path: FieldPath, value: string) => Repair | undefined = toLabelValue,
): void {
	for (const [key, value] of Object.entries(labels ?? {})) {
		const at = path.key(key).saidAs(path);
		validateLabelName(walk, key, at.keyItself());
		const complaints = isValidLabelValue(walk, value);
		if (complaints.length > 0) reportInvalid(walk, at, value, complaints, 'label/value', repairOf(at, value));
	}
}

/** `1.0+b4e5` becomes `1.0_b4e5`, as Helm writes it. */
function toLabelValue(path: FieldPath, value: string): Repair | undefined {
	const to = trim(value.replace(/[^-\w.]+/g, '_'), /[^A-Za-z0-9]/);
	return to === '' || to === value || to.length > LONGEST_VALUE ? undefined : { do: 'replace', path, from: value, to };
}

const LONGEST_VALUE = 63;
