const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

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
