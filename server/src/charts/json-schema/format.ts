import { goQuote } from '../../schema/go-quote';
import { parseTime } from '../../templates/functions/time-parse';
import { hostnameOf, parseUrl } from '../../templates/functions/urls';
import { compileRegexp } from '../../templates/regexp/regexp';
import { Fault } from '../../templates/value';

/** What keeps a text from being of a format, in the words of jsonschema's format.go; undefined where nothing does, or nobody knows the format. */
export function formatFault(format: string, text: string): string | undefined {
	return FORMATS[format]?.(text);
}

type Check = (text: string) => string | undefined;

const strange = (text: string, allowed: RegExp, what = 'invalid'): string | undefined => {
	const character = [...text].find((one) => !allowed.test(one));
	return character === undefined ? undefined : `${what} character '${character}'`;
};

/** What is said of the first pattern that a text has and must not have. */
const first = (text: string, ...faults: readonly (readonly [pattern: RegExp, said: string])[]): string | undefined =>
	faults.find(([pattern]) => pattern.test(text))?.[1];

const within = (what: string, fault: string | undefined): string | undefined => (fault === undefined ? undefined : `${what}: ${fault}`);

function ipv4(text: string): string | undefined {
	const groups = text.split('.');
	if (groups.length !== 4) return 'expected four decimals';
	for (const group of groups) {
		if (/^0./.test(group)) return 'leading zeros';
		if (!/^[-+]?[0-9]+$/.test(group)) return `strconv.Atoi: parsing ${goQuote(group)}: invalid syntax`;
		if (!(Number(group) >= 0 && Number(group) <= 255)) return 'decimal must be between 0 and 255';
	}
	return undefined;
}

function ipv6(text: string): string | undefined {
	if (!text.includes(':')) return 'missing colon';
	const bad = `ParseAddr(${goQuote(text)}): unable to parse IP`;
	const [address = '', zone] = text.split('%', 2);
	const dotted = /^(.*:)([^:]*\.[^:]*)$/.exec(address);
	if (dotted && ipv4(dotted[2] ?? '') !== undefined) return bad;
	const plain = dotted ? `${dotted[1]}0:0` : address;
	const halves = plain.split('::');
	const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
	const isWhole = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
	if (!isWhole || groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return bad;
	return zone === undefined ? undefined : 'zone id is not a part of ipv6 address';
}

function hostname(text: string): string | undefined {
	const name = text.replace(/\.$/, '');
	if (name.length > 253) return 'more than 253 characters long';
	for (const label of name.split('.')) {
		const fault =
			first(label, [/^$|.{64}/s, 'label must be 1 to 63 characters long'], [/^-/, 'label starts with hyphen'], [/-$/, 'label ends with hyphen']) ??
			strange(label, /[a-zA-Z0-9-]/);
		if (fault) return fault;
	}
	return undefined;
}

function email(text: string): string | undefined {
	if (text.length > 254) return 'more than 255 characters long';
	const at = text.lastIndexOf('@');
	if (at < 0) return 'missing @';
	const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
	if (local.length > 64) return 'local part more than 64 characters long';
	const quoted = /^"(.*)"$/s.exec(local);
	const fault = quoted
		? first(quoted[1] ?? '', [/[\\"]/, 'backslash and quote are not allowed within quoted local part'])
		: (first(local, [/^\./, 'starts with dot'], [/\.$/, 'ends with dot'], [/\.\./, 'consecutive dots']) ?? strange(local, /[a-zA-Z0-9.!#$%&'*+\-/=?^_`{|}~]/));
	if (fault) return fault;
	const [, v6, v4] = /^\[(?:IPv6:(.*)|(.*))\]$/s.exec(domain) ?? [];
	if (v6 !== undefined) return within('invalid ipv6 address', ipv6(v6));
	if (v4 !== undefined) return within('invalid ipv4 address', ipv4(v4));
	return within('invalid domain', hostname(domain));
}

const faultOf = (read: unknown): string | undefined => (read instanceof Fault ? read.message : undefined);

const date = (text: string): string | undefined => faultOf(parseTime('2006-01-02', text));

function time(text: string): string | undefined {
	if (text.length < 9) return 'less than 9 characters long';
	if (text[2] !== ':' || text[5] !== ':') return 'missing colon in correct place';
	const [found, ...parts] = /^(\d\d):(\d\d):(\d\d)/.exec(text) ?? [];
	if (found === undefined) return 'invalid hour/min/sec';
	const [hour = 0, minute = 0, second = 0] = parts.map(Number);
	if (hour > 23 || minute > 59 || second > 60) return 'hour/min/sec out of range';
	const [, fraction, offset = ''] = /^(\.\d*)?(.*)$/s.exec(text.slice(found.length)) ?? [];
	if (fraction === '.') return 'no digits in second fraction';
	let minutes = hour * 60 + minute;
	if (offset !== 'z' && offset !== 'Z') {
		if (offset.length !== 6) return 'offset must be 6 characters long';
		if (!/^[+-]/.test(offset)) return 'offset must begin with plus/minus';
		if (offset[3] !== ':') return 'missing colon in offset in correct place';
		const [, ...digits] = /^.(\d\d):(\d\d)$/.exec(offset) ?? [];
		const [hours, rest = 0] = digits.map(Number);
		if (hours === undefined) return 'invalid hour/min in offset';
		if (hours > 23 || rest > 59) return 'hour/min in offset out of range';
		minutes = (minutes + (offset.startsWith('+') ? -1 : 1) * (hours * 60 + rest) + 1440) % 1440;
	}
	return second === 60 && minutes !== 1439 ? 'invalid leap second' : undefined;
}

function dateTime(text: string): string | undefined {
	if (text.length < 20) return 'less than 20 characters long';
	if (!/[tT]/.test(text[10] ?? '')) return '11th character must be t or T';
	return within('invalid date element', date(text.slice(0, 10))) ?? within('invalid time element', time(text.slice(11)));
}

function uuid(text: string): string | undefined {
	const groups = text.split('-');
	const lengths = [8, 4, 4, 4, 12];
	if (groups.length !== lengths.length) return `must have ${lengths.length} elements`;
	for (const [i, group] of groups.entries()) {
		if (group.length !== lengths[i]) return `element ${i + 1} must be ${lengths[i]} characters long`;
		const fault = strange(group, /[0-9a-fA-F]/, 'non-hex');
		if (fault) return fault;
	}
	return undefined;
}

/** parseURL: net/url, and what it lets pass of a host with colons. */
function reference(text: string): string | undefined {
	const url = parseUrl(text);
	if (url instanceof Fault) return url.message;
	const name = hostnameOf(url.host);
	if (!name.includes(':')) return undefined;
	if (!['[', ']'].every((one) => url.host.includes(one))) return 'ipv6 address not enclosed in brackets';
	return within('invalid ipv6 address', ipv6(name));
}

const FORMATS: Readonly<Record<string, Check>> = {
	ipv4,
	ipv6,
	hostname,
	email,
	date,
	time,
	'date-time': dateTime,
	uuid,
	uri: (text) => reference(text) ?? first(text, [/^(?![a-zA-Z][a-zA-Z0-9+.-]*:)/, 'relative url']),
	'uri-reference': (text) => first(text, [/\\/, 'contains \\']) ?? reference(text),
	'json-pointer': (text) => first(text, [/^[^/]/, 'not starting with /'], [/~(?![01])/, '~ must be followed by 0 or 1']),
	regex: (text) => faultOf(compileRegexp(text)),
};
