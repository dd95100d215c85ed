import type { FieldPath } from '../schema/field-path';
import type { AppArmorProfile } from '../schema/generated/types';
import { byteLength, trimSpace } from './names';
import { Typed, type Walk } from './walk';

const TYPES = ['Localhost', 'RuntimeDefault', 'Unconfined'];
/** PATH_MAX - 1 */
const LONGEST = 4095;

/** core validation.ValidateAppArmorProfileField */
export function validateAppArmorProfile(walk: Walk, profile: AppArmorProfile | undefined, path: FieldPath): void {
	if (!profile) return;
	const { type, localhostProfile } = profile;
	const at = path.child('localhostProfile');
	if (!type) walk.required(path.child('type'), 'type is required when appArmorProfile is set', 'security/app-armor-type');
	else if (!TYPES.includes(type)) walk.oneOf(path.child('type'), type, TYPES, 'security/app-armor-type');
	else if (type === 'Localhost') validateLocalhostProfile(walk, localhostProfile, at);
	else if (localhostProfile !== undefined) {
		const repair = { do: 'remove', path: at } as const;
		walk.invalid(at, new Typed(localhostProfile), 'can only be set when AppArmor type is Localhost', 'security/app-armor-localhost-only', repair);
	}
}

function validateLocalhostProfile(walk: Walk, profile: string | undefined, path: FieldPath): void {
	const trimmed = profile === undefined ? undefined : trimSpace(profile);
	if (trimmed !== profile)
		walk.invalid(
			path,
			profile,
			'must not be padded with whitespace',
			'security/app-armor-spaces',
			profile && trimmed ? { do: 'replace', path, from: profile, to: trimmed } : undefined,
		);
	else if (!profile) walk.required(path, 'must be set when AppArmor type is Localhost', 'security/app-armor-localhost-required');
	if (profile !== undefined && byteLength(profile) > LONGEST) walk.tooLong(path, LONGEST, 'security/app-armor-length');
}
