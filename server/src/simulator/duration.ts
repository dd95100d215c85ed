import type { Duration } from './scenario';

const PART = /^(\d+(?:\.\d*)?|\.\d+)(ms|h|m|s)/;
const UNIT = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

/** Milliseconds of `5s`, `1m30s` or a bare number of seconds; undefined when it is none of these. */
export function milliseconds(duration: Duration | undefined): number | undefined {
	if (typeof duration === 'number') return Number.isFinite(duration) ? Math.round(duration * 1000) : undefined;
	if (typeof duration !== 'string') return undefined;
	if (/^\d+(\.\d+)?$/.test(duration)) return Math.round(Number(duration) * 1000);
	let rest = duration;
	let total = 0;
	while (rest !== '') {
		const part = PART.exec(rest);
		if (part === null) return undefined;
		total += Number(part[1]) * UNIT[part[2] as keyof typeof UNIT];
		rest = rest.slice(part[0].length);
	}
	return duration === '' ? undefined : Math.round(total);
}

/** As Go prints a duration: `10s`, `1m20s`, `5m0s`, `1.5s`. */
export function goDuration(ms: number): string {
	if (ms < 1000) return ms === 0 ? '0s' : `${ms}ms`;
	const hours = Math.floor(ms / 3_600_000);
	const minutes = Math.floor((ms % 3_600_000) / 60_000);
	const seconds = `${(ms % 60_000) / 1000}s`;
	if (hours > 0) return `${hours}h${minutes}m${seconds}`;
	return minutes > 0 ? `${minutes}m${seconds}` : seconds;
}
