import type { FieldPath } from '../schema/field-path';
import type { NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../schema/generated/types';
import { validateLabelName } from './label-selector';
import { isDNS1123Subdomain, isValidLabelValue, reportInvalid } from './names';
import { Typed, toChoice, type Walk } from './walk';

/** core validation.ValidateNodeSelector; `anyValue`: label values are not judged. */
export function validateNodeSelector(walk: Walk, selector: NodeSelector, anyValue: boolean, path: FieldPath): void {
	const terms = path.child('nodeSelectorTerms');
	if (selector.nodeSelectorTerms.length === 0) walk.required(terms, 'must have at least one node selector term', 'affinity/terms-required');
	selector.nodeSelectorTerms.forEach((term, i) => {
		validateNodeSelectorTerm(walk, term, anyValue, terms.index(i));
	});
}

/** core validation.ValidateNodeSelectorTerm */
export function validateNodeSelectorTerm(walk: Walk, term: NodeSelectorTerm, anyValue: boolean, path: FieldPath): void {
	term.matchExpressions?.forEach((requirement, i) => {
		validateNodeSelectorRequirement(walk, requirement, anyValue, path.child('matchExpressions').index(i));
	});
	term.matchFields?.forEach((requirement, i) => {
		validateNodeFieldSelectorRequirement(walk, requirement, path.child('matchFields').index(i));
	});
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'];

/** core validation.ValidateNodeSelectorRequirement */
function validateNodeSelectorRequirement(walk: Walk, { key, operator, values = [] }: NodeSelectorRequirement, anyValue: boolean, path: FieldPath): void {
	const at = path.child('values');
	switch (operator) {
		case 'In':
		case 'NotIn':
			if (values.length === 0) walk.required(at, "must be specified when `operator` is 'In' or 'NotIn'", 'selector/values-required');
			break;
		case 'Exists':
		case 'DoesNotExist': {
			const repair = { do: 'remove', path: at } as const;
			if (values.length > 0) walk.forbidden(at, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'", 'selector/values-forbidden', repair);
			break;
		}
		case 'Gt':
		case 'Lt':
			if (values.length !== 1) walk.required(at, "must be specified single value when `operator` is 'Lt' or 'Gt'", 'selector/one-value');
			break;
		default:
			refuseOperator(walk, operator, path.child('operator'));
	}
	validateLabelName(walk, key, path.child('key'));
	if (anyValue) return;
	values.forEach((value, i) => {
		reportInvalid(walk, at.index(i), value, isValidLabelValue(walk, value), 'label/value');
	});
}

function refuseOperator(walk: Walk, operator: string, path: FieldPath): void {
	walk.invalid(path, new Typed(operator), 'not a valid selector operator', 'selector/operator', toChoice(path, operator, OPERATORS));
}

/** core validation.ValidateNodeFieldSelectorRequirement: the only field is the node's name. */
function validateNodeFieldSelectorRequirement(walk: Walk, { key, operator, values = [] }: NodeSelectorRequirement, path: FieldPath): void {
	const at = path.child('values');
	if (operator !== 'In' && operator !== 'NotIn') refuseOperator(walk, operator, path.child('operator'));
	else if (values.length !== 1) walk.required(at, "must be only one value when `operator` is 'In' or 'NotIn' for node field selector", 'selector/one-value');
	if (key !== 'metadata.name') {
		walk.invalid(path.child('key'), key, 'not a valid field selector key', 'affinity/match-field');
		return;
	}
	values.forEach((value, i) => {
		reportInvalid(walk, at.index(i), value, isDNS1123Subdomain(value), 'affinity/node-name');
	});
}
