import type { FieldPath } from '../schema/field-path';
import type { ConfigMapVolumeSource, DownwardAPIVolumeFile, DownwardAPIVolumeSource, KeyToPath, SecretVolumeSource } from '../schema/generated/types';
import { VOLUME_FIELD_PATHS, validateObjectFieldSelector, validateResourceFieldSelector } from './downward-api';
import { validateLocalNonReservedPath } from './local-path';
import { isValidUserOrGroupID } from './names';
import type { Walk } from './walk';

/** core validation.validateSecretVolumeSource */
export function validateSecretVolume(walk: Walk, source: SecretVolumeSource, path: FieldPath): void {
	if (!source.secretName) walk.required(path.child('secretName'), '', 'volume/field-required');
	validateDefaults(walk, source, path);
	source.items?.forEach((item, i) => {
		validateKeyToPath(walk, item, path.child('items').index(i));
	});
}

/** core validation.validateConfigMapVolumeSource */
export function validateConfigMapVolume(walk: Walk, source: ConfigMapVolumeSource, path: FieldPath): void {
	if (!source.name) walk.required(path.child('name'), '', 'volume/field-required');
	validateDefaults(walk, source, path);
	source.items?.forEach((item, i) => {
		validateKeyToPath(walk, item, path.child('items').index(i));
	});
}

/** core validation.validateDownwardAPIVolumeSource; the server's paths leave the item out. */
export function validateDownwardAPIVolume(walk: Walk, source: DownwardAPIVolumeSource, path: FieldPath): void {
	validateDefaults(walk, source, path);
	for (const [i, file] of (source.items ?? []).entries()) validateDownwardAPIVolumeFile(walk, file, path.child('items').index(i).saidAs(path));
}

/** What all files of a volume are given that do not say otherwise. */
export function validateDefaults(walk: Walk, source: { readonly defaultMode?: number; readonly defaultUser?: number }, path: FieldPath): void {
	validateFileMode(walk, source.defaultMode, path.child('defaultMode'));
	validateUser(walk, source.defaultUser, path.child('defaultUser'));
}

/** core validation.validateKeyToPath */
export function validateKeyToPath(walk: Walk, item: KeyToPath, path: FieldPath): void {
	if (!item.key) walk.required(path.child('key'), '', 'volume/item-required');
	if (!item.path) walk.required(path.child('path'), '', 'volume/item-required');
	validateLocalNonReservedPath(walk, item.path, path.child('path'));
	validateFileMode(walk, item.mode, path.child('mode'));
	validateUser(walk, item.user, path.child('user'));
}

/** core validation.validateDownwardAPIVolumeFile */
export function validateDownwardAPIVolumeFile(walk: Walk, file: DownwardAPIVolumeFile, path: FieldPath): void {
	const { fieldRef, resourceFieldRef } = file;
	if (!file.path) walk.required(path.child('path'), '', 'volume/item-required');
	validateLocalNonReservedPath(walk, file.path, path.child('path'));
	if (fieldRef) {
		validateObjectFieldSelector(walk, fieldRef, VOLUME_FIELD_PATHS, path.child('fieldRef'));
		if (resourceFieldRef) walk.invalid(path, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously', 'downward/one-source');
	} else if (resourceFieldRef) validateResourceFieldSelector(walk, resourceFieldRef, path.child('resourceFieldRef'), 'volume');
	else walk.required(path, 'one of fieldRef and resourceFieldRef is required', 'downward/source-required');
	validateFileMode(walk, file.mode, path.child('mode'));
	validateUser(walk, file.user, path.child('user'));
}

function validateFileMode(walk: Walk, mode: number | undefined, path: FieldPath): void {
	if (mode === undefined || (mode >= 0 && mode <= 0o777)) return;
	// 644 is 0644 without its zero.
	const repair = /^[0-7]{3}$/.test(String(mode)) ? ({ do: 'replace', path, from: String(mode), to: Number.parseInt(String(mode), 8) } as const) : undefined;
	walk.invalid(path, mode, 'must be a number between 0 and 0777 (octal), both inclusive', 'volume/mode', repair);
}

/** core validation.validateUserField */
export function validateUser(walk: Walk, user: number | undefined, path: FieldPath): void {
	if (user === undefined) return;
	for (const complaint of isValidUserOrGroupID(user)) walk.invalid(path, user, complaint, 'volume/user');
}
