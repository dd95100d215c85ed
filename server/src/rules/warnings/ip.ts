import type { FieldPath } from '../../schema/field-path';
import { goQuote } from '../walk';
import type { Warnings } from './warning';

/** validation.GetWarningsForIP: of addresses that are accepted for old times' sake. What is no address at all is refused elsewhere. */
export function warnOfIP(warnings: Warnings, path: FieldPath, address: string): void {
	const groups = parseIPSloppy(address);
	if (!groups) return;
	const isIPv4 = isMapped(groups);
	const preferred = isIPv4 ? ipv4Text(groups) : ipv6Text(groups);
	if (/(?:^|[.:])0\d+(?=\.)|\.0\d+$/.test(address) || (isIPv4 && address.includes(':'))) {
		warnings.at(path, `non-standard IP address ${goQuote(address)} is invalid: use ${goQuote(preferred)}`, 'host/non-standard-ip');
	} else if (!isIPv4 && preferred !== address) {
		warnings.at(path, `IPv6 address ${goQuote(address)} should be in RFC 5952 canonical format (${goQuote(preferred)})`, 'host/non-canonical-ipv6');
	}
}

/** netutils.ParseIPSloppy: eight groups of 16 bits; an IPv4 address is one mapped into IPv6. */
function parseIPSloppy(address: string): readonly number[] | undefined {
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
		else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
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

function isMapped(groups: readonly number[]): boolean {
	return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}

function ipv4Text(groups: readonly number[]): string {
	return groups
		.slice(6)
		.flatMap((group) => [group >> 8, group & 0xff])
		.join('.');
}

/** RFC 5952: lower case, no leading zeros, the first longest run of zeros folded. */
function ipv6Text(groups: readonly number[]): string {
	const texts = groups.map((group) => group.toString(16));
	let start = 0;
	let length = 0;
	for (let from = 0; from < 8; from++) {
		let run = 0;
		while (groups[from + run] === 0) run++;
		if (run > length) [start, length] = [from, run];
	}
	if (length < 2) return texts.join(':');
	return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`;
}
