import type { FieldPath } from '../schema/field-path';
import type { Toleration } from '../schema/generated/types';
import { atoi } from '../schema/go-number';
import { validateLabelName } from './label-selector';
import { isValidLabelValue } from './names';
import type { PodOptions } from './options';
import { Typed, type Walk } from './walk';

/** core validation.ValidateTolerations */
export function validateTolerations(walk: Walk, tolerations: readonly Toleration[], options: PodOptions, path: FieldPath): void {
	tolerations.forEach((toleration, i) => {
		validateToleration(walk, toleration, options, path.index(i));
	});
}

function validateToleration(walk: Walk, toleration: Toleration, options: PodOptions, path: FieldPath): void {
	const { key = '', operator = '', effect = '', tolerationSeconds } = toleration;
	if (key) validateLabelName(walk, key, path.child('key'));
	const at = path.child('operator');
	if (!key && operator !== 'Exists') {
		const detail = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
		const repair = toleration.value ? undefined : ({ do: 'set', path: at, to: 'Exists' } as const);
		walk.invalid(at, new Typed(operator), detail, 'toleration/key-required', repair);
	}
	if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
		const repair = { do: 'set', path: path.child('effect'), to: 'NoExecute' } as const;
		const detail = "effect must be 'NoExecute' when `tolerationSeconds` is set";
		walk.invalid(path.child('effect'), new Typed(effect), detail, 'toleration/seconds-no-execute', repair);
	}
	validateOperator(walk, toleration, options, path);
	if (effect) walk.oneOf(path.child('effect'), effect, EFFECTS, 'toleration/effect');
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** What the operator asks of the value; the server puts that fault at the operator. */
function validateOperator(walk: Walk, { operator = '', value = '' }: Toleration, options: PodOptions, path: FieldPath): void {
	const at = path.child('operator');
	switch (operator) {
		case '':
		case 'Equal': {
			const complaints = isValidLabelValue(walk, value);
			if (complaints.length > 0) walk.invalid(at, value, complaints.join(';'), 'label/value');
			return;
		}
		case 'Exists': {
			const repair = { do: 'remove', path: path.child('value') } as const;
			if (value) walk.invalid(at, value, "value must be empty when `operator` is 'Exists'", 'toleration/value-empty', repair);
			return;
		}
		case 'Lt':
		case 'Gt':
			if (options.allowTaintTolerationComparisonOperators) validateNumber(walk, value, path.child('value'));
			else walk.notSupported(at, operator, walk.version < 35 ? ['Equal', 'Exists'] : ['Equal', 'Exists', 'Lt', 'Gt'], 'toleration/operator');
			return;
		default:
			walk.oneOf(at, operator, ['Equal', 'Exists'], 'toleration/operator');
	}
}

/** content.IsDecimalInteger and strconv.ParseInt: the second takes more, but not numbers of any size. */
function validateNumber(walk: Walk, value: string, path: FieldPath): void {
	if (!/^(0|-?[1-9][0-9]*)$/.test(value)) {
		walk.invalid(path, value, value === '' ? 'must be non-empty' : 'must be a valid decimal integer in canonical form', 'toleration/number');
	}
	const number = atoi(value, 'ParseInt');
	if (typeof number !== 'bigint') walk.invalid(path, value, number.fault, 'toleration/number');
}
