import type { FieldPath } from '../schema/field-path';
import type { LabelSelector } from '../schema/generated/types';
import { validateLabelName } from './label-selector';
import type { Walk } from './walk';

/** core validation.ValidateMatchLabelKeysAndMismatchLabelKeys, for pod affinity and topology spread. `path` is that of the term. */
export function validateMatchLabelKeysAndMismatchLabelKeys(
	walk: Walk,
	matchLabelKeys: readonly string[],
	mismatchLabelKeys: readonly string[],
	selector: LabelSelector | undefined,
	path: FieldPath,
): void {
	validateLabelKeys(walk, matchLabelKeys, selector, path.child('matchLabelKeys'));
	validateLabelKeys(walk, mismatchLabelKeys, selector, path.child('mismatchLabelKeys'));
	validateNotSelected(walk, matchLabelKeys, selector, path);
	const mismatching = new Set(mismatchLabelKeys);
	matchLabelKeys.forEach((key, i) => {
		if (!mismatching.has(key)) return;
		const detail = 'exists in both matchLabelKeys and mismatchLabelKeys';
		walk.invalid(path.child('matchLabelKeys').index(i), key, detail, 'selector/match-and-mismatch');
	});
}

/**
 * The strategy of a pod has merged the keys into the selector already, as its last expressions: a key found twice was there before.
 * The server puts the fault at an index of the term.
 */
function validateNotSelected(walk: Walk, keys: readonly string[], selector: LabelSelector | undefined, path: FieldPath): void {
	const seen = new Set(Object.keys(selector?.matchLabels ?? {}));
	const last = new Map(keys.map((key, i) => [key, i]));
	for (const { key } of selector?.matchExpressions ?? []) {
		const i = last.get(key);
		if (i !== undefined && seen.has(key)) {
			const at = path.child('matchLabelKeys').index(i);
			const repair = { do: 'remove', path: at } as const;
			walk.invalid(at.saidAs(path.index(i)), key, 'exists in both matchLabelKeys and labelSelector', 'selector/match-label-keys-twice', repair);
		}
		seen.add(key);
	}
}

/** core validation.validateLabelKeys */
function validateLabelKeys(walk: Walk, keys: readonly string[], selector: LabelSelector | undefined, path: FieldPath): void {
	if (keys.length === 0) return;
	if (!selector) {
		walk.forbidden(path, 'must not be specified when labelSelector is not set', 'selector/match-label-keys-alone');
		return;
	}
	keys.forEach((key, i) => {
		validateLabelName(walk, key, path.index(i));
	});
}
