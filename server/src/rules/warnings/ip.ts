import type { FieldPath } from '../../schema/field-path';
import { hasLeadingZeros, isMapped, parseIPSloppy } from '../ip';
import { goQuote } from '../walk';
import type { Warnings } from './warning';

/** validation.GetWarningsForIP: of addresses that are accepted for old times' sake. What is no address at all is refused elsewhere. */
export function warnOfIP(warnings: Warnings, path: FieldPath, address: string): void {
	const groups = parseIPSloppy(address);
	if (!groups) return;
	const isIPv4 = isMapped(groups);
	const preferred = isIPv4 ? ipv4Text(groups) : ipv6Text(groups);
	if (hasLeadingZeros(address) || (isIPv4 && address.includes(':'))) {
		warnings.at(path, `non-standard IP address ${goQuote(address)} is invalid: use ${goQuote(preferred)}`, 'host/non-standard-ip', {
			do: 'set',
			path,
			to: preferred,
		});
	} else if (!isIPv4 && preferred !== address) {
		warnings.at(path, `IPv6 address ${goQuote(address)} should be in RFC 5952 canonical format (${goQuote(preferred)})`, 'host/non-canonical-ipv6', {
			do: 'set',
			path,
			to: preferred,
		});
	}
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
