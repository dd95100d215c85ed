/** Times of a life in the words of its clock: seconds since its beginning, or from an apply; the reader's own time of day where it is a live pod's. */
import type { Life, LiveTimes } from '../../../server/src/protocol/life';
import { clock, point, span } from './times';
import type { Tongue } from './tongue';

export interface When {
	/** In a sentence. */
	clock(t: number): string;
	/** In a margin. */
	point(t: number): string;
	/** On the ruler; `below` in a second line. */
	tick(t: number): { readonly text: string; readonly below?: string };
}

export function whenOf({ live, apply }: Pick<Life, 'live' | 'apply'>, tongue: Tongue): When {
	if (live) return ofDay(live, tongue);
	return apply === undefined ? ofLife(tongue) : fromApply(apply.at, tongue);
}

const ofLife = (tongue: Tongue): When => ({
	clock: (t) => clock(t, tongue),
	point,
	tick: (t) => ({ text: clock(t, tongue) }),
});

function ofDay(live: LiveTimes, tongue: Tongue): When {
	const day = (t: number): string => timeOfDay(live.zero + t * 1000, live.zone);
	return {
		clock: day,
		point: (t) => (t > live.now ? ahead(t - live.now, tongue) : day(t)),
		tick: (t) => ({ text: ahead(t - live.now, tongue), below: day(t) }),
	};
}

/** Counted from the apply: `−4 s`, `+2.7 s`. */
function fromApply(at: number, tongue: Tongue): When {
	const said = (t: number): string => {
		const since = Math.round((t - at) * 10) / 10;
		return since === 0 ? clock(0, tongue) : `${since < 0 ? '−' : '+'}${clock(Math.abs(since), tongue)}`;
	};
	return { clock: said, point: said, tick: (t) => ({ text: said(t) }) };
}

/** `09:00:48` of milliseconds of the epoch, so many minutes from UTC. */
export const timeOfDay = (at: number, zone: number): string =>
	new Date(Math.round(at / 1000) * 1000 + zone * 60_000).toISOString().slice(11, 19);

/** `−30 s`, `+2:00`, `−3 h 12 min`: from now on, or before. */
export function ahead(seconds: number, tongue: Tongue): string {
	const length = Math.round(Math.abs(seconds));
	const said = length >= 60 && length < 3600 ? point(length) : span(length, tongue);
	return `${seconds < 0 ? '−' : '+'}${said}`;
}
