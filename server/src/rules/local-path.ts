import type { FieldPath } from '../schema/field-path';
import type { Walk } from './walk';

/** core validation.validateLocalDescendingPath */
export function validateLocalDescendingPath(walk: Walk, target: string, path: FieldPath): void {
	if (target.startsWith('/')) {
		const to = target.replace(/^\/+/, '');
		walk.invalid(path, target, 'must be a relative path', 'path/relative', to ? { do: 'replace', path, from: target, to } : undefined);
	}
	validatePathNoBacksteps(walk, target, path);
}

/** core validation.validatePathNoBacksteps */
export function validatePathNoBacksteps(walk: Walk, target: string, path: FieldPath): void {
	if (hasBackstep(target)) walk.invalid(path, target, "must not contain '..'", 'path/no-backsteps');
}

export function hasBackstep(target: string): boolean {
	return target.split('/').includes('..');
}

/** core validation.ValidateLocalNonReservedPath */
export function validateLocalNonReservedPath(walk: Walk, target: string, path: FieldPath): void {
	validateLocalDescendingPath(walk, target, path);
	// What begins with ../ was found by the check for backsteps.
	if (target.startsWith('..') && !target.startsWith('../')) walk.invalid(path, target, "must not start with '..'", 'path/no-backsteps');
}
