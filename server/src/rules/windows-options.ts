import type { FieldPath } from '../schema/field-path';
import type { WindowsSecurityContextOptions } from '../schema/generated/types';
import { byteLength, isDNS1123Subdomain } from './names';
import { Typed, type Walk } from './walk';

/** core validation.validateWindowsSecurityContextOptions */
export function validateWindowsOptions(walk: Walk, options: WindowsSecurityContextOptions | undefined, path: FieldPath): void {
	if (!options) return;
	const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
	if (gmsaCredentialSpecName !== undefined) {
		const at = path.child('gmsaCredentialSpecName');
		for (const complaint of isDNS1123Subdomain(gmsaCredentialSpecName)) walk.invalid(at, new Typed(gmsaCredentialSpecName), complaint, 'windows/gmsa-name');
	}
	if (gmsaCredentialSpec !== undefined) {
		const complaint = gmsaComplaint(gmsaCredentialSpec);
		if (complaint) walk.invalid(path.child('gmsaCredentialSpec'), new Typed(gmsaCredentialSpec), complaint, 'windows/gmsa-spec');
	}
	if (runAsUserName !== undefined) {
		const at = path.child('runAsUserName');
		for (const complaint of userNameComplaints(runAsUserName)) walk.invalid(at, new Typed(runAsUserName), `runAsUserName${complaint}`, 'windows/user-name');
	}
}

function gmsaComplaint(spec: string): string | undefined {
	if (spec === '') return 'gmsaCredentialSpec cannot be an empty string';
	return byteLength(spec) > 64 * 1024 ? 'gmsaCredentialSpec size must be under 64 KiB' : undefined;
}

const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\x00-\x1f\x7f]/;

/** `[DOMAIN\]USER`, both with rules of their own. */
function userNameComplaints(name: string): string[] {
	if (name === '') return [' cannot be an empty string'];
	if (CONTROL.test(name)) return [' cannot contain control characters'];
	const parts = name.split('\\');
	if (parts.length > 2) return [' cannot contain more than one backslash'];
	const user = parts.at(-1) ?? '';
	const domain = parts.length === 2 ? (parts[0] ?? '') : undefined;
	const complaints: string[] = [];
	if (domain !== undefined && byteLength(domain) >= 256) complaints.push("'s Domain length must be under 256 characters");
	if (domain !== undefined && !NET_BIOS.test(domain) && !DNS.test(domain)) complaints.push("'s Domain doesn't match the NetBios nor the DNS format");
	if (user === '') complaints.push("'s User cannot be empty");
	else if (byteLength(user) > 104) complaints.push("'s User length must not be longer than 104 characters");
	if (/^[. ]+$/.test(user)) complaints.push("'s User cannot contain only periods or spaces");
	if (/["/\\:;|=,+*?<>@[\]]/.test(user)) complaints.push(`'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]`);
	return complaints;
}
