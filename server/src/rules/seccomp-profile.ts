import type { FieldPath } from '../schema/field-path';
import type { SeccompProfile } from '../schema/generated/types';
import { printed } from './internal-form';
import { validateLocalDescendingPath } from './local-path';
import type { Walk } from './walk';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];

/** core validation.validateSeccompProfileField */
export function validateSeccompProfile(walk: Walk, profile: SeccompProfile | undefined, path: FieldPath): void {
	if (!profile) return;
	const { type, localhostProfile } = profile;
	if (!type) walk.required(path.child('type'), 'type is required when seccompProfile is set', 'security/seccomp-type');
	else walk.oneOf(path.child('type'), type, TYPES, 'security/seccomp-type');
	const at = path.child('localhostProfile');
	if (type !== 'Localhost') {
		if (localhostProfile === undefined) return;
		const repair = { do: 'remove', path: at } as const;
		walk.invalid(at, printed(walk, 'SeccompProfile', profile), 'can only be set when seccomp type is Localhost', 'security/seccomp-localhost-only', repair);
	} else if (localhostProfile === undefined) {
		walk.required(at, 'must be set when seccomp type is Localhost', 'security/seccomp-localhost-required');
	} else {
		validateLocalDescendingPath(walk, localhostProfile, at);
	}
}
