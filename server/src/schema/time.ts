const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

/** What Go holds where no time is: metav1.Time prints it as null. */
export const ZERO_TIME = '0001-01-01T00:00:00Z';

/**
 * A timestamp as metav1.Time decodes it (time.Parse with RFC3339), in the form the server stores: UTC, whole seconds.
 * Undefined when it does not parse.
 */
export function parseTime(text: string): string | undefined {
	const match = RFC3339.exec(text);
	if (!match) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
	if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year) || hour > 23 || minute > 59 || second > 59) return undefined;
	const offsetHours = Number(match[8] ?? 0);
	const offsetMinutes = Number(match[9] ?? 0);
	if (offsetHours > 24 || offsetMinutes > 60) return undefined;
	const offset = (match[7] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	date.setUTCHours(hour, minute - offset, second);
	return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function daysIn(month: number, year: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const LAYOUT = '2006-01-02T15:04:05Z07:00';

/** What stands before an element of the layout, the element, the fewest and most digits of it, and its range where it has one. */
const ELEMENTS: readonly (readonly [before: string, element: string, least: number, most: number, range?: readonly [string, number, number]])[] = [
	['', '2006', 4, 4],
	['-', '01', 2, 2, ['month', 1, 12]],
	['-', '02', 2, 2],
	['T', '15', 1, 2, ['hour', 0, 23]],
	[':', '04', 2, 2, ['minute', 0, 59]],
	[':', '05', 2, 2, ['second', 0, 59]],
];

/** The sentence in which Go's time.Parse refuses a text that parseTime does not read. */
export function timeFault(text: string): string {
	const cannot = (value: string, element: string): string =>
		`parsing time ${goTimeQuote(text)} as ${goTimeQuote(LAYOUT)}: cannot parse ${goTimeQuote(value)} as ${goTimeQuote(element)}`;
	const isOut = (what: string): string => `parsing time ${goTimeQuote(text)}: ${what} out of range`;
	let rest = text;
	for (const [before, element, least, most, range] of ELEMENTS) {
		if (!rest.startsWith(before)) return cannot(rest, before);
		rest = rest.slice(before.length);
		const digits = new RegExp(`^\\d{${least},${most}}`).exec(rest)?.[0];
		if (digits === undefined) return cannot(rest, element);
		rest = rest.slice(digits.length);
		if (range && (Number(digits) < range[1] || Number(digits) > range[2])) return isOut(range[0]);
	}
	rest = rest.replace(/^[.,]\d+/, '');
	const zone = /^(?:Z|[-+](\d\d):(\d\d))/.exec(rest);
	if (!zone) return cannot(rest, 'Z07:00');
	if (Number(zone[1] ?? 0) > 24) return isOut('time zone offset hour');
	if (Number(zone[2] ?? 0) > 60) return isOut('time zone offset minute');
	rest = rest.slice(zone[0].length);
	return rest === '' ? isOut('day') : `parsing time ${goTimeQuote(text)}: extra text: ${goTimeQuote(rest)}`;
}

/** quote of Go's package time: what is no printable ASCII goes byte by byte. */
function goTimeQuote(text: string): string {
	const bytes = (c: string): string => [...new TextEncoder().encode(c)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
	return `"${text.replace(/["\\]/g, '\\$&').replace(/[^ -\x7f]/gu, bytes)}"`;
}
