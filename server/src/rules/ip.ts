import type { FieldPath } from '../schema/field-path';
import type { Walk } from './walk';

/** validation.IsValidIPForLegacyField: strict where the gate says so, and never about an address that the old object has. */
export function validateIP(walk: Walk, address: string, path: FieldPath, code: string, validOld: readonly string[] = []): void {
	if (validOld.includes(address)) return;
	const groups = parseIPSloppy(address);
	if (!groups) walk.invalid(path, address, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)', code);
	else if (!walk.gate('StrictIPCIDRValidation')) return;
	else if (hasLeadingZeros(address)) walk.invalid(path, address, 'must not have leading 0s', code);
	else if (isMapped(groups) && address.includes(':')) walk.invalid(path, address, 'must not be an IPv4-mapped IPv6 address', code);
}

/** What netutils.ParseIPSloppy takes and netip.ParseAddr does not. */
export function hasLeadingZeros(address: string): boolean {
	return /(?:^|[.:])0\d+(?=\.)|\.0\d+$|[0-9a-fA-F]{5}/.test(address);
}

/** netutils.ParseIPSloppy: eight groups of 16 bits; an IPv4 address is one mapped into IPv6. */
export function parseIPSloppy(address: string): readonly number[] | undefined {
	if (!address.includes(':')) {
		const low = parseIPv4(address);
		return low && [0, 0, 0, 0, 0, 0xffff, ...low];
	}
	const halves = address.split('::');
	if (halves.length > 2) return undefined;
	const parsed = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
	const [head, tail] = parsed;
	if (!head) return undefined;
	if (halves.length === 1) return head.length === 8 ? head : undefined;
	if (!tail || head.length + tail.length > 7) return undefined;
	return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** The groups between colons, the last of which may be an IPv4 address. */
function parseGroups(text: string, isLast: boolean): readonly number[] | undefined {
	if (text === '') return [];
	const parts = text.split(':');
	const groups: number[] = [];
	for (const [index, part] of parts.entries()) {
		const ipv4 = isLast && index === parts.length - 1 && part.includes('.') ? parseIPv4(part) : undefined;
		if (ipv4) groups.push(...ipv4);
		else if (/^0*[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
		else return undefined;
	}
	return groups;
}

/** Leading zeros mean nothing: `010` is ten. */
function parseIPv4(text: string): readonly [number, number] | undefined {
	const bytes = text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 256));
	const [a = 256, b = 256, c = 256, d = 256] = bytes;
	return bytes.length === 4 && bytes.every((byte) => byte < 256) ? [a * 256 + b, c * 256 + d] : undefined;
}

/** An IPv4 address, however written. */
export function isMapped(groups: readonly number[]): boolean {
	return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}
