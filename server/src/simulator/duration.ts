import { parseDuration } from '../schema/duration';
import type { Duration } from './scenario';

const DAY = 86_400_000;

/** Milliseconds of `5s`, `1m30s`, `7d` or a bare number of seconds; undefined when it is none of these. Go's durations, with days and without signs. */
export function milliseconds(duration: Duration | undefined): number | undefined {
	if (typeof duration === 'number') return Number.isFinite(duration) ? Math.round(duration * 1000) : undefined;
	if (typeof duration !== 'string') return undefined;
	if (/^\d+(\.\d+)?$/.test(duration)) return Math.round(Number(duration) * 1000);
	const [, days, rest = ''] = /^(?:(\d{1,6})d)?((?:[\d.]+(?:ms|h|m|s))*)$/.exec(duration) ?? [];
	const clock = rest === '' && days !== undefined ? 0 : parseDuration(rest);
	return typeof clock === 'number' ? Math.round(clock / 1e6) + Number(days ?? 0) * DAY : undefined;
}
