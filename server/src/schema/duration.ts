import { MAX_INT64 } from './go-number';

const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/** time.ParseDuration: the nanoseconds of `1h30m`, `-1.5s`; or its complaint. */
export function parseDuration(text: string): number | { readonly fault: string } {
	const exact = parseNanoseconds(text);
	return typeof exact === 'bigint' ? Number(exact) : exact;
}

/** The same to the nanosecond, which a number cannot tell of more than a hundred days. */
export function parseNanoseconds(text: string): bigint | { readonly fault: string } {
	const invalid = { fault: `time: invalid duration ${quote(text)}` };
	const isNegative = text.startsWith('-');
	let rest = text.replace(/^[+-]/, '');
	if (rest === '0') return 0n;
	if (rest === '') return invalid;
	let total = 0n;
	while (rest !== '') {
		const [amount = ''] = /^\d*(?:\.\d*)?/.exec(rest) ?? [];
		if (!/\d/.test(amount)) return invalid;
		const [unit = ''] = /^[^\d.]*/.exec(rest.slice(amount.length)) ?? [];
		if (unit === '') return { fault: `time: missing unit in duration ${quote(text)}` };
		const size = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
		if (size === undefined) return { fault: `time: unknown unit ${quote(unit)} in duration ${quote(text)}` };
		const [whole = '', fraction = ''] = amount.split('.');
		total += BigInt(whole) * BigInt(size) + BigInt(Math.trunc(Number(`0.${fraction}`) * size));
		if (total > (isNegative ? MAX_INT64 + 1n : MAX_INT64)) return invalid;
		rest = rest.slice(amount.length + unit.length);
	}
	return isNegative ? -total : total;
}

/** time.quote, which unlike strconv.Quote writes every byte out that is no ASCII. */
function quote(text: string): string {
	return `"${text.replace(/["\\]|[^ -\x7f]/gu, (c) => (c < '\x7f' && c >= ' ' ? `\\${c}` : bytes(c)))}"`;
}

/** Half of a surrogate pair is none of Unicode's characters, and becomes the one that stands for those. */
const bytes = (c: string): string =>
	encodeURIComponent(/[\ud800-\udfff]/u.test(c) ? '\ufffd' : c).replace(/%(..)/g, (_, hex: string) => `\\x${hex.toLowerCase()}`);

/** time.Duration.String: `10s`, `1m20s`, `5m0s`, `1.5s`, of milliseconds. */
export function goDuration(ms: number): string {
	if (ms < 1000) return ms === 0 ? '0s' : `${ms}ms`;
	const hours = Math.floor(ms / 3_600_000);
	const minutes = Math.floor((ms % 3_600_000) / 60_000);
	const seconds = `${(ms % 60_000) / 1000}s`;
	if (hours > 0) return `${hours}h${minutes}m${seconds}`;
	return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}

/** A number and its unit stay on one line. */
const JOIN = '\u00a0';
const WORDS = { en: [`${JOIN}d`, `${JOIN}h`, `${JOIN}min`, `${JOIN}s`], ko: ['일', '시간', '분', '초'] } as const;

/** A length of time in words: `8.1 s`, `74 s`, from 90 s on `2 min 40 s`, `1 h 30 min`, `6 d`; whole minutes are minutes. */
export function durationText(seconds: number, language: 'en' | 'ko'): string {
	const [, , , unit] = WORDS[language];
	const tenths = Math.round(seconds * 10) / 10;
	if (tenths < 90 && tenths !== 60) return `${tenths}${unit}`;
	const whole = Math.round(seconds);
	const counts = [Math.floor(whole / 86_400), Math.floor((whole % 86_400) / 3600), Math.floor((whole % 3600) / 60), whole % 60];
	return counts.flatMap((count, i) => (count > 0 ? `${count}${WORDS[language][i]}` : [])).join(' ');
}
