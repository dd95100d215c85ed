import { durationText } from '../../../server/src/schema/duration';
import type { Tongue } from './tongue';

/** A no-break space: a number and its unit stay on one line. */
const JOIN = '\u00a0';
const HOUR = 3600;

const tenth = (seconds: number): string => String(Math.round(seconds * 10) / 10);
const two = (whole: number): string => String(whole).padStart(2, '0');

/** A point in time without its unit, as the story's margin shows it: `8.1`, `1:42`, `1:02:03`. */
export function point(t: number): string {
	if (t < 59.95) return tenth(Math.max(0, t));
	const whole = Math.floor(t + 0.05);
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** A point in time: `8.1 s` below a minute, then `1:42`. */
export function clock(t: number, tongue: Tongue): string {
	return t < 59.95 ? seconds(t, tongue) : point(t);
}

export function seconds(count: number, tongue: Tongue): string {
	return tongue === 'ko' ? `${tenth(count)}초` : `${tenth(count)}${JOIN}s`;
}

/** How long something took: `1.5 s`, `74 s`, from 90 s on `2 min 40 s`, from an hour on without seconds. On one line. */
export function span(length: number, tongue: Tongue): string {
	const unit = length >= HOUR ? 60 : length >= 10 ? 1 : 0.1;
	return durationText(Math.round(length / unit) * unit, tongue).replaceAll(' ', JOIN);
}

/** Seconds of a duration as scenarios write them: `1m30s`, `500ms`, `7d`, `5`; or as people do. */
export function inSeconds(duration: string | number | undefined): number | undefined {
	if (duration === undefined) return undefined;
	if (typeof duration === 'number') return duration;
	if (/^\d+(\.\d+)?$/.test(duration.trim())) return Number(duration);
	const unit: Readonly<Record<string, number>> = {
		d: 86_400,
		h: 3600,
		m: 60,
		s: 1,
		ms: 0.001,
		일: 86_400,
		시간: 3600,
		분: 60,
		초: 1,
		min: 60,
	};
	let total = 0;
	let rest = duration.trim();
	while (rest) {
		const part = /^(\d+(?:\.\d+)?)\s*(ms|min|[dhms]|일|시간|분|초)\s*/.exec(rest);
		if (!part) return undefined;
		total += Number(part[1]) * (unit[part[2] ?? ''] ?? 0);
		rest = rest.slice(part[0].length);
	}
	return duration.trim() ? total : undefined;
}
